// Papers where something is changed by hand between two presses, or after the last: what was kept back stays
// kept back, what is read inside stays inside.
import { describe, expect, it } from 'vitest';
import { composePaper } from '../../src/rules/papers/compose-paper.ts';
import { isReadInPublic } from '../../src/rules/papers/ordered.ts';
import { accept } from '../../src/use-cases/accept.ts';
import { change } from '../../src/use-cases/change.ts';
import { paperOrder } from '../../src/use-cases/paper-orders.ts';
import type { Outbox, Ports } from '../../src/use-cases/ports.ts';
import { releaseHold } from '../../src/use-cases/release-hold.ts';
import {
  byHand,
  cabinet,
  clear,
  clearAll,
  day,
  directors,
  issue,
  ownPapers,
  paperRow,
  papersRows,
  preElection,
  prepared,
  refusedFor,
  residents,
  saysOf,
} from './papers-council.ts';

const { own, open } = ownPapers();

describe('a row that is marked exempt between the close and the issue', () => {
  const openPart = async (ports: Ports) => {
    const { dataset, ordered } = await prepared(ports, cabinet);
    return JSON.stringify(composePaper(dataset, ordered).sections);
  };
  it('stays in the appendix once the paper is issued, also if the mark is taken away again', async () => {
    const ports = await open();
    await clearAll(ports);
    byHand(ports, change('measures', 'plan|1', { access: 'exempt', exemptUnder: '4' }));
    expect(await openPart(ports)).not.toContain('Measure 1');
    await issue(ports);
    expect(await openPart(ports)).not.toContain('Measure 1');
    byHand(ports, change('measures', 'plan|1', { access: 'public' }));
    expect(await openPart(ports)).not.toContain('Measure 1');
    byHand(ports, change('measures', 'plan|2', { access: 'exempt', exemptUnder: '4' }));
    expect(paperRow(ports, cabinet)?.marked).toEqual(['exempt measures plan|1']);
  });
});

describe('a board that is changed after the figures are frozen', () => {
  it('and meets in public from then on has a paper that is read as public', async () => {
    const ports = await open();
    byHand(ports, change('boards', 'directors', { inPublic: true }));
    const order = paperOrder(ports.replica.registers(), directors);
    expect(order && isReadInPublic(order)).toBe(true);
    const { ordered } = await prepared(ports, directors);
    expect(isReadInPublic(ordered)).toBe(true);
  });
  it('and is gone leaves a paper for inside inside, and one for the public public', async () => {
    const ports = await open();
    await clear(ports, 'treasurer', 'finance', directors);
    await clear(ports, 'treasurer', 'finance');
    const registers = ports.replica.registers();
    const without = {
      ...registers,
      boards: (await open(papersRows({ boards: [] }))).replica.registers().boards,
    };
    const isPublic = (key: string) => {
      const order = paperOrder(without, key);
      return order && isReadInPublic(order);
    };
    expect([isPublic(directors), isPublic(cabinet)]).toEqual([false, true]);
  });
});

it('a meeting that is moved, or is gone, after the issue leaves the paper with the day it was issued for', async () => {
  const ports = await open();
  await clearAll(ports);
  await issue(ports);
  byHand(ports, change('meetings', 'cabinet|2020-11-24', { meetsOn: day('2020-12-01') }));
  const { dataset, ordered } = await prepared(ports, cabinet);
  expect(composePaper(dataset, ordered).audience).toBe('Cabinet, Tue 24 November 2020');
  const registers = ports.replica.registers();
  const { meetings } = (await open(papersRows({ meetings: [] }))).replica.registers();
  const gone = {
    ...ports,
    replica: { ...ports.replica, registers: () => ({ ...registers, meetings }) },
  };
  expect((await prepared(gone, cabinet)).ordered.meeting?.meetsOn.toString()).toBe('2020-11-24');
});

describe('a hold', () => {
  it('that begins while a paper is being issued keeps it from being issued', async () => {
    const ports = await open();
    await clearAll(ports, residents);
    const { key, ...rest } = preElection;
    let count = 0;
    const outbox: Outbox = {
      ...own.outbox,
      accept: (entries) => {
        count += 1;
        if (count === 2) byHand(ports, change('holds', key, rest));
        return own.outbox.accept(entries);
      },
    };
    expect(await issue({ ...ports, outbox }, residents)).toMatchObject(refusedFor('held'));
    expect(paperRow(ports, residents)?.issuedAt).toBeNull();
    expect(saysOf(ports, residents)).not.toBe('');
  });
  it('that is put back by hand is released again', async () => {
    const ports = await open(papersRows({ holds: [preElection] }));
    const release = () =>
      releaseHold(ports, {
        by: 'solicitor',
        hold: preElection.key,
        because: 'No candidate stands',
      });
    expect((await release()).outcome).toBe('released');
    const again = { releasedAt: null, releasedBy: null, releasedBecause: null };
    const at = ports.clock.now().toInstant();
    const changes = [change('holds', preElection.key, again)];
    await accept(ports, [{ key: 'put back', by: null, at, changes, message: null }]);
    const both = await Promise.all([release(), release()]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['refused', 'released']);
  });
});

// A paper is issued once, as it stood; papers for residents not on the days of a hold.
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/registers/registers.ts';
import { paperRows } from '../../src/rules/paper-rows.ts';
import { composePaper } from '../../src/rules/papers/compose-paper.ts';
import type { Paper } from '../../src/rules/papers/paper.ts';
import { change } from '../../src/use-cases/change.ts';
import { papersOf } from '../../src/use-cases/paper-orders.ts';
import type { Outbox, Ports } from '../../src/use-cases/ports.ts';
import { releaseHold } from '../../src/use-cases/release-hold.ts';
import { asPending } from '../pending.ts';
import {
  at,
  byHand,
  cabinet,
  clear,
  clearAll,
  correction,
  cycle,
  day,
  directors,
  issue,
  linesOf,
  ownPapers,
  paperRow,
  papersRows,
  preElection,
  prepared,
  refusedFor,
  residents,
  saysOf,
  word,
} from './papers-council.ts';

const { own, open } = ownPapers();

it('says of a figure corrected ten times what it was corrected to last', async () => {
  const ports = await open();
  const corrected = (nth: number, is: number, on: string): Change => ({
    ...correction({ is, on: day(on) }),
    key: `${cycle}|plan|1|2020-21 Q2|${nth}`,
  });
  byHand(ports, corrected(9, 690, '2020-10-22'));
  byHand(ports, corrected(10, 680, '2020-10-23'));
  const { dataset, ordered } = await prepared(ports, cabinet);
  const says = JSON.stringify(composePaper(dataset, ordered));
  expect(says).toContain('corrected since: 680 on Fri 23 October 2020');
  expect(says).not.toContain('corrected since: 690');
});

describe('an issue', () => {
  it('is refused until all have cleared it, and to everybody but the performance team', async () => {
    const ports = await open();
    await clear(ports, 'treasurer', 'finance');
    expect(await issue(ports)).toMatchObject({ fault: { left: ['legal', 'portfolio'] } });
    await clearAll(ports);
    expect(await issue(ports, cabinet, 'treasurer')).toMatchObject({ reason: 'not allowed' });
    expect(linesOf(ports)).toEqual([]);
  });
  it('is refused while words changed since a clearance have not been cleared again', async () => {
    const ports = await open();
    await clearAll(ports);
    await word(ports);
    const left = ['finance', 'legal', 'portfolio'];
    expect(await issue(ports)).toMatchObject({ fault: { kind: 'not cleared', left } });
    // Its list tells the same, and the Journal why.
    expect(paperRow(ports, cabinet)?.state).toBe('In clearance');
    expect([...ports.replica.registers().journal.values()].at(-1)).toMatchObject({
      by: 'pat',
      why: 'Words were changed after it was cleared: 1 Measure 1',
    });
    await clear(ports, 'treasurer', 'finance');
    expect(await issue(ports)).toMatchObject({ fault: { left: ['legal', 'portfolio'] } });
    await clearAll(ports);
    expect(paperRow(ports, cabinet)?.state).toBe('Cleared');
    expect((await issue(ports)).outcome).toBe('issued');
    expect(saysOf(ports)).toContain('Two streets took longer.');
  });
  it('waits for nobody anew over words that another paper alone is told of', async () => {
    const ports = await open();
    await clearAll(ports);
    await clearAll(ports, residents);
    // Papers for residents print nobody's commentary.
    await word(ports);
    expect(paperRow(ports, residents)?.state).toBe('Cleared');
    expect((await issue(ports, residents)).outcome).toBe('issued');
  });
  it('with words changed once its agenda is out, for other papers, needs no new clearance', async () => {
    const ports = await open();
    await clearAll(ports);
    const sent = at(ports, '2020-11-13T09:00');
    expect((await word(sent, { paper: directors, words: 'Later.' })).outcome).toBe('worded');
    expect((await issue(sent)).outcome).toBe('issued');
    expect(saysOf(ports)).not.toContain('Later.');
  });
  it('writes what the paper says, line by line, exempt lines apart, once', async () => {
    const ports = await open();
    await clearAll(ports);
    const { dataset, ordered } = await prepared(ports, cabinet);
    const said = paperRows(composePaper(dataset, ordered));
    expect(await issue(ports)).toEqual({ outcome: 'issued', lines: said.length });
    expect(linesOf(ports).map(({ words, cells }) => words ?? cells)).toEqual(
      said.map(({ words, cells }) => words ?? cells),
    );
    expect(said.some(({ isExempt }) => isExempt)).toBe(true);
    expect(linesOf(ports).map(({ access }) => access)).toEqual(
      said.map(({ isExempt }) => (isExempt ? 'exempt' : 'public')),
    );
    const before = own.outbox.depth().changes;
    expect(await issue(ports)).toEqual({ outcome: 'already', lines: said.length });
    expect(own.outbox.depth().changes).toBe(before);
    expect(paperRow(ports, cabinet)).toMatchObject({
      state: 'Issued',
      lines: said.length,
      issuedBy: 'pat',
    });
  });
  it('stays as it is: words and corrections of later are not in it', async () => {
    const ports = await open();
    await clearAll(ports);
    await issue(ports);
    expect(await word(ports)).toMatchObject(refusedFor('issued'));
    expect(await clear(ports, 'treasurer', 'finance')).toMatchObject(refusedFor('issued'));
    await word(ports, { paper: directors });
    byHand(ports, correction());
    expect((await prepared(ports, directors)).ordered.restatements).toHaveLength(1);
    const { ordered } = await prepared(ports, cabinet);
    expect(ordered.restatements).toEqual([]);
    expect([...ordered.words]).toEqual([]);
  });
  it('leaves nothing standing of a longer attempt before it', async () => {
    const ports = await open();
    await clearAll(ports);
    const stale = change('paperLines', `${cabinet}|9999`, {
      title: '9999. Stale',
      plan: 'plan',
      paper: cabinet,
      position: 9_999,
      kind: 'paragraph',
      words: 'Stale',
    });
    ports.replica.lay([asPending(stale, 0)]);
    await issue(ports);
    expect(linesOf(ports).at(-1)).toMatchObject({ position: 9_999, words: null, cells: null });
  });
  it('by two at once is one', async () => {
    const ports = await open();
    await clearAll(ports);
    const both = await Promise.all([issue(ports), issue(ports, cabinet, 'sam')]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['already', 'issued']);
    expect(new Set(linesOf(ports).map(({ key }) => key)).size).toBe(
      paperRow(ports, cabinet)?.lines,
    );
  });
  it('cut short after any part is finished by the next press, with the words of the first', async () => {
    const ports = await open();
    await clearAll(ports);
    const whole = await (async () => {
      const { dataset, ordered } = await prepared(ports, cabinet);
      return paperRows(composePaper(dataset, ordered)).length;
    })();
    // Fixed, its lines, issued: it dies before its lines, and the next time once they are there.
    for (const dieAt of [2, 2]) {
      const dying: Ports = { ...ports, outbox: dyingAt(own.outbox, dieAt) };
      await expect(issue(dying)).rejects.toThrow('The process ended.');
      expect(paperRow(ports, cabinet)?.issuedAt).toBeNull();
      expect(await word(ports)).toMatchObject(refusedFor('issued'));
    }
    expect(await issue(at(ports, '2020-10-23T10:00'))).toEqual({ outcome: 'issued', lines: whole });
    expect(paperRow(ports, cabinet)?.wordsFrozenAt?.toString()).toBe('2020-10-21T09:00:00Z');
    expect(linesOf(ports)).toHaveLength(whole);
  });
});

/** An Outbox whose process ends before the nth acceptance. */
const dyingAt = (outbox: Outbox, nth: number): Outbox => {
  let count = 0;
  return {
    ...outbox,
    accept: (entries) => {
      count += 1;
      return count === nth
        ? Promise.reject(new Error('The process ended.'))
        : outbox.accept(entries);
    },
  };
};

describe('a row that is marked exempt after the close', () => {
  it('is kept out of every paper that has not been issued, and into its appendix', async () => {
    const ports = await open();
    await clearAll(ports);
    await clear(ports, 'treasurer', 'finance', directors);
    await issue(ports, directors);
    const before = await prepared(ports, cabinet);
    byHand(ports, change('measures', 'plan|1', { access: 'exempt', exemptUnder: '4' }));
    const after = await prepared(ports, cabinet);
    const says = ({ sections, confidential }: Paper) =>
      [sections, confidential].map((part) => JSON.stringify(part).includes('Measure 1'));
    expect(says(composePaper(before.dataset, before.ordered))).toEqual([true, false]);
    expect(says(composePaper(after.dataset, after.ordered))).toEqual([false, true]);
    expect(after.version).not.toBe(before.version);
    const out = await prepared(ports, directors);
    expect(says(composePaper(out.dataset, out.ordered))).toEqual([true, false]);
  });
});

describe('a hold before an election', () => {
  const held = () => open(papersRows({ holds: [preElection] }));
  it('keeps papers for residents from being issued on its days, and no paper of a meeting', async () => {
    const ports = await held();
    await clearAll(ports, residents);
    await clearAll(ports, cabinet);
    expect(paperRow(ports, residents)?.state).toBe('Held');
    expect(await issue(ports, residents)).toMatchObject(refusedFor('held'));
    expect(await issue(at(ports, '2020-11-05T23:00'), residents)).toMatchObject(refusedFor('held'));
    expect((await issue(ports, cabinet)).outcome).toBe('issued');
    expect((await issue(at(ports, '2020-11-06T00:00'), residents)).outcome).toBe('issued');
  });
  it('is released by the monitoring officer’s post alone, with a reason, once', async () => {
    const ports = await held();
    await clearAll(ports, residents);
    const release = (by: string, because = 'No candidate stands') =>
      releaseHold(ports, { by, hold: preElection.key, because });
    expect(await release('pat')).toMatchObject(refusedFor('not the officer'));
    expect(await release('solicitor', ' ')).toMatchObject(refusedFor('blank'));
    expect((await release('solicitor')).outcome).toBe('released');
    expect(await release('solicitor')).toMatchObject(refusedFor('released'));
    expect(ports.replica.registers().holds.get(preElection.key)).toMatchObject({
      releasedBy: 'solicitor',
      releasedBecause: 'No candidate stands',
    });
    expect((await issue(ports, residents)).outcome).toBe('issued');
  });
});

describe('the shelf', () => {
  it('keeps a paper that was begun for a board which is not in the matrix any more', async () => {
    const ports = await open();
    await clear(ports, 'treasurer', 'finance');
    const registers = ports.replica.registers();
    const without = {
      ...registers,
      boards: (await open(papersRows({ boards: [] }))).replica.registers().boards,
    };
    const cycleRow = registers.cycles.get(cycle);
    if (!cycleRow) throw new Error('There is no such cycle.');
    expect(papersOf(without, cycleRow).map(({ key }) => key)).toContain(cabinet);
  });
});

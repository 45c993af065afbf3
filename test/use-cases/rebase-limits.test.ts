// Limits that begin again: by the performance team alone, with a reason, once, and in the Journal.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOutbox } from '../../src/outbox/sqlite-outbox.ts';
import type { Row } from '../../src/registers/registers.ts';
import { change } from '../../src/use-cases/change.ts';
import type { Outbox, Ports } from '../../src/use-cases/ports.ts';
import { rebaseLimits } from '../../src/use-cases/rebase-limits.ts';
import { asPending } from '../pending.ts';
import { registersOf } from '../rules/table-of.ts';
import { councilWith } from './given-ports.ts';

let folder: string;
let outbox: Outbox;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'golden-thread-rebase-'));
  outbox = openOutbox(path.join(folder, 'outbox.sqlite'));
});
afterEach(() => {
  outbox.close();
  rmSync(folder, { recursive: true, force: true });
});

const council = (measure: Partial<Row<'measures'>> = {}): Ports =>
  councilWith(
    outbox,
    registersOf({
      people: [
        { key: 'team', objectId: 't', roles: ['performance team'] },
        {
          key: 'gone',
          objectId: 'g',
          roles: ['performance team'],
          leftOn: Temporal.PlainDate.from('2021-01-04'),
        },
        { key: 'ann', objectId: 'a', roles: ['owner', 'manager', 'SMT'] },
      ],
      measures: [{ code: 'M', owner: 'ann', ...measure }],
      returns: [
        { measure: 'plan|M', period: '2020-21 Q1', value: 60 },
        { measure: 'plan|M', period: '2020-21 Q2', value: 70 },
        { measure: 'plan|M', period: '2020-21 Q3', state: 'Due' },
      ],
    }),
  ) as Ports;

const asked = (more: object = {}) => ({
  by: 'team',
  measure: 'plan|M',
  period: '2020-21 Q2',
  because: ' Counted by household from July. ',
  ...more,
});

describe('limits that begin again', () => {
  it('are kept with who decided it, when and why, and so is the change', async () => {
    const ports = council();
    expect((await rebaseLimits(ports, asked())).outcome).toBe('rebased');
    const registers = ports.replica.registers();
    expect(registers.rebasings.get('plan|M|2020-21 Q2')).toMatchObject({
      measure: 'plan|M',
      plan: 'plan',
      period: '2020-21 Q2',
      by: 'team',
      because: 'Counted by household from July.',
      on: Temporal.PlainDate.from('2021-03-10'),
    });
    const told = [...registers.journal.values()];
    expect(told.some(({ why }) => why === 'Counted by household from July.')).toBe(true);
  });

  it('begin once, however often it is pressed, and the reason stands as it was given', async () => {
    const ports = council();
    const both = await Promise.all([rebaseLimits(ports, asked()), rebaseLimits(ports, asked())]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['already', 'rebased']);
    expect((await rebaseLimits(ports, asked())).outcome).toBe('already');
    const other = await rebaseLimits(ports, asked({ because: 'Another reason' }));
    expect(other).toMatchObject({ outcome: 'refused', reason: 'wrong state' });
    expect(ports.replica.registers().rebasings.size).toBe(1);
  });

  it('begin again once more where that was taken out of its list by hand', async () => {
    const first = council();
    await rebaseLimits(first, asked());
    const after = council();
    for (const { key, ...row } of first.replica.registers().journal.values())
      after.replica.lay([asPending(change('journal', key, row), 5_000_000)]);
    const because = 'Counted by household after all.';
    expect(await rebaseLimits(after, asked({ because }))).toMatchObject({ outcome: 'rebased' });
  });

  it.each([
    ['an owner, a manager or a director', { by: 'ann' }, 'not allowed'],
    ['somebody who is nobody', { by: 'nobody' }, 'not allowed'],
    ['whoever has left the performance team', { by: 'gone' }, 'has left'],
    ['a request for a measure that is not there', { measure: 'plan|X' }, 'unknown return'],
    ['no reason', { because: ' \n ' }, 'no reason given'],
    ['a reason of 501 characters', { because: 'a'.repeat(501) }, 'reason too long'],
    ['a period that has no figure yet', { period: '2020-21 Q3' }, 'wrong state'],
    ['the first figure of all', { period: '2020-21 Q1' }, 'wrong state'],
    ['what is no period', { period: 'soon' }, 'wrong state'],
  ])('are refused to %s, and nothing is changed', async (_, more, reason) => {
    const ports = council();
    expect(await rebaseLimits(ports, asked(more))).toMatchObject({ outcome: 'refused', reason });
    expect(ports.replica.registers().rebasings.size).toBe(0);
    expect(outbox.depth().changes).toBe(0);
  });

  it('of an exempt measure are exempt', async () => {
    const ports = council({ access: 'exempt', exemptUnder: '3' });
    await rebaseLimits(ports, asked());
    expect(ports.replica.registers().rebasings.get('plan|M|2020-21 Q2')).toMatchObject({
      access: 'exempt',
      exemptUnder: '3',
    });
  });
});

// Who is asked to approve, which answers are plain, and on which day one card goes to each of them.
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { approversOf, notPlain } from '../../src/rules/approval.ts';
import { approvalsDue, nextApprovals } from '../../src/rules/approvals-due.ts';
import { stillWanted } from '../../src/rules/ladder.ts';
import { approvingRows, cycle, day, returnOf, type Said } from '../use-cases/approving-council.ts';
import { closedDayRows } from './bank-holidays.ts';
import { clock } from './given-council.ts';
import { type Rows, registersOf } from './table-of.ts';

const answeredAt = (moment: string) => clock(moment.slice(0, 10), moment.slice(11)).toInstant();
const awaiting = (set: Partial<Row<'returns'>> = {}) => ({
  state: 'Returned' as const,
  value: 400,
  returnedBy: 'ann',
  returnedAt: answeredAt('2020-10-05T10:00'),
  approval: 'awaiting' as const,
  revision: 1,
  ...set,
});
const council = (said: Said = {}, more: Rows = {}) =>
  registersOf({
    ...approvingRows({ ...said, returns: { '1': awaiting(), ...said.returns } }),
    closedDays: closedDayRows,
    ...more,
  });
const asked = (registers: ReturnType<typeof council>, code = '1') => {
  const found = registers.returns.get(returnOf(code));
  if (!found) throw new Error('Not asked in this test.');
  return found;
};
const approvers = (said: Said = {}) => {
  const registers = council(said);
  return approversOf(registers, asked(registers), day('2020-10-06')).map(({ key }) => key);
};
const away = { awayUntil: day('2020-10-20') };

describe('who is asked to approve', () => {
  it('is the team’s manager, or their deputy while they are away', () => {
    expect(approvers()).toEqual(['head']);
    expect(approvers({ people: { head: away } })).toEqual(['dep']);
  });
  it('is never who answered: then it is the director', () => {
    expect(approvers({ returns: { '1': awaiting({ returnedBy: 'head' }) } })).toEqual(['director']);
    const covered = { people: { head: away }, returns: { '1': awaiting({ returnedBy: 'dep' }) } };
    expect(approvers(covered)).toEqual(['director']);
  });
  it('is the director where the manager has left or is away with nobody to cover', () => {
    const gone = { leftOn: day('2020-10-01') };
    expect(approvers({ people: { head: gone } })).toEqual(['director']);
    expect(approvers({ people: { head: { ...away, deputy: null } } })).toEqual(['director']);
  });
  it('is SMT with no team of their own where the directorate has no director', () => {
    const none = { director: { leftOn: day('2020-10-01') }, head: { leftOn: day('2020-10-01') } };
    expect(approvers({ people: none })).toEqual(['chief']);
  });
  it('waits for the manager where everybody is away', () => {
    const all = { head: { ...away, deputy: null }, director: away };
    expect(approvers({ people: all })).toEqual(['head']);
  });
});

describe('an answer that is not plain', () => {
  it('is off target, doubted, provisional or without a figure', () => {
    const why = (set: Partial<Row<'returns'>>) => {
      const registers = council({ returns: { '1': awaiting(set) } });
      return notPlain(registers, asked(registers));
    };
    expect(why({ finality: 'final' })).toEqual([]);
    expect(why({ finality: 'final', value: 501 })).toEqual(['off target']);
    expect(why({ doubted: 'Twice last quarter.', finality: 'provisional' })).toEqual([
      'doubted',
      'provisional',
    ]);
    expect(why({ state: 'No data until', value: null, finality: null })).toEqual(['no figure']);
  });
});

describe('the card of what waits', () => {
  const due = (moment: string, said: Said = {}, more: Rows = {}) =>
    approvalsDue(council(said, more), cycleIn(said), clock(moment.slice(0, 10), moment.slice(11)));
  const cycleIn = (said: Said) => {
    const found = council(said).cycles.get(cycle);
    if (!found) throw new Error('There is no cycle in this test.');
    return found;
  };
  const people = (...given: Parameters<typeof due>) => due(...given).map(({ person }) => person);
  const card = (on: string): Partial<Row<'notifications'>> => ({
    key: `head|${cycle}|Approve|${on}`,
    person: 'head',
    cycle,
    step: 'Approve',
    fellDueAt: answeredAt(`${on}T09:00`),
  });

  it('goes at the cycle’s hour of the next day it may, to whoever approves', () => {
    expect(people('2020-10-05T16:00')).toEqual([]);
    expect(people('2020-10-06T08:59')).toEqual([]);
    expect(due('2020-10-06T09:00')).toMatchObject([
      { person: 'head', on: day('2020-10-06'), fellDueAt: answeredAt('2020-10-06T09:00') },
    ]);
  });
  it('goes once a day, however often it is looked at', () => {
    expect(people('2020-10-06T11:00', {}, { notifications: [card('2020-10-06')] })).toEqual([]);
  });
  it('goes again only when something has come since', () => {
    const told = { notifications: [card('2020-10-06')] };
    expect(people('2020-10-07T09:00', {}, told)).toEqual([]);
    const later = awaiting({ returnedAt: answeredAt('2020-10-06T10:00') });
    expect(people('2020-10-07T09:00', { returns: { '2': later } }, told)).toEqual(['head']);
  });
  it('goes to all once more on the last working day before the close, and not after it', () => {
    const told = { notifications: [card('2020-10-06')] };
    expect(people('2020-10-19T09:00', {}, told)).toEqual([]);
    expect(people('2020-10-20T09:00', {}, told)).toEqual(expect.arrayContaining(['head']));
    const again = { notifications: [card('2020-10-20')] };
    expect(people('2020-10-20T15:00', {}, again)).not.toContain('head');
    expect(people('2020-10-21T09:00', {}, told)).toEqual([]);
  });
  it('waits a day where its person has had a reminder that day', () => {
    const reminder = (on: string): Partial<Row<'notifications'>> => ({
      person: 'head',
      cycle,
      step: 'Reminder',
      state: 'Sent',
      settledAt: answeredAt(`${on}T09:00`),
    });
    expect(people('2020-10-06T09:00', {}, { notifications: [reminder('2020-10-06')] })).toEqual([]);
    expect(people('2020-10-07T09:00', {}, { notifications: [reminder('2020-10-06')] })).toEqual([
      'head',
    ]);
  });
  it('does not go on a day that is closed, or not one of theirs', () => {
    expect(people('2020-10-10T09:00')).toEqual([]);
    expect(people('2020-10-06T09:00', { people: { head: { workingDays: 'Wed' } } })).toEqual([]);
  });
  it('asks the director to sign once all is answered and approved, or before the close', () => {
    const settled = (code: string) =>
      awaiting({
        approval: code === '3' ? null : 'approved',
        approvedAt: answeredAt('2020-10-13T10:00'),
      });
    const all = { returns: { '1': settled('1'), '2': settled('2'), '3': settled('3') } };
    expect(people('2020-10-14T09:00', all)).toEqual([]);
    expect(people('2020-10-15T09:00', all)).toEqual(['director']);
    const missing = { returns: { '1': settled('1'), '2': settled('2') } };
    expect(people('2020-10-16T09:00', missing)).toEqual([]);
    expect(people('2020-10-20T09:00', missing)).toEqual(['director']);
  });
  it('is not wanted any more once nothing waits', () => {
    const message = { person: 'head', cycle, step: 'Approve' as const };
    expect(stillWanted(council(), message, day('2020-10-06'))).toBe(true);
    const approved = council({ returns: { '1': awaiting({ approval: 'approved' }) } });
    expect(stillWanted(approved, message, day('2020-10-06'))).toBe(false);
    const back = { person: 'ann', cycle, step: 'Sent back' as const };
    const sent = council({ returns: { '1': awaiting({ state: 'Due', approval: 'sent back' }) } });
    expect(stillWanted(sent, back, day('2020-10-06'))).toBe(true);
    expect(stillWanted(council(), back, day('2020-10-06'))).toBe(false);
  });
});

describe('the next card of what waits', () => {
  const next = (moment: string, said: Said = {}) => {
    const registers = council(said);
    const row = registers.cycles.get(cycle);
    if (!row) throw new Error('There is no cycle in this test.');
    const at = nextApprovals(registers, row, clock(moment.slice(0, 10), moment.slice(11)));
    return at?.toPlainDateTime().toString() ?? null;
  };
  it('is foretold, and none where nothing comes any more', () => {
    expect(next('2020-10-05T16:00')).toBe('2020-10-06T09:00:00');
    expect(next('2020-10-20T09:00')).toBeNull();
    const none = { '1': awaiting({ approval: null }) };
    expect(next('2020-10-05T16:00', { returns: none })).toBe('2020-10-20T09:00:00');
  });
});

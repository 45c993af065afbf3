import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { returnStates } from '../../src/registers/words.ts';
import { type Completion, type Counts, completionOf } from '../../src/rules/completion.ts';
import { day } from './arbitrary.ts';
import { type Council, council, cycleKey } from './given-council.ts';
import { registersOf } from './table-of.ts';

type Sent = Partial<Row<'notifications'>>;
const sent = (person: string, more: Sent): Sent => ({
  person,
  cycle: cycleKey,
  step: 'Opening',
  fellDueAt: Temporal.Instant.from('2020-10-01T08:00:00Z'),
  ...more,
});

const board = (said: Council = {}, today = '2020-10-09'): Completion => {
  const registers = council(said);
  const cycle = registers.cycles.get(cycleKey);
  if (!cycle) throw new Error('the cycle of this test is gone');
  return completionOf(registers, cycle, day(today));
};
const counts = ({ asked, answered, owed, late, unreachable, away }: Counts) => ({
  asked,
  answered,
  owed,
  late,
  unreachable,
  away,
});
const teamOf = (whole: Completion, key: string) =>
  whole.directorates.flatMap(({ teams }) => teams).find((each) => each.key === key);
const personOf = (whole: Completion, team: string, key: string | null) =>
  teamOf(whole, team)?.people.find(({ owner }) => (owner?.key ?? null) === key);

describe('how far a cycle has got', () => {
  it('is counted by directorate, by team and by whoever owns each return', () => {
    const whole = board({ answered: { 1: 'Returned', 3: 'No data until' } });
    expect(whole).toMatchObject({ asked: 5, answered: 2, owed: 3 });
    expect(whole.directorates.map(({ name, asked, owed }) => [name, asked, owed])).toEqual([
      ['Housing', 4, 2],
      ['Place', 1, 1],
    ]);
    expect(teamOf(whole, 'repairs')).toMatchObject({ asked: 2, answered: 1, owed: 1 });
    expect(personOf(whole, 'needs', 'ann')).toMatchObject({ asked: 2, answered: 1, owed: 1 });
  });

  it('leaves out what was withdrawn', () => {
    expect(board({ answered: { 1: 'Withdrawn' } }).asked).toBe(4);
  });

  it('is late only once its day is past, and answered is never late', () => {
    const answered = { 1: 'Returned' } as const;
    expect(board({ answered }, '2020-10-14').late).toBe(0);
    expect(board({ answered }, '2020-10-15').late).toBe(4);
  });

  it('once the cycle has closed, counts whatever is owed as never answered', () => {
    expect(board({ cycle: { state: 'Closed' } }, '2020-10-09').late).toBe(5);
  });

  it('says who is away, and asks whoever covers for them, until the day they are back', () => {
    const away = { ann: '2020-10-12' };
    const ann = personOf(board({ away }, '2020-10-09'), 'needs', 'ann');
    expect([ann?.away, ann?.asks.map(({ key }) => key)]).toEqual([2, ['dee']]);
    const back = personOf(board({ away }, '2020-10-12'), 'needs', 'ann');
    expect([back?.away, back?.asks.map(({ key }) => key)]).toEqual([0, ['ann']]);
  });

  it('asks the team’s manager for what nobody owns', () => {
    const nobody = personOf(board(), 'streets', null);
    expect(nobody?.owner).toBeNull();
    expect(nobody?.asks.map(({ key }) => key)).toEqual(['streets-head']);
  });

  it('asks nobody for what is answered', () => {
    expect(personOf(board({ answered: { 3: 'Returned' } }), 'repairs', 'bob')?.asks).toEqual([]);
  });
});

describe('who cannot be reached', () => {
  it('is whoever the last message did not reach: failed and unreachable alike', () => {
    const notifications = [sent('ann', { state: 'Unreachable' }), sent('bob', { state: 'Failed' })];
    const whole = board({ notifications });
    expect(personOf(whole, 'needs', 'ann')?.unreachable).toBe(2);
    expect(personOf(whole, 'repairs', 'bob')?.unreachable).toBe(1);
    expect(whole.unreachable).toBe(3);
  });

  it('is reached again by a later message that arrived, and not by one that still waits', () => {
    const before = sent('ann', { state: 'Unreachable' });
    const fellDueAt = Temporal.Instant.from('2020-10-09T08:00:00Z');
    const later = (state: Row<'notifications'>['state']) =>
      sent('ann', { step: 'Reminder', state, fellDueAt });
    expect(board({ notifications: [before, later('Sent')] }).unreachable).toBe(0);
    expect(board({ notifications: [later('Sent'), before] }).unreachable).toBe(0);
    expect(board({ notifications: [before, later('Queued')] }).unreachable).toBe(2);
    expect(board({ notifications: [before, later('Passed over')] }).unreachable).toBe(2);
  });

  it('is by when a message ended, not by when it fell due: an old one delivered again counts', () => {
    const settledAt = Temporal.Instant.from('2020-10-09T09:00:00Z');
    const notifications = [
      sent('ann', { state: 'Sent', settledAt }),
      sent('ann', {
        step: 'Reminder',
        state: 'Unreachable',
        fellDueAt: Temporal.Instant.from('2020-10-09T08:00:00Z'),
        settledAt: Temporal.Instant.from('2020-10-09T08:00:00Z'),
      }),
    ];
    expect(board({ notifications }).unreachable).toBe(0);
  });

  it('is nobody where the deputy who covers has the card', () => {
    const notifications = [sent('ann', { state: 'Unreachable' }), sent('dee', { state: 'Sent' })];
    expect(board({ notifications, away: { ann: '2020-10-12' } }).unreachable).toBe(0);
  });

  it('includes returns nobody can be asked for at all', () => {
    const registers = registersOf({
      teams: [{ key: 'streets', manager: null }],
      measures: [{ code: '5', team: 'streets', owner: null }],
      cycles: [{}],
      returns: [{ measure: 'plan|5', period: '2020-21 Q2', cycle: cycleKey, state: 'Due' }],
    });
    const cycle = registers.cycles.get(cycleKey);
    const whole = cycle && completionOf(registers, cycle, day('2020-10-09'));
    expect(whole).toMatchObject({ owed: 1, unreachable: 1 });
  });

  it('is not said of somebody who owes nothing any more', () => {
    const answered = { 1: 'Returned', 2: 'Returned' } as const;
    const notifications = [sent('ann', { state: 'Unreachable' })];
    expect(board({ answered, notifications }).unreachable).toBe(0);
  });
});

describe('whatever a cycle holds', () => {
  const codes = ['1', '2', '3', '4', '5'];
  const people = ['ann', 'bob', 'dee', 'repairs-head', 'streets-head'];
  const anyCouncil = fc.record({
    answered: fc.dictionary(fc.constantFrom(...codes), fc.constantFrom(...returnStates)),
    away: fc.dictionary(fc.constantFrom(...people), fc.constantFrom('2020-10-08', '2020-10-30')),
    cycle: fc.record({ state: fc.constantFrom('Open', 'Closed', 'Suspended') }),
    notifications: fc
      .uniqueArray(
        fc.record({
          person: fc.constantFrom(...people),
          step: fc.constantFrom('Opening', 'Reminder'),
          state: fc.constantFrom('Queued', 'Sent', 'Unreachable', 'Failed', 'Withdrawn'),
        }),
        { selector: ({ person, step }) => `${person} ${step}` },
      )
      .map((rows) => rows.map(({ person, ...more }) => sent(person, more as Sent))),
  });
  const sum = (lines: readonly Counts[]) =>
    lines.reduce(
      (total, line) => ({
        asked: total.asked + line.asked,
        answered: total.answered + line.answered,
        owed: total.owed + line.owed,
        late: total.late + line.late,
        unreachable: total.unreachable + line.unreachable,
        away: total.away + line.away,
      }),
      { asked: 0, answered: 0, owed: 0, late: 0, unreachable: 0, away: 0 },
    );

  it('the parts add up, every return asked is owed or answered, and the rest is part of owed', () => {
    fc.assert(
      fc.property(anyCouncil, fc.constantFrom('2020-10-09', '2020-10-16'), (said, today) => {
        const whole = board(said as Council, today);
        expect(counts(whole)).toEqual(sum(whole.directorates));
        for (const directorate of whole.directorates) {
          expect(counts(directorate)).toEqual(sum(directorate.teams));
          for (const team of directorate.teams) {
            expect(counts(team)).toEqual(sum(team.people));
            for (const line of team.people) {
              expect(line.asked).toBe(line.owed + line.answered);
              expect(Math.max(line.late, line.unreachable, line.away)).toBeLessThanOrEqual(
                line.owed,
              );
              expect(line.asks.length > 0).toBe(line.owed > 0);
            }
          }
        }
      }),
    );
  });
});

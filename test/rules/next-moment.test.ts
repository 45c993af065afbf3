import { describe, expect, it } from 'vitest';
import { momentWords } from '../../src/rules/date-words.ts';
import { nextMoments } from '../../src/rules/next-moment.ts';
import { type Council, clock, council, cycleKey } from './given-council.ts';
import { registersOf } from './table-of.ts';

const moves = (said: Council, date: string, time?: string) =>
  nextMoments(council(said), clock(date, time)).map(
    ({ id, label, at }) => `${id}: ${label}, ${momentWords(at)}`,
  );
const planned = { cycle: { state: 'Planned' } } as const;

describe('where the council’s clock could be moved', () => {
  it('before a planned cycle: to its opening and to the next working day', () => {
    expect(moves(planned, '2020-09-25', '17:00')).toEqual([
      'next: Quarter 2 opens, Thu 1 October 2020, 09:00',
      'next-working-day: Next working day, Mon 28 September 2020, 09:00',
    ]);
  });
  it('on opening day: to the reminder, the next working day, the deadline and the close', () => {
    expect(moves({}, '2020-10-01')).toEqual([
      'next: Reminder goes out, Fri 9 October 2020, 09:00',
      'next-working-day: Next working day, Fri 2 October 2020, 09:00',
      'deadline: Quarter 2 returns are due, Wed 14 October 2020, 09:00',
      'close: Quarter 2 closes, Wed 21 October 2020, 09:00',
    ]);
  });
  it.each([
    ['2020-10-09', 'next: Deadline reminder goes out, Wed 14 October 2020, 09:00'],
    ['2020-10-14', 'next: Managers hear of what is missing, Thu 15 October 2020, 09:00'],
    ['2020-10-15', 'next: SMT hears of what is missing, Mon 19 October 2020, 09:00'],
    ['2020-10-19', 'next: Quarter 2 closes, Wed 21 October 2020, 09:00'],
  ])('on %s, %s', (date, next) => {
    expect(moves({}, date)[0]).toBe(next);
  });
  it('never back: a moment that has come is no longer offered', () => {
    expect(moves({}, '2020-10-14').join()).not.toMatch(/deadline:/);
    expect(moves({}, '2020-10-13', '23:00').join()).toMatch(/deadline:/);
    expect(moves({}, '2020-10-21')).toEqual([
      'next-working-day: Next working day, Thu 22 October 2020, 09:00',
    ]);
  });
  it('by a council’s own hour', () => {
    expect(moves({ cycle: { sendAt: '09:30' } }, '2020-10-01')[0]).toMatch(/09:30$/);
  });
  it('past the bank holidays: after Christmas Eve 2020 comes the 29th', () => {
    expect(moves({}, '2020-12-24')).toEqual([
      'next-working-day: Next working day, Tue 29 December 2020, 09:00',
    ]);
  });
  it.each(['Closed', 'Withdrawn'] as const)('a cycle that is %s offers nothing', (state) => {
    expect(moves({ cycle: { state } }, '2020-10-01')).toHaveLength(1);
  });
  it('with one cycle open and the next planned, what comes first is next', () => {
    const registers = registersOf({
      cycles: [
        { state: 'Planned', period: '2020-21 Q3', opensOn: Temporal.PlainDate.from('2021-01-04') },
        { state: 'Open', period: '2020-21 Q2' },
      ],
    });
    const labels = (date: string) => nextMoments(registers, clock(date)).map(({ label }) => label);
    expect(labels('2020-10-15')[0]).toBe('SMT hears of what is missing');
    expect(labels('2020-12-01')).toEqual(['Quarter 3 opens', 'Next working day']);
  });
  it('a figure promised for a day in the cycle: that day, at the hour cards go out', () => {
    const registers = registersOf({
      measures: [{ code: '1' }],
      cycles: [{}],
      returns: [
        {
          measure: 'plan|1',
          period: '2020-21 Q2',
          cycle: 'plan|2020-21 Q2',
          state: 'No data until',
          noDataUntil: Temporal.PlainDate.from('2020-10-10'),
        },
      ],
    });
    const [next] = nextMoments(registers, clock('2020-10-09', '12:00'));
    expect(next && `${next.label}, ${momentWords(next.at)}`).toBe(
      'A figure promised for a date is asked for again, Mon 12 October 2020, 09:00',
    );
  });
  it.each([
    ['late in the evening', '2020-10-14', '20:00', 'Thu 15 October 2020, 08:00'],
    ['on a Saturday', '2020-10-17', '12:00', 'Mon 19 October 2020, 08:00'],
  ])('cards that fell due and wait, %s: the moment they may go', (_when, date, time, at) => {
    expect(moves({}, date, time)[0]).toBe(`next: Cards that waited go out, ${at}`);
  });
  it('a step that falls in the quiet hours: the moment they are over', () => {
    expect(moves({ cycle: { sendAt: '07:00' } }, '2020-10-14', '06:00')[0]).toBe(
      'next: Deadline reminder goes out, Wed 14 October 2020, 08:00',
    );
  });
  it('a reminder that waits for the morrow, after one today', () => {
    const notifications = ['ann', 'bob', 'repairs-head', 'streets-head'].flatMap((person) => [
      { person, cycle: cycleKey, step: 'Opening' as const },
      { person, cycle: cycleKey, step: 'Reminder' as const },
      {
        person,
        cycle: cycleKey,
        step: 'Nudge' as const,
        fellDueAt: clock('2020-10-14', '08:30').toInstant(),
        settledAt: clock('2020-10-14', '08:30').toInstant(),
      },
    ]);
    expect(moves({ notifications }, '2020-10-14')[0]).toBe(
      'next: Cards that waited go out, Thu 15 October 2020, 08:00',
    );
  });
  it('a second reminder in the queue, after the first has gone: the next morning', () => {
    const waits = { person: 'bob', cycle: cycleKey, fellDueAt: clock('2020-10-13').toInstant() };
    const notifications = [
      { ...waits, step: 'Nudge' as const, settledAt: clock('2020-10-13').toInstant() },
      { ...waits, step: 'Reminder' as const, state: 'Queued' as const },
    ];
    expect(moves({ notifications }, '2020-10-13', '17:00')[0]).toBe(
      'next: Cards that waited go out, Wed 14 October 2020, 08:00',
    );
  });
  it('a cycle that is suspended offers nothing', () => {
    expect(moves({ cycle: { state: 'Suspended' } }, '2020-10-09')).toEqual([
      'next-working-day: Next working day, Mon 12 October 2020, 09:00',
    ]);
  });
});

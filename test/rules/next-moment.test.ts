import { describe, expect, it } from 'vitest';
import { momentWords } from '../../src/rules/date-words.ts';
import { nextMoments } from '../../src/rules/next-moment.ts';
import { type Council, clock, council } from './given-council.ts';
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
});

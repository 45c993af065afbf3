import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysWorked, type Going, mayGo, mayGoAt } from '../../src/rules/quiet-hours.ts';
import { englandAndWales } from './bank-holidays.ts';
import { clock } from './given-council.ts';

const going = (
  workingDays: string | null = null,
  [quietFrom, quietUntil]: readonly (string | null)[] = [],
): Going => ({
  person: { workingDays },
  cycle: { quietFrom: quietFrom ?? null, quietUntil: quietUntil ?? null },
  closed: englandAndWales,
});
const first = (date: string, time: string, asked = going()) =>
  mayGoAt(asked, clock(date, time)).toPlainDateTime().toString({ smallestUnit: 'minute' });

describe('when something may be sent to a person', () => {
  it.each([
    ['in the morning, at eight', '2020-10-14', '07:59', '2020-10-14T08:00'],
    ['in working hours, at once', '2020-10-14', '09:30', '2020-10-14T09:30'],
    ['a minute to six, at once', '2020-10-14', '17:59', '2020-10-14T17:59'],
    ['at six, the next morning', '2020-10-14', '18:00', '2020-10-15T08:00'],
    ['on a Friday evening, on Monday', '2020-10-16', '18:30', '2020-10-19T08:00'],
    ['on a Saturday, on Monday', '2020-10-17', '12:00', '2020-10-19T08:00'],
    [
      'on Christmas Eve at night, after the bank holidays',
      '2020-12-24',
      '20:00',
      '2020-12-29T08:00',
    ],
    [
      'on the night the clocks change, by the clock on the wall',
      '2020-10-25',
      '03:00',
      '2020-10-26T08:00',
    ],
  ])('%s', (_when, date, time, at) => {
    expect(first(date, time)).toBe(at);
  });

  it('only on the days that person works', () => {
    expect(first('2020-10-14', '09:30', going('Mon Tue'))).toBe('2020-10-19T08:00');
    expect(first('2020-10-13', '09:30', going('Mon Tue'))).toBe('2020-10-13T09:30');
  });
  it('on a Saturday to somebody who says they work then', () => {
    expect(first('2020-10-17', '09:30', going('Tue Wed Sat'))).toBe('2020-10-17T09:30');
  });
  it('by a council’s own hours, over midnight or within the day', () => {
    expect(first('2020-10-14', '19:30', going(null, ['20:00', '07:30']))).toBe('2020-10-14T19:30');
    expect(first('2020-10-14', '20:00', going(null, ['20:00', '07:30']))).toBe('2020-10-15T07:30');
    expect(first('2020-10-14', '12:15', going(null, ['12:00', '13:00']))).toBe('2020-10-14T13:00');
  });
  it('by the usual hours where the register has no time that can be read', () => {
    expect(first('2020-10-14', '18:10', going(null, ['after tea', '']))).toBe('2020-10-15T08:00');
  });
  it('to somebody who is not in the register as to most', () => {
    const nobody = { ...going(), person: undefined };
    expect(first('2020-10-17', '12:00', nobody)).toBe('2020-10-19T08:00');
  });
  it('never kept back for good: where every day is closed, it goes', () => {
    const days = Array.from({ length: 800 }, (_, n) =>
      Temporal.PlainDate.from('2020-10-01').add({ days: n }).toString(),
    );
    const always = { ...going(), closed: new Set(days) };
    expect(first('2020-10-14', '09:30', always)).toBe('2020-10-14T09:30');
  });
});

describe('working days as people write them', () => {
  it.each([
    ['Mon Tue Wed', [1, 2, 3]],
    ['monday, wednesday and friday', [1, 3, 5]],
    ['Mon-Thu', [1, 2, 3, 4]],
    ['Monday to Wednesday; Fri', [1, 2, 3, 5]],
    ['Thurs – Sat', [4, 5, 6]],
    ['Sat to Mon', [1, 6, 7]],
    ['', [1, 2, 3, 4, 5]],
    ['part time', [1, 2, 3, 4, 5]],
    [null, [1, 2, 3, 4, 5]],
  ])('%s', (text, days) => {
    expect([...daysWorked(text)].sort()).toEqual(days);
  });
});

const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
const anyGoing = fc
  .record({
    days: fc.constantFrom(null, 'Mon', 'Wed Fri', 'Mon to Thu', 'Sat Sun', 'Tue Sat'),
    from: fc.option(anyTime),
    until: fc.option(anyTime),
  })
  .map(({ days, from, until }) => going(days, [from, until]));
const anyMoment = fc
  .integer({ min: 0, max: 2 * 24 * 120 })
  .map((halfHours) => clock('2020-09-15', '00:00').add({ minutes: 30 * halfHours }));

describe('whatever the hours and days are', () => {
  it('it goes at a moment it may, never before it was due, and none that it might have is let pass', () => {
    fc.assert(
      fc.property(anyGoing, anyMoment, (asked, due) => {
        const at = mayGoAt(asked, due);
        expect(mayGo(asked, at)).toBe(true);
        expect(Temporal.ZonedDateTime.compare(at, due)).toBeGreaterThanOrEqual(0);
        // Hours begin and end on the half hour here: a moment let pass would be found at one.
        for (
          let each = due;
          Temporal.ZonedDateTime.compare(each, at) < 0;
          each = each.add({ minutes: 30 })
        )
          expect(mayGo(asked, each)).toBe(false);
      }),
    );
  });
});

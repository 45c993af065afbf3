// Bank holidays: www.gov.uk/bank-holidays, England and Wales.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateWords } from '../../src/rules/date-words.ts';
import {
  closedDates,
  isWorkingDay,
  workingDayAfter,
  workingDaysBetween,
} from '../../src/rules/working-days.ts';
import { anyDay, day } from './arbitrary.ts';
import { closedDayRows, englandAndWales } from './bank-holidays.ts';
import { registersOf } from './table-of.ts';

const after = (from: string, n: number): string =>
  dateWords(workingDayAfter(day(from), n, englandAndWales));

describe('the tenth working day after a quarter ends', () => {
  it.each([
    ['2020-06-30', 'Tue 14 July 2020'],
    ['2020-09-30', 'Wed 14 October 2020'],
    ['2020-12-31', 'Fri 15 January 2021'],
    ['2021-03-31', 'Fri 16 April 2021'],
  ])('after %s is %s', (quarterEnd, due) => {
    expect(after(quarterEnd, 10)).toBe(due);
  });
});

describe('a day put down as closed, or taken off', () => {
  it('counts from the next asking on', () => {
    const [shutdown, other] = registersOf({
      closedDays: [{ date: day('2020-10-12') }, { date: day('2020-10-15') }],
    }).closedDays.values();
    let days = [shutdown];
    const closedDays = { ...registersOf({}).closedDays, values: () => days.values() };
    const first = () => dateWords(workingDayAfter(day('2020-10-09'), 1, closedNow()));
    const closedNow = () => closedDates({ closedDays } as Parameters<typeof closedDates>[0]);
    expect(first()).toBe('Tue 13 October 2020');
    days = [other];
    expect(first()).toBe('Mon 12 October 2020');
    days = [other, shutdown];
    expect(first()).toBe('Tue 13 October 2020');
    days = [];
    expect(first()).toBe('Mon 12 October 2020');
  });
});

describe('counting in working days', () => {
  it('the first working day after the Thursday before Easter 2020 is the Tuesday after', () => {
    expect(after('2020-04-09', 1)).toBe('Tue 14 April 2020');
  });
  it('the first after Christmas Eve 2020 is Tuesday 29 December', () => {
    expect(after('2020-12-24', 1)).toBe('Tue 29 December 2020');
  });
  it('three working days before Wed 14 October 2020 is the Friday before', () => {
    expect(after('2020-10-14', -3)).toBe('Fri 9 October 2020');
  });
  it('nought working days after a Saturday is the Monday, after a Monday that Monday', () => {
    expect(after('2020-10-10', 0)).toBe('Mon 12 October 2020');
    expect(after('2020-10-12', 0)).toBe('Mon 12 October 2020');
  });
  it('a number no calendar means is refused', () => {
    expect(() => after('2020-10-10', 1.5)).toThrow(/1.5/);
    expect(() => after('2020-10-10', Number.NaN)).toThrow(RangeError);
    expect(() => after('2020-10-10', 1e9)).toThrow(RangeError);
  });
  it('a closure the performance team adds to the register moves the tenth day on', () => {
    const closure = { date: day('2020-10-06'), kind: 'council closure' as const };
    const closed = closedDates(registersOf({ closedDays: [...closedDayRows, closure] }));
    expect(dateWords(workingDayAfter(day('2020-09-30'), 10, closed))).toBe('Thu 15 October 2020');
    expect(isWorkingDay(day('2020-10-06'), closed)).toBe(false);
  });
  it('from Friday to Monday is one working day, and back again one', () => {
    expect(workingDaysBetween(day('2020-10-09'), day('2020-10-12'), englandAndWales)).toBe(1);
    expect(workingDaysBetween(day('2020-10-12'), day('2020-10-09'), englandAndWales)).toBe(-1);
    expect(workingDaysBetween(day('2020-10-09'), day('2020-10-11'), englandAndWales)).toBe(0);
  });
});

const anyClosed = fc
  .array(anyDay, { maxLength: 60 })
  .map((days) => new Set([...englandAndWales, ...days.map(String)]));
const anyCount = fc.integer({ min: -60, max: 60 }).filter((n) => n !== 0);

describe('for any day, any closures and any count', () => {
  it('counting back from the n-th working day finds n', () => {
    fc.assert(
      fc.property(anyDay, anyClosed, anyCount, (from, closed, n) => {
        expect(workingDaysBetween(from, workingDayAfter(from, n, closed), closed)).toBe(n);
      }),
    );
  });
  it('the n-th working day is a working day on the right side, and later for a later start', () => {
    fc.assert(
      fc.property(anyDay, anyClosed, anyCount, (from, closed, n) => {
        const found = workingDayAfter(from, n, closed);
        expect(isWorkingDay(found, closed)).toBe(true);
        expect(Temporal.PlainDate.compare(found, from)).toBe(Math.sign(n));
        const fromTomorrow = workingDayAfter(from.add({ days: 1 }), n, closed);
        expect(Temporal.PlainDate.compare(found, fromTomorrow)).toBeLessThanOrEqual(0);
      }),
    );
  });
  it('one more working day is the next open day, however far it is counted in one go', () => {
    fc.assert(
      fc.property(anyDay, anyClosed, fc.integer({ min: 1, max: 40 }), (from, closed, n) => {
        const inSteps = workingDayAfter(workingDayAfter(from, n, closed), 1, closed);
        expect(inSteps).toEqual(workingDayAfter(from, n + 1, closed));
      }),
    );
  });
  it('one more closure never brings a working day nearer', () => {
    fc.assert(
      fc.property(anyDay, anyClosed, anyDay, (from, closed, closure) => {
        const more = new Set([...closed, String(closure)]);
        const [before, now] = [workingDayAfter(from, 10, closed), workingDayAfter(from, 10, more)];
        expect(Temporal.PlainDate.compare(before, now)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

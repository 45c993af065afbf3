import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lastMonth,
  nextPeriod,
  type Period,
  parsePeriod,
  periodEnd,
  periodStart,
  periodText,
  periodWords,
  previousPeriod,
  quarterOf,
  samePeriodLastYear,
} from '../../src/rules/period.ts';
import { anyDay, anyPeriod, day } from './arbitrary.ts';

const read = (text: string): Period => {
  const period = parsePeriod(text);
  if (period === null) throw new Error(`${text} should be a period`);
  return period;
};

describe('the days of a period', () => {
  it.each([
    ['2020-21 Q1', '2020-04-01', '2020-06-30'],
    ['2020-21 Q2', '2020-07-01', '2020-09-30'],
    ['2020-21 Q4', '2021-01-01', '2021-03-31'],
    ['2020-21 M01', '2020-04-01', '2020-04-30'],
    ['2020-21 M05', '2020-08-01', '2020-08-31'],
    ['2019-20 M11', '2020-02-01', '2020-02-29'],
    ['2020-21 M12', '2021-03-01', '2021-03-31'],
    ['2019-20', '2019-04-01', '2020-03-31'],
    ['1999-00', '1999-04-01', '2000-03-31'],
    ['2019', '2019-01-01', '2019-12-31'],
    ['2018/19 academic', '2018-09-01', '2019-08-31'],
  ])('%s runs from %s to %s', (text, start, end) => {
    const period = read(text);
    expect(periodStart(period).toString()).toBe(start);
    expect(periodEnd(period).toString()).toBe(end);
  });

  it.each([
    ['2020-03-31', '2019-20 Q4'],
    ['2020-04-01', '2020-21 Q1'],
    ['2020-12-31', '2020-21 Q3'],
    ['2021-01-01', '2020-21 Q4'],
  ])('%s lies in %s', (date, quarter) => {
    expect(periodText(quarterOf(day(date)))).toBe(quarter);
  });
});

describe('the text of a period', () => {
  it.each([
    '2020-21 Q5',
    '2020-21 Q0',
    '2020-22 Q1',
    '2020-20',
    '2020-21 M13',
    '2020-21 M5',
    '2020-21 q2',
    '2020/21',
    '2020-21 academic',
    '2018/19 Academic',
    '2020 Q1',
    ' 2020-21 Q1',
    '2020-21 Q1\n',
    '20',
    '3020',
    '0000',
    '',
    'Q2 2020-21',
  ])('%j is not a period', (text) => {
    expect(parsePeriod(text)).toBeNull();
  });

  it('reads back as the period it was printed from, and prints as it was read', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(parsePeriod(periodText(period))).toEqual(period);
      }),
    );
  });
});

describe('the neighbours of a period', () => {
  it.each([
    ['2020-21 Q1', '2019-20 Q4', '2019-20 Q1'],
    ['2020-21 M01', '2019-20 M12', '2019-20 M01'],
    ['2019-20', '2018-19', '2018-19'],
    ['2019', '2018', '2018'],
    ['2018/19 academic', '2017/18 academic', '2017/18 academic'],
  ])('%s follows %s; a year before it was %s', (text, before, lastYear) => {
    expect(periodText(previousPeriod(read(text)))).toBe(before);
    expect(periodText(samePeriodLastYear(read(text)))).toBe(lastYear);
  });

  it('the period before the next is the period itself, and no day lies between two', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(previousPeriod(nextPeriod(period))).toEqual(period);
        expect(nextPeriod(previousPeriod(period))).toEqual(period);
        expect(periodStart(nextPeriod(period))).toEqual(periodEnd(period).add({ days: 1 }));
      }),
    );
  });

  it('the same period last year has the same name and ends twelve months sooner', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const before = samePeriodLastYear(period);
        expect(lastMonth(before)).toBe(lastMonth(period) - 12);
        expect(before.kind).toBe(period.kind);
      }),
    );
  });

  it('a quarter of a day holds that day', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const quarter = quarterOf(date);
        expect(Temporal.PlainDate.compare(periodStart(quarter), date)).toBeLessThanOrEqual(0);
        expect(Temporal.PlainDate.compare(periodEnd(quarter), date)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('periods in order of the month they end in are in order of their last day', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (one, other) => {
        const byDay = Temporal.PlainDate.compare(periodEnd(one), periodEnd(other));
        expect(Math.sign(lastMonth(one) - lastMonth(other))).toBe(byDay);
      }),
    );
  });
});

describe('how a period reads', () => {
  const rolling = (rollingMonths: number) => ({ periodBasis: 'rolling' as const, rollingMonths });

  it.each([
    ['2020-21 Q2', 'Q2 2020-21'],
    ['2020-21 M05', 'August 2020'],
    ['2020-21 M11', 'February 2021'],
    ['2019-20', '2019-20'],
    ['2019', '2019'],
    ['2018/19 academic', '2018/19 academic year'],
  ])('%s reads "%s"', (text, words) => {
    expect(periodWords(read(text))).toBe(words);
    expect(periodWords(read(text), { periodBasis: 'financial', rollingMonths: null })).toBe(words);
  });

  it.each([
    ['2020-21 Q1', 12, 'Jul 2019 to Jun 2020'],
    ['2020-21 Q3', 12, '2020'],
    ['2018', 36, '2016 to 2018'],
    ['2018', 12, '2018'],
    ['2018', 18, 'Jul 2017 to Dec 2018'],
    ['2020-21 M05', 3, 'Jun 2020 to Aug 2020'],
  ])('a figure for %s that rolls over %i months reads "%s"', (text, months, words) => {
    expect(periodWords(read(text), rolling(months))).toBe(words);
  });

  it('a rolling measure that does not say over how many months reads by its period', () => {
    const unsaid = { periodBasis: 'rolling' as const, rollingMonths: null };
    expect(periodWords(read('2020-21 Q1'), unsaid)).toBe('Q1 2020-21');
  });
});

// Figures with days of publication of their own: which cycle asks for which, and that none is lost.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { type Period, parsePeriod, periodText } from '../../src/rules/period.ts';
import { publicationDays } from '../../src/rules/published.ts';
import { periodDueIn, returnsDue } from '../../src/rules/what-is-due.ts';
import { day } from './arbitrary.ts';
import { closedDayRows } from './bank-holidays.ts';
import { registersOf } from './table-of.ts';

const quarters = ['2020-21 Q1', '2020-21 Q2', '2020-21 Q3', '2020-21 Q4'];
const opensOn = ['2020-07-01', '2020-10-01', '2021-01-04', '2021-04-01'].map(day);
const cycles = quarters.map((period, n) => ({
  period,
  opensOn: opensOn[n] as Temporal.PlainDate,
  closeAfter: 10,
  state: 'Planned' as const,
}));

/** "2020-21 Q2 on 2020-10-15" by the cycle that asks for it. */
const asked = (measure: Partial<Row<'measures'>>) => {
  const registers = registersOf({
    closedDays: closedDayRows,
    cycles,
    measures: [{ code: '1', ...measure }],
  });
  return Object.fromEntries(
    [...registers.cycles.values()].flatMap((cycle) =>
      returnsDue(registers, cycle).map(({ period, outOn }) => [
        cycle.period.slice(-2),
        outOn === null ? period : `${period} on ${outOn.toString()}`,
      ]),
    ),
  );
};
const annual = { frequency: 'annual', periodBasis: 'academic' } as const;

describe('a figure with days of publication of its own', () => {
  it('that comes out while the cycle is open is asked for on its day', () => {
    expect(asked({ ...annual, publishedOn: ['2020-10-15'] })).toEqual({
      Q2: '2019/20 academic on 2020-10-15',
    });
  });
  it('that is out when the cycle opens is asked for at once', () => {
    expect(asked({ publishedOn: ['2020-09-10', '2020-10-01'] })).toEqual({ Q2: '2020-21 Q2' });
    expect(asked({ publishedOn: ['2020-09-10'] })).toEqual({ Q2: '2020-21 Q1' });
  });
  it('that comes out on the day the cycle closes, or after, is the next one’s', () => {
    // Quarter 2 closes on Wed 28 October.
    expect(asked({ publishedOn: ['2020-10-27'] })).toEqual({ Q2: '2020-21 Q2 on 2020-10-27' });
    expect(asked({ publishedOn: ['2020-10-28'] })).toEqual({ Q3: '2020-21 Q2' });
    expect(asked({ ...annual, publishedOn: ['2020-11-24'] })).toEqual({ Q3: '2019/20 academic' });
  });
  it('is of the period that its usual lag points at', () => {
    const publishedOn = ['2021-01-12'];
    expect(asked({ frequency: 'annual', publicationLag: 300, publishedOn })).toEqual({
      Q3: '2019-20 on 2021-01-12',
    });
    expect(asked({ frequency: 'annual', publicationLag: 650, publishedOn })).toEqual({
      Q3: '2018-19 on 2021-01-12',
    });
  });
  it('goes by its lag where none of its days can be read', () => {
    expect(asked({ publishedOn: ['soon', '31/10/2020', '2020-02-30'] })).toEqual(asked({}));
    expect(publicationDays({ publishedOn: [' 2020-11-24 ', '2020-13-01', '2020-10-01'] })).toEqual([
      day('2020-10-01'),
      day('2020-11-24'),
    ]);
  });
  it('is asked for once, by one cycle, on whatever day it comes out', () => {
    const from = day('2020-06-01');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 320 }), (days) => {
        const on = from.add({ days });
        // Quarter 1 of the year before closes on 28 July; the last of these on 4 May.
        const isWithin =
          Temporal.PlainDate.compare(on, day('2020-04-29')) >= 0 &&
          Temporal.PlainDate.compare(on, day('2021-05-01')) < 0;
        fc.pre(isWithin);
        expect(Object.keys(asked({ publishedOn: [on.toString()] }))).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });
  it('is what the quarter’s report counts as due', () => {
    const registers = registersOf({
      closedDays: closedDayRows,
      cycles,
      measures: [{ code: '1', publishedOn: ['2020-10-15'], publicationLag: 15 }],
    });
    const [measure] = [...registers.measures.values()];
    const dueIn = (quarter: string) => {
      const due = measure && periodDueIn(registers, measure, parsePeriod(quarter) as Period);
      return due && periodText(due);
    };
    expect(quarters.map(dueIn)).toEqual([null, '2020-21 Q2', null, null]);
    // Where the plan has no cycle for the quarter, the lag speaks.
    expect(dueIn('2022-23 Q2')).toBe('2022-23 Q1');
  });
});

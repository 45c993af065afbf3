import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frequencies, periodBases } from '../../src/registers/measures.ts';
import type { Row } from '../../src/registers/registers.ts';
import {
  lastMonth,
  nextPeriod,
  type Period,
  parsePeriod,
  periodEnd,
  periodText,
  previousPeriod,
  quarterOf,
} from '../../src/rules/period.ts';
import { ownPeriodBy, periodDue, returnsDue } from '../../src/rules/what-is-due.ts';
import { anyQuarter, day } from './arbitrary.ts';
import { registersOf, rowOf } from './table-of.ts';

type Timing = Partial<Row<'measures'>>;
const dueIn = (quarter: string, said: Timing): string | null => {
  const due = periodDue(rowOf('measures', { code: 'M', ...said }), parsePeriod(quarter) as Period);
  return due && periodText(due);
};
const annual = { frequency: 'annual' } as const;

describe('what a quarter asks for', () => {
  it('a quarterly measure with figures at once is asked for the quarter just ended', () => {
    expect(dueIn('2020-21 Q2', {})).toBe('2020-21 Q2');
  });
  it('a quarterly measure two months behind is asked for the quarter before', () => {
    expect(dueIn('2020-21 Q2', { publicationLag: 60 })).toBe('2020-21 Q1');
  });
  it('a quarterly figure that rolls over twelve months is known by the quarter it ends with', () => {
    expect(dueIn('2020-21 Q2', { periodBasis: 'rolling', rollingMonths: 12 })).toBe('2020-21 Q2');
  });
  it('a financial year is asked for in quarter 4, or in quarter 1 if it takes some weeks', () => {
    expect(dueIn('2019-20 Q4', annual)).toBe('2019-20');
    expect(dueIn('2020-21 Q1', annual)).toBeNull();
    expect(dueIn('2019-20 Q4', { ...annual, publicationLag: 40 })).toBeNull();
    expect(dueIn('2020-21 Q1', { ...annual, publicationLag: 40 })).toBe('2019-20');
  });
  it('a school year is asked for in quarter 2, which its last day lies in', () => {
    const academic = { ...annual, periodBasis: 'academic' } as const;
    expect(dueIn('2020-21 Q2', academic)).toBe('2019/20 academic');
    expect(dueIn('2020-21 Q3', academic)).toBeNull();
  });
  it('life expectancy, three calendar years together, is asked for once a year by its last', () => {
    const lifeExpectancy = { ...annual, periodBasis: 'rolling', rollingMonths: 36 } as const;
    expect(dueIn('2020-21 Q3', { ...lifeExpectancy, publicationLag: 300 })).toBe('2019');
    expect(dueIn('2020-21 Q2', { ...lifeExpectancy, publicationLag: 300 })).toBeNull();
  });
  it('conceptions in 2018, which ONS released on 4 March 2020, fell due in quarter 4 of 2019-20', () => {
    const publicationLag = day('2018-12-31').until('2020-03-04', { largestUnit: 'days' }).days;
    expect(publicationLag).toBe(429);
    const conceptions = { ...annual, periodBasis: 'calendar', publicationLag } as const;
    expect(dueIn('2019-20 Q3', conceptions)).toBeNull();
    expect(dueIn('2019-20 Q4', conceptions)).toBe('2018');
    expect(dueIn('2020-21 Q1', conceptions)).toBeNull();
  });
  it('a monthly measure is asked for the latest month that can be had', () => {
    const monthly = { frequency: 'monthly' } as const;
    expect(dueIn('2020-21 Q2', monthly)).toBe('2020-21 M06');
    expect(dueIn('2020-21 Q2', { ...monthly, publicationLag: 7 })).toBe('2020-21 M05');
    expect(dueIn('2020-21 Q2', { ...monthly, publicationLag: 70 })).toBe('2020-21 M03');
  });
});

const anyTiming = fc.record({
  frequency: fc.constantFrom(...frequencies),
  periodBasis: fc.constantFrom(...periodBases),
  publicationLag: fc.integer({ min: 0, max: 1200 }),
});

/** The periods asked for over consecutive quarters, those with none left out. */
const askedOver = (quarters: number, from: Period, timing: Parameters<typeof periodDue>[0]) => {
  const asked: Period[] = [];
  for (let quarter = from, left = quarters; left > 0; quarter = nextPeriod(quarter), left -= 1) {
    const due = periodDue(timing, quarter);
    if (due) asked.push(due);
  }
  return asked;
};

describe('over any four quarters, whatever the lag', () => {
  it('an annual measure is asked for once and a quarterly one four times', () => {
    fc.assert(
      fc.property(anyTiming, anyQuarter, (timing, from) => {
        const times = timing.frequency === 'annual' ? 1 : 4;
        expect(askedOver(4, from, timing)).toHaveLength(times);
      }),
      { numRuns: 2_000 },
    );
  });
  it('no period is asked for twice, and none of an annual or quarterly measure is skipped', () => {
    fc.assert(
      fc.property(anyTiming, anyQuarter, (timing, from) => {
        const asked = askedOver(40, from, timing).map(periodText);
        expect(new Set(asked).size).toBe(asked.length);
        if (timing.frequency === 'monthly') return;
        const [first = ''] = asked;
        const inTurn = asked.reduce<string[]>(
          (run) => [...run, periodText(nextPeriod(parsePeriod(run.at(-1) ?? first) as Period))],
          [],
        );
        expect(asked.slice(1)).toEqual(inTurn.slice(0, -1));
      }),
      { numRuns: 300 },
    );
  });
  it('an annual figure is asked for in the same quarter every year, leap year or not', () => {
    fc.assert(
      fc.property(anyTiming, anyQuarter, (timing, quarter) => {
        fc.pre(timing.frequency === 'annual');
        const nextYear = { ...quarter, year: quarter.year + 1 };
        const [now, then] = [periodDue(timing, quarter), periodDue(timing, nextYear)];
        expect(then).toEqual(now && { ...now, year: now.year + 1 });
      }),
    );
  });
});

describe('against the plain rule: the end of the period plus the lag falls in the quarter', () => {
  /** The rule word for word, day by day, 29 February included. */
  const plainly = (timing: Parameters<typeof periodDue>[0], quarter: Period): Period | null => {
    const [from, to] = [periodEnd(previousPeriod(quarter)), periodEnd(quarter)];
    for (let period = ownPeriodBy(timing, quarter); ; period = previousPeriod(period)) {
      const out = periodEnd(period).add({ days: timing.publicationLag });
      if (Temporal.PlainDate.compare(out, from) <= 0) return null;
      if (Temporal.PlainDate.compare(out, to) <= 0) return period;
    }
  };
  it('it agrees for every lag that does not fall within two days of a quarter’s edge', () => {
    fc.assert(
      fc.property(anyTiming, anyQuarter, (timing, quarter) => {
        const [asked, plain] = [periodDue(timing, quarter), plainly(timing, quarter)];
        const out = plain && periodEnd(plain).add({ days: timing.publicationLag });
        const nearEdge =
          out && Math.abs(out.until(periodEnd(quarterOf(out)), { largestUnit: 'days' }).days) <= 2;
        fc.pre(!nearEdge && plain !== null);
        expect(asked).toEqual(plain);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the latest of a measure’s own periods', () => {
  it('by the end of a quarter is never one still running', () => {
    fc.assert(
      fc.property(anyTiming, anyQuarter, (timing, quarter) => {
        const own = ownPeriodBy(timing, quarter);
        expect(lastMonth(own)).toBeLessThanOrEqual(lastMonth(quarter));
        expect(lastMonth(nextPeriod(own))).toBeGreaterThan(lastMonth(quarter));
      }),
    );
  });
});

describe('what a cycle asks in all', () => {
  const measures = [
    { code: '10', position: 3, owner: 'head-of-housing' },
    { code: '2', position: 1, owner: null },
    { code: '1', position: 2, ...annual },
    { code: '9', position: 4, plan: 'another-plan' },
  ];
  const cycle = rowOf('cycles', {});

  it('is every measure of its plan with a figure due, in the plan’s order, owner or none', () => {
    const due = returnsDue(registersOf({ measures }), cycle);
    expect(due.map(({ measure, period, owner }) => [measure.code, period, owner])).toEqual([
      ['2', '2020-21 Q2', null],
      ['10', '2020-21 Q2', 'head-of-housing'],
    ]);
  });
  it('leaves out a figure already returned, and asks again for one that is not', () => {
    const returned = { measure: 'plan|2', period: '2020-21 Q2', value: 5 };
    const waiting = { measure: 'plan|10', period: '2020-21 Q2', state: 'No data until' as const };
    const due = returnsDue(registersOf({ measures, returns: [returned, waiting] }), cycle);
    expect(due.map(({ measure }) => measure.code)).toEqual(['10']);
  });
});

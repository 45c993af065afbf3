// What a year's figure is, from those of its periods.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { type Period, parsePeriod } from '../../src/rules/period.ts';
import { yearFigure, yearFigureWords } from '../../src/rules/year-figure.ts';
import { registersOf, rowOf } from './table-of.ts';

type Given = number | null | readonly [numerator: number, denominator: number];

const yearOf = (said: Partial<Row<'measures'>>, figures: readonly Given[], year = '2020-21') => {
  const measure = rowOf('measures', { code: 'M', unit: 'visits', decimals: 1, ...said });
  const monthly = measure.frequency === 'monthly';
  const returns = figures.flatMap((given, at) => {
    const text = monthly ? `M${String(at + 1).padStart(2, '0')}` : `Q${at + 1}`;
    if (given === null) return [];
    const parts = Array.isArray(given) ? given : null;
    const [numerator, denominator] = (parts as readonly [number, number] | null) ?? [null, null];
    const value = parts === null ? (given as number) : (parts[0] / parts[1]) * 100;
    return [{ measure: 'plan|M', period: `2020-21 ${text}`, value, numerator, denominator }];
  });
  const { of, ...found } = yearFigure(
    registersOf({ measures: [measure], returns }),
    measure,
    parsePeriod(year) as Period,
  );
  // Which periods it is made of is asked by a test of its own.
  expect(of.length).toBeGreaterThan(0);
  return found;
};

describe('the year’s figure', () => {
  it('of figures for their periods is their sum', () => {
    expect(yearOf({ figureIs: 'for its period' }, [10, 0, 25.5, 4])).toEqual({
      value: 39.5,
      from: 'the sum',
      missing: [],
    });
  });
  it('of shares is all numerators over all denominators, not the mean of the shares', () => {
    const share = { unit: '%', figureIs: 'for its period', asksFor: 'numerator and denominator' };
    const parts = [
      [9, 10],
      [50, 100],
      [1, 2],
      [40, 88],
    ] as const;
    expect(yearOf(share as Partial<Row<'measures'>>, parts)).toEqual({
      value: 50,
      from: 'its parts',
      missing: [],
    });
  });
  it('of shares without their parts is not said: four quarters of a percentage add up to nothing', () => {
    for (const unit of ['%', 'rate per 1,000', 'days'])
      expect(yearOf({ unit, figureIs: 'for its period' }, [90, 91, 92, 93])).toEqual({
        value: null,
        from: null,
        missing: [],
      });
  });
  it.each(['at its end', 'rolling', 'year to date'] as const)(
    'of one that is %s is the last, and only the last is needed',
    (figureIs) => {
      expect(yearOf({ figureIs }, [null, 12, null, 30])).toEqual({
        value: 30,
        from: 'its last figure',
        missing: [],
      });
      expect(yearOf({ figureIs }, [10, 12, 20, null])).toEqual({
        value: null,
        from: 'its last figure',
        missing: ['Q4 2020-21'],
      });
    },
  );
  it('of an average is the mean of those there are, and says which it goes without', () => {
    expect(yearOf({ figureIs: 'average' }, [10, null, 20, 0])).toEqual({
      value: 10,
      from: 'the mean of its figures',
      missing: ['Q2 2020-21'],
    });
    expect(yearOf({ figureIs: 'average' }, []).value).toBeNull();
  });
  it('is not said while a period is missing: a missing figure is never nought', () => {
    expect(yearOf({ figureIs: 'for its period' }, [10, null, 20, 5])).toEqual({
      value: null,
      from: 'the sum',
      missing: ['Q2 2020-21'],
    });
  });
  it('is not guessed where the measure does not say what its figure is', () => {
    expect(yearOf({ figureIs: null }, [1, 2, 3, 4])).toEqual({
      value: null,
      from: null,
      missing: [],
    });
  });
  it('of months is of all twelve; of an annual measure its own', () => {
    const monthly = { frequency: 'monthly', figureIs: 'for its period' } as const;
    expect(
      yearOf(
        monthly,
        Array.from({ length: 12 }, () => 2),
      ).value,
    ).toBe(24);
    expect(
      yearOf(
        monthly,
        Array.from({ length: 11 }, () => 2),
      ).missing,
    ).toEqual(['March 2021']);
    const annual = rowOf('measures', { code: 'M', frequency: 'annual', periodBasis: 'calendar' });
    const registers = registersOf({
      measures: [annual],
      returns: [{ measure: 'plan|M', period: '2020', value: 7 }],
    });
    expect(yearFigure(registers, annual, parsePeriod('2020-21') as Period).value).toBe(7);
  });
  it('is told with how it comes about, of the last year its figures have reached the end of', () => {
    const told = (said: Partial<Row<'measures'>>, periods: Readonly<Record<string, number>>) => {
      const measure = rowOf('measures', { code: 'M', unit: 'visits', decimals: 0, ...said });
      const returns = Object.entries(periods).map(([period, value]) => ({
        measure: 'plan|M',
        period,
        value,
      }));
      return yearFigureWords(registersOf({ measures: [measure], returns }), measure);
    };
    const sum = { figureIs: 'for its period' } as const;
    const year = { '2019-20 Q1': 1, '2019-20 Q2': 2, '2019-20 Q3': 3, '2019-20 Q4': 4 };
    expect(told(sum, year)).toBe('2019-20: 10, the sum of its figures');
    expect(told(sum, { ...year, '2020-21 Q3': 9 })).toBe('2019-20: 10, the sum of its figures');
    expect(told(sum, { '2019-20 Q1': 1, '2019-20 Q4': 4 })).toBe(
      '2019-20: not known without Q2 2019-20, Q3 2019-20',
    );
    expect(told({ figureIs: 'average' }, { '2019-20 Q1': 1, '2019-20 Q4': 4 })).toBe(
      '2019-20: 3, the mean of its figures without Q2 2019-20, Q3 2019-20',
    );
    expect(told({}, year)).toBeNull();
    expect(told({ ...sum, frequency: 'annual' }, { '2019-20': 4 })).toBeNull();
  });
  it('does not depend on the order of the quarters it adds or divides', () => {
    const any = fc.array(fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 90 })), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(any, (quarters) => {
        const share = { unit: '%', figureIs: 'for its period' } as const;
        expect(yearOf(share, quarters.toReversed()).value).toBe(yearOf(share, quarters).value);
        const counts = quarters.map(([count]) => count);
        const visits = { figureIs: 'for its period' } as const;
        expect(yearOf(visits, counts.toReversed()).value).toBe(yearOf(visits, counts).value);
      }),
      { numRuns: 40 },
    );
  });
});

// Where a measure ends its year: by which method, how wide, and how it reads. Whether what it says of chances
// comes true is tried in forecast-comes-true.test.ts.
import { describe, expect, it } from 'vitest';
import { chanceBelow, spreadsForEightInTen } from '../../../src/rules/chart/chance.ts';
import type { ToForecast } from '../../../src/rules/chart/expected.ts';
import { type Forecast, forecastYearEnd } from '../../../src/rules/chart/forecast.ts';
import { forecastSentences } from '../../../src/rules/chart/forecast-words.ts';
import { asked, plainOf } from './given-forecast.ts';

const steady = [52, 48, 51, 49, 50, 52, 48, 50, 51, 49];

describe('by what method', () => {
  it('a figure that keeps within its usual variation is expected at its mean', () => {
    const plain = plainOf({ values: steady, inYear: 2 });
    expect([plain?.method, plain?.value, plain?.from]).toEqual(['level', 50, 10]);
  });

  it('one that has left it goes on from its last figure, and less surely the further off the year ends', () => {
    const moved = [...steady, 50, 50, 70];
    const near = plainOf({ values: moved, inYear: 3 });
    const far = plainOf({ values: moved, inYear: 1 });
    expect([near?.method, near?.value]).toEqual(['last figure', 70]);
    const wide = (of: typeof near) => (of?.between ? of.between.high - of.between.low : null);
    // One period on against three: the square root of three times as wide.
    expect((wide(far) ?? 0) / (wide(near) ?? 1)).toBeCloseTo(Math.sqrt(3), 9);
    // A quarter that is due and not in is one more to go.
    const waits = plainOf({ values: [...moved, null], inYear: 3 });
    expect((wide(waits) ?? 0) / (wide(near) ?? 1)).toBeCloseTo(Math.sqrt(2), 9);
  });

  it('figures from before a rebasing say nothing of the year', () => {
    const plain = plainOf({ values: [...steady, 90, 91, 89, 90, 91], inYear: 1, since: 10 });
    expect(plain?.value).toBeCloseTo(90.2, 9);
  });

  it('a rolling figure goes on from its last, whatever its mean', () => {
    expect(plainOf({ values: steady, inYear: 2, overlaps: true })).toMatchObject({
      method: 'last figure',
      value: 49,
    });
  });

  it('a year to date goes on at the rate of its year', () => {
    const lastYear = [24, 51, 74, 100];
    const plain = plainOf({ values: [...lastYear, 30, 58], inYear: 2, yearIs: 'run' });
    expect([plain?.method, plain?.value, plain?.from]).toEqual(['run rate', 116, 2]);
    // Steps of 24, 27, 23, 26, 30 and 28: mean range 16 / 5, of five ranges.
    const spread = (3.2 / 1.128) * Math.sqrt(2 + 4 / 2);
    const reach = spread * spreadsForEightInTen(0.62 * 5);
    expect(plain?.between?.low).toBeCloseTo(116 - reach, 9);
    expect(plain?.between?.high).toBeCloseTo(116 + reach, 9);
  });

  it('of a year to date that began to be counted another way, the steps since tell how sure that is', () => {
    const before = [100, 150, 400, 420];
    const since = [10, 20, 30, 40, 11, 21];
    const plain = plainOf({ values: [...before, ...since], inYear: 2, yearIs: 'run', since: 4 });
    expect(plain).toEqual(plainOf({ values: since, inYear: 2, yearIs: 'run' }));
    // Steps of 10 four times, 11 and 10: mean range 2 / 5.
    const reach = (0.4 / 1.128) * Math.sqrt(2 + 4 / 2) * spreadsForEightInTen(0.62 * 5);
    expect(plain?.between?.high).toBeCloseTo(42 + reach, 9);
  });

  it('the step over which the way of counting changed is no step, nor a fall there a fall', () => {
    // Nine steps since: 5, 60, 2, 70, 2, 6, 70, 2 and 3. By them alone the year could end below where it is.
    const values = [60, 45, 50, 110, 112, 182, 184, 190, 260, 262, 265];
    const year = { values, inYear: 11, periods: 12, yearIs: 'run' } as const;
    expect(plainOf({ ...year, since: 1 })?.between?.low).toBe(265);
    expect(plainOf(year)?.between?.low).toBeLessThan(265);
    expect(plainOf({ ...year, since: 10 })).toMatchObject({ between: null, from: 11 });
  });

  it('a year to date that has never fallen ends no lower than it stands', () => {
    const plain = plainOf({ values: [5, 80, 90, 100, 60, 61], inYear: 2, yearIs: 'run' });
    expect(plain?.between?.low).toBe(61);
  });

  it('of a sum or a mean what has come counts, and what is to come is expected', () => {
    const values = [...steady, 60, 40];
    expect(plainOf({ values, inYear: 2, yearIs: 'sum' })?.value).toBeCloseTo(100 + 2 * 50, 9);
    expect(plainOf({ values, inYear: 2, yearIs: 'mean' })?.value).toBeCloseTo(50, 9);
    const wide = (yearIs: 'sum' | 'mean') => {
      const between = plainOf({ values, inYear: 2, yearIs })?.between;
      return between ? between.high - between.low : 0;
    };
    expect(wide('sum') / wide('mean')).toBeCloseTo(4, 9);
  });

  it('a month that never came in is foretold with those to come', () => {
    const values = [...steady, 48, null, 52];
    expect(plainOf({ values, inYear: 3, yearIs: 'sum' })?.value).toBeCloseTo(48 + 52 + 2 * 50, 9);
  });
});

describe('what cannot be said', () => {
  it('nothing is foretold of a year whose last figure is in', () => {
    expect(forecastYearEnd(asked({ values: steady, inYear: 4, ownForecast: 50 }))).toBeNull();
    expect(forecastYearEnd(asked({ values: [...steady, null], inYear: 4 }))?.plain).not.toBeNull();
  });

  it('three figures foretell nothing, and then the word of the owner stands alone', () => {
    const forecast = forecastYearEnd(
      asked({ values: [1, 2, 3], inYear: 3, ownForecast: 4, target: 5 }),
    );
    expect(forecast).toEqual({ plain: null, own: { value: 4, meets: false, beside: null } });
    expect(forecastYearEnd(asked({ values: [1, 2, 3], inYear: 3 }))).toBeNull();
  });

  it('a first year to date has a rate, and no word on how sure that is', () => {
    const plain = plainOf({ values: [20, 45], inYear: 2, yearIs: 'run', target: 80 });
    expect(plain).toMatchObject({ value: 90, between: null, reach: null });
  });

  it('no chance is given without a target or where neither way is better', () => {
    expect(plainOf({ values: steady, inYear: 2 })?.reach).toBeNull();
    expect(plainOf({ values: steady, inYear: 2, target: 50, polarity: 'none' })?.reach).toBeNull();
  });
});

describe('will it reach its target', () => {
  const reach = (target: ToForecast['target'], more: Partial<ToForecast> = {}) =>
    plainOf({ values: steady, inYear: 2, target, ...more })?.reach;

  it('is likely far below what is expected, unlikely far above, and too close at it', () => {
    expect(reach(40)).toMatchObject({ is: 'likely' });
    expect(reach(60)).toMatchObject({ is: 'unlikely' });
    expect(reach(50)).toEqual({ is: 'too close', percent: 50 });
    expect(reach(40, { polarity: 'minimise' })).toMatchObject({ is: 'unlikely' });
  });

  it('of a range is the chance of ending within it', () => {
    const polarity = 'stay in range';
    expect(reach({ low: 30, high: 70 }, { polarity })).toMatchObject({ is: 'likely' });
    expect(reach({ low: 50, high: Infinity }, { polarity })?.percent).toBe(50);
    expect(reach({ low: 70, high: 80 }, { polarity })).toMatchObject({ is: 'unlikely' });
  });

  it('figures that never moved reach what they are on, and nothing else', () => {
    const values = [5, 5, 5, 5, 5, 5];
    expect(plainOf({ values, inYear: 2, target: 5 })?.reach).toEqual({
      is: 'likely',
      percent: 100,
    });
    expect(plainOf({ values, inYear: 2, target: 5.1 })?.reach?.percent).toBe(0);
  });

  it('a year to date that has passed a ceiling cannot come back, nor lose a floor it has reached', () => {
    const values = [20, 45, 70, 100, 90, 95];
    const of = (polarity: 'minimise' | 'maximise', target: number) =>
      plainOf({ values, inYear: 2, yearIs: 'run', polarity, target })?.reach?.percent;
    expect(of('minimise', 94)).toBe(0);
    expect(of('maximise', 95)).toBe(100);
  });

  it('a share is never foretold over 100', () => {
    const values = [99, 98, 99.5, 98.5, 99, 99.8, 98.7];
    const plain = plainOf({ values, inYear: 2, ends: { low: 0, high: 100 }, target: 100 });
    expect(plain?.between?.high).toBe(100);
    const ceiling = plainOf({
      values,
      inYear: 2,
      ends: { low: 0, high: 100 },
      polarity: 'minimise',
      target: 100,
    });
    expect(ceiling?.reach?.percent).toBe(100);
  });
});

describe("the owner's forecast", () => {
  it('stands beside the plain one: within its interval, above or below it', () => {
    const own = (ownForecast: number) =>
      forecastYearEnd(asked({ values: steady, inYear: 2, target: 55, ownForecast }))?.own;
    expect(own(50)).toEqual({ value: 50, meets: false, beside: 'within' });
    expect(own(60)).toEqual({ value: 60, meets: true, beside: 'above' });
    expect(own(40)).toMatchObject({ beside: 'below' });
  });
});

describe('in words', () => {
  const measure = { unit: '%', decimals: 1 };
  const printed = { measure, year: '2020-21', target: '52%' };
  const forecast = forecastYearEnd(
    asked({ values: steady, inYear: 2, target: 52, ownForecast: 60 }),
  ) as Forecast;

  it('say what is expected and how wide, by what method, how sure, and what the owner expects', () => {
    expect(forecast.plain?.reach?.percent).toBe(20);
    expect(forecastSentences(forecast, printed)).toEqual([
      '2020-21 would end at about 50.0% (8 times in 10 between 46.8% and 53.2%), at the mean of its last 10 figures.',
      'Unlikely to reach its target of 52%: a chance of about 20%.',
      'Its owner expects 60.0%, which reaches its target of 52%, above what its figures point to.',
    ]);
  });

  it('never call a chance certain', () => {
    const sure = forecastYearEnd(asked({ values: steady, inYear: 2, target: 1 })) as Forecast;
    expect(forecastSentences(sure, printed)[1]).toContain('more than 95%');
  });
});

// Student's t, two-sided 80 %: any table. One-sided chances at 1.886 with 2 and 1.356 with 12 are 0.9.
describe('chances', () => {
  it("are those of Student's table", () => {
    expect(spreadsForEightInTen(2)).toBeCloseTo(1.886, 1);
    expect(spreadsForEightInTen(5)).toBeCloseTo(1.476, 2);
    expect(spreadsForEightInTen(12)).toBeCloseTo(1.356, 3);
    expect(chanceBelow(1.356, 12)).toBeCloseTo(0.9, 3);
    expect(chanceBelow(-2.228, 10)).toBeCloseTo(0.025, 3);
    expect(chanceBelow(0, 4)).toBeCloseTo(0.5, 7);
  });
});

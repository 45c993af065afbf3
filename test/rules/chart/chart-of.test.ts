// The chart and the forecast of a measure by its periods: where limits begin again, which have none.
import { describe, expect, it } from 'vitest';
import type { Standing } from '../../../src/registers/words.ts';
import {
  chartOf,
  coverOf,
  figuresSoFar,
  noLimitsBecause,
  type ToChartOf,
} from '../../../src/rules/chart/chart-of.ts';
import { forecastOf, type ToForecastOf } from '../../../src/rules/chart/forecast-of.ts';
import {
  limitsSentences,
  variationSentence,
  verdictSentences,
} from '../../../src/rules/chart/verdict-words.ts';

const quarters = (from: number, values: readonly (number | null)[], target = 95) =>
  values.map((value, at) => ({
    period: `${from + Math.floor(at / 4)}-${String((from + Math.floor(at / 4) + 1) % 100)} Q${(at % 4) + 1}`,
    value,
    target,
    rangeLow: null,
    rangeHigh: null,
    standing: 'off target' as Standing,
  }));

/** Ten quarters from Q1 2018-19 to Q2 2020-21. */
const about92 = [91, 93, 92, 90, 94, 92, 91, 93, 92, 93];
const measureOf = (
  values: readonly (number | null)[],
  more: Partial<ToForecastOf> = {},
): ToForecastOf => {
  const points = quarters(2018, values);
  return {
    polarity: 'maximise',
    unit: '%',
    figureIs: 'at its end',
    now: points.at(-1) as ToChartOf['now'],
    before: points.slice(0, -1),
    rebasings: [],
    forecast: null,
    ...more,
  };
};

/** Of the whole year's bill, by each quarter's end; in Q2 2020-21 56.2% is asked, and 97.5% by its end. */
const shares = [28, 55, 82, 97, 28, 56, 83, 97, 28, 55];
const collected = (values: readonly number[], more: Partial<ToForecastOf> = {}): ToForecastOf => {
  const points = quarters(2018, values).map((point, at) => ({
    ...point,
    target: [29.3, 56.2, 82.5, 97.5][at % 4] as number,
  }));
  const [now, before] = [points.at(-1) as ToChartOf['now'], points.slice(0, -1)];
  return { ...measureOf(values), figureIs: 'year to date', now, before, ...more };
};
const yearEndOf = (target: number): ToChartOf['now'] => ({
  ...(quarters(2020, [null, null, null, null], target)[3] as ToChartOf['now']),
});

describe("a measure's chart", () => {
  it('says beside a red that it is noise, that the target is out of reach as things are, and how firm that is', () => {
    const chart = chartOf(measureOf(about92));
    expect(chart && verdictSentences(chart, 'off target')).toEqual([
      'This red is within its usual variation.',
      'Hit and miss: left as it is, it will meet its target at times and miss it at times.',
    ]);
    expect(chart && limitsSentences(chart)).toEqual([
      'The limits are trial limits: they rest on 10 figures, and are firm from 12.',
    ]);
    const far = chartOf(
      measureOf(about92, { now: { ...(quarters(2020, [null, 93], 99)[1] as ToChartOf['now']) } }),
    );
    expect(far?.assurance).toBe('consistently misses');
  });

  it('says of what is no chance which way, and by which rule', () => {
    const chart = chartOf(measureOf([...about92, 60]));
    expect(chart?.variation && variationSentence(chart.variation, 'off target')).toBe(
      'This red is more than usual variation, for the worse: below the lower limit.',
    );
    const better = chartOf(measureOf([...about92, 60], { polarity: 'minimise' }));
    expect(better?.variation && variationSentence(better.variation, 'on target')).toBe(
      'This green is more than usual variation, for the better: below the lower limit.',
    );
  });

  it('speaks of the last figure where the newest has not come, and of a figure where nothing rates it', () => {
    const chart = chartOf(measureOf([...about92, null]));
    expect(chart && verdictSentences(chart, 'not yet available')[0]).toBe(
      'The last figure is within its usual variation.',
    );
    expect(variationSentence({ is: 'common cause' }, 'data only')).toBe(
      'This figure is within its usual variation.',
    );
  });

  it('begins its limits again from the period named, or the first after it, and says how many figures are wanting', () => {
    const from = (period: string) =>
      chartOf(
        measureOf([...about92, 70, 72], {
          rebasings: [{ period, because: 'Counted by household' }],
        }),
      );
    expect(from('2020-21 Q3')?.began).toEqual({ at: 10, because: 'Counted by household' });
    // A month of that quarter is that quarter.
    expect(from('2020-21 M08')?.began?.at).toBe(10);
    const chart = from('2020-21 Q3');
    expect(chart && verdictSentences(chart, 'off target')).toEqual([]);
    expect(chart && limitsSentences(chart)).toEqual([
      'Limits are drawn again once there are 8 figures: there are 2 so far.',
    ]);
  });

  it('counts what its next limits will go by from where they last began', () => {
    const rebasings = [{ period: '2019-20 Q2', because: 'Because' }];
    expect(figuresSoFar(measureOf(about92))).toBe(10);
    expect(figuresSoFar(measureOf(about92, { rebasings }))).toBe(5);
    expect(chartOf(measureOf(about92, { rebasings }))).toBeNull();
  });

  it('is not cut by a rebasing of before its first figure, or after its last', () => {
    const without = chartOf(measureOf(about92));
    const rebasings = ['2012-13 Q1', '2022-23 Q1', 'no period'].map((period) => ({
      period,
      because: 'Because',
    }));
    expect(chartOf(measureOf(about92, { rebasings }))).toEqual(without);
  });

  it('has no limits of a year to date, which grows, and of a rolling figure, which is mostly the last one', () => {
    expect(chartOf(measureOf(about92, { figureIs: 'rolling' }))).toBeNull();
    expect(chartOf(measureOf(about92, { figureIs: 'year to date', unit: 'Homes' }))).toBeNull();
    expect(noLimitsBecause({ figureIs: 'year to date', unit: 'Homes' })).toContain('each April');
    expect(noLimitsBecause({ figureIs: 'rolling', unit: '%' })).toContain('rolling');
    expect(chartOf(measureOf(about92, { figureIs: 'year to date' }))).not.toBeNull();
  });

  it('has none of a share of the whole year either, whose targets differ through its year', () => {
    const of = collected(shares);
    expect(chartOf(of)).toBeNull();
    expect(noLimitsBecause(of)).toContain('grows through its year');
    // In a first quarter the year's end tells, or the year before.
    const { before, now } = collected(shares.slice(0, 9));
    const alone = { ...of, now, before: [] };
    expect(noLimitsBecause(alone)).toBeNull();
    expect(noLimitsBecause({ ...alone, yearEnd: yearEndOf(97.5) })).not.toBeNull();
    expect(noLimitsBecause({ ...alone, before })).not.toBeNull();
  });

  it('has limits of a share of the year so far, though its target was changed within a year', () => {
    const of = measureOf(about92, { figureIs: 'year to date' });
    const changed = of.before.map((point, at) => (at === 8 ? { ...point, target: 90 } : point));
    const before = { ...of, before: changed, yearEnd: yearEndOf(95) };
    expect(noLimitsBecause(before)).toBeNull();
    expect(chartOf(before)).not.toBeNull();
  });

  it('leaves figures of another kind of period out, and begins with its own', () => {
    const years = Array.from({ length: 9 }, (_, at) => ({
      ...(quarters(2018, [360 + at])[0] as ToChartOf['now']),
      period: String(2009 + at),
    }));
    const { before, ...rest } = measureOf(about92);
    const chart = chartOf({ ...rest, before: [...years, ...before] });
    expect(chart?.limits.slice(0, 9).every((limits) => limits === null)).toBe(true);
    expect(chart?.limits.slice(9)).toEqual(chartOf({ ...rest, before })?.limits);
  });

  it('takes a rolling figure for one where the measure says so of its periods alone', () => {
    const said = { figureIs: null, periodBasis: 'rolling', rollingMonths: 12 } as const;
    expect(coverOf({ ...said, frequency: 'quarterly' })).toBe('rolling');
    expect(coverOf({ ...said, rollingMonths: null, frequency: 'monthly' })).toBe('rolling');
    // A year's figure each year shares no month with the last.
    expect(coverOf({ ...said, frequency: 'annual' })).toBeNull();
    expect(coverOf({ ...said, rollingMonths: 36, frequency: 'annual' })).toBe('rolling');
    expect(coverOf({ ...said, figureIs: 'average', frequency: 'monthly' })).toBe('average');
    expect(coverOf({ ...said, periodBasis: 'financial', frequency: 'quarterly' })).toBeNull();
  });

  it('holds its figures to nothing while its target is not agreed', () => {
    const { now, ...rest } = measureOf(about92);
    expect(chartOf({ ...rest, now })?.assurance).toBe('hit and miss');
    expect(
      chartOf({ ...rest, now: { ...now, standing: 'target not yet agreed' } })?.assurance,
    ).toBeNull();
  });

  it('ends at 100 where it is a percentage, and at nought where it was never below', () => {
    const high = chartOf(measureOf([98, 100, 97, 99, 100, 98, 99, 100]))?.limits[0]?.high;
    expect(high).toBe(100);
    const low = chartOf(measureOf([2, 0, 3, 1, 0, 2, 1, 3], { unit: 'Homes' }))?.limits[0]?.low;
    expect(low).toBe(0);
  });

  it('of a range keeps to it, with an end left open', () => {
    const { now, ...rest } = measureOf(about92, { polarity: 'stay in range' });
    const held = (rangeLow: number | null, rangeHigh: number | null) =>
      chartOf({ ...rest, now: { ...now, rangeLow, rangeHigh } })?.assurance;
    expect(held(50, null)).toBe('consistently meets');
    expect(held(null, 50)).toBe('consistently misses');
    expect(held(null, null)).toBeNull();
  });
});

describe("a measure's forecast", () => {
  it('is of the financial year its newest period is in', () => {
    const of = forecastOf(measureOf(about92));
    expect(of?.year).toBe('2020-21');
    expect(of?.forecast.plain?.method).toBe('level');
    expect(of?.forecast.plain?.reach?.is).toBe('unlikely');
  });

  it('is none once the last quarter is in', () => {
    expect(forecastOf(measureOf([...about92, 92, 93], { forecast: 93 }))).toBeNull();
    expect(forecastOf(measureOf([...about92, 92, null], { forecast: 93 }))).not.toBeNull();
  });

  it('goes on at the rate of the year, where it is a year to date, and is held to the target of its end', () => {
    const values = [20, 45, 70, 100, 26, 50, 77, 104, 30, 55];
    const yearEnd = { ...(quarters(2018, [null], 109)[0] as ToChartOf['now']) };
    const of = forecastOf(measureOf(values, { figureIs: 'year to date', unit: 'Homes', yearEnd }));
    expect(of?.forecast.plain).toMatchObject({ method: 'run rate', value: 110 });
    expect(of?.forecast.plain?.reach?.is).toBe('too close');
  });

  it('of a share of the whole year leaves it to the owner, and holds that to the target of its end', () => {
    expect(forecastOf(collected(shares))).toBeNull();
    const of = forecastOf(collected(shares, { forecast: 97, yearEnd: yearEndOf(97.5) }));
    expect(of?.forecast).toEqual({ plain: null, own: { value: 97, meets: false, beside: null } });
  });

  it('adds up what is of its period alone, and holds the sum to no target of a period', () => {
    const of = forecastOf(
      measureOf(about92, { figureIs: 'for its period', unit: 'Homes', forecast: 350 }),
    );
    expect(of?.forecast.plain?.value).toBeCloseTo(92 + 93 + 2 * 92.1, 9);
    expect(of?.forecast.plain?.reach).toBeNull();
    expect(of?.forecast.own).toMatchObject({ value: 350, meets: null, beside: 'below' });
  });

  it('leaves what a measure does not say to its owner', () => {
    const { figureIs: _, ...silent } = measureOf(about92, { unit: 'Homes', forecast: 350 });
    expect(forecastOf(silent)?.forecast).toEqual({
      plain: null,
      own: { value: 350, meets: null, beside: null },
    });
  });
});

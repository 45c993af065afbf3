// The year-end forecast of a measure, by its periods: which year, what its figure is of its periods, and
// what it is held to. The sums are in forecast.ts.
import { isShare, naturalEnds } from '../natural-ends.ts';
import { lastMonth, type Period, parsePeriod, periodHolding, periodText } from '../period.ts';
import { buildsUp } from './builds-up.ts';
import { kindOf, rebasedAt, type ToChartOf, targetOf } from './chart-of.ts';
import type { YearKind } from './expected.ts';
import { type Forecast, forecastYearEnd } from './forecast.ts';

export type ToForecastOf = ToChartOf & {
  /** The owner's own, for the year; null where none was given. */
  readonly forecast: number | null;
};

type MeasureForecast = {
  readonly forecast: Forecast;
  /** '2020-21'. */
  readonly year: string;
};

/**
 * Null where the year's last figure is in, and where neither figures nor owner say anything. A figure of
 * its period alone is added up over the year, and has no target to be held to as a year: its target is
 * each period's. A share of its period is taken as the mean of its periods. Where a measure does not say
 * what its figure covers, a share is taken to be as at the end, and of anything else nothing is foretold;
 * nor of a share of the whole year, which grows by its own seasons: its owner's own is held to its target.
 */
export const forecastOf = (of: ToForecastOf): MeasureForecast | null => {
  const newest = parsePeriod(of.now.period);
  if (newest === null) return null;
  const points = [...of.before, of.now].filter(({ period }) => kindOf(period) === newest.kind);
  const values = points.map(({ value }) => value);
  const yearIs = yearKindOf(of);
  const forecast = forecastYearEnd({
    values,
    inYear: inYearOf(points, newest),
    periods: periodsIn[newest.kind],
    yearIs: growsAsShare(of) ? null : yearIs,
    overlaps: of.figureIs === 'rolling' || of.figureIs === 'year to date',
    polarity: of.polarity,
    target: yearTarget(of, yearIs),
    ownForecast: of.forecast,
    since: rebasedAt(points, of.rebasings).reduce((last, { at }) => Math.max(last, at), 0),
    ends: naturalEnds(values, of.unit),
  });
  return forecast && { forecast, year: yearOf(newest) };
};

const periodsIn = {
  quarter: 4,
  month: 12,
  'financial year': 1,
  'calendar year': 1,
  'academic year': 1,
} as const;

const yearOf = (period: Period): string =>
  periodsIn[period.kind] === 1
    ? periodText(period)
    : periodText(periodHolding('financial year', lastMonth(period)));

const inYearOf = (points: readonly { readonly period: string }[], newest: Period): number =>
  points.filter(({ period }) => parsePeriod(period)?.year === newest.year).length;

/**
 * What the year is held to. Of a count for each period there is only what one period is asked: a year's sum
 * held to it would reach or miss it by a multiple, and four times it is nobody's target (a season's may
 * differ, and Evenly is of a year to date alone). A council that wants the year held to a figure counts it
 * as a year to date.
 */
const yearTarget = (of: ToForecastOf, yearIs: YearKind | null): ReturnType<typeof targetOf> =>
  yearIs === null || yearIs === 'sum' ? null : targetOf(of.polarity, of.yearEnd ?? of.now);

const growsAsShare = (of: ToForecastOf): boolean =>
  of.figureIs === 'year to date' && isShare(of.unit) && buildsUp(of);

/** Null: the measure does not say. An annual figure is its year's own. */
const yearKindOf = ({ figureIs, unit, now }: ToForecastOf): YearKind | null => {
  const kind = kindOf(now.period);
  if (kind !== null && periodsIn[kind] === 1) return 'last';
  if (figureIs === 'average') return 'mean';
  if (figureIs === 'at its end' || figureIs === 'rolling') return 'last';
  if (figureIs === 'year to date') return isShare(unit) ? 'last' : 'run';
  if (figureIs === 'for its period') return isShare(unit) ? 'mean' : 'sum';
  return isShare(unit) ? 'last' : null;
};

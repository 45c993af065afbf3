// What a measure's year-end figure is expected to be, by which method, and how widely that is known.
// Which method is for which measure is said of forecastYearEnd, in forecast.ts.
import type { Polarity } from '../../registers/measures.ts';
import type { Ends } from '../natural-ends.ts';
import { controlChart } from './control-chart.ts';
import { meanOf, spreadOf } from './process-limits.ts';
import type { ChartTarget } from './verdicts.ts';

/** What a year's own figure is, of its periods: the last of them, their sum, their mean, a run. */
export type YearKind = 'last' | 'sum' | 'mean' | 'run';

export type ToForecast = {
  /** Oldest first, ending with the newest period; a null is a gap. One that has not come yet is null. */
  readonly values: readonly (number | null)[];
  /** Which of them, from the end, are of the year; and how many periods it has in all. */
  readonly inYear: number;
  readonly periods: number;
  /**
   * Its year's figure: the last period's, the sum or the mean of them all, or the last of a run from the
   * year's first day (a year to date). Null is not said: then nothing is foretold of it.
   */
  readonly yearIs: YearKind | null;
  /** Figures that share what they count: each is foretold from the last, never from a level. */
  readonly overlaps: boolean;
  readonly polarity: Polarity;
  /** Of the year's end. */
  readonly target: ChartTarget | null;
  readonly ownForecast: number | null;
  /** From this place on the figures are counted one way: the newest rebasing. Left out is from the first. */
  readonly since?: number;
  readonly ends?: Ends;
};

export type Method = 'run rate' | 'level' | 'last figure';

/** With fewer figures nothing is foretold from a level. */
const fewestForLevel = 4;

/** What is expected, with its spread, and on how many ranges that rests. */
export type Expected = {
  readonly value: number;
  readonly spread: number;
  readonly ranges: number;
  readonly method: Method;
  readonly from: number;
  readonly ends: Ends;
};

const noEnds: Ends = { low: null, high: null };

/**
 * What is still to come adds up to so many periods at the rate of those gone. It never goes back. The rate is
 * of the newest figure, which tells of its whole year as it is counted now.
 */
export const runRate = (asked: ToForecast, year: readonly (number | null)[]): Expected | null => {
  const gone = year.findLastIndex((each) => each !== null) + 1;
  const reached = year[gone - 1] ?? null;
  if (reached === null) return null;
  const left = asked.periods - gone;
  const steps = stepsOf(asked);
  const neverFell = steps.every((each) => each >= 0);
  return {
    value: reached + (reached / gone) * left,
    spread: spreadOf(steps) * Math.sqrt(left + (left * left) / gone),
    ranges: steps.length - 1,
    method: 'run rate',
    from: gone,
    ends: neverFell ? { low: reached, high: asked.ends?.high ?? null } : (asked.ends ?? noEnds),
  };
};

/**
 * How much each period of a year to date added, where the one before is known; the first adds itself. What
 * was counted another way tells nothing of those to come, nor does the step from the last of it.
 */
const stepsOf = ({ values, inYear, periods, since = 0 }: ToForecast): readonly number[] =>
  values.flatMap((value, at) => {
    const place = at - (values.length - inYear);
    const isFirst = ((place % periods) + periods) % periods === 0;
    const last = at > since ? (values[at - 1] ?? null) : null;
    const before = isFirst ? 0 : last;
    return at < since || value === null || before === null ? [] : [value - before];
  });

export const byLevel = (asked: ToForecast, year: readonly (number | null)[]): Expected | null => {
  const figures = asked.values.slice(asked.since ?? 0).filter((each) => each !== null);
  const last = figures.at(-1);
  if (last === undefined || figures.length < fewestForLevel) return null;
  const steady = isSteady(asked, figures);
  const level = steady ? meanOf(figures) : last;
  const whole = wholeYear(asked, year);
  return {
    value: whole.known + whole.share * level,
    spread: spreadOf(figures) * (steady ? aroundMean(whole, figures.length) : fromLast(whole)),
    ranges: figures.length - 1,
    method: steady ? 'level' : 'last figure',
    from: steady ? figures.length : 1,
    ends: asked.ends ?? noEnds,
  };
};

/** Too few to chart are taken to be at a level: nothing shows that they left it. */
const isSteady = ({ overlaps, polarity }: ToForecast, figures: readonly number[]): boolean => {
  if (overlaps) return false;
  const chart = controlChart({ values: figures, polarity, target: null, rebasedAt: [] });
  return chart === null || chart.variation?.is === 'common cause';
};

/** What of the year's figure is known, how many levels are to be added to it, over how many steps. */
type Whole = {
  readonly known: number;
  readonly share: number;
  readonly missing: number;
  /** How many steps on one figure lies that is the year's; null where it is of them all. */
  readonly ahead: number | null;
  readonly over: number;
};

const wholeYear = (
  { values, inYear, yearIs, periods }: ToForecast,
  year: readonly (number | null)[],
): Whole => {
  const waiting = values.length - 1 - values.findLastIndex((each) => each !== null);
  if (yearIs === 'last')
    return { known: 0, share: 1, missing: 1, ahead: periods - inYear + waiting, over: 1 };
  const known = year.filter((each) => each !== null);
  const missing = periods - known.length;
  const over = yearIs === 'mean' ? periods : 1;
  const sum = known.reduce((total, each) => total + each, 0);
  return { known: sum / over, share: missing / over, missing, ahead: null, over };
};

/** In spreads of one figure: what is to come varies each for itself, and the mean is only so well known. */
const aroundMean = ({ missing, over }: Whole, figures: number): number =>
  Math.sqrt(missing + (missing * missing) / figures) / over;

/** A figure that wanders steps by the square root of two of its spread; steps to come add up. */
const fromLast = ({ missing, ahead, over }: Whole): number =>
  Math.sqrt(2 * (ahead ?? (missing * (missing + 1) * (2 * missing + 1)) / 6)) / over;

// Where a measure will end its year, worked out plainly from its own figures, beside what its owner expects:
// by what method, how wide, and whether it will reach its target. How it reads is in forecast-words.ts.
import { heldWithin } from '../natural-ends.ts';
import { freedomOf, spreadsForEightInTen } from './chance.ts';
import {
  byLevel,
  type Expected,
  type Method,
  runRate,
  type ToForecast,
  type YearKind,
} from './expected.ts';
import { type Reach, reachOf } from './reach.ts';
import { metBetween } from './verdicts.ts';

export type Forecast = {
  /** Null where there are too few figures for one. */
  readonly plain: PlainForecast | null;
  readonly own: OwnForecast | null;
};

export type PlainForecast = {
  readonly value: number;
  /** Eight in ten such years would end between them; null where too few figures tell. */
  readonly between: { readonly low: number; readonly high: number } | null;
  readonly method: Method;
  /** How many figures it rests on. */
  readonly from: number;
  /** Null without a target, a polarity or an interval. */
  readonly reach: Reach | null;
};

export type OwnForecast = {
  readonly value: number;
  /** Whether it would be on target; null without one. */
  readonly meets: boolean | null;
  /** Where it lies of the plain one's interval; null without that. */
  readonly beside: 'within' | 'above' | 'below' | null;
};

/** With fewer ranges between figures no interval is given. */
const fewestRanges = 3;

/**
 * Null where the year's last figure is in, and where neither the figures nor the owner say anything.
 *
 * A year to date goes on at its year's own rate (run rate). Any other figure whose control chart shows
 * usual variation is expected at its mean, and one that has left it, or shares what it counts with the
 * last, at its last figure, further from which it may go with each period (Hyndman and Athanasopoulos,
 * Forecasting: Principles and Practice, 5.2: mean and naive methods). The spread is the chart's, the mean
 * moving range over 1.128; the interval is for eight years in ten. The time of year is left out of
 * account.
 */
export const forecastYearEnd = (asked: ToForecast): Forecast | null => {
  const year = asked.inYear > 0 ? asked.values.slice(-asked.inYear) : [];
  if (year.length === asked.periods && isWhole(asked.yearIs, year)) return null;
  const expected = expectedOf(asked, year);
  const plain = expected && plainForecast(asked, expected);
  const own = asked.ownForecast === null ? null : ownForecast(asked, asked.ownForecast, plain);
  return plain === null && own === null ? null : { plain, own };
};

const expectedOf = (asked: ToForecast, year: readonly (number | null)[]): Expected | null => {
  if (asked.yearIs === null) return null;
  return asked.yearIs === 'run' ? runRate(asked, year) : byLevel(asked, year);
};

const isWhole = (yearIs: YearKind | null, year: readonly (number | null)[]): boolean =>
  yearIs === 'sum' || yearIs === 'mean'
    ? year.every((each) => each !== null)
    : year.at(-1) !== null;

const plainForecast = (asked: ToForecast, expected: Expected): PlainForecast => {
  const { value, spread, ranges, method, from, ends } = expected;
  const isKnown = ranges >= fewestRanges;
  const reach = spread * spreadsForEightInTen(freedomOf(ranges));
  const between = {
    low: heldWithin(value - reach, ends),
    high: heldWithin(value + reach, ends),
  };
  return {
    value: heldWithin(value, ends),
    between: isKnown ? between : null,
    method,
    from,
    reach: isKnown ? reachOf(asked, expected) : null,
  };
};

const ownForecast = (
  { polarity, target }: ToForecast,
  value: number,
  plain: PlainForecast | null,
): OwnForecast => {
  const met = metBetween(polarity, target);
  return {
    value,
    meets: met && value >= met.low && value <= met.high,
    beside: plain?.between ? besideOf(value, plain.between) : null,
  };
};

const besideOf = (
  value: number,
  { low, high }: NonNullable<PlainForecast['between']>,
): NonNullable<OwnForecast['beside']> => {
  if (value > high) return 'above';
  return value < low ? 'below' : 'within';
};

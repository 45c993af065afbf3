// What a year's figure of a measure is, from those of its periods. Where it would be a guess it is not
// said: neither a missing period nor a share that cannot be added is filled in.
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { computeValue } from './compute-value.ts';
import { newestReturn, returnFor, valueOf } from './history.ts';
import { figure } from './number-words.ts';
import {
  firstMonth,
  lastMonth,
  nextPeriod,
  type Period,
  periodHolding,
  periodText,
  periodWords,
  previousPeriod,
} from './period.ts';
import { periodKindOf } from './period-kind.ts';

export type YearFigure = {
  readonly value: number | null;
  /** How it comes of its periods; null where nothing says how it would. */
  readonly from: 'its last figure' | 'the mean of its figures' | 'its parts' | 'the sum' | null;
  /** The periods that have no figure, as they read; of a mean those it goes without. */
  readonly missing: readonly string[];
  /** The periods it is made of, as they are held: '2020-21 Q4'. */
  readonly of: readonly string[];
};

/**
 * Of a figure at the end of its period, rolling, or year to date: that of the year's last period. Of an
 * average: the mean of those there are. Of one for its period: all numerators over all denominators where
 * each has both, else the sum of what can be added, which a share or a rate cannot. An annual measure's
 * year is its own figure. Null where a period it needs has none, and where the measure does not say what
 * its figure is. `year` is of any kind; what counts are the measure's own periods that end in it.
 */
export const yearFigure = (registers: Registers, measure: Measure, year: Period): YearFigure => {
  const periods = periodsIn(measure, year);
  const rows = periods.map((period) => returnFor(registers, measure, period));
  const missing = periods
    .filter((_, at) => valueOf(rows[at] ?? null) === null)
    .map((period) => periodWords(period, measure));
  const { figureIs } = measure;
  if (measure.frequency === 'annual' || isLastOf(figureIs)) {
    const value = valueOf(rows.at(-1) ?? null);
    const last = periods.slice(-1);
    const lacks = value === null ? last.map((period) => periodWords(period, measure)) : [];
    return { value, from: 'its last figure', missing: lacks, of: last.map(periodText) };
  }
  const of = periods.map(periodText);
  if (figureIs === 'average')
    return { value: mean(rows), from: 'the mean of its figures', missing, of };
  if (figureIs !== 'for its period') return { value: null, from: null, missing, of };
  return { ...summed(measure, rows, missing), of };
};

const isLastOf = (figureIs: Measure['figureIs']): boolean =>
  figureIs === 'at its end' || figureIs === 'rolling' || figureIs === 'year to date';

const periodsIn = (measure: Measure, year: Period): readonly Period[] => {
  const periods: Period[] = [];
  let period = periodHolding(periodKindOf(measure), firstMonth(year));
  for (; lastMonth(period) <= lastMonth(year); period = nextPeriod(period))
    if (lastMonth(period) >= firstMonth(year)) periods.push(period);
  return periods;
};

type Rows = readonly (Return | null)[];

/** Null where there is none. */
const mean = (rows: Rows): number | null => {
  const values = rows.flatMap((row) => valueOf(row) ?? []);
  return values.length === 0 ? null : total(values) / values.length;
};

const total = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);

type Summed = Omit<YearFigure, 'of'>;

const summed = (measure: Measure, rows: Rows, missing: readonly string[]): Summed => {
  const given = rows.filter((row) => row !== null);
  const numerators = given.flatMap(({ numerator }) => numerator ?? []);
  const denominators = given.flatMap(({ denominator }) => denominator ?? []);
  const hasParts = numerators.length === rows.length && denominators.length === rows.length;
  const isWhole = missing.length === 0 && rows.length > 0;
  if (hasParts || isShare(measure)) {
    const below = total(denominators);
    const canDivide = isWhole && hasParts && below !== 0;
    const value = canDivide ? computeValue(measure, total(numerators), below) : null;
    return { value, from: hasParts || !isWhole ? 'its parts' : null, missing };
  }
  const value = isWhole ? total(given.flatMap((row) => valueOf(row) ?? [])) : null;
  return { value, from: 'the sum', missing };
};

/** Four quarters of a percentage, a rate or an average add up to nothing; a time may be an average. */
const isShare = ({ unit, per, asksFor }: Measure): boolean =>
  asksFor === 'numerator and denominator' ||
  per !== null ||
  /%|\b(?:per|rate|ratio|average|score|index|seconds|minutes|hours|days|weeks|months|years)\b/i.test(
    unit,
  );

export const fromWords = {
  'its last figure': 'its last figure',
  'the mean of its figures': 'the mean of its figures',
  'its parts': 'all its numerators over all its denominators',
  'the sum': 'the sum of its figures',
} as const;

/**
 * "2019-20: 39.5, the sum of its figures", of the last financial year whose end its figures have reached.
 * Null for an annual measure, whose figures are its years', and where nothing says what its year would be.
 */
export const yearFigureWords = (registers: Registers, measure: Measure): string | null => {
  const newest = newestReturn(registers, measure, null);
  if (newest === null || measure.frequency === 'annual') return null;
  const by = lastMonth(newest.period);
  const holding = periodHolding('financial year', by);
  const year = lastMonth(holding) <= by ? holding : previousPeriod(holding);
  const { value, from, missing } = yearFigure(registers, measure, year);
  if (from === null) return null;
  const without = missing.length === 0 ? '' : ` without ${missing.join(', ')}`;
  return value === null
    ? `${periodText(year)}: not known${without}`
    : `${periodText(year)}: ${figure(measure, value)}, ${fromWords[from]}${without}`;
};

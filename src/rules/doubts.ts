// Whether a figure is doubted before it is saved: against what can be, and against the measure's own
// figures before it, illustrative ones like any. How a doubt is worded is in doubt-words.ts; what a
// commentary says of a figure is read in commentary-tone.ts.
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import { type Limits, limitsInPrint } from './control-limits.ts';
import type { Doubt } from './doubt.ts';
import { lineage, valueOf } from './history.ts';
import {
  lastMonth,
  type Period,
  parsePeriod,
  periodHolding,
  periodText,
  periodWords,
  previousPeriod,
  samePeriodLastYear,
} from './period.ts';
import { roundTo } from './rounding.ts';

/** A figure as it was read, in the measure's unit; null where no numerator and denominator were asked. */
export type Figure = {
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
};

/** How a figure is held: which measure's, and of which of its periods. */
export type FigureOf = { readonly measure: Measure; readonly period: Period };

type Past = {
  readonly period: Period;
  readonly value: number;
  readonly numerator: number | null;
};
type Doubted = Figure & FigureOf & { readonly past: readonly Past[] };

/**
 * Against a single earlier figure, a figure is doubted from five times it, or a fifth. A slip of the
 * hand (a digit too many, a point left out, thousands for units) is tenfold or more; a figure that
 * truly doubled or halved leaves such a slip at least fivefold. Councils' own figures rarely go so far
 * in one period.
 */
export const farFromLast = 5;

/** With fewer figures than this, that there was never a nought says little. */
const enoughForNought = 4;

/** The one doubt that says most of a figure; null where nothing speaks against it. */
export const doubtOf = (registers: Registers, figure: Figure & FigureOf): Doubt | null => {
  const doubted = { ...figure, past: pastOf(registers, figure) };
  return (
    overItsDenominator(doubted) ??
    overAHundred(doubted) ??
    fellWithinItsYear(doubted) ??
    noughtForOnce(doubted) ??
    outsideLimits(doubted) ??
    belowNoughtForOnce(doubted) ??
    farFromTheLast(doubted)
  );
};

/** The measure's figures before a period, in this plan and those it goes on from, oldest first. */
const pastOf = (registers: Registers, { measure, period }: FigureOf): readonly Past[] => {
  const byMonth = new Map<number, Past>();
  for (const key of lineage(registers, measure))
    for (const row of registers.returns.where('measure', key)) {
      const value = valueOf(row);
      const of = parsePeriod(row.period);
      if (value === null || of === null || of.kind !== period.kind) continue;
      const month = lastMonth(of);
      if (month < lastMonth(period) && !byMonth.has(month))
        byMonth.set(month, { period: of, value, numerator: row.numerator });
    }
  return [...byMonth].toSorted(([one], [other]) => one - other).map(([, past]) => past);
};

const isPercentage = ({ unit }: Measure): boolean => unit.trim().startsWith('%');

/** Where it has been over 100 before, it can be. */
const hasBeenOver = ({ past }: Doubted): boolean => past.some(({ value }) => value > 100);

const overItsDenominator = (doubted: Doubted): Doubt | null => {
  const { measure, numerator, denominator } = doubted;
  if (numerator === null || denominator === null) return null;
  const per = measure.per ?? (isPercentage(measure) ? 100 : 1);
  return per === 100 && numerator > denominator && !hasBeenOver(doubted)
    ? { kind: 'numerator over denominator' }
    : null;
};

const overAHundred = (doubted: Doubted): Doubt | null =>
  isPercentage(doubted.measure) && doubted.value > 100 && !hasBeenOver(doubted)
    ? { kind: 'over 100 per cent' }
    : null;

/** A share of the year so far may fall as the year goes on: it is a figure like any other. */
const isYearToDate = (measure: Measure): boolean =>
  measure.figureIs === 'year to date' && measure.asksFor === 'value' && !isPercentage(measure);

/** What has been counted in the year so far does, as a value or as a numerator, even where its share may fall. */
const fellWithinItsYear = (doubted: Doubted): Doubt | null => {
  const { measure, period, value, past } = doubted;
  const last = past.at(-1);
  if (last === undefined || value >= last.value) return null;
  if (!isYearToDate(measure) && !countedLess(doubted, last)) return null;
  if (yearOf(last.period) !== yearOf(period)) return null;
  return { kind: 'year to date fell', last: last.value, period: sincePeriod(doubted, last.period) };
};

const countedLess = ({ measure, numerator }: Doubted, last: Past): boolean =>
  measure.figureIs === 'year to date' &&
  numerator !== null &&
  last.numerator !== null &&
  numerator < last.numerator;

/** The financial year that a period ends in. */
const yearOf = (period: Period): string =>
  periodText(periodHolding('financial year', lastMonth(period)));

const noughtForOnce = ({ value, past, measure }: Doubted): Doubt | null =>
  isNought(value, measure) &&
  past.length >= enoughForNought &&
  past.every((each) => !isNought(each.value, measure))
    ? { kind: 'zero where there was never one', points: past.length }
    : null;

/** As it is printed. */
const isNought = (value: number, { decimals }: Measure): boolean => roundTo(value, decimals) === 0;

/** A dash before a figure, as of a list it was copied from, makes it a minus. */
const belowNoughtForOnce = ({ value, past }: Doubted): Doubt | null =>
  value < 0 && past.length >= enoughForNought && past.every((each) => each.value >= 0)
    ? { kind: 'below zero where none was', points: past.length }
    : null;

/**
 * The limits a figure is held to; null where there are none. A year to date begins again each April: its
 * figures are not of one kind. Where the last figure itself lies outside, what is measured has moved
 * since, and has been asked about: limits drawn before would doubt every figure from then on.
 */
const limitsFor = ({ measure, past }: Doubted): Limits | null => {
  const figures = past.map((each) => each.value);
  const limits = isYearToDate(measure) ? null : limitsInPrint(figures, measure);
  const last = figures.at(-1);
  if (limits === null || last === undefined) return null;
  return isOutside(limits, roundTo(last, measure.decimals)) ? null : limits;
};

const isOutside = ({ low, high }: Limits, printed: number): boolean =>
  printed < low || printed > high;

const outsideLimits = (doubted: Doubted): Doubt | null => {
  const limits = limitsFor(doubted);
  return limits && isOutside(limits, roundTo(doubted.value, doubted.measure.decimals))
    ? { kind: 'outside limits', ...limits }
    : null;
};

/** Where there are limits they have spoken; a nought, and a change of sign, are no multiple of anything. */
const farFromTheLast = (doubted: Doubted): Doubt | null => {
  const { value } = doubted;
  const held = limitsFor(doubted) ? null : heldAgainst(doubted);
  if (held === null || value === 0 || Math.sign(value) !== Math.sign(held.value)) return null;
  const last = held.value;
  if (areSingleFigures(doubted.measure, value, last)) return null;
  const period = sincePeriod(doubted, held.period);
  if (Math.abs(value) >= Math.abs(last) * farFromLast)
    return { kind: 'many times the last', times: value / last, last, period };
  if (Math.abs(value) * farFromLast <= Math.abs(last))
    return { kind: 'a fraction of the last', times: last / value, last, period };
  return null;
};

/** Among a few of anything, five times as many is no news, and a slip of the hand makes two digits. */
const areSingleFigures = ({ decimals }: Measure, value: number, last: number): boolean =>
  decimals === 0 && Math.abs(value) < 10 && Math.abs(last) < 10;

/**
 * The newest figure that is not nought; of a year to date, which begins small, that of the same period
 * last year, or of a period before in the same year. Null: there is none.
 */
const heldAgainst = ({ measure, period, past }: Doubted): Past | null => {
  const figures = past.filter(({ value }) => !isNought(value, measure));
  if (!isYearToDate(measure)) return figures.at(-1) ?? null;
  const lastYear = periodText(samePeriodLastYear(period));
  return (
    figures.find((each) => periodText(each.period) === lastYear) ??
    figures.findLast((each) => yearOf(each.period) === yearOf(period)) ??
    null
  );
};

/** 'last quarter', 'the same month last year', 'Q2 2018-19': a period as seen from the figure's own. */
const sincePeriod = ({ measure, period }: FigureOf, past: Period): string => {
  const unit = period.kind.endsWith('year') ? 'year' : period.kind;
  const text = periodText(past);
  if (text === periodText(previousPeriod(period))) return `last ${unit}`;
  if (text === periodText(samePeriodLastYear(period))) return `the same ${unit} last year`;
  return periodWords(past, measure);
};

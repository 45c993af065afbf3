// What a year's target asks by each period of it: the same all year, the share of the year that has
// passed, or what its profile says. How a figure stands against it is rating.ts.
import type { Measure } from '../registers/measures.ts';
import type { Target } from '../registers/targets.ts';
import { lastMonth, type Period, parsePeriod, periodHolding, periodText } from './period.ts';
import { roundTo } from './rounding.ts';

type Asking = Pick<Measure, 'figureIs' | 'decimals' | 'periodBasis'>;
type Aimed = Pick<Target, 'target' | 'rangeLow' | 'rangeHigh'>;

/**
 * A target as it is asked at a period. Evenly is of a year to date alone: the share of its months that
 * have passed, as printed. As profiled is the line of that very period; else the target itself where the
 * period ends the year; else the newest line before it in that year, and before the first of them nothing
 * is asked yet (all null). A year the profile has no line of goes evenly. What is tolerated goes with it.
 */
export const askedAt = (target: Target, measure: Asking | undefined, period: Period): Target => {
  if (target.through === null || target.through === 'the same' || measure === undefined)
    return target;
  const lines = target.through === 'as profiled' ? linesOf(target, period) : [];
  if (lines.length === 0) return evenly(target, measure, period);
  const aimed = profiled(lines, period);
  return aimed === null ? target : moved(target, aimed);
};

const evenly = (target: Target, measure: Asking, period: Period): Target => {
  const passed = monthsPassed(measure, period);
  if (measure.figureIs !== 'year to date' || passed === 12) return target;
  const part = (whole: number | null) =>
    whole === null ? null : roundTo((whole * passed) / 12, measure.decimals);
  return moved(target, {
    target: part(target.target),
    rangeLow: part(target.rangeLow),
    rangeHigh: part(target.rangeHigh),
  });
};

const yearsBegin = { financial: 3, calendar: 0, academic: 8, rolling: 3 } as const;

/** 1 to 12, in the measure's own kind of year, with the month the period ends in. */
const monthsPassed = ({ periodBasis }: Asking, period: Period): number =>
  ((lastMonth(period) - yearsBegin[periodBasis] + 12) % 12) + 1;

/**
 * A red line, and a tolerance in the measure's own unit, keep their place beside what is asked, in proportion:
 * a year's 100 give or take 5 is 25 give or take 1.25 by June, as a tenth of it would be (Maidstone Borough
 * Council holds its tenth to the quarter's own target). Else a miss that reads red in March would read amber
 * in June. Of a range each red line goes with its own end, the tolerance with the end further from nought;
 * beside nought they stay.
 */
const moved = (target: Target, aimed: Aimed): Target => {
  const isFigure = target.target !== null && aimed.target !== null;
  const whole = shareOf(aimed.target, target.target);
  const low = isFigure ? whole : shareOf(aimed.rangeLow, target.rangeLow);
  const high = isFigure ? whole : shareOf(aimed.rangeHigh, target.rangeHigh);
  const isLow = Math.abs(target.rangeLow ?? 0) > Math.abs(target.rangeHigh ?? 0);
  return {
    ...target,
    ...aimed,
    tolerance:
      target.toleranceIs === 'absolute'
        ? target.tolerance * Math.abs(isLow ? low : high)
        : target.tolerance,
    redBelow: target.redBelow === null ? null : target.redBelow * low,
    redAbove: target.redAbove === null ? null : target.redAbove * high,
  };
};

const shareOf = (asked: number | null, whole: number | null): number =>
  whole && asked !== null ? asked / whole : 1;

type Line = Aimed & { readonly month: number; readonly year: string };

/** Null: the target itself. */
const profiled = (lines: readonly Line[], period: Period): Aimed | null => {
  const month = lastMonth(period);
  const own = lines.find((line) => line.month === month);
  if (own !== undefined) return aimedOf(own);
  if (month === lastMonth(periodHolding('financial year', month))) return null;
  const before = lines.findLast((line) => line.month < month);
  return before === undefined ? nothingYet : aimedOf(before);
};

const nothingYet: Aimed = { target: null, rangeLow: null, rangeHigh: null };

const aimedOf = ({ target, rangeLow, rangeHigh }: Aimed): Aimed => ({
  target,
  rangeLow,
  rangeHigh,
});

const read = new WeakMap<readonly string[], readonly Line[]>();

/** The lines of the financial year a period ends in, oldest first. */
const linesOf = ({ profile }: Target, period: Period): readonly Line[] => {
  const lines = read.get(profile) ?? linesIn(profile);
  read.set(profile, lines);
  const year = yearOf(period);
  return lines.filter((line) => line.year === year);
};

const yearOf = (period: Period): string =>
  periodText(periodHolding('financial year', lastMonth(period)));

const linesIn = (profile: readonly string[]): readonly Line[] =>
  profile.flatMap((text) => readLine(text) ?? []).toSorted((one, other) => one.month - other.month);

const number = String.raw`(-?\d+(?:\.\d+)?)`;
const form = new RegExp(String.raw`^([^:]+):\s*${number}(?:\s+to\s+${number})?$`);

/** '2020-21 Q1: 25', '2020-21 M04: 3 to 5'; null where it says neither. */
const readLine = (text: string): Line | null => {
  const [, said = '', first, second] = form.exec(text.trim()) ?? [];
  const period = parsePeriod(said.trim());
  if (period === null || first === undefined || !isMeant(first, second)) return null;
  const at = { month: lastMonth(period), year: yearOf(period) };
  return second === undefined
    ? { ...at, target: Number(first), rangeLow: null, rangeHigh: null }
    : { ...at, target: null, rangeLow: Number(first), rangeHigh: Number(second) };
};

/** A number that can be one, or a range that does not end before it begins. */
const isMeant = (first: string, second = first): boolean =>
  [first, second].every((each) => Number.isFinite(Number(each))) && Number(first) <= Number(second);

/** The lines of a profile that say no period and figure. Empty: all can be read. */
export const unreadLines = ({ profile }: Pick<Target, 'profile'>): readonly string[] =>
  profile.filter((text) => text.trim() !== '' && readLine(text) === null);

// Which figures of measures that count people are left out of papers anybody may read: numbers from 1 to 4,
// and each figure that such a number could be worked back from. What becomes of words is said-numbers.ts's.
// Source: Cambridgeshire Insight, Maintaining confidentiality in disseminated data (May 2013), after the Office
// for National Statistics: counts of 1 and 2 are unsafe, and in small areas those of 3 and 4, with secondary
// suppression of what would give them back.
import type { FigureFact, MeasureFact } from '../dataset/dataset.ts';
import { firstMonth, lastMonth, parsePeriod, periodHolding } from '../period.ts';
import { familiesOf, isPartOf } from './families.ts';

/** From 1 to 4. Nought tells of nobody. */
export const isSmall = (number: number | null): boolean =>
  number !== null && Math.abs(number) > 0 && Math.abs(number) < 5;

/** The periods of each measure whose figures are left out, by the measure's key. */
export type LeftOut = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * All of a dataset's measures are looked at together, whoever reads them: a part is left out of every paper,
 * or one paper would give back what another leaves out. Of a family (a measure, and those read under it) all
 * figures go that cover a month which a small number of any of them covers.
 */
export const smallNumbersLeftOut = (measures: readonly MeasureFact[]): LeftOut => {
  const leftOut = new Map<string, Set<string>>();
  for (const measure of measures) {
    const periods = measure.countsPeople ? ownLeftOut(measure) : [];
    if (periods.length > 0) leftOut.set(measure.key, new Set(periods));
  }
  for (const family of familiesOf(measures)) {
    for (const whole of family) {
      const periods = restsSmall(whole, family);
      if (periods.length > 0)
        leftOut.set(whole.key, new Set([...(leftOut.get(whole.key) ?? []), ...periods]));
    }
    spread(family, leftOut);
  }
  return leftOut;
};

/**
 * In which periods a total less those of its parts that are known is a small number: that of a part that has
 * not come, or of those that are in none.
 */
const restsSmall = (whole: MeasureFact, family: readonly MeasureFact[]): readonly string[] => {
  if (!whole.countsPeople || countsNobody.test(whole.unit.trim())) return [];
  const parts = family.filter((each) => isPartOf(each, whole));
  if (parts.length === 0) return [];
  return allOf(whole)
    .filter(({ period, value }) => {
      const known = parts.flatMap(
        (part) => allOf(part).find((figure) => figure.period === period)?.value ?? [],
      );
      const rest = (value ?? 0) - known.reduce((sum, each) => sum + each, 0);
      return known.length > 0 && rest > 0 && isSmall(rest);
    })
    .map(({ period }) => period);
};

const allOf = ({ before, now }: MeasureFact): readonly FigureFact[] => [...before, now];

const ownLeftOut = (measure: MeasureFact): readonly string[] => {
  const figures = allOf(measure);
  const small = figures.filter((figure) => partsOf(measure, figure).some(isSmall));
  const grown = measure.figureIs === 'year to date' ? smallSteps(measure) : [];
  return [...small, ...grown].map(({ period }) => period);
};

/**
 * The numbers of people in a figure: numerator and denominator, of a percentage those not in the numerator
 * too; of a measure that gives a value alone, the value, unless its unit says that it counts nobody.
 */
const partsOf = (measure: MeasureFact, figure: FigureFact): readonly (number | null)[] => {
  const { value, numerator, denominator } = figure;
  if (numerator !== null && denominator !== null)
    return [
      numerator,
      denominator,
      isShare.test(measure.unit.trim()) ? denominator - numerator : null,
    ];
  if (numerator !== null || denominator !== null) return [numerator, denominator];
  return countsNobody.test(measure.unit.trim()) ? [] : [value];
};

/** Of a unit: one number is a part of the other. A rate or an average is no share. */
export const isShare = /^(%|per ?cent)/i;

/** A percentage, an amount of money or a rate, whose numbers of people are not in the dataset. */
const countsNobody = /^(%|£|rate\b)/i;

/** Prints a number from 1 to 4 and does not say that it counts people: whoever prepares the paper is asked. */
export const mayCountAFew = (measure: MeasureFact): boolean =>
  !measure.countsPeople &&
  partsOf(measure, measure.now).some((each) => Number.isInteger(each) && isSmall(each));

/**
 * A share, a rate or an average of people without the numbers it is worked out of: 50% may be of 4, and nothing
 * here can tell. It is printed; whoever prepares the paper is told which they are.
 */
export const isUnchecked = ({
  countsPeople,
  unit,
  before,
  now,
}: Pick<MeasureFact, 'countsPeople' | 'unit' | 'before' | 'now'>): boolean => {
  const of = unit.trim();
  if (!countsPeople || !(isShare.test(of) || countsNobody.test(of))) return false;
  return [...before, now].some(({ value, numerator, denominator }) => {
    const known = [numerator, denominator].filter((each) => each !== null).length;
    return value !== null && known < (isShare.test(of) ? 2 : 1);
  });
};

/**
 * Comparisons as anybody may read them: of a measure whose figures are numbers of people, none that names a
 * small one as the council's own, nor a gap from which one could be worked back.
 */
export const comparisonsTold = ({
  countsPeople,
  unit,
  benchmark,
}: Pick<MeasureFact, 'countsPeople' | 'unit' | 'benchmark'>): readonly string[] => {
  if (!countsPeople || countsNobody.test(unit.trim())) return benchmark;
  return benchmark.filter((words) => {
    const own = /\bhere [^\d]*([\d,.]*\d)/.exec(words)?.[1]?.replaceAll(',', '');
    return own === undefined ? !/\bgap\b/.test(words) : !isSmall(Number(own));
  });
};

/**
 * Of a year to date the figures that are a small step from the last one told: the difference would be the
 * number of the periods between. Of a year whose first figure is not there, none is told.
 */
const smallSteps = (measure: MeasureFact): readonly FigureFact[] => {
  const left: FigureFact[] = [];
  let year: number | null = null;
  let last: readonly (number | null)[] | null = null;
  for (const figure of allOf(measure)) {
    const begins = yearOf(figure.period);
    if (begins === null) continue;
    if (begins.year !== year) {
      year = begins.year;
      last = begins.isFirst ? [] : null;
    }
    if (figure.value === null) continue;
    const parts = partsOf(measure, figure);
    const before = last;
    const isTold =
      before !== null &&
      !parts.some((part, at) => isSmall((part ?? 0) - (before[at] ?? 0)) || isSmall(part));
    if (isTold) last = parts;
    else left.push(figure);
  }
  return left;
};

const yearOf = (text: string): { readonly year: number; readonly isFirst: boolean } | null => {
  const period = parsePeriod(text);
  if (period === null) return null;
  const year = periodHolding('financial year', lastMonth(period));
  return { year: year.year, isFirst: firstMonth(period) === firstMonth(year) };
};

/** Whatever its unit: a share of the same people gives a number back as well as a count does. */
const spread = (family: readonly MeasureFact[], leftOut: Map<string, Set<string>>): void => {
  const hidden = family.flatMap((measure) =>
    [...(leftOut.get(measure.key) ?? [])].map((period) => ({
      period,
      span: covered(measure, period),
    })),
  );
  if (hidden.length === 0) return;
  for (const measure of family) {
    const periods = allOf(measure)
      .map(({ period }) => period)
      .filter((period) => {
        const span = covered(measure, period);
        return hidden.some((each) => each.period === period || sharesMonth(each.span, span));
      });
    leftOut.set(measure.key, new Set([...(leftOut.get(measure.key) ?? []), ...periods]));
  }
};

/** Months that a figure covers: a year to date all since April, a rolling one twelve. Null cannot be read. */
type Span = { readonly from: number; readonly to: number } | null;

const covered = ({ figureIs }: MeasureFact, text: string): Span => {
  const period = parsePeriod(text);
  if (period === null) return null;
  const to = lastMonth(period);
  if (figureIs === 'rolling') return { from: Math.min(firstMonth(period), to - 11), to };
  if (figureIs !== 'year to date') return { from: firstMonth(period), to };
  return { from: firstMonth(periodHolding('financial year', to)), to };
};

const sharesMonth = (one: Span, other: Span): boolean =>
  one !== null && other !== null && one.from <= other.to && other.from <= one.to;

/**
 * Whether a number from 1 to 4 meets a target, where each of them would say the same; null where they would
 * not, or the number may be another.
 */
export const metWhateverItIs = (
  { polarity, countsPeople, unit }: Pick<MeasureFact, 'polarity' | 'countsPeople' | 'unit'>,
  { value, numerator, denominator, target }: FigureFact,
): 'met' | 'missed' | null => {
  // Of anything but people it would say that the figure is a small one.
  if (!countsPeople || countsNobody.test(unit.trim())) return null;
  if (numerator !== null || denominator !== null || !isSmall(value) || target === null) return null;
  const [least, most] = [1, 4];
  if (polarity === 'minimise') return target < least ? 'missed' : target >= most ? 'met' : null;
  if (polarity !== 'maximise') return null;
  return target > most ? 'missed' : target <= least ? 'met' : null;
};

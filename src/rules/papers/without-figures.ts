// A measure without the figures of some periods, and without all that would give them back: words, directions,
// comparisons. Which figures are left out is decided by whoever asks.
import type { Direction } from '../../registers/words.ts';
import type { FigureFact, MeasureFact } from '../dataset/dataset.ts';
import { parsePeriod, periodText, samePeriodLastYear } from '../period.ts';
import { leftOutOf, type ToldFigure, type ToldMeasure, yearLeftOut } from './facts.ts';
import { givesBack } from './said-numbers.ts';
import { metWhateverItIs } from './small-numbers.ts';

/**
 * A measure without the figures of these periods. A direction from or to one of them is not told, nor how
 * long it has stood so, how it compares, or whether what was promised worked: each narrows what is left out.
 */
export const withoutFigures = (measure: MeasureFact, periods: ReadonlySet<string>): ToldMeasure => {
  const kept = keptOf(measure, periods);
  const told = (figure: FigureFact): ToldFigure =>
    periods.has(figure.period) && figure.value !== null
      ? leftOutOf(figure)
      : { ...figure, noDataReason: kept(figure.noDataReason), leftOut: false };
  const [now, before] = [told(measure.now), measure.before.map(told)];
  const words = wordsOf(measure, periods);
  return {
    ...measure,
    now,
    before,
    years: (measure.years ?? []).map((year) =>
      year.of.some((period) => periods.has(period))
        ? yearLeftOut(year)
        : { ...year, leftOut: false },
    ),
    met: now.leftOut ? metWhateverItIs(measure, measure.now) : null,
    ...travelOf(measure, { now, before }),
    running: runningOf(now, before),
    ...words,
    wordsLeftOut:
      isHeldBack(measure.commentary, words.commentary) ||
      isHeldBack(measure.noActionBecause, words.noActionBecause),
    forecast: now.leftOut ? null : measure.forecast,
    benchmark: [],
    quartile: null,
    rebasings: measure.rebasings.filter(({ because }) => !isGivenBack(because, measure, periods)),
    promises: measure.promises
      .filter(({ title }) => !isGivenBack(title, measure, periods))
      .map((promise) => ({ ...promise, worked: null })),
  };
};

const isHeldBack = (said: string | null, told: string | null): boolean =>
  said !== null && told === null;

const isGivenBack = (words: string, measure: MeasureFact, leftOut: ReadonlySet<string>): boolean =>
  givesBack(words, measure, { all: [...measure.before, measure.now], leftOut });

/** Words as they are, or null where they would give back what is left out. */
const keptOf =
  (measure: MeasureFact, periods: ReadonlySet<string>) =>
  (words: string | null): string | null =>
    words === null || isGivenBack(words, measure, periods) ? null : words;

const wordsOf = (measure: MeasureFact, periods: ReadonlySet<string>) => {
  const kept = keptOf(measure, periods);
  return {
    commentary: kept(measure.commentary),
    noActionBecause: kept(measure.noActionBecause),
    source: kept(measure.source),
    limits: kept(measure.limits),
  };
};

type Figures = { readonly now: ToldFigure; readonly before: readonly ToldFigure[] };

const travelOf = (
  { short, long }: MeasureFact,
  { now, before }: Figures,
): { readonly short: Direction | null; readonly long: Direction | null } => {
  const period = parsePeriod(now.period);
  const lastYear = period === null ? null : periodText(samePeriodLastYear(period));
  const yearAgo = before.find((each) => each.period === lastYear);
  return {
    short: now.leftOut || before.at(-1)?.leftOut === true ? null : short,
    long: now.leftOut || yearAgo?.leftOut === true ? null : long,
  };
};

const runningOf = (now: ToldFigure, before: readonly ToldFigure[]): number => {
  const other = before.findLastIndex(
    ({ standing, leftOut }) => leftOut || standing !== now.standing,
  );
  return before.length - other;
};

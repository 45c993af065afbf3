// What one paper may tell of a dataset: the words as cleared, small numbers left out where anybody may read
// it, exempt rows apart, and of all that what its board hears of.
import type { Direction } from '../../registers/words.ts';
import type { Dataset, FigureFact, MeasureFact } from '../dataset/dataset.ts';
import { parsePeriod, periodText, samePeriodLastYear } from '../period.ts';
import { withClearedWords } from './cleared-words.ts';
import { withCorrected } from './corrected.ts';
import { exemptTotalsLeftOut } from './exempt-totals.ts';
import { asTold, type Facts, leftOutOf, type ToldFigure, type ToldMeasure } from './facts.ts';
import { familiesOf } from './families.ts';
import { heardBy, strategicPart } from './heard.ts';
import { exemptPart, openPart } from './kept-apart.ts';
import { hasAppendix, isOfStrategicMeasures, isReadInPublic, type Ordered } from './ordered.ts';
import { givesBack } from './said-numbers.ts';
import {
  comparisonsTold,
  type LeftOut,
  metWhateverItIs,
  smallNumbersLeftOut,
} from './small-numbers.ts';

/** What sections are composed of. */
export type Told = {
  readonly facts: Facts;
  /** The dataset of the cycle before, told in the same way; null where there is none. */
  readonly before: Facts | null;
  readonly ordered: Ordered;
  readonly inPublic: boolean;
};

/** `exempt`: null where there is no such part, or whoever it is made for may not read it. */
export type Parts = { readonly open: Told; readonly exempt: Told | null };

export const toldOf = (dataset: Dataset, ordered: Ordered): Parts => {
  const inPublic = isReadInPublic(ordered);
  const levelled = (of: Dataset) => (isOfStrategicMeasures(ordered.kind) ? strategicPart(of) : of);
  const told = (whole: Dataset, part: (of: Dataset) => Dataset): Facts => {
    const measures = withGone(whole, ordered.previous);
    const facts = factsOf(part(whole), notTold(measures, inPublic));
    const read = inPublic ? asReadInPublic(facts, measures) : facts;
    return { ...read, measures: withCorrected(read.measures, ordered, inPublic) };
  };
  const partAs = (part: (of: Dataset) => Dataset): Told => {
    const heard = (of: Dataset) => heardBy(levelled(part(of)), ordered.board);
    const { previous } = ordered;
    return {
      facts: told(withClearedWords(dataset, ordered.words), heard),
      before: previous && told(previous, heard),
      ordered,
      inPublic,
    };
  };
  return {
    open: partAs((of) => openPart(of, inPublic)),
    exempt: ordered.mayReadExempt && hasAppendix(ordered.kind) ? partAs(exemptPart) : null,
  };
};

/** A part that has left the register since is worked back from the figures of before. */
const withGone = (whole: Dataset, previous: Dataset | null): readonly MeasureFact[] => {
  const known = new Set(whole.measures.map(({ key }) => key));
  const gone = previous?.measures.filter(({ key }) => !known.has(key)) ?? [];
  return gone.length === 0 ? whole.measures : [...whole.measures, ...gone];
};

/** Looked for among all measures, whatever of them a paper tells: what one leaves out no other gives back. */
const notTold = (measures: readonly MeasureFact[], inPublic: boolean): LeftOut => {
  const totals = exemptTotalsLeftOut(measures);
  if (!inPublic) return totals;
  const small = smallNumbersLeftOut(measures);
  const keys = new Set([...totals.keys(), ...small.keys()]);
  const both = (key: string) => new Set([...(totals.get(key) ?? []), ...(small.get(key) ?? [])]);
  return new Map([...keys].map((key) => [key, both(key)]));
};

const asReadInPublic = (facts: Facts, measures: readonly MeasureFact[]): Facts => {
  const kin = new Set(
    familiesOf(measures)
      .filter((family) => family.some(({ countsPeople }) => countsPeople))
      .flatMap((family) => family.map(({ key }) => key)),
  );
  return {
    ...facts,
    measures: facts.measures.map((measure) => ({
      ...measure,
      benchmark: comparisonsTold(measure),
      // That a sum is no more than 4 narrows each of its parts.
      met: kin.has(measure.key) ? null : measure.met,
      hasKin: kin.has(measure.key),
    })),
  };
};

const factsOf = (part: Dataset, leftOut: LeftOut): Facts => ({
  ...part,
  measures: part.measures.map((measure) => {
    const periods = leftOut.get(measure.key);
    return periods === undefined || periods.size === 0
      ? asTold(measure)
      : without(measure, periods);
  }),
});

/**
 * A measure without the figures of these periods. A direction from or to one of them is not told, nor how
 * long it has stood so, how it compares, or whether what was promised worked: each narrows what is left out.
 */
const without = (measure: MeasureFact, periods: ReadonlySet<string>): ToldMeasure => {
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

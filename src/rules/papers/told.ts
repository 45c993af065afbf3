// What one paper may tell of a dataset: the words as cleared, small numbers left out where anybody may read
// it, exempt rows apart, and of all that what its board hears of.
import type { Dataset, MeasureFact, YearFact } from '../dataset/dataset.ts';
import { withClearedWords } from './cleared-words.ts';
import { withCorrected } from './corrected.ts';
import { exemptTotalsLeftOut } from './exempt-totals.ts';
import { asTold, type Facts, type ToldMeasure, yearLeftOut } from './facts.ts';
import { familiesOf } from './families.ts';
import { heardBy, strategicPart } from './heard.ts';
import { withoutAFew } from './held-back.ts';
import { exemptPart, openPart } from './kept-apart.ts';
import { keptFigures } from './kept-figures.ts';
import { hasAppendix, isOfStrategicMeasures, isReadInPublic, type Ordered } from './ordered.ts';
import { comparisonsTold, type LeftOut, smallNumbersLeftOut } from './small-numbers.ts';
import { withoutFigures } from './without-figures.ts';

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

/**
 * What is left out is looked for in whole datasets, that of the cycle before among them, and only then is a part
 * taken: whatever a board hears of, no paper gives back what another leaves out.
 */
export const toldOf = (dataset: Dataset, ordered: Ordered): Parts => {
  const inPublic = isReadInPublic(ordered);
  const levelled = (of: Dataset) => (isOfStrategicMeasures(ordered.kind) ? strategicPart(of) : of);
  const { previous } = ordered;
  const datasets = previous === null ? [dataset] : [dataset, previous];
  const kept = keptFigures(datasets, inPublic);
  const keptAsExempt = keptFigures(datasets, false);
  const told = (whole: Dataset, part: Part): Facts => {
    const measures = withGone(whole, previous);
    const small = inPublic ? smallNumbersLeftOut(measures) : none;
    // The appendix is where the others are told.
    const leftOut = part.isOpen
      ? allOf([small, kept, exemptTotalsLeftOut(measures, keptAsExempt)])
      : small;
    const facts = factsOf(part.of(whole), leftOut);
    const read = inPublic ? asReadInPublic(facts, measures) : facts;
    return { ...read, measures: withCorrected(read.measures, ordered, inPublic) };
  };
  const partAs = ({ of, isOpen }: Part): Told => {
    const part: Part = { of: (whole) => heardBy(levelled(of(whole)), ordered.board), isOpen };
    return {
      facts: told(withClearedWords(dataset, ordered.words), part),
      before: previous && told(previous, part),
      ordered,
      inPublic,
    };
  };
  const exempt: Part = { of: exemptPart, isOpen: false };
  return {
    open: partAs({ of: (whole) => openPart(whole, inPublic), isOpen: true }),
    exempt: ordered.mayReadExempt && hasAppendix(ordered.kind) ? partAs(exempt) : null,
  };
};

/** What all its readers may read, or what is exempt. */
type Part = { readonly of: (whole: Dataset) => Dataset; readonly isOpen: boolean };

/** A part that has left the register since is worked back from the figures of before. */
const withGone = (whole: Dataset, previous: Dataset | null): readonly MeasureFact[] => {
  const known = new Set(whole.measures.map(({ key }) => key));
  const gone = previous?.measures.filter(({ key }) => !known.has(key)) ?? [];
  return gone.length === 0 ? whole.measures : [...whole.measures, ...gone];
};

const none: LeftOut = new Map();

/** Looked for among all measures, whatever of them a paper tells: what one leaves out no other gives back. */
const allOf = (found: readonly LeftOut[]): LeftOut => {
  const keys = new Set(found.flatMap((each) => [...each.keys()]));
  return new Map(
    [...keys].map((key) => [key, new Set(found.flatMap((each) => [...(each.get(key) ?? [])]))]),
  );
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
      ...withoutAFew(measure),
      benchmark: comparisonsTold(measure),
      // That a sum is no more than 4 narrows each of its parts.
      met: kin.has(measure.key) ? null : measure.met,
      hasKin: kin.has(measure.key),
      years: measure.years.map((year) =>
        kin.has(measure.key) || !isLookedOver(measure, year) ? yearLeftOut(year) : year,
      ),
    })),
  };
};

/**
 * Whether small numbers were looked for in each of a year's periods: those before the figures of the dataset
 * were not. Of measures that add up a year of one less a year of another may be a small number, whichever
 * periods each has.
 */
const isLookedOver = ({ countsPeople, before, now }: ToldMeasure, { of }: YearFact): boolean =>
  !countsPeople || of.every((text) => [...before, now].some(({ period }) => period === text));

const factsOf = (part: Dataset, leftOut: LeftOut): Facts => ({
  ...part,
  measures: part.measures.map((measure) => {
    const periods = leftOut.get(measure.key);
    return periods === undefined || periods.size === 0
      ? asTold(measure)
      : withoutFigures(measure, periods);
  }),
});

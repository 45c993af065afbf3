// The facts of a dataset as one paper may tell them: what its readers may not read is gone from them, so
// that nothing composed of them can give it away.
import type { Dataset, FigureFact, MeasureFact, YearFact } from '../dataset/dataset.ts';

/** `leftOut`: there is a figure, and it is not told; all that is of it is null. */
export type ToldFigure = FigureFact & { readonly leftOut: boolean };

export type ToldYear = YearFact & { readonly leftOut: boolean };

export type ToldMeasure = Omit<MeasureFact, 'now' | 'before' | 'years'> & {
  readonly now: ToldFigure;
  readonly before: readonly ToldFigure[];
  readonly years: readonly ToldYear[];
  /** Of a figure left out: whether it met its target, where each number it may be says the same. */
  readonly met: 'met' | 'missed' | null;
  /** Something was said of it and is not told: it repeats a number that is left out, or may tell of a few people. */
  readonly wordsLeftOut: boolean;
  /** What was said and may tell of a few people, by what it is called. Left out: nothing was. */
  readonly heldBack?: readonly string[];
  /** It and others of the dataset add up, and one of them counts people. Left out is no. */
  readonly hasKin?: boolean;
  /** What its figure was corrected to after the close, as a mark beside it. Left out is that it was not. */
  readonly corrected?: string;
};

export type Facts = Omit<Dataset, 'measures'> & { readonly measures: readonly ToldMeasure[] };

export const asTold = (measure: MeasureFact): ToldMeasure => ({
  ...measure,
  now: { ...measure.now, leftOut: false },
  before: measure.before.map((figure) => ({ ...figure, leftOut: false })),
  years: (measure.years ?? []).map((year) => ({ ...year, leftOut: false })),
  met: null,
  wordsLeftOut: false,
});

/** Oldest first, the figure shown last. */
export const figuresOf = ({ before, now }: ToldMeasure): readonly ToldFigure[] => [...before, now];

/** Whether it has a figure, or had one, that is not told. */
export const isAnyLeftOut = (measure: ToldMeasure): boolean =>
  figuresOf(measure).some(({ leftOut }) => leftOut);

/** A figure that is there and not told. What it stands at is not told either: a target narrows it. */
export const leftOutOf = (figure: FigureFact): ToldFigure => ({
  ...figure,
  value: null,
  numerator: null,
  denominator: null,
  standing: 'not yet available',
  noDataUntil: null,
  noDataReason: null,
  leftOut: true,
});

/** A year's figure that is there and not told, nor how it is made; one that is not known stays so. */
export const yearLeftOut = (year: YearFact): ToldYear =>
  year.value === null
    ? { ...year, leftOut: false }
    : { ...year, value: null, missing: [], provisional: false, leftOut: true };

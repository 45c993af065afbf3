// What hangs on a measure and may be told to fewer than it: a return or a target that is marked by itself, a
// comparison, a decision, a promise. Which measures are told at all is kept-apart.ts's.
import type { FigureFact, MeasureFact, PromiseFact } from '../dataset/dataset.ts';
import { isMarkKept, periodsKept } from './kept-figures.ts';

type Reading = {
  readonly readInPublic: boolean;
  /** Of titles of the dataset's rows: whether the row may be told of to these readers. */
  readonly isPublic: (title: string) => boolean;
  readonly isExempt: (title: string) => boolean;
};

/**
 * Of a return that is kept back nothing that was said with it is told, of a target nothing that it asks for;
 * the figures themselves are left out with small numbers (told.ts).
 */
export const openMeasure = (measure: MeasureFact, reading: Reading): MeasureFact => {
  const { readInPublic } = reading;
  const kept = periodsKept(measure, readInPublic);
  const figure = (fact: FigureFact): FigureFact => ({
    ...fact,
    ...(readInPublic && { decidedBy: fact.decidedInPublic ?? null }),
    ...(kept.has(fact.period) && heldToNothing),
  });
  const { now, before, yearEnd, promises } = measure;
  return {
    ...measure,
    now: figure(now),
    before: before.map(figure),
    ...(yearEnd !== undefined && { yearEnd: figure(yearEnd) }),
    ...(kept.has(now.period) && nothingSaid),
    ...(readInPublic && (measure.inPublic ?? comparedWithNothing)),
    promises: promises.filter((promise) => isPromiseTold(promise, reading)),
  };
};

const heldToNothing = {
  target: null,
  rangeLow: null,
  rangeHigh: null,
  targetWords: '–',
  decidedBy: null,
  noDataUntil: null,
  noDataReason: null,
} as const;

/** Words that are blank print nothing; null would say that the service said none. */
const nothingSaid = {
  commentary: '',
  source: null,
  limits: null,
  forecast: null,
  noActionBecause: null,
} as const;

const comparedWithNothing = { benchmark: [], quartile: null } as const;

/**
 * A promise follows its measure, as it is what a committee asks about, unless its action is marked otherwise.
 * Where that is not known it is told in public only if an action of its title is public.
 */
const isPromiseTold = (
  { title, access }: PromiseFact,
  { readInPublic, isPublic, isExempt }: Reading,
): boolean => {
  if (access === 'exempt' || isExempt(title)) return false;
  if (!readInPublic || access === null) return true;
  return access === undefined ? isPublic(title) : access === 'public';
};

const saidInTheOpen = {
  commentary: '',
  source: null,
  limits: null,
  noActionBecause: '',
  promises: [],
} as const;

/**
 * As the appendix tells of a measure: one that is exempt whole; of another, with its exempt figures, what is
 * not said in the open part already. None where nothing of it is exempt.
 */
export const exemptMeasure = (measure: MeasureFact): readonly MeasureFact[] => {
  if (measure.access === 'exempt') return [measure];
  const marks = (measure.marked ?? []).filter((row) => isMarkKept(row, false));
  if (marks.length === 0) return [];
  const under = new Set(marks.flatMap(({ exemptUnder }) => exemptUnder ?? []));
  const isNow = marks.some(({ period }) => period === measure.now.period);
  return [
    {
      ...measure,
      access: 'exempt',
      exemptUnder: under.size === 0 ? null : [...under].join(', '),
      ...(!isNow && saidInTheOpen),
    },
  ];
};

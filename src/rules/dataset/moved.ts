// Which measures stand differently from how they stood at the cycle before, and what of the cause is known.
// How it is put in a paper's words is left to those who print it.
import type { Standing } from '../../registers/words.ts';
import { figure } from '../number-words.ts';
import type { Dataset, FigureFact, MeasureFact } from './dataset.ts';

/**
 * A figure of its own that changed; a target that did, or was agreed, or is no longer; a figure that has come
 * since, or is missing, of a measure that was asked last time or was not; the quarter it lies in of those
 * it is compared with, where that is what rates it; else whatever else rates it.
 */
export const movedCauses = [
  'figure',
  'target',
  'target agreed',
  'target awaited',
  'now available',
  'not yet available',
  'newly due',
  'quartile',
  'rule',
] as const;
export type MovedCause = (typeof movedCauses)[number];

export type Moved = {
  readonly measure: MeasureFact;
  readonly was: FigureFact;
  readonly is: FigureFact;
  /** Whether it stands better now; null where one of the two is no verdict. */
  readonly isBetter: boolean | null;
  /** Never empty. */
  readonly causes: readonly MovedCause[];
  /** A sentence that names each cause with its figures. */
  readonly because: string;
};

/**
 * In the plan's order. With the dataset of the cycle before, each measure is held against what that one
 * showed of it; without, against its own figure of a quarter before, and where it was not due, or is given
 * once a year and was, against the figure before. One that was never shown has not moved.
 */
export const movedSince = (
  { measures }: Pick<Dataset, 'measures'>,
  previous: Pick<Dataset, 'measures'> | null = null,
): readonly Moved[] => {
  const known = previous && new Map(previous.measures.map((each) => [each.key, each] as const));
  return measures.flatMap((measure) => {
    const before = known ? shownThen(known.get(measure.key)) : shownBefore(measure);
    if (before === null || before.was.standing === measure.now.standing) return [];
    return [movedFrom(measure, before)];
  });
};

/** What the cycle before showed of a measure, and whether it asked for it. */
type Before = { readonly was: FigureFact; readonly wasDue: boolean };

const shownThen = (measure: MeasureFact | undefined): Before | null =>
  measure === undefined ? null : { was: measure.now, wasDue: measure.due };

/** A measure that nothing was asked of shows what it showed. */
const shownBefore = ({ due, frequency, before }: MeasureFact): Before | null => {
  const was = before.at(frequency === 'monthly' ? -monthsInAQuarter : -1);
  return !due || was === undefined ? null : { was, wasDue: frequency !== 'annual' };
};

const monthsInAQuarter = 3;

const movedFrom = (measure: MeasureFact, before: Before): Moved => {
  const causes = causesOf(measure, before);
  const because = causes.map((cause) => causeWords(cause, measure, before.was)).join('; ');
  return {
    measure,
    was: before.was,
    is: measure.now,
    isBetter: isBetter(before.was.standing, measure.now.standing),
    causes,
    because: `${because.charAt(0).toUpperCase()}${because.slice(1)}.`,
  };
};

const causesOf = ({ now }: MeasureFact, { was, wasDue }: Before): readonly MovedCause[] => {
  if (now.value === null) return [wasDue ? 'not yet available' : 'newly due'];
  if (now.standing === 'target not yet agreed') return ['target awaited'];
  if (was.value === null) return ['now available'];
  if (now.against === 'quartile' && was.against === 'quartile') return ['quartile'];
  if (was.standing === 'target not yet agreed') return ['target agreed'];
  const causes: MovedCause[] = [];
  if (was.value !== now.value) causes.push('figure');
  if (isAimedElsewhere(was, now)) causes.push('target');
  return causes.length === 0 ? ['rule'] : causes;
};

const isAimedElsewhere = (was: FigureFact, is: FigureFact): boolean =>
  was.target !== is.target || was.rangeLow !== is.rangeLow || was.rangeHigh !== is.rangeHigh;

/** A clause without its full stop, of figures as they are printed. */
const causeWords = (cause: MovedCause, measure: MeasureFact, was: FigureFact): string => {
  const { now } = measure;
  const printed = (value: number | null) => figure(measure, value);
  switch (cause) {
    case 'figure':
      return `the figure went from ${printed(was.value)} (${was.words}) to ${printed(now.value)} (${now.words})`;
    case 'target':
      return `${targetWords(was, now)}${decidedWords(now)}`;
    case 'target agreed':
      return `a target of ${now.targetWords} has been agreed${decidedWords(now)}`;
    case 'target awaited':
      return 'its target is not yet agreed';
    case 'now available':
      return `its figure can be had now: ${printed(now.value)} (${now.words})`;
    case 'not yet available':
      return `there is no figure for ${now.words} yet`;
    case 'newly due':
      return `a figure for ${now.words} is newly due, and there is none yet`;
    case 'rule':
      return 'neither its figure nor its target has changed; its tolerance, its rule or what it is compared with has';
    case 'quartile':
      return 'it lies in another quarter of those it is compared with';
    default:
      return cause satisfies never;
  }
};

const targetWords = (was: FigureFact, is: FigureFact): string => {
  if (!hasTarget(was)) return `it has a target now, ${is.targetWords}`;
  if (!hasTarget(is)) return `it has no target now; it had ${was.targetWords}`;
  return `the target went from ${was.targetWords} to ${is.targetWords}`;
};

const hasTarget = ({ target, rangeLow, rangeHigh }: FigureFact): boolean =>
  target !== null || rangeLow !== null || rangeHigh !== null;

const decidedWords = ({ decidedBy }: FigureFact): string =>
  decidedBy === undefined || decidedBy === null ? '' : ` (${decidedBy})`;

/** The better the higher; what is no verdict has no place among them. */
const placeOf: { readonly [S in Standing]: number | null } = {
  'better than target': 3,
  'on target': 2,
  'within tolerance': 1,
  'off target': 0,
  'not yet available': null,
  'target not yet agreed': null,
  'data only': null,
};

const isBetter = (was: Standing, is: Standing): boolean | null => {
  const [from, to] = [placeOf[was], placeOf[is]];
  return from === null || to === null ? null : to > from;
};

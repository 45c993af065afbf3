// Which words that people typed a paper does not print for what they may tell: of a figure that is left out, or of
// a few people. They can be changed all the same: whoever prepares it finds them nowhere in the paper itself.
import type { Dataset, MeasureFact } from './dataset/dataset.ts';
import { wordedLines } from './paper-worded.ts';
import {
  isOfTitle,
  rebasedPart,
  withClearedReasons,
  withClearedWords,
  wordedParts,
} from './papers/cleared-words.ts';
import { correctionsOf, isReasonHeldBack } from './papers/corrected.ts';
import type { ToldMeasure } from './papers/facts.ts';
import type { Ordered } from './papers/ordered.ts';
import type { Paper } from './papers/paper.ts';
import { toldOf } from './papers/told.ts';
import type { TypedLine } from './typed-lines.ts';

/** By their lines, with the words as they were cleared. Of measures that the paper tells of; never of its appendix. */
export const heldBackIn = (
  paper: Paper,
  dataset: Dataset,
  ordered: Ordered,
): ReadonlySet<string> => {
  const known = looked.get(paper);
  if (known !== undefined) return known;
  const found = look(dataset, withClearedReasons(ordered), wordedLines(dataset, ordered));
  looked.set(paper, found);
  return found;
};

// A paper that is looked at is asked every few seconds.
const looked = new WeakMap<Paper, ReadonlySet<string>>();

const look = (
  dataset: Dataset,
  ordered: Ordered,
  lines: readonly TypedLine[],
): ReadonlySet<string> => {
  const { facts, inPublic } = toldOf(dataset, ordered).open;
  const told = new Map(facts.measures.map((measure) => [measure.key, measure]));
  const measures = withClearedWords(dataset, ordered.words).measures.flatMap((said) => {
    const of = told.get(said.key);
    return of === undefined ? [] : [{ said, written: writtenOf(dataset, said), told: of }];
  });
  const reasons = new Set(
    correctionsOf(facts.measures, ordered)
      .filter((each) => isReasonHeldBack(each, inPublic))
      .map(({ restated: { key } }) => key),
  );
  const isHeldBack = ({ of, part, written, isExempt }: TypedLine): boolean => {
    if (isExempt) return false;
    if (of.register === 'restatements') return reasons.has(of.key);
    // A title is known by what was written, wherever it was promised.
    if (isOfTitle(part)) return measures.some((each) => isPromiseHeldBack(each, written));
    const measure = measures.find(({ said }) => of.register === 'measures' && said.key === of.key);
    return (
      measure !== undefined &&
      !isBlank(wordsOf(measure.said, part)) &&
      wordsOf(measure.told, part) !== wordsOf(measure.said, part)
    );
  };
  return new Set(lines.filter(isHeldBack).map(({ line }) => line));
};

type Looked = {
  readonly said: MeasureFact;
  /** Titles of its promises as they were written, in the order they are said. */
  readonly written: readonly string[];
  readonly told: ToldMeasure;
};

const writtenOf = ({ measures }: Dataset, { key }: MeasureFact): readonly string[] =>
  measures.find((each) => each.key === key)?.promises.map(({ title }) => title) ?? [];

const isPromiseHeldBack = ({ said, written, told }: Looked, title: string): boolean =>
  said.promises.some(
    (promise, at) =>
      written[at] === title && told.promises.every((each) => each.title !== promise.title),
  );

const isBlank = (words: string | null): boolean => (words ?? '').trim() === '';

const wordsOf = (
  measure: Pick<
    ToldMeasure,
    'commentary' | 'noActionBecause' | 'source' | 'limits' | 'rebasings'
  > & { readonly now: Pick<ToldMeasure['now'], 'noDataReason'> },
  part: TypedLine['part'],
): string | null => {
  const { noAction, noFigure, source, limits } = wordedParts;
  if (part === null) return measure.commentary;
  if (part === noAction) return measure.noActionBecause;
  if (part === noFigure) return measure.now.noDataReason;
  if (part === source) return measure.source;
  if (part === limits) return measure.limits;
  return measure.rebasings.find(({ period }) => rebasedPart(period) === part)?.because ?? null;
};

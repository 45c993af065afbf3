// The lines of a paper whose words may be changed through clearance: of all that somebody typed, what it is told.
import type { PaperKind } from '../registers/papers.ts';
import type { Dataset } from './dataset/dataset.ts';
import { isOfTitle, wordedParts } from './papers/cleared-words.ts';
import { heardBy, strategicPart } from './papers/heard.ts';
import { exemptPart, openPart } from './papers/kept-apart.ts';
import {
  hasAppendix,
  isOfStrategicMeasures,
  isReadInPublic,
  type Ordered,
} from './papers/ordered.ts';
import { type TypedLine, typedLines } from './typed-lines.ts';

/** Of exempt rows those that whoever asks may read, where the paper has an appendix. */
export const wordedLines = (dataset: Dataset, ordered: Ordered): readonly TypedLine[] => {
  const { kind, board, restatements } = ordered;
  const levelled = (of: Dataset) => (isOfStrategicMeasures(kind) ? strategicPart(of) : of);
  const readsExempt = ordered.mayReadExempt && hasAppendix(kind);
  const linesOf = (of: Dataset) =>
    typedLines({ part: heardBy(levelled(of), board), whole: dataset, restatements });
  const open = linesOf(openPart(dataset, isReadInPublic(ordered))).filter(
    ({ isExempt }) => readsExempt || !isExempt,
  );
  const exempt = readsExempt ? linesOf(exemptPart(dataset)) : [];
  const lines = [...open, ...exempt.filter((each) => !isAmong(open, each))].filter((line) =>
    mayPrint(kind, line),
  );
  // Commentary first: it is most of what is read, and what is changed most.
  return [...lines.filter(isCommentary), ...lines.filter((line) => !isCommentary(line))];
};

const isCommentary = ({ part }: TypedLine): boolean => part === null;

/** Whether a kind of paper prints such words at all: residents are told why there is no figure, and little else. */
const mayPrint = (kind: PaperKind, { of: { register }, part }: TypedLine): boolean => {
  if (kind === 'council tax') return false;
  if (kind === 'delivery plan')
    return register !== 'measures' && register !== 'questions' && register !== 'restatements';
  if (kind !== 'public') return true;
  const { noFigure, source, limits } = wordedParts;
  return register === 'restatements' || part === noFigure || part === source || part === limits;
};

/** Whether a paper that is told these lines is told what this one is of: an action goes by its title. */
export const isAmong = (lines: readonly TypedLine[], of: TypedLine): boolean =>
  lines.some(
    ({ line, part, written }) =>
      line === of.line || (isOfTitle(part) && isOfTitle(of.part) && written === of.written),
  );

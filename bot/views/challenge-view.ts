// What the Challenge shows of a figure: as it was read, each doubt in words, and the measure's past.
import { doubtWords } from '../../src/rules/doubt-words.ts';
import { parsePeriod, periodWords } from '../../src/rules/period.ts';
import { longestCommentary } from '../../src/use-cases/read-answer.ts';
import type { RefusedReason } from '../../src/use-cases/refused.ts';
import type { ChallengeView } from '../cards/challenge-card.ts';
import type { Typed } from '../cards/question.ts';
import { figureWithUnit, seenBy, unitHeading } from './cycle-words.ts';
import { historyLines } from './history-view.ts';
import type { AskingFigure } from './question-view.ts';

type Challenging = Pick<ChallengeView, 'right' | 'refused' | 'revision'> & {
  readonly doubtful: Extract<RefusedReason, { reason: 'doubtful' }>;
  readonly typed: Typed;
  /** The key of what was shown as promised before; '' where nothing was. */
  readonly promiseOf: string;
};

export const challengeView = (
  { registers, measure, cycle, return: asked }: AskingFigure,
  { doubtful, typed, promiseOf, ...said }: Challenging,
): ChallengeView => {
  const period = parsePeriod(asked.period);
  const figure = figureWithUnit(measure, doubtful.value);
  const isOfWords = doubtful.doubts.every(({ kind }) => kind === 'commentary contradicts');
  return {
    ...said,
    return: asked.key,
    cycle: cycle.key,
    name: measure.title,
    title: isOfWords ? `Do the words fit ${figure}?` : `Is ${figure} right?`,
    beneath: `Measure ${measure.code} · ${period === null ? asked.period : periodWords(period, measure)}`,
    unitHeading: unitHeading(measure),
    doubts: doubtful.doubts.map((doubt) => doubtWords(doubt, measure)),
    history: period === null ? [] : historyLines(registers, measure, period),
    verb: 'confirm',
    typed: { ...typed, promiseOf },
    wrote: typed.commentary,
    longestReason: longestCommentary,
    seenBy,
  };
};

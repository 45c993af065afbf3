// What the Challenge shows: the figure as it was read, each doubt in words, and the measure's past.
import { doubtWords } from '../../src/rules/doubt-words.ts';
import { parsePeriod, periodWords } from '../../src/rules/period.ts';
import { longestCommentary } from '../../src/use-cases/read-answer.ts';
import type { RefusedReason } from '../../src/use-cases/refused.ts';
import type { ChallengeView } from '../cards/challenge-card.ts';
import { figureWithUnit, seenBy, unitHeading } from './cycle-words.ts';
import { historyLines } from './history-view.ts';
import type { AskingFigure } from './question-view.ts';

type Challenging = Pick<ChallengeView, 'typed' | 'promiseOf' | 'right' | 'refused' | 'revision'> & {
  readonly doubtful: Extract<RefusedReason, { reason: 'doubtful' }>;
};

export const challengeView = (
  { registers, measure, cycle, return: asked }: AskingFigure,
  { doubtful, ...said }: Challenging,
): ChallengeView => {
  const period = parsePeriod(asked.period);
  return {
    ...said,
    return: asked.key,
    cycle: cycle.key,
    name: measure.title,
    code: measure.code,
    period: period === null ? asked.period : periodWords(period, measure),
    unitHeading: unitHeading(measure),
    figure: figureWithUnit(measure, doubtful.value),
    isOfWords: doubtful.doubts.every(({ kind }) => kind === 'commentary contradicts'),
    doubts: doubtful.doubts.map((doubt) => doubtWords(doubt, measure)),
    history: period === null ? [] : historyLines(registers, measure, period),
    longestReason: longestCommentary,
    seenBy,
  };
};

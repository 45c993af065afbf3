// What the Challenge shows of a report that is doubted: each doubt, and what was written besides.
import type { Cycle } from '../../src/registers/cycles.ts';
import type { Return } from '../../src/registers/returns.ts';
import { askedName, kindWord } from '../../src/rules/asked-name.ts';
import { longestCommentary } from '../../src/use-cases/read-answer.ts';
import type { ChallengeView } from '../cards/challenge-card.ts';
import { type LineTyped, typedIn } from '../cards/report.ts';
import { seenBy } from './cycle-words.ts';
import { type LineAbout, periodOf } from './report-words.ts';

type Doubted = {
  readonly cycle: Cycle;
  readonly return: Return;
  readonly about: LineAbout;
};

type Challenging = Pick<ChallengeView, 'right' | 'refused' | 'revision' | 'doubts'> & {
  readonly typed: LineTyped;
};

/** More would push a card past 28 KB: then what was typed is taken from where it was kept. */
const mostCarried = 6_000;

export const lineChallengeView = (
  { cycle, return: asked, about }: Doubted,
  { typed, ...said }: Challenging,
): ChallengeView => ({
  ...said,
  cycle: cycle.key,
  return: asked.key,
  name: askedName(asked, about),
  title: 'Is this right?',
  beneath: `${about.code === null ? kindWord(about) : `${kindWord(about)} ${about.code}`} · ${periodOf(asked)}`,
  unitHeading: '',
  history: null,
  verb: 'report',
  typed: JSON.stringify(typed).length > mostCarried ? {} : typed,
  wrote: typedIn(typed, 'commentary'),
  longestReason: longestCommentary,
  seenBy,
});

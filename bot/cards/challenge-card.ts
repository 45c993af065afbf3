// The Challenge: a figure played back before it is saved, with why it is doubted and its past beside
// it. Correcting it comes first; that it is right is said with a reason.
import { type AdaptiveCard, adaptiveCard, button, type CardData } from './adaptive-card.ts';
import { heading, notice, run, sentence, small } from './card-parts.ts';
import { type HistoryLine, historyTable } from './history-table.ts';
import type { Typed } from './question.ts';
import { reasonField } from './question-parts.ts';

export type ChallengeView = {
  readonly cycle: string;
  readonly return: string;
  readonly revision: number;
  readonly name: string;
  readonly code: string;
  readonly period: string;
  readonly unitHeading: string;
  /** "73,390 households" */
  readonly figure: string;
  /** "This is 175 times last quarter (420)." */
  readonly doubts: readonly string[];
  /** Newest first. */
  readonly history: readonly HistoryLine[];
  /** All that was typed, to be sent once more where it is right. */
  readonly typed: Typed;
  /** The key of what was shown as promised before; '' where nothing was. */
  readonly promiseOf: string;
  /** What is doubted is the commentary, and not the figure. */
  readonly isOfWords: boolean;
  /** Why it is right, as typed; blank before it was asked. */
  readonly right: string;
  /** Why that does not do, in a sentence; null before it was asked. */
  readonly refused: string | null;
  readonly longestReason: number;
  readonly seenBy: string;
};

export const challengeCard = (view: ChallengeView): AdaptiveCard => {
  const { cycle, return: key, revision, figure, name, typed, promiseOf, refused } = view;
  const title = view.isOfWords ? `Do the words fit ${figure}?` : `Is ${figure} right?`;
  const answer: CardData = { v: 1, cycle, return: key, revision, ...typed, promiseOf };
  const not = refused === null ? 'Not saved yet.' : `Not saved. ${refused}`;
  return adaptiveCard(
    `${not} ${name}: ${title} ${view.doubts.join(' ')}`,
    [
      notice(refused === null ? 'doubted' : 'refused', [
        run('Not saved yet. ', { weight: 'Bolder' }),
        run(refused === null ? 'What you typed is kept.' : `See "${reasonLabel}" below.`),
      ]),
      heading(title),
      small(`${name} · Measure ${view.code} · ${view.period}`, 'None'),
      ...view.doubts.map((each) => sentence(each)),
      ...historyTable(view.history, view.unitHeading),
      ...(typed.commentary.trim() === ''
        ? []
        : [small(`You wrote: ${typed.commentary}`, 'Default')]),
      ...reasonField({
        id: 'right',
        label: reasonLabel,
        placeholder: 'Such as: two services were counted together from July',
        error: 'Say in a few words why it is right.',
        typed: view.right,
        longest: view.longestReason,
        refusal: refused === null ? null : { words: refused, field: 'right' },
      }),
      small(`Why it is right is kept with the figure. ${view.seenBy}`, 'Default'),
    ],
    [
      button({ title: 'Correct it', verb: 'open', data: { v: 1, return: key }, primary: true }),
      button({ title: 'It is right', verb: 'confirm', data: answer, withInputs: true }),
    ],
  );
};

const reasonLabel = 'If it is right, say why';

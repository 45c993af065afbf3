// The Challenge: what was said played back before it is saved, with why it is doubted and its past beside
// it. Correcting it comes first; that it is right is said with a reason.
import { type AdaptiveCard, adaptiveCard, button, type CardData } from './adaptive-card.ts';
import { heading, notice, run, sentence, small } from './card-parts.ts';
import { type HistoryLine, historyTable } from './history-table.ts';
import { reasonField } from './question-parts.ts';

export type ChallengeView = {
  readonly cycle: string;
  readonly return: string;
  readonly revision: number;
  readonly name: string;
  /** "Is 73,390 households right?" */
  readonly title: string;
  /** "Measure 12 · Q2 2020-21" */
  readonly beneath: string;
  readonly unitHeading: string;
  /** "This is 175 times last quarter (420)." */
  readonly doubts: readonly string[];
  /** Newest first; null where what is asked has no figures. */
  readonly history: readonly HistoryLine[] | null;
  readonly verb: 'confirm' | 'report';
  /** All that was typed, to be sent once more where it is right. */
  readonly typed: Readonly<Record<string, string>>;
  /** What was written besides; blank where nothing was. */
  readonly wrote: string;
  /** Why it is right, as typed; blank before it was asked. */
  readonly right: string;
  /** Why that does not do, in a sentence; null before it was asked. */
  readonly refused: string | null;
  readonly longestReason: number;
  readonly seenBy: string;
};

export const challengeCard = (view: ChallengeView): AdaptiveCard => {
  const { cycle, return: key, revision, name, title, typed, verb, refused, history } = view;
  const answer: CardData = { ...typed, v: 1, cycle, return: key, revision };
  const not = refused === null ? 'Not saved yet.' : `Not saved. ${refused}`;
  return adaptiveCard(
    `${not} ${name}: ${title} ${view.doubts.join(' ')}`,
    [
      notice(refused === null ? 'doubted' : 'refused', [
        run('Not saved yet. ', { weight: 'Bolder' }),
        run(refused === null ? 'What you typed is kept.' : `See "${reasonLabel}" below.`),
      ]),
      heading(title),
      small(`${name} · ${view.beneath}`, 'None'),
      ...view.doubts.map((each) => sentence(each)),
      ...(history === null ? [] : historyTable(history, view.unitHeading)),
      ...(view.wrote.trim() === '' ? [] : [small(`You wrote: ${view.wrote}`, 'Default')]),
      ...reasonField({
        id: 'right',
        label: reasonLabel,
        placeholder: 'Such as: two services were counted together from July',
        error: 'Say in a few words why it is right.',
        typed: view.right,
        longest: view.longestReason,
        refusal: refused === null ? null : { words: refused, field: 'right' },
      }),
      small(`Why it is right is kept with it. ${view.seenBy}`, 'Default'),
    ],
    [
      button({ title: 'Correct it', verb: 'open', data: { v: 1, return: key }, primary: true }),
      button({ title: 'It is right', verb, data: answer, withInputs: true }),
    ],
  );
};

const reasonLabel = 'If it is right, say why';

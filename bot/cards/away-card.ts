// What a person may say besides answering: until when they are away, that they are back, and that a
// measure is not theirs any more. The buttons for it, and the cards that ask and answer about being away.
import {
  type Action,
  type AdaptiveCard,
  adaptiveCard,
  button,
  type Element,
} from './adaptive-card.ts';
import { heading, sentence } from './card-parts.ts';
import { noteAt } from './question-parts.ts';

export type Besides = {
  /** Whether they are away now. */
  readonly isAway: boolean;
  /** Whether any of what they owe is their own, to be let go of. */
  readonly mayLetGo: boolean;
};

/** Sent in place of a date by the button that only asks for the form. */
export const chooseDay = 'choose';

export const besidesButtons = (cycle: string, { isAway, mayLetGo }: Besides): Action[] => [
  isAway
    ? backButton
    : button({ title: 'I’m away until…', verb: 'away', data: { v: 1, until: chooseDay } }),
  ...(mayLetGo
    ? [button({ title: 'Not mine any more', verb: 'not-mine', data: { v: 1, cycle, return: '' } })]
    : []),
];

const backButton = button({ title: 'I’m back', verb: 'back', data: { v: 1 } });

export type AwayForm = {
  readonly typed: string;
  /** ISO date of the first day that can be chosen. */
  readonly earliest: string;
  /** "Head of Repairs covers for you." */
  readonly cover: string;
  readonly refusal: string | null;
};

/** Asks for the day they are back. */
export const awayForm = (form: AwayForm): AdaptiveCard => {
  const said = form.refusal === null ? '' : `Not saved. ${form.refusal} `;
  return adaptiveCard(
    `${said}Until when are you away?`,
    [heading('Until when are you away?'), sentence(form.cover), ...dayField(form)],
    [
      button({
        title: 'Save',
        verb: 'away',
        data: { v: 1 },
        primary: true,
        withInputs: true,
      }),
      button({ title: 'I’m not away', verb: 'owed', data: { v: 1 } }),
    ],
  );
};

const dayField = ({ typed, earliest, refusal }: AwayForm): Element[] => [
  {
    type: 'Input.Date',
    id: 'until',
    label: 'The day you are back',
    value: typed,
    min: earliest,
    errorMessage: 'Choose a date after today.',
  },
  ...noteAt(refusal === null ? null : { words: refusal, field: 'until' }, 'until'),
];

export type AwayView = {
  /** "You are away until Mon 12 October." */
  readonly title: string;
  readonly sentences: readonly string[];
};

/** Says until when, and who is asked meanwhile; and lets them say that they are back. */
export const awayCard = (view: AwayView): AdaptiveCard =>
  adaptiveCard(
    [view.title, ...view.sentences].join(' '),
    [heading(view.title), ...view.sentences.map((each) => sentence(each))],
    [backButton, button({ title: 'Another date', verb: 'away', data: { v: 1, until: chooseDay } })],
  );

// The fields of a Report card: a choice, a number, a date, several lines of words, each with a refusal at
// the one it is about. Nothing is required here and nothing is chosen beforehand: what was said last time
// stands beside them and is not offered again.

import { workStatuses } from '../../src/registers/shared-columns.ts';
import { lineFieldWords } from '../../src/rules/line-fault.ts';
import type { Element } from './adaptive-card.ts';
import { plainText } from './card-text.ts';
import { noteAt, numberField, withinMost } from './question-parts.ts';
import { type ReportView, typedIn } from './report.ts';
import { statusText } from './work-status.ts';

type Asking = Pick<ReportView, 'typed' | 'refusal' | 'longestCommentary' | 'tomorrow'>;

type Chosen = {
  readonly id: string;
  readonly label: string;
  readonly error: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
};

export const choiceField = (
  { typed, refusal }: Asking,
  { id, label, error, choices }: Chosen,
): Element[] => [
  {
    type: 'Input.ChoiceSet',
    id,
    label,
    style: 'compact',
    value: typedIn(typed, id),
    placeholder: 'Choose one',
    errorMessage: error,
    choices,
  },
  ...noteAt(refusal, id),
];

export const statusField = (view: Asking): Element[] =>
  choiceField(view, {
    id: 'status',
    label: lineFieldWords.status,
    error: 'Choose how it goes.',
    choices: workStatuses.map((status) => ({ title: statusText(status), value: status })),
  });

export const inPounds = 'In pounds, such as 120,000';

type Amount = { readonly id: string; readonly label: string; readonly placeholder: string };

export const amountField = ({ typed, refusal }: Asking, amount: Amount): Element[] =>
  numberField({ ...amount, typed: typedIn(typed, amount.id), refusal });

type Dated = { readonly id: string; readonly label: string };

export const dateField = (
  { typed, refusal, tomorrow }: Asking,
  { id, label }: Dated,
): Element[] => [
  {
    type: 'Input.Date',
    id,
    label,
    value: typedIn(typed, id),
    min: tomorrow,
    errorMessage: 'Choose a date after today.',
  },
  ...noteAt(refusal, id),
];

type Worded = {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly error: string;
};

/** Several lines of words. */
export const wordsField = (
  { typed, refusal, longestCommentary }: Asking,
  { id, label, placeholder, error }: Worded,
): Element[] => [
  {
    type: 'Input.Text',
    id,
    label: plainText(label),
    placeholder,
    isMultiline: true,
    value: typedIn(typed, id),
    errorMessage: error,
    ...withinMost(longestCommentary, typedIn(typed, id)),
  },
  ...noteAt(refusal, id),
];

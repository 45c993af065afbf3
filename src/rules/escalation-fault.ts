// What can be wrong with what is said of an escalation, and each in words: what happened, what was kept,
// what to do. One place for card and tab.
import { zone } from './calendar.ts';
import { dateWords, momentWords } from './date-words.ts';

/** What is typed about one. */
export type EscalationSaying = 'question' | 'answer' | 'plan' | 'reason' | 'support';

export type EscalationFault =
  | { readonly is: 'unknown' }
  | { readonly is: 'closed'; readonly because: string | null }
  /** Somebody else did it first; `by`: their post. */
  | { readonly is: 'meanwhile'; readonly by: string | null; readonly at: Temporal.Instant }
  | { readonly is: 'not now' }
  | { readonly is: 'nobody to ask' }
  | { readonly is: 'nothing said'; readonly what: EscalationSaying }
  | {
      readonly is: 'too long';
      readonly what: EscalationSaying;
      readonly length: number;
      readonly most: number;
    }
  | { readonly is: 'no day'; readonly typed: string }
  | { readonly is: 'day not ahead'; readonly day: Temporal.PlainDate };

export const escalationFaultWords = (fault: EscalationFault): string => {
  switch (fault.is) {
    case 'unknown':
      return 'This is not on the Escalations list. Nothing was changed.';
    case 'closed':
      return `This was closed${fault.because === null ? '' : `: ${fault.because}`}. Nothing was changed.`;
    case 'meanwhile':
      return `${fault.by ?? 'Somebody'} did this on ${momentWords(fault.at.toZonedDateTimeISO(zone))}, so yours was not saved over it. Look at that first.`;
    case 'not now':
      return 'This does not wait for that any more. Nothing was changed.';
    case 'nobody to ask':
      return 'Nobody who could answer is on the People register now. Nothing was sent. Ask the performance team to name an owner.';
    case 'nothing said':
      return `${empty[fault.what]} Nothing was changed.`;
    case 'too long':
      return `${named[fault.what]} is ${fault.length} characters and may be ${fault.most}. Shorten it by ${fault.length - fault.most}: what you typed is kept.`;
    case 'no day':
      return fault.typed.trim() === ''
        ? 'Choose the day by which it is to be there. What you typed is kept.'
        : `"${fault.typed.trim().slice(0, 40)}" was not understood as a date. Choose one, such as Wed 4 November.`;
    case 'day not ahead':
      return `${dateWords(fault.day)} is not ahead of today. Choose a later date.`;
  }
};

const named: { readonly [S in EscalationSaying]: string } = {
  question: 'The question',
  answer: 'The answer',
  plan: 'What will be done',
  reason: 'The reason',
  support: 'What is offered',
};

const empty: { readonly [S in EscalationSaying]: string } = {
  question: 'Type what you want to know.',
  answer: 'Type an answer.',
  plan: 'Say what will be done.',
  reason: 'Say in a few words why.',
  support: 'Say what is offered.',
};

// What the tab's API says in words: refusals, each with its status, and things counted.
import { zone } from '../rules/calendar.ts';
import { dateWords, momentWords } from '../rules/date-words.ts';
import { type EscalationFault, escalationFaultWords } from '../rules/escalation-fault.ts';
import { lineFaultWords } from '../rules/line-fault.ts';
import { type SignOffFault, signOffFaultWords } from '../rules/sign-off-fault.ts';
import { figuresChangedWords } from '../rules/worked-out.ts';
import type { RefusedReason } from '../use-cases/refused.ts';

type Reason = RefusedReason['reason'];
type Saying<R extends Reason> = {
  /**
   * 403 where a right is missing, 404 unknown, 409 out of step with others, 422 what was typed,
   * 503 where it passes by itself or somebody else must mend it.
   */
  readonly status: 403 | 404 | 409 | 422 | 503;
  readonly words: (refusal: Extract<RefusedReason, { reason: R }>) => string;
};

const tooLong = ({ length, most }: { readonly length: number; readonly most: number }): string =>
  `That is ${length} characters; shorten it to ${most}.`;

const sayings: { readonly [R in Reason]: Saying<R> } = {
  'not yours': {
    status: 403,
    words: () => 'This return belongs to someone else. Ask its owner, or the performance team.',
  },
  'has left': {
    status: 403,
    words: ({ on }) =>
      `By the People register, you left on ${dateWords(on)}. Nothing was changed. If that is wrong, ask the performance team.`,
  },
  'not allowed': {
    status: 403,
    words: () => 'Only the performance team can do this. Nothing was changed.',
  },
  'not kept': {
    status: 503,
    words: () =>
      'Not saved: the app cannot keep anything new at present. What you typed is still here. Try again in a few minutes; if it stays, tell the performance team.',
  },
  'unknown return': {
    status: 404,
    words: () => 'There is no such return. It may have left the plan.',
  },
  'unknown cycle': {
    status: 404,
    words: () => 'There is no such cycle. Nothing was changed.',
  },
  'cycle closed': {
    status: 409,
    words: ({ on }) => `The cycle closed on ${on}. Ask the performance team to record this.`,
  },
  'cycle withdrawn': {
    status: 409,
    words: ({ because }) => `The cycle was withdrawn: ${because}`,
  },
  'cycle not open': {
    status: 409,
    words: () => 'The cycle is not open yet. Nothing was changed.',
  },
  'wrong state': {
    status: 409,
    words: ({ state }) =>
      `The cycle is ${state.toLowerCase()} now, so this cannot be done. Nothing was changed.`,
  },
  line: { status: 422, words: ({ fault }) => lineFaultWords(fault).words },
  escalation: { status: 409, words: ({ fault }) => escalationFaultWords(fault) },
  'figures changed': {
    status: 409,
    words: ({ now }) => figuresChangedWords(now),
  },
  'answered meanwhile': {
    status: 409,
    words: ({ by, at }) =>
      `${by ?? 'Someone'} answered first${at ? `, on ${momentWords(at.toZonedDateTimeISO(zone))}` : ''}. Look at that answer before changing it.`,
  },
  'nothing typed': {
    status: 422,
    words: ({ field }) => `The ${field} is empty. Type a number.`,
  },
  'not a number': {
    status: 422,
    words: ({ typed }) => `"${typed}" is not a number. Type it in figures, such as 1,234.5.`,
  },
  'ambiguous number': {
    status: 422,
    words: ({ typed, either }) => `"${typed}" can be read two ways. Type ${either.join(' or ')}.`,
  },
  'zero denominator': {
    status: 422,
    words: () => 'The denominator is zero, so nothing can be worked out. Check it.',
  },
  'commentary required': {
    status: 422,
    words: () => 'This figure is off target. Say why, and what is being done.',
  },
  'commentary too long': { status: 422, words: tooLong },
  'reason too long': { status: 422, words: tooLong },
  'not a date': {
    status: 422,
    words: ({ typed }) => `"${typed}" is not a date. Type it as 14/10/2020.`,
  },
  'date not ahead': {
    status: 422,
    words: ({ date }) => `${dateWords(date)} is not ahead of today. Choose a later date.`,
  },
  'no reason for no target': {
    status: 422,
    words: () => 'Say why there is to be no target for the year.',
  },
  'range upside down': {
    status: 422,
    words: () => 'The range goes from a higher figure to a lower one. Turn them round.',
  },
  'no such decision': {
    status: 422,
    words: () =>
      'There is no such decision in the Decisions register. Nothing was changed. Choose one that is on record.',
  },
  'no reason given': {
    status: 422,
    words: ({ field }) =>
      field === 'right'
        ? 'Say why the figure is right, or correct it. Nothing was saved.'
        : 'Give a reason. It is kept with the cycle and shown to those who were asked.',
  },
  doubtful: {
    status: 422,
    words: () =>
      'This does not fit what is known of the measure. Correct it, or say why it is right. Nothing was saved.',
  },
  'action required': {
    status: 422,
    words: () =>
      'This figure is off target. Say what will be done, by whom and by when, or why nothing more is to be done.',
  },
  'action and no action': {
    status: 422,
    words: () =>
      'There is an action, and a reason why there is none. Keep one of the two. Nothing was saved.',
  },
  'no date for the action': {
    status: 422,
    words: () => 'Say by when the action will be done.',
  },
  'nobody for the action': {
    status: 422,
    words: () => 'Whoever is to do it is not on the People register. Choose somebody who is.',
  },
  'sign-off': {
    status: 409,
    words: ({ fault }) => signOffFaultWords(fault, () => 'Somebody'),
  },
  'nobody by that name': {
    status: 422,
    words: () =>
      'There is nobody by that name on the People register, or they have left. Choose somebody else.',
  },
  'cycle suspended': {
    status: 409,
    words: () =>
      'The cycle is suspended by a decision of the council, so nothing is taken in. What you typed can be given once it goes on.',
  },
};

/** What was typed about an escalation and cannot be taken is theirs to mend; one there is not is not found. */
const escalationStatus = ({ is }: EscalationFault): number => {
  if (is === 'unknown') return 404;
  return is === 'closed' || is === 'meanwhile' || is === 'not now' || is === 'nobody to ask'
    ? 409
    : 422;
};

const notTheirs: ReadonlySet<SignOffFault['kind']> = new Set([
  'own answer',
  'not an approver',
  'not a signatory',
  'own forecast',
  'own check',
]);

export const refusedStatus = (refusal: RefusedReason): number => {
  if (refusal.reason === 'escalation') return escalationStatus(refusal.fault);
  if (refusal.reason === 'sign-off' && notTheirs.has(refusal.fault.kind)) return 403;
  return sayings[refusal.reason].status;
};

/** What happened, and what to do, in a sentence or two. */
export const refusedWords = (refusal: RefusedReason): string =>
  (sayings[refusal.reason] as Saying<Reason>).words(refusal);

/** Which of a figure and its target are made up for the sample, as a sentence; null where neither is. */
export const illustrativeWords = (is: {
  readonly figure: boolean;
  readonly target: boolean;
}): string | null => {
  if (is.figure && is.target) return 'Illustrative figure and target.';
  if (is.figure) return 'The figure is illustrative.';
  return is.target ? 'The target is illustrative.' : null;
};

/** '1 return', '3 returns'. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

// Every refusal as a sentence: what happened, what was kept, what to do. And where on the card it
// belongs. Each reason has its words here and nowhere else in the bot.

import { dateWords, momentWords } from '../src/rules/date-words.ts';
import { escalationFaultWords } from '../src/rules/escalation-fault.ts';
import { lineFaultWords } from '../src/rules/line-fault.ts';
import { signOffFaultWords } from '../src/rules/sign-off-fault.ts';
import { figuresChangedWords } from '../src/rules/worked-out.ts';
import type { NumberField, RefusedReason, TextField } from '../src/use-cases/refused.ts';
import type { Field } from './cards/question.ts';

/** Where on its card a refusal is about; null when it is about the whole. */
type FieldSaid = Field | NumberField;
type RefusedWords = { readonly words: string; readonly field: FieldSaid | null };

/** Names the words need, which a reason carries only as keys. */
export type Names = {
  /** "Head of Housing Needs"; the key itself never shows. */
  person(key: string): string;
  /** What the field is called on the card. */
  field(field: NumberField): string;
  /** The button for having no number to give; "No data yet" where not said. */
  readonly instead?: string;
};

const zone = 'Europe/London';

export const refusedWords = (refused: RefusedReason, names: Names): RefusedWords => {
  switch (refused.reason) {
    case 'nothing typed':
    case 'not a number':
    case 'ambiguous number':
    case 'zero denominator':
      return numberWords(refused, names);
    case 'commentary required':
      return at(
        'commentary',
        'A figure off target needs a commentary: why, what is being done, and by when. What you typed is kept.',
      );
    case 'commentary too long':
      return at('commentary', tooLong('The commentary', refused));
    case 'action required':
    case 'no date for the action':
    case 'nobody for the action':
    case 'action and no action':
      return actionWords(refused);
    case 'not a date':
    case 'date not ahead':
      return at(refused.field ?? 'until', dateNeeded(refused));
    case 'no reason given':
    case 'reason too long':
      return at(refused.field ?? 'because', reasonNeeded(refused));
    case 'no reason for no target':
      return at('because', 'Say in a few words why there is to be no target for the year.');
    case 'range upside down':
      return at(
        'low',
        'The range goes from a higher figure to a lower one. Turn them round. What you typed is kept.',
      );
    case 'not yours':
    case 'has left':
    case 'unknown return':
    case 'unknown cycle':
    case 'cycle closed':
    case 'cycle withdrawn':
    case 'cycle not open':
    case 'cycle suspended':
    case 'doubtful':
    case 'nobody by that name':
    case 'sign-off':
    case 'no such decision':
    case 'answered meanwhile':
    case 'not allowed':
    case 'not kept':
    case 'wrong state':
    case 'line':
    case 'figures changed':
    case 'escalation':
      return { words: wholeWords(refused, names), field: null };
    default:
      return never(refused);
  }
};

type OfTheWhole = Exclude<RefusedReason, NumberRefusal | ActionRefusal | OtherFields>;
type OtherFields = Extract<
  RefusedReason,
  {
    reason:
      | 'commentary required'
      | 'commentary too long'
      | 'not a date'
      | 'date not ahead'
      | 'no reason given'
      | 'reason too long'
      | 'no reason for no target'
      | 'range upside down';
  }
>;

/** What is about no field of the card. */
const wholeWords = (refused: OfTheWhole, names: Names): string => {
  switch (refused.reason) {
    case 'not yours':
      return 'This is not yours to answer. Nothing was changed.';
    case 'has left':
      return `By the People register, you left on ${dateWords(refused.on)}, so nothing was changed. If that is wrong, ask the performance team.`;
    case 'unknown return':
      return 'This return is no longer in the register. Nothing was changed.';
    case 'unknown cycle':
      return 'This collection is no longer in the register. Nothing was changed.';
    case 'cycle closed':
      return `${closedWords(refused.on)} Nothing was changed. Ask the performance team.`;
    case 'cycle withdrawn':
      return withdrawnWords(refused.because);
    case 'cycle not open':
      return 'This collection is not open yet. Nothing was changed.';
    case 'doubtful':
      return 'This figure is unusual for the measure, so it is not saved yet. Correct it, or say why it is right.';
    case 'sign-off':
      return signOffFaultWords(refused.fault, names.person);
    case 'nobody by that name':
      return 'Nobody by that name is on the People register now. Nothing was changed. Choose somebody else.';
    case 'no such decision':
      return 'There is no such decision on the Decisions register. Nothing was changed.';
    case 'cycle suspended':
      return 'This collection is suspended by a decision on record, so nothing is asked until it goes on. What you typed is kept.';
    case 'answered meanwhile':
      return meanwhileWords(refused, names);
    case 'not allowed':
      return 'You may not do this, so nothing was changed. The performance team can.';
    case 'not kept':
      return 'The app cannot keep answers at present. What you typed is kept on this card: press the button again in a few minutes. If it stays so, tell the performance team.';
    case 'line':
      return lineFaultWords(refused.fault).words;
    case 'figures changed':
      return figuresChangedWords(refused.now);
    case 'escalation':
      return escalationFaultWords(refused.fault);
    case 'wrong state':
      return `This is ${refused.state.toLowerCase()}, so nothing was changed.`;
    default:
      return never(refused);
  }
};

type NumberRefusal = Extract<
  RefusedReason,
  { reason: 'nothing typed' | 'not a number' | 'ambiguous number' | 'zero denominator' }
>;

const numberWords = (refused: NumberRefusal, names: Names): RefusedWords => {
  if (refused.reason === 'zero denominator')
    return at(
      'denominator',
      `${names.field('denominator')} is 0, so there is nothing to divide by. What you typed is kept.`,
    );
  const name = names.field(refused.field);
  if (refused.reason === 'nothing typed')
    return at(
      refused.field,
      `${name} is empty. Type a number, or choose "${names.instead ?? 'No data yet'}".`,
    );
  const typed = shown(refused.typed);
  if (refused.reason === 'not a number')
    return at(
      refused.field,
      `"${typed}" was not understood as a number. Type it like 1,234.5, 12% or £3.2m. What you typed is kept.`,
    );
  const [one, other] = refused.either;
  return at(
    refused.field,
    `"${typed}" could be ${one} or ${other}. Type the one you mean. What you typed is kept.`,
  );
};

type ActionRefusal = Extract<
  RefusedReason,
  {
    reason:
      | 'action required'
      | 'no date for the action'
      | 'nobody for the action'
      | 'action and no action';
  }
>;

const actionWords = ({ reason }: ActionRefusal): RefusedWords => {
  switch (reason) {
    case 'action required':
      return at(
        'action',
        'A figure off target needs an action: what, who and by when. Or say why nothing further is done. What you typed is kept.',
      );
    case 'no date for the action':
      return at('actionBy', 'Choose the day by which it will be done. What you typed is kept.');
    case 'nobody for the action':
      return at(
        'actionOwner',
        'Whoever was chosen is not on the People register now. Choose somebody else.',
      );
    case 'action and no action':
      return at(
        'noAction',
        'There is an action and also a reason for none. Keep one and clear the other.',
      );
  }
};

const longWords: { readonly [F in TextField]: string } = {
  because: 'The reason',
  source: 'The source of the figure',
  limits: 'What is said of its limits',
  action: 'The action',
  noAction: 'The reason for no further action',
  right: 'The reason',
};

const meanwhileWords = (
  refused: Extract<RefusedReason, { reason: 'answered meanwhile' }>,
  names: Names,
): string => {
  const who = refused.by === null ? 'Somebody' : names.person(refused.by);
  const when = refused.at === null ? '' : ` on ${momentWords(refused.at.toZonedDateTimeISO(zone))}`;
  return `${who} ${didWords[refused.did ?? 'answered']}${when}, so what you typed was not saved over it.`;
};

const didWords = {
  answered: 'answered this',
  approved: 'approved this',
  'sent back': 'sent this back',
} as const;

/** Said of a cycle that has closed; `on` is an ISO date or instant, or empty where not known. */
export const closedWords = (on: string): string => {
  const day = dayOf(on);
  return day === null
    ? 'This collection has closed.'
    : `This collection closed on ${dateWords(day)}.`;
};

export const withdrawnWords = (because: string): string =>
  because.trim() === ''
    ? 'This collection was withdrawn, so there is nothing to answer.'
    : `This collection was withdrawn, so there is nothing to answer. The reason given: ${because.trim()}`;

const dayOf = (on: string): Temporal.PlainDate | null => {
  try {
    return on.includes('T')
      ? Temporal.Instant.from(on).toZonedDateTimeISO(zone).toPlainDate()
      : Temporal.PlainDate.from(on);
  } catch {
    return null;
  }
};

type NoDate = Extract<RefusedReason, { reason: 'not a date' | 'date not ahead' }>;

const dateNeeded = (refused: NoDate): string => {
  if (refused.reason === 'date not ahead')
    return `${dateWords(refused.date)} is not ahead of today. Choose a later date.`;
  const { typed, field } = refused;
  if (typed.trim() !== '')
    return `"${shown(typed)}" was not understood as a date. Choose one, such as Wed 4 November.`;
  const what = field === 'actionBy' ? 'it will be done' : 'there will be a figure';
  return `Choose the date by which ${what}.`;
};

type NoReason = Extract<RefusedReason, { reason: 'no reason given' | 'reason too long' }>;

const reasonNeeded = (refused: NoReason): string => {
  if (refused.reason === 'reason too long')
    return tooLong(longWords[refused.field ?? 'because'], refused);
  return refused.field === 'right'
    ? 'Say in a few words why it is right. Nothing is saved yet.'
    : 'Say in a few words why there is no figure yet. The date is kept.';
};

const tooLong = (what: string, { length, most }: { length: number; most: number }): string =>
  `${what} is ${length} characters and may be ${most}. Shorten it by ${length - most}: what you typed is kept.`;

const shown = (typed: string): string =>
  typed.trim().length > 40 ? `${typed.trim().slice(0, 39)}…` : typed.trim();

const at = (field: FieldSaid, words: string): RefusedWords => ({ words, field });

const never = (refused: never): never => {
  throw new Error(`No words for ${JSON.stringify(refused)}.`);
};

// Every refusal as a sentence: what happened, what was kept, what to do. And where on the card it
// belongs. Each reason has its words here and nowhere else in the bot.

import { dateWords, momentWords } from '../src/rules/date-words.ts';
import type { NumberField, RefusedReason } from '../src/use-cases/refused.ts';
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
    case 'not yours':
      return whole('This is not yours to answer. Nothing was changed.');
    case 'unknown return':
      return whole('This return is no longer in the register. Nothing was changed.');
    case 'unknown cycle':
      return whole('This quarter is no longer in the register. Nothing was changed.');
    case 'cycle closed':
      return whole(`${closedWords(refused.on)} Nothing was changed. Ask the performance team.`);
    case 'cycle withdrawn':
      return whole(withdrawnWords(refused.because));
    case 'cycle not open':
      return whole('This quarter is not open yet. Nothing was changed.');
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
    case 'not a date':
      return at('until', dateNeeded(refused.typed));
    case 'date not ahead':
      return at('until', `${dateWords(refused.date)} is not ahead of today. Choose a later date.`);
    case 'no reason given':
      return at('because', 'Say in a few words why there is no figure yet. The date is kept.');
    case 'no reason for no target':
      return at('because', 'Say in a few words why there is to be no target for the year.');
    case 'range upside down':
      return at(
        'low',
        'The range goes from a higher figure to a lower one. Turn them round. What you typed is kept.',
      );
    case 'reason too long':
      return at('because', tooLong('The reason', refused));
    case 'answered meanwhile':
      return whole(meanwhileWords(refused, names));
    case 'not allowed':
      return whole('You may not do this, so nothing was changed. The performance team can.');
    case 'not kept':
      return whole(
        'The app cannot keep answers at present. What you typed is kept on this card: press the button again in a few minutes. If it stays so, tell the performance team.',
      );
    case 'wrong state':
      return whole(`This is ${refused.state.toLowerCase()}, so nothing was changed.`);
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

const meanwhileWords = (
  refused: Extract<RefusedReason, { reason: 'answered meanwhile' }>,
  names: Names,
): string => {
  const who = refused.by === null ? 'Somebody' : names.person(refused.by);
  const when = refused.at === null ? '' : ` on ${momentWords(refused.at.toZonedDateTimeISO(zone))}`;
  return `${who} answered this${when}, so what you typed was not saved over it.`;
};

/** Said of a cycle that has closed; `on` is an ISO date or instant, or empty where not known. */
export const closedWords = (on: string): string => {
  const day = dayOf(on);
  return day === null ? 'This quarter has closed.' : `This quarter closed on ${dateWords(day)}.`;
};

export const withdrawnWords = (because: string): string =>
  because.trim() === ''
    ? 'This quarter was withdrawn, so there is nothing to answer.'
    : `This quarter was withdrawn, so there is nothing to answer. The reason given: ${because.trim()}`;

const dayOf = (on: string): Temporal.PlainDate | null => {
  try {
    return on.includes('T')
      ? Temporal.Instant.from(on).toZonedDateTimeISO(zone).toPlainDate()
      : Temporal.PlainDate.from(on);
  } catch {
    return null;
  }
};

const dateNeeded = (typed: string): string =>
  typed.trim() === ''
    ? 'Choose the date by which there will be a figure.'
    : `"${shown(typed)}" was not understood as a date. Choose one, such as Wed 4 November.`;

const tooLong = (what: string, { length, most }: { length: number; most: number }): string =>
  `${what} is ${length} characters and may be ${most}. Shorten it by ${length - most}: what you typed is kept.`;

const shown = (typed: string): string =>
  typed.trim().length > 40 ? `${typed.trim().slice(0, 39)}…` : typed.trim();

const at = (field: FieldSaid, words: string): RefusedWords => ({ words, field });
const whole = (words: string): RefusedWords => ({ words, field: null });

const never = (refused: never): never => {
  throw new Error(`No words for ${JSON.stringify(refused)}.`);
};

// Reads what a person typed on a card into what a return holds, or says which part cannot be read.
// Whether they may answer at all is decided elsewhere.
import type { Measure } from '../registers/measures.ts';
import type { Return } from '../registers/returns.ts';
import type { Standing } from '../registers/words.ts';
import { computeValue, valueInUnit } from '../rules/compute-value.ts';
import type { Figure } from '../rules/doubts.ts';
import { readNumber, type Understood } from '../rules/read-number.ts';
import { type Doubting, type Said, settle } from './doubted-answer.ts';
import { readDate } from './read-date.ts';
import { noPledge, type Promised, readPledge } from './read-pledge.ts';
import { type NumberField, type Refused, refused } from './refused.ts';

/** What may have become of what was promised last time. */
export const promiseStates = ['complete', 'on track', 'delayed', 'stopped'] as const;
export type PromiseState = (typeof promiseStates)[number];

/** As typed, nothing trusted. */
export type Answer =
  | {
      readonly kind: 'value';
      readonly value: string;
      readonly numerator: string;
      readonly denominator: string;
      readonly finality: 'provisional' | 'final';
      readonly commentary: string;
      readonly forecast: string;
      /** Where the figure comes from; left out where it was not asked. */
      readonly source?: string;
      readonly limits: string;
      /** What is promised where it is off target, by whom (a person's key) and by when (ISO). */
      readonly action: string;
      readonly actionOwner: string;
      readonly actionBy: string;
      readonly noAction: string;
      /** What became of what was promised last time; '' says nothing. */
      readonly promise: '' | PromiseState;
      /** The key of the action that was shown as promised; left out where none was. */
      readonly promiseOf?: string;
      /** Why it is right though it was doubted; null before it was asked. */
      readonly right: string | null;
    }
  | { readonly kind: 'no data'; readonly until: string; readonly because: string };
export type ValueAnswer = Extract<Answer, { kind: 'value' }>;

/** What an answer puts on its return, and what is promised besides. */
export type Answered = Pick<
  Return,
  | 'state'
  | 'value'
  | 'numerator'
  | 'denominator'
  | 'finality'
  | 'commentary'
  | 'forecast'
  | 'source'
  | 'limits'
  | 'doubted'
  | 'confirmedBecause'
  | 'noActionBecause'
  | 'noDataUntil'
  | 'noDataReason'
> & { readonly promised: Promised };

/** The framework gives no length; two pages on one measure is a complaint on record. */
export const longestCommentary = 500;
/** One line of a list. */
const longestSource = 255;

/** What an answer is read against. */
export type Asked = {
  readonly measure: Measure;
  readonly today: Temporal.PlainDate;
  /** Who answers. */
  readonly by: string;
  /** The person a key names, as People has it; null where it names nobody who is here. */
  readonly personNamed: (key: string) => string | null;
  /** How a value would stand, by the target in force. */
  readonly rateValue: (value: number) => Standing;
  readonly doubting: (said: Said) => Doubting;
  /** What has been said of this figure before, and need not be said again. */
  readonly before: Pick<Return, 'commentary' | 'action' | 'noActionBecause'>;
};

/** What the answer would put in the register, or the first thing that is wrong with it. */
export const readAnswer = (answer: Answer, asked: Asked): Answered | Refused =>
  answer.kind === 'no data' ? readNoData(answer, asked.today) : readFigures(answer, asked);

/**
 * Off target, a commentary and an action are asked for first, and what is doubted is played back last:
 * a reason why it is right is then given for exactly what is saved.
 */
const readFigures = (answer: ValueAnswer, asked: Asked): Answered | Refused => {
  const figures = readValue(asked.measure, answer);
  if ('outcome' in figures) return figures;
  const noted = readNotes(answer, asked.measure);
  if ('outcome' in noted) return noted;
  const commentary = noted.commentary ?? asked.before.commentary;
  const off = asked.rateValue(figures.value) === 'off target';
  const doubting = asked.doubting({ ...figures, commentary });
  const doubts = doubting.open;
  if (off && commentary === null)
    return refused({ reason: 'commentary required', value: figures.value, doubts });
  const pledged = off ? readPledge(answer, { ...asked, value: figures.value, doubts }) : noPledge;
  if ('outcome' in pledged) return pledged;
  const settled = settle(answer.right, figures.value, doubting);
  if ('outcome' in settled) return settled;
  return {
    ...figures,
    ...noted,
    ...pledged,
    ...settled,
    commentary,
    state: 'Returned',
    finality: answer.finality,
    noDataUntil: null,
    noDataReason: null,
  };
};

type Notes = Pick<Return, 'commentary' | 'forecast' | 'source' | 'limits'>;

/** Blank is null: nothing was said. */
const readNotes = (answer: ValueAnswer, measure: Measure): Notes | Refused => {
  const forecast =
    answer.forecast.trim() === '' ? null : readField('forecast', answer.forecast, measure);
  if (forecast !== null && typeof forecast !== 'number') return forecast;
  const commentary = answer.commentary.trim();
  const limits = answer.limits.trim();
  const source = answer.source?.trim() ?? '';
  const most = longestCommentary;
  if (commentary.length > most)
    return refused({ reason: 'commentary too long', length: commentary.length, most });
  if (limits.length > most)
    return refused({ reason: 'reason too long', length: limits.length, most, field: 'limits' });
  if (source.length > longestSource)
    return refused({
      reason: 'reason too long',
      length: source.length,
      most: longestSource,
      field: 'source',
    });
  return {
    commentary: commentary || null,
    forecast,
    source: source || null,
    limits: limits || null,
  };
};

/** The figure typed, worked out where it is asked for in two parts. */
export const readValue = (
  measure: Measure,
  answer: Pick<Extract<Answer, { kind: 'value' }>, 'value' | 'numerator' | 'denominator'>,
): Figure | Refused => {
  if (measure.asksFor === 'value') {
    const value = readField('value', answer.value, measure);
    return typeof value === 'number' ? { value, numerator: null, denominator: null } : value;
  }
  const numerator = readField('numerator', answer.numerator, null);
  if (typeof numerator !== 'number') return numerator;
  const denominator = readField('denominator', answer.denominator, null);
  if (typeof denominator !== 'number') return denominator;
  if (denominator === 0) return refused({ reason: 'zero denominator' });
  return { value: computeValue(measure, numerator, denominator), numerator, denominator };
};

/** One field as typed. `measure` is null for a numerator or denominator: a count has no unit of its own. */
export const readField = (
  field: NumberField,
  typed: string,
  measure: Measure | null,
): number | Refused => {
  const read = readNumber(typed);
  if ('value' in read) {
    const value = measure === null ? asCount(read) : valueInUnit(measure, read);
    return value ?? refused({ reason: 'not a number', field, typed });
  }
  if (read.refused === 'ambiguous')
    return refused({ reason: 'ambiguous number', field, typed, either: read.either });
  if (read.refused === 'nothing typed') return refused({ reason: 'nothing typed', field });
  return refused({ reason: 'not a number', field, typed });
};

/** A count may be of pounds; it is never a share of something else. */
const asCount = ({ as, value }: Understood): number | null =>
  as === 'number' || as === 'money' ? value : null;

export const readNoData = (
  answer: Extract<Answer, { kind: 'no data' }>,
  today: Temporal.PlainDate,
): Answered | Refused => {
  const until = readDate(answer.until);
  if (until === null) return refused({ reason: 'not a date', typed: answer.until });
  if (Temporal.PlainDate.compare(until, today) <= 0)
    return refused({ reason: 'date not ahead', date: until });
  const because = answer.because.trim();
  if (because === '') return refused({ reason: 'no reason given' });
  if (because.length > longestCommentary)
    return refused({ reason: 'reason too long', length: because.length, most: longestCommentary });
  return {
    state: 'No data until',
    value: null,
    numerator: null,
    denominator: null,
    finality: null,
    commentary: null,
    forecast: null,
    source: null,
    limits: null,
    doubted: null,
    confirmedBecause: null,
    ...noPledge,
    noDataUntil: until,
    noDataReason: because,
  };
};

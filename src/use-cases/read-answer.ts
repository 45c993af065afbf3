// Reads what a person typed on a card into what a return holds, or says which part cannot be read.
// Whether they may answer at all is decided elsewhere.
import type { Measure } from '../registers/measures.ts';
import type { Return } from '../registers/returns.ts';
import type { Standing } from '../registers/words.ts';
import { computeValue, valueInUnit } from '../rules/compute-value.ts';
import { readNumber, type Understood } from '../rules/read-number.ts';
import { type NumberField, type Refused, refused } from './refused.ts';

/** As typed, nothing trusted. */
export type Answer =
  | {
      readonly kind: 'value';
      readonly value: string;
      readonly numerator: string;
      readonly denominator: string;
      readonly finality: 'provisional' | 'final';
      readonly commentary: string;
    }
  | { readonly kind: 'no data'; readonly until: string; readonly because: string };

export type Answered = Pick<
  Return,
  | 'state'
  | 'value'
  | 'numerator'
  | 'denominator'
  | 'finality'
  | 'commentary'
  | 'noDataUntil'
  | 'noDataReason'
>;

/** The framework gives no length; two pages on one measure is a complaint on record. */
export const longestCommentary = 500;

/** What an answer is read against. */
export type Asked = {
  readonly measure: Measure;
  readonly today: Temporal.PlainDate;
  /** How a value would stand, by the target in force. */
  readonly rateValue: (value: number) => Standing;
};

/** What the answer would put in the register. Commentary is required when it is off target. */
export const readAnswer = (answer: Answer, asked: Asked): Answered | Refused =>
  answer.kind === 'no data' ? readNoData(answer, asked.today) : readFigures(answer, asked);

const readFigures = (
  answer: Extract<Answer, { kind: 'value' }>,
  { measure, rateValue }: Asked,
): Answered | Refused => {
  const figures = readValue(measure, answer);
  if ('outcome' in figures) return figures;
  const commentary = answer.commentary.trim();
  if (commentary.length > longestCommentary)
    return refused({
      reason: 'commentary too long',
      length: commentary.length,
      most: longestCommentary,
    });
  if (commentary === '' && rateValue(figures.value) === 'off target')
    return refused({ reason: 'commentary required', value: figures.value });
  return {
    ...figures,
    state: 'Returned',
    finality: answer.finality,
    commentary: commentary === '' ? null : commentary,
    noDataUntil: null,
    noDataReason: null,
  };
};

type Figures = {
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
};

const readValue = (
  measure: Measure,
  answer: Extract<Answer, { kind: 'value' }>,
): Figures | Refused => {
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

const readNoData = (
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
    noDataUntil: until,
    noDataReason: because,
  };
};

/** A date input sends ISO text; anything else is refused rather than guessed. */
const readDate = (typed: string): Temporal.PlainDate | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed.trim())) return null;
  try {
    return Temporal.PlainDate.from(typed.trim(), { overflow: 'reject' });
  } catch {
    return null;
  }
};

// Whether a figure that is given is the one the registers come to themselves, for a measure that is worked
// out. How it is worked out is rules/worked-out.ts.
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { measureOf } from '../rules/about.ts';
import { parsePeriod } from '../rules/period.ts';
import { readNumber } from '../rules/read-number.ts';
import { asksForTarget } from '../rules/targets-due.ts';
import { type WorkedOut, workedOut } from '../rules/worked-out.ts';
import type { Answer, ValueAnswer } from './read-answer.ts';
import { type Refused, refused } from './refused.ts';

export type FigureTyped = Pick<ValueAnswer, 'value' | 'numerator' | 'denominator'>;

/** What a card carries of a figure it shows. */
export const shownAs = ({ value, numerator, denominator }: WorkedOut): FigureTyped => ({
  value: String(value),
  numerator: String(numerator),
  denominator: String(denominator),
});

/** What a return's figure is worked out to be now; null where it is asked for like any other. */
export const figureToConfirm = (
  registers: Registers,
  asked: Pick<Return, 'measure' | 'period' | 'kind'>,
): WorkedOut | null => {
  const measure = measureOf(registers, asked);
  const period = parsePeriod(asked.period);
  return measure === undefined || period === null || asksForTarget(asked)
    ? null
    : workedOut(registers, measure, period);
};

type Given = { readonly revision: number; readonly answer: Answer };

/**
 * Null where it is, or the measure's figure is nobody's but its owner's to know. From a card that is older
 * than the last answer nothing is asked: it can save nothing.
 */
export const notAsWorkedOut = (
  registers: Registers,
  asked: Return,
  { revision, answer }: Given,
): Refused | null => {
  if (answer.kind === 'no data' || revision !== (asked.revision ?? 0)) return null;
  const now = figureToConfirm(registers, asked);
  return now === null || isShown(now, answer) ? null : refused({ reason: 'figures changed', now });
};

/** By each of the three that was typed or carried; nothing at all is no figure. */
export const isShown = (now: WorkedOut, typed: FigureTyped): boolean => {
  const of = (['value', 'numerator', 'denominator'] as const).filter(
    (name) => typed[name].trim() !== '',
  );
  return of.length > 0 && of.every((name) => numberIn(typed[name]) === now[name]);
};

const numberIn = (typed: string): number | null => {
  const read = readNumber(typed);
  return 'value' in read ? read.value : null;
};

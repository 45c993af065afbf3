// Reads each field of what is reported of a line that is not a measure, or says what is wrong with it.
// What a whole answer must hold is decided in read-line-answer.ts.
import { type WorkStatus, workStatuses } from '../registers/shared-columns.ts';
import type { LineFault, LinePlace } from '../rules/line-fault.ts';
import { readNumber } from '../rules/read-number.ts';
import { longestCommentary } from './read-answer.ts';
import { readDate } from './read-date.ts';

export const isFault = (read: unknown): read is LineFault =>
  typeof read === 'object' && read !== null && 'kind' in read;

/** Null where nothing was typed. */
export const readWords = (typed: string, at: LinePlace): string | null | LineFault => {
  const words = typed.trim();
  const most = longestCommentary;
  if (words.length > most) return { ...at, kind: 'too long', length: words.length, most };
  return words || null;
};

/** One of the statuses of work, as it was chosen. */
export const readStatus = (chosen: string): WorkStatus | LineFault =>
  workStatuses.find((each) => each === chosen.trim()) ?? { field: 'status', kind: 'not chosen' };

/** A number in figures; of money where `as` says so, else a count or a percentage. */
const readFigure = (
  typed: string,
  at: LinePlace,
  dress: readonly ('number' | 'money' | 'percent')[],
): number | LineFault => {
  const read = readNumber(typed);
  if ('value' in read)
    return dress.some((each) => each === read.as)
      ? read.value
      : { ...at, kind: 'not a number', typed };
  if (read.refused === 'ambiguous')
    return { ...at, kind: 'ambiguous number', typed, either: read.either };
  if (read.refused === 'nothing typed') return { ...at, kind: 'nothing typed' };
  return { ...at, kind: 'not a number', typed };
};

export const readPounds = (typed: string, at: LinePlace): number | LineFault =>
  readFigure(typed, at, ['number', 'money']);

/** 0 to 100. */
export const readPercent = (typed: string): number | LineFault => {
  const at = { field: 'percent' } as const;
  const read = readFigure(typed, at, ['number', 'percent']);
  if (typeof read !== 'number') return read;
  return read < 0 || read > 100 ? { ...at, kind: 'out of range', from: 0, to: 100 } : read;
};

/** A whole number from 1 to 5. */
export const readOfFive = (typed: string, field: 'likelihood' | 'impact'): number | LineFault => {
  if (typed.trim() === '') return { field, kind: 'not chosen' };
  const read = readFigure(typed, { field }, ['number']);
  if (typeof read !== 'number') return read;
  const isOfFive = Number.isInteger(read) && read >= 1 && read <= 5;
  return isOfFive ? read : { field, kind: 'out of range', from: 1, to: 5 };
};

/** Null where none was given; one that is given lies ahead. */
export const readDayAhead = (
  typed: string,
  today: Temporal.PlainDate,
  field: 'expectedOn' | 'reviewOn',
): Temporal.PlainDate | null | LineFault => {
  if (typed.trim() === '') return null;
  const date = readDate(typed);
  if (date === null) return { field, kind: 'not a date', typed };
  return Temporal.PlainDate.compare(date, today) > 0
    ? date
    : { field, kind: 'date not ahead', date };
};

// A day as officers type it: '14/10/2020', '14 Oct 20', '2020-10-14'. The day comes before the month;
// what could only be month first is refused, never turned round.
import { monthNames } from '../date-words.ts';

/** 1 to 12 for a month's name or its first three letters or more; null for any other word. */
export const monthNumber = (word: string): number | null => {
  const folded = word.toLowerCase();
  if (folded.length < 3) return null;
  if (folded === 'sept') return 9;
  const at = monthNames.findIndex((name) => name.toLowerCase().startsWith(folded));
  return at < 0 ? null : at + 1;
};

/** '20' is 2020: two figures are of this century. */
export const fullYear = (digits: string): number =>
  digits.length === 2 ? 2000 + Number(digits) : Number(digits);

/** Null where it is no day, or does not say which. */
export const readDay = (typed: string): Temporal.PlainDate | null => {
  const text = typed.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const figures = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/.exec(text);
  if (figures) return dayOf(fullYear(figures[3] ?? ''), Number(figures[2]), Number(figures[1]));
  const named =
    /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{2}|\d{4})$/i.exec(
      text,
    );
  const month = named && monthNumber(named[2] ?? '');
  return named && month ? dayOf(fullYear(named[3] ?? ''), month, Number(named[1])) : null;
};

const dayOf = (year: number, month: number, day: number): Temporal.PlainDate | null => {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
};

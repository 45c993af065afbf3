// Which period a heading, a sheet's name or a cell speaks of, in a council's own words: 'Q2 20/21',
// 'Apr 2020', '2019/20 outturn'. A year is never guessed: one that is not said is null.
import { monthNames } from '../date-words.ts';
import { type Period, type PeriodKind, periodHolding } from '../period.ts';
import { fullYear, monthNumber } from './read-day.ts';

/** `pair` is 2020/21 by its first year; `single` is a calendar year. */
export type YearSaid = { readonly kind: 'pair' | 'single'; readonly year: number };

export type PeriodSaid =
  | { readonly kind: 'quarter'; readonly number: number; readonly year: YearSaid | null }
  /** January is 1. */
  | { readonly kind: 'month'; readonly number: number; readonly year: YearSaid | null }
  | { readonly kind: 'year'; readonly year: YearSaid; readonly academic: boolean };

/** What was said of a period, and the words that are left without it. */
export type PeriodWords = { readonly said: PeriodSaid | null; readonly rest: string };

const evenly = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/(?<=\d)_(?=\d)/g, '-')
    .replace(/[_\s]+/g, ' ')
    .replace(/['’]/g, '')
    .trim();

export const readPeriodWords = (typed: string): PeriodWords => {
  let text = evenly(typed);
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(text);
    if (found)
      text = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.trim();
    return found;
  };
  const academic = take(/\b(?:academic|school)(?: year)?\b|\bay(?= ?\d)/) !== null;
  const inMonths = monthsOf(take, text);
  const named = quarterOf(take);
  const quarter = inMonths?.kind === 'quarter' ? inMonths.number : named;
  const year = inMonths?.year ?? yearOf(take);
  take(/\b(?:financial year|fy)\b/);
  const rest = text.replace(/[^\p{L}\p{N}%£]+/gu, ' ').trim();
  if (quarter !== null) return { said: { kind: 'quarter', number: quarter, year }, rest };
  if (inMonths) return { said: { kind: 'month', number: inMonths.number, year }, rest };
  return { said: year && { kind: 'year', year, academic }, rest };
};

type Take = (pattern: RegExp) => RegExpExecArray | null;

const ordinals = ['first', 'second', 'third', 'fourth'];

const quarterOf = (take: Take): number | null => {
  const figure =
    take(/\b(?:quarter|qtr|q) ?([1-4])\b/) ?? take(/\b([1-4])(?:st|nd|rd|th)? (?:quarter|qtr)\b/);
  if (figure) return Number(figure[1]);
  const word = take(/\b(first|second|third|fourth) quarter\b/);
  return word ? ordinals.indexOf(word[1] ?? '') + 1 : null;
};

const names = monthNames.map((name) => name.toLowerCase());
const month = `(?:${names.map((name) => `${name}|${name.slice(0, 3)}`).join('|')}|sept)`;
const range = new RegExp(
  `\\b(${month}) ?(?:-|to|/) ?(${month})(?:[ -]?(\\d{4}|\\d{2})\\b(?![/-]\\d))?`,
);
const one = new RegExp(
  `(?:\\b\\d{1,2}(?:st|nd|rd|th)? )?\\b(${month})\\b\\.?(?:[ -]{0,3}(\\d{4}|\\d{2})\\b(?![/-]\\d))?`,
);

type InMonths = {
  readonly kind: 'quarter' | 'month';
  readonly number: number;
  readonly year: YearSaid | null;
};

const isoMonth = /\b((?:19|20)\d\d)-(0[1-9]|1[0-2])\b(?!-\d)/;

const monthsOf = (take: Take, peek: string): InMonths | null => {
  const numbered = take(/\bm(0[1-9]|1[0-2])\b/) ?? take(/\bmonth (1[0-2]|[1-9])\b/);
  if (numbered) return { kind: 'month', number: ((Number(numbered[1]) + 2) % 12) + 1, year: null };
  const iso = isoMonth.exec(peek);
  // '2009-10' is a year; '2020-04' can only be a month.
  if (iso && Number(iso[2]) !== (Number(iso[1]) + 1) % 100) {
    take(isoMonth);
    return { kind: 'month', number: Number(iso[2]), year: single(iso[1]) };
  }
  const spanned = take(range);
  if (spanned) {
    const [from, to] = [monthNumber(spanned[1] ?? ''), monthNumber(spanned[2] ?? '')];
    const start = [4, 7, 10, 1].indexOf(from ?? 0);
    if (start >= 0 && to === (from as number) + 2)
      return { kind: 'quarter', number: start + 1, year: yearOfMonth(from, spanned[3]) };
    return null;
  }
  const named = take(one);
  if (!named) return null;
  const number = monthNumber(named[1] ?? '');
  return number === null
    ? null
    : { kind: 'month', number, year: named[2] ? single(named[2]) : null };
};

const single = (digits: string | undefined): YearSaid => ({
  kind: 'single',
  year: fullYear(digits ?? ''),
});

/** January to March 2021 is of the year that began in April 2020. */
const yearOfMonth = (number: number | null, digits: string | undefined): YearSaid | null =>
  digits === undefined
    ? null
    : { kind: 'pair', year: fullYear(digits) - (number !== null && number < 4 ? 1 : 0) };

const yearOf = (take: Take): YearSaid | null => {
  const pair =
    take(/(?<![\d/-])((?:19|20)\d\d) ?[/-] ?((?:19|20)?\d\d)(?![\d]|[/-]\d)/) ??
    take(/(?<![\d/-])(\d\d) ?[/-] ?(\d\d)(?![\d]|[/-]\d)/);
  if (pair) {
    const start = fullYear(pair[1] ?? '');
    return (start + 1) % 100 === Number((pair[2] ?? '').slice(-2))
      ? { kind: 'pair', year: start }
      : null;
  }
  const alone = take(/(?<![\d/.,-])((?:19|20)\d\d)(?![\d/.,-])/);
  return alone && single(alone[1]);
};

/** Why a period that was said is not one of a measure's own. */
export type NotItsPeriod = 'no year' | 'which year' | 'another kind';

/** The measure's own period that was meant. A year the sheet names stands in where none was said. */
export const periodMeant = (
  kind: PeriodKind,
  said: PeriodSaid,
  sheetYear: YearSaid | null,
): Period | NotItsPeriod => {
  const year = said.year ?? sheetYear;
  if (said.kind === 'year') return yearMeant(kind, said);
  if (said.kind !== kind) return 'another kind';
  if (year === null) return 'no year';
  if (said.kind === 'quarter')
    return year.kind === 'pair'
      ? { kind: 'quarter', year: year.year, number: said.number }
      : 'which year';
  const number = ((said.number + 8) % 12) + 1;
  if (year.kind === 'pair') return { kind: 'month', year: year.year, number };
  return periodHolding('month', year.year * 12 + said.number - 1);
};

const yearMeant = (
  kind: PeriodKind,
  { year, academic }: Extract<PeriodSaid, { kind: 'year' }>,
): Period | NotItsPeriod => {
  if (kind === 'academic year' && year.kind === 'pair') return { kind, year: year.year };
  if (kind === 'financial year' && year.kind === 'pair' && !academic)
    return { kind, year: year.year };
  if (kind === 'calendar year' && year.kind === 'single') return { kind, year: year.year };
  return kind === 'quarter' || kind === 'month' ? 'another kind' : 'which year';
};

/** As the preview says it. */
export const periodSaidWords = (said: PeriodSaid, sheetYear: YearSaid | null): string => {
  const year = said.year ?? sheetYear;
  const words = year === null ? '' : ` ${yearWords(year)}`;
  if (said.kind === 'quarter') return `Q${said.number}${words}`;
  if (said.kind === 'month') return `${monthNames[said.number - 1]}${words}`;
  return yearWords(said.year);
};

const yearWords = ({ kind, year }: YearSaid): string =>
  kind === 'single' ? String(year) : `${year}-${String((year + 1) % 100).padStart(2, '0')}`;

// What a period is: its text in the registers, its days, its neighbours, and how it reads.
// Which period a measure is asked for is decided in what-is-due.ts.
import type { Measure } from '../registers/measures.ts';
import { monthNames } from './date-words.ts';

/** `year` is the calendar year it starts in; month 1 is April, as the council numbers them. */
export type Period =
  | { readonly kind: 'quarter'; readonly year: number; readonly number: number }
  | { readonly kind: 'month'; readonly year: number; readonly number: number }
  | { readonly kind: 'financial year'; readonly year: number }
  | { readonly kind: 'calendar year'; readonly year: number }
  | { readonly kind: 'academic year'; readonly year: number };
export type PeriodKind = Period['kind'];

/** First month of the kind's year (January is 0) and how many months one period covers. */
const shapes = {
  quarter: { from: 3, months: 3 },
  month: { from: 3, months: 1 },
  'financial year': { from: 3, months: 12 },
  'calendar year': { from: 0, months: 12 },
  'academic year': { from: 8, months: 12 },
} as const;

const numberOf = (p: Period): number => ('number' in p ? p.number : 1);

/** Months are counted from January of year 0, so that periods of any kind can be put in order. */
export const monthOf = (date: Temporal.PlainDate): number => date.year * 12 + date.month - 1;

/** The month a period begins in, counted from January of year 0. */
export const firstMonth = (p: Period): number =>
  p.year * 12 + shapes[p.kind].from + (numberOf(p) - 1) * shapes[p.kind].months;

/** The month a period ends in, counted from January of year 0. */
export const lastMonth = (p: Period): number => firstMonth(p) + shapes[p.kind].months - 1;

/** The period of a kind that a month, counted from January of year 0, lies in. */
export const periodHolding = (kind: PeriodKind, month: number): Period => {
  const { from, months } = shapes[kind];
  const year = Math.floor((month - from) / 12);
  const number = Math.floor((month - from - year * 12) / months) + 1;
  return kind === 'quarter' || kind === 'month' ? { kind, year, number } : { kind, year };
};

/** The financial quarter that holds a day; financial years start on 1 April. */
export const quarterOf = (date: Temporal.PlainDate): Period =>
  periodHolding('quarter', monthOf(date));

export const previousPeriod = (p: Period): Period => periodHolding(p.kind, firstMonth(p) - 1);
export const nextPeriod = (p: Period): Period => periodHolding(p.kind, lastMonth(p) + 1);
export const samePeriodLastYear = (p: Period): Period => ({ ...p, year: p.year - 1 });

const dayIn = (month: number, day: number): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year: Math.floor(month / 12), month: (month % 12) + 1, day });

export const periodStart = (p: Period): Temporal.PlainDate => dayIn(firstMonth(p), 1);

const monthEnds = new Map<number, Temporal.PlainDate>();

/** The last day of a period: a day 31 is held back to the month's own end. */
export const periodEnd = (p: Period): Temporal.PlainDate => {
  const month = lastMonth(p);
  const known = monthEnds.get(month) ?? dayIn(month, 31);
  monthEnds.set(month, known);
  return known;
};

const yearPair = (year: number, between: '-' | '/'): string =>
  `${year}${between}${String((year + 1) % 100).padStart(2, '0')}`;

/** How a period is held in a register and in a return's key. */
export const periodText = (p: Period): string => {
  if (p.kind === 'quarter') return `${yearPair(p.year, '-')} Q${p.number}`;
  if (p.kind === 'month') return `${yearPair(p.year, '-')} M${String(p.number).padStart(2, '0')}`;
  if (p.kind === 'financial year') return yearPair(p.year, '-');
  if (p.kind === 'academic year') return `${yearPair(p.year, '/')} academic`;
  return String(p.year);
};

const parsed = new Map<string, Period>();
const form = /^((?:19|20|21)\d\d)(?:-(\d\d)(?: Q([1-4])| M(0[1-9]|1[0-2]))?|\/(\d\d) academic)?$/;

/** Reads a period's text exactly as periodText writes it, years 1900 to 2199; null for any other. */
export const parsePeriod = (text: string): Period | null => {
  const known = parsed.get(text);
  if (known) return known;
  const period = readPeriod(text);
  // A pair that does not follow on, such as 2020-22, prints back differently.
  if (period === null || periodText(period) !== text) return null;
  parsed.set(text, period);
  return period;
};

const readPeriod = (text: string): Period | null => {
  const [, start, , quarter, month] = form.exec(text) ?? [];
  if (start === undefined) return null;
  const year = Number(start);
  if (quarter) return { kind: 'quarter', year, number: Number(quarter) };
  if (month) return { kind: 'month', year, number: Number(month) };
  return { kind: yearKind(text), year };
};

const yearKind = (text: string) => {
  if (text.includes('/')) return 'academic year' as const;
  return text.includes('-') ? ('financial year' as const) : ('calendar year' as const);
};

/** How a period reads on a card, a screen and a report; a rolling figure names the months it covers. */
export const periodWords = (
  p: Period,
  measure?: Pick<Measure, 'periodBasis' | 'rollingMonths'>,
): string => {
  if (measure?.periodBasis === 'rolling' && measure.rollingMonths) {
    return rollingWords(lastMonth(p), measure.rollingMonths);
  }
  if (p.kind === 'quarter') return `Q${p.number} ${yearPair(p.year, '-')}`;
  if (p.kind === 'month') return monthWords(firstMonth(p), 'long');
  if (p.kind === 'academic year') return `${yearPair(p.year, '/')} academic year`;
  return periodText(p);
};

const monthWords = (month: number, length: 'long' | 'short'): string => {
  const name = monthNames[month % 12] as string;
  return `${length === 'long' ? name : name.slice(0, 3)} ${Math.floor(month / 12)}`;
};

const rollingWords = (last: number, months: number): string => {
  const first = last - months + 1;
  if (months === 1) return monthWords(last, 'long');
  if (first % 12 !== 0 || last % 12 !== 11) {
    return `${monthWords(first, 'short')} to ${monthWords(last, 'short')}`;
  }
  const [from, to] = [first / 12, (last - 11) / 12];
  return from === to ? String(to) : `${from} to ${to}`;
};

// How a spreadsheet shows a cell's number, so that it reads there as on paper: '£1,250', '93.1%', '−4'.
import type { Cell } from '../../rules/papers/paper.ts';

export type ShownNumber = {
  readonly value: number;
  /** As spreadsheets write it (ECMA-376 Part 1, 18.8.31). */
  readonly format: string;
};

/** Excel takes no longer one. */
const longestFormat = 255;
const oneNumber = /^(?<before>\D*)(?<digits>\d[\d,]*(?:\.(?<decimals>\d{1,20}))?)(?<after>\D*)$/s;
const minus = /[-\u2212]/;

/**
 * Null where the cell has no number, or its text is not one number and words about it: then it is written
 * as text. A number that the text rounds otherwise than a spreadsheet would is given as the text says it.
 */
export const shownNumber = ({ text, value }: Cell): ShownNumber | null => {
  if (value === undefined || !Number.isFinite(value)) return null;
  const {
    before = '',
    digits = '',
    decimals = '',
    after = '',
  } = oneNumber.exec(text)?.groups ?? {};
  const printed = { places: decimals.length, grouped: digits.includes(',') };
  const size = Number(digits.replaceAll(',', ''));
  if (digits === '' || inDigits(size, printed) !== digits) return null;
  const written = (prefix: string): string =>
    `${quoted(prefix)}${patternOf(printed)}${quoted(after)}`;
  const isNegative = value < 0 && minus.test(before);
  // Below nought and printed without a sign: so it is shown.
  const format =
    value < 0 ? `${written(before.replace(minus, ''))};${written(before)}` : written(before);
  if (format.length > longestFormat) return null;
  const readsAlike = inDigits(Math.abs(value), printed) === digits;
  return { value: readsAlike ? value : isNegative ? -size : size, format };
};

type Printed = { readonly places: number; readonly grouped: boolean };

const patternOf = ({ places, grouped }: Printed): string =>
  `${grouped ? '#,##0' : '0'}${places > 0 ? `.${'0'.repeat(places)}` : ''}`;

const formatters = new Map<string, Intl.NumberFormat>();

/** Halves away from nought, as spreadsheets round. */
const inDigits = (size: number, { places, grouped }: Printed): string => {
  const name = `${places} ${grouped}`;
  const found =
    formatters.get(name) ??
    new Intl.NumberFormat('en-GB', {
      minimumFractionDigits: places,
      maximumFractionDigits: places,
      useGrouping: grouped,
    });
  formatters.set(name, found);
  return found.format(size);
};

/** Words of a format stand in quotation marks, which cannot hold one of themselves. */
const quoted = (words: string): string =>
  words === '' ? '' : `"${words.replaceAll('"', '"\\""')}"`;

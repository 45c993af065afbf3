// What a cell of a register's own sheet puts in its column, or why it cannot. Whether a row may change
// is decided elsewhere.
import { readLine } from '../../registers/line-name.ts';
import { type Column, holdsMany, type Plain } from '../../registers/register.ts';
import { sameKey } from '../../registers/same-key.ts';
import { readNumber } from '../read-number.ts';
import { type Cell, isMarked, valueOfCell } from '../workbook.ts';
import { cleanText, longestText, quoted, textOfValue } from './cell-text.ts';
import { readDay } from './read-day.ts';

/** `said`: what was done to it on the way, for whoever looks at the preview. */
export type ReadColumn =
  | { readonly value: Plain; readonly said: string | null }
  | { readonly refused: string };

/** One line of a list. */
const longestLine = 255;

export const readColumn = (column: Column, cell: Cell | undefined): ReadColumn => {
  if (isMarked(cell) && cell.error !== undefined)
    return { refused: `${column.words} holds ${cell.error}: a formula without a value.` };
  const value = valueOfCell(cell);
  if (column.kind === 'number') return readFigure(column, cell);
  if (column.kind === 'yesNo') return readYesNo(column, textOfValue(value));
  const { text, cleaned } = cleanText(asShown(cell));
  const read = readText(column, text);
  const said = cleaned ? `Characters that cannot be seen were taken out of ${column.words}.` : null;
  return 'refused' in read ? read : { ...read, said: read.said ?? said };
};

const asShown = (cell: Cell | undefined): string => {
  const value = valueOfCell(cell);
  return typeof value === 'number' && isMarked(cell) && cell.percent
    ? `${percentOf(value)}%`
    : textOfValue(value);
};

/** 0.832 shown as a percentage is 83.2, without binary noise. */
export const percentOf = (value: number): number => Number((value * 100).toPrecision(15));

const readText = (column: Column, whole: string): ReadColumn => {
  const text = whole.trim();
  if (holdsMany(column)) return readMany(column, text);
  if (text === '') return { value: null, said: null };
  if (column.kind === 'date') return readDate(column, text);
  if (column.kind === 'instant') return readMoment(column, text);
  if (column.kind === 'choice') return readChoice(column, text);
  if (column.kind === 'longText') return withinLength(column, text, longestText);
  const line = text.replace(/\s*\n\s*/g, ' ');
  const read = withinLength(column, line, longestLine);
  return 'refused' in read || line === text
    ? read
    : { value: line, said: `${column.words} is one line: its line ends became spaces.` };
};

const withinLength = (column: Column, text: string, most: number): ReadColumn =>
  text.length <= most
    ? { value: text, said: null }
    : {
        refused: `${column.words} has ${text.length.toLocaleString('en-GB')} characters; it holds ${most.toLocaleString('en-GB')}.`,
      };

const readMany = (column: Column, text: string): ReadColumn => {
  const value = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const long = value.find((line) => line.length > longestLine + 40);
  if (long) return { refused: `${column.words} has a line too long to be a Key: ${quoted(long)}.` };
  const unread = column.kind === 'lines' ? value.find((line) => !readLine(line)) : undefined;
  return unread === undefined
    ? { value, said: null }
    : {
        refused: `${column.words} names no row in ${quoted(unread)}: write it as 'Objectives: plan|1.2'.`,
      };
};

const readDate = (column: Column, text: string): ReadColumn => {
  const day = readDay(text);
  return day
    ? { value: day.toString(), said: null }
    : { refused: `${column.words} ${quoted(text)} is not a date: write it as 14/10/2020.` };
};

const readMoment = (column: Column, text: string): ReadColumn => {
  try {
    return { value: Temporal.Instant.from(text).toString(), said: null };
  } catch {
    return {
      refused: `${column.words} ${quoted(text)} is not a moment: write it as 2020-10-14T09:30:00Z.`,
    };
  }
};

const readChoice = (column: Column, text: string): ReadColumn => {
  const choices = column.choices ?? [];
  const choice = choices.find((each) => sameKey(each, text));
  return choice === undefined
    ? {
        refused: `${column.words} ${quoted(text)} is not offered; there are: ${choices.join(', ')}.`,
      }
    : { value: choice, said: null };
};

const yes = new Set(['yes', 'y', 'true', '1']);
const no = new Set(['', 'no', 'n', 'false', '0', '-', '–']);

const readYesNo = (column: Column, text: string): ReadColumn => {
  const word = text.trim().toLowerCase();
  if (yes.has(word)) return { value: true, said: null };
  if (no.has(word)) return { value: false, said: null };
  return { refused: `${column.words} ${quoted(text)} is neither yes nor no.` };
};

const plainNumber = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

const readFigure = (column: Column, cell: Cell | undefined): ReadColumn => {
  const value = valueOfCell(cell);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return { refused: `${column.words} is no number.` };
    return isMarked(cell) && cell.percent
      ? { value: percentOf(value), said: null }
      : { value, said: null };
  }
  if (value === null) return { value: null, said: null };
  if (typeof value !== 'string')
    return { refused: `${column.words} ${quoted(textOfValue(value))} is not a number.` };
  return readTyped(column, value.trim());
};

const readTyped = (column: Column, text: string): ReadColumn => {
  if (text === '') return { value: null, said: null };
  if (plainNumber.test(text) && Number.isFinite(Number(text)))
    return { value: Number(text), said: null };
  const read = readNumber(text);
  if (!('refused' in read) && read.as !== 'ratio') return { value: read.value, said: null };
  if ('either' in read)
    return {
      refused: `${column.words} ${quoted(text)} could be ${read.either[0]} or ${read.either[1]}.`,
    };
  return { refused: `${column.words} ${quoted(text)} is not a number.` };
};

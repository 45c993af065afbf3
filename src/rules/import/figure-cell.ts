// What a cell puts in a measure's figure: a number in the measure's own unit, a blank with its reason,
// or a doubt. A word is never nought, and nothing is guessed.
import type { Measure } from '../../registers/measures.ts';
import { valueInUnit } from '../compute-value.ts';
import { figure } from '../number-words.ts';
import { readNumber } from '../read-number.ts';
import { type Cell, isMarked, valueOfCell } from '../workbook.ts';
import { quoted, textOfCell } from './cell-text.ts';
import { noFigureWords } from './heading-words.ts';
import { percentOf } from './read-column.ts';

export type FigureCell =
  | {
      readonly value: number;
      readonly finality: 'provisional' | 'final' | null;
      readonly note: string | null;
    }
  /** Nothing to take: with a note unless the cell is empty. */
  | { readonly blank: string | null }
  | { readonly stop: string };

type Unit = Pick<Measure, 'unit' | 'decimals' | 'per'>;

export type Beside = {
  readonly measure: Unit;
  /** A figure or target the measure is known to have had, to hold this one against. */
  readonly known: () => number | null;
};

export const readFigureCell = (cell: Cell | undefined, beside: Beside): FigureCell => {
  if (isMarked(cell) && cell.error !== undefined)
    return { stop: `${cell.error} is no figure: a formula without a value.` };
  const value = valueOfCell(cell);
  if (typeof value === 'number')
    return heldAgainst(fromNumber(value, isMarked(cell) && cell.percent === true, beside), beside);
  if (value instanceof Temporal.PlainDate) return { stop: `${value} is a date, not a figure.` };
  if (typeof value === 'boolean') return { stop: `${value ? 'TRUE' : 'FALSE'} is no figure.` };
  return heldAgainst(fromText(textOfCell(cell), beside), beside);
};

const exactly = (value: number): number => Number(value.toPrecision(15));

const fromNumber = (value: number, percent: boolean, { measure, known }: Beside): FigureCell => {
  if (!Number.isFinite(value)) return { stop: 'It is no number.' };
  const percentage = measure.unit.trim().startsWith('%');
  if (percent && !percentage)
    return { stop: `It is shown as ${percentOf(value)}%, and the measure is in ${measure.unit}.` };
  if (percent) return { value: percentOf(value), finality: null, note: null };
  const stop = mayBeAShare(value, { measure, known });
  return stop === null ? { value: exactly(value), finality: null, note: null } : { stop };
};

/** 0.832 of a percentage that has been 98.1 is more likely 83.2. */
const mayBeAShare = (value: number, { measure, known }: Beside): string | null => {
  const size = Math.abs(value);
  const before = measure.unit.trim().startsWith('%') && size > 0 && size <= 1 ? known() : null;
  return before !== null && Math.abs(before) > 1.5
    ? `${exactly(value)} may be ${exactly(value)}% or ${percentOf(value)}%: the measure has been ${figure(measure, before)}. Show it as a percentage.`
    : null;
};

const marked =
  /^(.*\d ?%?)\s*(?:\(\s*(p|prov|provisional|r|revised|f|final)\s*\)|\b(p|prov|provisional)\b)\.?$/i;

const fromText = (text: string, { measure, known }: Beside): FigureCell => {
  if (text === '') return { blank: null };
  const said = noFigureWords[text.toLowerCase().replace(/\s+/g, ' ')];
  if (said !== undefined) return { blank: `${quoted(text)} says ${said}: left blank, not nought.` };
  if (!/\d/.test(text)) return { blank: `${quoted(text)} is not a figure: left blank.` };
  const [, digits = text, bracketed, loose] = marked.exec(text) ?? [];
  const mark = (bracketed ?? loose)?.toLowerCase();
  const read = readNumber(digits);
  if ('either' in read)
    return { stop: `${quoted(text)} could be ${read.either[0]} or ${read.either[1]}.` };
  if ('refused' in read || (read.as === 'ratio' && digits.includes('/')))
    return {
      stop: severalIn(digits)
        ? `${quoted(text)} holds more than one number.`
        : `${quoted(text)} is not a figure.`,
    };
  const value = valueInUnit(measure, read);
  if (value === null)
    return { stop: `${quoted(text)} is not in the measure's unit, ${measure.unit}.` };
  const share = read.as === 'number' ? mayBeAShare(value, { measure, known }) : null;
  if (share !== null) return { stop: share };
  const finality = mark === undefined ? null : mark.startsWith('p') ? 'provisional' : 'final';
  return { value: exactly(value), finality, note: null };
};

const severalIn = (text: string): boolean => (text.match(/\d[\d.,]*/g)?.length ?? 0) > 1;

/** So far off what is known that it is more likely a slip than a figure. */
const farOff = 20;

const heldAgainst = (read: FigureCell, { measure, known }: Beside): FigureCell => {
  if (!('value' in read) || read.value === 0) return read;
  const before = known();
  if (before === null || before === 0) return read;
  const times = Math.abs(read.value / before);
  if (times < farOff && times > 1 / farOff) return read;
  if (Math.sign(read.value) !== Math.sign(before)) {
    const side = read.value < 0 ? 'below' : 'above';
    const words = `${figure(measure, read.value)} is ${side} 0, and it has been ${figure(measure, before)}.`;
    return { ...read, note: words };
  }
  const many = times >= farOff ? `${Math.round(times)} times` : `a ${ordinal(1 / times)} of`;
  const note = `${figure(measure, read.value)} is ${many} what it has been (${figure(measure, before)}).`;
  return { ...read, note };
};

/** '24th'; a slip of a point is a thousandth. */
const ordinal = (number: number): string => {
  const whole = Math.round(number);
  const ending = { one: 'st', two: 'nd', few: 'rd' }[ordinals.select(whole) as 'one'] ?? 'th';
  return `${whole.toLocaleString('en-GB')}${ending}`;
};
const ordinals = new Intl.PluralRules('en-GB', { type: 'ordinal' });

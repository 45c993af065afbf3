// What a cell puts in a measure's target and its tolerance: a number, a range where good is staying
// inside one, or no target at all.
import type { Measure } from '../../registers/measures.ts';
import { type Cell, valueOfCell } from '../workbook.ts';
import { quoted, textOfCell } from './cell-text.ts';
import type { Aimed, Tolerated } from './draft-targets.ts';
import { type Beside, readFigureCell } from './figure-cell.ts';
import { noTargetWords } from './heading-words.ts';

export type TargetCell =
  | { readonly aimed: Aimed }
  | { readonly blank: string | null }
  | { readonly stop: string };

const none = new Set(noTargetWords);
const comparator =
  /^(?:>=|<=|=>|=<|>|<|≥|≤|=|at least|at most|above|below|under|over|more than|less than|no more than|up to|minimum|maximum|min|max)\s*/i;
const range = /^(.*\d\s*%?)\s*(?:-|–|—|\bto\b|\band\b)\s*([£(+-]?\d.*)$/i;

export const readTargetCell = (
  cell: Cell | undefined,
  beside: Beside & { readonly measure: Measure },
): TargetCell => {
  const text = textOfCell(cell);
  if (none.has(text.toLowerCase())) return { blank: `${quoted(text)} is no target: none is set.` };
  const inRange = beside.measure.polarity === 'stay in range';
  const [, low, high] =
    typeof valueOfCell(cell) === 'string'
      ? (range.exec(text.replace(/^between\s+/i, '')) ?? [])
      : [];
  if (inRange && low !== undefined && high !== undefined) return readRange(low, high, beside);
  const bare = typeof valueOfCell(cell) === 'string' ? text.replace(comparator, '') : cell;
  const read = readFigureCell(bare, beside);
  if ('stop' in read) return { stop: read.stop.replaceAll('a figure', 'a target') };
  if ('blank' in read) return read;
  if (inRange)
    return {
      stop: `${beside.measure.code} is to stay in a range: its target is two numbers, as 40 to 60.`,
    };
  return { aimed: { target: read.value, rangeLow: null, rangeHigh: null } };
};

const readRange = (low: string, high: string, beside: Beside): TargetCell => {
  const ends = [low, high].map((end) => readFigureCell(end.trim(), beside));
  const [from, to] = ends;
  if (from && to && 'value' in from && 'value' in to && from.value <= to.value)
    return { aimed: { target: null, rangeLow: from.value, rangeHigh: to.value } };
  return { stop: `${quoted(`${low} to ${high}`)} is no range.` };
};

export type ToleranceRead = { readonly tolerated: Tolerated | null; readonly note: string | null };

/** '5' is in the measure's own unit, '5%' of its target. */
export const readTolerance = (
  typed: string,
  measure: Pick<Measure, 'code' | 'unit'>,
): ToleranceRead => {
  const text = typed.replace(/^(?:\+\/-|±|\+|-)\s*/, '').trim();
  if (text === '') return { tolerated: null, note: null };
  const points = /^([\d.]+)\s*(?:pp|ppt|pts|points|percentage points|% ?points)$/i.exec(text)?.[1];
  const [, size, percent] =
    /^([\d,]*\.?\d+)\s*(%|percent|per cent)?(?: of target)?$/i.exec(text) ?? [];
  const tolerance = Number((points ?? size ?? '').replaceAll(',', ''));
  if ((points ?? size) === undefined || !Number.isFinite(tolerance))
    return { tolerated: null, note: `Tolerance ${quoted(typed)} is not understood: not taken.` };
  if (!percent) return { tolerated: { tolerance, toleranceIs: 'absolute' }, note: null };
  const ambiguous = measure.unit.trim().startsWith('%') && !/target/i.test(text);
  return {
    tolerated: { tolerance, toleranceIs: 'percent of target' },
    note: ambiguous
      ? `Tolerance ${quoted(typed)} of ${measure.code} is read as a percentage of its target, not as percentage points.`
      : null,
  };
};

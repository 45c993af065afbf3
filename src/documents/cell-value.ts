// What one cell of an .xlsx sheet holds, from its type, its style and the text kept for it. A formula
// is never worked out: its value is the one its program left there.
import type { Cell, CellValue, MarkedCell } from '../rules/workbook.ts';
import { damaged } from './limits.ts';
import { dateOfSerial } from './serial-date.ts';
import { withoutEscapes } from './shared-strings.ts';
import type { NumberMeans } from './styles.ts';

/** What every cell of a workbook is read with. */
export type Book = {
  readonly strings: readonly string[];
  readonly styles: readonly NumberMeans[];
  readonly from1904: boolean;
};

/** As the sheet has it: `kept` is its <v>, `inline` the text within the cell. */
export type RawCell = {
  readonly type: string;
  readonly style: number;
  readonly formula: boolean;
  readonly kept: string | null;
  readonly inline: string | null;
};

export const noValueKept = 'a formula whose value was not kept';

/** Null where the cell holds nothing, however it is coloured. */
export const readCell = (raw: RawCell, book: Book): Cell => {
  if (raw.type === 'e') return failed(raw.kept || '#VALUE!', raw.formula);
  if (raw.formula && raw.type !== 'str' && !raw.kept) return failed(noValueKept, true);
  const cell = plainCell(raw, book);
  if (!raw.formula) return cell;
  return isMarked(cell) ? { ...cell, formula: true } : { value: cell, formula: true };
};

const failed = (error: string, formula: boolean): MarkedCell => ({
  value: null,
  error,
  ...(formula ? { formula } : {}),
});

const isMarked = (cell: Cell): cell is MarkedCell =>
  typeof cell === 'object' && cell !== null && 'value' in cell;

const plainCell = (raw: RawCell, book: Book): Cell => {
  if (raw.type === 'inlineStr') return raw.inline || null;
  if (raw.kept === null || raw.kept === '') return null;
  if (raw.type === 's') return sharedText(raw.kept, book) || null;
  if (raw.type === 'str') return withoutEscapes(raw.kept);
  if (raw.type === 'b') return raw.kept === '1' || raw.kept === 'true';
  if (raw.type === 'd') return isoDay(raw.kept);
  return readNumber(raw, book);
};

const sharedText = (kept: string, book: Book): string => {
  const text = /^\d+$/.test(kept) ? book.strings[Number(kept)] : undefined;
  if (text === undefined) throw damaged('a cell names a text that is not there');
  return text;
};

const isoDay = (kept: string): CellValue => {
  try {
    return Temporal.PlainDate.from(kept.slice(0, 10));
  } catch {
    return kept;
  }
};

const readNumber = ({ kept, style }: RawCell, book: Book): Cell => {
  const value = Number(kept);
  if (!Number.isFinite(value)) throw damaged('a cell holds a number that is none');
  const means = book.styles[style] ?? 'number';
  if (means === 'percent') return { value, percent: true };
  return means === 'date' ? (dateOfSerial(value, book.from1904) ?? value) : value;
};

// How a sheet travels from the worker that read it: a few rows at a time, so that neither side holds
// it twice, with blank rows as a count and days as text, which is all a message can carry.
import {
  type Cell,
  type CellValue,
  isMarked,
  type MarkedCell,
  type Merge,
  type Sheet,
} from '../rules/workbook.ts';
import type { FileRefused } from '../use-cases/ports.ts';

type WireValue = Exclude<CellValue, Temporal.PlainDate> | { readonly day: string };
type WireCell = WireValue | { readonly marked: Omit<MarkedCell, 'value'>; readonly of: WireValue };
/** A row, or how many blank ones follow. */
type WireRow = readonly WireCell[] | number;

export type FromWorker =
  | { readonly progress: number }
  | {
      readonly sheet: { readonly name: string; readonly hidden: boolean };
      readonly hiddenRows: readonly number[];
      readonly merges: readonly Merge[];
    }
  /** Of the sheet last begun. */
  | { readonly rows: readonly WireRow[] }
  | { readonly refused: FileRefused }
  | { readonly done: true };

const cellsAtOnce = 20_000;

/** The messages that carry a sheet, in order. */
export function* packSheet(sheet: Sheet): Generator<FromWorker> {
  const { name, hidden, merges } = sheet;
  yield { sheet: { name, hidden }, hiddenRows: [...sheet.hiddenRows], merges };
  let rows: WireRow[] = [];
  let cells = 0;
  for (const row of sheet.rows) {
    const last = rows.at(-1);
    if (row.length > 0) rows.push(row.map(packCell));
    else if (typeof last === 'number') rows[rows.length - 1] = last + 1;
    else rows.push(1);
    cells += row.length;
    if (cells < cellsAtOnce) continue;
    yield { rows };
    rows = [];
    cells = 0;
  }
  yield { rows };
}

const packCell = (cell: Cell): WireCell => {
  if (!isMarked(cell)) return packValue(cell);
  const { value, ...marked } = cell;
  return { marked, of: packValue(value) };
};

const packValue = (value: CellValue): WireValue =>
  value instanceof Temporal.PlainDate ? { day: value.toString() } : value;

/** Puts the sheets together again as their messages arrive. */
export const unpackSheets = () => {
  type Growing = Omit<Sheet, 'rows'> & { readonly rows: (readonly Cell[])[] };
  const sheets: Growing[] = [];
  const unpackValue = dayReader();
  const unpackCell = (cell: WireCell): Cell =>
    typeof cell === 'object' && cell !== null && 'marked' in cell
      ? { ...cell.marked, value: unpackValue(cell.of) }
      : unpackValue(cell);
  const blank: readonly Cell[] = [];

  return {
    sheets: sheets as readonly Sheet[],
    begin: ({ sheet, hiddenRows, merges }: Extract<FromWorker, { sheet: unknown }>): void => {
      sheets.push({ ...sheet, rows: [], hiddenRows: new Set(hiddenRows), merges });
    },
    add: (rows: readonly WireRow[]): void => {
      const into = sheets.at(-1)?.rows ?? [];
      for (const row of rows) {
        if (typeof row !== 'number') into.push(row.map(unpackCell));
        else for (let n = 0; n < row; n += 1) into.push(blank);
      }
    },
  };
};

/** One value for each day, however many cells hold it. */
const dayReader = () => {
  const days = new Map<string, Temporal.PlainDate>();
  return (value: WireValue): CellValue => {
    if (typeof value !== 'object' || value === null) return value;
    const known = days.get(value.day);
    if (known) return known;
    const day = Temporal.PlainDate.from(value.day);
    days.set(value.day, day);
    return day;
  };
};

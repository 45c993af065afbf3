// Reads the rows of one .xlsx sheet as they stream by. A cell far out costs what lies before it in its
// own row, never a grid; all of it is taken from the allowance.
import type { Cell, Merge, Sheet } from '../rules/workbook.ts';
import type { Allowance } from './allowance.ts';
import { type Book, readCell } from './cell-value.ts';
import { damaged } from './limits.ts';
import { textRun } from './shared-strings.ts';
import { type Attributes, attribute, isTrue, readXml } from './xml.ts';

export type SheetContent = Pick<Sheet, 'rows' | 'hiddenRows' | 'merges'>;
type Source = {
  readonly part: string;
  readonly unpack: (take: (piece: Uint8Array) => void) => void;
};

/** Throws a Refusal. */
export const readSheet = (source: Source, book: Book, allowance: Allowance): SheetContent => {
  const grid = newGrid(allowance);
  const merges: Merge[] = [];
  const cells = cellReader(book, (row, column, cell) => {
    grid.put(row, column, cell);
  });
  readXml(source.part, source.unpack, {
    open: (name, attributes) => {
      if (name === 'row') grid.hide(cells.row(attributes), isTrue(attribute(attributes, 'hidden')));
      else if (name === 'mergeCell') {
        allowance.cell();
        merges.push(readMerge(attribute(attributes, 'ref') ?? ''));
      } else cells.open(name, attributes);
    },
    close: cells.close,
    text: cells.text,
  });
  return { rows: grid.rows, hiddenRows: grid.hiddenRows, merges };
};

const none: Cell[] = [];

const newGrid = (allowance: Allowance) => {
  const rows: Cell[][] = [];
  const hiddenRows = new Set<number>();
  return {
    rows,
    hiddenRows,
    hide: (row: number, hidden: boolean): void => {
      if (!hidden) return;
      allowance.cell();
      hiddenRows.add(row);
    },
    put: (row: number, column: number, cell: Cell): void => {
      allowance.cell();
      if (typeof cell === 'string') allowance.letters(cell.length);
      if (row > rows.length) allowance.blank(row - rows.length);
      while (rows.length <= row) rows.push(none);
      let cells = rows[row] ?? none;
      if (cells === none) {
        cells = [];
        rows[row] = cells;
      }
      if (column > cells.length) allowance.blank(column - cells.length);
      while (cells.length < column) cells.push(null);
      cells[column] = cell;
    },
  };
};

const start = { type: 'n', style: 0, formula: false, kept: null, inline: null };
type Put = (row: number, column: number, cell: Cell) => void;

const cellReader = (book: Book, put: Put) => {
  let [row, column, rows] = [-1, -1, 0];
  let raw:
    | { -readonly [K in keyof Parameters<typeof readCell>[0]]: Parameters<typeof readCell>[0][K] }
    | null = null;
  let reading = false;
  const inline = textRun();

  const begin = (attributes: Attributes): void => {
    const ref = attribute(attributes, 'r');
    if (ref === undefined) column += 1;
    else [row, column] = placeOf(ref);
    raw = {
      ...start,
      type: attribute(attributes, 't') ?? 'n',
      style: Number(attribute(attributes, 's') ?? 0),
    };
    inline.begin();
  };
  const end = (): void => {
    if (raw === null) return;
    const cell = readCell({ ...raw, inline: inline.end() }, book);
    raw = null;
    if (cell !== null) put(row, column, cell);
  };

  return {
    /** Rows without a number follow one another. */
    row: (attributes: Attributes): number => {
      rows += 1;
      if (rows > lastRow) throw damaged('a sheet has more rows than Excel takes');
      const said = attribute(attributes, 'r');
      row = said === undefined ? row + 1 : rowOf(said);
      column = -1;
      return row;
    },
    open: (name: string, attributes: Attributes): void => {
      if (name === 'c') begin(attributes);
      if (raw === null) return;
      if (name === 'f') raw.formula = true;
      if (name === 'v') raw.kept = '';
      reading = name === 'v';
      inline.open(name);
    },
    close: (name: string): void => {
      reading = false;
      inline.close(name);
      if (name === 'c') end();
    },
    text: (text: string): void => {
      if (reading && raw) raw.kept = (raw.kept ?? '') + text;
      else inline.text(text);
    },
  };
};

const lastRow = 1_048_576;
const lastColumn = 16_384;
const outside = () => damaged('a cell lies outside any sheet');

const rowOf = (text: string): number => {
  const row = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (row < 1 || row > lastRow) throw outside();
  return row - 1;
};

/** 'AB12' is row 11, column 27. */
const placeOf = (ref: string): readonly [number, number] => {
  const letters = /^[A-Z]{1,3}/i.exec(ref)?.[0] ?? '';
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  if (column < 1 || column > lastColumn) throw outside();
  return [rowOf(ref.slice(letters.length)), column - 1];
};

const readMerge = (ref: string): Merge => {
  const [from = '', to = from] = ref.split(':');
  const [top, left] = placeOf(from);
  const [bottom, right] = placeOf(to);
  return { top, left, bottom, right };
};

// A spreadsheet as rules and use cases see it, whatever program wrote it. How a file is opened, and
// how much of one is opened, is decided in src/documents.

/** A cell's value. Dates are calendar days; a formula's value is the one its program last worked out. */
export type CellValue = string | number | boolean | Temporal.PlainDate | null;

/** A cell of which more than its value matters. */
export type MarkedCell = {
  readonly value: CellValue;
  /** Shown as a percentage: 0.123 is meant as 12.3 %. */
  readonly percent?: true;
  /** Of a cell that is written: how it is shown, as spreadsheets say it. A cell that was read has none. */
  readonly format?: string;
  /** Beside its format: the colour it is shown in, '#0b6a0b'. */
  readonly ink?: string;
  readonly formula?: true;
  /** '#REF!', or a formula with no value kept. */
  readonly error?: string;
};

export type Cell = CellValue | MarkedCell;

/** Rows and columns from 0, both ends included. */
export type Merge = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

export type Sheet = {
  readonly name: string;
  readonly hidden: boolean;
  /** Short rows end early; a blank row is empty. */
  readonly rows: readonly (readonly Cell[])[];
  /** Row numbers of hidden rows, from 0. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly merges: readonly Merge[];
};

export type Workbook = { readonly sheets: readonly Sheet[] };

export const valueOfCell = (cell: Cell | undefined): CellValue =>
  isMarked(cell) ? cell.value : (cell ?? null);

export const isMarked = (cell: Cell | undefined): cell is MarkedCell =>
  typeof cell === 'object' && cell !== null && !(cell instanceof Temporal.PlainDate);

/** Where a cell is, as its program says it: row 0, column 27 is 'AB1'. */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') +
  String.fromCharCode(65 + (column % 26));

// Workbooks built as values, and what a test asks of them.
import type { RegisterName, Registers } from '../../src/registers/registers.ts';
import type { ImportPreview } from '../../src/rules/import/preview.ts';
import { readImport } from '../../src/rules/import/read-import.ts';
import type { Cell, Merge, Sheet } from '../../src/rules/workbook.ts';

export type Grid = readonly (readonly Cell[])[];

export const sheet = (name: string, rows: Grid, more: Partial<Sheet> = {}): Sheet => ({
  name,
  rows,
  hidden: false,
  hiddenRows: new Set(),
  merges: [],
  ...more,
});

/** 'A1:C1' as rows and columns from 0. */
export const merged = (range: string): Merge => {
  const [from = '', to = from] = range.split(':');
  const at = (cell: string) => {
    const [, letters = 'A', row = '1'] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
    const column = [...letters].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0) - 1;
    return { row: Number(row) - 1, column };
  };
  const [one, other] = [at(from), at(to)];
  return { top: one.row, left: one.column, bottom: other.row, right: other.column };
};

export type Options = {
  readonly file?: string;
  readonly plan?: string;
  readonly sheets?: readonly string[];
  readonly register?: RegisterName;
  readonly today?: string;
};

export const preview = (
  registers: Registers,
  sheets: readonly Sheet[],
  { today = '2021-05-01', ...options }: Options = {},
): ImportPreview =>
  readImport(registers, {
    file: 'returns.xlsx',
    plan: 'plan',
    ...options,
    workbook: { sheets },
    today: Temporal.PlainDate.from(today),
  });

export const stops = (of: ImportPreview) => of.doubts.filter((each) => each.stops);
export const notes = (of: ImportPreview) => of.doubts.filter((each) => !each.stops);
/** 'B3: words' of every doubt that stops. */
export const stopWords = (of: ImportPreview) =>
  stops(of).map(({ cell, words }) => `${cell}: ${words}`);

// Where a performance sheet's headings are, over how many rows they run, and what each column means.
// A year or a quarter that no heading names is looked for in the titles, the sheet's name, the file's.

import { monthNames } from '../date-words.ts';
import { type Cell, cellName, type Merge, type Sheet, valueOfCell } from '../workbook.ts';
import { isBlankCell, textOfCell } from './cell-text.ts';
import { type Meaning, meaningOf, meaningWords } from './heading-meaning.ts';
import { type PeriodSaid, readPeriodWords, type YearSaid } from './period-words.ts';
import type { ColumnSeen } from './preview.ts';
import { mergesAbove } from './sound-merges.ts';

export type MeasureColumn = { readonly heading: string; readonly meaning: Meaning | null };

export type MeasureHeadings = {
  /** From 0, both ends included. */
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly MeasureColumn[];
  /** Of the titles, the sheet or the file; null where none names one year alone. */
  readonly year: YearSaid | null;
  /** The quarter or month the titles speak of. */
  readonly period: PeriodSaid | null;
};

const headingsWithin = 50;
const mostHeadingRows = 3;

/** Null: nothing heads a measure beside a figure, a target or a fact of it. */
export const measureHeadingsOf = (asGiven: Sheet, file: string): MeasureHeadings | null => {
  const sheet = { ...asGiven, merges: mergesAbove(asGiven, headingsWithin) };
  const grid = headingGrid(sheet);
  let best: { readonly row: number; readonly known: number } | null = null;
  for (let row = 0; row < grid.length; row += 1) {
    const meanings = (grid[row] ?? []).map((text) => meaningOf(text));
    const known = meanings.filter((meaning) => meaning !== null).length;
    if (!meanings.some(namesAMeasure) || known < 2 || (best && known <= best.known)) continue;
    best = { row, known };
  }
  const lone = best ?? loneIdentity(grid);
  if (lone === null) return null;
  const { top, bottom } = spread(grid, sheet, lone.row);
  const columns = columnsBetween(grid, sheet, { top, bottom });
  const useful = columns.some(
    ({ meaning }) => meaning && meaning.is !== 'left' && !namesAMeasure(meaning),
  );
  if (!columns.some(({ meaning }) => namesAMeasure(meaning)) || !useful) return null;
  return { top, bottom, columns, ...sayingsAbove(grid, { top, sheet, file }) };
};

const namesAMeasure = (meaning: Meaning | null): boolean =>
  meaning?.is === 'fact' &&
  (meaning.fact === 'name' || meaning.fact === 'code' || meaning.fact === 'key');

/** 'Measure' alone in its row, with the years beneath or above it. */
const loneIdentity = (grid: Grid): { readonly row: number } | null => {
  const row = grid.findIndex((texts) => texts.some((text) => namesAMeasure(meaningOf(text))));
  return row < 0 ? null : { row };
};

type Grid = readonly (readonly string[])[];

/** The texts of the first rows, merged cells saying the same throughout. */
const headingGrid = (sheet: Sheet): Grid => {
  const rows = Math.min(sheet.rows.length, headingsWithin);
  const grid = sheet.rows.slice(0, rows).map((cells) => cells.map(headingText));
  for (const { top, left, bottom, right } of sheet.merges) {
    const text = grid[top]?.[left] ?? '';
    for (let row = top; row <= Math.min(bottom, rows - 1); row += 1)
      for (let column = left; column <= Math.min(right, 2_000); column += 1) {
        const cells = grid[row] as string[];
        while (cells.length < column) cells.push('');
        cells[column] = text;
      }
  }
  return grid;
};

/** A heading that is a day stands for its month, as Excel makes 'Apr-20'. */
const headingText = (cell: Cell | undefined): string => {
  const value = valueOfCell(cell);
  if (value instanceof Temporal.PlainDate) return `${monthNames[value.month - 1]} ${value.year}`;
  return textOfCell(cell).replace(/\s+/g, ' ');
};

/** The rows above and below that speak of periods alone are headings too. */
const spread = (grid: Grid, sheet: Sheet, row: number) => {
  let [top, bottom] = [row, row];
  while (row - top < mostHeadingRows - 1 && isPeriodRow(grid, sheet, top - 1)) top -= 1;
  while (bottom - row < mostHeadingRows - 1 && isPeriodRow(grid, sheet, bottom + 1)) bottom += 1;
  return { top, bottom };
};

/** Nothing in it but periods and what is said of them, over more than a title's one cell. */
const isPeriodRow = (grid: Grid, sheet: Sheet, row: number): boolean => {
  const cells = sheet.rows[row] ?? [];
  const own = cells.flatMap((cell, column) => (isBlankCell(cell) ? [] : [{ cell, column }]));
  if (row < 0 || own.length === 0) return false;
  const wholeWidth = sheet.merges.some(
    (merge) => merge.top === row && merge.left === 0 && merge.right > 2,
  );
  if (wholeWidth || (own[0]?.column === 0 && own.length === 1)) return false;
  return own.every(({ column }) => {
    const text = grid[row]?.[column] ?? '';
    // A figure beneath the headings is no heading, unless it is a year.
    if (/^[£(+-]?[\d.,]+[)%]?$/.test(text) && !/^(?:19|20)\d\d$/.test(text)) return false;
    const meaning = meaningOf(text);
    return meaning?.is === 'per period' || meaning?.is === 'left';
  });
};

type Rows = { readonly top: number; readonly bottom: number };

const columnsBetween = (grid: Grid, sheet: Sheet, rows: Rows): readonly MeasureColumn[] => {
  const width = Math.max(...grid.slice(rows.top, rows.bottom + 1).map((cells) => cells.length), 0);
  return Array.from({ length: width }, (_, column): MeasureColumn => {
    const said = wordsOver(grid, sheet, { ...rows, column });
    const heading = said.map(({ text }) => text).join(' ');
    const own = said
      .filter(({ reached }) => !reached)
      .map(({ text }) => text)
      .join(' ');
    const ofItself = meaningOf(own);
    const keeps =
      ofItself?.is === 'fact' ||
      ofItself?.is === 'left' ||
      (ofItself?.is === 'per period' && ofItself.what === 'commentary');
    if (own === '' || (keeps && heading !== own))
      return { heading: own, meaning: own === '' ? null : ofItself };
    return { heading, meaning: meaningOf(heading) ?? ofItself };
  });
};

type Over = { readonly text: string; readonly reached: boolean };

/** A column's words from the top down. `reached`: by a cell further left that nobody merged. */
const wordsOver = (
  grid: Grid,
  sheet: Sheet,
  { top, bottom, column }: Rows & { readonly column: number },
): readonly Over[] => {
  const said: Over[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const text = grid[row]?.[column] ?? '';
    if (text !== '') {
      if (said.at(-1)?.text !== text) said.push({ text, reached: false });
      continue;
    }
    if (row === bottom || column === 0) continue;
    const left = (grid[row] ?? []).slice(0, column).findLast((each) => each !== '');
    const meaning = left === undefined ? null : meaningOf(left);
    if (left !== undefined && meaning?.is === 'per period' && !isInMerge(sheet, row, column))
      said.push({ text: left, reached: true });
  }
  return said;
};

const isInMerge = ({ merges }: Sheet, row: number, column: number): boolean =>
  merges.some(
    ({ top, left, bottom, right }: Merge) =>
      row >= top && row <= bottom && column >= left && column <= right,
  );

type Above = { readonly top: number; readonly sheet: Sheet; readonly file: string };

const sayingsAbove = (grid: Grid, { top, sheet, file }: Above) => {
  const titles = grid.slice(0, top).map((texts) => [...new Set(texts)].join(' '));
  const base = file.replace(/^.*[/\\]/, '').replace(/\.\w+$/, '');
  const sources = [titles, [sheet.name], [base]].map((texts) =>
    texts.flatMap((text) => readPeriodWords(text).said ?? []),
  );
  const years = sources.map((said) => onlyYear(said.flatMap(({ year }) => year ?? [])));
  const year = years.find((each) => each !== null) ?? null;
  const period = sources.flat().find(({ kind }) => kind !== 'year') ?? null;
  return { year, period: period && ({ ...period, year: period.year ?? year } as PeriodSaid) };
};

/** A calendar year in a title does not say which financial year is meant; two years say neither. */
const onlyYear = (said: readonly YearSaid[]): YearSaid | null => {
  const pairs = new Set(said.filter(({ kind }) => kind === 'pair').map(({ year }) => year));
  const [year] = pairs;
  return pairs.size === 1 && year !== undefined ? { kind: 'pair', year } : null;
};

export const measureColumnsSeen = ({ columns, year }: MeasureHeadings): readonly ColumnSeen[] =>
  columns.flatMap(({ heading, meaning }, at) =>
    heading === ''
      ? []
      : [{ heading, at: cellName(0, at).slice(0, -1), means: meaningWords(meaning, year) }],
  );

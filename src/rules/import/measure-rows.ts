// The rows of a performance sheet that are measures, told from what stands between them: sections,
// repeated headings, totals and notes. A section's priority or team is that of the rows beneath it.
import type { Cell, Sheet } from '../workbook.ts';
import { isBlankCell, quoted, textOfCell } from './cell-text.ts';
import type { Doubts } from './doubts.ts';
import type { Fact } from './heading-meaning.ts';
import { noteStarts, totalWords } from './heading-words.ts';
import type { MeasureHeadings } from './measure-headings.ts';
import { plainName } from './plain-name.ts';
import { mergesDown } from './sound-merges.ts';

export type MeasureRow = {
  /** From 0. */
  readonly row: number;
  readonly cells: readonly Cell[];
  readonly facts: { readonly [F in Fact]?: string };
  /** Where a fact stands; the measure's own place for one the row has not. */
  readonly at: (fact: Fact) => number;
  readonly section: { readonly priority: string | null; readonly team: string | null };
};

export type RowsToRead = {
  readonly sheet: Sheet;
  readonly headings: MeasureHeadings;
  readonly doubts: Doubts;
  readonly priorityOf: (text: string) => string | null;
  readonly teamOf: (text: string) => string | null;
  /** Whether a name alone in its row is a measure's. */
  readonly isMeasure: (name: string) => boolean;
};

export const measureRowsOf = (reading: RowsToRead): readonly MeasureRow[] => {
  const { sheet, headings } = reading;
  const columns = factColumns(sheet, headings);
  const identity = columns.get('name') ?? columns.get('code') ?? columns.get('key') ?? 0;
  const down = mergedDown(sheet, headings.bottom, new Set(columns.values()));
  const repeats = headingTexts(sheet, headings);
  const rows: MeasureRow[] = [];
  let section: MeasureRow['section'] = { priority: null, team: null };
  for (let row = headings.bottom + 1; row < sheet.rows.length; row += 1) {
    const cells = sheet.rows[row] ?? [];
    const own = cells.flatMap((cell, column) => (isBlankCell(cell) ? [] : [column]));
    if (own.length === 0 || repeatsHeadings(cells, own, repeats)) continue;
    const textAt = (column: number) =>
      textOfCell(isBlankCell(cells[column]) ? down.get(`${row} ${column}`) : cells[column]);
    const facts = Object.fromEntries([...columns].map(([fact, column]) => [fact, textAt(column)]));
    const at = { sheet: sheet.name, row, column: own[0] ?? 0 };
    const alone = aloneIn(reading, row, own);
    if (alone !== null && !(own[0] === identity && reading.isMeasure(alone))) {
      section = sectionOf(reading, alone, { at, before: section });
      continue;
    }
    const left = whyNoMeasure(facts);
    if (left !== null) {
      reading.doubts.note(at, left);
      continue;
    }
    rows.push({ row, cells, facts, section, at: (fact) => columns.get(fact) ?? identity });
  }
  return rows;
};

type Columns = ReadonlyMap<Fact, number>;

/** The first column of each fact. Of two names without a code, the one with short cells is the code. */
const factColumns = (sheet: Sheet, { columns, bottom }: MeasureHeadings): Columns => {
  const found = new Map<Fact, number>();
  const names: number[] = [];
  columns.forEach(({ meaning }, column) => {
    if (meaning?.is !== 'fact') return;
    if (meaning.fact === 'name') names.push(column);
    if (!found.has(meaning.fact)) found.set(meaning.fact, column);
  });
  const [first, second] = names;
  if (first === undefined || second === undefined) return found;
  const [one, other] = [first, second].map((column) => longest(sheet, column, bottom + 1));
  const short = (one ?? 0) <= (other ?? 0) ? first : second;
  const long = short === first ? second : first;
  if (!found.has('code') && Math.min(one ?? 0, other ?? 0) <= shortCode) {
    found.set('code', short);
    found.set('name', long);
  } else if (!found.has('definition')) found.set('definition', second);
  return found;
};

const shortCode = 12;

const longest = (sheet: Sheet, column: number, from: number): number =>
  sheet.rows
    .slice(from)
    .reduce((most, cells) => Math.max(most, textOfCell(cells[column]).length), 0);

/** Cells merged down a column read the same in each of their rows. */
const mergedDown = (
  sheet: Sheet,
  below: number,
  columns: ReadonlySet<number>,
): ReadonlyMap<string, Cell> => {
  const { rows } = sheet;
  const down = new Map<string, Cell>();
  for (const { top, left, bottom } of mergesDown(sheet, { below, columns })) {
    const cell = rows[top]?.[left] ?? null;
    for (let row = top + 1; row <= Math.min(bottom, rows.length); row += 1)
      down.set(`${row} ${left}`, cell);
  }
  return down;
};

const headingTexts = (
  sheet: Sheet,
  { top, bottom }: MeasureHeadings,
): readonly (readonly string[])[] =>
  sheet.rows.slice(top, bottom + 1).map((cells) => cells.map((cell) => asHeading(cell)));

const asHeading = (cell: Cell | undefined): string => textOfCell(cell).toLowerCase();

const repeatsHeadings = (
  cells: readonly Cell[],
  own: readonly number[],
  headings: readonly (readonly string[])[],
): boolean =>
  own.length > 1 &&
  headings.some((texts) => {
    const most = own.length * 0.3;
    let others = 0;
    for (const column of own) {
      if (asHeading(cells[column]) !== texts[column]) others += 1;
      if (others > most) return false;
    }
    return true;
  });

/** The one thing a row says: a cell merged across it, or the only cell that is filled. */
const aloneIn = ({ sheet }: RowsToRead, row: number, own: readonly number[]): string | null => {
  const cells = sheet.rows[row] ?? [];
  const [only, ...others] = own.slice(0, 2).map((column) => textOfCell(cells[column]));
  if (others.some((text) => text !== only)) return null;
  const alike = own.every((column) => textOfCell(cells[column]) === only);
  return alike && only !== undefined && !/^[£(+-]?[\d.,]+[)%]?$/.test(only) ? only : null;
};

const longNote = 160;

type Where = {
  readonly at: Parameters<Doubts['note']>[0];
  readonly before: MeasureRow['section'];
};

const sectionOf = (
  { doubts, priorityOf, teamOf }: RowsToRead,
  text: string,
  { at, before }: Where,
): MeasureRow['section'] => {
  const lower = text.toLowerCase();
  const isNote = noteStarts.some(
    (start) => lower.startsWith(start) && !/^[\p{L}\p{N}]/u.test(lower.slice(start.length)),
  );
  if (isNote || text.length > longNote) {
    doubts.note(at, `${quoted(text)} is a note: not taken.`);
    return before;
  }
  const priority = priorityOf(text);
  if (priority !== null) return { priority, team: null };
  const team = teamOf(text);
  if (team !== null) return { ...before, team };
  doubts.note(at, `${quoted(text)} heads the rows beneath, and is no priority or team we know.`);
  return /^(?:priority|theme|objective|outcome|aim|mission|portfolio|directorate)\b/i.test(text)
    ? { priority: null, team: null }
    : { ...before, team: null };
};

const whyNoMeasure = ({ key = '', code = '', name = '' }: MeasureRow['facts']): string | null => {
  if (key !== '' || code !== '')
    return totals.has(plainName(code)) ? `${quoted(code)} adds up other rows: not taken.` : null;
  if (name === '') return 'This row names no measure: nothing in it is taken.';
  return totals.has(plainName(name)) ? `${quoted(name)} adds up other rows: not taken.` : null;
};

const totals = new Set(totalWords.map(plainName));

// Writes an .xlsx: text as text whatever it begins with, days as days, headings bold and kept in view.
// Each text lies in its own cell, marked so that Excel does not read it again as something else.
import { strToU8 } from 'fflate';
import { type Cell, type CellValue, cellName, isMarked, valueOfCell } from '../rules/workbook.ts';
import type { SheetToWrite } from '../use-cases/ports.ts';
import { serialOfDate } from './serial-date.ts';
import { type Format, fixedParts, partsNaming, styleOfFormat, styles } from './xlsx-parts.ts';
import { escapeText } from './xlsx-text.ts';
import { zipOf } from './zip-out.ts';

/** The letters one cell can hold in Excel; a file with more in one is called damaged by it. */
export const longestText = 32_767;

/** Sheet names must be ones Excel takes: `sheetNames` in rules/export makes them so. */
export const xlsxOf = (sheets: readonly SheetToWrite[]): Promise<Uint8Array> => {
  if (sheets.length === 0)
    return Promise.reject(new RangeError('A workbook has a sheet at least.'));
  const formats = openFormats();
  const written = sheets.map((sheet, at): readonly [string, Uint8Array] => [
    `xl/worksheets/sheet${at + 1}.xml`,
    sheetPart(sheet, formats, at === 0),
  ]);
  const named = [...partsNaming(sheets.map(({ name }) => name)), ...fixedParts(formats.all)];
  return zipOf([...named.map(([part, xml]) => [part, strToU8(xml)] as const), ...written]);
};

type Formats = {
  /** As they were first asked for. */
  readonly all: readonly Format[];
  /** Of a cell that says how it is shown; null where it leaves that open. */
  styleOf(cell: Cell | undefined): number | null;
};

const openFormats = (): Formats => {
  const all: Format[] = [];
  const places = new Map<string, number>();
  return {
    all,
    styleOf: (cell) => {
      if (!isMarked(cell) || cell.format === undefined) return null;
      const format: Format = {
        code: cell.format,
        of: typeof cell.value === 'string' ? 'text' : 'number',
        ink: cell.ink ?? null,
      };
      const name = `${format.of} ${format.ink} ${format.code}`;
      const at = places.get(name) ?? all.push(format) - 1;
      places.set(name, at);
      return styleOfFormat(at);
    },
  };
};

const rowsAtOnce = 500;

const sheetPart = (
  { headings, rows }: SheetToWrite,
  formats: Formats,
  first: boolean,
): Uint8Array => {
  const pieces: Uint8Array[] = [];
  const widths = headings.map((heading) => Math.min(40, Math.max(10, heading.length + 2)));
  let xml = '';
  let row = 1;
  for (const cells of rows) {
    xml += rowOf(cells, row, formats);
    widen(widths, cells);
    row += 1;
    if (row % rowsAtOnce !== 0) continue;
    pieces.push(strToU8(xml));
    xml = '';
  }
  const top = strToU8(sheetTop(widths, first) + headingRow(headings));
  return joined([top, ...pieces, strToU8(`${xml}</sheetData></worksheet>`)]);
};

const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};

const sheetTop = (widths: readonly number[], first: boolean): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView${
    first ? ' tabSelected="1"' : ''
  } workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${
    widths.length > 0 ? `<cols>${widths.map(columnOf).join('')}</cols>` : ''
  }<sheetData>`;

const columnOf = (width: number, at: number): string =>
  `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;

/** Wide enough for most lines, and at most 60 letters: longer ones wrap. */
const widen = (widths: number[], cells: readonly Cell[]): void => {
  for (let at = 0; at < cells.length; at += 1) {
    const value = valueOfCell(cells[at]);
    if (typeof value !== 'string') continue;
    widths[at] = Math.max(widths[at] ?? 10, Math.min(60, value.length + 2));
  }
};

const headingRow = (headings: readonly string[]): string =>
  `<row r="1">${headings
    .map((heading, at) =>
      heading === '' ? '' : textCell(cellName(0, at), heading, styles.heading),
    )
    .join('')}</row>`;

const rowOf = (cells: readonly Cell[], row: number, formats: Formats): string => {
  let xml = `<row r="${row + 1}">`;
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at];
    const value = valueOfCell(cell);
    if (value === null || value === '') continue;
    xml += cellOf({ at: cellName(row, at), value, style: formats.styleOf(cell) }, cell);
  }
  return `${xml}</row>`;
};

type Placed = {
  readonly at: string;
  readonly value: NonNullable<CellValue>;
  readonly style: number | null;
};

const cellOf = ({ at, value, style }: Placed, cell: Cell | undefined): string => {
  if (typeof value === 'string') return textCell(at, value, style ?? styles.text);
  if (typeof value === 'boolean')
    return `<c r="${at}" s="${styles.plain}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'number') {
    const usual = isMarked(cell) && cell.percent ? styles.percent : styles.plain;
    return numberCell(at, value, style ?? usual);
  }
  const serial = serialOfDate(value);
  // Excel knows no day before 1900: it is written as text.
  return serial === null
    ? textCell(at, value.toString(), styles.text)
    : `<c r="${at}" s="${styles.date}"><v>${serial}</v></c>`;
};

const numberCell = (at: string, value: number, style: number): string => {
  if (!Number.isFinite(value)) throw new RangeError(`${at} holds ${value}, which is no number.`);
  return `<c r="${at}" s="${style}"><v>${value}</v></c>`;
};

const textCell = (at: string, text: string, style: number): string => {
  if (text.length > longestText)
    throw new RangeError(`${at} holds ${text.length} letters; a cell takes ${longestText}.`);
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`;
};

// Writes an .xlsx: text as text whatever it begins with, days as days, headings bold and kept in view.
// Each text lies in its own cell, marked so that Excel does not read it again as something else.
import { strToU8, type Zippable, zip } from 'fflate';
import { type Cell, type CellValue, cellName, isMarked, valueOfCell } from '../rules/workbook.ts';
import type { SheetToWrite } from '../use-cases/ports.ts';
import { serialOfDate } from './serial-date.ts';
import { fixedParts, partsNaming, styles } from './xlsx-parts.ts';
import { escapeText } from './xlsx-text.ts';

/** The letters one cell can hold in Excel; a file with more in one is called damaged by it. */
export const longestText = 32_767;

/** Sheet names must be ones Excel takes: `sheetNames` in rules/export makes them so. */
export const xlsxOf = (sheets: readonly SheetToWrite[]): Promise<Uint8Array> => {
  if (sheets.length === 0)
    return Promise.reject(new RangeError('A workbook has a sheet at least.'));
  const parts: Zippable = {};
  for (const [part, xml] of [...partsNaming(sheets.map(({ name }) => name)), ...fixedParts])
    parts[part] = strToU8(xml);
  for (const [at, sheet] of sheets.entries())
    parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetPart(sheet, at === 0);
  return new Promise((resolve, reject) => {
    zip(parts, { level: 4 }, (error, bytes) => (error ? reject(error) : resolve(bytes)));
  });
};

const rowsAtOnce = 500;

const sheetPart = ({ headings, rows }: SheetToWrite, first: boolean): Uint8Array => {
  const pieces: Uint8Array[] = [];
  const widths = headings.map((heading) => Math.min(40, Math.max(10, heading.length + 2)));
  let xml = '';
  let row = 1;
  for (const cells of rows) {
    xml += rowOf(cells, row);
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

const rowOf = (cells: readonly Cell[], row: number): string => {
  let xml = `<row r="${row + 1}">`;
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at];
    const value = valueOfCell(cell);
    if (value !== null && value !== '') xml += cellOf(cellName(row, at), value, cell);
  }
  return `${xml}</row>`;
};

const cellOf = (at: string, value: NonNullable<CellValue>, cell: Cell | undefined): string => {
  if (typeof value === 'string') return textCell(at, value, styles.text);
  if (typeof value === 'boolean')
    return `<c r="${at}" s="${styles.plain}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'number') return numberCell(at, value, isMarked(cell) && cell.percent);
  const serial = serialOfDate(value);
  // Excel knows no day before 1900: it is written as text.
  return serial === null
    ? textCell(at, value.toString(), styles.text)
    : `<c r="${at}" s="${styles.date}"><v>${serial}</v></c>`;
};

const numberCell = (at: string, value: number, percent: boolean | undefined): string => {
  if (!Number.isFinite(value)) throw new RangeError(`${at} holds ${value}, which is no number.`);
  return `<c r="${at}" s="${percent ? styles.percent : styles.plain}"><v>${value}</v></c>`;
};

const textCell = (at: string, text: string, style: number): string => {
  if (text.length > longestText)
    throw new RangeError(`${at} holds ${text.length} letters; a cell takes ${longestText}.`);
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`;
};

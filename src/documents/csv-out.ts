// Writes a sheet as .csv: UTF-8 with a byte order mark and CRLF, which Excel reads as it is (RFC 4180).
import { type Cell, valueOfCell } from '../rules/workbook.ts';
import type { SheetToWrite } from '../use-cases/ports.ts';
import { makeHarmless } from './harmless-text.ts';

export const csvOf = ({ headings, rows }: SheetToWrite): Uint8Array => {
  const lines = [`\ufeff${lineOf(headings)}`];
  for (const row of rows) lines.push(lineOf(row));
  return new TextEncoder().encode(`${lines.join('\r\n')}\r\n`);
};

const lineOf = (cells: readonly Cell[]): string => {
  const line = cells.map(fieldOf).join(',');
  // A line with nothing on it would be no row at all.
  return line === '' ? '""' : line;
};

/** A number is written as it is: only a text can pass for a formula. */
const fieldOf = (cell: Cell): string => {
  const value = valueOfCell(cell);
  if (value === null) return '';
  const text = typeof value === 'string' ? makeHarmless(value) : String(value);
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

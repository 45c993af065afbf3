// A cell as text: what a person would read in it, without the characters nobody can see.
import type { Cell, CellValue } from '../workbook.ts';
import { isMarked, valueOfCell } from '../workbook.ts';

/** What one cell of a spreadsheet can hold. */
export const longestText = 32_767;

const anyControl = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFEFF\uFFFE\uFFFF]/;
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFEFF\uFFFE\uFFFF]/g;

/** Line ends are one kind; other control characters go, which `cleaned` says. */
export const cleanText = (text: string): { readonly text: string; readonly cleaned: boolean } => {
  if (!anyControl.test(text)) return { text, cleaned: false };
  const lines = text.replace(/\r\n?/g, '\n');
  const clean = lines.replace(controls, '');
  return { text: clean, cleaned: clean.length !== lines.length };
};

/** Trimmed text of any cell; '' where there is nothing to read. An error reads as its own words. */
export const textOfCell = (cell: Cell | undefined): string => {
  if (isMarked(cell) && cell.error !== undefined) return cell.error;
  const value = valueOfCell(cell);
  if (typeof value === 'number' && isMarked(cell) && cell.percent)
    return `${Number((value * 100).toPrecision(15))}%`;
  return cleanText(textOfValue(value)).text.trim();
};

/** A number is written out in full, a day as ISO text, yes and no in words. */
export const textOfValue = (value: CellValue): string => {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
};

export const isBlankCell = (cell: Cell | undefined): boolean =>
  cell === undefined || cell === null || textOfCell(cell) === '';

/** At most this much of a cell is repeated in a sentence. */
const quotable = 60;

export const quoted = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return `"${line.length > quotable ? `${line.slice(0, quotable - 1)}…` : line}"`;
};

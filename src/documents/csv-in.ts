// Reads a .csv as one sheet of texts: what a text means is decided where it is imported. The
// encoding and the separator are worked out from the file, since a .csv says neither.
import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import type { Cell } from '../rules/workbook.ts';
import { newAllowance } from './allowance.ts';
import { readHarmless } from './harmless-text.ts';
import { damaged, notASpreadsheet } from './limits.ts';
import type { Reading } from './xlsx-in.ts';

/** One record longer than this many letters is a quotation mark that was never closed. */
const longestRecord = 8_000_000;

/** Throws a Refusal. The sheet takes the file's name. */
export const readCsv = (
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  { limits, progress, sheet }: Reading,
): void => {
  const { text, separator } = withSeparator(decode(bytes));
  const allowance = newAllowance(limits);
  const rows: Cell[][] = [];
  const take = (fields: readonly string[], { bytes: read }: { readonly bytes: number }): null => {
    allowance.blank(1);
    const row: Cell[] = fields.map((field) => (field === '' ? null : readHarmless(field)));
    while (row.length > 0 && row.at(-1) === null) row.pop();
    for (const cell of row) {
      if (cell === null) allowance.blank(1);
      else allowance.cell();
    }
    rows.push(row);
    progress(Math.min(1, read / bytes.length));
    return null;
  };
  parseAll(text, separator, take);
  while (rows.at(-1)?.length === 0) rows.pop();
  sheet({ name: sheetName(name), hidden: false, rows, hiddenRows: new Set(), merges: [] });
};

type Take = (fields: readonly string[], at: { readonly bytes: number }) => null;

const parseAll = (text: string, separator: string, take: Take): void => {
  try {
    parse(text, {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: longestRecord,
      on_record: take,
    });
  } catch (error) {
    if (error instanceof CsvError) throw damaged('a quotation mark in it is never closed');
    throw error;
  }
};

const decode = (bytes: Uint8Array): string => {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (text.includes('\0'))
    throw notASpreadsheet('The file is not a .csv: it holds something other than text.');
  return text;
};

/** By its byte order mark; then UTF-8 if it is that throughout; else what Excel writes in Britain. */
const encodingOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
};

const separators = [',', ';', '\t'] as const;

/** Excel's own first line 'sep=;' settles it; else the one most found in the first lines. */
const withSeparator = (text: string): { readonly text: string; readonly separator: string } => {
  const [line, said] = /^"?sep=([,;\t])"?(?:\r\n|\n|\r)/i.exec(text) ?? [];
  if (line !== undefined && said !== undefined)
    return { text: text.slice(line.length), separator: said };
  const unquoted = text.slice(0, 20_000).replace(/"[^"]*("|$)/g, '');
  const lines = unquoted.split(/\r\n|\n|\r/).filter((each) => each !== '');
  const first = lines.slice(0, 20).join('\n');
  const counts = separators.map((each) => first.split(each).length);
  const most = counts.indexOf(Math.max(...counts));
  return { text, separator: separators[most] ?? ',' };
};

const sheetName = (name: string): string => name.replace(/^.*[\\/]/, '').replace(/\.csv$/i, '');

// Reads a .csv as one sheet of texts: what a text means is decided where it is imported. The
// encoding and the separator are worked out from the file, since a .csv says neither.
import { isUtf8 } from 'node:buffer';
import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import type { Cell } from '../rules/workbook.ts';
import { newAllowance } from './allowance.ts';
import { readHarmless } from './harmless-text.ts';
import { damaged, type Limits, notASpreadsheet, tooFarApart } from './limits.ts';
import type { Reading } from './xlsx-in.ts';

/** One record longer than this many letters is a quotation mark that was never closed. */
const longestRecord = 8_000_000;

/** Throws a Refusal. The sheet takes the file's name. */
export const readCsv = (
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  { limits, progress, sheet }: Reading,
): void => {
  const text = inUtf8(bytes);
  const { from, separator } = separatorIn(text);
  refuseManyColumns(text, separator, limits);
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
    rows.push(row.length === 0 ? none : row);
    progress(Math.min(1, read / bytes.length));
    return null;
  };
  parseAll(text.subarray(from), separator, take);
  while (rows.at(-1)?.length === 0) rows.pop();
  sheet({ name: sheetName(name), hidden: false, rows, hiddenRows: new Set(), merges: [] });
};

/** One for all blank lines: there may be millions. */
const none: Cell[] = [];

type Take = (fields: readonly string[], at: { readonly bytes: number }) => null;

const parseAll = (text: Buffer, separator: string, take: Take): void => {
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

/** The file's own bytes where they are UTF-8 already: a large one is not held in another form besides. */
const inUtf8 = (bytes: Uint8Array): Buffer => {
  const encoding = encodingOf(bytes);
  const text =
    encoding === 'utf-8'
      ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      : Buffer.from(new TextDecoder(encoding).decode(bytes));
  if (text.includes(0))
    throw notASpreadsheet('The file is not a .csv: it holds something other than text.');
  return beginsWithMark(text) ? text.subarray(3) : text;
};

const beginsWithMark = (text: Buffer): boolean =>
  text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf;

/** By its byte order mark; then UTF-8 if it is that throughout; else what Excel writes in Britain. */
const encodingOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
};

/** As .xlsx has it. */
const mostColumns = 16_384;

/** Before any of it is held as cells: separators within quotation marks are none. */
const refuseManyColumns = (text: Buffer, separator: string, limits: Limits): void => {
  const mark = separator.charCodeAt(0);
  let columns = 1;
  let quoted = false;
  for (const byte of text) {
    if (byte === 0x22) quoted = !quoted;
    else if (quoted) continue;
    else if (byte === 0x0a || byte === 0x0d) columns = 1;
    else if (byte === mark) columns += 1;
    if (columns > mostColumns) throw tooFarApart(limits);
  }
};

const separators = [',', ';', '\t'] as const;

/** Excel's own first line 'sep=;' settles it; else the one most found in the first lines. */
const separatorIn = (text: Buffer): { readonly from: number; readonly separator: string } => {
  const beginning = text.subarray(0, 20_000).toString('utf8');
  const [line, said] = /^"?sep=([,;\t])"?(?:\r\n|\n|\r)/i.exec(beginning) ?? [];
  if (line !== undefined && said !== undefined) return { from: line.length, separator: said };
  const unquoted = beginning.replace(/"[^"]*("|$)/g, '');
  const lines = unquoted.split(/\r\n|\n|\r/).filter((each) => each !== '');
  const first = lines.slice(0, 20).join('\n');
  const counts = separators.map((each) => first.split(each).length);
  const most = counts.indexOf(Math.max(...counts));
  return { from: 0, separator: separators[most] ?? ',' };
};

const sheetName = (name: string): string => name.replace(/^.*[\\/]/, '').replace(/\.csv$/i, '');

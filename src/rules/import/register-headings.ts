// Which register a sheet is a copy of, by its headings: the columns' own words, with a Key. A sheet
// without names, of rows that are there already, is known by its Keys.
import type { Columns } from '../../registers/register.ts';
import {
  type RegisterName,
  type Registers,
  registerNames,
  registers,
} from '../../registers/registers.ts';
import { fold, sameKey } from '../../registers/same-key.ts';
import { cellName, type Sheet } from '../workbook.ts';
import { textOfCell } from './cell-text.ts';
import { rowIn } from './draft.ts';
import type { ColumnSeen, ToImport } from './preview.ts';

export type RegisterSheet = {
  readonly register: RegisterName;
  /** From 0. */
  readonly headingRow: number;
  /** By the sheet's columns: a column of the register, 'key', or null where it is none. */
  readonly columns: readonly (string | null)[];
};

/** A title and a logo take less than this. */
const headingsWithin = 30;

const rowTexts = (sheet: Sheet, row: number): readonly string[] =>
  (sheet.rows[row] ?? []).map((cell) => textOfCell(cell));

const words = new Map<RegisterName, ReadonlyMap<string, string>>();

const wordsOf = (register: RegisterName): ReadonlyMap<string, string> => {
  const known = words.get(register);
  if (known) return known;
  const columns: Columns = registers[register].columns;
  const made = new Map(
    Object.entries(columns).map(([name, column]) => [plainWords(column.words), name]),
  );
  made.set('key', 'key');
  words.set(register, made);
  return made;
};

const plainWords = (text: string): string => fold(text).replace(/\s+/g, ' ').trim();

const columnsFor = (register: RegisterName, texts: readonly string[]) =>
  texts.map((text) => wordsOf(register).get(plainWords(text)) ?? null);

const found = (columns: readonly (string | null)[]): number =>
  columns.filter((name) => name !== null).length;

/** Null: it is no copy of a register, or not of one alone. */
export const registerSheetOf = (
  sheet: Sheet,
  asked: Pick<ToImport, 'file' | 'register'>,
  held: Registers,
): RegisterSheet | null => {
  const rows = Math.min(sheet.rows.length, headingsWithin);
  for (let row = 0; row < rows; row += 1) {
    const texts = rowTexts(sheet, row);
    const register =
      asked.register ??
      registerOf(texts, sheet, asked.file) ??
      registerByKeys(texts, { sheet, row, held });
    if (register === null) continue;
    const columns = columnsFor(register, texts);
    const names = ['title', 'key'].filter((name) => columns.includes(name));
    if (names.length > 1 || (names.length === 1 && found(columns) > 1))
      return { register, headingRow: row, columns };
  }
  return null;
};

const registerOf = (texts: readonly string[], sheet: Sheet, file: string): RegisterName | null => {
  if (!texts.some((text) => sameKey(text, 'Key'))) return null;
  const candidates = registerNames
    .map((register) => ({ register, columns: columnsFor(register, texts) }))
    .filter(({ columns }) => columns.includes('title'));
  const isNamed = (name: string) => (each: { readonly register: RegisterName }) =>
    sameKey(registers[each.register].list, name.trim());
  const named = candidates.find(isNamed(sheet.name));
  if (named) return named.register;
  const most = Math.max(0, ...candidates.map(({ columns }) => found(columns)));
  const best = candidates.filter(({ columns }) => found(columns) === most);
  const base = file.replace(/^.*[/\\]/, '').replace(/\.\w+$/, '');
  const byFile = best.find(isNamed(base));
  if (byFile) return byFile.register;
  // Key, a name, a plan and a code are in most registers: they tell none from another.
  return best.length === 1 && most > 4 ? (best[0]?.register ?? null) : null;
};

type At = { readonly sheet: Sheet; readonly row: number; readonly held: Registers };

/** Keys looked at: enough to tell one register from another. */
const keysWithin = 200;

/**
 * The register whose name the sheet has, or that holds most of its Keys. A performance sheet too may
 * name its measures by their Key: to be Measures, it has no other heading than that register's.
 */
const registerByKeys = (texts: readonly string[], { sheet, row, held }: At) => {
  const keyColumn = texts.findIndex((text) => sameKey(text, 'Key'));
  if (keyColumn < 0) return null;
  const keys = sheet.rows
    .slice(row + 1, row + 1 + keysWithin)
    .map((cells) => textOfCell(cells[keyColumn]))
    .filter((key) => key !== '');
  const filled = texts.filter((text) => text !== '').length;
  const candidates = registerNames.flatMap((register) => {
    const known = found(columnsFor(register, texts));
    if (known < 2) return [];
    const isWhole = known === filled;
    if (isWhole && sameKey(registers[register].list, sheet.name.trim()))
      return { register, holds: Number.POSITIVE_INFINITY };
    const holds = keys.filter((key) => rowIn(held, register, key)).length;
    const isOther = register === 'measures' && !isWhole;
    return holds > 0 ? { register: isOther ? null : register, holds } : [];
  });
  const [best, next] = candidates.toSorted((one, other) => other.holds - one.holds);
  return best && best.holds !== next?.holds ? best.register : null;
};

/** The headings as the preview lists them. */
export const columnsSeen = (
  sheet: Sheet,
  { register, headingRow, columns }: RegisterSheet,
): readonly ColumnSeen[] => {
  const declared: Columns = registers[register].columns;
  return rowTexts(sheet, headingRow).flatMap((heading, at) => {
    if (heading === '') return [];
    const name = columns[at] ?? null;
    const means = name === 'key' ? 'Key' : name && (declared[name]?.words ?? null);
    return [{ heading, at: cellName(0, at).slice(0, -1), means }];
  });
};

// `golden-thread export <register|all> --to <file.xlsx|file.csv|folder>`: writes registers to a file of
// the council's own. What leaves is decided in rules/export; where it is written, and that nothing is
// overwritten unasked, here.
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openSpreadsheets } from '../documents/spreadsheets.ts';
import { longestText } from '../documents/xlsx-out.ts';
import { type RegisterName, type Registers, registers } from '../registers/registers.ts';
import {
  type ExportSheet,
  exportedRows,
  sheetOf,
  type ToExport,
} from '../rules/export/export-sheet.ts';
import type { Ports } from '../use-cases/ports.ts';
import { type Asked, readExportArguments } from './export-arguments.ts';
import { Unable } from './unable.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type OpenCouncil = (env: Environment) => Promise<{
  readonly ports: Pick<Ports, 'replica'>;
  close(): Promise<void>;
}>;

/** Throws Unable, in one plain sentence, where the arguments or the file are at fault. */
export const exportRegisters = async (
  args: readonly string[],
  env: Environment,
  openCouncil: OpenCouncil,
): Promise<void> => {
  const asked = readExportArguments(args);
  refuseToOverwrite(asked);
  const council = await openCouncil(env);
  try {
    const held = council.ports.replica.registers();
    if (asked.plan !== undefined && !held.plans.get(asked.plan))
      throw new Unable(`There is no plan "${asked.plan}" in this council.`);
    const sheets = asked.names.map((name) => ({ name, sheet: sheetFrom(held, name, asked) }));
    await write(asked, sheets);
    say(summary(asked, sheets, held));
  } finally {
    await council.close();
  }
};

const sheetFrom = <N extends RegisterName>(held: Registers, name: N, asked: Asked): ExportSheet =>
  sheetOf(name, held[name].values(), asked);

type Named = { readonly name: RegisterName; readonly sheet: ExportSheet };

const targetsOf = ({ to, form, names }: Asked): readonly string[] =>
  form === 'folder' ? names.map((name) => csvIn(to, name)) : [to];

const csvIn = (folder: string, name: RegisterName): string =>
  path.join(folder, `${registers[name].list.replace(/[<>:"/\\|?*]/g, ' ')}.csv`);

const refuseToOverwrite = (asked: Asked): void => {
  const { to, form, force } = asked;
  if (form !== 'folder' && existsSync(to) && statSync(to).isDirectory())
    throw new Unable(`${to} is a folder: name a file in it.`);
  if (form === 'folder' && existsSync(to) && !statSync(to).isDirectory())
    throw new Unable(
      `${to} is a file, and a folder is needed: end a file's name with .xlsx or .csv.`,
    );
  const there = force ? undefined : targetsOf(asked).find((file) => existsSync(file));
  if (there !== undefined) throw isThere(there);
};

const write = async (asked: Asked, sheets: readonly Named[]): Promise<void> => {
  const { writeCsv, writeXlsx } = openSpreadsheets();
  if (asked.form === 'xlsx') {
    refuseLongTexts(sheets);
    await put(asked, asked.to, await writeXlsx(sheets.map(({ sheet }) => sheet)));
    return;
  }
  for (const { name, sheet } of sheets)
    await put(
      asked,
      asked.form === 'csv' ? asked.to : csvIn(asked.to, name),
      await writeCsv(sheet),
    );
};

const refuseLongTexts = (sheets: readonly Named[]): void => {
  for (const { sheet } of sheets) {
    for (const row of sheet.rows) {
      const at = row.findIndex((cell) => typeof cell === 'string' && cell.length > longestText);
      if (at >= 0)
        throw new Unable(
          `${sheet.headings[at]} of ${String(row[0])} in ${sheet.name} is longer than a cell of Excel takes (${longestText.toLocaleString('en-GB')} letters): export to .csv.`,
        );
    }
  }
};

/** Whole or not at all: a file cut short could pass for the register. */
const put = async ({ force }: Asked, file: string, bytes: Uint8Array): Promise<void> => {
  const half = force ? `${file}.part` : file;
  makeFolder(path.dirname(file));
  try {
    await writeFile(half, bytes, { flag: force ? 'w' : 'wx' });
    if (force) await rename(half, file);
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && !force) throw isThere(file);
    await rm(half, { force: true }).catch(() => {});
    throw cannotWrite(file, error);
  }
};

const makeFolder = (folder: string): void => {
  try {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
      mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw cannotWrite(folder, error);
  }
};

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? String(error);

const cannotWrite = (place: string, error: unknown): Unable =>
  new Unable(`${place} cannot be written (${codeOf(error)}): choose another place.`);

const isThere = (file: string): Unable =>
  new Unable(`${file} is there already: choose another name, or say --force to replace it.`);

const summary = (asked: Asked, sheets: readonly Named[], held: Registers): string => {
  const what = asked.names.length === 1 ? sheets[0]?.sheet.name : `${asked.names.length} registers`;
  const rows = total(asked.names.map((name) => countOf(held, name, asked)));
  const exempt =
    asked.access === undefined
      ? total(asked.names.map((name) => countOf(held, name, { ...asked, access: 'with exempt' }))) -
        rows
      : 0;
  const left = exempt > 0 ? ` Left out, as exempt: ${rowsOf(exempt)}; --exempt puts them in.` : '';
  return `Exported ${what}, ${rowsOf(rows)}, to ${asked.to}.${left}`;
};

const countOf = <N extends RegisterName>(held: Registers, name: N, wanted: ToExport): number =>
  exportedRows(name, held[name].values(), wanted).length;

const total = (counts: readonly number[]): number => counts.reduce((sum, each) => sum + each, 0);

const rowsOf = (count: number): string =>
  count === 1 ? '1 row' : `${count.toLocaleString('en-GB')} rows`;

const say = (words: string): void => {
  process.stdout.write(`${words}\n`);
};

// `golden-thread export <register|all> --to <file.xlsx|file.csv|file.jsonl|folder>`: writes registers to a file of
// the council's own. What leaves is decided in rules/export; where it is written, and that nothing is
// overwritten unasked, here.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { openSpreadsheets } from '../documents/spreadsheets.ts';
import { longestText } from '../documents/xlsx-out.ts';
import { type RegisterName, type Registers, registers } from '../registers/registers.ts';
import {
  type ExportSheet,
  exportedRows,
  rowsHeldBack,
  sheetName,
  sheetOf,
} from '../rules/export/export-sheet.ts';
import type { Environment } from '../settings/environment.ts';
import type { Ports } from '../use-cases/ports.ts';
import { backupOf } from '../use-cases/restore.ts';
import { type Asked, readExportArguments } from './export-arguments.ts';
import { print as say } from './say.ts';
import { Unable } from './unable.ts';
import { isThere, writeWhole } from './whole-file.ts';

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
    if (asked.form === 'jsonl') await backUp(asked, held);
    else await write(asked, sheetsFrom(held, asked));
    say(summary(asked, held));
  } finally {
    await council.close();
  }
};

const sheetsFrom = (held: Registers, asked: Asked): readonly Named[] =>
  asked.names.map((name) => ({ name, sheet: sheetFrom(held, name, asked) }));

/** The rows a sheet would have, as they are and not as they read. */
const backUp = async (asked: Asked, held: Registers): Promise<void> => {
  const rows = asked.names.flatMap((register) =>
    exportedRows(register, held[register].values(), { ...asked, held }).map((row) => ({
      register,
      row,
    })),
  );
  const { text } = await backupOf(rows);
  await writeWhole(asked.to, Buffer.from(text), { replaces: asked.force });
};

const sheetFrom = <N extends RegisterName>(held: Registers, name: N, asked: Asked): ExportSheet =>
  sheetOf(name, held[name].values(), { ...asked, held });

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
    await writeWhole(asked.to, await writeXlsx(sheets.map(({ sheet }) => sheet)), {
      replaces: asked.force,
    });
    return;
  }
  for (const { name, sheet } of sheets)
    await writeWhole(
      asked.form === 'csv' ? asked.to : csvIn(asked.to, name),
      await writeCsv(sheet),
      { replaces: asked.force },
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

const summary = (asked: Asked, held: Registers): string => {
  const [only = 'plans'] = asked.names;
  const what =
    asked.names.length === 1 ? sheetName(registers[only].list) : `${asked.names.length} registers`;
  const rows = total(asked.names.map((name) => countOf(held, name, asked)));
  return `Exported ${what}, ${rowsOf(rows)}, to ${asked.to}.${leftOut(asked, held)}`;
};

/** Where nothing was said of exempt rows; public rows alone are what they say they are. */
const leftOut = (asked: Asked, held: Registers): string => {
  if (asked.access !== undefined) return '';
  const why = asked.names.flatMap((name) => whyHeldBack(held, name, asked));
  const exempt = why.filter((each) => each === 'exempt').length;
  const unknown = why.length - exempt;
  const said = [
    ...(exempt > 0 ? [`as exempt: ${rowsOf(exempt)}`] : []),
    ...(unknown > 0 ? [`since nobody can say whether they are exempt: ${rowsOf(unknown)}`] : []),
  ];
  return why.length > 0 ? ` Left out, ${said.join(', and ')}; --exempt puts them in.` : '';
};

const countOf = <N extends RegisterName>(held: Registers, name: N, asked: Asked): number =>
  exportedRows(name, held[name].values(), { ...asked, held }).length;

const whyHeldBack = <N extends RegisterName>(held: Registers, name: N, asked: Asked) =>
  rowsHeldBack(name, held[name].values(), { ...asked, held });

const total = (counts: readonly number[]): number => counts.reduce((sum, each) => sum + each, 0);

const rowsOf = (count: number): string =>
  count === 1 ? '1 row' : `${count.toLocaleString('en-GB')} rows`;

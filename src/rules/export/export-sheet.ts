// A register as a sheet to be written: its Key, then every column under the words people know it by.
// Who may see the file is decided by whoever runs the command; a row held exempt goes only if asked.
import type { Columns } from '../../registers/register.ts';
import {
  type RegisterName,
  type Registers,
  type Row,
  registerNames,
  registers,
} from '../../registers/registers.ts';
import { sameKey } from '../../registers/same-key.ts';
import type { Cell } from '../workbook.ts';
import { cellOf } from './cell-of-column.ts';
import { type HeldBack, heldBackIn } from './held-back.ts';

export const keyHeading = 'Key';

export type ExportSheet = {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: Iterable<readonly Cell[]>;
};

export type Which = {
  /** 'public': rows marked public and no others. Unless said, all but the exempt. */
  readonly access?: 'public' | 'with exempt';
  /** Rows of this plan only. */
  readonly plan?: string;
};

/** What a row hangs on is looked for in what is held, unless exempt rows go too. */
export type ToExport =
  | (Which & { readonly held: Registers })
  | (Which & { readonly access: 'with exempt' });

/** Throws for a register kept apart: personal objectives leave by no export. */
export const sheetOf = <N extends RegisterName>(
  name: N,
  rows: Iterable<Row<N>>,
  wanted: ToExport,
): ExportSheet => {
  if (!mayBeExported(name)) throw new RangeError(`${registers[name].list} is never exported.`);
  const columns = Object.entries(registers[name].columns as Columns);
  return {
    name: sheetName(registers[name].list),
    headings: [keyHeading, ...columns.map(([, { words }]) => words)],
    rows: Array.from(exportedRows(name, rows, wanted), (row) => [
      row.key,
      ...columns.map(([column, declared]) => cellOf(declared, (row as Held)[column])),
    ]),
  };
};

type Held = Readonly<Record<string, unknown>>;

/** The rows that go; a row with nothing under access is internal. */
export const exportedRows = <N extends RegisterName>(
  name: N,
  rows: Iterable<Row<N>>,
  wanted: ToExport,
): readonly Row<N>[] => {
  const heldBack = heldBackBy(wanted);
  return ofPlan(name, rows, wanted).filter((row) => {
    if (wanted.access === 'public' && row.access !== 'public') return false;
    return heldBack({ register: name, row: row as Row<RegisterName> }) === null;
  });
};

/** Why each row stays that does, of those that would go with the exempt. */
export const rowsHeldBack = <N extends RegisterName>(
  name: N,
  rows: Iterable<Row<N>>,
  wanted: ToExport,
): readonly HeldBack[] => {
  const heldBack = heldBackBy(wanted);
  return ofPlan(name, rows, wanted).flatMap(
    (row) => heldBack({ register: name, row: row as Row<RegisterName> }) ?? [],
  );
};

const heldBackBy = (wanted: ToExport): ReturnType<typeof heldBackIn> =>
  wanted.access === 'with exempt' ? () => null : heldBackIn(wanted.held);

const ofPlan = <N extends RegisterName>(
  name: N,
  rows: Iterable<Row<N>>,
  { plan }: Which,
): readonly Row<N>[] => [...rows].filter((row) => plan === undefined || isOfPlan(name, row, plan));

/** A plan's own row is of the plan, and so is every section of it. */
const isOfPlan = (name: RegisterName, row: Held & { key: string }, plan: string): boolean =>
  sameKey((row['plan'] ?? null) as string | null, plan) ||
  (name === 'plans' && sameKey(row.key, plan));

export const mayBeExported = (name: RegisterName): boolean => !('apart' in registers[name]);

export const exportable: readonly RegisterName[] = registerNames.filter(mayBeExported);

/** Whether its rows say which plan they belong to. */
export const isKeptByPlan = (name: RegisterName): boolean => 'plan' in registers[name].columns;

/** A name Excel takes for a sheet: at most 31 letters, without []:*?/\ and no apostrophe at an end. */
export const sheetName = (name: string): string =>
  name
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .replace(/^['\s]+|['\s]+$/g, '') || 'Sheet';

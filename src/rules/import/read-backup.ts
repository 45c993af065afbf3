// Reads what a backup holds, line by line, and says what restoring it would do. That the file is whole is
// checked by use-cases/restore.ts, which takes it in.
import type { Column, Columns, Plain } from '../../registers/register.ts';
import {
  type Change,
  registers as declared,
  type RegisterName,
  type Registers,
} from '../../registers/registers.ts';
import { fold } from '../../registers/same-key.ts';
import { type BackedUp, backedUp, isBlank } from '../export/backup.ts';

export type ToRestore = {
  /** Rows that are not in their list. */
  readonly begun: readonly Change[];
  /** Rows that are there and say something else; what the backup says of each. */
  readonly differing: readonly Change[];
  readonly same: number;
};

/** A line of a backup; in a sentence why it is none. */
export const readBackedUp = (line: string): BackedUp | { readonly refused: string } => {
  const read = parsed(line);
  if (read === null) return { refused: 'it is not a row of a backup.' };
  const { register, key, set } = read;
  if (!Object.hasOwn(declared, register))
    return { refused: `there is no register "${register.slice(0, 40)}" in this version.` };
  const columns: Columns = declared[register as RegisterName].columns;
  for (const [name, value] of Object.entries(set)) {
    const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
    const { list } = declared[register as RegisterName];
    if (column === undefined)
      return { refused: `${list} has no column "${name.slice(0, 40)}" in this version.` };
    if (!fits(column, value))
      return { refused: `${column.words} of ${list} cannot hold what it says.` };
  }
  return { register: register as RegisterName, key, set };
};

type Parsed = { register: string; key: string; set: Record<string, Plain> };

const parsed = (line: string): Parsed | null => {
  try {
    const { register, key, set } = JSON.parse(line) as Record<string, unknown>;
    const isRow =
      typeof register === 'string' &&
      typeof key === 'string' &&
      key !== '' &&
      key.length <= 255 &&
      typeof set === 'object' &&
      set !== null &&
      !Array.isArray(set);
    return isRow ? { register, key, set: set as Record<string, Plain> } : null;
  } catch {
    return null;
  }
};

const longestText = 63_999;
const longestLine = 255;

const fits = (column: Column, value: unknown): boolean => {
  const isText = (most: number) => typeof value === 'string' && value.length <= most;
  switch (column.kind) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'yesNo':
      return value === true;
    case 'keys':
    case 'lines':
      return Array.isArray(value) && value.every((each) => typeof each === 'string');
    case 'longText':
      return isText(longestText);
    case 'date':
      return isText(longestLine) && isRead(() => Temporal.PlainDate.from(value as string));
    case 'instant':
      return isText(longestLine) && isRead(() => Temporal.Instant.from(value as string));
    case 'choice':
      return isText(longestLine) && column.choices?.includes(value as string) === true;
    case 'title':
    case 'text':
      return isText(longestLine);
  }
};

const isRead = (read: () => unknown): boolean => {
  try {
    read();
    return true;
  } catch {
    return false;
  }
};

/** Rows that a backup does not hold are left alone. */
export const toRestore = (registers: Registers, rows: readonly BackedUp[]): ToRestore => {
  const begun: Change[] = [];
  const differing: Change[] = [];
  let same = 0;
  for (const row of rows) {
    const held = registers[row.register].get(row.key);
    if (held === undefined) begun.push(row);
    else {
      const set = difference(row, backedUp(row.register, held as never));
      if (Object.keys(set).length === 0) same += 1;
      else differing.push({ register: row.register, key: held.key, set });
    }
  }
  return { begun, differing, same };
};

/** What the backup says otherwise; a column it leaves out is made blank. */
const difference = (row: BackedUp, held: BackedUp): Record<string, Plain> => {
  const columns: Columns = declared[row.register].columns;
  const set: Record<string, Plain> = {};
  for (const [name, column] of Object.entries(columns)) {
    const [to = null, from = null] = [row.set[name], held.set[name]];
    if (isBlank(to) && isBlank(from)) continue;
    if (JSON.stringify(to) !== JSON.stringify(from)) set[name] = isBlank(to) ? empty(column) : to;
  }
  return set;
};

const empty = ({ kind }: Column): Plain => {
  if (kind === 'keys' || kind === 'lines') return [];
  return kind === 'yesNo' ? false : null;
};

/** A key that stands twice in one backup: it is not one that this product made. */
export const keyTwice = (rows: readonly BackedUp[]): BackedUp | null => {
  const seen = new Set<string>();
  for (const row of rows) {
    const name = `${row.register} ${fold(row.key)}`;
    if (seen.has(name)) return row;
    seen.add(name);
  }
  return null;
};

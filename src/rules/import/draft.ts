// A row as a file would have it, before it is held against everything else the file says.
import { type Column, type Columns, type Plain, toPlain } from '../../registers/register.ts';
import { type RegisterName, type Registers, registers } from '../../registers/registers.ts';
import { dateWords } from '../date-words.ts';
import type { Doubts, Place } from './doubts.ts';
import type { ToImport } from './preview.ts';

export type Draft = {
  readonly register: RegisterName;
  readonly key: string;
  /** Of a row that is there: only what differs. */
  readonly set: { readonly [column: string]: Plain };
  /** Where the row stands, at its Key or name. */
  readonly place: Place;
  /** The sheet's column, from 0, that a column of the register was read from. */
  readonly from: Readonly<Record<string, number>>;
};

/** What every reader of a sheet is given. */
export type Reading = {
  readonly registers: Registers;
  readonly asked: ToImport;
  readonly doubts: Doubts;
};

export type AnyRow = { readonly key: string } & { readonly [column: string]: unknown };

export const rowIn = (all: Registers, register: RegisterName, key: string): AnyRow | undefined =>
  all[register].get(key) as unknown as AnyRow | undefined;

export const columnsOf = (register: RegisterName): Columns => registers[register].columns;

/** Where a column of a draft was read; the row's own place where no one cell says it. */
export const placeOf = ({ place, from }: Draft, column: string): Place => ({
  ...place,
  column: from[column] ?? place.column,
});

export const isBlankPlain = (value: Plain | undefined): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.every((line: string) => line.trim() === ''));

/** Whether a register holds this already: line ends and outer spaces are how it was typed. */
export const holdsAlready = (held: unknown, value: Plain): boolean => {
  const one = toPlain(held);
  if (isBlankPlain(one) || isBlankPlain(value)) return isBlankPlain(one) && isBlankPlain(value);
  if (Array.isArray(one) && typeof value === 'string') return one.join('\n') === value;
  return one === value || JSON.stringify(asTyped(one)) === JSON.stringify(asTyped(value));
};

const asTyped = (value: Plain): Plain => {
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').trim();
  return Array.isArray(value) ? value.map((line: string) => line.trim()) : value;
};

/** A value as the preview shows it: '–' is blank, never nought. */
export const shown = (column: Column | undefined, value: Plain | undefined): string => {
  if (isBlankPlain(value)) return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (column?.kind === 'date') return dateWords(Temporal.PlainDate.from(value as string));
  return Array.isArray(value) ? value.join('\n') : String(value);
};

// The sample council as rules read registers: rows by key and by an indexed column.
import {
  type RegisterName,
  type Registers,
  type Row,
  registerNames,
} from '../../src/registers/registers.ts';
import type { SampleCouncil } from '../../src/samples/sample-council.ts';

type AnyRow = Row<RegisterName>;

export const rowsOf = <N extends RegisterName>(
  council: SampleCouncil,
  name: N,
): readonly Row<N>[] => (council.rows[name] ?? []) as readonly Row<N>[];

const table = (rows: readonly AnyRow[]) => {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return {
    size: rows.length,
    get: (key: string) => byKey.get(key),
    values: () => rows,
    where: (column: string, value: string) =>
      rows.filter((row) => (row as { readonly [name: string]: unknown })[column] === value),
  };
};

export const registersOf = (council: SampleCouncil): Registers =>
  Object.fromEntries(
    registerNames.map((name) => [name, table(rowsOf(council, name))]),
  ) as unknown as Registers;

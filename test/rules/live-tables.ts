// Registers as the replica holds them, whose rows change while what was read of them is remembered.
import {
  type RegisterName,
  type Registers,
  type Row,
  registerNames,
} from '../../src/registers/registers.ts';
import { fold } from '../../src/registers/same-key.ts';
import { openTable, type RowTable } from '../../src/sharepoint/replica/table.ts';
import { type Rows, registersOf } from './table-of.ts';

export type LiveTables = {
  readonly registers: Registers;
  /** The row as it is from now on. */
  put<N extends RegisterName>(name: N, row: Row<N>): void;
  drop(name: RegisterName, key: string): void;
};

export const liveTables = (rows: Rows): LiveTables => {
  const given = registersOf(rows);
  const tables = Object.fromEntries(
    registerNames.map((name) => [name, openTable(name)]),
  ) as Readonly<Record<RegisterName, RowTable>>;
  for (const name of registerNames)
    for (const row of given[name].values()) tables[name].put(fold(row.key), row);
  return {
    registers: tables as unknown as Registers,
    put: (name, row) => tables[name].put(fold(row.key), row as Row<RegisterName>),
    drop: (name, key) => tables[name].drop(fold(key)),
  };
};

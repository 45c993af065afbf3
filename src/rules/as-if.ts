// The registers as they would be once some changes were made: what is shown before anything is done is
// worked out by the rules that will do it, over these.
import { blank, type Columns, fromPlain } from '../registers/register.ts';
import {
  type Change,
  registers as declared,
  type RegisterName,
  type Registers,
  type Row,
  type Table,
} from '../registers/registers.ts';
import { fold, sameKey } from '../registers/same-key.ts';

/** Nothing is written; the registers given stay as they are. Later changes lie over earlier ones. */
export const asIf = (registers: Registers, changes: readonly Change[]): Registers => ({
  ...registers,
  ...Object.fromEntries(
    [...Map.groupBy(changes, ({ register }) => register)].map(([name, some]) => [
      name,
      tableAsIf(registers[name], name, some),
    ]),
  ),
});

type AnyRow = Row<RegisterName> & { readonly [column: string]: unknown };
type AnyTable = {
  get(key: string): unknown;
  values(): Iterable<unknown>;
  where(column: string, value: string): readonly unknown[];
};

const tableAsIf = (
  held: Registers[RegisterName],
  name: RegisterName,
  changes: readonly Change[],
): Table<RegisterName> => {
  const table = held as unknown as AnyTable;
  const changed = new Map<string, AnyRow>();
  for (const each of changes) {
    const key = fold(each.key);
    const before = changed.get(key) ?? (table.get(each.key) as AnyRow | undefined);
    changed.set(key, { ...(before ?? begun(name, each.key)), ...typed(name, each) } as AnyRow);
  }
  const isChanged = (row: unknown) => changed.has(fold((row as AnyRow).key));
  const rows = () => [...[...table.values()].filter((row) => !isChanged(row)), ...changed.values()];
  return {
    get size() {
      return rows().length;
    },
    get: (key: string) => changed.get(fold(key)) ?? table.get(key),
    values: rows,
    where: (column: string, value: string) => [
      ...table.where(column, value).filter((row) => !isChanged(row)),
      ...[...changed.values()].filter((row) => sameKey(row[column] as string | null, value)),
    ],
  } as unknown as Table<RegisterName>;
};

const columnsOf = (name: RegisterName): Columns => declared[name].columns;

const begun = (name: RegisterName, key: string): object => ({
  ...Object.fromEntries(
    Object.entries(columnsOf(name)).map(([column, declaration]) => [column, blank(declaration)]),
  ),
  key,
});

const typed = (name: RegisterName, { set }: Change): object =>
  Object.fromEntries(
    Object.entries(set).flatMap(([column, value]) => {
      const declaration = columnsOf(name)[column];
      return declaration ? [[column, fromPlain(declaration, value)]] : [];
    }),
  );

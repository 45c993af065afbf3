// One register as readers see it: rows by key, and by each indexed column, compared without case.
// What goes into it, and when, is decided in layers.ts.
import { type RegisterName, type Row, registers, type Table } from '../../registers/registers.ts';
import { fold } from '../../registers/same-key.ts';

type AnyRow = Row<RegisterName>;

export type RowTable = Omit<Table<RegisterName>, 'where'> & {
  where(column: string, value: string): readonly AnyRow[];
  put(folded: string, row: AnyRow): void;
  drop(folded: string): void;
};

export const openTable = (name: RegisterName): RowTable => {
  const rows = new Map<string, AnyRow>();
  const indexes = Object.entries(registers[name].columns)
    .filter(([, column]) => (column as { indexed?: true }).indexed)
    .map(([property]) => openIndex(property));

  return {
    get size() {
      return rows.size;
    },
    get: (key) => rows.get(key) ?? rows.get(fold(key)),
    values: () => rows.values(),
    where: (column, value) => indexes.find(({ property }) => property === column)?.at(value) ?? [],
    put: (folded, row) => {
      const before = rows.get(folded);
      if (before === row) return;
      rows.set(folded, row);
      for (const index of indexes) index.move(folded, before, row);
    },
    drop: (folded) => {
      const before = rows.get(folded);
      if (!before) return;
      rows.delete(folded);
      for (const index of indexes) index.move(folded, before, undefined);
    },
  };
};

const openIndex = (property: string) => {
  const places = new Map<string, Map<string, AnyRow>>();
  const placeOf = (row: AnyRow | undefined): string | null => {
    const value = (row as unknown as Record<string, unknown> | undefined)?.[property];
    return typeof value === 'string' ? fold(value) : null;
  };
  const leave = (place: string, folded: string): void => {
    const held = places.get(place);
    held?.delete(folded);
    if (held?.size === 0) places.delete(place);
  };
  return {
    property,
    at: (value: string): readonly AnyRow[] => [...(places.get(fold(value))?.values() ?? [])],
    move: (folded: string, before: AnyRow | undefined, after: AnyRow | undefined): void => {
      const from = placeOf(before);
      const to = placeOf(after);
      if (from !== null && from !== to) leave(from, folded);
      if (to === null || !after) return;
      const held = places.get(to) ?? new Map<string, AnyRow>();
      places.set(to, held.set(folded, after));
    },
  };
};

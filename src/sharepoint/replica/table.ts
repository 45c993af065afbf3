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
  const byColumn = new Map(indexes.map((index) => [index.property, index] as const));

  const refold = foldAgain();

  return {
    get size() {
      return rows.size;
    },
    get: (key) => rows.get(key) ?? rows.get(refold(key)),
    values: () => rows.values(),
    where: (column, value) => byColumn.get(column)?.at(value) ?? [],
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

/** One row after another asks for the same cycle, the same plan: the last key's folded form is kept. */
const foldAgain = (): ((key: string) => string) => {
  let asked = '';
  let folded = '';
  return (key) => {
    if (key === asked) return folded;
    asked = key;
    folded = fold(key);
    return folded;
  };
};

/** The rows of one place of an index, and as they were last asked for: nothing has moved there since. */
type Place = { readonly held: Map<string, AnyRow>; asked: readonly AnyRow[] | null };

/** How many ways of writing a place are remembered. */
const mostWritten = 50_000;

const none: readonly AnyRow[] = [];

const openIndex = (property: string) => {
  const places = new Map<string, Place>();
  /** By how they were asked for: the same few are, over and over. Null: there is none, until one is begun. */
  const written = new Map<string, Place | null>();
  const placeAs = (value: string): Place | null => {
    const place = places.get(fold(value)) ?? null;
    if (written.size >= mostWritten) written.clear();
    written.set(value, place);
    return place;
  };
  const placeOf = (row: AnyRow | undefined): string | null => {
    const value = (row as unknown as Record<string, unknown> | undefined)?.[property];
    return typeof value === 'string' ? fold(value) : null;
  };
  const begun = (name: string): Place => {
    const place: Place = { held: new Map(), asked: null };
    places.set(name, place);
    written.clear();
    return place;
  };
  const leave = (place: string, folded: string): void => {
    const left = places.get(place);
    if (left === undefined) return;
    left.held.delete(folded);
    left.asked = null;
    if (left.held.size === 0) places.delete(place);
  };
  return {
    property,
    at: (value: string): readonly AnyRow[] => {
      const known = written.get(value);
      const place = known === undefined ? placeAs(value) : known;
      if (place === null) return none;
      place.asked ??= [...place.held.values()];
      return place.asked;
    },
    move: (folded: string, before: AnyRow | undefined, after: AnyRow | undefined): void => {
      const from = placeOf(before);
      const to = placeOf(after);
      if (from !== null && from !== to) leave(from, folded);
      if (to === null || !after) return;
      const place = places.get(to) ?? begun(to);
      place.held.set(folded, after);
      place.asked = null;
    },
  };
};

// What a list must come to, whatever happened on the way: for each row whether it must be there, and for
// each column the values it may hold. More than one only where two hands met within two seconds, or
// where a row was deleted and comes again with what the app still knew of it.
import type { ColumnName } from './chaos-plan.ts';

/** As the list holds it; null is blank. */
export type Cell = string | number | null;

type Said = { readonly value: Cell; readonly at: number };

type ModelRow = {
  there: 'yes' | 'no' | 'either';
  readonly may: Map<ColumnName, Set<Cell>>;
  /** Everything a column ever held, and blank. */
  readonly ever: Map<ColumnName, Set<Cell>>;
  /** What each set last in a column, and when. */
  readonly byApp: Map<ColumnName, Said>;
  readonly byHand: Map<ColumnName, Said>;
  /** What the app was told and a later edit by hand kept out of the list. */
  readonly left: Map<ColumnName, Cell>;
};

export type LeftOut = { readonly row: number; readonly column: ColumnName; readonly ours: Cell };

export type Model = {
  /** The app accepted it. */
  answered(row: number, set: Readonly<Partial<Record<ColumnName, Cell>>>, at: number): void;
  /** Somebody set it in the list. `waiting`: columns of the row the app has yet to write. */
  edited(
    row: number,
    edit: { column: ColumnName; value: Cell; at: number; waiting: Waiting },
  ): void;
  deleted(row: number, waiting: Waiting): void;
  /** Somebody made the row in the list, which had none. */
  added(row: number, column: ColumnName, value: Cell): void;
  /** What is wrong with a list that holds these rows, in sentences. */
  differences(rows: ReadonlyMap<number, Readonly<Record<string, unknown>>>): readonly string[];
  /** Answers that were surely not written, of which the Journal has to tell. */
  leftOut(): readonly LeftOut[];
};

/** `unsure`: it is being written at this moment. */
export type Waiting = { readonly columns: ReadonlySet<string>; readonly unsure: boolean };

/** Milliseconds apart from which a list's whole seconds leave no doubt which edit was later. */
const surelyLater = 2_000;

/** `laterHandStands`: an edit by hand that is later than the answer stays in the columns both set. */
export const openModel = (policy: { readonly laterHandStands: boolean }): Model => {
  const rows = new Map<number, ModelRow>();
  const rowOf = (row: number): ModelRow => {
    const known = rows.get(row) ?? emptyRow();
    rows.set(row, known);
    return known;
  };
  const hold = (row: ModelRow, column: ColumnName, values: readonly Cell[]): void => {
    row.may.set(column, new Set(values));
    const ever = row.ever.get(column) ?? new Set<Cell>([null]);
    for (const value of values) ever.add(value);
    row.ever.set(column, ever);
  };
  /** A row that was deleted may come again with any of what it held, or without. */
  const loosen = (row: ModelRow, but: ReadonlySet<string>): void => {
    for (const [column, ever] of row.ever) if (!but.has(column)) row.may.set(column, new Set(ever));
  };
  return {
    answered: (number, set, at) => {
      const row = rowOf(number);
      row.there = 'yes';
      for (const [column, value] of Object.entries(set) as [ColumnName, Cell][]) {
        const theirs = row.byHand.get(column);
        const isClose = theirs && at - theirs.at < surelyLater && policy.laterHandStands;
        hold(row, column, isClose ? [value, theirs.value] : [value]);
        row.byApp.set(column, { value, at });
        row.left.delete(column);
      }
    },
    edited: (number, { column, value, at, waiting }) => {
      const row = rowOf(number);
      const mine = row.byApp.get(column);
      row.byHand.set(column, { value, at });
      if (!mine || !waiting.columns.has(column)) return hold(row, column, [value]);
      const isLater = at - mine.at >= surelyLater;
      const stands = isLater && policy.laterHandStands;
      hold(row, column, stands ? [value] : [mine.value, value]);
      if (stands && !waiting.unsure && mine.value !== value) row.left.set(column, mine.value);
      else row.left.delete(column);
    },
    deleted: (number, waiting) => {
      const row = rowOf(number);
      row.there = waiting.columns.size === 0 ? 'no' : waiting.unsure ? 'either' : 'yes';
      row.left.clear();
      loosen(row, waiting.unsure ? new Set() : waiting.columns);
    },
    added: (number, column, value) => {
      const row = rowOf(number);
      row.there = 'yes';
      hold(row, column, [value]);
    },
    leftOut: () =>
      [...rows].flatMap(([row, { left }]) =>
        [...left].map(([column, ours]) => ({ row, column, ours })),
      ),
    differences: (found) => [
      ...[...rows].flatMap(([number, row]) => wrongWith(number, row, found.get(number))),
      ...[...found.keys()]
        .filter((each) => !rows.has(each))
        .map((each) => `row ${each} is strange`),
    ],
  };
};

const emptyRow = (): ModelRow => ({
  there: 'no',
  may: new Map(),
  ever: new Map(),
  byApp: new Map(),
  byHand: new Map(),
  left: new Map(),
});

const wrongWith = (
  number: number,
  { there, may }: ModelRow,
  fields: Readonly<Record<string, unknown>> | undefined,
): readonly string[] => {
  if (fields === undefined) return there === 'yes' ? [`row ${number} is not in the list`] : [];
  if (there === 'no') return [`row ${number} was deleted, and is in the list`];
  return [...may].flatMap(([column, values]) => {
    const held = (fields[fieldOf(column)] ?? null) as Cell;
    if (values.has(held)) return [];
    return [`row ${number}, ${column}: ${held}, and it should be ${[...values].join(' or ')}`];
  });
};

export const fieldOf = (column: ColumnName): string =>
  column.charAt(0).toUpperCase() + column.slice(1);

const inNumbers: readonly ColumnName[] = ['value', 'numerator', 'denominator'];

/** The run's nth value, as the column holds it; now and then a cell is cleared. */
export const cellOf = (column: ColumnName, value: number): Cell => {
  if (value % 7 === 0) return null;
  return inNumbers.includes(column) ? value : `text ${value}`;
};

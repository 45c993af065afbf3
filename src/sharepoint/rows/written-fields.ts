// A change to a row becomes the fields of a list item here, and a changed row is put together.
// Reading fields is in rows.ts.
import {
  type Column,
  fromPlain,
  holdsMany,
  type Plain,
  toPlain,
} from '../../registers/register.ts';
import { type Change, type RegisterName, type Row, registers } from '../../registers/registers.ts';
import {
  blankRow,
  keyColumnName,
  longestLine,
  type PlacedColumn,
  placedColumns,
} from './columns.ts';

type AnyRow = Row<RegisterName>;

/** The columns of a change as an item's fields. Throws where a column is not declared or the value not its kind. */
export const fieldsOf = (
  name: RegisterName,
  set: Readonly<Record<string, Plain>>,
): Record<string, unknown> => {
  const columns = placedColumns(name);
  return Object.fromEntries(
    Object.entries(set).map(([property, value]) => {
      const placed = columns.find((each) => each.property === property);
      if (!placed) throw new TypeError(`${registers[name].list} has no column for '${property}'`);
      fromPlain(placed.column, value);
      return [placed.field, writeCell(placed, value)];
    }),
  );
};

const writeCell = ({ column }: PlacedColumn, value: Plain): unknown => {
  if (holdsMany(column)) return ((value ?? []) as readonly string[]).join('\n');
  if (column.kind === 'yesNo') return value === true;
  if (value === null || value === '') return null;
  if (column.kind === 'title') return cut(value as string);
  return value;
};

/** A title is for reading only, so one too long for its column is cut rather than refused. */
const cut = (title: string): string =>
  title.length <= longestLine ? title : `${title.slice(0, longestLine - 1)}…`;

/** All of a row as an item's fields, blanks left out, for a list that has no such item yet. */
export const newFields = (name: RegisterName, row: Row<RegisterName>): Record<string, unknown> => {
  const held = row as unknown as Record<string, unknown>;
  const set = placedColumns(name).map(({ property }) => [property, toPlain(held[property])]);
  const fields = Object.entries(fieldsOf(name, Object.fromEntries(set)));
  return {
    Title: cut(row.key),
    ...Object.fromEntries(fields.filter(([, value]) => value !== null && value !== '')),
    [keyColumnName]: row.key,
  };
};

/**
 * The row with a change over it; begun from blank where there is none yet. A value this version
 * cannot read, as one left by another, is passed over here and refused when it is written.
 */
export const withChange = (
  name: RegisterName,
  under: AnyRow | null,
  { key, set }: Pick<Change, 'key' | 'set'>,
): AnyRow => {
  const held = under as unknown as Record<string, unknown> | null;
  const row = blankRow(name);
  row['key'] = under?.key ?? key;
  for (const { property, column } of placedColumns(name)) {
    const before = held ? held[property] : row[property];
    row[property] = set[property] === undefined ? before : typed(column, set[property], before);
  }
  return row as unknown as AnyRow;
};

const typed = (column: Column, value: Plain, before: unknown): unknown => {
  try {
    return fromPlain(column, value);
  } catch {
    return before;
  }
};

/** Whether the row says already all that the change would set, as its list would hold it. */
export const says = (name: RegisterName, row: AnyRow, set: Change['set']): boolean => {
  if (!canBeHeld(name, set)) return false;
  const wanted = withChange(name, row, { key: row.key, set });
  const titles = placedColumns(name).filter(({ column }) => column.kind === 'title');
  const held = (from: AnyRow, property: string): string =>
    titles.some((each) => each.property === property)
      ? cut(textOf(from, property))
      : textOf(from, property).replaceAll('\r\n', '\n');
  return Object.keys(set).every((property) => held(row, property) === held(wanted, property));
};

const canBeHeld = (name: RegisterName, set: Change['set']): boolean => {
  try {
    return fieldsOf(name, set) !== null;
  } catch {
    return false;
  }
};

/** Whether two values of a column are one and the same to its list. */
export const sameCell = (
  name: RegisterName,
  property: string,
  { ours, theirs }: { readonly ours: Plain; readonly theirs: Plain },
): boolean => {
  const column = placedColumns(name).find((each) => each.property === property)?.column;
  const held = (value: Plain): string => {
    const plain = column ? toPlain(typed(column, value, value)) : value;
    const words = text(plain).replaceAll('\r\n', '\n');
    return column?.kind === 'title' ? cut(words) : words;
  };
  return held(ours) === held(theirs);
};

/** The columns a change replaces although they were changed since the row was last heard of. */
export const overwritten = (before: AnyRow, now: AnyRow, set: Change['set']): readonly string[] =>
  Object.entries(set)
    .filter(([property]) => textOf(before, property) !== textOf(now, property))
    .filter(([property, value]) => textOf(now, property) !== text(value))
    .map(([property]) => property);

const textOf = (row: AnyRow, property: string): string =>
  text(toPlain((row as unknown as Record<string, unknown>)[property]));

/** Blank, no and an empty list of keys are one and the same in a list. */
const text = (value: Plain | undefined): string =>
  value === false || value === null || value === undefined ? '' : String(value);

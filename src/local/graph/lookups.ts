// Columns that point at rows of another list: lookups, and people, who are rows of the user list.
// Kept as the row's number or several; written and read back under the name {column}LookupId.
import type { Column } from './column-definition.ts';
import { type FieldValue, keptValue } from './column-values.ts';
import { GraphFault, invalid } from './graph-fault.ts';
import type { InList } from './graph-request.ts';
import type { Fields, FieldsAsked } from './item-row.ts';
import type { List } from './list-shelf.ts';

const suffix = 'LookupId';
/** More in one query are left out, and nothing says so. */
const mostInOneQuery = 12;

export function isLookup({ kind }: Pick<Column, 'kind'>): boolean {
  return kind === 'lookup' || kind === 'personOrGroup';
}

export function holdsSeveral({ definition }: Pick<Column, 'definition'>): boolean {
  const { lookup, personOrGroup } = definition;
  return Boolean(lookup?.allowMultipleValues ?? personOrGroup?.allowMultipleSelection);
}

/** The column a field named `{column}LookupId` is for, if it is for one. */
export function lookupNamed(list: List, field: string): Column | undefined {
  if (!field.endsWith(suffix)) return undefined;
  const column = list.columnsByName.get(field.slice(0, -suffix.length));
  return column && isLookup(column) ? column : undefined;
}

/** What is kept, and under which column, for a `{column}LookupId` that was sent. */
export function keptLookup(
  at: InList,
  column: Column,
  { value, type }: { value: unknown; type: unknown },
): { name: string; kept: FieldValue } {
  const { name } = column;
  if (holdsSeveral(column)) return { name, kept: severalKept(at, column, { value, type }) };
  const rival = at.list.columns.find(
    (other) => other.name.toLowerCase() === `${name}id`.toLowerCase(),
  );
  if (rival) return misfiled(rival, value);
  if (value === null || value === '') return { name, kept: null };
  return { name, kept: rowNumber(at, column, value) };
}

/**
 * What SharePoint does where a column is named `{column}Id`: a number fails, and text goes into
 * that column, leaving this one empty (microsoftgraph/microsoft-graph-docs#19901).
 */
function misfiled(rival: Column, value: unknown): { name: string; kept: FieldValue } {
  if (typeof value !== 'string') {
    throw new GraphFault(
      { status: 500, code: 'generalException' },
      'General exception while processing',
    );
  }
  return { name: rival.name, kept: keptValue(rival, value) };
}

function severalKept(
  at: InList,
  column: Column,
  { value, type }: { value: unknown; type: unknown },
): FieldValue {
  if (value === null) return null;
  const isTold = typeof type === 'string' && /^#?Collection\(Edm\.(Int32|String)\)$/.test(type);
  if (!isTold || !Array.isArray(value)) {
    throw invalid(
      `'${column.name}${suffix}' holds several: send a list, and '${column.name}${suffix}@odata.type' saying Collection(Edm.Int32).`,
    );
  }
  const numbers = value.map((each: unknown) => rowNumber(at, column, each));
  return numbers.length > 0 ? [...new Set(numbers)] : null;
}

function rowNumber(at: InList, column: Column, value: unknown): number {
  const isNumber = typeof value === 'number' || typeof value === 'string';
  const number = isNumber && /^\d{1,10}$/.test(String(value)) ? Number(value) : 0;
  if (lookedUp(at, column, number)) return number;
  throw invalid(
    `The value of '${column.name}${suffix}' is not a row of the list it looks up: '${String(value)}'.`,
  );
}

/** The row's fields with those of its lookups as Graph shows them, of at most twelve such columns. */
export function withLookups(at: InList, own: Fields, asked: FieldsAsked): Record<string, unknown> {
  const shown: Record<string, unknown> = { ...own };
  for (const { name } of at.list.lookups) delete shown[name];
  for (const column of at.list.lookups) {
    const { name } = column;
    const held = own[name];
    if (held === undefined || held === null) continue;
    const isAsked = (field: string) => Array.isArray(asked) && asked.includes(field);
    const isWhole = !Array.isArray(asked);
    if (!isWhole && !isAsked(name) && !isAsked(name + suffix)) continue;
    if (!firstTwelve(at.list, asked).includes(column)) continue;
    if (Array.isArray(held)) {
      const several = held.flatMap((number) => lookedUp(at, column, number) ?? []);
      if (several.length > 0 && (isWhole || isAsked(name))) shown[name] = several;
      continue;
    }
    const found = lookedUp(at, column, Number(held));
    if (!found) continue;
    if (isWhole || isAsked(name + suffix)) shown[name + suffix] = String(found.LookupId);
    if (isAsked(name)) shown[name] = found.LookupValue;
  }
  return shown;
}

function firstTwelve(list: List, asked: FieldsAsked): Column[] {
  if (list.lookups.length <= mostInOneQuery) return list.lookups;
  if (!Array.isArray(asked)) return list.lookups.slice(0, mostInOneQuery);
  const named = asked.map((field) => lookupNamed(list, field) ?? list.columnsByName.get(field));
  const lookups = named.filter((column) => column !== undefined && isLookup(column)) as Column[];
  return [...new Set(lookups)].slice(0, mostInOneQuery);
}

type LookedUp = { LookupId: number; LookupValue: string; Email?: string };

/** Undefined where the row is gone, or the whole list: the field then reads as empty. */
function lookedUp(at: InList, column: Column, number: number): LookedUp | undefined {
  if (column.target === undefined) return undefined;
  const sql = 'SELECT fields FROM item WHERE list = ? AND id = ? AND deleted = 0';
  const row = at.graph.machine.store.one<{ fields: string }>(sql, column.target, number);
  if (!row) return undefined;
  const fields = JSON.parse(row.fields) as Fields;
  const shown = fields[column.definition.lookup?.columnName ?? 'Title'];
  const found = { LookupId: number, LookupValue: String(shown ?? '') };
  const isPerson = column.kind === 'personOrGroup';
  return isPerson ? { ...found, Email: String(fields['EMail'] ?? '') } : found;
}

/** A row that goes is no longer found by what pointed at it; the fields that did read as empty. */
export function blankLookupsOf({ graph, list }: InList, id: number): void {
  for (const pointing of graph.lists.lookingAt(list)) {
    graph.machine.store.run(
      'UPDATE itemValue SET value = NULL WHERE list = ? AND field = ? AND value = ?',
      pointing.list,
      pointing.name,
      id,
    );
  }
}

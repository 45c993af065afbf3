// Reads $filter and $orderby on list rows: which are understood, and which SharePoint refuses.
// Finding the rows is left to item-reading.ts.
import type { Column } from './column-definition.ts';
import { type Comparable, comparable, type FieldValue, keptValue } from './column-values.ts';
import { invalid, notDone } from './graph-fault.ts';
import { type GraphRequest, option } from './graph-request.ts';
import type { Fields } from './item-row.ts';
import type { List } from './list-shelf.ts';
import { holdsSeveral, isLookup, lookupNamed } from './lookups.ts';

const operators = ['eq', 'ne', 'lt', 'gt', 'le', 'ge', 'startswith'] as const;
export type Operator = (typeof operators)[number];
export type Predicate = { column: Column; operator: Operator; value: Comparable };
export type Order = { column: Column; descending: boolean };

const literal = String.raw`('(?:[^']|'')*'|[^\s()',]+)`;
const comparison = new RegExp(String.raw`\s*([\w/]+)\s+(eq|ne|lt|gt|le|ge)\s+${literal}\s*`, 'y');
const startsWith = new RegExp(
  String.raw`\s*startswith\s*\(\s*([\w/]+)\s*,\s*${literal}\s*\)\s*(?:eq\s+true\b\s*)?`,
  'y',
);
const joined = /and\s/y;
/**
 * What Graph may well understand and this does not: other words and functions, brackets around
 * predicates, sums, a column or function on the right, and a function compared with but true.
 */
const notAnswered = [
  /\b(or|not|contains|endswith|substringof|in|has|tolower|toupper|any|all)\b/,
  /(^|\band|\()\s*\(/,
  /\b(?!startswith\b|and\b)\w+\s*\(/,
  /\s(add|sub|mul|div|mod)\s/,
  /\s(eq|ne|lt|gt|le|ge)\s+(fields\/|startswith\b)/,
  /\)\s*(eq\s+false|ne|lt|gt|le|ge)\b/,
];
/** Fields every row has besides its columns: SharePoint filters by them, this does not. */
const builtIn = ['id', 'ID', 'Created', 'Modified', 'ContentType', 'Author', 'Editor'];

export function predicatesOf(list: List, request: GraphRequest): Predicate[] {
  const text = option(request, 'filter');
  if (text === undefined) return [];
  if (notAnswered.some((each) => each.test(outsideQuotes(text)))) {
    throw notDone(`$filter=${text}: 'and' of eq, ne, lt, gt, le, ge and startswith only`);
  }
  const predicates: Predicate[] = [];
  let at = 0;
  for (;;) {
    const { predicate, end } = predicateAt(list, text, at);
    predicates.push(predicate);
    if (end >= text.length) break;
    joined.lastIndex = end;
    if (!joined.test(text)) throw invalid('Invalid filter clause');
    at = joined.lastIndex;
  }
  refuseNotIndexed(request, predicates);
  return predicates;
}

export function orderOf(list: List, request: GraphRequest): Order | undefined {
  const text = option(request, 'orderby');
  if (text === undefined) return undefined;
  const [, path, direction] = /^([\w/]+)(?:\s+(asc|desc))?$/.exec(text.trim()) ?? [];
  if (path === undefined) throw notDone(`$orderby=${text}: one column only`);
  const column = columnAt(list, path);
  if (isLookup(column)) throw notDone(`$orderby on what '${column.name}' looks up`);
  const order = { column, descending: direction === 'desc' };
  refuseNotIndexed(request, [order]);
  return order;
}

export function matches(predicate: Predicate, fields: Fields): boolean {
  const held = comparable(fields[predicate.column.name]);
  const { value, operator } = predicate;
  if (operator === 'eq') return held === value;
  if (operator === 'ne') return held !== value;
  if (held === null || value === null) return false;
  if (operator === 'startswith') return String(held).startsWith(String(value));
  if (operator === 'lt') return held < value;
  if (operator === 'gt') return held > value;
  return operator === 'le' ? held <= value : held >= value;
}

/** Empty first, as SharePoint sorts. */
export function compare(one: Comparable, other: Comparable): number {
  if (one === other) return 0;
  if (one === null) return -1;
  if (other === null) return 1;
  return one < other ? -1 : 1;
}

function predicateAt(list: List, text: string, at: number): { predicate: Predicate; end: number } {
  for (const shape of [comparison, startsWith]) {
    shape.lastIndex = at;
    const found = shape.exec(text);
    if (!found) continue;
    const isStart = shape === startsWith;
    const [, path = '', second = '', third = ''] = found;
    const column = columnAt(list, path);
    const operator = operators.find((each) => each === (isStart ? 'startswith' : second)) ?? 'eq';
    const value = literalValue(column, isStart ? second : third);
    return { predicate: { column, operator, value }, end: shape.lastIndex };
  }
  throw invalid('Invalid filter clause');
}

function columnAt(list: List, path: string): Column {
  if (!path.startsWith('fields/')) throw invalid('Invalid filter clause');
  const name = path.slice('fields/'.length);
  const lookup = lookupNamed(list, name);
  if (lookup && !holdsSeveral(lookup)) return lookup;
  const column = list.columnsByName.get(name);
  const isUnanswered = lookup ?? (column && (isLookup(column) || isLink(column)));
  if (isUnanswered || builtIn.includes(name.replace(/LookupId$/, ''))) {
    throw notDone(`'${path}' in $filter or $orderby`);
  }
  if (!column) throw invalid(`Field '${name}' is not recognized`);
  return column;
}

function literalValue(column: Column, text: string): Comparable {
  if (text === 'null') return null;
  const quoted = /^'(.*)'$/s.exec(text)?.[1]?.replaceAll("''", "'");
  if (column.kind === 'text' || column.kind === 'choice') {
    if (quoted === undefined) throw invalid('Invalid filter clause');
    return comparable(quoted);
  }
  const bare = quoted ?? text;
  let value: FieldValue = bare;
  if (column.kind === 'number' || column.kind === 'currency' || isLookup(column)) {
    value = Number(bare);
    if (Number.isNaN(value)) throw invalid('Invalid filter clause');
    return value;
  }
  if (column.kind === 'boolean') {
    if (!/^(true|false|1|0)$/.test(bare)) throw invalid('Invalid filter clause');
    return Number(bare === 'true' || bare === '1');
  }
  return comparable(keptValue(column, value));
}

function isLink({ kind }: Column): boolean {
  return kind === 'hyperlinkOrPicture';
}

function refuseNotIndexed(request: GraphRequest, used: { column: Column }[]): void {
  const prefer = request.headers['prefer'] ?? '';
  if (/HonorNonIndexedQueriesWarningMayFailRandomly/i.test(prefer)) return;
  const found = used.find(({ column }) => !column.definition.indexed);
  if (!found) return;
  throw invalid(
    `Field '${found.column.name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.`,
  );
}

function outsideQuotes(text: string): string {
  return text.replaceAll(/'(?:[^']|'')*'/g, "''");
}

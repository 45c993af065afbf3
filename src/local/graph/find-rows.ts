// Finding rows through an index as SharePoint does, and its 5,000-row threshold on what is looked at.
import { type Comparable, comparable } from './column-values.ts';
import { matches, type Operator, type Order, type Predicate } from './filter.ts';
import { GraphFault } from './graph-fault.ts';
import type { InList } from './graph-request.ts';
import type { Fields, ItemRow } from './item-row.ts';

const mostScanned = 5000;

export type Found = { id: number; value: Comparable };

/** The rows that match, by id and the value they are ordered by; narrowed after the first predicate. */
export function findRows(at: InList, predicates: Predicate[], order: Order | undefined): Found[] {
  const [first, ...rest] = predicates;
  const orderedBy = order?.column.name;
  if (!first) return wholeList(at, order);
  const found: Found[] = [];
  for (const id of scan(at, first)) {
    const row = rowById(at, id);
    const fields = JSON.parse(row.fields) as Fields;
    if (!rest.every((predicate) => matches(predicate, fields))) continue;
    found.push({ id, value: orderedBy ? comparable(fields[orderedBy]) : null });
  }
  return found;
}

function wholeList(at: InList, order: Order | undefined): Found[] {
  if (!order?.column.definition.indexed) {
    const found = scan(at, undefined).map((id) => rowById(at, id));
    return found.map((row) => ({ id: row.id, value: valueIn(row, order?.column.name ?? '') }));
  }
  return at.graph.machine.store.all<Found>(
    'SELECT item AS id, value FROM itemValue WHERE list = ? AND field = ?',
    at.list.number,
    order.column.name,
  );
}

/** What the first predicate matches; more than 5,000 rows to look at is refused, however few come out. */
function scan(at: InList, predicate: Predicate | undefined): number[] {
  const { store } = at.graph.machine;
  if (predicate?.column.definition.indexed) {
    const { condition, values } = conditionOf(predicate);
    const ids = store.all<{ item: number }>(
      `SELECT item FROM itemValue WHERE list = ? AND field = ? AND ${condition} LIMIT ?`,
      at.list.number,
      predicate.column.name,
      ...values,
      mostScanned + 1,
    );
    if (ids.length > mostScanned) throw threshold(at);
    return ids.map(({ item }) => item);
  }
  const rows = store.all<ItemRow>(
    'SELECT * FROM item WHERE list = ? AND deleted = 0 ORDER BY id LIMIT ?',
    at.list.number,
    mostScanned + 1,
  );
  if (rows.length > mostScanned) throw threshold(at);
  return rows
    .filter((row) => !predicate || matches(predicate, JSON.parse(row.fields) as Fields))
    .map(({ id }) => id);
}

function conditionOf({ operator, value }: Predicate): { condition: string; values: Comparable[] } {
  if (operator === 'startswith') {
    const start = String(value ?? '');
    return { condition: 'value >= ? AND value < ?', values: [start, `${start}\u{10FFFF}`] };
  }
  if (value === null) {
    return { condition: operator === 'eq' ? 'value IS NULL' : 'value IS NOT NULL', values: [] };
  }
  const signs: Record<Exclude<Operator, 'startswith'>, string> = {
    eq: 'value = ?',
    ne: 'value IS NOT ?',
    lt: 'value < ?',
    gt: 'value > ?',
    le: 'value <= ?',
    ge: 'value >= ?',
  };
  return { condition: signs[operator], values: [value] };
}

export function rowById(at: InList, id: number): ItemRow {
  const sql = 'SELECT * FROM item WHERE list = ? AND id = ?';
  return at.graph.machine.store.one<ItemRow>(sql, at.list.number, id) as ItemRow;
}

export function valueIn(row: ItemRow, name: string): Comparable {
  return comparable((JSON.parse(row.fields) as Fields)[name]);
}

function threshold({ graph }: InList): GraphFault {
  if (graph.machine.faults.settings.thresholdShape === 'throttled') {
    return new GraphFault(
      { status: 429, code: 'activityLimitReached' },
      'The request has been throttled',
      {
        headers: { 'Retry-After': '10' },
      },
    );
  }
  return new GraphFault(
    { status: 422, code: 'notSupported' },
    'The request is unprocessable because it uses too many resources',
    { innerCode: 'tooManyResources' },
  );
}

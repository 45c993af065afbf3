// One list row: created, read, changed on the reading it was based on, deleted.
// What its fields must keep to is in field-rules.ts; reading many rows is in item-reading.ts.
import { applied, refuseDuplicates, refuseMissing, withDefaults } from './field-rules.ts';
import { GraphFault, invalid, notFound } from './graph-fault.ts';
import {
  bodyObject,
  type Graph,
  type GraphAnswer,
  type GraphRequest,
  type InList,
} from './graph-request.ts';
import {
  authorOf,
  eTagOf,
  type Fields,
  fieldsAsked,
  fieldsShape,
  type ItemRow,
  itemShape,
  selected,
} from './item-row.ts';
import { listOf } from './list-of.ts';
import { keepVersion, nextNumbers, nowText, reindex } from './row-keeping.ts';

export function createItem(graph: Graph, request: GraphRequest): GraphAnswer {
  const list = listOf(graph, request);
  const at = { graph, list };
  const sent = sentFields(bodyObject(request));
  const fields = withDefaults(list, applied(list, {}, sent));
  refuseMissing(list, fields);
  const { store } = graph.machine;
  const id = store.inTransaction(() => {
    refuseDuplicates(at, fields, { self: 0, before: {} });
    const next = nextNumbers(at, 1);
    const now = nowText();
    const by = authorOf(request.caller);
    store.run(
      `INSERT INTO item (list, id, guid, version, change, createdAt, createdBy, modifiedAt, modifiedBy, fields)
       VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?)`,
      list.number,
      next.item,
      crypto.randomUUID(),
      next.change,
      now,
      by,
      now,
      by,
      JSON.stringify(fields),
    );
    keepVersion(at, next.item, 1);
    reindex(at, next.item, { before: undefined, after: fields });
    return next.item;
  });
  const row = rowOf(at, id);
  return { status: 201, body: itemShape(at, row, 'all') };
}

export function readItem(graph: Graph, request: GraphRequest): GraphAnswer {
  const list = listOf(graph, request);
  const at = { graph, list };
  // One item read by id comes with its fields whether or not they were asked for.
  const asked = fieldsAsked(request) ?? 'all';
  const shape = itemShape(at, itemOf(at, request), asked);
  return { status: 200, body: selected(request, shape) };
}

export function readFields(graph: Graph, request: GraphRequest): GraphAnswer {
  const list = listOf(graph, request);
  const at = { graph, list };
  return { status: 200, body: fieldsShape(itemOf(at, request), 'all') };
}

/** PATCH of the item: `{fields: {...}}` in, the whole item out, its new eTag with it. */
export function changeItem(graph: Graph, request: GraphRequest): GraphAnswer {
  const list = listOf(graph, request);
  const at = { graph, list };
  const row = change(at, request, sentFields(bodyObject(request)));
  return { status: 200, body: itemShape(at, row, 'all') };
}

/** PATCH of the fields: a flat object in, a fieldValueSet out, with no eTag of the new version. */
export function changeFields(graph: Graph, request: GraphRequest): GraphAnswer {
  const list = listOf(graph, request);
  const at = { graph, list };
  const row = change(at, request, bodyObject(request));
  const { '@odata.etag': _left, ...shape } = fieldsShape(row, 'all') as Record<string, unknown>;
  return { status: 200, body: shape };
}

export function deleteItem(graph: Graph, request: GraphRequest): GraphAnswer {
  const list = listOf(graph, request);
  const at = { graph, list };
  const { store } = graph.machine;
  store.inTransaction(() => {
    const row = itemOf(at, request);
    refuseStale(request, row);
    const { change } = nextNumbers(at, 0);
    store.run(
      "UPDATE item SET deleted = 1, fields = '{}', change = ? WHERE list = ? AND id = ?",
      change,
      list.number,
      row.id,
    );
    store.run('DELETE FROM itemValue WHERE list = ? AND item = ?', list.number, row.id);
    store.run('DELETE FROM itemVersion WHERE list = ? AND item = ?', list.number, row.id);
  });
  return { status: 204 };
}

export function itemOf(at: InList, request: GraphRequest): ItemRow {
  const asked = request.names['item'] ?? '';
  if (!/^\d{1,15}$/.test(asked)) throw invalid(`'${asked}' is not the id of a list item.`);
  return rowOf(at, Number(asked));
}

function rowOf({ graph, list }: InList, id: number): ItemRow {
  const sql = 'SELECT * FROM item WHERE list = ? AND id = ? AND deleted = 0';
  const row = graph.machine.store.one<ItemRow>(sql, list.number, id);
  if (!row) throw notFound('Item does not exist. It may have been deleted by another user.');
  return row;
}

function change(at: InList, request: GraphRequest, sent: Record<string, unknown>): ItemRow {
  const { graph, list } = at;
  const { store } = graph.machine;
  return store.inTransaction(() => {
    const row = itemOf(at, request);
    refuseStale(request, row);
    const before = JSON.parse(row.fields) as Fields;
    const after = applied(list, before, sent);
    refuseMissing(list, after, sent);
    refuseDuplicates(at, after, { self: row.id, before });
    const next = nextNumbers(at, 0);
    store.run(
      `UPDATE item SET version = version + 1, change = ?, modifiedAt = ?, modifiedBy = ?, fields = ?
       WHERE list = ? AND id = ?`,
      next.change,
      nowText(),
      authorOf(request.caller),
      JSON.stringify(after),
      list.number,
      row.id,
    );
    keepVersion(at, row.id, row.version + 1);
    reindex(at, row.id, { before, after });
    return rowOf(at, row.id);
  });
}

function sentFields(body: Record<string, unknown>): Record<string, unknown> {
  const fields = body['fields'] ?? {};
  if (typeof fields !== 'object' || Array.isArray(fields)) {
    throw invalid("The property 'fields' must be an object.");
  }
  return fields as Record<string, unknown>;
}

/** The weak mark and the quotes may be missing; the rest must be what was read. */
function refuseStale(request: GraphRequest, row: ItemRow): void {
  const ifMatch = request.headers['if-match'];
  if (ifMatch === undefined || ifMatch === '*') return;
  const bare = (text: string) => text.replace(/^W\//, '').replaceAll('"', '').toLowerCase();
  if (bare(ifMatch) !== bare(eTagOf(row))) {
    throw new GraphFault(
      { status: 412, code: 'resourceModified' },
      'ETag does not match current item value',
    );
  }
}

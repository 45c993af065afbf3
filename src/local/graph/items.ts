// One list row: created, read, changed on the reading it was based on, deleted.
// What its fields must keep to is in field-rules.ts; reading many rows is in item-reading.ts.
import { applied, refuseDuplicates, refuseMissing, withDefaults } from './field-rules.ts';
import { GraphFault, invalid, notDone, notFound } from './graph-fault.ts';
import {
  bodyObject,
  contextOf,
  type Graph,
  type GraphAnswer,
  type GraphRequest,
  type InList,
  option,
  refuseOtherOptions,
} from './graph-request.ts';
import {
  authorOf,
  eTagOf,
  type Fields,
  fieldsAsked,
  fieldsShape,
  type ItemRow,
  itemShape,
  selection,
} from './item-row.ts';
import { listOf, listToWrite } from './list-of.ts';
import { blankLookupsOf } from './lookups.ts';
import { addRow, keepVersion, nextNumbers, nowText, reindex } from './row-keeping.ts';

export function createItem(graph: Graph, request: GraphRequest): GraphAnswer {
  const at = { graph, list: listToWrite(graph, request) };
  const fields = withDefaults(at.list, applied(at, {}, sentFields(request)));
  refuseMissing(at.list, fields);
  const id = graph.machine.store.inTransaction(() => {
    refuseDuplicates(at, fields, { self: 0, before: {} });
    return addRow(at, fields, authorIn(graph, request));
  });
  const row = rowOf(at, id);
  const Location = `${graph.machine.origin}/v1.0${request.path}/${id}`;
  return { status: 201, headers: { Location, ...eTagHeader(row) }, body: entity(at, row) };
}

export function readItem(graph: Graph, request: GraphRequest): GraphAnswer {
  refuseOtherOptions(request, ['expand', 'select']);
  const at = { graph, list: listOf(graph, request) };
  // One item read by id comes with its fields whether or not they were asked for.
  const asked = fieldsAsked(request) ?? 'all';
  const row = itemOf(at, request);
  const shape = selection(request)(itemShape(at, row, asked));
  const body = { ...contextOf(graph, 'listItems/$entity'), ...shape };
  return { status: 200, headers: eTagHeader(row), body };
}

export function readFields(graph: Graph, request: GraphRequest): GraphAnswer {
  refuseOtherOptions(request, ['select']);
  const at = { graph, list: listOf(graph, request) };
  const asked = option(request, 'select')
    ?.split(',')
    .map((name) => name.trim());
  const row = itemOf(at, request);
  const shape = fieldsShape(at, row, asked ?? 'all');
  const body = { ...contextOf(graph, 'listItems/fields/$entity'), ...shape };
  return { status: 200, headers: eTagHeader(row), body };
}

/** PATCH of the item: `{fields: {...}}` in, the whole item out, its new eTag with it. */
export function changeItem(graph: Graph, request: GraphRequest): GraphAnswer {
  const at = { graph, list: listToWrite(graph, request) };
  const row = change(at, request, sentFields(request));
  return { status: 200, headers: eTagHeader(row), body: entity(at, row) };
}

/** PATCH of the fields: a flat object in, a fieldValueSet out, with no eTag of the new version. */
export function changeFields(graph: Graph, request: GraphRequest): GraphAnswer {
  const at = { graph, list: listToWrite(graph, request) };
  const row = change(at, request, bodyObject(request));
  const { '@odata.etag': _left, ...shape } = fieldsShape(at, row, 'all') as Record<string, unknown>;
  return { status: 200, body: { ...contextOf(graph, 'listItems/fields/$entity'), ...shape } };
}

function authorIn({ machine }: Graph, { caller }: GraphRequest): string {
  return authorOf(caller, !machine.faults.settings.unnamedApps);
}

export function deleteItem(graph: Graph, request: GraphRequest): GraphAnswer {
  const list = listToWrite(graph, request);
  const at = { graph, list };
  const { store } = graph.machine;
  store.inTransaction(() => {
    const row = itemOf(at, request);
    refuseStale(graph, request, row);
    const { change } = nextNumbers(at, 0);
    store.run(
      "UPDATE item SET deleted = 1, fields = '{}', change = ? WHERE list = ? AND id = ?",
      change,
      list.number,
      row.id,
    );
    store.run('DELETE FROM itemValue WHERE list = ? AND item = ?', list.number, row.id);
    store.run('DELETE FROM itemVersion WHERE list = ? AND item = ?', list.number, row.id);
    blankLookupsOf(at, row.id);
  });
  return { status: 204 };
}

/** Graph knows no attachments of list rows: SharePoint's own interface does. */
export function noAttachments(): GraphAnswer {
  throw new GraphFault(
    { status: 400, code: 'BadRequest' },
    "Resource not found for the segment 'attachments'.",
  );
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
  return at.graph.machine.store.inTransaction(() => {
    const row = itemOf(at, request);
    refuseStale(at.graph, request, row);
    const before = JSON.parse(row.fields) as Fields;
    const after = applied(at, before, sent);
    refuseMissing(at.list, after, sent);
    return replaceFields(at, row, { before, after, by: authorIn(at.graph, request) });
  });
}

/** A new version of the row, once its values that must be unique are seen to be so. */
export function replaceFields(
  at: InList,
  row: ItemRow,
  { before, after, by }: { before: Fields; after: Fields; by: string },
): ItemRow {
  const { machine } = at.graph;
  refuseDuplicates(at, after, { self: row.id, before });
  const next = nextNumbers(at, 0);
  machine.store.run(
    `UPDATE item SET version = version + 1, change = ?, modifiedAt = ?, modifiedBy = ?, fields = ?
     WHERE list = ? AND id = ?`,
    next.change,
    nowText(machine),
    by,
    JSON.stringify(after),
    at.list.number,
    row.id,
  );
  keepVersion(at, row.id, row.version + 1);
  reindex(at, row.id, { before, after });
  return rowOf(at, row.id);
}

/** The fields of an item that was sent whole; of its other properties none can be set here. */
function sentFields(request: GraphRequest): Record<string, unknown> {
  const body = bodyObject(request);
  const other = Object.keys(body).find((name) => name !== 'fields' && !name.includes('@'));
  if (other !== undefined) throw notDone(`'${other}' in a list item that is written`);
  const fields = body['fields'] ?? {};
  if (typeof fields !== 'object' || Array.isArray(fields)) {
    throw invalid("The property 'fields' must be an object.");
  }
  return fields as Record<string, unknown>;
}

function entity(at: InList, row: ItemRow): object {
  return { ...contextOf(at.graph, 'listItems/$entity'), ...itemShape(at, row, 'all') };
}

function eTagHeader(row: ItemRow): { ETag: string } {
  return { ETag: eTagOf(row) };
}

/** The weak mark and the quotes may be missing; the rest must be what was read. */
function refuseStale(graph: Graph, request: GraphRequest, row: ItemRow): void {
  const ifMatch = request.headers['if-match'];
  if (ifMatch === undefined || ifMatch === '*') return;
  const bare = (text: string) => text.replace(/^W\//, '').replaceAll('"', '').toLowerCase();
  if (bare(ifMatch) !== bare(eTagOf(row))) {
    const status = graph.machine.faults.settings.staleStatus;
    throw new GraphFault(
      { status, code: 'resourceModified' },
      status === 412
        ? "ETag does not match current item's value"
        : 'The resource has changed since the caller last read it; usually an eTag mismatch',
    );
  }
}

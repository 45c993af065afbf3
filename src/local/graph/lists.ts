// Lists: made with their columns, renamed, deleted with everything in them.
import { z } from 'zod';
import { addColumn, titleColumn } from './column-adding.ts';
import { columnShape } from './column-definition.ts';
import { invalid, nameTaken, notDone } from './graph-fault.ts';
import {
  contextOf,
  type Graph,
  type GraphAnswer,
  type GraphRequest,
  option,
  refuseOtherOptions,
} from './graph-request.ts';
import { selection } from './item-row.ts';
import { listOf, listToWrite, mayOpen } from './list-of.ts';
import type { List } from './list-shelf.ts';
import { isUserList, openUserList } from './site-users.ts';

const newList = z.object({
  displayName: z.string().min(1).max(255),
  description: z.string().default(''),
  columns: z.array(z.unknown()).default([]),
  list: z
    .object({ template: z.string().default('genericList') })
    .default({ template: 'genericList' }),
});

const listChange = z.object({
  displayName: z.string().min(1).max(255).optional(),
  description: z.string().optional(),
});

export function createList(graph: Graph, request: GraphRequest): GraphAnswer {
  const site = graph.lists.site(request.names['site'] ?? '');
  const asked = newList.safeParse(request.body);
  if (!asked.success) throw invalid(`Invalid list: ${asked.error.issues[0]?.message}`);
  const { displayName, description, columns, list } = asked.data;
  if (list.template !== 'genericList') throw notDone(`lists of template '${list.template}'`);
  const { store } = graph.machine;
  const id = store.inTransaction(() => {
    refuseTakenName(graph, site.id, displayName);
    const at = graph.machine.faults.now().toISOString();
    const made = crypto.randomUUID();
    const name = displayName.replace(/[^\p{L}\p{N} _-]/gu, '').trim() || made;
    store.run(
      `INSERT INTO list (id, siteId, name, displayName, description, createdAt, changedAt)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      made,
      site.id,
      name,
      displayName,
      description,
      at,
      at,
    );
    const row = store.one<{ number: number }>('SELECT number FROM list WHERE id = ?', made);
    const number = row?.number ?? 0;
    addColumn(store, number, titleColumn);
    for (const column of columns) addColumn(store, number, column);
    store.run(
      `INSERT INTO listView (list, id, title, isDefault, query, rowLimit, fields)
       VALUES (?, ?, 'All Items', 1, '', 30, '["LinkTitle"]')`,
      number,
      crypto.randomUUID(),
    );
    return made;
  });
  graph.lists.forget();
  const shape = listShape(graph, graph.lists.list(site.id, id));
  return { status: 201, body: { ...contextOf(graph, 'lists/$entity'), ...shape } };
}

export function readLists(graph: Graph, request: GraphRequest): GraphAnswer {
  const site = graph.lists.site(request.names['site'] ?? '');
  refuseOtherOptions(request, ['expand', 'select', 'filter']);
  const filter = option(request, 'filter');
  const named = /^displayName eq '((?:[^']|'')*)'$/.exec(filter ?? '')?.[1]?.replaceAll("''", "'");
  if (filter !== undefined && named === undefined) throw notDone(`$filter=${filter} on lists`);
  if (isUserList({ displayName: named ?? '' })) openUserList(graph, site);
  const rows = graph.machine.store.all<{ id: string }>(
    'SELECT id FROM list WHERE siteId = ?1 AND (?2 IS NULL OR displayName = ?2) ORDER BY displayName',
    site.id,
    named ?? null,
  );
  const value = rows
    .map((row) => graph.lists.list(site.id, row.id))
    .filter((list) => mayOpen(graph, list, request.caller))
    .filter((list) => !isUserList(list) || named !== undefined || asksForSystem(request))
    .map((list) => shapeAsAsked(graph, request, list));
  return { status: 200, body: { ...contextOf(graph, 'Collection(list)'), value } };
}

/** Lists SharePoint keeps for itself are shown to those who select their `system` facet. */
function asksForSystem(request: GraphRequest): boolean {
  return (option(request, 'select') ?? '').split(',').includes('system');
}

export function readList(graph: Graph, request: GraphRequest): GraphAnswer {
  refuseOtherOptions(request, ['expand', 'select']);
  const shape = shapeAsAsked(graph, request, listOf(graph, request));
  return { status: 200, body: { ...contextOf(graph, 'lists/$entity'), ...shape } };
}

export function changeList(graph: Graph, request: GraphRequest): GraphAnswer {
  const list = listToWrite(graph, request);
  const asked = listChange.safeParse(request.body);
  if (!asked.success) throw invalid(`Invalid list: ${asked.error.issues[0]?.message}`);
  const { displayName = list.displayName, description = list.description } = asked.data;
  if (displayName.toLowerCase() !== list.displayName.toLowerCase()) {
    refuseTakenName(graph, list.siteId, displayName);
  }
  graph.machine.store.run(
    `UPDATE list SET displayName = ?, description = ?, changedAt = ?, version = version + 1
     WHERE number = ?`,
    displayName,
    description,
    graph.machine.faults.now().toISOString(),
    list.number,
  );
  graph.lists.forget();
  return { status: 200, body: listShape(graph, graph.lists.list(list.siteId, list.id)) };
}

const belowAList = [
  'itemValue',
  'itemVersion',
  'item',
  'listView',
  'columnFormat',
  'ownPermissions',
  'listColumn',
  'listRestored',
  'listCopy',
];
const belowACopy = ['copiedItem', 'copiedVersion'];

export function deleteList(graph: Graph, request: GraphRequest): GraphAnswer {
  const list = listToWrite(graph, request);
  const { store } = graph.machine;
  store.inTransaction(() => {
    for (const table of belowACopy) {
      const copies = 'SELECT copy FROM listCopy WHERE list = ?';
      store.run(`DELETE FROM ${table} WHERE copy IN (${copies})`, list.number);
    }
    for (const table of belowAList) {
      store.run(`DELETE FROM ${table} WHERE list = ?`, list.number);
    }
    store.run('DELETE FROM list WHERE number = ?', list.number);
  });
  graph.lists.forget();
  return { status: 204 };
}

function refuseTakenName(graph: Graph, siteId: string, displayName: string): void {
  const sql = 'SELECT id FROM list WHERE siteId = ? AND displayName = ?';
  const isKept = isUserList({ displayName });
  if (isKept || graph.machine.store.one(sql, siteId, displayName)) {
    throw nameTaken('Name already exists: a list with this title is on the site.');
  }
}

function shapeAsAsked(graph: Graph, request: GraphRequest, list: List): object {
  const expand = option(request, 'expand');
  const shape = selection(request, 'list')(listShape(graph, list));
  if (expand === undefined) return shape;
  if (expand !== 'columns') throw notDone(`$expand=${expand} on lists`);
  return { ...shape, columns: list.columns.map(columnShape) };
}

function listShape(graph: Graph, list: List): object {
  const eTag = `"${list.id},${list.version}"`;
  return {
    '@odata.etag': eTag,
    eTag,
    id: list.id,
    name: list.name,
    displayName: list.displayName,
    description: list.description,
    createdDateTime: list.createdAt,
    lastModifiedDateTime: list.changedAt,
    webUrl: `${graph.machine.origin}/lists/${list.id}`,
    parentReference: { siteId: list.siteId },
    list: {
      contentTypesEnabled: false,
      hidden: isUserList(list),
      template: isUserList(list) ? 'userInformation' : 'genericList',
    },
    ...(isUserList(list) ? { system: {} } : {}),
  };
}

// The columns of a list: added, changed and taken away, with their indexes built and their limits kept.
import type { Store } from '../store.ts';
import { addColumn, refuseFullIndexes } from './column-adding.ts';
import { type Column, columnKinds, columnShape, readDefinition } from './column-definition.ts';
import { comparable, type FieldValue } from './column-values.ts';
import { invalid, notFound } from './graph-fault.ts';
import {
  bodyObject,
  contextOf,
  type Graph,
  type GraphAnswer,
  type GraphRequest,
  refuseOtherOptions,
} from './graph-request.ts';
import { listOf, listToWrite } from './list-of.ts';
import type { List } from './list-shelf.ts';

export function readColumns(graph: Graph, request: GraphRequest): GraphAnswer {
  refuseOtherOptions(request, []);
  const value = listOf(graph, request).columns.map(columnShape);
  return { status: 200, body: { ...contextOf(graph, 'Collection(columnDefinition)'), value } };
}

export function readColumn(graph: Graph, request: GraphRequest): GraphAnswer {
  return { status: 200, body: columnShape(columnOf(listOf(graph, request), request)) };
}

export function createColumn(graph: Graph, request: GraphRequest): GraphAnswer {
  const list = listToWrite(graph, request);
  const { store } = graph.machine;
  const column = store.inTransaction(() => {
    const made = addColumn(store, list.number, request.body);
    if (made.definition.indexed) buildIndex(store, list, made);
    return made;
  });
  graph.lists.forget();
  return { status: 201, body: columnShape(column) };
}

export function changeColumn(graph: Graph, request: GraphRequest): GraphAnswer {
  const list = listToWrite(graph, request);
  const before = columnOf(list, request);
  const sent = bodyObject(request);
  if (sent['name'] !== undefined && sent['name'] !== before.name) {
    throw invalid('The name of a column cannot be changed; its displayName can.');
  }
  const otherKind = columnKinds.find((kind) => kind !== before.kind && sent[kind] !== undefined);
  if (otherKind) throw invalid(`Column '${before.name}' cannot become '${otherKind}'.`);
  const pointsAt = (sent['lookup'] as { listId?: string } | undefined)?.listId;
  if (pointsAt !== undefined && pointsAt !== before.definition.lookup?.listId) {
    throw invalid(`Column '${before.name}' cannot be made to look up another list.`);
  }
  const facet = { ...before.definition[before.kind], ...(sent[before.kind] as object | undefined) };
  const after = readDefinition({ ...before.definition, ...sent, [before.kind]: facet });
  const column: Column = { ...after, id: before.id };
  const { store } = graph.machine;
  store.inTransaction(() => {
    if (after.definition.indexed && !before.definition.indexed)
      refuseFullIndexes(store, list.number);
    store.run(
      'UPDATE listColumn SET definition = ? WHERE list = ? AND name = ?',
      JSON.stringify(after.definition),
      list.number,
      before.name,
    );
    store.run('DELETE FROM itemValue WHERE list = ? AND field = ?', list.number, before.name);
    if (after.definition.indexed) buildIndex(store, list, column);
  });
  graph.lists.forget();
  return { status: 200, body: columnShape(column) };
}

export function deleteColumn(graph: Graph, request: GraphRequest): GraphAnswer {
  const list = listToWrite(graph, request);
  const column = columnOf(list, request);
  if (column.name === 'Title') throw invalid('The column Title cannot be deleted.');
  const { store } = graph.machine;
  store.inTransaction(() => {
    store.run('DELETE FROM listColumn WHERE list = ? AND name = ?', list.number, column.name);
    store.run('DELETE FROM itemValue WHERE list = ? AND field = ?', list.number, column.name);
    store.run('DELETE FROM columnFormat WHERE list = ? AND name = ?', list.number, column.name);
    store.run(
      "UPDATE item SET fields = json_remove(fields, '$.' || ?) WHERE list = ?",
      column.name,
      list.number,
    );
  });
  graph.lists.forget();
  return { status: 204 };
}

function buildIndex(store: Store, list: List, column: Column): void {
  const seen = new Set<unknown>();
  const rows = store.all<{ id: number; fields: string }>(
    'SELECT id, fields FROM item WHERE list = ? AND deleted = 0',
    list.number,
  );
  for (const row of rows) {
    const value = comparable((JSON.parse(row.fields) as Record<string, FieldValue>)[column.name]);
    if (column.definition.enforceUniqueValues && value !== null) {
      if (seen.has(value)) throw invalid(`Column '${column.name}' holds duplicate values.`);
      seen.add(value);
    }
    store.run(
      'INSERT INTO itemValue (list, field, value, item) VALUES (?, ?, ?, ?)',
      list.number,
      column.name,
      value,
      row.id,
    );
  }
}

function columnOf(list: List, request: GraphRequest): Column {
  const asked = (request.names['column'] ?? '').toLowerCase();
  const column = list.columns.find(
    (each) => each.id === asked || each.name.toLowerCase() === asked,
  );
  if (!column) throw notFound('The specified column was not found');
  return column;
}

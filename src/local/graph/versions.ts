// A row's past: every version kept, newest first, with who made it and what it held.
import type { Graph, GraphAnswer, GraphRequest } from './graph-request.ts';
import { fieldsAsked, fieldsShape, type ItemRow } from './item-row.ts';
import { itemOf } from './items.ts';
import { listOf } from './list-of.ts';

export function readVersions(graph: Graph, request: GraphRequest): GraphAnswer {
  const list = listOf(graph, request);
  const item = itemOf({ graph, list }, request);
  const asked = fieldsAsked(request);
  const versions = graph.machine.store.all<
    Pick<ItemRow, 'version' | 'modifiedAt' | 'modifiedBy' | 'fields'>
  >(
    `SELECT version, modifiedAt, modifiedBy, fields FROM itemVersion
     WHERE list = ? AND item = ? ORDER BY version DESC`,
    list.number,
    item.id,
  );
  const value = versions.map((version) => ({
    id: `${version.version}.0`,
    lastModifiedDateTime: version.modifiedAt,
    lastModifiedBy: JSON.parse(version.modifiedBy) as object,
    published: { level: 'published', versionId: `${version.version}.0` },
    ...(asked === null ? {} : { fields: fieldsShape({ ...item, ...version }, asked) }),
  }));
  return { status: 200, body: { value } };
}

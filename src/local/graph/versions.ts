// A row's past: every version kept, newest first, with who made it and what it held; and a version
// made the latest again, as a version of its own.
import { invalid, notFound } from './graph-fault.ts';
import {
  asToken,
  contextOf,
  fromToken,
  type Graph,
  type GraphAnswer,
  type GraphRequest,
  type InList,
  linkTo,
  option,
  refuseOtherOptions,
  topOf,
} from './graph-request.ts';
import {
  authorOf,
  type Fields,
  type FieldsAsked,
  fieldsAsked,
  fieldsShape,
  type ItemRow,
  selection,
} from './item-row.ts';
import { itemOf, replaceFields } from './items.ts';
import { listOf, listToWrite } from './list-of.ts';

type Version = Pick<ItemRow, 'version' | 'modifiedAt' | 'modifiedBy' | 'fields'>;
type PageToken = { list: string; item: number; before: number };

/** More versions than are ever kept: all come on one page unless `$top` asks for fewer. */
const usualPage = 1000;

export function readVersions(graph: Graph, request: GraphRequest): GraphAnswer {
  refuseOtherOptions(request, ['expand', 'select', 'top', 'skiptoken']);
  const at = { graph, list: listOf(graph, request) };
  const item = itemOf(at, request);
  const top = topOf(request, usualPage, usualPage);
  const versions = graph.machine.store.all<Version>(
    `SELECT version, modifiedAt, modifiedBy, fields FROM itemVersion
     WHERE list = ? AND item = ? AND version < ? ORDER BY version DESC LIMIT ?`,
    at.list.number,
    item.id,
    beforeWhich(at, item, request),
    top + 1,
  );
  const page = versions.slice(0, top);
  const asked = fieldsAsked(request);
  const select = selection(request, 'version');
  const value = page.map((each) => select(shapeOf(at, { ...item, ...each }, asked)));
  const last = page.at(-1);
  const token: PageToken = { list: at.list.id, item: item.id, before: last?.version ?? 0 };
  const next = { '@odata.nextLink': linkTo(graph, request, { $skiptoken: asToken(token) }) };
  const context = contextOf(graph, 'Collection(listItemVersion)');
  return { status: 200, body: { ...context, ...(versions.length > top ? next : {}), value } };
}

export function readVersion(graph: Graph, request: GraphRequest): GraphAnswer {
  refuseOtherOptions(request, ['expand', 'select']);
  const at = { graph, list: listOf(graph, request) };
  const item = itemOf(at, request);
  const row = { ...item, ...versionOf(at, item, request) };
  const shape = selection(request, 'version')(shapeOf(at, row, fieldsAsked(request)));
  return { status: 200, body: { ...contextOf(graph, 'versions/$entity'), ...shape } };
}

/** Answers 204; the row then has one version more, which holds what the old one held. */
export function restoreVersion(graph: Graph, request: GraphRequest): GraphAnswer {
  const at = { graph, list: listToWrite(graph, request) };
  graph.machine.store.inTransaction(() => {
    const item = itemOf(at, request);
    const old = versionOf(at, item, request);
    const before = JSON.parse(item.fields) as Fields;
    const held = Object.entries(JSON.parse(old.fields) as Fields);
    // A column taken off the list since does not come back.
    const after = Object.fromEntries(held.filter(([name]) => at.list.columnsByName.has(name)));
    replaceFields(at, item, { before, after, by: authorOf(request.caller) });
  });
  return { status: 204 };
}

function versionOf({ graph, list }: InList, item: ItemRow, request: GraphRequest): Version {
  const number = /^(\d{1,9})\.0$/.exec(request.names['version'] ?? '')?.[1];
  const version = graph.machine.store.one<Version>(
    `SELECT version, modifiedAt, modifiedBy, fields FROM itemVersion
     WHERE list = ? AND item = ? AND version = ?`,
    list.number,
    item.id,
    Number(number ?? 0),
  );
  if (!version) throw notFound('The specified version was not found');
  return version;
}

function beforeWhich({ list }: InList, item: ItemRow, request: GraphRequest): number {
  const sent = option(request, 'skiptoken');
  if (sent === undefined) return Number.MAX_SAFE_INTEGER;
  const token = fromToken<PageToken>(sent);
  if (token?.list === list.id && token.item === item.id) return token.before;
  throw invalid('Invalid skiptoken');
}

function shapeOf(at: InList, row: ItemRow, asked: FieldsAsked): object {
  const id = `${row.version}.0`;
  return {
    id,
    lastModifiedDateTime: row.modifiedAt,
    lastModifiedBy: JSON.parse(row.modifiedBy) as object,
    published: { level: 'published', versionId: id },
    ...(asked === null ? {} : { fields: fieldsShape(at, row, asked) }),
  };
}

// A list row as it is kept, and as Graph shows it: the item, its fields, its author.

import { anyoneHere, appId } from '../ids.ts';
import type { Caller } from '../sign-in/tokens.ts';
import type { FieldValue } from './column-values.ts';
import { GraphFault, notDone } from './graph-fault.ts';
import { type GraphRequest, type InList, option } from './graph-request.ts';
import { withLookups } from './lookups.ts';
import { appUser, knownUser } from './site-users.ts';

export type ItemRow = {
  list: number;
  id: number;
  guid: string;
  version: number;
  change: number;
  deleted: number;
  createdAt: string;
  createdBy: string;
  modifiedAt: string;
  modifiedBy: string;
  fields: string;
};

export type Fields = Record<string, FieldValue>;

/** What `$expand` asked for: null means no fields, 'all' every one, otherwise those named. */
export type FieldsAsked = null | 'all' | string[];

export function fieldsAsked(request: GraphRequest): FieldsAsked {
  const expand = option(request, 'expand');
  if (expand === undefined || expand === '') return null;
  if (expand === 'fields') return 'all';
  const chosen = /^fields\s*\(\s*\$?select\s*=\s*([^()]+)\)$/i.exec(expand)?.[1];
  if (chosen === undefined) throw notDone(`$expand=${expand} on list items`);
  return chosen.split(',').map((name) => name.trim());
}

export function eTagOf(row: Pick<ItemRow, 'guid' | 'version'>): string {
  return `"${row.guid},${row.version}"`;
}

/** Who did it, in Graph's identity set: the person where there is one, with the app they came through; else the app. */
export function authorOf(caller: Caller, named = true): string {
  const { person, clientId } = caller;
  if (person) {
    const user = {
      id: person.id,
      displayName: person.displayName,
      email: person.userPrincipalName,
    };
    const application = { id: appId, displayName: 'Golden Thread' };
    return JSON.stringify(clientId === appId && named ? { application, user } : { user });
  }
  const displayName = clientId === appId ? 'Golden Thread' : 'Local tools';
  const id = clientId === appId ? appId : anyoneHere;
  return JSON.stringify({
    application: { id, displayName },
    user: { displayName: 'SharePoint App' },
  });
}

export function itemShape({ graph, list }: InList, row: ItemRow, asked: FieldsAsked): object {
  const eTag = eTagOf(row);
  const shape = {
    '@odata.etag': eTag,
    createdDateTime: row.createdAt,
    eTag,
    id: String(row.id),
    lastModifiedDateTime: row.modifiedAt,
    webUrl: `${graph.machine.origin}/lists/${list.id}/${row.id}_.000`,
    createdBy: JSON.parse(row.createdBy) as object,
    lastModifiedBy: JSON.parse(row.modifiedBy) as object,
    parentReference: { id: list.id, siteId: list.siteId },
    contentType: { id: '0x0100', name: 'Item' },
  };
  return asked === null ? shape : { ...shape, fields: fieldsShape({ graph, list }, row, asked) };
}

/** A fieldValueSet: empty fields are left out, as SharePoint leaves them out. */
export function fieldsShape(at: InList, row: ItemRow, asked: FieldsAsked): object {
  const own = JSON.parse(row.fields) as Fields;
  const shown: Record<string, unknown> =
    at.list.lookups.length > 0 ? withLookups(at, own, asked) : own;
  const eTag = { '@odata.etag': eTagOf(row) };
  if (!Array.isArray(asked)) return { ...eTag, ...shown, ...everyRowHas(at, row) };
  const chosen: Record<string, unknown> = eTag;
  const needsMore = asked.some((name) => shown[name] === undefined);
  const all = needsMore ? { ...shown, ...everyRowHas(at, row) } : shown;
  for (const name of asked) if (all[name] !== undefined) chosen[name] = all[name];
  return chosen;
}

function everyRowHas(at: InList, row: ItemRow): Record<string, unknown> {
  return {
    id: String(row.id),
    ContentType: 'Item',
    Modified: row.modifiedAt,
    Created: row.createdAt,
    AuthorLookupId: userNumber(at, row.createdBy),
    EditorLookupId: userNumber(at, row.modifiedBy),
    _UIVersionString: `${row.version}.0`,
    Attachments: false,
  };
}

/** The number the site's user list has for whoever made or changed a row. */
function userNumber({ graph, list }: InList, by: string): string {
  if (!by.startsWith('{"user":{"id"')) return String(appUser);
  const { user } = JSON.parse(by) as { user: { id: string } };
  return String(knownUser(graph.machine.store, list.siteId, user.id) ?? appUser);
}

const common =
  'id eTag createdDateTime lastModifiedDateTime createdBy lastModifiedBy sharepointIds';
const properties = {
  item: `${common} webUrl parentReference contentType fields deleted name description`,
  list: `${common} webUrl parentReference name displayName description list system columns items`,
  version: 'id lastModifiedDateTime lastModifiedBy published fields',
};
const types = { item: 'listItem', list: 'list', version: 'listItemVersion' };

/** What leaves a thing only the properties `$select` named; fields stay if they were expanded. */
export function selection(
  request: GraphRequest,
  kind: keyof typeof properties = 'item',
): (shape: object) => object {
  const select = option(request, 'select');
  if (select === undefined) return (shape) => shape;
  const asked = select.split(',').map((name) => name.trim());
  const known = properties[kind].split(' ');
  const stranger = asked.find((name) => !known.includes(name) && name !== '*');
  if (stranger !== undefined) throw noSuchProperty(stranger, types[kind]);
  if (asked.includes('*')) return (shape) => shape;
  const names = ['@odata.etag', 'id', ...asked, 'fields', 'deleted'];
  return (shape) => {
    const chosen: Record<string, unknown> = {};
    for (const name of names) {
      const value = (shape as Record<string, unknown>)[name];
      if (value !== undefined) chosen[name] = value;
    }
    return chosen;
  };
}

function noSuchProperty(name: string, type: string): GraphFault {
  return new GraphFault(
    { status: 400, code: 'BadRequest' },
    `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`,
  );
}

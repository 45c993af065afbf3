// A list row as it is kept, and as Graph shows it: the item, its fields, its author.

import { anyoneHere, appId } from '../ids.ts';
import type { Caller } from '../sign-in/tokens.ts';
import type { FieldValue } from './column-values.ts';
import { notDone } from './graph-fault.ts';
import { type GraphRequest, type InList, option } from './graph-request.ts';

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

/** Who did it, in Graph's identity set: the person where there is one, else the app. */
export function authorOf(caller: Caller): string {
  const { person, clientId } = caller;
  if (person) {
    const user = {
      id: person.id,
      displayName: person.displayName,
      email: person.userPrincipalName,
    };
    return JSON.stringify({ user });
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
  return asked === null ? shape : { ...shape, fields: fieldsShape(row, asked) };
}

/** A fieldValueSet: empty fields are left out, as SharePoint leaves them out. */
export function fieldsShape(row: ItemRow, asked: FieldsAsked): object {
  const own = JSON.parse(row.fields) as Fields;
  const all: Record<string, unknown> = {
    '@odata.etag': eTagOf(row),
    ...own,
    id: String(row.id),
    ContentType: 'Item',
    Modified: row.modifiedAt,
    Created: row.createdAt,
    AuthorLookupId: '1',
    EditorLookupId: '1',
    _UIVersionString: `${row.version}.0`,
    Attachments: false,
  };
  if (asked === 'all' || asked === null) return all;
  const chosen: Record<string, unknown> = { '@odata.etag': all['@odata.etag'] };
  for (const name of asked) if (all[name] !== undefined) chosen[name] = all[name];
  return chosen;
}

/** The item with only the properties `$select` named; fields stay if they were expanded. */
export function selected(request: GraphRequest, shape: object): object {
  const select = option(request, 'select');
  if (select === undefined) return shape;
  const names = new Set(['@odata.etag', 'id', 'fields', 'deleted', ...select.split(',')]);
  return Object.fromEntries(Object.entries(shape).filter(([name]) => names.has(name)));
}

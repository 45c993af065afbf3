// A column put on a list: its name free, its index within the limit, what it looks up there.
import type { Store } from '../store.ts';
import { type Column, readDefinition, tooManyIndexes } from './column-definition.ts';
import { invalid, nameTaken } from './graph-fault.ts';

const mostIndexes = 20;

/** Every list has this one; SharePoint shows it as the row's title. */
export const titleColumn = { name: 'Title', displayName: 'Title', text: {} };

/** Names a list already uses for itself. */
const reserved = ['id', 'contenttype', 'modified', 'created', 'author', 'editor', 'attachments'];

/** Adds a column as it was sent; the caller forgets the shelf, and indexes rows if there are any. */
export function addColumn(store: Store, list: number, sent: unknown): Column {
  const column = { id: crypto.randomUUID(), ...readDefinition(sent) };
  const taken = store.one(
    'SELECT 1 FROM listColumn WHERE list = ? AND name = ?',
    list,
    column.name,
  );
  if (taken || reserved.includes(column.name.toLowerCase())) {
    throw nameTaken(`A column named '${column.name}' is already on this list.`);
  }
  if (column.definition.indexed) refuseFullIndexes(store, list);
  if (column.definition.lookup) findTarget(store, list, column);
  store.run(
    `INSERT INTO listColumn (list, position, id, name, definition)
     VALUES (?1, (SELECT count(*) FROM listColumn WHERE list = ?1), ?2, ?3, ?4)`,
    list,
    column.id,
    column.name,
    JSON.stringify(column.definition),
  );
  return column;
}

/** What a lookup points at must be there: a list of the same site, and a column of it. */
function findTarget(store: Store, list: number, { definition }: Omit<Column, 'id'>): void {
  const site = store.one<{ siteId: string }>('SELECT siteId FROM list WHERE number = ?', list);
  const siteId = site?.siteId ?? '';
  const { listId = '', columnName = '' } = definition.lookup ?? {};
  const found = store.one(
    `SELECT 1 FROM listColumn JOIN list ON list.number = listColumn.list
     WHERE list.id = lower(?) AND list.siteId = ? AND listColumn.name = ?`,
    listId,
    siteId,
    columnName,
  );
  if (!found) throw invalid(`There is no column '${columnName}' in a list '${listId}' to look up.`);
}

export function refuseFullIndexes(store: Store, list: number): void {
  const row = store.one<{ many: number }>(
    "SELECT count(*) AS many FROM listColumn WHERE list = ? AND definition ->> '$.indexed' = 1",
    list,
  );
  if ((row?.many ?? 0) >= mostIndexes) throw tooManyIndexes();
}

// A row being written: a new one added, and what is kept beside any row: its numbers, its version,
// its values in the indexes. What may be written is decided in field-rules.ts.
import type { Machine } from '../machine.ts';
import { comparable } from './column-values.ts';
import type { InList } from './graph-request.ts';
import type { Fields } from './item-row.ts';

const versionsKept = 500;

/** Adds a row that has passed every rule, as its first version, and answers its id. */
export function addRow(at: InList, fields: Fields, by: string): number {
  const { machine } = at.graph;
  const next = nextNumbers(at, 1);
  const now = nowText(machine);
  // A list put back from a copy gives out again the ids of rows made since, which stand as deleted.
  machine.store.run(
    `INSERT OR REPLACE INTO item
       (list, id, guid, version, change, createdAt, createdBy, modifiedAt, modifiedBy, fields)
     VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?)`,
    at.list.number,
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
}

export function nextNumbers(
  { graph, list }: InList,
  items: 0 | 1,
): { item: number; change: number } {
  return graph.machine.store.one<{ item: number; change: number }>(
    `UPDATE list SET lastItem = lastItem + ?, lastChange = lastChange + 1 WHERE number = ?
     RETURNING lastItem AS item, lastChange AS change`,
    items,
    list.number,
  ) as { item: number; change: number };
}

/** Keeps the row as it now stands; past 500 versions the oldest goes. */
export function keepVersion({ graph, list }: InList, id: number, version: number): void {
  const { store } = graph.machine;
  store.run(
    `INSERT INTO itemVersion (list, item, version, modifiedAt, modifiedBy, fields)
     SELECT list, id, version, modifiedAt, modifiedBy, fields FROM item WHERE list = ? AND id = ?`,
    list.number,
    id,
  );
  if (version <= versionsKept) return;
  const sql = 'DELETE FROM itemVersion WHERE list = ? AND item = ? AND version <= ?';
  store.run(sql, list.number, id, version - versionsKept);
}

export function reindex(
  { graph, list }: InList,
  id: number,
  { before, after }: { before: Fields | undefined; after: Fields },
): void {
  const { store } = graph.machine;
  for (const { name, definition } of list.columns) {
    if (!definition.indexed) continue;
    const value = comparable(after[name]);
    if (before === undefined) {
      const sql = 'INSERT INTO itemValue (list, field, value, item) VALUES (?, ?, ?, ?)';
      store.run(sql, list.number, name, value, id);
    } else if (value !== comparable(before[name])) {
      const sql = 'UPDATE itemValue SET value = ? WHERE list = ? AND item = ? AND field = ?';
      store.run(sql, value, list.number, id, name);
    }
  }
}

/** SharePoint keeps whole seconds, by its own clock. */
export function nowText({ faults }: Pick<Machine, 'faults'>): string {
  return `${faults.now().toISOString().slice(0, 19)}Z`;
}

// What is kept beside a row when it is written: its numbers, its version, its values in the indexes.
import { comparable } from './column-values.ts';
import type { InList } from './graph-request.ts';
import type { Fields } from './item-row.ts';

const versionsKept = 500;

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

/** SharePoint keeps whole seconds. */
export function nowText(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}

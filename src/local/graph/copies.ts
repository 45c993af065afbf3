// Copies of a list's rows, kept and put back as a restored backup does: with the ids, versions and
// eTags they had. Columns, views and permissions are left as they are.
import { ControlRefusal } from '../control/control-refusal.ts';
import type { InList } from './graph-request.ts';
import type { Fields, ItemRow } from './item-row.ts';
import { nextNumbers, reindex } from './row-keeping.ts';

/** What becomes of the delta tokens handed out before: refused with 410, or still good. */
export type TokensAfter = 'expired' | 'kept';

/**
 * Keeps the rows as they stand and answers the copy's id. It lasts until the list is deleted.
 * Called by `POST /local/sites/{site}/lists/{list}/keep`.
 */
export function keepCopy({ graph, list }: InList): string {
  const { store } = graph.machine;
  const copy = crypto.randomUUID();
  store.inTransaction(() => {
    store.run(
      'INSERT INTO listCopy (copy, list, lastItem) SELECT ?, number, lastItem FROM list WHERE number = ?',
      copy,
      list.number,
    );
    store.run(
      `INSERT INTO copiedItem
         SELECT ?, id, guid, version, createdAt, createdBy, modifiedAt, modifiedBy, fields
         FROM item WHERE list = ? AND deleted = 0`,
      copy,
      list.number,
    );
    store.run(
      `INSERT INTO copiedVersion SELECT ?, item, version, modifiedAt, modifiedBy, fields
         FROM itemVersion WHERE list = ?`,
      copy,
      list.number,
    );
  });
  return copy;
}

/**
 * Puts the list's rows back as the copy has them. With tokens 'kept' the next delta tells each row
 * that now stands differently, under its old version number, and rows made since as deleted; with
 * 'expired' every token handed out before answers 410. The numbers for new rows go back too.
 * Called by `POST /local/sites/{site}/lists/{list}/restore` `{copy, tokens}`.
 */
export function restoreCopy(at: InList, copy: string, tokens: TokensAfter): void {
  const { graph, list } = at;
  const { store } = graph.machine;
  const sql = 'SELECT lastItem FROM listCopy WHERE copy = ? AND list = ?';
  const known = store.one<{ lastItem: number }>(sql, copy, list.number);
  if (!known) throw new ControlRefusal(404, `The list has no copy ${copy}.`);
  store.inTransaction(() => {
    deleteMadeSince(at, copy);
    putBack(at, copy);
    store.run('DELETE FROM itemVersion WHERE list = ?', list.number);
    store.run(
      `INSERT INTO itemVersion SELECT ?, item, version, modifiedAt, modifiedBy, fields
         FROM copiedVersion WHERE copy = ?`,
      list.number,
      copy,
    );
    indexAgain(at);
    store.run('UPDATE list SET lastItem = ? WHERE number = ?', known.lastItem, list.number);
    if (tokens === 'expired') expireTokens(at);
  });
}

/** How often the list was put back with its tokens expired; a token of an earlier time is too old. */
export function timesRestored({ graph, list }: InList): number {
  const sql = 'SELECT times FROM listRestored WHERE list = ?';
  return graph.machine.store.one<{ times: number }>(sql, list.number)?.times ?? 0;
}

function expireTokens({ graph, list }: InList): void {
  graph.machine.store.run(
    `INSERT INTO listRestored (list, times) VALUES (?, 1)
     ON CONFLICT (list) DO UPDATE SET times = times + 1`,
    list.number,
  );
}

function deleteMadeSince(at: InList, copy: string): void {
  const { store } = at.graph.machine;
  const made = store.all<{ id: number }>(
    `SELECT id FROM item WHERE list = ? AND deleted = 0
       AND id NOT IN (SELECT id FROM copiedItem WHERE copy = ?)`,
    at.list.number,
    copy,
  );
  for (const { id } of made) {
    const sql = "UPDATE item SET deleted = 1, fields = '{}', change = ? WHERE list = ? AND id = ?";
    store.run(sql, nextNumbers(at, 0).change, at.list.number, id);
  }
}

/** Only rows that stand otherwise than the copy are written, each as a change of its own. */
function putBack(at: InList, copy: string): void {
  const { store } = at.graph.machine;
  const { number } = at.list;
  const different = store.all<{ id: number }>(
    `SELECT id FROM copiedItem AS old WHERE copy = ?1 AND NOT EXISTS (
       SELECT 1 FROM item WHERE list = ?2 AND id = old.id AND deleted = 0
         AND guid = old.guid AND version = old.version AND fields = old.fields
         AND modifiedAt = old.modifiedAt AND modifiedBy = old.modifiedBy)`,
    copy,
    number,
  );
  for (const { id } of different) {
    store.run(
      `INSERT OR REPLACE INTO item (list, id, guid, version, change, deleted,
         createdAt, createdBy, modifiedAt, modifiedBy, fields)
       SELECT ?1, id, guid, version, ?2, 0, createdAt, createdBy, modifiedAt, modifiedBy, fields
         FROM copiedItem WHERE copy = ?3 AND id = ?4`,
      number,
      nextNumbers(at, 0).change,
      copy,
      id,
    );
  }
}

function indexAgain(at: InList): void {
  const { store } = at.graph.machine;
  store.run('DELETE FROM itemValue WHERE list = ?', at.list.number);
  const rows = store.all<Pick<ItemRow, 'id' | 'fields'>>(
    'SELECT id, fields FROM item WHERE list = ? AND deleted = 0',
    at.list.number,
  );
  for (const { id, fields } of rows) {
    reindex(at, id, { before: undefined, after: JSON.parse(fields) as Fields });
  }
}

// Opens a SQLite file so that what it says is saved survives a power cut, and words its faults
// so that an administrator knows which file to look at. What is kept in it is decided elsewhere.
import { DatabaseSync } from 'node:sqlite';
import { StoreFault, type StoreTrouble } from '../use-cases/store-fault.ts';

/**
 * The file could not be opened, read or written; nothing of the attempt was kept. A StoreFault where
 * the file itself is at fault, and not what was asked of it.
 */
export const fileFault = (what: string, file: string, cause: unknown): Error => {
  if (cause instanceof StoreFault) return cause;
  const code = (cause as { errcode?: number } | null)?.errcode;
  const [trouble, words] = faultOf(code === undefined ? undefined : code & 0xff, cause);
  const message = `${what} at ${file} ${words} Nothing new is kept until then.`;
  return trouble === null ? new Error(message, { cause }) : new StoreFault(trouble, message, cause);
};

// SQLite's primary result codes: https://www.sqlite.org/rescode.html
const faultOf = (
  code: number | undefined,
  cause: unknown,
): readonly [StoreTrouble | null, string] => {
  if (code === 5 || code === 6) return ['held', 'is held by another process.'];
  if (code === 8) return ['read-only', 'cannot be written: it is read-only.'];
  if (code === 10)
    return ['full', 'cannot be read or written: the disk reports a fault or is full.'];
  if (code === 11)
    return ['damaged', 'is damaged: restore it from a copy, or move it aside to start afresh.'];
  if (code === 13) return ['full', 'cannot grow: the disk is full.'];
  if (code === 14)
    return ['gone', 'cannot be opened: check that its folder is there and can be written.'];
  if (code === 26)
    return [
      'damaged',
      'is not one of ours: it is damaged, or another kind of file. Restore it from a copy, or move it aside to start afresh.',
    ];
  return [null, `failed (${cause instanceof Error ? cause.message : String(cause)}).`];
};

/** The milliseconds another process may keep us waiting for a lock. */
const waitForLock = 2_000;

/**
 * Opens the file, checks it, and brings it to the schema given. Throws a fault naming the file. A commit
 * is whole whatever happens, and lasts through a power cut once its log has been synced, which is left
 * to group-commit.ts: SQLite would keep the event loop waiting for every one.
 */
export const openSqlite = (what: string, file: string, schema: string): DatabaseSync => {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file, { timeout: waitForLock });
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    check(db);
    db.exec(schema);
    return db;
  } catch (cause) {
    db?.close();
    throw fileFault(what, file, cause);
  }
};

/** Reads the file through as it lies on the disk, by a connection of its own. Throws where it is damaged. */
export const checkFile = (file: string): void => {
  const db = new DatabaseSync(file, { readOnly: true, timeout: waitForLock });
  try {
    check(db);
  } finally {
    db.close();
  }
};

const check = (db: DatabaseSync): void => {
  const found = db.prepare('PRAGMA quick_check(1)').get() as { quick_check: string };
  if (found.quick_check !== 'ok')
    throw Object.assign(new Error(found.quick_check), { errcode: 11 });
};

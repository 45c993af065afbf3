// Opens a SQLite file so that what it says is committed survives a power cut, and words its faults
// so that an administrator knows which file to look at. What is kept in it is decided elsewhere.
import { DatabaseSync } from 'node:sqlite';

/** The file could not be opened, read or written; nothing of the attempt was kept. */
export const fileFault = (what: string, file: string, cause: unknown): Error => {
  const code = (cause as { errcode?: number } | null)?.errcode;
  const primary = code === undefined ? undefined : code & 0xff;
  return new Error(`${what} at ${file} ${faultWords(primary, cause)} Nothing was kept.`, { cause });
};

// SQLite's primary result codes: https://www.sqlite.org/rescode.html
const faultWords = (code: number | undefined, cause: unknown): string => {
  if (code === 5 || code === 6) return 'is held by another process.';
  if (code === 8) return 'cannot be written: it is read-only.';
  if (code === 10) return 'cannot be read or written: the disk reports a fault or is full.';
  if (code === 11) return 'is damaged: restore it from a copy, or move it aside to start afresh.';
  if (code === 13) return 'cannot grow: the disk is full.';
  if (code === 14) return 'cannot be opened: check that its folder is there and can be written.';
  if (code === 26) return 'is not one of ours: it is damaged, or another kind of file.';
  return `failed (${cause instanceof Error ? cause.message : String(cause)}).`;
};

/** The milliseconds another process may keep us waiting for a lock. */
const waitForLock = 2_000;

/** Opens the file, checks it, and brings it to the schema given. Throws a fault naming the file. */
export const openSqlite = (what: string, file: string, schema: string): DatabaseSync => {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file, { timeout: waitForLock });
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    const check = db.prepare('PRAGMA quick_check(1)').get() as { quick_check: string };
    if (check.quick_check !== 'ok')
      throw Object.assign(new Error(check.quick_check), { errcode: 11 });
    db.exec(schema);
    return db;
  } catch (cause) {
    db?.close();
    throw fileFault(what, file, cause);
  }
};

// The embedded lease: an exclusive lock on a file of its own. The operating system frees it when
// the process ends, however it ends, so nobody waits for a dead holder. Use a local disk.
import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Lease } from '../use-cases/ports.ts';
import { fileFault } from './sqlite-file.ts';

const sqliteBusy = 5;

/** Throws an error naming the file where it cannot be opened or locked at all. */
export const openLease = (file: string): Lease => {
  let held: { readonly db: DatabaseSync; readonly ino: number } | null = null;

  /** A lock on a file that was removed keeps nobody out. */
  const isInPlace = (): boolean => statSync(file, { throwIfNoEntry: false })?.ino === held?.ino;

  const hold = (): boolean => {
    if (held !== null && isInPlace()) return true;
    release();
    let db: DatabaseSync | undefined;
    try {
      db = new DatabaseSync(file, { timeout: 0 });
      // On a file that may only be read the lock keeps nobody out: a write, which is never committed,
      // throws there. Its journal is in memory, so that none is left behind and no disk is filled.
      db.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE; PRAGMA user_version = 1;');
      held = { db, ino: statSync(file).ino };
      return true;
    } catch (cause) {
      db?.close();
      if (((cause as { errcode?: number }).errcode ?? 0) % 256 === sqliteBusy) return false;
      throw fileFault('The lease', file, cause);
    }
  };

  const release = (): void => {
    held?.db.close();
    held = null;
  };

  return { hold, release };
};

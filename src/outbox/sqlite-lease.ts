// The embedded lease: an exclusive lock on a file of its own. The operating system frees it when
// the process ends, however it ends, so nobody waits for a dead holder. Use a local disk.
import { DatabaseSync } from 'node:sqlite';
import type { Lease } from '../use-cases/ports.ts';
import { fileFault } from './sqlite-file.ts';

const sqliteBusy = 5;

/** Throws an error naming the file where it cannot be opened or locked at all. */
export const openLease = (file: string): Lease => {
  let db: DatabaseSync | null = null;

  const hold = (): boolean => {
    if (db?.isTransaction) return true;
    try {
      db ??= new DatabaseSync(file, { timeout: 0 });
      db.exec('BEGIN EXCLUSIVE');
      return true;
    } catch (cause) {
      if (((cause as { errcode?: number }).errcode ?? 0) % 256 === sqliteBusy) return false;
      throw fileFault('The lease', file, cause);
    }
  };

  const release = (): void => {
    db?.close();
    db = null;
  };

  return { hold, release };
};

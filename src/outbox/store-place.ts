// Where a store's file lies, and whether it is still the one that was opened. On most systems a file
// that was removed can be written to for as long as it is open, and is gone when the app stops: so
// what is committed counts only while its files are in their place.
import {
  closeSync,
  fsync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { StoreFault } from '../use-cases/store-fault.ts';

export type Place = {
  /** Throws where the file is gone, or another lies in its place. */
  check(): void;
  /** Changes with every write to the file itself, whoever writes. */
  mark(): string;
  /** Puts on the disk what was committed to the log until now, while the event loop goes on. */
  sync(): Promise<void>;
  syncNow(): void;
  /** Syncs no more. */
  leave(): void;
};

const logOf = (file: string): string => `${file}-wal`;

export const placeOf = (what: string, file: string): Place => {
  const opened = statSync(file).ino;
  const logOpened = statSync(logOf(file)).ino;
  const isStill = (name: string, ino: number): boolean => {
    const found = statOf(name);
    if (found !== undefined && found.ino !== ino) throw replaced(what, file);
    return found !== undefined;
  };
  return {
    check: () => {
      if (!isStill(file, opened) || !isStill(logOf(file), logOpened)) throw gone(what, file);
    },
    mark: () => {
      const found = statOf(file);
      return found === undefined ? '' : `${found.mtimeMs} ${found.size}`;
    },
    ...syncing(openSync(logOf(file), 'r+')),
  };
};

/** SQLite takes no lock on its log, so that opening and closing it once more disturbs nobody. */
const syncing = (log: number): Pick<Place, 'sync' | 'syncNow' | 'leave'> => {
  let underWay = 0;
  let isLeft = false;
  const closeIfDone = () => {
    if (isLeft && underWay === 0) closeSync(log);
  };
  return {
    sync: () =>
      new Promise((resolve, reject) => {
        if (isLeft) return reject(notSynced(null));
        underWay += 1;
        fsync(log, (fault) => {
          underWay -= 1;
          closeIfDone();
          if (fault) reject(notSynced(fault));
          else resolve();
        });
      }),
    syncNow: () => {
      try {
        fsyncSync(log);
      } catch (cause) {
        throw notSynced(cause);
      }
    },
    leave: () => {
      if (isLeft) return;
      isLeft = true;
      closeIfDone();
    },
  };
};

/** By SQLite's own code for it: whoever words the fault knows that one. */
const notSynced = (cause: unknown): Error =>
  Object.assign(new Error('not on the disk', { cause }), { errcode: 10 });

const statOf = (name: string): Stats | undefined => statSync(name, { throwIfNoEntry: false });

const gone = (what: string, file: string): StoreFault =>
  new StoreFault(
    'gone',
    `${what} at ${file} is not there any more. Nothing new is kept until then.`,
    null,
  );

const replaced = (what: string, file: string): StoreFault =>
  new StoreFault(
    'replaced',
    `${what} at ${file} was replaced while it was in use: start the app again. Nothing new is kept until then.`,
    null,
  );

/**
 * Writes all that an open store holds to its place again, and closes it. Whole or not at all: it is
 * written beside its place and moved there once it is on the disk.
 */
export const putBack = (db: DatabaseSync, file: string): void => {
  const copy = `${file}.back`;
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(copy, { force: true });
  db.exec(`VACUUM INTO '${copy.replaceAll("'", "''")}'`);
  const written = openSync(copy, 'r+');
  fsyncSync(written);
  closeSync(written);
  // A log left behind belongs to the file that is gone, and would be read into this one.
  for (const left of [logOf(file), `${file}-shm`]) rmSync(left, { force: true });
  renameSync(copy, file);
  db.close();
};

// One SQLite file in use: reads, writes that share commits, and whether it can take any. A full disk
// or a removed folder passes and is tried again; a damaged file is not touched until somebody has
// seen to it. What is kept in it is decided elsewhere.
import type { DatabaseSync } from 'node:sqlite';
import { StoreFault, type StoreTrouble } from '../use-cases/store-fault.ts';
import { type Committing, groupCommit } from './group-commit.ts';
import { checkFile, fileFault, openSqlite } from './sqlite-file.ts';
import { type Place, placeOf, putBack } from './store-place.ts';

export type Store<Statements> = {
  /** Throws a StoreFault, as all of these do. */
  ask<Result>(ask: (sql: Statements) => Result): Result;
  write<Result>(run: (sql: Statements) => Result): Promise<Result>;
  /** Once all that was committed by now is on the disk, and those who wrote it have been told. */
  synced(): Promise<void>;
  trouble(): StoreFault | null;
  isWell(): boolean;
  close(): void;
};

type Kept<Statements> = {
  readonly what: string;
  readonly file: string;
  readonly schema: string;
  readonly prepare: (db: DatabaseSync) => Statements;
};

/** These do not pass by themselves, and more written to such a file could be lost with it. */
const lasting: ReadonlySet<StoreTrouble> = new Set(['damaged', 'replaced']);

// What shows that there is room again: more than any one entry needs, so that the last few bytes of
// a disk are not taken for a disk with space.
const room = `
  CREATE TABLE IF NOT EXISTS room (one INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
  INSERT OR REPLACE INTO room VALUES (1, zeroblob(262144));
  DELETE FROM room;
`;

export const openStore = <Statements>(kept: Kept<Statements>): Store<Statements> => {
  const { file } = kept;
  let open = opened(kept);
  let readThrough = open.place.mark();
  const { guarded, trouble, passed } = openTrouble(kept);

  const together = groupCommit(committing(guarded, () => open));
  const tryAgain = (): void =>
    guarded(() => {
      if (trouble()?.trouble === 'gone' && open.db.isOpen) putBack(open.db, file);
      if (!open.db.isOpen) {
        open.place.leave();
        open = opened(kept);
      }
      open.place.check();
      // An emptied log is room, too.
      open.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      open.db.exec(room);
      open.place.check();
      passed();
    });
  /**
   * Read through only where it was written to since, by somebody else or a checkpoint on the way.
   * Then what is in the log goes into the file: a log that is damaged loses its end in silence.
   */
  const lookOver = (): void =>
    guarded(() => {
      open.place.check();
      if (open.place.mark() !== readThrough) checkFile(file);
      open.db.exec('PRAGMA wal_checkpoint(PASSIVE)');
      readThrough = open.place.mark();
    });

  return {
    ask: (ask) => guarded(() => ask(open.sql)),
    write: (run) => together.write(() => run(open.sql)),
    synced: together.synced,
    trouble,
    isWell: () => {
      try {
        if (trouble() !== null) tryAgain();
        lookOver();
      } catch (fault) {
        if (trouble() === null) throw fault;
      }
      return trouble() === null;
    },
    close: () => {
      together.flush();
      open.place.leave();
      if (open.db.isOpen) open.db.close();
    },
  };
};

type Guarded = <Result>(work: () => Result) => Result;

/** What is committed and synced counts only where the files were still in their place. */
const committing = (guarded: Guarded, open: () => Opened<unknown>): Committing => ({
  commit: (work) =>
    guarded(() => {
      const { db, place } = open();
      place.check();
      return inOneCommit(db, work);
    }),
  sync: async () => {
    const { place } = open();
    const fault = await place.sync().then(
      () => null,
      (cause: unknown) => ({ cause }),
    );
    guarded(() => {
      if (fault !== null) throw fault.cause;
      place.check();
    });
  },
  syncNow: () =>
    guarded(() => {
      const { place } = open();
      place.syncNow();
      place.check();
    }),
});

/** Remembers what is wrong with the file; what is wrong with one write alone is no trouble of its. */
const openTrouble = ({ what, file }: Pick<Kept<unknown>, 'what' | 'file'>) => {
  let trouble: StoreFault | null = null;
  return {
    guarded: <Result>(work: () => Result): Result => {
      if (trouble !== null && lasting.has(trouble.trouble)) throw trouble;
      try {
        return work();
      } catch (cause) {
        const fault = fileFault(what, file, cause);
        if (fault instanceof StoreFault) trouble = fault;
        throw fault;
      }
    },
    trouble: (): StoreFault | null => trouble,
    passed: (): void => {
      trouble = null;
    },
  };
};

type Opened<Statements> = {
  readonly db: DatabaseSync;
  readonly sql: Statements;
  readonly place: Place;
};

const opened = <Statements>({
  what,
  file,
  schema,
  prepare,
}: Kept<Statements>): Opened<Statements> => {
  const db = openSqlite(what, file, schema);
  try {
    const sql = prepare(db);
    const place = placeOf(what, file);
    place.syncNow();
    return { db, sql, place };
  } catch (cause) {
    db.close();
    throw fileFault(what, file, cause);
  }
};

const inOneCommit = (db: DatabaseSync, work: () => readonly unknown[]): readonly unknown[] => {
  db.exec('BEGIN IMMEDIATE');
  try {
    const results = work();
    db.exec('COMMIT');
    return results;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
};

// The embedded Outbox: entries, messages and changes in one SQLite file. Decides what is kept for
// how long: an entry's key is a claim and stays for ever; a message goes once settled, a change
// once landed. When to send or land is the use cases' affair.
import type { DatabaseSync } from 'node:sqlite';
import type { Change } from '../registers/registers.ts';
import { fold } from '../registers/same-key.ts';
import type {
  Acceptance,
  Begun,
  Entry,
  Message,
  Outbox,
  Pending,
  Waiting,
} from '../use-cases/ports.ts';
import { StoreFault } from '../use-cases/store-fault.ts';
import { openStore, type Store } from './sqlite-store.ts';

const what = 'The Outbox';

// AUTOINCREMENT: a sequence number is never used again, also when all changes have landed.
// To prune claims one day: delete entries by `at`, once their cycle has been closed for years.
const schema = `
  CREATE TABLE IF NOT EXISTS entries (
    key TEXT PRIMARY KEY, entry TEXT NOT NULL, at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS messages (
    place INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, named TEXT NOT NULL,
    message TEXT NOT NULL, begun INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE IF NOT EXISTS changes (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, change TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS begun (
    one INTEGER PRIMARY KEY CHECK (one = 1), council TEXT NOT NULL, machine TEXT NOT NULL
  ) STRICT;
`;

/**
 * Opens the file, making it where there is none: `now` is then the moment it was begun, on the
 * council's clock. Throws an error that names the file.
 */
export const openOutbox = (
  file: string,
  now: () => Temporal.Instant = () => Temporal.Now.instant(),
): Outbox => {
  const store = openStore({
    what,
    file,
    schema,
    prepare: (db) => {
      const sql = statements(db);
      sql.beginFile.run(now().toString(), Temporal.Now.instant().toString());
      return sql;
    },
  });
  const begun = store.ask(readBegun);
  /** How often each message was begun, by folded key, as it was last looked at here. */
  const looked = new Map<string, number>();
  const read = <Result>(ask: (sql: Statements) => Result): Promise<Result> => {
    try {
      return Promise.resolve(store.ask(ask));
    } catch (fault) {
      return Promise.reject(fault);
    }
  };

  /** Of work to be done: nothing is begun that a power cut could still take back. */
  const readWork = async <Result>(ask: (sql: Statements) => Result): Promise<Result> => {
    const found = store.ask(ask);
    await store.synced();
    return found;
  };

  return {
    accept: (entries) => store.write((sql) => entries.map((entry) => acceptOne(sql, entry))),
    find: (key) => read((sql) => findEntry(sql, key)),
    waiting: (limit) =>
      readWork((sql) =>
        sql.waiting.all(limit).map((row) => {
          looked.set(fold(row['named'] as string), row['begun'] as number);
          return asWaiting(row);
        }),
      ),
    begin: (keys) => store.write((sql) => keys.filter((key) => beginOne(sql, looked, fold(key)))),
    settle: (settled) =>
      store.write((sql) =>
        settled.flatMap((one) => {
          looked.delete(fold(one.key));
          return settleOne(sql, one);
        }),
      ),
    pending: (limit, above = 0) => readWork((sql) => sql.pending.all(above, limit).map(asPending)),
    landed: (sequences) =>
      store.write((sql) => {
        for (const sequence of sequences) sql.landed.run(sequence);
      }),
    depth: depthOf(store),
    begun: () => begun,
    trouble: store.trouble,
    isWell: store.isWell,
    close: store.close,
  };
};

/** While the store cannot be asked, its depth is what it last was. */
const depthOf = (store: Pick<Store<Statements>, 'ask'>): Outbox['depth'] => {
  let last = { changes: 0, messages: 0 };
  return () => {
    try {
      last = store.ask((sql) => ({
        changes: (sql.changesWaiting.get() as { n: number }).n,
        messages: (sql.messagesWaiting.get() as { n: number }).n,
      }));
    } catch (fault) {
      if (!(fault instanceof StoreFault)) throw fault;
    }
    return last;
  };
};

const readBegun = (sql: Statements): Begun | null => {
  const row = sql.begun.get() as { council: string; machine: string } | undefined;
  if (row === undefined) return null;
  const { council, machine } = row;
  return { council: Temporal.Instant.from(council), machine: Temporal.Instant.from(machine) };
};

type Statements = ReturnType<typeof statements>;

const statements = (db: DatabaseSync) => ({
  // An Outbox that an earlier version began does not say when.
  beginFile: db.prepare(`INSERT INTO begun (one, council, machine) SELECT 1, ?, ?
    WHERE NOT EXISTS (SELECT 1 FROM begun) AND NOT EXISTS (SELECT 1 FROM entries)`),
  begun: db.prepare('SELECT council, machine FROM begun'),
  claim: db.prepare('INSERT INTO entries (key, entry, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'),
  entry: db.prepare('SELECT entry FROM entries WHERE key = ?'),
  addMessage: db.prepare('INSERT INTO messages (key, named, message) VALUES (?, ?, ?)'),
  waiting: db.prepare('SELECT named, message, begun FROM messages ORDER BY place LIMIT ?'),
  begin: db.prepare(`UPDATE messages SET begun = begun + 1
    WHERE key = ?1 AND (?2 IS NULL OR begun = ?2) RETURNING begun`),
  settle: db.prepare('DELETE FROM messages WHERE key = ?'),
  addChange: db.prepare('INSERT INTO changes (change) VALUES (?)'),
  pending: db.prepare(
    'SELECT sequence, change FROM changes WHERE sequence > ? ORDER BY sequence LIMIT ?',
  ),
  landed: db.prepare('DELETE FROM changes WHERE sequence = ?'),
  changesWaiting: db.prepare('SELECT count(*) AS n FROM changes'),
  messagesWaiting: db.prepare('SELECT count(*) AS n FROM messages'),
});

const acceptOne = (sql: Statements, entry: Entry): Acceptance => {
  const key = fold(entry.key);
  const at = entry.at.toString();
  const text = JSON.stringify({ ...entry, at });
  if (sql.claim.run(key, text, at).changes === 0) {
    return { outcome: 'already', first: findEntry(sql, key) ?? entry };
  }
  if (entry.message) sql.addMessage.run(key, entry.key, JSON.stringify(entry.message));
  return { outcome: 'accepted', pending: append(sql, entry) };
};

/** Only where another process has not begun it since it was looked at: who was held up sends nothing again. */
const beginOne = (sql: Statements, looked: Map<string, number>, key: string): boolean => {
  const row = sql.begin.get(key, looked.get(key) ?? null);
  if (row === undefined) return false;
  looked.set(key, row['begun'] as number);
  return true;
};

/** Settled already, or never accepted: changes nothing. */
const settleOne = (
  sql: Statements,
  { key, changes }: { readonly key: string; readonly changes: readonly Change[] },
): readonly Pending[] =>
  sql.settle.run(fold(key)).changes === 1 ? append(sql, { by: null, changes }) : [];

const append = (
  sql: Statements,
  { by, changes }: Pick<Entry, 'by' | 'changes'>,
): readonly Pending[] => {
  const acceptedAt = Temporal.Now.instant();
  return changes.map(({ register, key, set }) => {
    const told = { register, key, set, by, acceptedAt };
    return { ...told, sequence: Number(sql.addChange.run(JSON.stringify(told)).lastInsertRowid) };
  });
};

const findEntry = (sql: Statements, key: string): Entry | null => {
  const row = sql.entry.get(fold(key));
  if (!row) return null;
  const entry = readText<Entry & { at: string }>(row['entry']);
  return { ...entry, at: Temporal.Instant.from(entry.at) };
};

const asWaiting = (row: Record<string, unknown>): Waiting => ({
  key: row['named'] as string,
  message: readText<Message>(row['message']),
  inFlight: row['begun'] !== 0,
});

/** What cannot be read as it was written is a file that was damaged. */
const readText = <Read>(text: unknown): Read => {
  try {
    return JSON.parse(text as string) as Read;
  } catch (cause) {
    throw Object.assign(new Error('not as it was written', { cause }), { errcode: 11 });
  }
};

/** A change that an earlier version accepted does not say by whom or when: it counts as made now. */
const asPending = (row: Record<string, unknown>): Pending => {
  const { acceptedAt, by, ...change } = readText<
    Change & { readonly by?: string | null; readonly acceptedAt?: string }
  >(row['change']);
  return {
    ...change,
    sequence: row['sequence'] as number,
    by: by ?? null,
    acceptedAt: acceptedAt ? Temporal.Instant.from(acceptedAt) : Temporal.Now.instant(),
  };
};

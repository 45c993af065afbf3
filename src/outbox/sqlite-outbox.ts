// The embedded Outbox: entries, messages and changes in one SQLite file. Decides what is kept for
// how long: an entry's key is a claim and stays for ever; a message goes once settled, a change
// once landed. When to send or land is the use cases' affair.
import type { DatabaseSync } from 'node:sqlite';
import type { Change } from '../registers/registers.ts';
import { fold } from '../registers/same-key.ts';
import type { Acceptance, Entry, Message, Outbox, Pending } from '../use-cases/ports.ts';
import { groupCommit } from './group-commit.ts';
import { fileFault, openSqlite } from './sqlite-file.ts';

const what = 'The Outbox';

// AUTOINCREMENT: a sequence number is never used again, also when all changes have landed.
// To prune claims one day: delete entries by `at`, once their cycle has been closed for years.
const schema = `
  CREATE TABLE IF NOT EXISTS entries (
    key TEXT PRIMARY KEY, entry TEXT NOT NULL, at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS messages (
    place INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, named TEXT NOT NULL,
    message TEXT NOT NULL, begun INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE IF NOT EXISTS changes (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, change TEXT NOT NULL
  ) STRICT;
`;

/** Opens the file, making it where there is none. Throws an error that names it. */
export const openOutbox = (file: string): Outbox => {
  const db = openSqlite(what, file, schema);
  const sql = statements(db);
  const fault = (cause: unknown) => fileFault(what, file, cause);
  const together = groupCommit(db, fault);
  const read = <Result>(ask: () => Result): Promise<Result> => {
    try {
      return Promise.resolve(ask());
    } catch (cause) {
      return Promise.reject(fault(cause));
    }
  };

  return {
    accept: (entries) => together.write(() => entries.map((entry) => acceptOne(sql, entry))),
    find: (key) => read(() => findEntry(sql, key)),
    waiting: (limit) =>
      read(() =>
        sql.waiting.all(limit).map((row) => ({
          key: row['named'] as string,
          message: JSON.parse(row['message'] as string) as Message,
          inFlight: row['begun'] === 1,
        })),
      ),
    begin: (keys) =>
      together.write(() => keys.filter((key) => sql.begin.run(fold(key)).changes === 1)),
    settle: (settled) => together.write(() => settled.flatMap((one) => settleOne(sql, one))),
    pending: (limit) => read(() => sql.pending.all(limit).map(asPending)),
    landed: (sequences) =>
      together.write(() => {
        for (const sequence of sequences) sql.landed.run(sequence);
      }),
    depth: () => ({
      changes: (sql.changesWaiting.get() as { n: number }).n,
      messages: (sql.messagesWaiting.get() as { n: number }).n,
    }),
    close: () => {
      together.flush();
      db.close();
    },
  };
};

type Statements = ReturnType<typeof statements>;

const statements = (db: DatabaseSync) => ({
  claim: db.prepare('INSERT INTO entries (key, entry, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'),
  entry: db.prepare('SELECT entry FROM entries WHERE key = ?'),
  addMessage: db.prepare('INSERT INTO messages (key, named, message) VALUES (?, ?, ?)'),
  waiting: db.prepare('SELECT named, message, begun FROM messages ORDER BY place LIMIT ?'),
  begin: db.prepare('UPDATE messages SET begun = 1 WHERE key = ?'),
  settle: db.prepare('DELETE FROM messages WHERE key = ?'),
  addChange: db.prepare('INSERT INTO changes (change) VALUES (?)'),
  pending: db.prepare('SELECT sequence, change FROM changes ORDER BY sequence LIMIT ?'),
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
  const entry = JSON.parse(row['entry'] as string) as Entry & { at: string };
  return { ...entry, at: Temporal.Instant.from(entry.at) };
};

/** A change that an earlier version accepted does not say by whom or when: it counts as made now. */
const asPending = (row: Record<string, unknown>): Pending => {
  const { acceptedAt, by, ...change } = JSON.parse(row['change'] as string) as Change & {
    readonly by?: string | null;
    readonly acceptedAt?: string;
  };
  return {
    ...change,
    sequence: row['sequence'] as number,
    by: by ?? null,
    acceptedAt: acceptedAt ? Temporal.Instant.from(acceptedAt) : Temporal.Now.instant(),
  };
};

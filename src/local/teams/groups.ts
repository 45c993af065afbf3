// The groups of the directory: each with who is in it, people and groups alike, by id.
import type { Store } from '../store.ts';

/** Made, or its members replaced. */
export function putGroup(store: Store, id: string, members: readonly string[]): void {
  store.run(
    `INSERT INTO directoryGroup (id, members) VALUES (lower(?), ?)
     ON CONFLICT (id) DO UPDATE SET members = excluded.members`,
    id,
    JSON.stringify(members.map((each) => each.toLowerCase())),
  );
}

/** Null where there is no such group. */
export function membersOf(store: Store, id: string): readonly string[] | null {
  const sql = 'SELECT members FROM directoryGroup WHERE id = lower(?)';
  const kept = store.one<{ members: string }>(sql, id);
  return kept ? (JSON.parse(kept.members) as string[]) : null;
}

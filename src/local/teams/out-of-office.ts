// A person's automatic replies: set by them in Outlook or in Teams, read through Graph.
import type { Store } from '../store.ts';

/** Moments are UTC, without a zone: '2020-10-05T07:00:00'. */
export type OutOfOffice =
  | { status: 'disabled' | 'alwaysEnabled' | 'no mailbox' }
  | { status: 'scheduled'; from: string; until: string };

/** Nothing is set until somebody sets it. */
export function outOfOfficeOf(store: Store, personId: string): OutOfOffice {
  const sql = 'SELECT replies FROM mailbox WHERE personId = ?';
  const replies = store.one<{ replies: string }>(sql, personId)?.replies;
  return replies ? (JSON.parse(replies) as OutOfOffice) : { status: 'disabled' };
}

export function setOutOfOffice(store: Store, personId: string, set: OutOfOffice): void {
  store.run(
    `INSERT INTO mailbox (personId, replies) VALUES (?, ?)
     ON CONFLICT (personId) DO UPDATE SET replies = excluded.replies`,
    personId,
    JSON.stringify(set),
  );
}

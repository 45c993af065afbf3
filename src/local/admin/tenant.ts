// Whether this tenant was begun empty: with people, and no app, site or bot until an administrator makes
// them. Any other knows Golden Thread from the first. Kept over a restart, and over a reset.
import type { Store } from '../store.ts';

export function beginEmpty(store: Store): void {
  if (!wasBegunEmpty(store)) store.run('INSERT INTO begunEmpty (one) VALUES (1)');
}

export function wasBegunEmpty(store: Store): boolean {
  return store.one('SELECT 1 FROM begunEmpty') !== undefined;
}

// What the tenant's people have agreed to: the scopes an app may have on behalf of whoever is signed in, and
// of whom more is wanted before they may be acted for. The control API changes both.
import { wasBegunEmpty } from '../admin/tenant.ts';
import { appId } from '../ids.ts';
import type { Store } from '../store.ts';

/** What Golden Thread's registration asks for on behalf of people. */
export const asksFor = ['User.Read', 'User.ReadBasic.All', 'Sites.Selected'] as const;

/** Those of an app, for everyone in the tenant: agreed to from the first, but in one that was begun empty. */
export function scopesOf(store: Store, app: string): readonly string[] {
  const sql = 'SELECT scopes FROM delegatedConsent WHERE app = lower(?)';
  const kept = store.one<{ scopes: string }>(sql, app);
  if (kept) return JSON.parse(kept.scopes) as string[];
  return app.toLowerCase() === appId && !wasBegunEmpty(store) ? asksFor : [];
}

/** In place of those of before, for everyone in the tenant. */
export function putScopes(store: Store, app: string, scopes: readonly string[]): void {
  store.run(
    `INSERT INTO delegatedConsent (app, scopes) VALUES (lower(?), ?)
     ON CONFLICT (app) DO UPDATE SET scopes = excluded.scopes`,
    app,
    JSON.stringify(scopes),
  );
}

/** `sign in again`: as to confirm who they are. `not a member`: they may do nothing on any site. */
export type Rule = 'sign in again' | 'not a member';

export function rulesOf(store: Store, personId: string): readonly Rule[] {
  const sql = 'SELECT rule FROM personRule WHERE personId = lower(?)';
  return store.all<{ rule: Rule }>(sql, personId).map(({ rule }) => rule);
}

export function putRules(store: Store, personId: string, rules: readonly Rule[]): void {
  store.run('DELETE FROM personRule WHERE personId = lower(?)', personId);
  for (const rule of rules)
    store.run('INSERT INTO personRule (personId, rule) VALUES (lower(?), ?)', personId, rule);
}

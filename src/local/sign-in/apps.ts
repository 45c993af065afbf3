// The app registrations of the tenant: how each proves itself, and which roles it has been consented to.
// Three are known from the first; the control API changes them and adds others.
import { wasBegunEmpty } from '../admin/tenant.ts';
import { administratorHere, anyoneHere, appId } from '../ids.ts';
import type { Store } from '../store.ts';

export type App = {
  readonly id: string;
  /** Null: it has none. */
  readonly secret: string | null;
  /** One or several certificates, PEM. Null: it has none. */
  readonly certificate: string | null;
  /** Of Graph and of SharePoint alike. */
  readonly roles: readonly string[];
};

const known: Record<string, readonly string[]> = {
  [appId]: ['Sites.Selected', 'User.ReadBasic.All', 'MailboxSettings.Read'],
  [anyoneHere]: ['Sites.FullControl.All', 'User.Read.All'],
  [administratorHere]: ['Sites.FullControl.All', 'User.Read.All'],
};

/** Null where there is no such app in the tenant. */
export function appBy(store: Store, asked: string): App | null {
  const sql = 'SELECT * FROM appRegistration WHERE id = lower(?)';
  const kept = store.one<Omit<App, 'roles'> & { roles: string }>(sql, asked);
  if (kept) return { ...kept, roles: JSON.parse(kept.roles) as string[] };
  const id = asked.toLowerCase();
  // In a tenant begun empty nobody knows it until an administrator registers it.
  if (id === appId && wasBegunEmpty(store)) return null;
  const roles = known[id];
  return roles ? { id, secret: anyoneHere, certificate: null, roles } : null;
}

export function putApp(store: Store, { id, secret, certificate, roles }: App): void {
  store.run(
    `INSERT INTO appRegistration (id, secret, certificate, roles) VALUES (lower(?), ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET secret = excluded.secret,
       certificate = excluded.certificate, roles = excluded.roles`,
    id,
    secret,
    certificate,
    JSON.stringify(roles),
  );
}

// The app registration an administrator makes in a tenant that was begun empty. There is room for one: it
// always gets the id that the rest of this stand-in knows its app by.
import { appId } from '../ids.ts';
import { appBy, putApp } from '../sign-in/apps.ts';
import { type TokenVersion, tokenVersionOf } from '../sign-in/token-version.ts';
import type { Store } from '../store.ts';

export type RegisteredApp = {
  readonly id: string;
  readonly name: string;
  /** Empty until an API is exposed. */
  readonly idUri: string;
  /** The permissions it asks for; consented to or not. */
  readonly asked: readonly string[];
};

/** What Entra lists under Microsoft Graph, Application permissions, of what this stand-in acts on. */
export const applicationPermissions = [
  'Sites.Selected',
  'User.ReadBasic.All',
  'User.Read.All',
  'MailboxSettings.Read',
  'GroupMember.Read.All',
  'TeamsAppInstallation.ReadWriteSelfForUser.All',
  'Sites.FullControl.All',
] as const;

type Row = Omit<RegisteredApp, 'asked'> & { asked: string };

/** Null until an administrator registers it. */
export function registeredApp(store: Store): RegisteredApp | null {
  const row = store.one<Row>('SELECT * FROM entraApp');
  return row ? { ...row, asked: JSON.parse(row.asked) as string[] } : null;
}

/** False where there is one already. */
export function registerApp(store: Store, name: string): boolean {
  if (registeredApp(store)) return false;
  store.run("INSERT INTO entraApp (id, name, idUri, asked) VALUES (?, ?, '', '[]')", appId, name);
  putApp(store, { id: appId, secret: null, certificate: null, roles: [] });
  return true;
}

/** What its manifest asks for, of tokens for its own API. */
export function takeTokens(store: Store, { id }: RegisteredApp, version: TokenVersion): void {
  if (version === 2) store.run('INSERT OR IGNORE INTO tokensOfVersion2 (app) VALUES (?)', id);
  else store.run('DELETE FROM tokensOfVersion2 WHERE app = ?', id);
}

/**
 * A URI of the form Teams asks for: api://host/id. Null where it is; else what is wrong, in a sentence. One
 * with a host in it is kept from apps that take tokens of version 1, as where Entra protects such URIs.
 */
export function exposeApi(store: Store, app: RegisteredApp, idUri: string): string | null {
  const [, host = ''] = /^api:\/\/([^/]+)\/[^/]+$/i.exec(idUri) ?? [];
  if (host === '' || idUri.toLowerCase() !== `api://${host.toLowerCase()}/${app.id}`)
    return `The Application ID URI must be api://, the host the app is served at, / and ${app.id}: Teams gives no token for any other.`;
  if (tokenVersionOf(store, app.id) === 1)
    return 'An app that takes tokens of version 1 may have no such Application ID URI: set requestedAccessTokenVersion to 2 first.';
  store.run('UPDATE entraApp SET idUri = ? WHERE id = ?', idUri, app.id);
  return null;
}

/** The secret, to be shown this once; the one before is no longer good. */
export function newSecret(store: Store, app: RegisteredApp): string {
  const secret = Buffer.from(crypto.getRandomValues(new Uint8Array(30))).toString('base64url');
  putApp(store, { ...signingIn(store, app), secret });
  return secret;
}

/** Asks for these from now on; what was consented to stands until it is granted again. */
export function askFor(store: Store, app: RegisteredApp, asked: readonly string[]): void {
  const known = applicationPermissions.filter((each) => asked.includes(each));
  store.run('UPDATE entraApp SET asked = ? WHERE id = ?', JSON.stringify(known), app.id);
}

/** An administrator's consent to all that is asked for, and to nothing else. */
export function grantConsent(store: Store, app: RegisteredApp): void {
  putApp(store, { ...signingIn(store, app), roles: app.asked });
}

/** The application permissions an administrator has granted. */
export function consentedTo(store: Store, app: RegisteredApp): readonly string[] {
  return signingIn(store, app).roles;
}

const signingIn = (store: Store, { id }: RegisteredApp) =>
  appBy(store, id) ?? { id, secret: null, certificate: null, roles: [] };

// The Teams app of the tenant's catalogue: uploaded by an administrator where the tenant was begun empty,
// there from the first in any other. What an upload must hold is decided in check-upload.ts.
import type { Store } from '../store.ts';
import { wasBegunEmpty } from './tenant.ts';

export type UploadedApp = { readonly version: string; readonly tab: string; readonly name: string };

/** Null where nothing has been uploaded here, be there an app from the first or not. */
export function uploadedApp(store: Store): UploadedApp | null {
  return store.one<UploadedApp>('SELECT version, tab, name FROM teamsApp') ?? null;
}

/** Takes the place of the version before. */
export function putUploaded(store: Store, { version, tab, name }: UploadedApp): void {
  store.run('DELETE FROM teamsApp');
  store.run('INSERT INTO teamsApp (version, tab, name) VALUES (?, ?, ?)', version, tab, name);
}

/** Whether people may be given it. */
export function isInCatalogue(store: Store): boolean {
  return !wasBegunEmpty(store) || uploadedApp(store) !== null;
}

/** The path of the personal tab; null where nothing is uploaded. The app itself is on this machine. */
export function tabPath(store: Store): string | null {
  if (!wasBegunEmpty(store)) return '/tab';
  const app = uploadedApp(store);
  return app && new URL(app.tab).pathname.replace(/\/$/, '');
}

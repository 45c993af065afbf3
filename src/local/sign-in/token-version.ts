// Of which version the tokens for an app's own API are: what its manifest says in requestedAccessTokenVersion.
import { wasBegunEmpty } from '../admin/tenant.ts';
import type { Store } from '../store.ts';

export type TokenVersion = 1 | 2;

/** 1 for a new registration, as in Entra; the app that a tenant is begun with takes 2. */
export const tokenVersionOf = (store: Store, app: string): TokenVersion =>
  !wasBegunEmpty(store) || store.one('SELECT app FROM tokensOfVersion2 WHERE app = ?', app) ? 2 : 1;

// What a caller may do on a site or in one list: by the roles in its token, and, for the Selected ones,
// by the grants kept here. A person may read and write rows, as a site's members may.
import { appId } from '../ids.ts';
import { rulesOf } from '../sign-in/consent.ts';
import type { Caller } from '../sign-in/tokens.ts';
import type { Store } from '../store.ts';
import { GraphFault } from './graph-fault.ts';
import type { Graph, GraphRequest } from './graph-request.ts';

/** Each may do what those before it may. */
export const levels = ['read', 'write', 'owner', 'fullcontrol'] as const;
export type Level = (typeof levels)[number];

/** Consent to every site of the tenant. */
const everywhere: Record<string, Level> = {
  'Sites.Read.All': 'read',
  'Sites.ReadWrite.All': 'write',
  'Sites.Manage.All': 'owner',
  'Sites.FullControl.All': 'fullcontrol',
};

/** `list` 0 is the site itself. */
export type Place = { siteId: string; list: number };

/** What a request of Graph needs: null where rights on a site have no say. */
export function needOf(method: string, path: readonly string[]): Level | null {
  if (path[0] !== 'sites') return null;
  if (path.includes('permissions')) return 'fullcontrol';
  if (method === 'GET') return 'read';
  return path.includes('items') ? 'write' : 'owner';
}

export function checkRights(graph: Graph, request: GraphRequest, level: Level | null): void {
  if (level === null) return;
  const { store } = graph.machine;
  const { names, caller } = request;
  const siteId = graph.lists.site(names['site'] ?? '').id;
  const named = names['list'];
  // Only who may hold a grant on a list is told whether there is one of that name.
  const isOfAList = named !== undefined && hasRole(caller, 'Lists.SelectedOperations.Selected');
  const list = isOfAList ? graph.lists.list(siteId, named).number : 0;
  demand(store, caller, { level, siteId, list });
}

/** Refuses, in Graph's words, who may not do this there. */
export function demand(store: Store, caller: Caller, asked: Place & { level: Level }): void {
  if (may(store, caller, asked)) return;
  throw new GraphFault({ status: 403, code: 'accessDenied' }, 'Access denied');
}

export function may(store: Store, caller: Caller, asked: Place & { level: Level }): boolean {
  const held = [...byConsent(caller), ...byGrant(store, caller, asked)];
  return held.some((level) => levels.indexOf(level) >= levels.indexOf(asked.level));
}

function byConsent(caller: Caller): Level[] {
  const consented = (caller.person ? caller.scopes : caller.roles) ?? [];
  const held = consented.flatMap((role) => everywhere[role] ?? []);
  return caller.person && !isThroughAnApp(caller) ? [...held, 'write'] : held;
}

function byGrant(store: Store, caller: Caller, { siteId, list }: Place): Level[] {
  if (caller.person) return throughAnApp(store, caller, siteId);
  const places = [
    ...(hasRole(caller, 'Sites.Selected') ? [0] : []),
    ...(hasRole(caller, 'Lists.SelectedOperations.Selected') && list !== 0 ? [list] : []),
  ];
  return places.flatMap((place) => {
    const sql = 'SELECT role FROM appGrant WHERE siteId = ? AND list = ? AND app = lower(?)';
    return store.one<{ role: Level }>(sql, siteId, place, caller.clientId)?.role ?? [];
  });
}

/** Teams and the browser act as whoever sits at them; an app as far as both may go. */
function isThroughAnApp({ clientId }: Caller): boolean {
  return clientId === appId;
}

function throughAnApp(store: Store, caller: Caller, siteId: string): Level[] {
  if (!isThroughAnApp(caller) || !caller.scopes?.includes('Sites.Selected')) return [];
  if (rulesOf(store, caller.person?.id ?? '').includes('not a member')) return [];
  const sql = 'SELECT role FROM appGrant WHERE siteId = ? AND list = 0 AND app = lower(?)';
  const role = store.one<{ role: Level }>(sql, siteId, caller.clientId)?.role;
  if (role === undefined) return [];
  return [role === 'read' ? 'read' : 'write'];
}

function hasRole({ roles = [] }: Caller, role: string): boolean {
  return roles.includes(role);
}

export type Granted = Place & { app: string; displayName: string; role: Level };

/** Gives an app a role in a place, instead of the one it had there; answers the grant's id. */
export function putGrant(store: Store, { siteId, list, app, displayName, role }: Granted): string {
  store.run(
    `INSERT INTO appGrant (id, siteId, list, app, displayName, role)
     VALUES (?, ?, ?, lower(?), ?, ?)
     ON CONFLICT (siteId, list, app) DO UPDATE SET role = excluded.role`,
    crypto.randomUUID(),
    siteId,
    list,
    app,
    displayName,
    role,
  );
  const sql = 'SELECT id FROM appGrant WHERE siteId = ? AND list = ? AND app = lower(?)';
  return store.one<{ id: string }>(sql, siteId, list, app)?.id ?? '';
}

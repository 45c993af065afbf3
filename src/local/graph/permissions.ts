// A site's, or one list's, grants to apps through Graph: read, made, changed, taken away.
// Who may is decided in grants.ts: only with full control.
import { z } from 'zod';
import { type Level, levels, type Place, putGrant } from './grants.ts';
import { invalid, notFound } from './graph-fault.ts';
import type { Graph, GraphAnswer, GraphRequest } from './graph-request.ts';

type Grant = { id: string; app: string; displayName: string; role: Level };

const roles = z.array(z.enum(levels)).length(1);
const identities = z
  .array(
    z.object({
      application: z.object({ id: z.string().min(1), displayName: z.string().default('') }),
    }),
  )
  .length(1);

const newGrant = z.union([
  z.object({ roles, grantedToIdentities: identities }),
  z.object({ roles, grantedToIdentitiesV2: identities }),
]);

/** The roles are left out here, as Graph leaves them out of its list: one read alone says them. */
export function readPermissions(graph: Graph, request: GraphRequest): GraphAnswer {
  const { siteId, list } = placeOf(graph, request);
  const sql = 'SELECT * FROM appGrant WHERE siteId = ? AND list = ? ORDER BY rowid';
  const grants = graph.machine.store.all<Grant>(sql, siteId, list);
  return { status: 200, body: { value: grants.map(({ role: _left, ...grant }) => shape(grant)) } };
}

export function readPermission(graph: Graph, request: GraphRequest): GraphAnswer {
  return { status: 200, body: shape(grantOf(graph, request)) };
}

export function createPermission(graph: Graph, request: GraphRequest): GraphAnswer {
  const asked = newGrant.safeParse(request.body);
  if (!asked.success) throw unclear();
  const { data } = asked;
  const [identity] =
    'grantedToIdentities' in data ? data.grantedToIdentities : data.grantedToIdentitiesV2;
  const [role] = data.roles;
  if (!identity || !role) throw unclear();
  const { id: app, displayName } = identity.application;
  const place = placeOf(graph, request);
  const id = putGrant(graph.machine.store, { ...place, app, displayName, role });
  return { status: 201, body: shape(grantOf(graph, request, id)) };
}

export function changePermission(graph: Graph, request: GraphRequest): GraphAnswer {
  const asked = z.object({ roles }).safeParse(request.body);
  const [role] = asked.data?.roles ?? [];
  if (!role) throw unclear();
  const { id } = grantOf(graph, request);
  graph.machine.store.run('UPDATE appGrant SET role = ? WHERE id = ?', role, id);
  return { status: 200, body: shape(grantOf(graph, request)) };
}

export function deletePermission(graph: Graph, request: GraphRequest): GraphAnswer {
  graph.machine.store.run('DELETE FROM appGrant WHERE id = ?', grantOf(graph, request).id);
  return { status: 204 };
}

function placeOf({ lists }: Graph, { names }: GraphRequest): Place {
  const siteId = lists.site(names['site'] ?? '').id;
  const list = names['list'] === undefined ? 0 : lists.list(siteId, names['list']).number;
  return { siteId, list };
}

function grantOf(graph: Graph, request: GraphRequest, id = request.names['permission']): Grant {
  const { siteId, list } = placeOf(graph, request);
  const sql = 'SELECT * FROM appGrant WHERE siteId = ? AND list = ? AND id = lower(?)';
  const grant = graph.machine.store.one<Grant>(sql, siteId, list, id ?? '');
  if (!grant) throw notFound('The permission was not found');
  return grant;
}

function shape(grant: Omit<Grant, 'role'> & { role?: Level }): object {
  const identity = { application: { id: grant.app, displayName: grant.displayName } };
  return {
    id: grant.id,
    ...(grant.role && { roles: [grant.role] }),
    grantedToIdentities: [identity],
    grantedToIdentitiesV2: [identity],
  };
}

function unclear() {
  return invalid(
    'A permission needs one role (read, write, owner or fullcontrol) and, when made, one application in grantedToIdentities.',
  );
}

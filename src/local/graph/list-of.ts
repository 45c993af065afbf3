// The list a request's address names, where the caller may open it.
import { appId } from '../ids.ts';
import type { Caller } from '../sign-in/tokens.ts';
import { GraphFault } from './graph-fault.ts';
import type { Graph, GraphRequest } from './graph-request.ts';
import type { List } from './list-shelf.ts';

export function listOf(graph: Graph, request: GraphRequest): List {
  const list = graph.lists.list(request.names['site'] ?? '', request.names['list'] ?? '');
  if (mayOpen(graph, list, request.caller)) return list;
  throw new GraphFault({ status: 403, code: 'accessDenied' }, 'Access denied');
}

/** A list that inherits from its site is open to all here; one that does not, to the app alone. */
export function mayOpen({ machine }: Pick<Graph, 'machine'>, list: List, caller: Caller): boolean {
  if (caller.clientId.toLowerCase() === appId && caller.person === undefined) return true;
  return !hasOwnPermissions({ machine }, list);
}

export function hasOwnPermissions(
  { machine }: Pick<Graph, 'machine'>,
  { number }: Pick<List, 'number'>,
): boolean {
  return machine.store.one('SELECT 1 FROM ownPermissions WHERE list = ?', number) !== undefined;
}

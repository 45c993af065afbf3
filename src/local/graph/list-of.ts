// The list a request's address names, where the caller may open it.
import { appId } from '../ids.ts';
import type { Caller } from '../sign-in/tokens.ts';
import { GraphFault } from './graph-fault.ts';
import type { Graph, GraphRequest } from './graph-request.ts';
import type { List } from './list-shelf.ts';
import { isUserList, openUserList, siteUserOf } from './site-users.ts';

export function listOf(graph: Graph, request: GraphRequest): List {
  const { site = '', list: named = '' } = request.names;
  const { person } = request.caller;
  if (person) siteUserOf(graph, graph.lists.site(site), person);
  if (isUserList({ displayName: named })) openUserList(graph, graph.lists.site(site));
  const list = graph.lists.list(site, named);
  if (mayOpen(graph, list, request.caller)) return list;
  throw denied();
}

/** As listOf, for a request that changes the list or its rows: SharePoint keeps its list of people itself. */
export function listToWrite(graph: Graph, request: GraphRequest): List {
  const list = listOf(graph, request);
  if (isUserList(list)) throw denied();
  return list;
}

function denied(): GraphFault {
  return new GraphFault({ status: 403, code: 'accessDenied' }, 'Access denied');
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

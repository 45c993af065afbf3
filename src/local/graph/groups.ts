// Who is in a group as Graph tells it: everybody, and every group within it, however deep.
import { membersOf } from '../teams/groups.ts';
import { personBy } from '../teams/people.ts';
import { GraphFault, notDone } from './graph-fault.ts';
import {
  asToken,
  contextOf,
  fromToken,
  type Graph,
  type GraphAnswer,
  type GraphRequest,
  linkTo,
  option,
  refuseOtherOptions,
  topOf,
} from './graph-request.ts';

const leave = ['GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'];

/** Ids alone, in pages, groups within among them. Refused without leave to read groups. */
export function readTransitiveMembers(graph: Graph, request: GraphRequest): GraphAnswer {
  refuseOtherOptions(request, ['select', 'top', 'skiptoken']);
  const { caller, names } = request;
  const held = (caller.person ? caller.scopes : caller.roles) ?? [];
  if (!held.some((each) => leave.includes(each))) {
    const words = 'Insufficient privileges to complete the operation.';
    throw new GraphFault({ status: 403, code: 'Authorization_RequestDenied' }, words);
  }
  if (option(request, 'select') !== 'id') throw notDone('transitiveMembers without $select=id');
  const asked = names['group'] ?? '';
  const all = [...withinOf(graph, asked)].toSorted();
  const top = topOf(request, 100, 999);
  const after = fromToken<{ after: string }>(option(request, 'skiptoken') ?? '')?.after ?? '';
  const rest = all.filter((id) => id > after);
  const page = rest.slice(0, top);
  const last = page.at(-1);
  const next =
    rest.length > top && last
      ? { '@odata.nextLink': linkTo(graph, request, { $skiptoken: asToken({ after: last }) }) }
      : {};
  const value = page.map((id) => memberShape(graph, id));
  return { status: 200, body: { ...contextOf(graph, 'directoryObjects'), ...next, value } };
}

/** An account that is not in the directory any more is in no group. */
function withinOf({ machine: { store } }: Graph, asked: string): Set<string> {
  const found = new Set<string>();
  const groups = [asked];
  for (const group of groups) {
    const members = membersOf(store, group);
    if (members === null) throw noSuchGroup(asked);
    for (const id of members) {
      const isGroup = membersOf(store, id) !== null;
      if (found.has(id) || (!isGroup && !personBy(store, id))) continue;
      found.add(id);
      if (isGroup) groups.push(id);
    }
  }
  return found;
}

function memberShape({ machine: { store } }: Graph, id: string): object {
  const kind = membersOf(store, id) === null ? 'user' : 'group';
  return { '@odata.type': `#microsoft.graph.${kind}`, id };
}

function noSuchGroup(asked: string): GraphFault {
  const words = `Resource '${asked}' does not exist or one of its queried reference-property objects are not present.`;
  return new GraphFault({ status: 404, code: 'Request_ResourceNotFound' }, words);
}

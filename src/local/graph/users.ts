// People as Graph shows them, read from the same directory that Teams uses.
import { notDone, notFound } from './graph-fault.ts';
import {
  asToken,
  fromToken,
  type Graph,
  type GraphAnswer,
  type GraphRequest,
  linkTo,
  option,
  topOf,
} from './graph-request.ts';
import { isSearched, refuseStrangers, seesAll } from './users-search.ts';

type UserRow = {
  id: string;
  displayName: string;
  userPrincipalName: string;
  jobTitle: string | null;
  department: string | null;
};

const columns = 'id, displayName, userPrincipalName, jobTitle, department';

export function readUser(graph: Graph, request: GraphRequest): GraphAnswer {
  const asked = request.names['user'] ?? '';
  refuseStrangers(request, asked);
  const sql = `SELECT ${columns} FROM person WHERE id = lower(?1) OR userPrincipalName = ?1`;
  const row = graph.machine.store.one<UserRow>(sql, asked);
  if (!row) {
    throw notFound(
      `Resource '${asked}' does not exist or one of its queried reference-property objects are not present.`,
    );
  }
  return { status: 200, body: userShape(request, row) };
}

export function readUsers(graph: Graph, request: GraphRequest): GraphAnswer {
  refuseStrangers(request, null);
  const isMeant = isSearched(request);
  const filter = option(request, 'filter');
  const [, name, value] =
    /^(userPrincipalName|mail|id) eq '((?:[^']|'')*)'$/.exec(filter ?? '') ?? [];
  if (filter !== undefined && name === undefined) throw notDone(`$filter=${filter} on users`);
  const column = name === 'id' ? 'id' : 'userPrincipalName';
  const top = topOf(request, 100, 999);
  const after = fromToken<{ after: string }>(option(request, 'skiptoken') ?? '')?.after ?? '';
  const rows = graph.machine.store
    .all<UserRow>(
      `SELECT ${columns} FROM person WHERE id > ?1 AND (?2 IS NULL OR ${column} = ?2)
     ORDER BY id`,
      after,
      value?.replaceAll("''", "'") ?? null,
    )
    .filter(isMeant);
  const page = rows.slice(0, top);
  const last = page.at(-1);
  const next =
    rows.length > top && last
      ? { '@odata.nextLink': linkTo(graph, request, { $skiptoken: asToken({ after: last.id }) }) }
      : {};
  return { status: 200, body: { ...next, value: page.map((row) => userShape(request, row)) } };
}

function userShape({ caller }: GraphRequest, row: UserRow): object {
  const basic = { ...row, mail: row.userPrincipalName };
  return seesAll(caller)
    ? { ...basic, accountEnabled: true }
    : { ...basic, jobTitle: null, department: null, accountEnabled: null };
}

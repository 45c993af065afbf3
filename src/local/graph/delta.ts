// What changed in a list since a token: each row's latest state, rows that went, and when a token is too old.
import { GraphFault, invalid } from './graph-fault.ts';
import {
  asToken,
  fromToken,
  type Graph,
  type GraphAnswer,
  type GraphRequest,
  type InList,
  linkTo,
  option,
  topOf,
} from './graph-request.ts';
import { type FieldsAsked, fieldsAsked, type ItemRow, itemShape, selected } from './item-row.ts';
import { listOf } from './list-of.ts';
import type { List } from './list-shelf.ts';

const tokenLifeMs = 30 * 24 * 3_600_000;

type DeltaToken = {
  /** The last change already told. */
  after: number;
  /** Rows deleted up to this change were never told of, so they need no mention. */
  begun: number;
  epoch: number;
  issuedAt: number;
};

export function readDelta(graph: Graph, request: GraphRequest): GraphAnswer {
  if (option(request, 'filter') !== undefined)
    throw invalid('$filter is not supported with delta.');
  const list = listOf(graph, request);
  const now = lastChangeOf(graph, list);
  const asked = option(request, 'token') ?? option(request, 'skiptoken');
  if (asked === 'latest')
    return page({ graph, request }, [], { deltaLink: fresh(graph, now, now) });
  const token = asked === undefined ? fresh(graph, 0, now) : tokenOf(graph, request, asked);
  const top = topOf(request, 200, 5000);
  const rows = graph.machine.store.all<ItemRow>(
    `SELECT * FROM item WHERE list = ? AND change > ? AND (deleted = 0 OR change > ?)
     ORDER BY change LIMIT ?`,
    list.number,
    token.after,
    token.begun,
    top + 1,
  );
  const told = rows.slice(0, top);
  const after = told.at(-1)?.change ?? token.after;
  const asks = fieldsAsked(request);
  const value = told.map((row) => selected(request, deltaShape({ graph, list }, row, asks)));
  return rows.length > top
    ? page({ graph, request }, value, { nextLink: { ...token, after } })
    : page({ graph, request }, value, { deltaLink: fresh(graph, after, after) });
}

/** Units: a delta with a token costs less than one that walks the whole list. */
export function deltaUnits(request: GraphRequest): number {
  return option(request, 'token') === undefined ? 2 : 1;
}

/** Each page has exactly one link: to the next, or to what will have changed. */
function page(
  { graph, request }: { graph: Graph; request: GraphRequest },
  value: object[],
  link: { nextLink: DeltaToken } | { deltaLink: DeltaToken },
): GraphAnswer {
  const [name, token] =
    'nextLink' in link ? ['nextLink', link.nextLink] : ['deltaLink', link.deltaLink];
  const address = linkTo(graph, request, { token: asToken(token as DeltaToken), $skiptoken: null });
  return { status: 200, body: { [`@odata.${String(name)}`]: address, value } };
}

function deltaShape(at: InList, row: ItemRow, asked: FieldsAsked): object {
  if (row.deleted) return { id: String(row.id), deleted: { state: 'deleted' } };
  // Sources disagree on whether delta says who changed a row; a client must not lean on it.
  const { lastModifiedBy: _left, ...shape } = itemShape(at, row, asked) as {
    lastModifiedBy: unknown;
  };
  return shape;
}

function fresh(graph: Graph, after: number, begun: number): DeltaToken {
  return { after, begun, epoch: graph.machine.faults.deltaEpoch, issuedAt: Date.now() };
}

function tokenOf(graph: Graph, request: GraphRequest, text: string): DeltaToken {
  const token = fromToken<DeltaToken>(text);
  if (typeof token?.after !== 'number') throw invalid('The delta token is not valid.');
  const isOld =
    token.epoch < graph.machine.faults.deltaEpoch || Date.now() - token.issuedAt > tokenLifeMs;
  if (!isOld) return token;
  throw new GraphFault(
    { status: 410, code: 'resyncRequired' },
    'Resync required. Replace any local items.',
    {
      innerCode: 'resyncChangesApplyDifferences',
      headers: { Location: linkTo(graph, request, { token: null }) },
    },
  );
}

function lastChangeOf(graph: Graph, list: List): number {
  const sql = 'SELECT lastChange FROM list WHERE number = ?';
  return graph.machine.store.one<{ lastChange: number }>(sql, list.number)?.lastChange ?? 0;
}

// What changed in a list since a token: each row's latest state, rows that went, and when a token is too old.
import { timesRestored } from './copies.ts';
import { GraphFault, invalid } from './graph-fault.ts';
import {
  asToken,
  contextOf,
  fromToken,
  type Graph,
  type GraphAnswer,
  type GraphRequest,
  type InList,
  linkTo,
  option,
  readingOf,
  refuseOtherOptions,
  topOf,
} from './graph-request.ts';
import { type FieldsAsked, fieldsAsked, type ItemRow, itemShape, selection } from './item-row.ts';
import { listOf } from './list-of.ts';

const tokenLifeMs = 30 * 24 * 3_600_000;

type DeltaToken = {
  /** The last change already told. */
  after: number;
  /** Rows deleted up to this change were never told of, so they need no mention. */
  begun: number;
  list: string;
  reading: string;
  /** Tokens are too old once asked to be, or once the list was put back from a copy. */
  epoch: number;
  restored: number;
  issuedAt: number;
};
type Asking = InList & { request: GraphRequest };

export function readDelta(graph: Graph, request: GraphRequest): GraphAnswer {
  if (option(request, 'filter') !== undefined)
    throw invalid('$filter is not supported with delta.');
  refuseOtherOptions(request, ['expand', 'select', 'top', 'token', 'skiptoken']);
  const at = { graph, list: listOf(graph, request), request };
  const now = lastChangeOf(at);
  const asked = option(request, 'token') ?? option(request, 'skiptoken');
  if (asked === 'latest') return page(at, [], { deltaLink: fresh(at, now, now) });
  const token = asked === undefined ? fresh(at, 0, now) : tokenOf(at, asked);
  const top = topOf(request, 200, 5000);
  const rows = graph.machine.store.all<ItemRow>(
    `SELECT * FROM item WHERE list = ? AND change > ? AND (deleted = 0 OR change > ?)
     ORDER BY change LIMIT ?`,
    at.list.number,
    token.after,
    token.begun,
    top + 1,
  );
  const told = rows.slice(0, top);
  const after = told.at(-1)?.change ?? token.after;
  const asks = fieldsAsked(request);
  const twice = graph.machine.faults.settings.deltaRepeats ? olderStates(at, told) : [];
  const select = selection(request);
  const value = [...twice, ...told].map((row) => select(deltaShape(at, row, asks)));
  return rows.length > top
    ? page(at, value, { nextLink: { ...token, after } })
    : page(at, value, { deltaLink: fresh(at, after, after) });
}

/** Units: a delta with a token costs less than one that walks the whole list. */
export function deltaUnits(request: GraphRequest): number {
  return option(request, 'token') === undefined ? 2 : 1;
}

/** Each page has exactly one link: to the next, or to what will have changed. */
function page(
  { graph, request }: Asking,
  value: object[],
  link: { nextLink: DeltaToken } | { deltaLink: DeltaToken },
): GraphAnswer {
  const [name, token] =
    'nextLink' in link ? ['nextLink', link.nextLink] : ['deltaLink', link.deltaLink];
  const address = linkTo(graph, request, { token: asToken(token as DeltaToken), $skiptoken: null });
  const context = contextOf(graph, 'Collection(listItem)');
  return { status: 200, body: { ...context, [`@odata.${String(name)}`]: address, value } };
}

/** The rows as they were before their last change, or as they are where that is all there was. */
function olderStates({ graph, list }: InList, told: ItemRow[]): ItemRow[] {
  return told.map((row) => {
    const older = graph.machine.store.one<Partial<ItemRow>>(
      `SELECT version, modifiedAt, modifiedBy, fields FROM itemVersion
       WHERE list = ? AND item = ? AND version < ? ORDER BY version DESC LIMIT 1`,
      list.number,
      row.id,
      row.version,
    );
    return { ...row, ...older };
  });
}

function deltaShape(at: InList, row: ItemRow, asked: FieldsAsked): object {
  if (row.deleted) return { id: String(row.id), deleted: { state: 'deleted' } };
  const shape = itemShape(at, row, asked);
  if (at.graph.machine.faults.settings.deltaSaysWho) return shape;
  // Sources disagree on whether delta says who changed a row; a client must not lean on it.
  const { lastModifiedBy: _left, ...silent } = shape as { lastModifiedBy: unknown };
  return silent;
}

function fresh(at: Asking, after: number, begun: number): DeltaToken {
  return {
    after,
    begun,
    list: at.list.id,
    reading: readingOf(at.request),
    epoch: at.graph.machine.faults.deltaEpoch,
    restored: timesRestored(at),
    issuedAt: Date.now(),
  };
}

function tokenOf(at: Asking, text: string): DeltaToken {
  const { graph, list, request } = at;
  const token = fromToken<DeltaToken>(text);
  const isOurs = token?.list === list.id && token.reading === readingOf(request);
  if (!token || !isOurs) throw invalid('The delta token is not valid.');
  const isOld =
    token.epoch < graph.machine.faults.deltaEpoch ||
    token.restored < timesRestored(at) ||
    Date.now() - token.issuedAt > tokenLifeMs;
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

function lastChangeOf({ graph, list }: InList): number {
  const sql = 'SELECT lastChange FROM list WHERE number = ?';
  return graph.machine.store.one<{ lastChange: number }>(sql, list.number)?.lastChange ?? 0;
}

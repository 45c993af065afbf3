// Reading many list rows, a page at a time by an opaque link; which rows is decided in find-rows.ts.
import type { Comparable } from './column-values.ts';
import { compare, type Order, orderOf, predicatesOf } from './filter.ts';
import { type Found, findRows, rowById, valueIn } from './find-rows.ts';
import { invalid, notDone } from './graph-fault.ts';
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
import { fieldsAsked, type ItemRow, itemShape, selected } from './item-row.ts';
import { listOf } from './list-of.ts';

/** Where the last page ended: its last row, and that row's value in the ordered column. */
type Place = { after: number; value?: Comparable };

export function readItems(graph: Graph, request: GraphRequest): GraphAnswer {
  const list = listOf(graph, request);
  const at = { graph, list };
  for (const name of ['skip', 'count', 'search']) {
    if (option(request, name) !== undefined) throw notDone(`$${name} on list items`);
  }
  const top = topOf(request, 200, 5000);
  const place = placeOf(request);
  const predicates = predicatesOf(list, request);
  const order = orderOf(list, request);
  const page =
    predicates.length === 0 && !order
      ? pageInOrderOfId(at, place, top + 1)
      : pageOfFound(at, findRows(at, predicates, order), { order, place, top });
  const rows = page.slice(0, top);
  const asked = fieldsAsked(request);
  const value = rows.map((row) => selected(request, itemShape(at, row, asked)));
  const last = rows.at(-1);
  if (page.length <= top || !last) return { status: 200, body: { value } };
  const end: Place = order
    ? { after: last.id, value: valueIn(last, order.column.name) }
    : { after: last.id };
  const next = linkTo(graph, request, { $skiptoken: asToken(end) });
  return { status: 200, body: { '@odata.nextLink': next, value } };
}

function placeOf(request: GraphRequest): Place | undefined {
  const token = option(request, 'skiptoken');
  if (token === undefined) return undefined;
  const place = fromToken<Place>(token);
  if (typeof place?.after !== 'number') throw invalid('Invalid skiptoken');
  return place;
}

function pageInOrderOfId(
  { graph, list }: InList,
  place: Place | undefined,
  many: number,
): ItemRow[] {
  return graph.machine.store.all<ItemRow>(
    'SELECT * FROM item WHERE list = ? AND id > ? AND deleted = 0 ORDER BY id LIMIT ?',
    list.number,
    place?.after ?? 0,
    many,
  );
}

function pageOfFound(
  at: InList,
  found: Found[],
  { order, place, top }: { order: Order | undefined; place: Place | undefined; top: number },
): ItemRow[] {
  const sign = order?.descending ? -1 : 1;
  const byPlace = (one: Found, other: Found) =>
    sign * compare(one.value, other.value) || one.id - other.id;
  found.sort(byPlace);
  const last = place && { id: place.after, value: place.value ?? null };
  const from = last ? found.findIndex((each) => byPlace(each, last) > 0) : 0;
  if (from < 0) return [];
  return found.slice(from, from + top + 1).map(({ id }) => rowById(at, id));
}

// Reading many list rows, a page at a time by an opaque link; which rows is decided in find-rows.ts.
import type { Comparable } from './column-values.ts';
import { compare, type Order, orderOf, predicatesOf } from './filter.ts';
import { type Found, findRows, rowById, valueIn } from './find-rows.ts';
import { invalid } from './graph-fault.ts';
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
import { fieldsAsked, type ItemRow, itemShape, selection } from './item-row.ts';
import { listOf } from './list-of.ts';
import type { List } from './list-shelf.ts';

/** Where the last page ended: its last row, and that row's value in the ordered column. */
type Place = { after: number; value?: Comparable };
type PageToken = Place & { list: string; reading: string };

export function readItems(graph: Graph, request: GraphRequest): GraphAnswer {
  const list = listOf(graph, request);
  const at = { graph, list };
  refuseOtherOptions(request, ['expand', 'select', 'filter', 'orderby', 'top', 'skiptoken']);
  const top = topOf(request, 200, 5000);
  const place = placeOf(list, request);
  const predicates = predicatesOf(list, request);
  const order = orderOf(list, request);
  const page =
    predicates.length === 0 && !order
      ? pageInOrderOfId(at, place, top + 1)
      : pageOfFound(at, findRows(at, predicates, order), { order, place, top });
  const rows = page.slice(0, top);
  const asked = fieldsAsked(request);
  const select = selection(request);
  const value = rows.map((row) => select(itemShape(at, row, asked)));
  const last = rows.at(-1);
  const context = contextOf(graph, 'Collection(listItem)');
  if (page.length <= top || !last) return { status: 200, body: { ...context, value } };
  const end: Place = order
    ? { after: last.id, value: valueIn(last, order.column.name) }
    : { after: last.id };
  const token: PageToken = { ...end, list: list.id, reading: readingOf(request) };
  const next = linkTo(graph, request, { $skiptoken: asToken(token) });
  return { status: 200, body: { ...context, '@odata.nextLink': next, value } };
}

/** A link is good for the list and the reading it was made for, and for nothing else. */
function placeOf(list: List, request: GraphRequest): Place | undefined {
  const token = option(request, 'skiptoken');
  if (token === undefined) return undefined;
  const place = fromToken<PageToken>(token);
  const isOurs = place?.list === list.id && place.reading === readingOf(request);
  if (!isOurs) throw invalid('Invalid skiptoken');
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

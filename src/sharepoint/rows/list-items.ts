// How rows are asked for: by page, by what changed since, by id and by key. What they mean to a
// register is decided in rows.ts and layers.ts.
import { type RegisterName, registerNames } from '../../registers/registers.ts';
import { readBatches } from '../graph/batch.ts';
import type { Call, GraphClient } from '../graph/graph-client.ts';
import { GraphFault } from '../graph/graph-fault.ts';
import { fieldsRead, keyColumnName } from './columns.ts';
import type { Places } from './places.ts';
import type { Fields } from './rows.ts';

export type ListItem = {
  readonly id: string;
  readonly etag: string | null;
  /** When this version was made, by the list's clock, in seconds since 1970; null where it does not say. */
  readonly modified?: number | null;
  /** Null where the answer carried none. */
  readonly fields: Fields | null;
  /** Who made this version, and when, as Graph gives it: told with news of it, or not (editors.ts). */
  readonly madeBy?: object;
};

/** A row that changed, or went. */
export type ItemHeard = ListItem & { readonly deleted: boolean };

/** What changed in a list, and where to ask next; 'expired' where the link was too old to say. */
/** `gone`: the list is not at its place any more. */
export type Changed =
  | 'expired'
  | 'gone'
  | { readonly items: readonly ItemHeard[]; readonly link: string };

/** Where rows are read from. */
export type ListSource = { readonly graph: GraphClient; readonly places: Places };

type RawItem = {
  readonly id: string;
  readonly eTag?: string;
  readonly '@odata.etag'?: string;
  readonly lastModifiedDateTime?: string;
  readonly lastModifiedBy?: object;
  readonly fields?: Fields;
  readonly deleted?: unknown;
};
type RawPage = {
  readonly value: readonly RawItem[];
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
};

const pageSize = 5000;

export const itemIn = (raw: unknown): ListItem => {
  const { id, eTag, '@odata.etag': etag, fields, ...made } = raw as RawItem;
  const { lastModifiedDateTime, lastModifiedBy } = made;
  const modified = Math.trunc(Date.parse(lastModifiedDateTime ?? '') / 1000);
  return {
    id: String(id),
    etag: eTag ?? etag ?? null,
    modified: Number.isNaN(modified) ? null : modified,
    fields: fields ?? null,
    ...(lastModifiedBy && { madeBy: { lastModifiedBy, lastModifiedDateTime } }),
  };
};

const shape = (name: RegisterName): string =>
  `$select=id,eTag,lastModifiedDateTime,deleted&$expand=fields($select=${fieldsRead(name)})`;

/** News may say who, which spares asking; whole lists are not asked, for all that it would add to them. */
const newsShape = (name: RegisterName): string =>
  shape(name).replace('lastModifiedDateTime', 'lastModifiedDateTime,lastModifiedBy');

/** Every row, page by page. `each` has one page while the next is under way. */
export const readWhole = async (
  { graph, places }: ListSource,
  name: RegisterName,
  each: (items: readonly ListItem[]) => void,
): Promise<void> => {
  const ask = (path: string) => graph.read<RawPage>(path, 2);
  const first = `${places.list(name)}/items?$top=${pageSize}&${shape(name)}`;
  for (let coming: Promise<RawPage> | null = ask(first); coming !== null; ) {
    const page = whole(await coming);
    const next = page['@odata.nextLink'];
    coming = next === undefined ? null : ask(graph.pathOf(next));
    // Should `each` throw, nobody waits for the page to come: its fault is nobody's either.
    coming?.catch(() => undefined);
    each(page.value.map(itemIn));
  }
};

/** Where to ask, from now on, for what changed in each list. */
export const startLinks = async (
  { graph, places }: ListSource,
  names: readonly RegisterName[],
): Promise<Map<RegisterName, string>> => {
  const calls = names.map((name): Call => {
    const path = `${places.list(name)}/items/delta?token=latest&${newsShape(name)}`;
    return { method: 'GET', path, units: 1 };
  });
  const answers = await readBatches(graph, calls);
  return new Map(
    names.map((name, at) => {
      const answer = answers[at];
      if (answer?.fault) throw answer.fault;
      const page = whole(answer?.body as RawPage | null);
      return [name, graph.pathOf(page['@odata.deltaLink'] ?? '')];
    }),
  );
};

/** What changed in each list since its link. All lists are asked in one request. */
export const readChanged = async (
  source: ListSource,
  links: ReadonlyMap<RegisterName, string>,
): Promise<Map<RegisterName, Changed>> => {
  const calls = [...links.values()].map((path): Call => ({ method: 'GET', path, units: 1 }));
  const answers = await readBatches(source.graph, calls);
  const found = [...links.keys()].map(async (name, at): Promise<[RegisterName, Changed]> => {
    const answer = answers[at];
    if (isExpiry(answer?.fault)) return [name, 'expired'];
    if (answer?.fault?.kind === 'notFound') return [name, 'gone'];
    if (answer?.fault) throw answer.fault;
    return [name, await followChanges(source, name, answer?.body as RawPage)];
  });
  return new Map(await Promise.all(found));
};

/** To the last page. A row told of twice is as it was told last. */
const followChanges = async (
  source: ListSource,
  name: RegisterName,
  first: RawPage,
): Promise<Changed> => {
  const items = new Map<string, ItemHeard>();
  let page = whole(first);
  for (;;) {
    for (const raw of page.value) {
      items.set(String(raw.id), { ...itemIn(raw), deleted: raw.deleted !== undefined });
    }
    const next = page['@odata.nextLink'];
    if (next === undefined) break;
    const following = await source.graph.read<RawPage>(source.graph.pathOf(next), 1).catch(expiry);
    if (following === 'expired') return 'expired';
    page = whole(following);
  }
  const link = source.graph.pathOf(page['@odata.deltaLink'] ?? '');
  if (isOfAnother(source.places, name, link)) return 'expired';
  return { items: await withFields(source, name, [...items.values()]), link };
};

const expiry = (fault: unknown): 'expired' => {
  if (fault instanceof GraphFault && isExpiry(fault)) return 'expired';
  throw fault;
};

/** A link that is too old (410), or that Graph cannot make sense of any more (400): the list is read anew. */
const isExpiry = (fault: GraphFault | null | undefined): boolean =>
  fault?.status === 410 || fault?.status === 400;

/** What came without its rows, or without a link on, was cut off: nothing of it counts. */
const whole = (page: RawPage | null | undefined): RawPage => {
  if (Array.isArray(page?.value)) return page;
  throw new GraphFault('A page of a list came cut off.', { kind: 'unreachable', status: 0 });
};

/** A link is opaque; but one that names another of our lists would bring its rows into this one. */
const isOfAnother = (places: Places, name: RegisterName, link: string): boolean => {
  const idOf = (each: RegisterName) => places.list(each).split('/').at(-1)?.toLowerCase() ?? '';
  const text = decodeURIComponent(link.split('?')[0] ?? '').toLowerCase();
  if (text.includes(idOf(name))) return false;
  return registerNames.some((each) => places.has(each) && text.includes(idOf(each)));
};

/** A delta that names rows without their fields is completed row by row. */
const withFields = async (
  source: ListSource,
  name: RegisterName,
  items: readonly ItemHeard[],
): Promise<readonly ItemHeard[]> => {
  const bare = items.filter(({ deleted, fields }) => !deleted && fields === null);
  if (bare.length === 0) return items;
  const read = await readById(
    source,
    name,
    bare.map(({ id }) => id),
  );
  return items.map((item) => read.get(item.id) ?? item);
};

/** Rows by id, as they are now; one that is gone is answered as deleted. */
export const readById = async (
  { graph, places }: ListSource,
  name: RegisterName,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ItemHeard>> => {
  const calls = ids.map((id): Call => {
    return { method: 'GET', path: `${places.list(name)}/items/${id}?${shape(name)}`, units: 1 };
  });
  const answers = await readBatches(graph, calls);
  return new Map(
    answers.map(({ fault, body }, at): [string, ItemHeard] => {
      const id = ids[at] as string;
      if (fault?.kind === 'notFound') return [id, { ...itemIn({ id }), deleted: true }];
      if (fault) throw fault;
      return [id, { ...itemIn(body), deleted: false }];
    }),
  );
};

/** The call that finds a row by its key, through the key's index. */
export const byKey = (places: Places, name: RegisterName, key: string): Call => {
  const quoted = encodeURIComponent(key.replaceAll("'", "''"));
  return {
    method: 'GET',
    path: `${places.list(name)}/items?$filter=fields/${keyColumnName} eq '${quoted}'&${shape(name)}`,
    units: 2,
  };
};

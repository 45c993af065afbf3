// A site and its lists as Graph has them, in one request where the lists fit a page.
import { type BatchAnswer, readBatches } from '../graph/batch.ts';
import type { Call, GraphClient } from '../graph/graph-client.ts';
import { SiteMissing } from './not-there.ts';

export type ColumnFound = {
  readonly id: string;
  readonly name: string;
  readonly displayName?: string;
  readonly [fact: string]: unknown;
};

export type ListFound = {
  readonly id: string;
  readonly displayName: string;
  /** As in its address: it stays when the list is given another display name. */
  readonly name?: string;
  /** Where they were asked for, and Graph gave them with the list. */
  readonly columns?: readonly ColumnFound[];
  readonly 'columns@odata.nextLink'?: string;
};

export type SiteFound = {
  /** '/sites/{id}', below which everything of ours lies. */
  readonly path: string;
  readonly webUrl: string;
  readonly lists: readonly ListFound[];
};

type Page<Found> = { readonly value: readonly Found[]; readonly '@odata.nextLink'?: string };

/** What is asked of each list; with its columns it is a large answer, for provisioning alone. */
export const namesOnly = '$select=id,displayName';
export const withColumns = '$select=id,name,displayName&$expand=columns';

/** `site` is a host and path: 'contoso.sharepoint.com:/sites/golden-thread'. */
export const findSite = async (
  graph: GraphClient,
  site: string,
  asked: string,
): Promise<SiteFound> => {
  const lists = site.includes(':') ? `/sites/${site}:/lists` : `/sites/${site}/lists`;
  const calls: Call[] = [
    { method: 'GET', path: `/sites/${site}`, units: 1 },
    { method: 'GET', path: `${lists}?${asked}`, units: 2 },
  ];
  const [found, first] = await readBatches(graph, calls);
  if (found?.fault?.kind === 'notFound') throw new SiteMissing(site, found.fault);
  const { id, webUrl } = bodyOf<{ id: string; webUrl: string }>(found);
  const page = bodyOf<Page<ListFound>>(first);
  return {
    path: `/sites/${id}`,
    webUrl,
    lists: await completed(graph, await toLastPage(graph, page)),
  };
};

const bodyOf = <Body>(answer: BatchAnswer | undefined): Body => {
  if (answer === undefined) throw new Error('A batch answered for fewer calls than it was asked.');
  if (answer.fault) throw answer.fault;
  return answer.body as Body;
};

/** The lists of a site found before. */
export const findLists = async (
  graph: GraphClient,
  sitePath: string,
  asked: string,
): Promise<readonly ListFound[]> => {
  const first = await graph.read<Page<ListFound>>(`${sitePath}/lists?${asked}`, 2);
  return completed(graph, await toLastPage(graph, first));
};

const toLastPage = async <Found>(graph: GraphClient, first: Page<Found>): Promise<Found[]> => {
  const found = [...first.value];
  let next = first['@odata.nextLink'];
  while (next !== undefined) {
    const page: Page<Found> = await graph.read(graph.pathOf(next), 2);
    found.push(...page.value);
    next = page['@odata.nextLink'];
  }
  return found;
};

/** Columns that came only in part with their list are read on from there. */
const completed = (
  graph: GraphClient,
  lists: readonly ListFound[],
): Promise<readonly ListFound[]> =>
  Promise.all(
    lists.map(async (list) => {
      const { columns, 'columns@odata.nextLink': next } = list;
      if (columns === undefined || next === undefined) return list;
      const more = { value: columns, '@odata.nextLink': next };
      return { ...list, columns: await toLastPage(graph, more) };
    }),
  );

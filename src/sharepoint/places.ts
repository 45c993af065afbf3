// Where things are in Graph: the site by its path, each register's list by its display name.
import { type RegisterName, registerNames, registers } from '../registers/registers.ts';
import type { GraphClient } from './graph-client.ts';
import { GraphFault } from './graph-fault.ts';

export type Places = {
  /** '/sites/{id}', below which everything of ours lies. */
  readonly site: string;
  /** '/sites/{id}/lists/{id}'. Throws where the list is not there yet. */
  list(name: RegisterName): string;
  missing(): readonly RegisterName[];
  /** Finds the lists again, as after making some. */
  find(): Promise<void>;
};

type ListFound = { readonly id: string; readonly displayName: string };
type Page<Found> = { readonly value: readonly Found[]; readonly '@odata.nextLink'?: string };

/** `site` is a host and path: 'contoso.sharepoint.com:/sites/golden-thread'. */
export const findPlaces = async (graph: GraphClient, site: string): Promise<Places> => {
  const { id } = await graph.read<{ id: string }>(`/sites/${site}`, 1).catch((fault: unknown) => {
    if (!(fault instanceof GraphFault) || fault.kind !== 'notFound') throw fault;
    throw new Error(`There is no site ${site}, or the app has not been granted it.`, {
      cause: fault,
    });
  });
  const below = `/sites/${id}`;
  let lists = new Map<string, string>();
  const find = async (): Promise<void> => {
    const found = await readPages<ListFound>(graph, `${below}/lists?$select=id,displayName`, 2);
    lists = new Map(found.map((list) => [list.displayName.toLowerCase(), list.id]));
  };
  const idOf = (name: RegisterName) => lists.get(registers[name].list.toLowerCase());
  await find();
  return {
    site: below,
    find,
    missing: () => registerNames.filter((name) => idOf(name) === undefined),
    list: (name) => {
      const list = idOf(name);
      if (list) return `${below}/lists/${list}`;
      throw new Error(
        `The list ${registers[name].list} is not in the site ${site}: make the lists first.`,
      );
    },
  };
};

/** Every page of a collection, to the last. */
const readPages = async <Found>(
  graph: GraphClient,
  path: string,
  units: number,
): Promise<Found[]> => {
  const found: Found[] = [];
  for (let next: string | null = path; next !== null; ) {
    const page: Page<Found> = await graph.read(next, units);
    found.push(...page.value);
    const link: string | undefined = page['@odata.nextLink'];
    next = link === undefined ? null : graph.pathOf(link);
  }
  return found;
};

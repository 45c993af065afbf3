// Where things are in Graph: the site by its path, each register's list by its display name.
import { type RegisterName, registers } from '../../registers/registers.ts';
import { fold } from '../../registers/same-key.ts';
import type { GraphClient } from '../graph/graph-client.ts';
import { ListsMissing } from './not-there.ts';
import { findLists, findSite, type ListFound, namesOnly } from './site-found.ts';

export type Places = {
  /** '/sites/{id}/lists/{id}'. Throws ListsMissing where the list is not there yet. */
  list(name: RegisterName): string;
  has(name: RegisterName): boolean;
  /** Throws ListsMissing where any of these is not there. */
  check(names: readonly RegisterName[]): void;
  /** Finds the lists again, as after making some. */
  find(): Promise<void>;
};

/** `site` is a host and path: 'contoso.sharepoint.com:/sites/golden-thread'. */
export const findPlaces = async (graph: GraphClient, site: string): Promise<Places> => {
  const found = await findSite(graph, site, namesOnly);
  let lists = byName(found.lists);
  const idOf = (name: RegisterName) => lists.get(fold(registers[name].list));
  return {
    find: async () => {
      lists = byName(await findLists(graph, found.path, namesOnly));
    },
    has: (name) => idOf(name) !== undefined,
    check: (names) => {
      const missing = names.filter((name) => idOf(name) === undefined);
      if (missing.length > 0) throw new ListsMissing(site, missing);
    },
    list: (name) => {
      const id = idOf(name);
      if (id === undefined) throw new ListsMissing(site, [name]);
      return `${found.path}/lists/${id}`;
    },
  };
};

const byName = (lists: readonly ListFound[]): ReadonlyMap<string, string> =>
  new Map(lists.map(({ displayName, id }) => [fold(displayName), id]));

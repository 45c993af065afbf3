// Looks for colleagues in the directory as the person who is signed in, so that they are shown whom they may
// see there and nobody else. Who is looked for, and what becomes of it, is the use cases'.
import { z } from 'zod';
import type {
  DirectorySearch,
  InDirectory,
  NotAsked,
  SignedIn,
} from '../../use-cases/accounts-port.ts';
import { isAccount } from './account-id.ts';
import type { Call, GraphClient } from './graph-client.ts';
import { GraphFault } from './graph-fault.ts';
import { logFault } from './graph-log.ts';
import { delegated, type OnBehalfOf } from './on-behalf-of.ts';

/** Graph, signed in with another token than the app's. */
export type AsPerson = (token: () => Promise<string>) => GraphClient;

const account = z.object({
  id: z.string().refine(isAccount),
  displayName: z.string().min(1).max(255),
  userPrincipalName: z.string().max(255),
});

/** All that User.ReadBasic.All shows of somebody that is of use here. */
const shown = '$select=id,displayName,userPrincipalName';

/** With fewer than two characters to go by nobody is found. What could not be asked is said as such, and never as nobody. */
export const openDirectorySearch = (
  asPerson: AsPerson,
  onBehalfOf: OnBehalfOf,
): DirectorySearch => {
  const ask = async (as: SignedIn, call: Call): Promise<{ body: unknown } | NotAsked> => {
    let last: string | NotAsked = { notAsked: 'no answer' };
    const token = async (refused?: string): Promise<string> => {
      last = await onBehalfOf.token(as, delegated.directory, refused);
      if (typeof last === 'string') return last;
      throw new NoToken();
    };
    const graph = asPerson(token);
    try {
      return { body: (await graph.exchange(call)).body };
    } catch (fault) {
      if (fault instanceof NoToken && typeof last !== 'string') return last;
      if (!(fault instanceof GraphFault)) throw fault;
      if (fault.status === 404) return { body: null };
      logFault(graph.log, fault, { took: 0, attempt: 1 });
      return { notAsked: fault.kind === 'forbidden' ? 'consent' : 'no answer' };
    }
  };

  return {
    find: async (as, { words, most }) => {
      const plain = plainWords(words);
      if (plain.length < 2) return [];
      const found = await ask(as, searchCall(plain, most));
      return 'notAsked' in found ? found : accountsIn(found.body).slice(0, most);
    },
    read: async (as, objectId) => {
      if (!isAccount(objectId)) return null;
      const found = await ask(as, {
        method: 'GET',
        path: `/users/${objectId}?${shown}`,
        units: 0,
      });
      if ('notAsked' in found) return found;
      return accountsIn({ value: [found.body] })[0] ?? null;
    },
  };
};

class NoToken extends Error {}

/** $search is answered only where it is said that what was changed a moment ago may be missing. */
const searchCall = (words: string, most: number): Call => {
  const search = `"displayName:${words}" OR "mail:${words}"`;
  return {
    method: 'GET',
    path: `/users?$search=${encodeURIComponent(search)}&${shown}&$top=${most}`,
    headers: { ConsistencyLevel: 'eventual' },
    // The directory spends none of SharePoint's.
    units: 0,
  };
};

/** Letters, digits and what names and addresses are written with: nothing that ends a quotation or begins another clause. */
const plainWords = (words: string): string =>
  words
    .replace(/[^\p{L}\p{M}\p{N}@.'-]+/gu, ' ')
    .trim()
    .slice(0, 100);

/** An account that lacks a name is left out: nobody could choose it. */
const accountsIn = (body: unknown): readonly InDirectory[] => {
  const { value = [] } = (body ?? {}) as { value?: readonly unknown[] };
  return value.flatMap((each) => {
    const read = account.safeParse(each);
    if (!read.success) return [];
    const { id, displayName: name, userPrincipalName: upn } = read.data;
    return [{ objectId: id.toLowerCase(), name, upn }];
  });
};

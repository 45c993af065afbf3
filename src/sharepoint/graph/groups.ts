// Asks the directory who is in a group. It needs leave that an administrator may not have given, and a group
// that is there: each is an answer too.
import { z } from 'zod';
import type { Groups } from '../../use-cases/accounts-port.ts';
import { isAccount } from './account-id.ts';
import type { GraphClient } from './graph-client.ts';
import { GraphFault } from './graph-fault.ts';

const page = z.object({
  value: z.array(z.object({ '@odata.type': z.string().optional(), id: z.string() })),
  '@odata.nextLink': z.string().optional(),
});

const user = '#microsoft.graph.user';

/**
 * Throws where Graph is away, or says what cannot be read: half a group would take roles from the other
 * half. Asked without a cast to users, which Graph answers from an index that may be behind.
 */
export const openGroups = (graph: GraphClient): Groups => ({
  members: async (group) => {
    if (!isAccount(group)) return 'no such group';
    const ids: string[] = [];
    try {
      let next: string | null = `/groups/${group}/transitiveMembers?$select=id&$top=999`;
      while (next !== null) {
        // The directory spends none of SharePoint's units.
        const { value, '@odata.nextLink': link } = page.parse(await graph.read(next, 0));
        const users = value.filter(({ '@odata.type': kind = user }) => kind === user);
        ids.push(...users.map(({ id }) => id));
        next = link === undefined ? null : graph.pathOf(link);
      }
      return ids;
    } catch (fault) {
      if (!(fault instanceof GraphFault)) throw fault;
      if (fault.status === 401 || fault.status === 403) return 'not granted';
      if (fault.status === 404) return 'no such group';
      throw fault;
    }
  },
});

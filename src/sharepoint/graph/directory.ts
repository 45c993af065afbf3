// Asks the directory which accounts are there no more. It needs leave to read users, which an
// administrator may not have given: that is an answer too.
import type { Directory } from '../../use-cases/ports.ts';
import { readBatches } from './batch.ts';
import type { GraphClient } from './graph-client.ts';

/** Entra's own form. What stands in for an id not known yet is no account that could be gone. */
const isAccount = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An account that could not be asked about is not taken to be gone. Throws where Graph is away. */
export const openDirectory = (graph: GraphClient): Directory => ({
  gone: async (said) => {
    const objectIds = said.filter((each) => isAccount.test(each));
    const answers = await readBatches(
      graph,
      objectIds.map((id) => ({
        method: 'GET' as const,
        path: `/users/${encodeURIComponent(id)}?$select=id`,
        units: 1,
      })),
    );
    if (answers.some(({ fault }) => fault?.kind === 'forbidden')) return null;
    return objectIds.filter((_, at) => answers[at]?.status === 404);
  },
});

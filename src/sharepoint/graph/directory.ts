// Asks the directory which accounts are there no more, and their mailboxes who is out of office. Each
// needs leave that an administrator may not have given: that is an answer too.
import type { Directory, Whereabouts } from '../../use-cases/accounts-port.ts';
import { isAccount } from './account-id.ts';
import { readOutOfOffice } from './automatic-replies.ts';
import { type BatchAnswer, inBatches, readBatches } from './batch.ts';
import type { GraphClient } from './graph-client.ts';

/** An account that could not be asked about is not taken to be gone, nor away. Throws where Graph is away. */
export const openDirectory = (graph: GraphClient): Directory => ({
  gone: async (said) => {
    const objectIds = said.filter(isAccount);
    const answers = await ask(graph, objectIds, (id) => `/users/${id}?$select=id`);
    if (answers.some(({ fault }) => fault?.kind === 'forbidden')) return null;
    return objectIds.filter((_, at) => answers[at]?.status === 404);
  },
  away: async (said) => {
    const [first = [], ...others] = inBatches(said.filter(isAccount));
    const asked = await ask(graph, first, automaticReplies);
    // A mailbox may be closed to the app by itself; where all are that were asked first, it has no leave.
    if (first.length > 0 && asked.every(({ fault }) => fault?.kind === 'forbidden')) return null;
    const heard = readAll(first, asked);
    while (others.length > 0) {
      const some = others.splice(0, batchesAtOnce);
      const got = await Promise.all(some.map((each) => ask(graph, each, automaticReplies)));
      heard.push(...some.flatMap((each, at) => readAll(each, got[at] ?? [])));
    }
    return heard;
  },
});

/** Thousands of mailboxes are asked before cards go: one batch after another would hold them up. */
const batchesAtOnce = 4;

const readAll = (objectIds: readonly string[], answers: readonly BatchAnswer[]): Whereabouts[] =>
  objectIds.flatMap((objectId, at) => {
    const answer = answers[at];
    const read = answer?.fault === null ? readOutOfOffice(answer.body) : undefined;
    return read === undefined ? [] : [{ objectId, outOfOffice: read }];
  });

/** Presence says that somebody is out, as for an hour at the dentist's, and not until when; this says both. */
const automaticReplies = (id: string): string =>
  `/users/${id}/mailboxSettings/automaticRepliesSetting`;

const ask = (graph: GraphClient, objectIds: readonly string[], path: (id: string) => string) =>
  readBatches(
    graph,
    objectIds.map((id) => ({
      method: 'GET' as const,
      path: path(encodeURIComponent(id)),
      // The directory and mailboxes spend none of SharePoint's.
      units: 0,
    })),
  );

// Taking entries into the hosted Outbox: an entry's claim, message and changes are one commit.
import type { Acceptance, Entry } from '../use-cases/ports.ts';
import { appendChanges, keepChanges } from './azure-changes.ts';
import { type Claims, entryText } from './azure-claims.ts';
import type { Commits, Work } from './azure-commits.ts';
import { claimKey, messageKey } from './azure-keys.ts';
import { appendMessage, type Messages } from './azure-messages.ts';
import type { KeptText, Texts } from './azure-texts.ts';

type Accepting = {
  readonly texts: Texts;
  readonly commits: Commits;
  readonly claims: Claims;
  readonly messages: Messages;
};

/**
 * Each entry alone, in order: those before one that could not be kept are kept, and are found accepted
 * already when all are offered again.
 */
export const acceptAll = async (
  accepting: Accepting,
  entries: readonly Entry[],
): Promise<readonly Acceptance[]> => {
  const works = await Promise.all(entries.map((entry) => workOf(accepting, entry)));
  return Promise.all(works.map((work) => accepting.commits.write(work)));
};

const nothing: KeptText = { columns: {}, named: [] };

const workOf = async (
  { texts, claims, messages }: Accepting,
  entry: Entry,
): Promise<Work<Acceptance>> => {
  const text = entryText(entry);
  let first = claims.known(entry.key);
  // Not written at length only to be refused.
  if (first === null && texts.isLong(text)) first = await claims.find(entry.key);
  const kept = first === null ? await texts.keep(text) : nothing;
  const changes = await keepChanges(texts, entry, kept);
  let written = kept.columns;
  return {
    touches: [claimKey(entry.key)],
    rows: 4,
    characters: 'text' in kept.columns ? text.length * 2 : 0,
    draft: (head) => {
      first ??= claims.known(entry.key);
      if (first !== null) return { writes: [], head, result: { outcome: 'already', first } };
      const message = appendMessage(head, entry);
      const appended = appendChanges(message.head, changes);
      const { place } = message;
      written = place === null ? kept.columns : { ...kept.columns, place };
      return {
        writes: [
          { create: claimKey(entry.key), columns: written },
          ...message.writes,
          ...appended.writes,
          ...kept.named,
        ],
        head: appended.head,
        result: { outcome: 'accepted', pending: appended.pending },
      };
    },
    look: async () => {
      first ??= await claims.find(entry.key);
    },
    made: (etags) => {
      if (first !== null) return;
      claims.keep(entry.key, written);
      const { place } = written;
      const etag = etags?.[1];
      if (typeof place === 'number' && etag !== undefined)
        messages.appended(entry.key, { rowKey: messageKey(place), etag });
    },
  };
};

// The messages that wait in the hosted Outbox to be sent, in the order accepted.
import { fold } from '../registers/same-key.ts';
import type { Entry, Message, Outbox, Pending, Waiting } from '../use-cases/ports.ts';
import { appendChanges, keepChanges } from './azure-changes.ts';
import type { Claims } from './azure-claims.ts';
import type { Commits, Work } from './azure-commits.ts';
import type { Head } from './azure-head.ts';
import { allMessages, messageKey } from './azure-keys.ts';
import type { Row, Table, Write } from './azure-table.ts';
import type { Texts } from './azure-texts.ts';

type Appended = {
  readonly writes: readonly Write[];
  readonly head: Head;
  readonly place: number | null;
};

/** In the next place; a null place is of an entry that sends nothing. */
export const appendMessage = (head: Head, { key, message }: Entry): Appended => {
  if (message === null) return { writes: [], head, place: null };
  const columns = { named: key, message: JSON.stringify(message), begun: false };
  const { place, messages } = head;
  return {
    writes: [{ create: messageKey(place), columns }],
    head: { ...head, place: place + 1, messages: messages + 1 },
    place,
  };
};

export type Messages = Pick<Outbox, 'waiting' | 'begin' | 'settle'> & {
  /** What was appended for an entry, as it was written. */
  appended(key: string, row: Handle): void;
};

/** A message's row as this process last read or wrote it. */
type Handle = { readonly rowKey: string; readonly etag: string };

type Kept = {
  readonly table: Table;
  readonly texts: Texts;
  readonly commits: Commits;
  readonly claims: Claims;
};

export const openMessages = (kept: Kept): Messages => {
  const handles = new Map<string, Handle>();
  const asWaiting = (row: Row): Waiting => {
    const key = row['named'] as string;
    handles.set(fold(key), { rowKey: row.rowKey, etag: row.etag });
    const message = JSON.parse(row['message'] as string) as Message;
    return { key, message, inFlight: row['begun'] === true };
  };
  return {
    appended: (key, row) => void handles.set(fold(key), row),
    waiting: async (limit) => (await kept.table.rows(allMessages, { limit })).map(asWaiting),
    begin: async (keys) => {
      const works = await Promise.all(keys.map((key) => beginning(kept, handles, key)));
      const begun = await Promise.all(works.map((work) => kept.commits.write(work)));
      return keys.filter((_, at) => begun[at]);
    },
    settle: async (settled) => {
      const works = await Promise.all(settled.map((one) => settling(kept, handles, one)));
      const told = await Promise.all(works.map((work) => kept.commits.write(work)));
      return told.flat();
    },
  };
};

type Handles = Map<string, Handle>;

/** Null where it is settled, or was never accepted. */
const findHandle = async (
  { table, claims }: Kept,
  handles: Handles,
  key: string,
): Promise<Handle | null> => {
  const known = handles.get(fold(key));
  if (known !== undefined) return known;
  const place = await claims.place(key);
  return place === null ? null : table.read(messageKey(place));
};

const nothing = (head: Head) => ({ writes: [], head });

/** Only where nobody began or settled it since it was read here: who was held up does not send it again. */
const beginning = async (kept: Kept, handles: Handles, key: string): Promise<Work<boolean>> => {
  const handle = await findHandle(kept, handles, key);
  let isOurs = handle !== null;
  return {
    touches: handle === null ? [] : [handle.rowKey],
    rows: 1,
    characters: 0,
    draft: (head) => {
      if (handle === null || !isOurs) return { ...nothing(head), result: false };
      const { rowKey, etag } = handle;
      const begun = { change: rowKey, etag, columns: { begun: true } };
      return { writes: [begun], head, result: true };
    },
    look: async () => {
      if (handle === null) return;
      const row = await kept.table.read(handle.rowKey);
      isOurs = row?.etag === handle.etag;
    },
    made: (etags) => {
      const etag = etags?.[0];
      if (isOurs && handle !== null && etag !== undefined)
        handles.set(fold(key), { ...handle, etag });
      else handles.delete(fold(key));
    },
  };
};

type Settled = Parameters<Outbox['settle']>[0][number];

/** Settled already, or never accepted: changes nothing. */
const settling = async (
  kept: Kept,
  handles: Handles,
  { key, changes }: Settled,
): Promise<Work<readonly Pending[]>> => {
  const handle = await findHandle(kept, handles, key);
  const told = await keepChanges(kept.texts, { by: null, changes });
  let isThere = handle !== null;
  return {
    touches: handle === null ? [] : [handle.rowKey],
    rows: 3,
    characters: 'text' in told.columns ? String(told.columns['text']).length : 0,
    draft: (head) => {
      if (handle === null || !isThere) return { ...nothing(head), result: [] };
      const ended = { ...head, messages: head.messages - 1 };
      const appended = appendChanges(ended, told);
      const writes = [{ remove: handle.rowKey }, ...appended.writes];
      return { writes, head: appended.head, result: appended.pending };
    },
    look: async () => {
      if (handle !== null) isThere = (await kept.table.read(handle.rowKey)) !== null;
    },
    made: () => void handles.delete(fold(key)),
  };
};

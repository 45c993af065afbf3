// The one row that every commit of the hosted Outbox changes, by its etag: so commits come one after
// another whoever makes them, numbers are given out once and in order, and a writer whose answer was lost
// finds here whether its commit was made.
import { headKey } from './azure-keys.ts';
import type { Columns, Row, Table } from './azure-table.ts';

export type Head = {
  /** Sequence of the next change and place of the next message: neither is ever used again. */
  readonly next: number;
  readonly place: number;
  /** What waits. */
  readonly changes: number;
  readonly messages: number;
  /** How often a row of several changes landed in part: one read before that is to be read again. */
  readonly parts: number;
  /** When it was begun, on the council's clock and the machine's. */
  readonly begun: { readonly council: string; readonly machine: string };
  /** The last commit of each writer, who wrote longest ago first. */
  readonly writers: readonly (readonly [writer: string, commit: number])[];
};

export type Known = { readonly head: Head; readonly etag: string };

/** More writers than ever wait at once for an answer that was lost. */
const writersKept = 24;

export const headColumns = (head: Head): Columns => ({ head: JSON.stringify(head) });

/** As it will be after this commit. */
export const signedBy = (head: Head, by: readonly [writer: string, commit: number]): Head => {
  const others = head.writers.filter(([name]) => name !== by[0]);
  return { ...head, writers: [...others, by].slice(-writersKept) };
};

/** Whether a writer’s commit is the last that was made of theirs: each has one under way at a time. */
export const isMade = ({ head }: Known, writer: string, commit: number): boolean =>
  head.writers.some(([name, last]) => name === writer && last === commit);

/** Another Outbox in its place would know nothing of what this process was told is kept. */
export const isSameOutbox = (one: Known, other: Known): boolean =>
  one.head.begun.machine === other.head.begun.machine;

const readHead = (row: Row): Known => ({
  head: JSON.parse(row['head'] as string) as Head,
  etag: row.etag,
});

/** Null where the Outbox has not been begun, or was removed. */
export const findHead = async (table: Table, patience?: number): Promise<Known | null> => {
  const row = await table.read(headKey, patience);
  return row === null ? null : readHead(row);
};

/** The Outbox as it is, begun now where there is none. */
export const beginHead = async (table: Table, begun: Head['begun']): Promise<Known | null> => {
  const found = await findHead(table);
  if (found !== null) return found;
  const none = { changes: 0, messages: 0, parts: 0, writers: [] };
  // Another instance may begin it in the same moment: the first is right.
  await table.create(headKey, headColumns({ next: 1, place: 1, ...none, begun }));
  return findHead(table);
};

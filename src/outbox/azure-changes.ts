// How changes that are accepted together stand in the hosted Outbox: one row, however many they are, named by
// the last of them. A row that landed in part says which of them did.
import type { Change } from '../registers/registers.ts';
import type { Entry, Pending } from '../use-cases/ports.ts';
import type { Draft } from './azure-commits.ts';
import type { Head } from './azure-head.ts';
import { changesKey, numberIn } from './azure-keys.ts';
import type { Columns, Row, Write } from './azure-table.ts';
import type { KeptText, Texts } from './azure-texts.ts';

/** Changes that are accepted together, before they have their numbers. */
export type KeptChanges = {
  readonly columns: Columns;
  readonly named: readonly Write[];
  readonly told: readonly Omit<Pending, 'sequence'>[];
};

/** `entry`: the columns that hold the entry they are of, where it has been kept. */
export const keepChanges = async (
  texts: Texts,
  { by, changes }: Pick<Entry, 'by' | 'changes'>,
  entry: KeptText | null = null,
): Promise<KeptChanges> => {
  const acceptedAt = Temporal.Now.instant();
  // A long entry is kept once: its changes are read out of it.
  const kept =
    entry !== null && 'textId' in entry.columns
      ? { ...entry, named: [] }
      : await texts.keep(JSON.stringify(changes));
  return {
    columns: {
      ...kept.columns,
      count: changes.length,
      acceptedAt: acceptedAt.toString(),
      ...(by !== null && { by }),
    },
    named: kept.named,
    told: changes.map(({ register, key, set }) => ({ register, key, set, by, acceptedAt })),
  };
};

type Appended = Omit<Draft<null>, 'result'> & { readonly pending: readonly Pending[] };

/** With the next sequences, in order; nothing where there are no changes. */
export const appendChanges = (head: Head, { columns, named, told }: KeptChanges): Appended => {
  if (told.length === 0) return { writes: [], head, pending: [] };
  const next = head.next + told.length;
  return {
    writes: [{ create: changesKey(next - 1), columns }, ...named],
    head: { ...head, next, changes: head.changes + told.length },
    pending: told.map((one, at) => ({ ...one, sequence: head.next + at })),
  };
};

/** Those of a row that have not landed. */
export const changesIn = async (texts: Texts, row: Row): Promise<readonly Pending[]> => {
  const read = JSON.parse(await texts.read(row)) as readonly Change[] | Entry;
  const changes = 'changes' in read ? read.changes : read;
  const by = (row['by'] as string | undefined) ?? null;
  const acceptedAt = Temporal.Instant.from(row['acceptedAt'] as string);
  const landed = landedIn(row);
  const first = firstOf(row);
  return changes.flatMap(({ register, key, set }, at) =>
    landed.has(at) ? [] : [{ register, key, set, by, acceptedAt, sequence: first + at }],
  );
};

/** How many changes a row was accepted with, and the sequence of the first. */
export const countOf = (row: Row): number => row['count'] as number;
export const firstOf = (row: Row): number => numberIn(row.rowKey) - countOf(row) + 1;

/** By their place in the row: a bit each. */
export const landedIn = (row: Row): Bits =>
  bitsOf(row['landed'] as Uint8Array | undefined, countOf(row));

type Bits = {
  has(at: number): boolean;
  areAll(): boolean;
  add(at: number): void;
  readonly bytes: Uint8Array;
};

const bitsOf = (given: Uint8Array | undefined, count: number): Bits => {
  const bytes = new Uint8Array(Math.ceil(count / 8));
  bytes.set(given ?? []);
  const bit = (at: number) => 1 << (at % 8);
  const byte = (at: number) => bytes[Math.floor(at / 8)] ?? 0;
  const has = (at: number) => (byte(at) & bit(at)) !== 0;
  return {
    bytes,
    has,
    areAll: () => Array.from({ length: count }, (_, at) => at).every(has),
    add: (at) => {
      bytes[Math.floor(at / 8)] = byte(at) | bit(at);
    },
  };
};

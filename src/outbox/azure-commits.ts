// Commits of the hosted Outbox: what is asked for at about the same moment shares one transaction, each
// whole or not at all, and those of several instances come one after another. Whether a commit whose
// answer was lost was made is read back, and never guessed.
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { StoreFault } from '../use-cases/store-fault.ts';
import { goneFault, replacedFault } from './azure-fault.ts';
import {
  findHead,
  type Head,
  headColumns,
  isMade,
  isSameOutbox,
  type Known,
  signedBy,
} from './azure-head.ts';
import { headKey } from './azure-keys.ts';
import type { Table, Write } from './azure-table.ts';

/** One thing to be written. */
export type Work<Result> = {
  /** Rows that another work may write too: never both in one transaction. */
  readonly touches: readonly string[];
  /** What it writes at most. */
  readonly rows: number;
  readonly characters: number;
  /** What it writes as things stand, and what comes of it; nothing where there is nothing left to do. */
  draft(head: Head): Draft<Result>;
  /** The store is otherwise than was counted on: finds out how, for the next draft. */
  look(): Promise<void>;
  /** False where what it knows is older than this head. */
  fits?(head: Head): boolean;
  /** Is committed although it writes nothing. */
  readonly isTrial?: true;
  /** With the etags of what it wrote, in order; null where they are not known. */
  made?(etags: readonly string[] | null): void;
};

export type Draft<Result> = {
  readonly writes: readonly Write[];
  /** As it is once this is written. */
  readonly head: Head;
  readonly result: Result;
};

export type Commits = {
  /** Resolves once it is in the table. Throws a StoreFault where it is not, or that cannot be known. */
  write<Result>(work: Work<Result>): Promise<Result>;
  /** The head as it stands now. Throws a StoreFault where it is not there. */
  read(): Promise<Head>;
  /** As last known. */
  head(): Head;
};

type Queued = {
  readonly work: Work<unknown>;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
};

/** A transaction as it is sent: sent again it is the same, and is made once at most. */
type Sending = {
  readonly etag: string;
  readonly commit: number;
  readonly head: Head;
  readonly drafts: readonly Draft<unknown>[];
  readonly writes: readonly Write[];
};

/** Null: made, and what its rows' etags are is not known. */
type Made = { readonly sending: Sending; readonly etags: readonly string[] | null };

/** `patience`: milliseconds after which a commit that was not answered is given up. */
export const openCommits = (table: Table, first: Known, patience: () => number): Commits => {
  const writer = randomBytes(6).toString('hex');
  let known = first;
  let commit = 0;

  const read = async (patience?: number): Promise<Known> => {
    const before = known;
    const found = await findHead(table, patience);
    if (found === null) throw goneFault(table.name);
    if (!isSameOutbox(found, first)) throw replacedFault(table.name);
    if (known === before) known = found;
    return found;
  };

  const draft = async (works: readonly Work<unknown>[]): Promise<Sending> => {
    const { head, etag } = known;
    const behind = works.filter((work) => work.fits?.(head) === false);
    await Promise.all(behind.map((work) => work.look()));
    commit += 1;
    return { etag, commit, ...draftAll(works, head, [writer, commit]) };
  };

  /** Where it was not made, or that is not known, `known` says after it how things stand now. */
  const send = async (sending: Sending, until: number): Promise<Made | NotMade> => {
    const answer = await table.commit(transactionOf(sending)).catch((fault: unknown) => {
      if (!isPassing(fault) || performance.now() > until) throw fault;
      return null;
    });
    if (answer !== null && 'etags' in answer) {
      known = { head: sending.head, etag: answer.etags[0] ?? '' };
      return { sending, etags: answer.etags.slice(1) };
    }
    known = await read(Math.max(0, until - performance.now()));
    if (isMade(known, writer, sending.commit)) return { sending, etags: null };
    const isAsBefore = known.etag === sending.etag;
    if (answer === null) return isAsBefore ? 'not answered' : 'overtaken';
    return isAsBefore || answer.refusal !== 'changed' ? 'refused' : 'overtaken';
  };

  const write = async (works: readonly Work<unknown>[]): Promise<Made> => {
    const until = performance.now() + patience();
    const isTrial = works.some((work) => work.isTrial === true);
    let sending = await draft(works);
    for (let tries = 1; isTrial || sending.writes.length > 0; tries += 1) {
      const sent = await send(sending, until);
      if (typeof sent === 'object') return sent;
      // It may still be made: sent again as it is, one of the two is refused.
      if (sent === 'not answered') continue;
      if (performance.now() > until)
        throw new StoreFault('busy', `${table.name} is in use by others.`, null);
      if (sent === 'refused') await Promise.all(works.map((work) => work.look()));
      else await pause(Math.random() * Math.min(10 * tries, 200));
      sending = await draft(works);
    }
    return { sending, etags: null };
  };

  return {
    write: inGroups(write),
    read: async () => (await read()).head,
    head: () => known.head,
  };
};

/**
 * Why it was not made. 'overtaken': another instance's came first. 'refused': by one of its rows.
 * 'not answered': it may still be made.
 */
type NotMade = 'overtaken' | 'refused' | 'not answered';

const isPassing = (fault: unknown): boolean =>
  fault instanceof StoreFault && (fault.trouble === 'away' || fault.trouble === 'busy');

const draftAll = (
  works: readonly Work<unknown>[],
  before: Head,
  by: readonly [writer: string, commit: number],
): Pick<Sending, 'head' | 'drafts' | 'writes'> => {
  let head = before;
  const drafts = works.map((work) => {
    const drafted = work.draft(head);
    head = drafted.head;
    return drafted;
  });
  return { head: signedBy(head, by), drafts, writes: drafts.flatMap(({ writes }) => writes) };
};

// The head is first: of a transaction that is refused for several reasons that one is told.
const transactionOf = ({ head, etag, writes }: Sending): readonly Write[] => [
  { change: headKey, etag, columns: headColumns(head) },
  ...writes,
];

/** What is asked for while a transaction is under way shares the next, in the order asked. */
const inGroups = (write: (works: readonly Work<unknown>[]) => Promise<Made>): Commits['write'] => {
  const queue: Queued[] = [];
  let isRunning = false;
  const writeGroup = async (group: readonly Queued[]): Promise<void> => {
    try {
      tell(group, await write(group.map(({ work }) => work)));
    } catch (fault) {
      // What the table will never take is refused alone.
      if (group.length > 1 && !(fault instanceof StoreFault))
        for (const one of group) await writeGroup([one]);
      else for (const { reject } of group) reject(fault);
    }
  };
  const run = async (): Promise<void> => {
    while (queue.length > 0) {
      await writeGroup(queue.splice(0, howMany(queue)));
    }
    isRunning = false;
  };
  return <Result>(work: Work<Result>): Promise<Result> =>
    new Promise<Result>((resolve, reject) => {
      queue.push({ work, resolve, reject });
      if (isRunning) return;
      isRunning = true;
      setImmediate(() => void run());
    });
};

/** Of a transaction: 100 rows, one of them the head; 4 MiB, of which a character takes six bytes at most. */
const mostRows = 99;
const mostCharacters = 600_000;

/** Of the first, how many one transaction takes; one at least. */
const howMany = (queue: readonly Queued[]): number => {
  const touched = new Set<string>();
  let rows = 0;
  let characters = 0;
  const end = queue.findIndex(({ work }) => {
    rows += work.rows;
    characters += work.characters;
    const isTouched = work.touches.some((row) => touched.has(row));
    for (const row of work.touches) touched.add(row);
    return isTouched || rows > mostRows || characters > mostCharacters;
  });
  return end === -1 ? queue.length : Math.max(1, end);
};

const tell = (group: readonly Queued[], { sending, etags }: Made): void => {
  let from = 0;
  for (const [at, { work, resolve }] of group.entries()) {
    const { writes, result } = sending.drafts[at] as Draft<unknown>;
    work.made?.(etags && etags.slice(from, from + writes.length));
    from += writes.length;
    resolve(result as never);
  }
};

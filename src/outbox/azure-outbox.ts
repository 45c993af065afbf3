// The hosted Outbox, in Azure Table storage: for a council whose app runs where no disk is its own, and for
// several instances that accept at once. Decides what is kept for how long: an entry's claim stays for
// ever, a message goes once settled, a change once landed.
import type { Begun, Outbox } from '../use-cases/ports.ts';
import { StoreFault, type StoreTrouble } from '../use-cases/store-fault.ts';
import { acceptAll } from './azure-accept.ts';
import { openClaims } from './azure-claims.ts';
import { openCommits, type Work } from './azure-commits.ts';
import { goneFault } from './azure-fault.ts';
import { beginHead, type Head } from './azure-head.ts';
import { openMessages } from './azure-messages.ts';
import { land, pendingAfter } from './azure-pending.ts';
import type { HostedPlace } from './azure-place.ts';
import { openTable, usualPatience } from './azure-table.ts';
import { openTexts, sweepTexts } from './azure-texts.ts';

/** Milliseconds after which what waits is counted again, since other instances accept too. */
const countEvery = 1_000;

/**
 * Opens it, making it where there is none: `now` is then the moment it was begun, on the council's clock.
 * Rejects with a StoreFault that names the table.
 */
export const openAzureOutbox = async (
  place: HostedPlace,
  now: () => Temporal.Instant = () => Temporal.Now.instant(),
): Promise<Outbox> => {
  const table = await openTable(place);
  const machine = Temporal.Now.instant().toString();
  const first = await beginHead(table, { council: now().toString(), machine });
  if (first === null) throw goneFault(table.name);
  const { guarded, trouble, passed } = openTrouble();
  const patience = place.patience?.all ?? usualPatience.all;
  // In trouble nobody is kept waiting to hear of it.
  const commits = openCommits(table, first, () => (trouble() === null ? patience : 0));
  const texts = openTexts(table);
  const claims = openClaims(table, texts);
  const kept = { table, texts, commits, claims };
  const messages = openMessages(kept);

  const underWay = new Set<Promise<unknown>>();
  const writing = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const written = guarded(work).finally(() => underWay.delete(written));
    underWay.add(written);
    return written;
  };
  const begun = begunIn(first.head);
  let looking: Promise<unknown> | null = null;
  /** What waits is counted; a store in trouble is tried by a commit, since one that can be read may refuse it. */
  const lookOver = (): void => {
    const before = trouble();
    looking ??= guarded(() => (before === null ? commits.read() : commits.write(trial)))
      .then(
        () => passed(before),
        () => undefined,
      )
      .finally(() => {
        looking = null;
      });
  };
  const counting = setInterval(lookOver, countEvery);
  counting.unref();
  // Nobody waits for it, and what it does not get to is left for the next start.
  void sweepTexts(table).catch(() => undefined);

  return {
    accept: (entries) => writing(() => acceptAll({ ...kept, messages }, entries)),
    find: (key) => guarded(() => claims.find(key)),
    waiting: (limit) => guarded(() => messages.waiting(limit)),
    begin: (keys) => writing(() => messages.begin(keys)),
    settle: async (settled) => {
      // Asked to settle nothing, it answers once what was asked before is done.
      if (settled.length === 0) await Promise.allSettled(underWay);
      return writing(() => messages.settle(settled));
    },
    pending: (limit, above = 0) => guarded(() => pendingAfter(kept, above, limit)),
    landed: (sequences) => guarded(() => land(kept, sequences)),
    depth: () => ({ changes: commits.head().changes, messages: commits.head().messages }),
    begun: () => begun,
    trouble,
    isWell: () => {
      lookOver();
      return trouble() === null;
    },
    close: () => clearInterval(counting),
  };
};

const begunIn = ({ begun: { council, machine } }: Head): Begun => ({
  council: Temporal.Instant.from(council),
  machine: Temporal.Instant.from(machine),
});

/** Writes nothing but the head. */
const trial: Work<null> = {
  touches: [],
  rows: 0,
  characters: 0,
  isTrial: true,
  draft: (head) => ({ writes: [], head, result: null }),
  look: () => Promise.resolve(),
};

/** These do not pass by themselves, and what is accepted meanwhile could be lost. */
const lasting: ReadonlySet<StoreTrouble> = new Set(['damaged', 'replaced']);

/** Remembers that the store takes nothing, until it does again. */
const openTrouble = () => {
  let trouble: StoreFault | null = null;
  return {
    guarded: async <Result>(work: () => Promise<Result>): Promise<Result> => {
      if (trouble !== null && lasting.has(trouble.trouble)) throw trouble;
      try {
        return await work();
      } catch (fault) {
        if (fault instanceof StoreFault) trouble = fault;
        throw fault;
      }
    },
    trouble: (): StoreFault | null => trouble,
    /** A trial was committed: what was wrong before it has passed. */
    passed: (before: StoreFault | null): void => {
      if (trouble === before) trouble = null;
    },
  };
};

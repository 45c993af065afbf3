// The hosted lease: a lease on a blob, held for a quarter of a minute and renewed in the background. Whether
// it is held is answered from this machine's clocks, counted from when it was asked for and not from when
// that was answered: so never after another could have it, also where this process stood still meanwhile.
import { randomUUID } from 'node:crypto';
import type { Lease } from '../use-cases/ports.ts';
import { isHeldByAnother, isNotThere, mayPass, storageFault } from './azure-fault.ts';
import { type LeaseBlob, openLeaseBlob } from './azure-lease-blob.ts';
import type { HostedPlace } from './azure-place.ts';

export type HostedLease = Lease & {
  /** Resolves once what was asked of it, or let go, has been answered. */
  settled(): Promise<void>;
};

/** Seconds: the shortest that a blob's lease can be. */
const life = 15;
/** Milliseconds: before the end of its life it counts as lost, for clocks that do not run alike. */
const margin = 3_000;
const renewEvery = 4_000;
/** Milliseconds until it is asked for again, where another holds it. */
const askEvery = 1_900;

/** `askAgainAfter`: milliseconds, for who cannot wait the usual time. Nothing is asked before `hold`. */
export const openAzureLease = (
  place: HostedPlace,
  askAgainAfter: number = askEvery,
): HostedLease => {
  const asking = openAsking(place);
  const { held, inTurn } = asking;
  let renewing: NodeJS.Timeout | null = null;
  const renew = (): void => {
    if (held.isNow()) inTurn(asking.ask);
  };
  return {
    hold: () => {
      asking.isWanted(true);
      renewing ??= setInterval(renew, renewEvery).unref();
      if (held.isNow()) return true;
      if (asking.sinceAsked() >= askAgainAfter) inTurn(asking.ask, 'if nothing is under way');
      const fault = asking.fault();
      if (fault !== null) throw fault;
      return false;
    },
    release: () => {
      asking.isWanted(false);
      if (renewing !== null) clearInterval(renewing);
      renewing = null;
      held.end();
      inTurn(asking.letGo);
    },
    settled: asking.settled,
  };
};

/** What goes over the wire, one thing after another: what is let go is not had by an answer that comes late. */
const openAsking = (place: HostedPlace) => {
  const name = `The lease at ${place.blobs}`;
  const blob = openLeaseBlob(place, randomUUID());
  const held = openDeadline(life * 1_000 - margin);
  let isWanted = false;
  let mayBeHeld = false;
  let askedAt = Number.NEGATIVE_INFINITY;
  let fault: Error | null = null;
  let underWay: Promise<void> | null = null;
  return {
    held,
    isWanted: (isNow: boolean): void => {
      isWanted = isNow;
    },
    sinceAsked: (): number => performance.now() - askedAt,
    /** Why it could not be asked for when last tried; null where it could. */
    fault: (): Error | null => fault,
    ask: async (): Promise<void> => {
      if (!isWanted) return;
      const from = clocks();
      askedAt = from.steady;
      mayBeHeld = true;
      try {
        await acquire(blob);
        fault = null;
        if (isWanted) held.from(from);
      } catch (error) {
        const isAnothers = isHeldByAnother(error);
        fault = isAnothers ? null : storageFault(name, error, untilThen);
        // One that could not be asked for is held to its deadline: until then nobody else can have it.
        if (isAnothers) held.end();
      }
    },
    letGo: async (): Promise<void> => {
      if (isWanted || !mayBeHeld) return;
      // Where nobody answers it ends by itself.
      await blob.release().catch(() => undefined);
      mayBeHeld = false;
    },
    inTurn: (work: () => Promise<void>, when?: 'if nothing is under way'): void => {
      if (underWay !== null && when !== undefined) return;
      const turn = (underWay === null ? work() : underWay.then(work)).finally(() => {
        if (underWay === turn) underWay = null;
      });
      underWay = turn;
    },
    settled: async (): Promise<void> => {
      while (underWay !== null) await underWay;
    },
  };
};

const untilThen = 'Nothing is sent or written until then.';

/** Made where it is not there. Asked once more where it went unanswered: a connection may have been closed. */
const acquire = async (blob: LeaseBlob): Promise<void> => {
  try {
    await blob.acquire(life);
  } catch (error) {
    if (!isNotThere(error) && !mayPass(error)) throw error;
    if (isNotThere(error)) await blob.make();
    await blob.acquire(life);
  }
};

type Moment = { readonly steady: number; readonly wall: number };

/** A steady clock may stand still while its machine sleeps, and the other can be set. */
const clocks = (): Moment => ({ steady: performance.now(), wall: Date.now() });

const openDeadline = (lasts: number) => {
  let since: Moment | null = null;
  return {
    from: (moment: Moment): void => {
      since = moment;
    },
    end: (): void => {
      since = null;
    },
    isNow: (): boolean => {
      const now = clocks();
      return since !== null && now.steady - since.steady < lasts && now.wall - since.wall < lasts;
    },
  };
};

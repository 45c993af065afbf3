// What the holder of the lease does, over and over, on the machine's clock: hear from the lists,
// tick, send, write behind. What is due is decided elsewhere; a beat missed loses nothing.
import { deliverMessages } from './use-cases/deliver-messages.ts';
import { type Landing, landChanges } from './use-cases/land-changes.ts';
import type { Lease, Ports } from './use-cases/ports.ts';
import { tick } from './use-cases/tick.ts';

export type Heartbeat = {
  /** Beats now, and resolves when all that was due has been done and sent. */
  beatNow(): Promise<string[]>;
  /** How many changes the lists would not take when last asked; they stay in the Outbox. */
  notTaken(): number;
  /** Finishes what is in hand, then beats no more. */
  stop(): Promise<void>;
};

export type Beating = {
  readonly ports: Ports;
  readonly lease: Lease;
  /** Hears from the lists: on the timer from those that are due, when beaten by hand from all. */
  readonly refresh: (asked: 'all' | 'due') => Promise<void>;
  readonly beatMilliseconds: number;
  readonly refreshMilliseconds: number;
};

export const startHeartbeat = ({ ports, lease, refresh, ...pace }: Beating): Heartbeat => {
  let stopping = false;
  const stopped = () => stopping;
  const guarded = <T>(event: string, work: () => Promise<T>): Promise<T | null> =>
    work().catch((error: unknown) => {
      ports.log.fault(event, error);
      return null;
    });

  // Every piece of work is the lease-holder's alone; a lease that cannot be asked for is not held.
  const held = <T>(event: string, work: () => Promise<T>): Promise<T | null> =>
    guarded(event, async () => (lease.hold() && !stopping ? work() : null));
  const ticking = oneAtATime(async () => (await held('tick', () => tick(ports))) ?? []);
  const sending = oneAtATime(() => held('sending', () => deliverMessages(ports, stopped)));
  let notTaken = 0;
  const landing = oneAtATime(async () => {
    const landing = await held('landing', () => landChanges(ports, stopped));
    if (landing !== null) notTaken = refusals(landing);
  });
  const hearing = oneAtATime(() => guarded('refresh', () => refresh('due')));
  const hearingAll = oneAtATime(() => guarded('refresh', () => refresh('all')));

  const timers = [
    setInterval(() => void beat(), pace.beatMilliseconds),
    setInterval(() => void hearing(), pace.refreshMilliseconds),
  ];
  const beat = async (): Promise<string[]> => {
    const done = await ticking();
    const underWay = sending();
    void landing();
    const sent = (await underWay) ?? 0;
    return sent === 0 ? done : [...done, `${sent} ${sent === 1 ? 'card' : 'cards'} sent.`];
  };
  return {
    beatNow: async () => {
      await hearingAll();
      return beat();
    },
    notTaken: () => notTaken,
    stop: async () => {
      stopping = true;
      for (const timer of timers) clearInterval(timer);
      await Promise.all([ticking(), sending(), landing(), hearing()]);
    },
  };
};

/** Busy or away passes by itself; these wait for somebody to mend a list or a right. */
const refusals = ({ faults }: Landing): number =>
  (faults['conflict'] ?? 0) + (faults['forbidden'] ?? 0) + (faults['notFound'] ?? 0);

/** A call while one is under way waits for it and then runs once more, however many asked. */
const oneAtATime = <T>(work: () => Promise<T>): (() => Promise<T>) => {
  let running: Promise<T> | null = null;
  let next: Promise<T> | null = null;
  const run = (): Promise<T> => {
    const mine = work().finally(() => {
      if (running === mine) running = null;
    });
    running = mine;
    return mine;
  };
  return () => {
    if (next !== null) return next;
    if (running === null) return run();
    const ended = () => undefined;
    next = running.then(ended, ended).then(() => {
      next = null;
      return run();
    });
    return next;
  };
};

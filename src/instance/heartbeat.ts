// What the holder of the lease does, over and over, on the machine's clock: hear from the lists,
// tick, send, write behind. What is due is decided elsewhere; a beat missed loses nothing.
import { deliverMessages, type Unrecorded } from '../use-cases/deliver-messages.ts';
import { openHandEditJournal } from '../use-cases/journal-hand-edits.ts';
import { type Landing, landChanges } from '../use-cases/land-changes.ts';
import type { Outbox, Ports } from '../use-cases/ports.ts';
import { StoreFault } from '../use-cases/store-fault.ts';
import { tick } from '../use-cases/tick.ts';
import { watchLeavers } from '../use-cases/watch-leavers.ts';
import { atMost } from './at-most.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { LeaseWatch } from './watch-lease.ts';
import { watchOutbox } from './watch-outbox.ts';

export type Heartbeat = {
  /**
   * Beats now, and resolves when all that was due has been done and sent, by a beat of the timer
   * meanwhile too: what was done, in sentences.
   */
  beatNow(): Promise<string[]>;
  /** How many changes the lists would not take when last asked; they stay in the Outbox. */
  notTaken(): number;
  /** Finishes what is in hand, then beats no more. */
  stop(): Promise<void>;
};

export type Beating = {
  readonly ports: Ports;
  readonly lease: LeaseWatch;
  /** Hears from the lists: on the timer from those that are due, when beaten by hand from all. */
  readonly refresh: (asked: 'all' | 'due') => Promise<void>;
  /** Lays over the lists what others have accepted into the Outbox, on every beat, lease or none. */
  readonly layPending: () => Promise<void>;
  /** What may be written to the lists by now; left out, all that waits (let-others-see.ts). */
  readonly toLand?: Outbox['pending'];
  /** Lets go of what the lists have gone past, before anything is written. The lease-holder's alone. */
  readonly letGo?: () => Promise<void>;
  /** Once a beat while another holds the lease. */
  readonly standBy?: () => void;
  /** Sees to it that Graph tells of changes. The lease-holder's alone. */
  readonly subscribe: (stopped: () => boolean) => Promise<void>;
  /** Asks the directory who has left, and who is in the groups that give roles. The lease-holder's alone; left out, it is not asked. */
  readonly askDirectory?: () => Promise<void>;
  /** Asks who is out of office, before a step falls due. The lease-holder's alone; left out, it is not asked. */
  readonly askAway?: () => Promise<void>;
  /** Installs the app for people it did not reach; how many messages are to be sent again. The lease-holder's. */
  readonly reachPeople?: () => Promise<number>;
  readonly beatMilliseconds: number;
  readonly refreshMilliseconds: number;
};

export const startHeartbeat = (beating: Beating): Heartbeat => {
  let stopping = false;
  const told = openTold();
  const works = openWorks(beating, () => stopping, told);
  const { laying, ticking, watching, sending, landing, hearing, hearingAll, journalling } = works;
  const { subscribing, asking, askingAway, reaching } = works;
  const outboxIsWell = watchOutbox(beating.ports);

  const timers = [
    setInterval(() => void beat(), beating.beatMilliseconds),
    setInterval(() => void hearing(), beating.refreshMilliseconds),
  ];
  const beat = async (): Promise<void> => {
    const isWell = outboxIsWell();
    await laying();
    if (!beating.lease.isHeld()) beating.standBy?.();
    if (!isWell) return;
    // A step is for who is here: but none waits long to know, nor where Graph is known to be away.
    const whoIsAway = askingAway();
    if (beating.ports.listsAreAway?.() !== true) await atMost(longestAsking, whoIsAway);
    await ticking();
    await watching();
    const underWay = sending();
    void landing();
    void journalling();
    void subscribing();
    void asking();
    await underWay;
    const reached = await atMost(longestHearing, reaching());
    if (reached) await sending();
  };
  return {
    beatNow: async () => {
      const listening = told.listen();
      await atMost(longestHearing, hearingAll());
      const telling = journalling();
      await beat();
      await telling;
      return listening.end();
    },
    notTaken: works.notTaken,
    stop: async () => {
      stopping = true;
      for (const timer of timers) clearInterval(timer);
      const changing = [laying, ticking, watching, sending, landing];
      const asked = [asking, askingAway, reaching];
      const inHand = [...changing, hearing, journalling, subscribing, ...asked];
      await Promise.all(inHand.map((work) => work()));
    },
  };
};

/** What ticks and sends came to while somebody listened, whichever beat they were of. */
const openTold = () => {
  type Heard = { readonly done: string[]; sent: number };
  const listeners = new Set<Heard>();
  return {
    done: (sentences: readonly string[]): void => {
      for (const each of listeners) each.done.push(...sentences);
    },
    sent: (cards: number): void => {
      for (const each of listeners) each.sent += cards;
    },
    listen: () => {
      const heard: Heard = { done: [], sent: 0 };
      listeners.add(heard);
      return {
        end: (): string[] => {
          listeners.delete(heard);
          const { done, sent } = heard;
          return sent === 0 ? done : [...done, `${sent} ${sent === 1 ? 'card' : 'cards'} sent.`];
        },
      };
    },
  };
};
type Told = ReturnType<typeof openTold>;

/** Milliseconds: where Graph answers nothing, a beat by hand goes on with what is known. */
const longestHearing = 10_000;
const longestAsking = 4_000;

/** Each piece of work, one at a time: a fault in it is logged and ends that turn alone. */
const openWorks = (beating: Beating, stopped: () => boolean, told: Told) => {
  const { ports, refresh, lease } = beating;
  const unrecorded: Unrecorded = new Map();
  const guarded = <T>(event: string, work: () => Promise<T>): Promise<T | null> =>
    work().catch((error: unknown) => {
      // Said once by whoever watches the Outbox, and not at every beat.
      const isSaid = error instanceof StoreFault && ports.outbox.trouble() !== null;
      if (!isSaid) ports.log.fault(event, error);
      return null;
    });
  // What changes anything is the lease-holder's alone, and stops in the middle where the lease is lost.
  const held = <T>(event: string, work: (mine: Mine) => Promise<T>): Promise<T | null> =>
    guarded(event, async () => {
      const isOurs = lease.tenure();
      return isOurs() && !stopped() ? work({ isOurs, stop: () => stopped() || !isOurs() }) : null;
    });
  let notTaken = 0;
  const journalHandEdits = openHandEditJournal(ports);
  return {
    notTaken: () => (lease.wasHeld() ? notTaken : 0),
    laying: oneAtATime(() => guarded('laying', () => beating.layPending())),
    ticking: oneAtATime(async () => told.done((await held('tick', () => tick(ports))) ?? [])),
    watching: oneAtATime(() => held('leavers', () => watchLeavers(ports))),
    sending: oneAtATime(async () =>
      told.sent(
        (await held('sending', ({ stop, isOurs }) =>
          deliverMessages(ports, stop, { unrecorded, isOurs }),
        )) ?? 0,
      ),
    ),
    landing: oneAtATime(async () => {
      const landing = await held('landing', ({ stop }) => land(beating, stop));
      if (landing !== null) notTaken = refusals(landing);
    }),
    hearing: oneAtATime(() => guarded('refresh', () => refresh('due'))),
    hearingAll: oneAtATime(() => guarded('refresh', () => refresh('all'))),
    journalling: oneAtATime(() =>
      held('journalling edits by hand', ({ stop }) => journalHandEdits(stop)),
    ),
    subscribing: oneAtATime(() => held('subscribing', ({ stop }) => beating.subscribe(stop))),
    asking: oneAtATime(() => held('asking the directory', async () => beating.askDirectory?.())),
    askingAway: oneAtATime(() => held('asking who is away', async () => beating.askAway?.())),
    reaching: oneAtATime(async () => (await held('reaching', () => reach(beating))) ?? 0),
  };
};

/** `isOurs`: the lease has not been lost since; `stop`: it has, or the app is stopping. */
type Mine = { readonly isOurs: () => boolean; readonly stop: () => boolean };

const land = async ({ ports, toLand, letGo }: Beating, stop: () => boolean): Promise<Landing> => {
  await letGo?.();
  return landChanges(ports, stop, toLand);
};

const reach = async ({ reachPeople }: Beating): Promise<number> => (await reachPeople?.()) ?? 0;

/** Busy or away passes by itself; these wait for somebody to mend a list or a right. */
const refusals = ({ faults }: Landing): number =>
  (faults['conflict'] ?? 0) + (faults['forbidden'] ?? 0) + (faults['notFound'] ?? 0);

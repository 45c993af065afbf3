// When this process looks into the Outbox for what others accepted: at every beat, and, where several instances
// share it, before anybody is answered, so that who is answered by one instance after another is answered as
// if by one. What is laid over the lists is decided in lay-pending.ts.
import type { LayPending } from '../use-cases/lay-pending.ts';
import type { Log, Outbox } from '../use-cases/ports.ts';
import { StoreFault } from '../use-cases/store-fault.ts';
import { atMost } from './at-most.ts';
import type { Beating } from './heartbeat.ts';
import { openLetOthersSee, openLooking } from './let-others-see.ts';
import { oneAtATime } from './one-at-a-time.ts';

type Laying = {
  readonly outbox: Outbox;
  readonly log: Log;
  /** Several instances accept into it. Else only commands do, and a beat is soon enough. */
  readonly isShared: boolean;
  readonly pending: LayPending;
  readonly hearAll: () => Promise<void>;
  /** When the lists began to be read. */
  readonly readFrom: number;
};

type Laid = {
  /**
   * As it was, but that what others did before is seen here once it is known that they did: they accepted
   * the same entry, or settled the same message. Asked to settle nothing, it answers once all that was
   * accepted before is seen, whoever accepted it, and throws where that cannot be known.
   */
  readonly outbox: Outbox;
  readonly beats: Pick<Beating, 'layPending' | 'toLand'>;
  /** Resolves once what others accepted by now is seen here; or not, where the store is slow. */
  readonly upToDate: () => Promise<void>;
};

/** Milliseconds somebody is kept waiting at most: they are then answered by what was known. */
const longestLook = 1_000;

/** Milliseconds a close and the like wait for the lists: where Graph is away they go on with what is known. */
const longestHearing = 10_000;

/** Where this instance is the only one, nothing but the beats looks. */
export const openLaying = ({ outbox, log, isShared, pending, hearAll, readFrom }: Laying): Laid => {
  const { atBeat, sinceLast } = pending;
  if (!isShared)
    return { outbox, beats: { layPending: atBeat }, upToDate: () => Promise.resolve() };
  const fault = (event: string) => (error: unknown) => {
    // Said once by whoever watches the Outbox.
    if (!(error instanceof StoreFault)) log.fault(event, error);
  };
  const looking = openLooking(() => hearAll().catch(fault('refresh')), readFrom);
  const looked = oneAtATime(() => looking(sinceLast));
  const look = async () => {
    const { heard } = await looked();
    if (heard !== null) await atMost(longestHearing, heard);
  };
  const upToDate = () => atMost(longestLook, look().catch(fault('laying')));
  const accept: Outbox['accept'] = async (entries) => {
    const acceptances = await outbox.accept(entries);
    // The same press came to another instance in the same moment: its person is answered by what was taken.
    if (acceptances.some(({ outcome }) => outcome === 'already')) await upToDate();
    return acceptances;
  };
  const settle: Outbox['settle'] = async (settled) => {
    const kept = await outbox.settle(settled);
    if (settled.length === 0) await look();
    else if (kept.length === 0 && settled.some(({ changes }) => changes.length > 0))
      await upToDate();
    return kept;
  };
  return {
    outbox: { ...outbox, accept, settle },
    beats: {
      layPending: async () => void (await looking(atBeat)),
      toLand: openLetOthersSee(outbox),
    },
    upToDate,
  };
};

// Sends what waits in the Outbox, each checked once more, and sees that how it ended is recorded.
// Teams' limits and retries are the messenger's; how an end is recorded is record-end.ts.
import { stillWanted } from '../rules/ladder.ts';
import { mayHaveGone } from './lost-outbox.ts';
import type { Delivery, Ports, Waiting } from './ports.ts';
import { ledgerChange, notNeeded } from './record-delivery.ts';
import { recordEnd, settle } from './record-end.ts';
import { StoreFault } from './store-fault.ts';

/**
 * How many sends may be in hand at once. Each of these is "possibly repeated" if the process dies,
 * so it is no larger than 50 a second at a slow half-second needs.
 */
const inHand = 32;

/**
 * Sends that ended while the Outbox could not take it: how each is recorded once it can. They are not
 * made again by this process; one that dies first sends them again, marked as possibly repeated.
 */
export type Unrecorded = Map<string, () => Promise<unknown>>;

/**
 * Sends until nothing waits, or `stop` says so. Answers how many were sent. Throws a StoreFault where
 * the Outbox takes nothing, and then begins no more.
 */
export const deliverMessages = async (
  ports: Ports,
  stop: () => boolean,
  unrecorded: Unrecorded = new Map(),
): Promise<number> => {
  await recordNow(unrecorded);
  let sent = 0;
  let fault: unknown = null;
  const next = openQueue(ports, unrecorded);
  const stopped = () => fault !== null || stop();
  const hand = async (): Promise<void> => {
    try {
      for (let each = await next(); each !== undefined && !stopped(); each = await next()) {
        if (await deliverOne(ports, each, unrecorded)) sent += 1;
      }
    } catch (error) {
      fault ??= error;
    }
  };
  await Promise.all(Array.from({ length: inHand }, hand));
  if (fault !== null) throw fault;
  return sent;
};

const recordNow = async (unrecorded: Unrecorded): Promise<void> => {
  for (const [key, record] of unrecorded) {
    await record();
    unrecorded.delete(key);
  }
};

/** Hands out each waiting message once, oldest first. */
const openQueue = ({ outbox }: Ports, unrecorded: Unrecorded) => {
  const taken = new Set<string>();
  const queue: Waiting[] = [];
  const refill = async (): Promise<void> => {
    for (const each of await outbox.waiting(inHand * 8)) {
      if (taken.has(each.key) || unrecorded.has(each.key)) continue;
      taken.add(each.key);
      queue.push(each);
    }
  };
  let filling: Promise<void> | null = null;
  return async (): Promise<Waiting | undefined> => {
    if (queue.length === 0) {
      filling ??= refill().finally(() => {
        filling = null;
      });
      await filling;
    }
    return queue.shift();
  };
};

/** True when it reached Teams. Checked, once more, that it is still wanted and not yet settled. */
const deliverOne = async (
  ports: Ports,
  given: Waiting,
  unrecorded: Unrecorded,
): Promise<boolean> => {
  const waiting = (await mayHaveGone(ports, given)) ? { ...given, inFlight: true } : given;
  const { key, message } = waiting;
  if (isDecided(ports, waiting)) {
    await settle(ports, key, []);
    return false;
  }
  if (message.replaces === null && !stillWanted(ports.replica.registers(), message)) {
    await settle(ports, key, [ledgerChange(ports, key, notNeeded(ports, waiting))]);
    return false;
  }
  const [begun] = await ports.outbox.begin([key]);
  if (begun === undefined) return false;
  const delivery = await deliver(ports, waiting);
  const record = () => recordEnd(ports, waiting, delivery);
  try {
    await record();
  } catch (error) {
    if (error instanceof StoreFault) {
      unrecorded.set(key, record);
      throw error;
    }
    ports.log.fault('message not recorded', error);
    await recordEnd(ports, waiting, null);
  }
  return message.replaces === null && delivery?.outcome === 'sent';
};

/** Null where it failed by a fault of ours. */
const deliver = async (ports: Ports, { message }: Waiting): Promise<Delivery | null> => {
  try {
    return await ports.messenger.deliver(message);
  } catch (error) {
    ports.log.fault('message not delivered', error);
    return null;
  }
};

/** The ledger says already how it ended: this message comes from an older copy of the Outbox. */
const isDecided = (ports: Ports, { key, message }: Waiting): boolean => {
  const row = ports.replica.registers().notifications.get(key);
  return message.replaces === null && row !== undefined && row.state !== 'Queued';
};

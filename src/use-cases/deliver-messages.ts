// Sends what waits in the Outbox, each checked once more, and sees that how it ended is recorded.
// Teams' limits and retries are the messenger's; how an end is recorded is record-end.ts.
import type { Change } from '../registers/registers.ts';
import { isEscalationStep } from '../rules/escalations-wanted.ts';
import { isPassedBy, stillWanted } from '../rules/ladder.ts';
import { mayGoNow } from '../rules/may-go-now.ts';
import { type Closed, closedDates } from '../rules/working-days.ts';
import { mayHaveGone } from './lost-outbox.ts';
import { messageKey } from './message-key.ts';
import type { Delivery, Message, Ports, Waiting } from './ports.ts';
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

type Sending = {
  readonly unrecorded?: Unrecorded;
  /**
   * Whether sending is still this process's to do, asked again before each request to Teams. What was begun
   * and not sent then stays in the queue, and whoever sends it says that it may be repeated.
   */
  readonly isOurs?: () => boolean;
};

/**
 * Sends until nothing waits, or `stop` says so: what is in hand is then finished. Answers how many were
 * sent. Throws a StoreFault where the Outbox takes nothing, and then begins no more.
 */
export const deliverMessages = async (
  ports: Ports,
  stop: () => boolean,
  { unrecorded = new Map(), isOurs = () => true }: Sending = {},
): Promise<number> => {
  await recordNow(unrecorded);
  let sent = 0;
  let fault: unknown = null;
  const left = new Set<string>();
  const closed = closedDates(ports.replica.registers());
  const next = openQueue(ports, unrecorded, left);
  const stopped = () => fault !== null || stop() || !isOurs();
  const hand = async (): Promise<void> => {
    try {
      for (let each = await next(); each !== undefined && !stopped(); each = await next()) {
        const outcome = await deliverOne({ ports, unrecorded, closed, isOurs }, each);
        if (outcome === 'sent') sent += 1;
        if (outcome === 'left') left.add(each.key);
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

/** Hands out each waiting message once, oldest first. `left`: those looked at that may not go yet. */
const openQueue = ({ outbox }: Ports, unrecorded: Unrecorded, left: ReadonlySet<string>) => {
  const taken = new Set<string>();
  const queue: Waiting[] = [];
  const refill = async (): Promise<void> => {
    // What was looked at and left where it is must not hide what waits behind it.
    for (const each of await outbox.waiting(inHand * 8 + left.size + unrecorded.size)) {
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

type Delivering = {
  readonly ports: Ports;
  readonly unrecorded: Unrecorded;
  readonly closed: Closed;
  readonly isOurs: () => boolean;
};

/**
 * Whether it reached Teams, or was left in the queue for a moment at which it may go. Checked, once more,
 * that it is still wanted and not yet settled.
 */
const deliverOne = async (
  { ports, unrecorded, closed, isOurs }: Delivering,
  given: Waiting,
): Promise<'sent' | 'left' | 'done'> => {
  const { key, message } = given;
  const isNew = message.replaces === null;
  // First, since what waits for the morning is looked at every few seconds until then.
  if (isNew && waitsInItsCycle(ports, message, closed)) return 'left';
  const waiting = (await mayHaveGone(ports, given)) ? { ...given, inFlight: true } : given;
  const end = isNew ? endWithoutSending(ports, waiting) : null;
  if (end !== null) {
    await settle(ports, key, end);
    return 'done';
  }
  const [begun] = await ports.outbox.begin([key]);
  if (begun === undefined) return 'done';
  // The lease may have gone to another while that was written down: it is theirs to send now.
  const delivery = isOurs() ? await deliver(ports, waiting, isOurs) : 'called off';
  if (delivery === 'called off') return 'left';
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
  return isNew && delivery?.outcome === 'sent' ? 'sent' : 'done';
};

/** Whether it may not go now, in a cycle that goes on or will: once that is over, how it ended is told. */
const waitsInItsCycle = ({ replica, clock }: Ports, message: Message, closed: Closed): boolean => {
  const registers = replica.registers();
  const state = registers.cycles.get(message.cycle)?.state;
  const isOver = state !== 'Open' && state !== 'Suspended' && !isEscalationStep(message.step);
  return !isOver && !mayGoNow(registers, named(message), clock.now(), closed);
};

/** By the key of its row in the ledger, which one delivered again does not have in the Outbox. */
const named = (message: Message) => ({ ...message, key: messageKey(message) });

/** What its row is told where it is not to be sent; null where it is. */
const endWithoutSending = (ports: Ports, waiting: Waiting): readonly Change[] | null => {
  const registers = ports.replica.registers();
  const { key, ...message } = named(waiting.message);
  const row = registers.notifications.get(key);
  // The ledger says already how it ended: this message comes from an older copy of the Outbox.
  if (row !== undefined && row.state !== 'Queued') return [];
  if (!stillWanted(registers, message, ports.clock.now().toPlainDate()))
    return [ledgerChange(ports, key, notNeeded(ports, waiting))];
  if (!isPassedBy(registers, message)) return null;
  const reason = 'a later step came before it could be sent';
  const possiblyRepeated = waiting.inFlight || row?.possiblyRepeated === true;
  return [ledgerChange(ports, key, { state: 'Passed over', reason, possiblyRepeated })];
};

/** Null where it failed by a fault of ours. */
const deliver = async (
  ports: Ports,
  { message }: Waiting,
  isOurs: () => boolean,
): Promise<Delivery | 'called off' | null> => {
  try {
    return await ports.messenger.deliver(message, isOurs);
  } catch (error) {
    ports.log.fault('message not delivered', error);
    return null;
  }
};

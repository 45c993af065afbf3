// Sends what waits in the Outbox, each checked once more, and sees that how it ended is recorded.
// Teams' limits and retries are the messenger's; the words of the ledger are record-delivery's.
import type { Change } from '../registers/registers.ts';
import { stillWanted } from '../rules/ladder.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import type { Delivery, Ports, Waiting } from './ports.ts';
import { ledgerChange, notNeeded, notRedrawn, reachedAt, recorded } from './record-delivery.ts';
import { tellManager } from './tell-manager.ts';

/**
 * How many sends may be in hand at once. Each of these is "possibly repeated" if the process dies,
 * so it is no larger than 50 a second at a slow half-second needs.
 */
const inHand = 32;

/** Sends until nothing waits, or `stop` says so. Answers how many were sent. */
export const deliverMessages = async (ports: Ports, stop: () => boolean): Promise<number> => {
  let sent = 0;
  const taken = new Set<string>();
  const queue: Waiting[] = [];
  const refill = async (): Promise<void> => {
    const more = await ports.outbox.waiting(inHand * 8);
    for (const each of more) if (!taken.has(each.key)) queue.push(each);
    for (const each of queue) taken.add(each.key);
  };
  let filling: Promise<void> | null = null;
  const next = async (): Promise<Waiting | undefined> => {
    if (queue.length === 0) {
      filling ??= refill().finally(() => {
        filling = null;
      });
      await filling;
    }
    return queue.shift();
  };
  const hand = async (): Promise<void> => {
    for (let each = await next(); each !== undefined && !stop(); each = await next()) {
      try {
        if (await deliverOne(ports, each)) sent += 1;
        taken.delete(each.key);
      } catch (error) {
        ports.log.fault('message not delivered', error);
        await giveUp(ports, each);
      }
    }
  };
  await Promise.all(Array.from({ length: inHand }, hand));
  return sent;
};

/** True when it reached Teams. Checked, once more, that it is still wanted and not yet settled. */
const deliverOne = async (ports: Ports, waiting: Waiting): Promise<boolean> => {
  const { key, message } = waiting;
  if (message.replaces === null && !stillWanted(ports.replica.registers(), message)) {
    await settle(ports, key, [ledgerChange(ports, key, notNeeded(ports, waiting))]);
    return false;
  }
  const [begun] = await ports.outbox.begin([key]);
  if (begun === undefined) return false;
  const delivery = await ports.messenger.deliver(message);
  if (message.replaces !== null) {
    await settle(ports, key, delivery.outcome === 'sent' ? [] : notRedrawn(waiting, delivery));
    return false;
  }
  // Before it is recorded: an app that stops in between asks again, and finds the manager told.
  if (delivery.outcome === 'unreachable' && message.about === null)
    await tellManager(ports, message);
  const kept = await settle(ports, key, recorded(ports, waiting, delivery));
  if (kept === 0 && delivery.outcome === 'sent') await drawInert(ports, waiting, delivery);
  return delivery.outcome === 'sent';
};

/** It was settled while on its way, as a withdrawal does: the card that arrived is drawn again. */
const drawInert = async (
  ports: Ports,
  { key, message }: Waiting,
  delivery: Extract<Delivery, { outcome: 'sent' }>,
): Promise<void> => {
  const { activity, conversation } = delivery;
  await accept(ports, [
    {
      key: `${key}|withdrawn`,
      by: null,
      at: ports.clock.now().toInstant(),
      changes: [
        change('notifications', key, { activity, conversation }),
        ...reachedAt(ports, message.person, delivery),
      ],
      message: { ...message, replaces: { conversation, activity } },
    },
  ]);
};

/** A fault of ours is not tried for ever: it is on the ledger as failed, and may have arrived. */
const giveUp = (ports: Ports, { key, message }: Waiting): Promise<number> =>
  settle(
    ports,
    key,
    message.replaces === null
      ? [
          ledgerChange(ports, key, {
            state: 'Failed',
            reason: 'a fault in the app; see its log',
            possiblyRepeated: true,
          }),
        ]
      : [],
  );

/** How many changes were kept: none where it had been settled already. */
const settle = async (ports: Ports, key: string, changes: readonly Change[]): Promise<number> => {
  const kept = await ports.outbox.settle([{ key, changes }]);
  ports.replica.lay(kept);
  return kept.length;
};

// Records how a send ended, in the Outbox and so in the ledger, and what follows from it: a manager is
// told, or a card that came too late is drawn again. Done again, it finds itself done.
import type { Notification } from '../registers/notifications.ts';
import type { Change } from '../registers/registers.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import { messageKey } from './message-key.ts';
import type { Delivery, Message, Ports, Waiting } from './ports.ts';
import { drawnAgain, ledgerChange, reachedAt, recorded } from './record-delivery.ts';
import { endUnreachable } from './unreached.ts';

/** `delivery` null: a fault of ours. It is not tried for ever, and it may have arrived. */
export const recordEnd = async (
  ports: Ports,
  waiting: Waiting,
  delivery: Delivery | null,
): Promise<void> => {
  const { key, message } = waiting;
  if (delivery === null)
    return void (await settle(ports, key, message.replaces ? [] : [ourFault(ports, message)]));
  if (message.replaces !== null)
    return void (await settle(ports, key, drawnAgain(ports, waiting, delivery)));
  // Before it is recorded: an app that stops in between asks again, and finds the manager told.
  const end =
    delivery.outcome === 'unreachable' ? await endUnreachable(ports, message, delivery) : delivery;
  const kept = await settle(ports, key, recorded(ports, waiting, end));
  if (kept === 0 && delivery.outcome === 'sent') await arrivedSettled(ports, waiting, delivery);
};

const ourFault = (ports: Ports, message: Message): Change => {
  const key = messageKey(message);
  return ledgerChange(ports, key, {
    state: 'Failed',
    reason: 'a fault in the app; see its log',
    attempts: (ports.replica.registers().notifications.get(key)?.attempts ?? 0) + 1,
    possiblyRepeated: true,
  });
};

type Arrived = Extract<Delivery, { outcome: 'sent' }>;

/**
 * It was settled while on its way. Where its cycle was withdrawn the card that arrived is drawn again;
 * else it was cancelled, or another instance took it up and sent it too, and the ledger says that its person
 * has had it all the same.
 */
const arrivedSettled = async (
  ports: Ports,
  { key, message, inFlight }: Waiting,
  delivery: Arrived,
): Promise<void> => {
  const { activity, conversation } = delivery;
  const { cycles, notifications } = ports.replica.registers();
  const isWithdrawn = cycles.get(message.cycle)?.state === 'Withdrawn';
  const row = notifications.get(messageKey(message));
  const place = { activity, conversation };
  const arrived = isWithdrawn
    ? change('notifications', messageKey(message), place)
    : ledgerChange(ports, messageKey(message), {
        ...place,
        ...sentAllTheSame(row, delivery),
        possiblyRepeated: inFlight || delivery.possiblyRepeated || mayHaveHadIt(row),
      });
  await accept(ports, [
    {
      key: `${key}|${isWithdrawn ? 'withdrawn' : 'arrived'}`,
      by: null,
      at: ports.clock.now().toInstant(),
      changes: [arrived, ...reachedAt(ports, message.person, delivery)],
      message: isWithdrawn ? { ...message, replaces: place } : null,
    },
  ]);
};

const sentAllTheSame = (row: Notification | undefined, delivery: Arrived) => ({
  state: 'Sent' as const,
  reason: row?.reason ? `on its way already when ${row.reason}`.slice(0, 255) : null,
  attempts: (row?.attempts ?? 0) + delivery.attempts,
});

/** Before this. Only of what is known to have been cancelled is it sure: how another ended it may not be seen yet. */
const mayHaveHadIt = (row: Notification | undefined): boolean =>
  row?.possiblyRepeated === true || row?.state !== 'Withdrawn';

/** How many changes were kept: none where it had been settled already. */
export const settle = async (
  ports: Ports,
  key: string,
  changes: readonly Change[],
): Promise<number> => {
  const kept = await ports.outbox.settle([{ key, changes }]);
  ports.replica.lay(kept);
  return kept.length;
};

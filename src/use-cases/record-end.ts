// Records how a send ended, in the Outbox and so in the ledger, and what follows from it: a manager is
// told, or a card that came too late is drawn again. Done again, it finds itself done.
import type { Change } from '../registers/registers.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import { messageKey } from './message-key.ts';
import type { Delivery, Message, Ports, Waiting } from './ports.ts';
import { drawnAgain, ledgerChange, reachedAt, recorded } from './record-delivery.ts';
import { tellManager, tellPerformanceTeam } from './tell-manager.ts';

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
  if (delivery.outcome === 'unreachable' && message.step !== 'Unreachable') {
    await tellManager(ports, message);
    await tellPerformanceTeam(ports, message);
  }
  const kept = await settle(ports, key, recorded(ports, waiting, delivery));
  if (kept === 0 && delivery.outcome === 'sent') await drawInert(ports, waiting, delivery);
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
        change('notifications', messageKey(message), { activity, conversation }),
        ...reachedAt(ports, message.person, delivery),
      ],
      message: { ...message, replaces: { conversation, activity } },
    },
  ]);
};

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

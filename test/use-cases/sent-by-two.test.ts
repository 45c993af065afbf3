// A message that one instance still sends when another has taken it up, sent it and recorded that: it went
// twice, whoever records it last, and the ledger says so.
import { expect, it } from 'vitest';
import { change } from '../../src/use-cases/change.ts';
import { deliverMessages } from '../../src/use-cases/deliver-messages.ts';
import { messageKey } from '../../src/use-cases/message-key.ts';
import type { Message, Ports } from '../../src/use-cases/ports.ts';
import { council, cycleKey } from '../rules/given-council.ts';
import { arrives, councilWith, quiet } from './given-ports.ts';
import { ownOutbox } from './own-outbox.ts';

const own = ownOutbox();

const message: Message = {
  person: 'ann',
  cycle: cycleKey,
  step: 'Opening',
  about: null,
  replaces: null,
};
const key = messageKey(message);

/** Sent here, while the other records its own; how the ledger reads once all of that is seen. */
const sentByTwo = async (given: {
  readonly begunBefore: boolean;
  readonly otherSays: boolean;
  readonly isSeen: boolean;
}) => {
  const { outbox } = own;
  const at = Temporal.Instant.from('2020-10-01T08:00:00Z');
  const queued = { person: 'ann', cycle: cycleKey, step: 'Opening', state: 'Queued' } as const;
  const rows = council({ notifications: [{ ...queued, fellDueAt: at }] });
  const ports = councilWith(outbox, rows, '2020-10-01T10:00');
  await outbox.accept([{ key, by: null, at, changes: [], message }]);
  if (given.begunBefore) await outbox.begin([key]);
  const theirs = { state: 'Sent', possiblyRepeated: given.otherSays, attempts: 1 } as const;
  const deliver: Ports['messenger']['deliver'] = async () => {
    const kept = await outbox.settle([{ key, changes: [change('notifications', key, theirs)] }]);
    if (given.isSeen) ports.replica.lay(kept);
    return arrives;
  };
  await deliverMessages({ ...ports, messenger: { deliver }, log: quiet } as Ports, () => false);
  ports.replica.lay(await outbox.pending(100));
  return ports.replica.registers().notifications.get(key);
};

const twice = { state: 'Sent', possiblyRepeated: true };

it.each([true, false])(
  'a message that another took up goes on being possibly repeated, seen here or not (%s)',
  async (isSeen) => {
    const row = await sentByTwo({ begunBefore: false, otherSays: true, isSeen });
    expect(row).toMatchObject(twice);
  },
);

it('a message taken up is possibly repeated, though who began it has recorded that it was not', async () => {
  const row = await sentByTwo({ begunBefore: true, otherSays: false, isSeen: false });
  expect(row).toMatchObject(twice);
});

// What a withdrawn cycle still has to stop: returns still due, escalations, messages not yet sent, and
// cards already in a chat, which are drawn again inert. Answers already given stay in the register.
import type { Cycle } from '../registers/cycles.ts';
import type { Notification } from '../registers/notifications.ts';
import type { Change, Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { escalationsToClose } from '../rules/escalations.ts';
import { wantedElsewhere } from '../rules/ladder.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import { closingEntry } from './escalate-by-rules.ts';
import { messageKey } from './message-key.ts';
import type { Entry, Ports } from './ports.ts';

/** Done once for each withdrawal, whoever asks; a withdrawal cut short is finished by the next tick. */
export const stopAsking = async (ports: Ports, key: string): Promise<void> => {
  const cycle = ports.replica.registers().cycles.get(key);
  if (cycle?.state !== 'Withdrawn') return;
  const claim = `stop|${key}|${cycle.revision ?? 0}`;
  if ((await ports.outbox.find(claim)) !== null) return stopLate(ports, cycle, claim);
  // An answer accepted before the withdrawal is in the registers once the writes ahead of this are.
  ports.replica.lay(await ports.outbox.settle([]));

  const registers = ports.replica.registers();
  const sent = registers.notifications.where('cycle', key);
  const at = ports.clock.now().toInstant();
  await cancelQueued(ports, cycle, at);
  await accept(ports, [
    ...sent.filter((each) => each.state === 'Sent').flatMap((each) => redrawn(cycle, each, at)),
    // Each by its own claim: a tick may close one of them in this very moment.
    ...escalationsToClose(registers, cycle).flatMap(({ key: each }) =>
      closingEntry(ports, { key: each, because: 'cycle withdrawn' }, at),
    ),
    { key: claim, by: cycle.changedBy, at, changes: stopped(registers, key), message: null },
  ]);
};

/** What was sent back in the very moment of the withdrawal, and kept after it: nobody is asked for it. */
const stopLate = async (ports: Ports, { key }: Cycle, claim: string): Promise<void> => {
  const registers = ports.replica.registers();
  const said = { by: null, at: ports.clock.now().toInstant(), message: null };
  const entries = stopped(registers, key).map((each) => {
    const revision = registers.returns.get(each.key)?.revision ?? 0;
    return { key: `${claim}|${each.key}|${revision}`, ...said, changes: [each] };
  });
  await accept(ports, entries);
};

const stopped = (registers: Registers, cycle: string): readonly Change[] =>
  registers.returns
    .where('cycle', cycle)
    .filter((each) => each.state === 'Due')
    .map((each) => change('returns', each.key, { state: 'Withdrawn' }));

/** The card already in the chat is drawn again, inert. */
const redrawn = (cycle: Cycle, sent: Notification, at: Temporal.Instant): Entry[] => {
  if (sent.activity === null || sent.conversation === null) return [];
  return [
    {
      key: `${sent.key}|withdrawn`,
      by: cycle.changedBy,
      at,
      changes: [],
      message: {
        person: sent.person,
        cycle: sent.cycle,
        step: sent.step,
        about: sent.about,
        on: sent.on?.toString() ?? null,
        replaces: { conversation: sent.conversation, activity: sent.activity },
      },
    },
  ];
};

/**
 * By what waits, not by the ledger's rows: one delivered again waits under a claim of its own. A card
 * that tells what another cycle asks besides is left to go for that.
 */
const cancelQueued = async (ports: Ports, cycle: Cycle, at: Temporal.Instant): Promise<void> => {
  const registers = ports.replica.registers();
  const today = ports.clock.now().toPlainDate();
  const waiting = await ports.outbox.waiting(Number.MAX_SAFE_INTEGER);
  const settled = waiting.flatMap(({ key, message }) => {
    if (message.replaces !== null || !sameKey(message.cycle, cycle.key)) return [];
    const row = registers.notifications.get(messageKey(message));
    if (row?.state !== 'Queued' || wantedElsewhere(registers, message, today)) return [];
    const ended = { state: 'Withdrawn', settledAt: at, reason: 'cycle withdrawn' } as const;
    return [{ key, changes: [change('notifications', row.key, ended)] }];
  });
  ports.replica.lay(await ports.outbox.settle(settled));
};

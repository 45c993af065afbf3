// What a withdrawn cycle still has to stop: returns still due, escalations, messages not yet sent, and
// cards already in a chat, which are drawn again inert. Answers already given stay in the register.
import type { Cycle } from '../registers/cycles.ts';
import type { Notification } from '../registers/notifications.ts';
import type { Change, Registers } from '../registers/registers.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import type { Entry, Ports } from './ports.ts';

/** Done once for each withdrawal, whoever asks; a withdrawal cut short is finished by the next tick. */
export const stopAsking = async (ports: Ports, key: string): Promise<void> => {
  const cycle = ports.replica.registers().cycles.get(key);
  if (cycle?.state !== 'Withdrawn') return;
  const claim = `stop|${key}|${cycle.revision ?? 0}`;
  if ((await ports.outbox.find(claim)) !== null) return;
  // An answer accepted before the withdrawal is in the registers once the writes ahead of this are.
  ports.replica.lay(await ports.outbox.settle([]));

  const registers = ports.replica.registers();
  const sent = registers.notifications.where('cycle', key);
  const at = ports.clock.now().toInstant();
  await cancelQueued(ports, sent, at);
  await accept(ports, [
    ...sent.filter((each) => each.state === 'Sent').flatMap((each) => redrawn(cycle, each, at)),
    { key: claim, by: cycle.changedBy, at, changes: stopped(registers, key, at), message: null },
  ]);
};

const stopped = (registers: Registers, cycle: string, at: Temporal.Instant): Change[] => [
  ...registers.returns
    .where('cycle', cycle)
    .filter((each) => each.state === 'Due')
    .map((each) => change('returns', each.key, { state: 'Withdrawn' })),
  ...registers.escalations
    .where('cycle', cycle)
    .filter((each) => each.state !== 'Closed')
    .map((each) =>
      change('escalations', each.key, {
        state: 'Closed',
        closedAt: at,
        closedBecause: 'cycle withdrawn',
      }),
    ),
];

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

const cancelQueued = async (
  ports: Ports,
  notifications: readonly Notification[],
  at: Temporal.Instant,
): Promise<void> => {
  const queued = notifications.filter((each) => each.state === 'Queued');
  ports.replica.lay(
    await ports.outbox.settle(
      queued.map((each) => ({
        key: each.key,
        changes: [
          change('notifications', each.key, {
            state: 'Withdrawn',
            settledAt: at,
            reason: 'cycle withdrawn',
          }),
        ],
      })),
    ),
  );
};

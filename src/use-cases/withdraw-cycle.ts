// Withdraws a cycle opened by mistake: nothing more is asked, its cards turn inert, the reason is kept.
// What was already answered stays in the register.
import type { Notification } from '../registers/notifications.ts';
import type { Change, Registers } from '../registers/registers.ts';
import { mayRunCycle } from '../rules/roles.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import type { Entry, Ports } from './ports.ts';
import { type Refused, refused } from './refused.ts';

export type Withdrawn = { readonly outcome: 'withdrawn' };

const longestReason = 500;

/** Refused without a reason, to anyone but the performance team, and where nothing is open. */
export const withdrawCycle = async (
  ports: Ports,
  { by, cycle: key, because }: { by: string; cycle: string; because: string },
): Promise<Withdrawn | Refused> => {
  const registers = ports.replica.registers();
  const cycle = registers.cycles.get(key);
  if (cycle === undefined) return refused({ reason: 'unknown cycle' });
  const person = registers.people.get(by);
  if (!(person && mayRunCycle(person))) return refused({ reason: 'not allowed' });
  if (cycle.state !== 'Open') return refused({ reason: 'wrong state', state: cycle.state });
  const reason = because.trim();
  if (reason === '') return refused({ reason: 'no reason given' });
  if (reason.length > longestReason)
    return refused({ reason: 'reason too long', length: reason.length, most: longestReason });

  const at = ports.clock.now().toInstant();
  const sent = registers.notifications.where('cycle', key);
  await accept(ports, [
    {
      key: `withdraw|${key}`,
      by,
      at,
      changes: [
        change('cycles', key, {
          state: 'Withdrawn',
          withdrawnAt: at,
          withdrawnReason: reason,
          changedBy: by,
        }),
        ...stopped(registers, key, at),
      ],
      message: null,
    },
    ...sent.filter((each) => each.state === 'Sent').flatMap((each) => redrawn(each, by, at)),
  ]);
  await cancelQueued(ports, sent, at);
  return { outcome: 'withdrawn' };
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
const redrawn = (sent: Notification, by: string, at: Temporal.Instant): Entry[] => {
  if (sent.activity === null || sent.conversation === null) return [];
  return [
    {
      key: `${sent.key}|withdrawn`,
      by,
      at,
      changes: [],
      message: {
        person: sent.person,
        cycle: sent.cycle,
        step: sent.step,
        about: sent.about,
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

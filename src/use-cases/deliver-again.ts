// Sends once more what did not arrive, at the performance team's word: the same step, the same row of the
// ledger. A step is still sent to a person once: only a row that says Failed or Unreachable is queued, it
// is queued under a claim that names how many attempts came before, so that two people pressing at once,
// or one twice, make one message; and a row that may have arrived already goes on saying so.
import type { Cycle } from '../registers/cycles.ts';
import type { Notification } from '../registers/notifications.ts';
import { sameKey } from '../registers/same-key.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import { cycleIn } from './change-cycle.ts';
import type { Entry, Message, Ports } from './ports.ts';
import type { Refused } from './refused.ts';

export type QueuedAgain = {
  readonly outcome: 'queued again';
  readonly queued: number;
  /** Delivered, queued or cancelled meanwhile: left as they are. */
  readonly left: number;
};

/** Performance team only, in an open cycle. `messages` are keys of Notifications. */
export const deliverAgain = async (
  ports: Ports,
  asked: { readonly by: string; readonly cycle: string; readonly messages: readonly string[] },
): Promise<QueuedAgain | Refused> => {
  const may = cycleIn(ports, asked, 'Open');
  if (may.outcome === 'refused') return may;
  const { notifications } = ports.replica.registers();
  const rows = new Map(
    asked.messages.flatMap((key) => {
      const row = notifications.get(key);
      return row && isUndelivered(row, may.cycle) ? [[row.key, row] as const] : [];
    }),
  );
  const at = ports.clock.now().toInstant();
  const entries = [...rows.values()].map(async (row) =>
    againEntry(row, {
      key: await claimOf(ports, row),
      by: asked.by,
      at,
      reason: null,
      journal: { source: 'tab', why: 'Delivered again by hand' },
    }),
  );
  const acceptances = await accept(ports, await Promise.all(entries));
  const queued = acceptances.filter(({ outcome }) => outcome === 'accepted').length;
  return { outcome: 'queued again', queued, left: asked.messages.length - queued };
};

export const isUndelivered = ({ state, cycle: of }: Notification, cycle: Cycle): boolean =>
  (state === 'Failed' || state === 'Unreachable') && sameKey(of, cycle.key);

/**
 * An Outbox begun anew has not claimed the step itself yet; it must, or would take it for one that was
 * lost and queue it a second time.
 */
export const claimOf = async (
  { outbox }: Pick<Ports, 'outbox'>,
  row: Notification,
): Promise<string> =>
  (await outbox.find(row.key)) === null
    ? row.key
    : `${row.key}|again|${row.attempts ?? 0}|${row.settledAt?.toString() ?? ''}`;

/**
 * Attempts and whether it may have arrived stay as they are, and how it ends is added to them. They are
 * written all the same: an app that starts anew knows by them that the lists have not gone past this.
 */
export const againEntry = (
  row: Notification,
  { reason, ...said }: Omit<Entry, 'changes' | 'message'> & { readonly reason: string | null },
): Entry => ({
  ...said,
  changes: [
    change('notifications', row.key, {
      state: 'Queued',
      settledAt: null,
      reason,
      attempts: row.attempts ?? 0,
      possiblyRepeated: row.possiblyRepeated,
    }),
  ],
  message: messageOf(row),
});

/** The message a row of the ledger is about. */
export const messageOf = ({ person, cycle, step, about, on }: Notification): Message => ({
  person,
  cycle,
  step,
  about,
  on: on?.toString() ?? null,
  replaces: null,
});

// Stops what a cycle has queued and Teams has not been asked to take: each message becomes Withdrawn, with
// the reason. What went stays as it is, and is counted so that it can be said.
import type { Cycle } from '../registers/cycles.ts';
import type { Notification } from '../registers/notifications.ts';
import type { Change } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { change } from './change.ts';
import { cycleIn } from './change-cycle.ts';
import { changedRow, journalRow } from './journal-rows.ts';
import { messageKey } from './message-key.ts';
import type { Ports, Waiting } from './ports.ts';
import { type Refused, refused } from './refused.ts';

export type Cancelled = {
  readonly outcome: 'cancelled';
  readonly cancelled: number;
  /** Handed to Teams already, and not known to have arrived: these cannot be called back. */
  readonly onTheirWay: number;
  /** Those that had arrived before, of all this cycle sent. */
  readonly sent: number;
};

/** A line of text in a list holds 255 characters; some are kept for what is put before it. */
export const longestCancelReason = 200;

/**
 * Performance team only, in an open or suspended cycle; a reason is wanted. A message is settled in the
 * Outbox together with its row, or not at all: what a hand has settled first, sent or cancelled, stays.
 * One that is taken up between the look and the settling arrives, and its card is seen to as it ends.
 */
export const cancelSends = async (
  ports: Ports,
  asked: { readonly by: string; readonly cycle: string; readonly because: string },
): Promise<Cancelled | Refused> => {
  const may = cycleIn(ports, asked, 'Open', 'Suspended');
  if (may.outcome === 'refused') return may;
  const because = reasonIn(asked.because);
  if (typeof because !== 'string') return because;
  const waiting = await waitingIn(ports, may.cycle);
  const { notifications } = ports.replica.registers();
  const kept = await ports.outbox.settle(
    waiting.flatMap(({ key, inFlight, message }) => {
      const row = notifications.get(messageKey(message));
      if (inFlight || row?.state !== 'Queued') return [];
      return [{ key, changes: withdrawn(ports, row, { by: asked.by, because }) }];
    }),
  );
  ports.replica.lay(kept);
  return {
    outcome: 'cancelled',
    cancelled: kept.filter(({ register }) => register === 'notifications').length,
    onTheirWay: waiting.filter(({ inFlight }) => inFlight).length,
    sent: notifications.where('cycle', may.cycle.key).filter(({ state }) => state === 'Sent')
      .length,
  };
};

const reasonIn = (typed: string): string | Refused => {
  const because = typed.trim();
  const { length } = because;
  if (because === '') return refused({ reason: 'no reason given' });
  if (length <= longestCancelReason) return because;
  return refused({ reason: 'reason too long', length, most: longestCancelReason });
};

/** Every message of a cycle not yet settled; a card drawn again in place is none. */
const waitingIn = async ({ outbox }: Ports, cycle: Cycle): Promise<readonly Waiting[]> =>
  (await outbox.waiting(Number.MAX_SAFE_INTEGER)).filter(
    ({ message }) => message.replaces === null && sameKey(message.cycle, cycle.key),
  );

/** Told in the Journal in the same breath: who, when and why. */
const withdrawn = (
  ports: Ports,
  row: Notification,
  { by, because }: { readonly by: string; readonly because: string },
): readonly Change[] => {
  const at = ports.clock.now().toInstant();
  const reason = `cancelled: ${because}`;
  const stopped = change('notifications', row.key, { state: 'Withdrawn', settledAt: at, reason });
  const told = changedRow(stopped, row).map((each, nth) =>
    journalRow(`cancel|${row.key}|${at.toString()}`, nth + 1, {
      ...each,
      by,
      at,
      why: because,
      source: 'tab',
    }),
  );
  return [stopped, ...told];
};

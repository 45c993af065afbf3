// What an Outbox begun anew in the middle of a cycle can still know of the one that was lost: nothing
// but what the lists say. A step the ledger has settled is not sent again; one it has not may have
// been sent, so it is sent and said to be possibly repeated. Answers lost with it cannot be known.
import type { Cycle } from '../registers/cycles.ts';
import type { Notification } from '../registers/notifications.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { zone } from '../rules/calendar.ts';
import { accept } from './accept.ts';
import { cycleClaim } from './change-cycle.ts';
import { messageKey } from './message-key.ts';
import type { Message, Ports, Waiting } from './ports.ts';

type Reading = Pick<Ports, 'outbox' | 'replica'>;

/** Whether an Outbox before this one changed the cycle: this one has no claim of such a change. */
const isFromLostOutbox = async ({ outbox }: Reading, cycle: Cycle): Promise<boolean> => {
  if (outbox.begun() === null || cycle.state === 'Planned') return false;
  for (let revision = cycle.revision ?? 0; revision > 0; revision -= 1)
    if ((await outbox.find(cycleClaim(cycle.key, revision))) === null) return true;
  return false;
};

/** Fell due before this Outbox was begun, in a cycle of the one before it. */
export const mayHaveGone = async (ports: Reading, { message }: Waiting): Promise<boolean> => {
  const begun = ports.outbox.begun();
  if (begun === null || message.replaces !== null) return false;
  const registers = ports.replica.registers();
  const cycle = registers.cycles.get(message.cycle);
  if (cycle === undefined) return false;
  const isBefore = (at: Temporal.Instant) => Temporal.Instant.compare(at, begun.council) <= 0;
  return causesOf(registers, message).some(isBefore) && (await isFromLostOutbox(ports, cycle));
};

/**
 * When what a message tells of fell due. Word of somebody who cannot be reached is as doubtful as the
 * message that did not reach them, and asking for an owner as the going of the one before: the ledger
 * may have lost that it was queued, and tells only when it was queued again.
 */
const causesOf = (registers: Registers, message: Message): readonly Temporal.Instant[] => {
  const { cycle, step, about, on = null } = message;
  const row = registers.notifications.get(messageKey(message));
  const own = row === undefined ? [] : [row.fellDueAt];
  if (step === 'Unreachable') {
    const missed =
      about === null
        ? registers.notifications.where('state', 'Unreachable').filter(isOn(on))
        : registers.notifications
            .where('person', about)
            .filter((each) => sameKey(each.cycle, cycle) && each.state === 'Unreachable');
    return about === null ? [...own, ...fellDue(missed)] : fellDue(missed);
  }
  const leftOn =
    step === 'Hand-over' && about && on === null && registers.people.get(about)?.leftOn;
  return leftOn ? [...own, leftOn.toZonedDateTime(zone).toInstant()] : own;
};

const fellDue = (rows: readonly Notification[]): readonly Temporal.Instant[] =>
  rows.map(({ fellDueAt }) => fellDueAt);

/** Whether it was found on that ISO date that a message did not arrive. */
const isOn =
  (on: string | null) =>
  ({ settledAt, fellDueAt }: Notification): boolean =>
    (settledAt ?? fellDueAt).toZonedDateTimeISO(zone).toPlainDate().toString() === on;

/** A message the ledger says is queued, and no Outbox holds: it was lost, and is queued again. */
export const queueAgain = async (ports: Ports, cycle: Cycle): Promise<void> => {
  if (!(await isFromLostOutbox(ports, cycle))) return;
  const at = ports.clock.now().toInstant();
  const queued = ports.replica
    .registers()
    .notifications.where('cycle', cycle.key)
    .filter(({ state }) => state === 'Queued');
  for (const { key, person, step, about, on } of queued) {
    if ((await ports.outbox.find(key)) !== null) continue;
    const message = {
      person,
      cycle: cycle.key,
      step,
      about,
      on: on?.toString() ?? null,
      replaces: null,
    };
    await accept(ports, [{ key, by: null, at, changes: [], message }]);
  }
};

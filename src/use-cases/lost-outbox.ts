// What an Outbox begun anew in the middle of a cycle can still know of the one that was lost: nothing
// but what the lists say. A step the ledger has settled is not sent again; one it has not may have
// been sent, so it is sent and said to be possibly repeated. Answers lost with it cannot be known.
import type { Cycle } from '../registers/cycles.ts';
import { accept } from './accept.ts';
import { cycleClaim } from './change-cycle.ts';
import { messageKey } from './message-key.ts';
import type { Ports, Waiting } from './ports.ts';

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
  const { cycles, notifications } = ports.replica.registers();
  const cycle = cycles.get(message.cycle);
  if (cycle === undefined) return false;
  // Word of somebody who cannot be reached is as doubtful as the message that did not reach them.
  const row = notifications.get(messageKey(message));
  const fellDueAt =
    message.about === null
      ? row?.fellDueAt
      : notifications
          .where('person', message.about)
          .find((each) => each.cycle === cycle.key && each.state === 'Unreachable')?.fellDueAt;
  if (fellDueAt === undefined || Temporal.Instant.compare(fellDueAt, begun.council) > 0)
    return false;
  return isFromLostOutbox(ports, cycle);
};

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

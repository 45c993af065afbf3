// Which cycle a message about an escalation goes by: its quiet hours are kept, and the ledger holds it there.
import type { Cycle } from '../registers/cycles.ts';
import type { Registers } from '../registers/registers.ts';

/**
 * A plan's open cycle, the newest where there are several; with none open, the newest that has opened and
 * was not withdrawn. Null: none has yet, and nothing is raised or sent.
 */
export const cycleToWriteIn = (
  registers: Pick<Registers, 'cycles'>,
  plan: string,
): Cycle | null => {
  const opened = registers.cycles
    .where('plan', plan)
    .filter(
      ({ state, openedAt }) => openedAt !== null && state !== 'Withdrawn' && state !== 'Planned',
    )
    .toSorted(
      (one, other) =>
        Number(other.state === 'Open') - Number(one.state === 'Open') ||
        Temporal.Instant.compare(
          other.openedAt as Temporal.Instant,
          one.openedAt as Temporal.Instant,
        ) ||
        (one.key < other.key ? 1 : -1),
    );
  return opened[0] ?? null;
};

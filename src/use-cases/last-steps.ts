// Decides what a cycle closed by hand left undecided: steps that had come, and waited for somebody's hours
// or days, or for it to go on. Each person and step that came is in the ledger once a cycle is over.
import type { Cycle } from '../registers/cycles.ts';
import { zone } from '../rules/calendar.ts';
import { decidedAtClose } from '../rules/ladder.ts';
import { accept } from './accept.ts';
import { isOurClose } from './change-cycle.ts';
import type { Ports } from './ports.ts';
import { ledgerEntry } from './send-reminders.ts';

/** Once for each close, by the tick, so that a close cut short is finished. */
export const decideLastSteps = async (ports: Ports, cycle: Cycle): Promise<void> => {
  const { closedAt, state, key, revision } = cycle;
  const at = ports.clock.now().toInstant();
  if (state !== 'Closed' || closedAt === null) return;
  const claim = `last-steps|${key}|${revision ?? 0}`;
  if ((await ports.outbox.find(claim)) !== null || !(await isOurClose(ports, cycle))) return;
  const verdicts = decidedAtClose(
    ports.replica.registers(),
    cycle,
    closedAt.toZonedDateTimeISO(zone),
  );
  await accept(ports, [
    ...verdicts.map((verdict) => ledgerEntry(cycle, verdict, at)),
    { key: claim, by: null, at, changes: [], message: null },
  ]);
};

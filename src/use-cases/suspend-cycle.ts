// Suspends an open cycle by a decision that is on record, and lets it go on again. Meanwhile nothing is
// asked, chased, escalated or taken; the escalations already raised stand.
import { cycleCalendar } from '../rules/calendar.ts';
import { closedDates } from '../rules/working-days.ts';
import { acceptChange, cycleEntry, cycleIn } from './change-cycle.ts';
import type { Ports } from './ports.ts';
import { type Refused, refused } from './refused.ts';

export type Suspended = { readonly outcome: 'suspended' };

/** `closesAtOnce`: its closing day came while it was suspended, so going on ends it. */
export type Resumed = { readonly outcome: 'resumed'; readonly closesAtOnce: boolean };

/**
 * Refused to anyone but the performance team, where the cycle is not open, and without a decision that
 * Decisions holds. What is in the queue waits there until the cycle goes on.
 */
export const suspendCycle = async (
  ports: Ports,
  asked: { readonly by: string; readonly cycle: string; readonly decision: string },
): Promise<Suspended | Refused> => {
  const may = cycleIn(ports, asked, 'Open');
  if (may.outcome === 'refused') return may;
  const decision = ports.replica.registers().decisions.get(asked.decision.trim());
  if (decision === undefined) return refused({ reason: 'no such decision' });

  const entry = cycleEntry(may.cycle, {
    by: asked.by,
    at: ports.clock.now().toInstant(),
    to: 'Suspended',
    set: { suspendedBy: decision.key },
    why: `Suspended by decision: ${decision.title}`,
  });
  const changed = await acceptChange(ports, [entry]);
  return changed.outcome === 'refused' ? changed : { outcome: 'suspended' };
};

/**
 * Its dates stay as they were: of the steps that fell due meanwhile the latest goes out, and the others
 * are passed over. Refused to anyone but the performance team, and where it is not suspended.
 */
export const resumeCycle = async (
  ports: Ports,
  asked: { readonly by: string; readonly cycle: string },
): Promise<Resumed | Refused> => {
  const may = cycleIn(ports, asked, 'Suspended');
  if (may.outcome === 'refused') return may;
  const now = ports.clock.now();
  const { closes } = cycleCalendar(may.cycle, closedDates(ports.replica.registers()));

  const entry = cycleEntry(may.cycle, {
    by: asked.by,
    at: now.toInstant(),
    to: 'Open',
    set: { suspendedBy: null },
    why: 'Goes on again',
  });
  const changed = await acceptChange(ports, [entry]);
  if (changed.outcome === 'refused') return changed;
  return { outcome: 'resumed', closesAtOnce: Temporal.ZonedDateTime.compare(closes, now) <= 0 };
};

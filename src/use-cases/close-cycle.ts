// Closes a cycle: after this a return cannot be answered or corrected. What was never answered stays
// in the register as due, so that the gap can be seen.
import { acceptChange, type CycleAsked, cycleEntry, cycleIn } from './change-cycle.ts';
import type { Ports } from './ports.ts';
import type { Refused } from './refused.ts';

export type Closed = { readonly outcome: 'closed' };

/** Refused unless the cycle is open or suspended; the clock closes none that is suspended. */
export const closeCycle = async (ports: Ports, asked: CycleAsked): Promise<Closed | Refused> => {
  const may = cycleIn(ports, asked, 'Open', 'Suspended');
  if (may.outcome === 'refused') return may;
  const at = ports.clock.now().toInstant();
  const entry = cycleEntry(may.cycle, { by: asked.by, at, to: 'Closed', set: { closedAt: at } });
  const changed = await acceptChange(ports, [entry]);
  return changed.outcome === 'refused' ? changed : { outcome: 'closed' };
};

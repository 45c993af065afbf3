// Closes a cycle: after this a return cannot be answered or corrected. What was never answered stays
// in the register as due, so that the gap can be seen.
import { mayRunCycle } from '../rules/roles.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import type { Ports } from './ports.ts';
import { type Refused, refused } from './refused.ts';

export type Closed = { readonly outcome: 'closed' };

/** By the performance team, or by the clock (`by` null). Refused unless the cycle is open. */
export const closeCycle = async (
  ports: Ports,
  { by, cycle: key }: { by: string | null; cycle: string },
): Promise<Closed | Refused> => {
  const registers = ports.replica.registers();
  const cycle = registers.cycles.get(key);
  if (cycle === undefined) return refused({ reason: 'unknown cycle' });
  const person = by === null ? null : registers.people.get(by);
  if (by !== null && !(person && mayRunCycle(person))) return refused({ reason: 'not allowed' });
  if (cycle.state !== 'Open') return refused({ reason: 'wrong state', state: cycle.state });

  const at = ports.clock.now().toInstant();
  await accept(ports, [
    {
      key: `close|${key}`,
      by,
      at,
      changes: [change('cycles', key, { state: 'Closed', closedAt: at, changedBy: by })],
      message: null,
    },
  ]);
  return { outcome: 'closed' };
};

// A manager or a director says they have seen what is missing.
import type { EscalationLevel } from '../registers/escalations.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import type { Ports } from './ports.ts';
import { type Refused, refused } from './refused.ts';

export type Acknowledged = {
  readonly outcome: 'acknowledged';
  readonly count: number;
  /** True when nothing was left to acknowledge. */
  readonly already: boolean;
};

/** Acknowledges what was escalated to this person at this level of this cycle, and nobody else's. */
export const acknowledgeEscalations = async (
  ports: Ports,
  { by, cycle, level }: { by: string; cycle: string; level: EscalationLevel },
): Promise<Acknowledged | Refused> => {
  const registers = ports.replica.registers();
  if (registers.cycles.get(cycle) === undefined) return refused({ reason: 'unknown cycle' });
  const mine = registers.escalations
    .where('person', by)
    .filter((each) => each.cycle === cycle && each.level === level);
  if (mine.length === 0) return refused({ reason: 'not yours' });
  const at = ports.clock.now().toInstant();
  const open = mine.filter((each) => each.state === 'Open');
  await accept(
    ports,
    open.map((each) => ({
      key: `acknowledge|${each.key}`,
      by,
      at,
      changes: [change('escalations', each.key, { state: 'Acknowledged', acknowledgedAt: at })],
      message: null,
      journal: { source: 'card' as const, why: null },
    })),
  );
  return { outcome: 'acknowledged', count: mine.length, already: open.length === 0 };
};

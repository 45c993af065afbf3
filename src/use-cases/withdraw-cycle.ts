// Withdraws a cycle opened by mistake: from this moment nothing more is taken, and the reason is kept.
// Its cards and returns follow in stop-asking, which is done again if it is cut short.
import { acceptChange, cycleEntry, cycleIn } from './change-cycle.ts';
import type { Ports } from './ports.ts';
import { longestCommentary } from './read-answer.ts';
import { type Refused, refused } from './refused.ts';
import { stopAsking } from './stop-asking.ts';

export type Withdrawn = { readonly outcome: 'withdrawn' };

/** Refused without a reason, to anyone but the performance team, and where nothing is open or suspended. */
export const withdrawCycle = async (
  ports: Ports,
  asked: { by: string; cycle: string; because: string },
): Promise<Withdrawn | Refused> => {
  const may = cycleIn(ports, asked, 'Open', 'Suspended');
  if (may.outcome === 'refused') return may;
  const reason = asked.because.trim();
  if (reason === '') return refused({ reason: 'no reason given' });
  if (reason.length > longestCommentary)
    return refused({ reason: 'reason too long', length: reason.length, most: longestCommentary });

  const at = ports.clock.now().toInstant();
  const entry = cycleEntry(may.cycle, {
    by: asked.by,
    at,
    to: 'Withdrawn',
    set: { withdrawnAt: at, withdrawnReason: reason },
  });
  const changed = await acceptChange(ports, [entry]);
  if (changed.outcome === 'refused') return changed;
  await stopAsking(ports, asked.cycle);
  return { outcome: 'withdrawn' };
};

// The cycle a press is about, or the card that says why nothing can be done in it.
import type { Cycle } from '../../src/registers/cycles.ts';
import { refused } from '../../src/use-cases/refused.ts';
import { inertCard } from '../card-for.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { Turn } from './incoming.ts';
import { refusedCard } from './refused-card.ts';

export type CyclePressed = { readonly cycle: Cycle } | { readonly card: AdaptiveCard };

/** Any cycle that is on the list. */
export const cycleNamed = ({ ports }: Turn, key: string): CyclePressed => {
  const registers = ports.replica.registers();
  const cycle = registers.cycles.get(key);
  return cycle === undefined
    ? { card: refusedCard(registers, refused({ reason: 'unknown cycle' })) }
    : { cycle };
};

/** One in which something can still be done: one that is over answers with how it ended. */
export const cyclePressed = (turn: Turn, key: string): CyclePressed => {
  const named = cycleNamed(turn, key);
  const inert = 'cycle' in named ? inertCard(named.cycle) : null;
  return inert === null ? named : { card: inert };
};

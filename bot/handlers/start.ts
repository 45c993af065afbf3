// `start`: what the person left unsaved last, else the first return still due in a cycle, or the
// receipt of what has been answered.
import type { Person } from '../../src/registers/people.ts';
import { refused } from '../../src/use-cases/refused.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { inCycle, type Turn } from './incoming.ts';
import { carriedOn, nextCard } from './next-card.ts';
import type { Pressed } from './read-press.ts';
import { refusedCard } from './refused-card.ts';

export const start = (
  turn: Turn,
  person: Person,
  { cycle: key }: Pressed<'start'>,
): AdaptiveCard => {
  const registers = turn.ports.replica.registers();
  const cycle = registers.cycles.get(key);
  if (cycle === undefined) return refusedCard(registers, refused({ reason: 'unknown cycle' }));
  const at = inCycle(turn, person, cycle);
  return nextCard(at, null, carriedOn(at));
};

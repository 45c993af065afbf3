// `start`: the first return still due in a cycle, or the receipt of what has been answered.
import type { Person } from '../../src/registers/people.ts';
import { refused } from '../../src/use-cases/refused.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { inCycle, type Turn } from './incoming.ts';
import { nextCard } from './next-card.ts';
import type { Pressed } from './read-press.ts';
import { refusedCard } from './refused-card.ts';

export const start = (
  turn: Turn,
  person: Person,
  { cycle: key }: Pressed<'start'>,
): AdaptiveCard => {
  const registers = turn.ports.replica.registers();
  const cycle = registers.cycles.get(key);
  return cycle === undefined
    ? refusedCard(registers, refused({ reason: 'unknown cycle' }))
    : nextCard(inCycle(turn, person, cycle), null);
};

// `start`: what the person left unsaved last, else the first return still due in a cycle, or the
// receipt of what has been answered.
import type { Person } from '../../src/registers/people.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { cycleNamed } from './cycle-pressed.ts';
import { inCycle, type Turn } from './incoming.ts';
import { carriedOn, nextCard } from './next-card.ts';
import type { Pressed } from './read-press.ts';

export const start = (
  turn: Turn,
  person: Person,
  { cycle: key }: Pressed<'start'>,
): AdaptiveCard => {
  const pressed = cycleNamed(turn, key);
  if ('card' in pressed) return pressed.card;
  const at = inCycle(turn, person, pressed.cycle);
  return nextCard(at, null, carriedOn(at));
};

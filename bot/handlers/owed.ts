// `owed`: everything a person owes now, ready to start, or when they are next asked.
import type { Person } from '../../src/registers/people.ts';
import { ownersCard } from '../card-for.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { plainCard } from '../cards/plain-card.ts';
import { cycleOwedIn, owedView } from '../views/owed-view.ts';
import { inCycle, type Turn, today } from './incoming.ts';

export const owed = (turn: Turn, person: Person): AdaptiveCard => {
  const registers = turn.ports.replica.registers();
  const cycle = cycleOwedIn(registers, person, today(turn));
  return cycle === null
    ? plainCard(owedView(registers, person, today(turn)))
    : ownersCard(inCycle(turn, person, cycle));
};

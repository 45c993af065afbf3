// `owed`: everything a person owes now, ready to start; else whom they are to name, or when they are
// next asked.
import type { Person } from '../../src/registers/people.ts';
import { ownersCard } from '../card-for.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { awayCard } from '../cards/away-card.ts';
import { handOverCard } from '../cards/hand-over-card.ts';
import { plainCard } from '../cards/plain-card.ts';
import { awayView } from '../views/away-view.ts';
import { handOverView } from '../views/hand-over-view.ts';
import { cycleOwedIn, owedView } from '../views/owed-view.ts';
import { inCycle, type Turn, today } from './incoming.ts';

export const owed = (turn: Turn, person: Person): AdaptiveCard => {
  const registers = turn.ports.replica.registers();
  const cycle = cycleOwedIn(registers, person, today(turn));
  if (cycle !== null) return ownersCard(inCycle(turn, person, cycle));
  const naming = [...registers.cycles.values()]
    .filter((each) => each.state === 'Open')
    .map((each) => handOverView(inCycle(turn, person, each)))
    .find((each) => each !== null);
  if (naming) return handOverCard(naming);
  const away = awayView({ registers, person, today: today(turn) });
  return away === null ? plainCard(owedView(registers, person, today(turn))) : awayCard(away);
};

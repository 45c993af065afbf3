// `open` and `correct`: one return's question, beginning from what was left unsaved or from the answer
// that stands, if there is one.
import type { Person } from '../../src/registers/people.ts';
import { aboutOf } from '../../src/rules/about.ts';
import { may } from '../../src/rules/rights.ts';
import { answering } from '../../src/rules/rights-of.ts';
import { refused } from '../../src/use-cases/refused.ts';
import { inertCard } from '../card-for.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { askingCard } from './asking-card.ts';
import { inCycle, type Turn } from './incoming.ts';
import { refusedCard } from './refused-card.ts';

type Opening = {
  readonly return: string;
  /** What the question come from is called, where what was typed on it was kept for later. */
  readonly kept?: string;
};

/** Shown only to someone who may answer it; whether it is saved is decided again then. */
export const openReturn = (
  turn: Turn,
  person: Person,
  { return: key, kept }: Opening,
): AdaptiveCard => {
  const registers = turn.ports.replica.registers();
  const asked = registers.returns.get(key);
  const about = asked && aboutOf(registers, asked);
  if (asked === undefined || !about)
    return refusedCard(registers, refused({ reason: 'unknown return' }));
  if (!may({ registers, person, today: null }, answering(asked), asked))
    return refusedCard(registers, refused({ reason: 'not yours' }));
  const cycle = asked.cycle === null ? undefined : registers.cycles.get(asked.cycle);
  if (cycle === undefined || cycle.state === 'Planned')
    return refusedCard(registers, refused({ reason: 'cycle not open' }));
  const saved = kept === undefined ? null : { keptName: kept };
  return (
    inertCard(cycle) ?? askingCard({ ...inCycle(turn, person, cycle), return: asked, about, saved })
  );
};

// One person in one cycle on one day, as the registers say: what nearly every card is drawn from.
import type { Cycle } from '../../src/registers/cycles.ts';
import type { Person } from '../../src/registers/people.ts';
import type { Registers } from '../../src/registers/registers.ts';
import { sameKey } from '../../src/registers/same-key.ts';
import { answeredBy, type Owed, owedBy } from '../../src/rules/owed.ts';

export type InCycle = {
  readonly registers: Registers;
  readonly person: Person;
  readonly cycle: Cycle;
  readonly today: Temporal.PlainDate;
};

/** What they still owe in this cycle, in the plan's order. */
export const owedIn = ({ registers, person, cycle, today }: InCycle): readonly Owed[] =>
  owedBy(registers, person, today).filter((each) => sameKey(each.return.cycle, cycle.key));

/** What they have answered in it, themselves or through a deputy. */
export const answeredIn = ({ registers, person, cycle, today }: InCycle): readonly Owed[] =>
  answeredBy(registers, person, cycle.key, today);

// Who is shown a person's own objectives: whoever may read them by the table of rights, and nobody else.
import type { Person } from '../registers/people.ts';
import type { PersonalObjective } from '../registers/personal-objectives.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { mayRead } from './access.ts';

/** Their own, then those of the people whose manager they are; no role opens any others. */
export const personalObjectivesFor = (
  registers: Registers,
  person: Person,
): readonly PersonalObjective[] => {
  const theirs = [...registers.personalObjectives.values()].filter((row) =>
    mayRead(registers, person, { register: 'personalObjectives', row }),
  );
  const [own, others] = [true, false].map((isOwn) =>
    theirs.filter((row) => sameKey(row.person, person.key) === isOwn),
  );
  return [...(own ?? []), ...(others ?? [])];
};

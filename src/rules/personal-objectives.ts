// Who is shown a person's own objectives: the person and their manager, and nobody else.
import type { Person } from '../registers/people.ts';
import type { PersonalObjective } from '../registers/personal-objectives.ts';
import type { Registers } from '../registers/registers.ts';
import { isManagerOf } from './roles.ts';

/** Those of the person and of the people whose manager they are; no role opens any others. */
export const personalObjectivesFor = (
  registers: Registers,
  person: Person,
): readonly PersonalObjective[] => [
  ...registers.personalObjectives.where('person', person.key),
  ...[...registers.people.values()]
    .filter((each) => isManagerOf(registers, person, each))
    .flatMap((each) => registers.personalObjectives.where('person', each.key)),
];

// Reads one line of the table of rights: by which of their roles a person has it. What its conditions mean is
// asked of whoever reads.
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { type Relation, type Right, type Role, roles } from './rights-table.ts';
import { isMonitoringOfficer, isPerformanceTeam, isSection151, isSmt } from './roles.ts';

export type Weighing = {
  readonly registers: Pick<Registers, 'teams'>;
  readonly person: Person;
  readonly holds: (relation: Relation) => boolean;
  /** Roles that are left out of account. */
  readonly but?: readonly Role[];
};

/** The role that gives a person the right; null where none does. */
export const roleGiven = (
  { cells }: Pick<Right, 'cells'>,
  { registers, person, holds, but = [] }: Weighing,
): Role | null => {
  const gives = (role: Role): boolean => {
    const cell = cells[role];
    if (cell === undefined || but.includes(role) || !isOne(registers, person, role)) return false;
    return cell === 'yes' || holds(cell);
  };
  return roles.find(gives) ?? null;
};

/** Owner, manager and deputy are of something: whether they are of this one is the condition's to say. */
const isOne = (registers: Pick<Registers, 'teams'>, person: Person, role: Role): boolean => {
  const hasDirectorate = () => !!registers.teams.get(person.team ?? '')?.directorate;
  switch (role) {
    case 'director':
      return isSmt(person) && hasDirectorate();
    case 'SMT':
      return isSmt(person) && !hasDirectorate();
    case 'performance team':
      return isPerformanceTeam(person);
    case 'section 151 officer':
      return isSection151(person);
    case 'monitoring officer':
      return isMonitoringOfficer(person);
    case 'in People':
    case 'owner':
    case 'manager':
    case 'deputy':
      return true;
  }
};

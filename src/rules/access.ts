// Who may read a row: public, internal or exempt. Blank is internal.
import type { Person } from '../registers/people.ts';
import type { Access } from '../registers/register.ts';
import type { RegisterName, Registers, Row } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { personalObjectivesFor } from './personal-objectives.ts';
import {
  isManagerOf,
  isMonitoringOfficer,
  isPerformanceTeam,
  isSection151,
  isSmt,
} from './roles.ts';

export const accessOf = (row: { readonly access: Access | null }): Access =>
  row.access ?? 'internal';

/**
 * Public and internal rows are read by everyone in People; exempt ones by the performance team, SMT,
 * the section 151 and monitoring officers, who clear papers that hold them, the row's owner and the
 * owner's manager. A personal objective is read by its person and their
 * manager, and a draft by whoever typed it, however they are marked. What is kept about a measure is
 * exempt where the measure is. Null: nobody is signed in.
 */
export const mayRead = (
  registers: Registers,
  person: Person | null,
  { register, row }: { readonly register: RegisterName; readonly row: Row<RegisterName> },
): boolean => {
  const reader = person && registers.people.get(person.key);
  if (!reader) return false;
  if (register === 'personalObjectives')
    return personalObjectivesFor(registers, reader).some((each) => each.key === row.key);
  if (register === 'drafts') return sameKey((row as Row<'drafts'>).person, reader.key);
  const measure = measureOf(registers, row);
  const exempt = [row, ...(measure ? [measure] : [])].filter((each) => isExempt(each));
  if (exempt.length === 0 || readsAll.some((holds) => holds(reader))) return true;
  return (
    exempt.some((each) => isOwners(registers, reader, each)) || isOwners(registers, reader, row)
  );
};

const readsAll = [isPerformanceTeam, isSmt, isSection151, isMonitoringOfficer];

const isExempt = (row: { readonly access: Access | null }): boolean => accessOf(row) === 'exempt';

/** The measure that a figure, a target or a line of a report is about. */
const measureOf = (registers: Registers, row: object): Row<'measures'> | undefined => {
  const { measure } = row as { readonly [column: string]: unknown };
  return typeof measure === 'string' ? registers.measures.get(measure) : undefined;
};

const isOwners = (registers: Registers, reader: Person, row: object): boolean => {
  const owner = ownerOf(registers, row);
  return owner !== undefined && (owner.key === reader.key || isManagerOf(registers, reader, owner));
};

/** Who answers for a row, under the names its register calls them by. */
const ownerOf = (registers: Registers, row: object): Person | undefined => {
  const { owner, lead, person } = row as { readonly [column: string]: unknown };
  const key = [owner, lead, person].find((each) => typeof each === 'string');
  return key === undefined ? undefined : registers.people.get(key as string);
};

// Who a person is: who leads a team, who is a directorate's director, who answers in whose place. What that
// allows is in rights-table.ts.
import type { Person, PersonRole } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { coverOf, deputiesOf, hasLeft, isAway, managerOf } from './away.ts';

const hasRole = (person: Person, role: PersonRole): boolean =>
  person.roles.some((held) => sameKey(held.trim(), role));

export const isPerformanceTeam = (person: Person): boolean => hasRole(person, 'performance team');
export const isSmt = (person: Person): boolean => hasRole(person, 'SMT');
export const isSection151 = (person: Person): boolean => hasRole(person, 'section 151 officer');
export const isMonitoringOfficer = (person: Person): boolean =>
  hasRole(person, 'monitoring officer');

/**
 * Who leads a team: its Manager, or where that is blank or gone, its people with the role manager.
 * Who has left by `today` leads nothing; on a null day a Manager with a date of leaving may do so still,
 * and so may those who would come after.
 */
export const managersOf = (
  registers: Registers,
  team: string,
  today: Temporal.PlainDate | null = null,
): readonly Person[] => {
  const named = registers.teams.get(team)?.manager;
  const manager = named ? registers.people.get(named) : undefined;
  if (manager && !hasLeft(manager, today)) return [manager];
  const others = registers.people
    .where('team', team)
    .filter((person) => person.key !== manager?.key && hasRole(person, 'manager'))
    .filter((person) => today === null || !hasLeft(person, today));
  return manager && today === null ? [manager, ...others] : others;
};

export const managesTeam = (registers: Registers, person: Person, team: string): boolean =>
  managersOf(registers, team).some((manager) => manager.key === person.key);

/** Whether a person is another's manager: the one People names, or where it names none their team's. */
export const isManagerOf = (
  registers: Pick<Registers, 'people' | 'teams'>,
  person: Person,
  of: Person,
): boolean => {
  if (sameKey(person.key, of.key)) return false;
  const named = of.manager ?? (of.team ? registers.teams.get(of.team)?.manager : null);
  return sameKey(named ?? null, person.key);
};

/** The teams of an SMT person: the directorate of their own team, or all where they have none. */
export const teamsOfSmt = (registers: Registers, person: Person): ReadonlySet<string> => {
  const directorate = person.team ? registers.teams.get(person.team)?.directorate : undefined;
  const teams = directorate
    ? registers.teams.where('directorate', directorate)
    : [...registers.teams.values()];
  return new Set(teams.map((team) => team.key));
};

/**
 * The directors a team comes under: SMT of its directorate who are still there, and where it has none,
 * SMT with no team of their own.
 */
export const directorsOf = (
  registers: Pick<Registers, 'people' | 'teams'>,
  team: string,
  today: Temporal.PlainDate,
): readonly Person[] => {
  const directorate = registers.teams.get(team)?.directorate ?? null;
  return directorate === null ? [] : directorsOfDirectorate(registers, directorate, today);
};

export const directorsOfDirectorate = (
  registers: Pick<Registers, 'people' | 'teams'>,
  directorate: string,
  today: Temporal.PlainDate,
): readonly Person[] => {
  const smt = [...registers.people.values()].filter((each) => isSmt(each) && !hasLeft(each, today));
  const theirs = smt.filter((each) =>
    sameKey(registers.teams.get(each.team ?? '')?.directorate ?? null, directorate),
  );
  return theirs.length > 0 ? theirs : smt.filter((each) => each.team === null);
};

/**
 * Who answers for an owner today: the owner, or while they are away whoever covers for them (away.ts).
 * Where nobody does the owner is asked all the same. Null: no such person, or they have left.
 */
export const answererOf = (
  registers: Pick<Registers, 'people' | 'teams'>,
  owner: string,
  today: Temporal.PlainDate,
): Person | null => {
  const person = registers.people.get(owner);
  if (person === undefined || hasLeft(person, today)) return null;
  return isAway(person, today) ? (coverOf(registers, person, today)?.person ?? person) : person;
};

/**
 * Whether a person answers in another's place today. A null day asks whether they could on any: a
 * date in Away until or Left on may be past or to come, so of one who has a date of being away,
 * everyone down the line of deputies could, and their manager, and nobody who is asked is left out.
 */
export const standsInFor = (
  registers: Pick<Registers, 'people' | 'teams'>,
  { person, principal }: { readonly person: Person; readonly principal: Person },
  today: Temporal.PlainDate | null,
): boolean => {
  if (person.key === principal.key) return false;
  if (today) return answererOf(registers, principal.key, today)?.key === person.key;
  if (principal.awayUntil === null) return false;
  const goesOn = (each: Person) => each.awayUntil !== null || each.leftOn !== null;
  return [...deputiesOf(registers, principal, goesOn), managerOf(registers, principal)].some(
    (each) => each?.key === person.key,
  );
};

/** The person a token names, by Entra object id alone; null where the register has none. */
export const personByObjectId = (
  registers: Pick<Registers, 'people'>,
  objectId: string,
): Person | null =>
  objectId === '' ? null : (registers.people.where('objectId', objectId)[0] ?? null);

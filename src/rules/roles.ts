// Who a person is to a return: owner, deputy, manager, SMT or performance team, and what that allows.
// A person's rights are worked out here at every action; a card or page never carries them.
import type { Person, PersonRole } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { sameKey } from '../registers/same-key.ts';

export type As = 'owner' | 'deputy' | 'manager' | 'performance team';

const hasRole = (person: Person, role: PersonRole): boolean =>
  person.roles.some((held) => sameKey(held.trim(), role));

export const isPerformanceTeam = (person: Person): boolean => hasRole(person, 'performance team');
export const isSmt = (person: Person): boolean => hasRole(person, 'SMT');

/** The performance team alone opens, withdraws and closes a cycle. */
export const mayRunCycle = (person: Person): boolean => isPerformanceTeam(person);

/** Who leads a team: its Manager, or where that is blank or gone, its people with the role manager. */
export const managersOf = (registers: Registers, team: string): readonly Person[] => {
  const named = registers.teams.get(team)?.manager;
  const manager = named ? registers.people.get(named) : undefined;
  if (manager) return [manager];
  return registers.people.where('team', team).filter((person) => hasRole(person, 'manager'));
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

/** Away until a date means back on it. */
const isAway = (person: Person, today: Temporal.PlainDate): boolean =>
  person.awayUntil !== null && Temporal.PlainDate.compare(today, person.awayUntil) < 0;

const deputyOf = (registers: Pick<Registers, 'people'>, person: Person): Person | undefined =>
  person.deputy ? registers.people.get(person.deputy) : undefined;

/**
 * Who answers for an owner today: the owner, or while they are away their deputy, or the deputy's.
 * Where all of them are away the owner is asked all the same. Null: no such person.
 */
export const answererOf = (
  registers: Pick<Registers, 'people'>,
  owner: string,
  today: Temporal.PlainDate,
): Person | null => {
  const first = registers.people.get(owner) ?? null;
  const seen = new Set<string>();
  let person = first;
  while (person && isAway(person, today) && !seen.has(person.key)) {
    seen.add(person.key);
    person = deputyOf(registers, person) ?? null;
  }
  return person && !seen.has(person.key) ? person : first;
};

/**
 * Whether a person answers in another's place today. A null day asks whether they could on any: a
 * date in Away until may be past, so everyone down the line of deputies from one who has such a date
 * could, and nobody who is asked is ever left out.
 */
export const standsInFor = (
  registers: Pick<Registers, 'people'>,
  { person, principal }: { readonly person: Person; readonly principal: Person },
  today: Temporal.PlainDate | null,
): boolean => {
  if (person.key === principal.key) return false;
  if (today) return answererOf(registers, principal.key, today)?.key === person.key;
  const seen = new Set<string>();
  let next: Person | undefined = principal;
  while (next && next.awayUntil !== null && !seen.has(next.key)) {
    seen.add(next.key);
    next = deputyOf(registers, next);
    if (next?.key === person.key) return true;
  }
  return false;
};

/**
 * In what capacity a person may answer a return; null where they may not. A deputy may at any time,
 * and is asked only while the owner is away; where nobody owns it, so may the manager's deputy.
 */
export const mayAnswer = (registers: Registers, person: Person, asked: Return): As | null => {
  const isDeputyOf = (principal: Person) =>
    sameKey(principal.deputy, person.key) || standsInFor(registers, { person, principal }, null);
  if (sameKey(asked.owner, person.key)) return 'owner';
  const owner = asked.owner ? registers.people.get(asked.owner) : undefined;
  if (owner && isDeputyOf(owner)) return 'deputy';
  const team = registers.measures.get(asked.measure)?.team;
  const managers = team ? managersOf(registers, team) : [];
  if (managers.some((manager) => manager.key === person.key)) return 'manager';
  if (!owner && managers.some(isDeputyOf)) return 'deputy';
  return isPerformanceTeam(person) ? 'performance team' : null;
};

/** The person a token names, by Entra object id alone; null where the register has none. */
export const personByObjectId = (
  registers: Pick<Registers, 'people'>,
  objectId: string,
): Person | null =>
  objectId === '' ? null : (registers.people.where('objectId', objectId)[0] ?? null);

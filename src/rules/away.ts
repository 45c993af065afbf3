// Who is here, away or gone on a day, and who covers for somebody who is away. What that means for a
// return is decided in roles.ts.
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';

type Reading = Pick<Registers, 'people' | 'teams'>;

/** Away until a date means back on it. */
export const isAway = (person: Person, today: Temporal.PlainDate): boolean =>
  person.awayUntil !== null && Temporal.PlainDate.compare(today, person.awayUntil) < 0;

/** Gone from the day in Left on. A null day asks whether they could be on any: the day is not looked at. */
export const hasLeft = (person: Person, today: Temporal.PlainDate | null): boolean =>
  person.leftOn !== null &&
  (today === null || Temporal.PlainDate.compare(today, person.leftOn) >= 0);

/** Whether a key names nobody who could answer: blank, not on People, or gone. A null day: or going. */
export const isNobody = (
  registers: Pick<Registers, 'people'>,
  key: string | null,
  today: Temporal.PlainDate | null,
): boolean => {
  const person = key === null ? undefined : registers.people.get(key);
  return person === undefined || hasLeft(person, today);
};

const isHere = (person: Person, today: Temporal.PlainDate): boolean =>
  !isAway(person, today) && !hasLeft(person, today);

/** The one People names, or where it names none their team's; null where there is none but themselves. */
export const managerOf = (registers: Reading, person: Person): Person | null => {
  const named = person.manager ?? (person.team ? registers.teams.get(person.team)?.manager : null);
  const manager = named ? registers.people.get(named) : undefined;
  return manager === undefined || manager.key === person.key ? null : manager;
};

/** The line of deputies: theirs, their deputy's, and so on for as long as `goesOn` says; each once. */
export const deputiesOf = (
  registers: Pick<Registers, 'people'>,
  person: Person,
  goesOn: (deputy: Person) => boolean,
): readonly Person[] => {
  const line: Person[] = [];
  const seen = new Set([person.key]);
  let next = deputyOf(registers, person);
  while (next && !seen.has(next.key)) {
    seen.add(next.key);
    line.push(next);
    next = goesOn(next) ? deputyOf(registers, next) : undefined;
  }
  return line;
};

const deputyOf = (registers: Pick<Registers, 'people'>, person: Person): Person | undefined =>
  person.deputy ? registers.people.get(person.deputy) : undefined;

export type Cover = { readonly by: 'deputy' | 'manager'; readonly person: Person };

/**
 * Who is asked in the place of somebody who is away: the first down the line of deputies who is here,
 * and where none is, their manager. Null: nobody of them is here.
 */
export const coverOf = (
  registers: Reading,
  person: Person,
  today: Temporal.PlainDate,
): Cover | null => {
  const deputies = deputiesOf(registers, person, (each) => !isHere(each, today));
  const deputy = deputies.find((each) => isHere(each, today));
  if (deputy) return { by: 'deputy', person: deputy };
  const manager = managerOf(registers, person);
  return manager && isHere(manager, today) ? { by: 'manager', person: manager } : null;
};

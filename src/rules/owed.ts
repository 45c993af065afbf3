// What a person still owes and what they have answered, and what is outstanding in a cycle.
// Who is asked for a return is decided in asked.ts; here the question is put from their side.
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { fold, sameKey } from '../registers/same-key.ts';
import { type About, aboutOf } from './about.ts';
import { hasLeft, isNobody } from './away.ts';
import { lastMonth, parsePeriod } from './period.ts';
import { linesInOrder } from './plan-order.ts';
import { answererOf, managersOf, standsInFor } from './roles.ts';
import { asksForTarget } from './targets-due.ts';
import { type Closed, workingDaysBetween } from './working-days.ts';

/** A manager asked in place of an owner who cannot be is 'owner' here. */
export type Owed = {
  readonly return: Return;
  readonly about: About;
  readonly as: 'owner' | 'deputy';
};

/**
 * Every return of an open cycle still due that a person owns, then those they stand in for, each in
 * the plan's order. Without `today`, those they could stand in for on any day: a date in Away until
 * may be past.
 */
export const owedBy = (
  registers: Registers,
  person: Person,
  today: Temporal.PlainDate | null = null,
): readonly Owed[] =>
  askedOf(registers, person, today).filter(
    ({ return: asked }) => asked.state === 'Due' && isOpen(registers, asked),
  );

/** What a person has answered in a cycle, by themselves or through a deputy: a receipt's lines. */
// oxlint-disable-next-line max-params -- the signature every caller was given
export const answeredBy = (
  registers: Registers,
  person: Person,
  cycle: string,
  today: Temporal.PlainDate | null = null,
): readonly Owed[] => {
  const theirs = askedOf(registers, person, today);
  const known = new Set(theirs.map((owed) => owed.return.key));
  const forOthers = registers.returns
    .where('cycle', cycle)
    .filter((asked) => sameKey(asked.returnedBy, person.key) && !known.has(asked.key));
  return [...theirs, ...withAbout(registers, forOthers, 'deputy')].filter(
    ({ return: asked }) => sameKey(asked.cycle, cycle) && isAnswered(asked),
  );
};

/** Returns of a cycle nobody has answered yet, in the plan's order. */
export const outstanding = (registers: Registers, cycle: string): readonly Return[] =>
  withAbout(
    registers,
    registers.returns.where('cycle', cycle).filter((asked) => asked.state === 'Due'),
    'owner',
  ).map((owed) => owed.return);

/** A figure, or a dated reason why there is none yet. */
export const isAnswered = (asked: Return): boolean =>
  asked.state === 'Returned' || asked.state === 'No data until';

/** Working days past the due date: 0 on that date, on the weekend after it, and without a date. */
export const isLate = (
  asked: Pick<Return, 'dueOn'>,
  today: Temporal.PlainDate,
  closed: Closed,
): number => {
  if (asked.dueOn === null || Temporal.PlainDate.compare(today, asked.dueOn) <= 0) return 0;
  return workingDaysBetween(asked.dueOn, today, closed);
};

const isOpen = (registers: Registers, asked: Return): boolean =>
  asked.cycle !== null && registers.cycles.get(asked.cycle)?.state === 'Open';

const askedOf = (
  registers: Registers,
  person: Person,
  today: Temporal.PlainDate | null,
): readonly Owed[] => {
  const own =
    today !== null && hasLeft(person, today) ? [] : registers.returns.where('owner', person.key);
  const deputised = coveredBy(registers, person, today).flatMap((owner) =>
    registers.returns.where('owner', owner.key),
  );
  const orphans = withoutOwner(registers, person, today);
  const once = (returns: readonly Return[]) => [
    ...new Map(returns.map((r) => [r.key, r])).values(),
  ];
  const owned = once([...own, ...orphans]);
  const keys = new Set(owned.map((asked) => asked.key));
  const others = once(deputised).filter((asked) => !keys.has(asked.key));
  return [...withAbout(registers, owned, 'owner'), ...withAbout(registers, others, 'deputy')];
};

const coveredBy = (
  registers: Registers,
  person: Person,
  today: Temporal.PlainDate | null,
): readonly Person[] => {
  const covered: Person[] = [];
  for (const principal of registers.people.values()) {
    if (principal.awayUntil === null) continue;
    if (standsInFor(registers, { person, principal }, today)) covered.push(principal);
  }
  return covered;
};

/** Returns of the open cycles without an owner to ask, in the teams this person answers for. */
const withoutOwner = (
  registers: Registers,
  person: Person,
  today: Temporal.PlainDate | null,
): readonly Return[] => {
  const answersFor = (team: string) =>
    managersOf(registers, team, today).some((principal) =>
      principal.key === person.key
        ? today === null || answererOf(registers, principal.key, today)?.key === person.key
        : standsInFor(registers, { person, principal }, today),
    );
  const teams = [...registers.teams.values()].filter((team) => answersFor(team.key));
  if (teams.length === 0) return [];
  const theirs = new Set(teams.map((team) => fold(team.key)));
  return [...registers.cycles.values()]
    .filter((cycle) => cycle.state === 'Open')
    .flatMap((cycle) => registers.returns.where('cycle', cycle.key))
    .filter((asked) => isNobody(registers, asked.owner, today))
    .filter((asked) => {
      const team = aboutOf(registers, asked)?.team ?? null;
      return team !== null && theirs.has(fold(team));
    });
};

/**
 * A return about what is in no register asks nothing anyone could answer: left out. A measure's figures
 * come by their period, the earliest first, then its target.
 */
const withAbout = (
  registers: Registers,
  returns: readonly Return[],
  as: Owed['as'],
): readonly Owed[] =>
  returns
    .flatMap((asked) => {
      const about = aboutOf(registers, asked);
      return about ? [{ return: asked, about, as }] : [];
    })
    .toSorted(
      (one, other) =>
        linesInOrder(one.about, other.about) ||
        Number(asksForTarget(one.return)) - Number(asksForTarget(other.return)) ||
        endOf(one.return) - endOf(other.return),
    );

/** The month its period ends in; last of all, one whose period cannot be read. */
const endOf = ({ period: text }: Return): number => {
  const period = parsePeriod(text);
  return period === null ? Number.MAX_SAFE_INTEGER : lastMonth(period);
};

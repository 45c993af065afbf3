// How far a cycle has got: by directorate, team and person. Every count is of returns, so that the
// parts add up. Who is asked for a return is asked.ts's, when one is late owed.ts's.
import type { Cycle } from '../registers/cycles.ts';
import type { Notification } from '../registers/notifications.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import type { Team } from '../registers/teams.ts';
import { aboutOf } from './about.ts';
import { askedFor } from './asked.ts';
import { isAway } from './away.ts';
import { isAnswered, isLate } from './owed.ts';
import { closedDates } from './working-days.ts';

/** `late`, `unreachable` and `away` are each a part of `owed`, and one return may be in all three. */
export type Counts = {
  /** Asked for and not withdrawn: those answered and those owed. */
  readonly asked: number;
  readonly answered: number;
  readonly owed: number;
  /** Past their day; once the cycle has closed every one that is owed: never answered. */
  readonly late: number;
  /** Nobody is asked, or the last message to each who is asked did not arrive. */
  readonly unreachable: number;
  /** Its owner is away. */
  readonly away: number;
};

export type PersonLine = Counts & {
  /** Null: nobody owns these, or somebody who is not in People. */
  readonly owner: Person | null;
  /** Who is asked today for what is still owed; none where all is answered or nobody can be asked. */
  readonly asks: readonly Person[];
};
export type TeamLine = Counts & {
  /** The team's own key, or what the measure says where there is no such team. */
  readonly key: string;
  readonly team: Team | null;
  /** Who owes most first. */
  readonly people: readonly PersonLine[];
};
export type DirectorateLine = Counts & {
  readonly name: string;
  readonly teams: readonly TeamLine[];
};
export type Completion = Counts & { readonly directorates: readonly DirectorateLine[] };

/** `team` null: what it is about has left the register, or is no team's. */
type Placed = {
  readonly return: Return;
  readonly team: Team | null;
  readonly teamKey: string;
  readonly owner: Person | null;
  readonly asks: readonly Person[];
  readonly counts: Counts;
};

/** Whatever state the cycle is in; of one not yet open nothing has been asked. */
export const completionOf = (
  registers: Registers,
  cycle: Cycle,
  today: Temporal.PlainDate,
): Completion => {
  const place = placing(registers, cycle, today);
  const placed = registers.returns
    .where('cycle', cycle.key)
    .filter(({ state }) => state !== 'Withdrawn')
    .map(place);
  const directorates = groups(placed, ({ team }) => team?.directorate ?? 'No directorate');
  return {
    ...sumOf(placed.map(({ counts }) => counts)),
    directorates: directorates
      .map(([name, theirs]) => ({ name, ...sumOf(countsOf(theirs)), teams: teamsOf(theirs) }))
      .toSorted((one, other) => one.name.localeCompare(other.name)),
  };
};

const teamsOf = (placed: readonly Placed[]): readonly TeamLine[] =>
  groups(placed, ({ teamKey }) => teamKey)
    .map(([key, theirs]) => ({
      key,
      team: theirs[0]?.team ?? null,
      ...sumOf(countsOf(theirs)),
      people: peopleOf(theirs),
    }))
    .toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)));

const nameOf = ({ key, team }: TeamLine): string => team?.title ?? key;

const peopleOf = (placed: readonly Placed[]): readonly PersonLine[] =>
  groups(placed, ({ owner }) => owner?.key ?? '')
    .map(([, theirs]) => ({
      owner: theirs[0]?.owner ?? null,
      asks: [
        ...new Map(theirs.flatMap(({ asks }) => asks.map((each) => [each.key, each]))).values(),
      ],
      ...sumOf(countsOf(theirs)),
    }))
    .toSorted(
      (one, other) =>
        other.owed - one.owed ||
        other.asked - one.asked ||
        (one.owner?.title ?? '').localeCompare(other.owner?.title ?? ''),
    );

const placing = (registers: Registers, cycle: Cycle, today: Temporal.PlainDate) => {
  const closed = closedDates(registers);
  const notReached = notReachedIn(registers, cycle);
  const isOver = cycle.state === 'Closed';
  return (asked: Return): Placed => {
    const about = aboutOf(registers, asked);
    const team = about?.team ? (registers.teams.get(about.team) ?? null) : null;
    const owner = (asked.owner === null ? null : registers.people.get(asked.owner)) ?? null;
    const owed = asked.state === 'Due';
    const asks = owed ? askedFor(registers, asked, today) : [];
    return {
      return: asked,
      team,
      teamKey: team?.key ?? about?.team ?? 'No team',
      owner,
      asks,
      counts: {
        asked: 1,
        answered: isAnswered(asked) ? 1 : 0,
        owed: owed ? 1 : 0,
        late: owed && (isOver || isLate(asked, today, closed) > 0) ? 1 : 0,
        unreachable: owed && asks.every(({ key }) => notReached.has(key)) ? 1 : 0,
        away: owed && owner !== null && isAway(owner, today) ? 1 : 0,
      },
    };
  };
};

/**
 * The newest message Teams was given for each person of a cycle, by key: it arrived or it did not. One
 * that waits, or was never sent, says nothing.
 */
export const newestTriedIn = (
  registers: Registers,
  cycle: Cycle,
): ReadonlyMap<string, Notification> => {
  const newest = new Map<string, Notification>();
  for (const sent of registers.notifications.where('cycle', cycle.key)) {
    if (!tried.has(sent.state)) continue;
    const person = registers.people.get(sent.person)?.key ?? sent.person;
    const before = newest.get(person);
    if (!before || isAfter(sent, before)) newest.set(person, sent);
  }
  return newest;
};

/** The people of a cycle whose newest message did not arrive, by key. */
export const notReachedIn = (registers: Registers, cycle: Cycle): ReadonlySet<string> =>
  new Set(
    [...newestTriedIn(registers, cycle)]
      .filter(([, sent]) => sent.state !== 'Sent')
      .map(([person]) => person),
  );

const tried: ReadonlySet<string> = new Set(['Sent', 'Unreachable', 'Failed']);

/** Of two settled in the same moment one that arrived counts. */
const isAfter = (one: Notification, other: Notification): boolean => {
  const at = (each: Notification) => each.settledAt ?? each.fellDueAt;
  const later = Temporal.Instant.compare(at(one), at(other));
  return later > 0 || (later === 0 && one.state === 'Sent');
};

const groups = (
  placed: readonly Placed[],
  by: (each: Placed) => string,
): readonly (readonly [string, readonly Placed[]])[] => [...Map.groupBy(placed, by)];

const countsOf = (placed: readonly Placed[]): readonly Counts[] =>
  placed.map(({ counts }) => counts);

const sumOf = (counts: readonly Counts[]): Counts => {
  const of = (name: keyof Counts) => counts.reduce((sum, each) => sum + each[name], 0);
  return {
    asked: of('asked'),
    answered: of('answered'),
    owed: of('owed'),
    late: of('late'),
    unreachable: of('unreachable'),
    away: of('away'),
  };
};

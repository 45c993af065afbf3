// The board's parts as they are picked: a cell is a part of the council and a count, and holds the people
// whose returns it counts. Somebody with returns in several teams is one person there.
import type {
  BoardColumn,
  BoardCounts,
  BoardPerson,
  BoardTeam,
  CycleState,
  CycleView,
} from '../../src/web/api-cycle.ts';

/** A directorate, or one team of it; neither is the whole council. */
export type Area = { readonly directorate: string | null; readonly team: string | null };
export type Cell = { readonly area: Area; readonly column: BoardColumn };

export const wholeCouncil: Area = { directorate: null, team: null };

/** Who is in a cell; `of` names their teams. */
export type Picked = BoardPerson & { readonly id: string; readonly of: readonly string[] };

/** What a count is called: 'late', which in a cycle that has closed is 'never answered'. */
export const columnWords = (column: BoardColumn, state: CycleState): string =>
  column === 'late' && state === 'Closed' ? 'never answered' : column;

export const areaName = (view: CycleView, { directorate, team }: Area): string => {
  if (directorate === null) return 'whole council';
  if (team === null) return directorate;
  return teamsIn(view, { directorate, team })[0]?.name ?? team;
};

/** Who has anything in this cell, most first. */
export const peopleIn = (view: CycleView, { area, column }: Cell): readonly Picked[] => {
  const people = new Map<string, Picked>();
  for (const team of teamsIn(view, area))
    for (const line of team.people) {
      const id = line.key ?? `nobody ${team.key}`;
      const person = { ...line, id, of: [team.name] };
      const before = people.get(id);
      people.set(id, before ? together(before, person) : person);
    }
  return [...people.values()]
    .filter((person) => person[column] > 0)
    .toSorted((one, other) => other[column] - one[column] || one.name.localeCompare(other.name));
};

/** Whose keys a nudge for these people would be shown for: whoever is asked for what they owe. */
export const askedOf = (people: readonly Picked[]): readonly string[] => [
  ...new Set(people.flatMap(({ asks }) => asks.map(({ key }) => key))),
];

/** '3 owed, 1 of them late; 2 answered'. */
export const countsWords = (counts: BoardCounts, state: CycleState): string => {
  const { owed, late, answered } = counts;
  const done = answered > 0 ? [`${answered} answered`] : [];
  if (owed === 0) return done.join('');
  const words = columnWords('late', state);
  const all = owed === 1 ? words : `all ${words}`;
  const part = late === owed ? `, ${all}` : `, ${late} of them ${words}`;
  return [`${owed} owed${late > 0 ? part : ''}`, ...done].join('; ');
};

const teamsIn = (view: CycleView, { directorate, team }: Area): readonly BoardTeam[] =>
  view.directorates
    .filter(({ name }) => directorate === null || name === directorate)
    .flatMap(({ teams }) => teams)
    .filter(({ key }) => team === null || key === team);

const together = (one: Picked, other: Picked): Picked => ({
  ...one,
  asked: one.asked + other.asked,
  answered: one.answered + other.answered,
  owed: one.owed + other.owed,
  late: one.late + other.late,
  unreachable: one.unreachable + other.unreachable,
  away: one.away + other.away,
  asks: [...new Map([...one.asks, ...other.asks].map((each) => [each.key, each])).values()],
  cover: one.cover ?? other.cover,
  last: one.last ?? other.last,
  of: [...one.of, ...other.of],
});

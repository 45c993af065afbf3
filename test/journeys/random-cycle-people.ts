// Who is asked for a return, and who may answer it, as officers would say it: the owner; while they are
// away the first of their deputies who is here, or their manager; where nobody owns it, the manager.
import type { SampleCouncil } from '../../src/samples/sample-council.ts';

type Known = {
  readonly key: string;
  readonly team: string | null;
  readonly manager: string | null;
  readonly deputy: string | null;
  /** ISO date on which they are back. */
  awayUntil: string | null;
  /** ISO date from which they are gone. */
  leftOn: string | null;
  app: 'there' | 'blocked' | 'not there';
};

const lines = ({ rows }: SampleCouncil) =>
  [
    { list: 'Actions', of: rows.actions },
    { list: 'Savings', of: rows.savings },
    { list: 'Risks', of: rows.risks },
  ].flatMap(({ list, of = [] }) =>
    of.map(({ key, owner }) => ({ name: `${list}: ${key}`, owner })),
  );

export type Owned = { owner: string | null; readonly team: string };

export const whosAsked = (council: SampleCouncil, today: () => string) => {
  const installed = new Map(council.directory.map((each) => [each.id, each.installed]));
  const people = new Map<string, Known>(
    (council.rows.people ?? []).map(({ key, team, manager, deputy, objectId }) => [
      key,
      {
        key,
        team,
        manager,
        deputy,
        awayUntil: null,
        leftOn: null,
        app: installed.get(objectId) ? 'there' : 'not there',
      },
    ]),
  );
  const leads = new Map((council.rows.teams ?? []).map((each) => [each.key, each.manager]));
  const managerOf = (team: string): string => leads.get(team) ?? '';
  const { measures = [], teams = [] } = council.rows;
  /** By what a return is of: a measure's key, or 'Actions: plan|code' of another line. */
  const ownerOf = new Map([
    ...measures.map((each) => [each.key, each.owner] as const),
    ...lines(council).map((each) => [each.name, each.owner] as const),
    ...teams.map((each) => [`Teams: ${each.key}`, each.manager] as const),
  ]);

  const isAway = ({ awayUntil }: Known) => awayUntil !== null && today() < awayUntil;
  const hasLeft = (key: string | null): boolean => {
    const leftOn = people.get(key ?? '')?.leftOn ?? null;
    return leftOn !== null && today() >= leftOn;
  };
  const isHere = (each: Known) => !isAway(each) && !hasLeft(each.key);

  /** Their deputy, the deputy's deputy, and so on while `goesOn`. */
  const deputiesOf = (person: Known, goesOn: (each: Known) => boolean): readonly Known[] => {
    const line: Known[] = [];
    let next = people.get(person.deputy ?? '');
    while (next !== undefined && next !== person && !line.includes(next)) {
      line.push(next);
      next = goesOn(next) ? people.get(next.deputy ?? '') : undefined;
    }
    return line;
  };
  const answererOf = (key: string): string => {
    const person = people.get(key);
    if (person === undefined || !isAway(person)) return key;
    const manager = people.get(person.manager ?? '');
    const covers = [...deputiesOf(person, (each) => !isHere(each)), ...(manager ? [manager] : [])];
    return covers.find(isHere)?.key ?? key;
  };
  const isNobody = (owner: string | null): owner is null =>
    owner === null || !people.has(owner) || hasLeft(owner);
  const askedFor = ({ owner, team }: Owned): readonly string[] => [
    answererOf(isNobody(owner) ? managerOf(team) : owner),
  ];
  /** Their deputy at any time; anybody who might cover for one who has a date of being away. */
  const coversFor = (person: string, key: string): boolean => {
    const principal = people.get(key);
    if (principal === undefined) return false;
    if (principal.deputy === person) return true;
    if (principal.awayUntil === null) return false;
    const goesOn = (each: Known) => each.awayUntil !== null || each.leftOn !== null;
    const line = deputiesOf(principal, goesOn).map((each) => each.key);
    return [...line, principal.manager].includes(person);
  };
  const mayAnswer = (person: string, { owner, team }: Owned): boolean =>
    person === owner ||
    (owner !== null && coversFor(person, owner)) ||
    person === managerOf(team) ||
    ((owner === null || (people.get(owner)?.leftOn ?? null) !== null) &&
      coversFor(person, managerOf(team)));

  return { people, ownerOf, managerOf, answererOf, hasLeft, isNobody, askedFor, mayAnswer };
};

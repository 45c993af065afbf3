// A council of any size on the morning its second quarter opens: owners with so many measures each, in
// teams with a manager each, a target and the last quarter's figure for every measure. Each person's
// chat with the bot has begun already, a tenth of them at another of Teams' services.
import type { Row } from '../../src/registers/registers.ts';
import type { DirectoryEntry, SampleCouncil } from '../../src/samples/sample-council.ts';
import { guidFor } from '../../src/samples/steady.ts';
import { stokeOnTrent } from '../../src/samples/stoke-on-trent.ts';
import { ask } from '../journeys/seat.ts';
import { rowOf } from '../rules/table-of.ts';

export type CouncilSize = {
  readonly owners: number;
  readonly measuresEach: number;
  /** Owners to a team. */
  readonly team: number;
};

export const plan = 'bench-plan';
export const period = '2020-21 Q2';
export const cycleKey = `${plan}|${period}`;
/** When the cards go out; the clock stands half an hour before. */
export const opensAt = '2020-10-01T09:30';

const tenant = 'bench.example';
const directorates = ['Adults', 'Children', 'Place', 'Resources'];

/** Everything but where each person's chat is, which Teams alone can say. */
export const councilOf = (size: CouncilSize): SampleCouncil => {
  const sample = stokeOnTrent();
  const people = peopleOf(size);
  const measures = measuresOf(size);
  return {
    ...sample,
    rows: {
      plans: [rowOf('plans', { key: plan, title: 'Bench plan', plan, code: plan })],
      priorities: [1, 2, 3, 4, 5].map((n) =>
        rowOf('priorities', { title: `Priority ${n}`, plan, code: String(n), position: n }),
      ),
      teams: teamsOf(size),
      people,
      measures,
      targets: measures.map(({ key }) => targetOf(key)),
      returns: measures.map((measure, n) => lastFigure(measure, n)),
      cycles: [{ ...(sample.rows.cycles?.[0] as Row<'cycles'>), key: cycleKey, plan, period }],
      closedDays: sample.rows.closedDays ?? [],
    },
    directory: people.map(seatOf),
  };
};

const teamCount = ({ owners, team }: CouncilSize): number => Math.ceil(owners / team);

const teamsOf = (size: CouncilSize): Row<'teams'>[] =>
  Array.from({ length: teamCount(size) }, (_, n) =>
    rowOf('teams', {
      key: `team-${n}`,
      title: `Team ${n}`,
      plan,
      directorate: directorates[n % directorates.length] as string,
      manager: `manager-${n}`,
    }),
  );

const peopleOf = (size: CouncilSize): Row<'people'>[] => [
  ...Array.from({ length: size.owners }, (_, n) =>
    personOf(`owner-${n}`, 'owner', Math.floor(n / size.team)),
  ),
  ...Array.from({ length: teamCount(size) }, (_, n) => personOf(`manager-${n}`, 'manager', n)),
];

const personOf = (key: string, role: 'owner' | 'manager', team: number): Row<'people'> =>
  rowOf('people', {
    key,
    title: `Head of ${key}`,
    objectId: guidFor(`bench/${key}`),
    upn: `${key}@${tenant}`,
    roles: [role],
    team: `team-${team}`,
    manager: role === 'owner' ? `manager-${team}` : null,
  });

const seatOf = (person: Row<'people'>, n: number): DirectoryEntry => ({
  id: person.objectId,
  displayName: person.title,
  userPrincipalName: person.upn ?? '',
  jobTitle: person.roles[0] === 'manager' ? 'Manager' : 'Measure owner',
  department: 'Bench',
  installed: true,
  ...(n % 10 === 0 ? { region: 'emea' as const } : {}),
});

const measuresOf = ({ owners, measuresEach, team }: CouncilSize): Row<'measures'>[] =>
  Array.from({ length: owners * measuresEach }, (_, n) => {
    const owner = Math.floor(n / measuresEach);
    return rowOf('measures', {
      title: `Share of requests of kind ${n} answered within ten working days`,
      plan,
      code: String(n + 1),
      position: n + 1,
      priority: `${plan}|${(n % 5) + 1}`,
      team: `team-${Math.floor(owner / team)}`,
      owner: `owner-${owner}`,
      unit: '%',
      decimals: 1,
      polarity: 'maximise',
      frequency: 'quarterly',
      periodBasis: 'financial',
      publicationLag: 0,
      asksFor: 'value',
    });
  });

const targetOf = (measure: string): Row<'targets'> =>
  rowOf('targets', {
    title: 'Target',
    plan,
    measure,
    appliesFrom: Temporal.PlainDate.from('2020-04-01'),
    target: 80,
    tolerance: 5,
    toleranceIs: 'absolute',
  });

const lastFigure = (measure: Row<'measures'>, n: number): Row<'returns'> =>
  rowOf('returns', {
    title: `${measure.code}, 2020-21 Q1`,
    plan,
    measure: measure.key,
    period: '2020-21 Q1',
    state: 'Returned',
    owner: measure.owner,
    value: 60 + (n % 400) / 10,
    finality: 'final',
    revision: 1,
  });

/**
 * The same council with every person's chat begun and on their row. The app must not be up yet: Teams
 * begins a chat when the app is installed, and tells a bot that does not answer.
 */
export const inTouch = async (localUrl: string, council: SampleCouncil): Promise<SampleCouncil> => {
  await ask('PUT', `${localUrl}/local/directory`, { people: council.directory });
  const people: Row<'people'>[] = [];
  const left = [...(council.rows.people ?? [])].entries();
  const begin = async () => {
    for (const [n, person] of left)
      people[n] = { ...person, ...(await chatOf(localUrl, person, n)) };
  };
  await Promise.all(Array.from({ length: 16 }, begin));
  return { ...council, rows: { ...council.rows, people } };
};

const chatOf = async (localUrl: string, { objectId }: Row<'people'>, n: number) => {
  const seat = `${localUrl}/local/teams/people/${objectId}`;
  await ask('POST', `${seat}/install`, {});
  const { conversationId } = (await ask('GET', `${seat}/chat`)) as { conversationId: string };
  return {
    conversation: conversationId,
    serviceUrl: n % 10 === 0 ? `${localUrl}/emea/` : `${localUrl}/`,
  };
};

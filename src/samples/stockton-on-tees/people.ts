// Who there is: made-up posts, never people. Three teams own the workforce measures, under two
// directorates; nobody is away, and the bot has spoken to none of them yet.
import { newRow } from '../../registers/new-row.ts';
import type { Row } from '../../registers/registers.ts';
import type { DirectoryEntry } from '../sample-council.ts';
import { guidFor } from '../steady.ts';
import { strategy } from './plan.ts';

const corporate = 'Corporate Services';
const finance = 'Finance and Transformation';
type Directorate = typeof corporate | typeof finance;

type Post = {
  readonly key: string;
  readonly post: string;
  readonly role: 'owner' | 'manager' | 'SMT' | 'performance team';
  readonly team: string | null;
  readonly manager: string | null;
  readonly deputy: string | null;
  readonly directorate: Directorate;
};

type SampleTeam = {
  readonly key: string;
  readonly name: string;
  readonly directorate: Directorate;
  readonly director: string;
  readonly manager: readonly [key: string, post: string];
  /** Each is deputy to the one before. */
  readonly members: readonly (readonly [key: string, post: string])[];
  readonly role: 'owner' | 'performance team';
};

const sampleTeams: readonly SampleTeam[] = [
  {
    key: 't-people',
    name: 'People and Workforce',
    directorate: corporate,
    director: 'p-director-corporate',
    manager: ['p-manager-people', 'Head of People'],
    members: [
      ['p-workforce-information', 'Workforce Information Lead'],
      ['p-wellbeing', 'Employee Wellbeing Lead'],
      ['p-retention', 'Reward and Retention Lead'],
      ['p-recruitment', 'Recruitment Lead'],
    ],
    role: 'owner',
  },
  {
    key: 't-development',
    name: 'Organisational Development',
    directorate: corporate,
    director: 'p-director-corporate',
    manager: ['p-manager-development', 'Head of Organisational Development'],
    members: [
      ['p-apprenticeships', 'Learning and Apprenticeships Lead'],
      ['p-engagement', 'Staff Engagement Lead'],
    ],
    role: 'owner',
  },
  {
    key: 't-finance',
    name: 'Finance Business Partners',
    directorate: finance,
    director: 'p-director-finance',
    manager: ['p-manager-finance', 'Head of Financial Planning'],
    members: [['p-agency', 'Agency Spend Lead']],
    role: 'owner',
  },
  {
    key: 't-performance',
    name: 'Performance and Insight',
    directorate: finance,
    director: 'p-director-finance',
    manager: ['p-performance', 'Head of Performance and Insight'],
    members: [['p-performance-analyst', 'Performance Analyst']],
    role: 'performance team',
  },
];

/** The app was never installed for this owner, so that a person who cannot be reached is seen. */
const notInstalled = 'p-recruitment';

/** The next in the ring; nobody, where there is only one. */
const nextIn = (ring: readonly string[], key: string): string | null =>
  ring.length < 2 ? null : (ring[(ring.indexOf(key) + 1) % ring.length] ?? null);

const postsOf = (team: SampleTeam): readonly Post[] => {
  const [manager, post] = team.manager;
  const performs = team.role === 'performance team';
  const ring = [...(performs ? [manager] : []), ...team.members.map(([key]) => key)];
  const peers = sampleTeams.filter(
    (each) => each.directorate === team.directorate && each.role === 'owner',
  );
  const deputies = performs ? ring : peers.map((each) => each.manager[0]);
  const shared = { team: team.key, directorate: team.directorate };
  return [
    {
      ...shared,
      key: manager,
      post,
      role: performs ? 'performance team' : 'manager',
      manager: team.director,
      deputy: nextIn(deputies, manager),
    },
    ...team.members.map(
      ([key, title]): Post => ({
        ...shared,
        key,
        post: title,
        role: team.role,
        manager,
        deputy: nextIn(ring, key),
      }),
    ),
  ];
};

const seniorManager = (
  key: string,
  post: string,
  where: Pick<Post, 'team' | 'manager' | 'directorate'>,
): Post => ({ ...where, key, post, role: 'SMT', deputy: null });

/** The Chief Executive is in no team, and so hears of both directorates. */
const posts: readonly Post[] = [
  ...sampleTeams.flatMap(postsOf),
  seniorManager('p-chief-executive', 'Chief Executive', {
    team: null,
    manager: null,
    directorate: corporate,
  }),
  seniorManager('p-director-corporate', 'Director of Corporate Services', {
    team: 't-corporate-leadership',
    manager: 'p-chief-executive',
    directorate: corporate,
  }),
  seniorManager('p-director-finance', 'Director of Finance and Transformation', {
    team: 't-finance-leadership',
    manager: 'p-chief-executive',
    directorate: finance,
  }),
];

const objectId = (key: string): string => guidFor(`stockton-on-tees/${key}`);
const upn = (post: string): string =>
  `${post
    .toLowerCase()
    .split(' ')
    .filter((word) => !['of', 'and'].includes(word))
    .join('.')}@stockton-on-tees.example`;

export const people: readonly Row<'people'>[] = posts.map((post) =>
  newRow('people', {
    key: post.key,
    title: post.post,
    objectId: objectId(post.key),
    upn: upn(post.post),
    roles: [post.role],
    team: post.team,
    manager: post.manager,
    deputy: post.deputy,
  }),
);

export const teams: readonly Row<'teams'>[] = [
  ...sampleTeams.map(({ key, name, directorate, manager: [manager] }) => ({
    key,
    title: name,
    directorate,
    manager,
  })),
  {
    key: 't-corporate-leadership',
    title: `${corporate} leadership`,
    directorate: corporate,
    manager: 'p-director-corporate',
  },
  {
    key: 't-finance-leadership',
    title: `${finance} leadership`,
    directorate: finance,
    manager: 'p-director-finance',
  },
].map((team) => newRow('teams', { ...team, plan: strategy }));

/** The team a measure's owner is in. Throws where no such owner is in the sample. */
export const teamOf = (owner: string): string => {
  const found = posts.find(({ key }) => key === owner)?.team;
  if (!found) throw new Error(`No measure owner ${owner} in the sample.`);
  return found;
};

const jobTitles = {
  owner: 'Measure owner',
  manager: 'Manager',
  SMT: 'SMT',
  'performance team': 'Performance team',
} as const;

export const directory: readonly DirectoryEntry[] = posts.map((post, index) => ({
  id: objectId(post.key),
  displayName: post.post,
  userPrincipalName: upn(post.post),
  jobTitle: jobTitles[post.role],
  department: post.directorate,
  installed: post.key !== notInstalled,
  // A third are served from another Teams region, whose service address differs.
  ...(index % 3 === 1 ? { region: 'emea' as const } : {}),
}));

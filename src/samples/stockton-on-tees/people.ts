// Who there is: made-up posts, never people. Three teams own the workforce measures, under two
// directorates; nobody is away, and the bot has spoken to none of them yet.
import { newRow } from '../../registers/new-row.ts';
import type { Row } from '../../registers/registers.ts';
import { nextIn, type Post, postsAsPeople, teamOfPost } from '../posts-as-people.ts';
import { strategy } from './plan.ts';

const corporate = 'Corporate Services';
const finance = 'Finance and Transformation';
type Directorate = typeof corporate | typeof finance;

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

export const { people, directory } = postsAsPeople({
  site: 'stockton-on-tees',
  posts,
  notInstalled: 'p-recruitment',
});

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

export const teamOf = (owner: string): string => teamOfPost(posts, owner);

// Posts as Teams and People rows, and as the directory local Microsoft 365 keeps. Nobody is away
// and nobody has a conversation yet: the bot fills that in.
import { newRow } from '../../registers/new-row.ts';
import type { Row } from '../../registers/registers.ts';
import type { DirectoryEntry } from '../sample-council.ts';
import { guidFor } from '../steady.ts';
import { plan } from './plan.ts';
import {
  chiefExecutive,
  type DirectorateCode,
  directorates,
  directors,
  notInstalled,
  performanceTeam,
  sampleTeams,
} from './posts.ts';

type Post = {
  readonly key: string;
  readonly post: string;
  readonly role: 'owner' | 'manager' | 'SMT' | 'performance team';
  readonly team: string | null;
  readonly manager: string | null;
  readonly deputy: string | null;
  readonly directorate: DirectorateCode;
};

const directorOf = (directorate: DirectorateCode): string => `p-director-${directorate}`;
const managerOf = (teamCode: string): string => `p-manager-${teamCode}`;
/** A director belongs to a team of their own, so that SMT hears by directorate. */
const leadershipOf = (directorate: DirectorateCode): string => `t-${directorate}-leadership`;
const teamKey = (code: string): string => `t-${code}`;
const directorateCodes = Object.keys(directorates) as DirectorateCode[];

/** The next in the ring; nobody, where there is only one. */
const nextIn = (ring: readonly string[], key: string): string | null =>
  ring.length < 2 ? null : (ring[(ring.indexOf(key) + 1) % ring.length] ?? null);

const owners = sampleTeams.flatMap((team): Post[] => {
  const ring = Object.keys(team.owners);
  return Object.entries(team.owners).map(([key, post]) => ({
    key,
    post,
    role: 'owner',
    team: teamKey(team.code),
    manager: managerOf(team.code),
    deputy: nextIn(ring, key),
    directorate: team.directorate,
  }));
});

const managers = sampleTeams.map((team): Post => {
  const peers = sampleTeams.filter((other) => other.directorate === team.directorate);
  return {
    key: managerOf(team.code),
    post: team.led,
    role: 'manager',
    team: teamKey(team.code),
    manager: directorOf(team.directorate),
    deputy: nextIn(
      peers.map((peer) => managerOf(peer.code)),
      managerOf(team.code),
    ),
    directorate: team.directorate,
  };
});

const seniorManagers: readonly Post[] = [
  // In no team: the Chief Executive hears of every directorate.
  {
    ...chiefExecutive,
    role: 'SMT',
    team: null,
    manager: null,
    deputy: null,
    directorate: 'resources',
  },
  ...directorateCodes.map((directorate): Post => {
    return {
      key: directorOf(directorate),
      post: directors[directorate],
      role: 'SMT',
      team: leadershipOf(directorate),
      manager: chiefExecutive.key,
      deputy: null,
      directorate,
    };
  }),
];

const performers = Object.entries(performanceTeam.posts).map(([key, post]): Post => {
  return {
    key,
    post,
    role: 'performance team',
    team: teamKey(performanceTeam.code),
    manager: directorOf(performanceTeam.directorate),
    deputy: nextIn(Object.keys(performanceTeam.posts), key),
    directorate: performanceTeam.directorate,
  };
});

const posts: readonly Post[] = [...owners, ...managers, ...seniorManagers, ...performers];

const objectId = (key: string): string => guidFor(`stoke-on-trent/${key}`);
const upn = (post: string): string =>
  `${post
    .toLowerCase()
    .replaceAll("'", '')
    .split(' ')
    .filter((word) => !['of', 'and'].includes(word))
    .join('.')}@stoke-on-trent.example`;

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
  ...sampleTeams.map((team) =>
    newRow('teams', {
      key: teamKey(team.code),
      title: team.name,
      plan,
      directorate: directorates[team.directorate],
      manager: managerOf(team.code),
    }),
  ),
  newRow('teams', {
    key: teamKey(performanceTeam.code),
    title: performanceTeam.name,
    plan,
    directorate: directorates[performanceTeam.directorate],
    manager: 'p-performance',
  }),
  ...directorateCodes.map((directorate) =>
    newRow('teams', {
      key: leadershipOf(directorate),
      title: `${directorates[directorate]} leadership`,
      plan,
      directorate: directorates[directorate],
      manager: directorOf(directorate),
    }),
  ),
];

/** The team a measure's owner is in. Throws where no such owner is in the sample. */
export const teamOfOwner = (key: string): string => {
  const team = owners.find((owner) => owner.key === key)?.team;
  if (!team) throw new Error(`No measure owner ${key} in the sample.`);
  return team;
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
  department: directorates[post.directorate],
  installed: post.key !== notInstalled,
  // A third are served from another Teams region, whose service address differs.
  ...(index % 3 === 1 ? { region: 'emea' as const } : {}),
}));

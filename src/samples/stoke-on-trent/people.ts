// Who there is: made-up posts, never people, and their teams.
import { newRow } from '../../registers/new-row.ts';
import type { Row } from '../../registers/registers.ts';
import { nextIn, type Post, postsAsPeople, teamOfPost } from '../posts-as-people.ts';
import { plan } from './plan.ts';
import {
  chiefExecutive,
  type DirectorateCode,
  directorates,
  directors,
  notInstalled,
  performanceTeam,
  sampleTeams,
  statutory,
} from './posts.ts';

const directorOf = (directorate: DirectorateCode): string => `p-director-${directorate}`;
const managerOf = (teamCode: string): string => `p-manager-${teamCode}`;
/** A director belongs to a team of their own, so that SMT hears by directorate. */
const leadershipOf = (directorate: DirectorateCode): string => `t-${directorate}-leadership`;
const teamKey = (code: string): string => `t-${code}`;
const directorateCodes = Object.keys(directorates) as DirectorateCode[];

const owners = sampleTeams.flatMap((team): Post[] => {
  const ring = Object.keys(team.owners);
  return Object.entries(team.owners).map(([key, post]) => ({
    key,
    post,
    role: 'owner',
    team: teamKey(team.code),
    manager: managerOf(team.code),
    deputy: nextIn(ring, key),
    directorate: directorates[team.directorate],
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
    directorate: directorates[team.directorate],
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
    directorate: directorates.resources,
  },
  ...directorateCodes.map((directorate): Post => {
    return {
      key: directorOf(directorate),
      post: directors[directorate],
      role: 'SMT',
      team: leadershipOf(directorate),
      manager: chiefExecutive.key,
      deputy: null,
      directorate: directorates[directorate],
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
    directorate: directorates[performanceTeam.directorate],
  };
});

const posts: readonly Post[] = [...owners, ...managers, ...seniorManagers, ...performers].map(
  (each) => {
    const also = statutory[each.post];
    return also === undefined ? each : { ...each, also };
  },
);

export const { people, directory } = postsAsPeople({ site: 'stoke-on-trent', posts, notInstalled });

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

export const teamOfOwner = (owner: string): string => teamOfPost(owners, owner);

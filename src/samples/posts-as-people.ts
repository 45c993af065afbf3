// Made-up posts as the People register and as the directory local Microsoft 365 keeps. Nobody is away
// and nobody has a conversation yet: the bot fills that in.
import { newRow } from '../registers/new-row.ts';
import type { Row } from '../registers/registers.ts';
import type { DirectoryEntry } from './sample-council.ts';
import { guidFor } from './steady.ts';

export type Post = {
  readonly key: string;
  readonly post: string;
  readonly role: 'owner' | 'manager' | 'SMT' | 'performance team';
  readonly team: string | null;
  readonly manager: string | null;
  readonly deputy: string | null;
  /** By its name. */
  readonly directorate: string;
  /** What the law has one post hold besides. */
  readonly also?: 'section 151 officer' | 'monitoring officer';
};

type Posts = {
  readonly site: string;
  readonly posts: readonly Post[];
  /** The app was never installed for this owner, so that a person who cannot be reached is seen. */
  readonly notInstalled: string;
};

type People = {
  readonly people: readonly Row<'people'>[];
  readonly directory: readonly DirectoryEntry[];
};

export const postsAsPeople = ({ site, posts, notInstalled }: Posts): People => ({
  people: posts.map(({ key, post, role, also, team, manager, deputy }) =>
    newRow('people', {
      key,
      title: post,
      objectId: guidFor(`${site}/${key}`),
      upn: upnOf(post, site),
      roles: also === undefined ? [role] : [role, also],
      team,
      manager,
      deputy,
    }),
  ),
  directory: posts.map(({ key, post, role, directorate }, index) => ({
    id: guidFor(`${site}/${key}`),
    displayName: post,
    userPrincipalName: upnOf(post, site),
    jobTitle: jobTitles[role],
    department: directorate,
    installed: key !== notInstalled,
    // A third are served from another Teams region, whose service address differs.
    ...(index % 3 === 1 ? { region: 'emea' as const } : {}),
  })),
});

/** The next in the ring; nobody, where there is only one. */
export const nextIn = (ring: readonly string[], key: string): string | null =>
  ring.length < 2 ? null : (ring[(ring.indexOf(key) + 1) % ring.length] ?? null);

/** The team of a measure's owner. Throws where no such post is in the sample. */
export const teamOfPost = (posts: readonly Post[], owner: string): string => {
  const team = posts.find(({ key }) => key === owner)?.team;
  if (!team) throw new Error(`No measure owner ${owner} in the sample.`);
  return team;
};

const upnOf = (post: string, site: string): string =>
  `${post
    .toLowerCase()
    .replaceAll("'", '')
    .split(' ')
    .filter((word) => !['of', 'and'].includes(word))
    .join('.')}@${site}.example`;

const jobTitles = {
  owner: 'Measure owner',
  manager: 'Manager',
  SMT: 'SMT',
  'performance team': 'Performance team',
} as const;

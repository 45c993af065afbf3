// Whether the app holds a permission: by its token, and, since that may say more or less than is so, by using it as
// the app does, on people who are in People. Nothing is changed by any of it.
import { decodeJwt } from 'jose';
import type { Permission } from '../../permissions.ts';
import { openDirectory } from '../../sharepoint/graph/directory.ts';
import { GraphFault } from '../../sharepoint/graph/graph-fault.ts';
import { openGroups } from '../../sharepoint/graph/groups.ts';
import { rolesIn } from './look-at-sign-in.ts';
import { type Patient, restScopeOf } from './patient.ts';

export type Tried = {
  readonly patient: Patient;
  /** As the app's token for Graph says. */
  readonly roles: readonly string[];
};

/** Whether it is held: `wider`, by another's leave; `refused`, though the token says so; `unknown` where nothing can tell. */
type Held = 'yes' | 'wider' | 'no' | 'refused' | 'unknown';

/** `people`: accounts to try it on. Rejects with a GraphFault where it could not be tried. */
export const howHeld = async (
  { name, of, kind }: Permission,
  { patient, roles }: Tried,
  people: readonly string[],
): Promise<Held> => {
  if (kind !== 'application') return 'unknown';
  if (of === 'SharePoint') return (await restRoles(patient)).includes(name) ? 'yes' : 'no';
  const said = roles.includes(name);
  const tried = await tries[name]?.(patient, people);
  if (tried === undefined || tried === null) return said ? 'yes' : 'no';
  if (tried) return !said && roles.some((role) => wider[name]?.test(role)) ? 'wider' : 'yes';
  return said ? 'refused' : 'no';
};

/**
 * What lets the app do the same and more, where that is known: else it may have leave by no consent at all, as
 * for some mailboxes in Exchange.
 */
const wider: Readonly<Record<string, RegExp>> = {
  'User.ReadBasic.All': /^(User|Directory)\.Read(Write)?\.All$/,
};

/** Whether it was let; null where there was nobody to try it on. */
type Try = (patient: Patient, people: readonly string[]) => Promise<boolean | null>;

/** People that a permission is tried on, at most. */
export const mostTried = 20;

const tries: Readonly<Record<string, Try>> = {
  'User.ReadBasic.All': async ({ graph }, people) =>
    people.length === 0 ? null : (await openDirectory(graph).gone(people.slice(0, 1))) !== null,
  'MailboxSettings.Read': async ({ graph }, people) =>
    people.length === 0
      ? null
      : (await openDirectory(graph).away(people.slice(0, mostTried))) !== null,
  'GroupMember.Read.All': async ({ graph, config }) => {
    const [first] = config.roleGroups;
    return first === undefined
      ? null
      : (await openGroups(graph).members(first.group)) !== 'not granted';
  },
  'TeamsAppInstallation.ReadWriteSelfForUser.All': async ({ graph, config }, people) => {
    const [person] = people;
    if (person === undefined || config.teamsAppId === null) return null;
    const of = encodeURIComponent(`teamsApp/id eq '${config.teamsAppId}'`);
    return isLet(graph.read(`/users/${person}/teamwork/installedApps?$filter=${of}`, 0));
  },
};

/** A person who is not there, or a policy that keeps the app from one, is no want of leave. */
const isLet = async (asked: Promise<unknown>): Promise<boolean> => {
  try {
    await asked;
    return true;
  } catch (error) {
    if (
      !(error instanceof GraphFault) ||
      error.kind === 'unreachable' ||
      error.kind === 'throttled'
    )
      throw error;
    return !(error.status === 403 && /missing (role|scope) permissions/i.test(error.said ?? ''));
  }
};

/** None where SharePoint's own interface gives the app no token. */
export const restRoles = async ({ tokens, config }: Patient): Promise<readonly string[]> => {
  const token = await tokens(restScopeOf(config))().catch(() => null);
  return token === null ? [] : rolesIn(decodeJwt(token));
};

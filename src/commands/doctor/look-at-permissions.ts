// Each permission of src/permissions.ts, tried as the app uses it, on people who are in People; and what
// the app holds besides, which it does not need. Nothing is changed by any of it.
import { decodeJwt } from 'jose';
import { type Permission, permissions } from '../../permissions.ts';
import { registers } from '../../registers/registers.ts';
import { isAccount } from '../../sharepoint/graph/account-id.ts';
import { openDirectory } from '../../sharepoint/graph/directory.ts';
import { GraphFault } from '../../sharepoint/graph/graph-fault.ts';
import { openGroups } from '../../sharepoint/graph/groups.ts';
import type { SiteFound } from '../../sharepoint/rows/site-found.ts';
import { type Finding, notTried, off, ok, warns } from './finding.ts';
import { rolesIn } from './look-at-sign-in.ts';
import { type Patient, restScopeOf } from './patient.ts';

type Asked = {
  readonly patient: Patient;
  /** As the app's token for Graph says. */
  readonly roles: readonly string[];
  readonly site: SiteFound | null;
};

export const lookAtPermissions = async (asked: Asked): Promise<readonly Finding[]> => {
  const people = await accountsIn(asked);
  const findings: Finding[] = [];
  for (const permission of permissions) findings.push(await lookAt(permission, asked, people));
  return [
    ...findings,
    ...(await groupsNotThere(asked)),
    ...notNeeded(asked.roles, 'Microsoft Graph'),
    ...(await ofSharePoint(asked)),
  ];
};

/** Whether it is held: `wider`, by another's leave; `refused`, though the token says so; `unknown` where nothing can tell. */
type Held = 'yes' | 'wider' | 'no' | 'refused' | 'unknown';

const lookAt = async (
  permission: Permission,
  asked: Asked,
  people: readonly string[],
): Promise<Finding> => {
  const { name, of, feature, setting } = permission;
  const called = `${feature} (${name}${of === 'Microsoft Graph' ? '' : ` of ${of}`}, ${permission.kind})`;
  const [named = null] = setting?.split('=') ?? [];
  if (named !== null && isUnset(asked.patient.env[named]))
    return off(
      'permissions',
      `${called}: off, for ${named} is not set. ${permission.without}`,
      switchOn(permission),
    );
  const held = await isHeld(permission, asked, people).catch(notKnown);
  if (typeof held !== 'string') return notTried('permissions', `${called}: ${held.because}`);
  if (held === 'yes') return ok('permissions', `${called}: granted.`);
  if (held === 'wider')
    return warns(
      'permissions',
      `${called}: let by a wider permission. This one is enough.`,
      `Before that is taken away, ${grant(permission)}`,
    );
  if (held === 'refused')
    return warns(
      'permissions',
      `${called}: consented to, and refused all the same. ${permission.without}`,
      'Look for what narrows it: an application access policy or a role scope in Exchange, a conditional access policy in Entra.',
    );
  if (held === 'unknown') return notTried('permissions', `${called}: ${whyUnknown(permission)}`);
  return permission.optional
    ? off('permissions', `${called}: not granted. ${permission.without}`, switchOn(permission))
    : warns('permissions', `${called}: not granted. ${permission.without}`, grant(permission));
};

const isUnset = (value: string | undefined): boolean =>
  (value ?? '').trim() === '' || value === 'off';

const switchOn = (permission: Permission): string =>
  `To switch it on: ${permission.setting === null ? '' : `set ${permission.setting}; `}${grant(permission)}`;

const grant = ({ name, of, kind }: Permission): string =>
  kind === 'resource-specific'
    ? `it is declared in the Teams app and given as that is installed: upload the zip of npm run package.`
    : `in Entra, API permissions, add ${name} of ${of} (${kind}) and grant admin consent.`;

const whyUnknown = ({ kind }: Permission): string =>
  kind === 'delegated'
    ? 'asked for as whoever is signed in, so it cannot be tried here.'
    : 'given for each person as the app is installed for them, so it cannot be tried here.';

const isHeld = async (
  { name, of, kind }: Permission,
  { patient, roles }: Asked,
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

const mostTried = 20;

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

const notKnown = (error: unknown): { readonly because: string } => {
  if (error instanceof GraphFault) return { because: `could not be tried: ${error.message}.` };
  throw error;
};

/** A role whose group the directory does not know goes on as People has it. */
const groupsNotThere = async ({
  patient: { graph, config },
}: Asked): Promise<readonly Finding[]> => {
  const findings: Finding[] = [];
  for (const { role, group } of config.roleGroups) {
    const members = await openGroups(graph).members(group).catch(notKnown);
    if (members === 'no such group')
      findings.push(
        warns(
          'permissions',
          `The directory knows no group ${group}, which ROLE_GROUPS gives for ${role}: that role is as People has it.`,
          'In Entra, Groups, copy the Object id of the group into ROLE_GROUPS.',
        ),
      );
  }
  return findings;
};

/** Accounts of the first people in People; none where the list cannot be read. */
const accountsIn = async ({ patient: { graph }, site }: Asked): Promise<readonly string[]> => {
  const list = site?.lists.find(({ displayName }) => displayName === registers.people.list);
  if (site === null || list === undefined) return [];
  const path = `${site.path}/lists/${list.id}/items?$expand=fields($select=ObjectId)&$top=${mostTried}`;
  type Page = { readonly value: readonly { readonly fields?: { readonly ObjectId?: string } }[] };
  try {
    const { value } = await graph.read<Page>(path, 2);
    return value.map(({ fields }) => fields?.ObjectId ?? '').filter(isAccount);
  } catch (error) {
    if (error instanceof GraphFault) return [];
    throw error;
  }
};

/** None where SharePoint's own interface gives the app no token. */
const restRoles = async ({ tokens, config }: Patient): Promise<readonly string[]> => {
  const token = await tokens(restScopeOf(config))().catch(() => null);
  return token === null ? [] : rolesIn(decodeJwt(token));
};

/** Consent to more than is asked for is a risk the council carries for nothing. */
const notNeeded = (roles: readonly string[], of: Permission['of']): readonly Finding[] => {
  const needed = new Set<string>(
    permissions.filter((each) => each.kind === 'application').map(({ name }) => name),
  );
  return roles
    .filter((role) => !needed.has(role))
    .map((role) =>
      warns(
        'permissions',
        `The app holds ${role} of ${of}, which it does not need.`,
        'In Entra, API permissions, take it away.',
      ),
    );
};

const ofSharePoint = async ({ patient }: Asked): Promise<readonly Finding[]> => {
  const wide = (await restRoles(patient)).filter((role) => role.startsWith('Sites.'));
  return notNeeded(wide, 'SharePoint');
};

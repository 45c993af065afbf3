// What is said of each permission of src/permissions.ts, and of what the app holds besides, which it does not
// need. How one is tried is try-permission.ts's.
import { type Permission, permissions } from '../../permissions.ts';
import { registers } from '../../registers/registers.ts';
import { isAccount } from '../../sharepoint/graph/account-id.ts';
import { GraphFault } from '../../sharepoint/graph/graph-fault.ts';
import { openGroups } from '../../sharepoint/graph/groups.ts';
import type { SiteFound } from '../../sharepoint/rows/site-found.ts';
import { type Finding, notTried, off, ok, warns } from './finding.ts';
import { howHeld, mostTried, restRoles, type Tried } from './try-permission.ts';

type Asked = Tried & { readonly site: SiteFound | null };

/** One finding for each permission; then groups that are not there, and leave that is not needed. */
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
  const held = await howHeld(permission, asked, people).catch(notKnown);
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

// Once an hour, asks the directory who is in the groups that give roles, and puts down in People what changed.
// What a group may give and take is decided in rules/roles-by-group.ts; rights follow from People.
import {
  type InGroup,
  type NotBelieved,
  type RoleGroup,
  type RolesByGroup,
  rolesByGroup,
} from '../rules/roles-by-group.ts';
import { accept } from './accept.ts';
import type { Groups } from './accounts-port.ts';
import { change } from './change.ts';
import type { Entry, Ports } from './ports.ts';

export type FollowGroups = {
  /** Does nothing twice within an hour of the council's; after a fault it is asked again in the next. */
  follow(): Promise<void>;
  /** What keeps groups from being asked or believed, in sentences for /health. */
  troubles(): readonly string[];
};

const notPermitted =
  'Roles do not follow groups of the directory: the app has not been granted GroupMember.Read.All. Roles, in the People list, say who may do what.';

export const openFollowGroups = (
  ports: Ports,
  groups: Groups,
  mapped: readonly RoleGroup[],
): FollowGroups => {
  let tried = '';
  let troubles: readonly string[] = [];
  return {
    troubles: () => troubles,
    follow: async () => {
      const now = ports.clock.now();
      const hour = now.round({ smallestUnit: 'hour', roundingMode: 'floor' }).toInstant();
      if (mapped.length === 0 || tried === hour.toString()) return;
      tried = hour.toString();
      const { read, wanting } = await readAll(groups, mapped);
      // Worked out from what stands when the answer is there.
      const found = rolesByGroup(ports.replica.registers(), read, now.toPlainDate());
      troubles = [...wanting, ...found.notBelieved.map(doubtWords)];
      await accept(ports, found.changes.map(rolesEntry(ports, hour)));
    },
  };
};

type Reading = { readonly read: readonly InGroup[]; readonly wanting: readonly string[] };

const readAll = async (groups: Groups, mapped: readonly RoleGroup[]): Promise<Reading> => {
  const read: InGroup[] = [];
  const wanting: string[] = [];
  for (const { role, group } of mapped) {
    const members = await groups.members(group);
    // It is granted for all groups or for none.
    if (members === 'not granted') return { read: [], wanting: [notPermitted] };
    if (members === 'no such group') wanting.push(missingWords(role));
    else read.push({ role, members });
  }
  return { read, wanting };
};

const missingWords = (role: string): string =>
  `Who has the role ${role} does not follow its group: the directory knows no group of the id given for it in ROLE_GROUPS. Roles, in the People list, stands until that is put right.`;

const doubtWords = ({ role, loses, of }: NotBelieved): string =>
  `By its group ${loses} of the ${of} ${of === 1 ? 'person' : 'people'} with the role ${role} would lose it, so the group is not believed. Check its members, its id in ROLE_GROUPS and the Entra object ids in the People list.`;

/** Once an hour for each person: what is put back by hand stands until the next. */
const rolesEntry =
  ({ clock }: Pick<Ports, 'clock'>, hour: Temporal.Instant) =>
  ({ person: { key }, roles }: RolesByGroup['changes'][number]): Entry => ({
    key: `groups|${key}|${hour.toString()}`,
    by: null,
    at: clock.now().toInstant(),
    changes: [change('people', key, { roles })],
    message: null,
    journal: { source: 'product', why: 'The directory group says so' },
  });

// Which roles people have by the groups they are in, for the roles that a council has mapped to a group, and
// which groups are not believed. When the directory is asked is follow-groups'.
import type { Person, PersonRole } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { fold, sameKey } from '../registers/same-key.ts';
import { hasLeft } from './away.ts';

/** A role of People, and the group of the directory's whose people have it. */
export type RoleGroup = { readonly role: PersonRole; readonly group: string };

/** Who is in the group of a role, by Entra object id. */
export type InGroup = { readonly role: PersonRole; readonly members: readonly string[] };

/** A group that is not followed: `loses` of the `of` people who have its role would lose it. */
export type NotBelieved = {
  readonly role: PersonRole;
  readonly loses: number;
  readonly of: number;
};

export type RolesByGroup = {
  /** Whose roles are to change, and to what. */
  readonly changes: readonly { readonly person: Person; readonly roles: readonly string[] }[];
  readonly notBelieved: readonly NotBelieved[];
};

/** From no more than so many a group may take a role whole, where it gives it to somebody else. */
const few = 3;

/**
 * Whoever of People is in the group of a role has it, and whoever is not loses it; other roles stay, and so
 * does whoever has left. Not believed: a group with nobody of People in it while somebody has the role, and
 * one that would take the role from more than half of several.
 */
export const rolesByGroup = (
  { people }: Pick<Registers, 'people'>,
  groups: readonly InGroup[],
  today: Temporal.PlainDate,
): RolesByGroup => {
  const here = [...people.values()].filter((each) => !hasLeft(each, today));
  const counted = groups.map((group) => countedIn(here, group));
  const believed = counted.filter((each) => !isDoubted(each));
  const changes = here.flatMap((person) => {
    const roles = believed.reduce<readonly string[]>(
      (held, { role, isIn }) => withRole(held, role, isIn(person)),
      person.roles,
    );
    return roles === person.roles ? [] : [{ person, roles }];
  });
  const notBelieved = counted
    .filter(isDoubted)
    .map(({ role, losing, having }) => ({ role, loses: losing, of: having }));
  return { changes, notBelieved };
};

const countedIn = (here: readonly Person[], { role, members }: InGroup) => {
  const ids = new Set(members.map(fold));
  const isIn = ({ objectId }: Person): boolean => objectId !== '' && ids.has(fold(objectId));
  const having = here.filter(({ roles }) => has(roles, role));
  return {
    role,
    isIn,
    inIt: here.filter(isIn).length,
    having: having.length,
    losing: having.filter((each) => !isIn(each)).length,
  };
};

const isDoubted = ({ inIt, having, losing }: ReturnType<typeof countedIn>): boolean =>
  (inIt === 0 && having > 0) || (having > few && losing > having / 2);

const has = (roles: readonly string[], role: PersonRole): boolean =>
  roles.some((held) => sameKey(held.trim(), role));

/** The same roles where nothing changes. */
const withRole = (roles: readonly string[], role: PersonRole, isIn: boolean): readonly string[] => {
  if (has(roles, role) === isIn) return roles;
  return isIn ? [...roles, role] : roles.filter((held) => !sameKey(held.trim(), role));
};

// Who has a role because a group of the directory's says so: what a group gives and takes, what it leaves
// alone, and when it is not believed.
import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/registers/people.ts';
import { type InGroup, rolesByGroup } from '../../src/rules/roles-by-group.ts';
import { registersOf } from './table-of.ts';

const today = Temporal.PlainDate.from('2020-10-05');
const performance = 'performance team';

/** What changes, person by person, and which groups were not believed. */
const follow = (people: readonly Partial<Person>[], ...groups: readonly InGroup[]) => {
  const { changes, notBelieved } = rolesByGroup(registersOf({ people }), groups, today);
  return {
    changes: Object.fromEntries(changes.map(({ person, roles }) => [person.key, roles])),
    notBelieved,
  };
};
/** `p1` to `pn`, each in the performance team, with `a1` to `an` for their accounts. */
const several = (n: number): readonly Partial<Person>[] =>
  Array.from({ length: n }, (_, at) => ({
    key: `p${at + 1}`,
    objectId: `a${at + 1}`,
    roles: [performance],
  }));

describe('the group of a role', () => {
  it('gives it to whoever of People is in it, and takes it from whoever is not', () => {
    const people = [
      { key: 'ann', objectId: 'a', roles: [performance, 'manager'] },
      { key: 'bob', objectId: 'b', roles: ['owner'] },
      { key: 'cat', objectId: 'c', roles: [performance] },
    ];
    expect(follow(people, { role: performance, members: ['b', 'c', 'stranger'] })).toEqual({
      changes: { ann: ['manager'], bob: ['owner', performance] },
      notBelieved: [],
    });
  });
  it('has no say in other roles, which stay as the list has them', () => {
    const people = [{ key: 'ann', objectId: 'a', roles: ['SMT', 'monitoring officer'] }];
    expect(follow(people, { role: 'SMT', members: ['a'] }).changes).toEqual({});
    expect(follow(people, { role: 'manager', members: ['a'] }).changes).toEqual({
      ann: ['SMT', 'monitoring officer', 'manager'],
    });
  });
  it('is looked up without case, as ids and roles typed by hand may be in any', () => {
    const people = [
      { key: 'ann', objectId: 'AB', roles: [' smt '] },
      { key: 'bob', objectId: 'cd', roles: ['Smt'] },
    ];
    expect(follow(people, { role: 'SMT', members: ['ab', 'CD'] })).toEqual({
      changes: {},
      notBelieved: [],
    });
  });
  it('gives nothing to a post whose account is not known', () => {
    const people = [{ key: 'post', objectId: '', roles: [] }];
    expect(follow(people, { role: 'SMT', members: [''] }).changes).toEqual({});
  });
  it('leaves alone whoever has left, and not whoever is to leave tomorrow', () => {
    const people = [
      { key: 'gone', objectId: 'g', roles: [performance], leftOn: today },
      { key: 'back', objectId: 'k', roles: [], leftOn: today },
      { key: 'going', objectId: 'n', roles: [], leftOn: today.add({ days: 1 }) },
    ];
    expect(follow(people, { role: performance, members: ['k', 'n'] }).changes).toEqual({
      going: [performance],
    });
  });
  it('decides each role by itself where somebody is in several', () => {
    const people = [{ key: 'ann', objectId: 'a', roles: ['owner'] }];
    const groups = [
      { role: performance, members: ['a'] },
      { role: 'SMT', members: ['a'] },
    ] as const;
    expect(follow(people, ...groups).changes).toEqual({ ann: ['owner', performance, 'SMT'] });
  });
});

describe('a group is not believed', () => {
  it('that is empty, while somebody has the role', () => {
    expect(follow(several(1), { role: performance, members: [] })).toEqual({
      changes: {},
      notBelieved: [{ role: performance, loses: 1, of: 1 }],
    });
    expect(follow(several(1), { role: 'SMT', members: [] }).notBelieved).toEqual([]);
  });
  it('that holds nobody of People: it is another group, or their ids are others', () => {
    const { changes, notBelieved } = follow(several(2), { role: performance, members: ['x'] });
    expect(changes).toEqual({});
    expect(notBelieved).toEqual([{ role: performance, loses: 2, of: 2 }]);
  });
  it('that would take the role from more than half of four or more', () => {
    const most = follow(several(5), { role: performance, members: ['a1', 'a2'] });
    expect(most).toEqual({ changes: {}, notBelieved: [{ role: performance, loses: 3, of: 5 }] });
    const four = follow(several(4), { role: performance, members: ['a1'] });
    expect(four.notBelieved).toEqual([{ role: performance, loses: 3, of: 4 }]);
    const half = follow(several(4), { role: performance, members: ['a1', 'a2'] });
    expect(half).toEqual({ changes: { p3: [], p4: [] }, notBelieved: [] });
    const few = follow(several(3), { role: performance, members: ['a1'] });
    expect(few).toEqual({ changes: { p2: [], p3: [] }, notBelieved: [] });
  });
  it('and another is all the same', () => {
    const groups = [
      { role: performance, members: [] },
      { role: 'SMT', members: ['a1'] },
    ] as const;
    expect(follow(several(2), ...groups).changes).toEqual({ p1: [performance, 'SMT'] });
  });
});

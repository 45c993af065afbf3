// Roles that follow groups of the directory: asked once an hour, told in the Journal, and off in a sentence
// where the app may not ask. Asked of local Microsoft 365 in test/journeys/role-groups.test.ts.
import { describe, expect, it } from 'vitest';
import { openPermitted } from '../../src/instance/permitted.ts';
import type { RoleGroup } from '../../src/rules/roles-by-group.ts';
import { accept } from '../../src/use-cases/accept.ts';
import type { NotRead } from '../../src/use-cases/accounts-port.ts';
import { change } from '../../src/use-cases/change.ts';
import type { Ports } from '../../src/use-cases/ports.ts';
import { registersOf } from '../rules/table-of.ts';
import { councilWith } from './given-ports.ts';
import { ownOutbox } from './own-outbox.ts';

const own = ownOutbox();
const mapped: readonly RoleGroup[] = [{ role: 'performance team', group: 'performers' }];

type Directory = { [group: string]: readonly string[] | NotRead | 'away' };

/** The head alone is of the performance team; the directory says who is in its groups. */
const council = (directory: Directory, roleGroups = mapped) => {
  const still = councilWith(
    own.outbox,
    registersOf({
      people: [
        { key: 'head', objectId: 'h', roles: ['owner', 'performance team'] },
        { key: 'officer', objectId: 'o', roles: [] },
      ],
    }),
  );
  let now = still.clock.now();
  const ports = { ...still, clock: { now: () => now } } as Ports;
  const asked: string[] = [];
  const groups = {
    members: async (group: string) => {
      asked.push(group);
      const said = directory[group] ?? 'no such group';
      if (said === 'away') throw new Error('Graph is away.');
      return said;
    },
  };
  const nobody = { gone: async () => [], away: async () => [] };
  const open = () => openPermitted(ports, nobody, { roles: { of: groups, mapped: roleGroups } });
  let permitted = open();
  return {
    asked,
    /** A beat of the lease-holder's, so many minutes later. */
    beat: async (minutes = 0) => {
      now = now.add({ minutes });
      await permitted.beats.askDirectory?.();
    },
    restart: () => {
      permitted = open();
    },
    health: () => permitted.troubles(),
    rolesOf: (person: string) => ports.replica.registers().people.get(person)?.roles,
    byHand: (person: string, roles: readonly string[]) =>
      accept(ports, [
        {
          key: 'by hand',
          by: 'head',
          at: now.toInstant(),
          changes: [change('people', person, { roles })],
          message: null,
        },
      ]),
    told: () =>
      [...ports.replica.registers().journal.values()].map(({ row, by, from, to, why }) =>
        [row, by ?? 'product', from, to, why].join(' / '),
      ),
  };
};

describe('a role with a group', () => {
  it('is theirs who are in it: it waits to be written to People, and the Journal says why', async () => {
    const here = council({ performers: ['h', 'o', 'somebody else'] });
    await here.beat();
    expect(here.rolesOf('officer')).toEqual(['performance team']);
    expect(here.health()).toEqual([]);
    expect(here.told()).toEqual([
      'People: officer / product / Roles: blank / Roles: performance team / The directory group says so',
    ]);
    const waiting = await own.outbox.pending(100);
    expect(waiting.filter(({ register }) => register === 'people')).toMatchObject([
      { key: 'officer', set: { roles: ['performance team'] }, by: null },
    ]);
  });
  it('is asked for once an hour, and what was put back by hand stands until the next', async () => {
    const here = council({ performers: ['h', 'o'] });
    await here.beat();
    await here.byHand('officer', ['SMT']);
    await here.beat(10);
    expect(here.asked).toHaveLength(1);
    here.restart();
    await here.beat();
    expect(here.rolesOf('officer')).toEqual(['SMT']);
    expect(here.told()).toHaveLength(1);
    await here.beat(60);
    expect(here.rolesOf('officer')).toEqual(['SMT', 'performance team']);
  });
});

describe('roles stay as People has them, and /health says why', () => {
  const alsoSmt: readonly RoleGroup[] = [{ role: 'SMT', group: 'seniors' }, ...mapped];

  it('where the app has not been granted to ask, until it is', async () => {
    const directory: Directory = { seniors: 'not granted', performers: 'not granted' };
    const here = council(directory, alsoSmt);
    await here.beat();
    expect(here.health()).toEqual([
      expect.stringContaining('has not been granted GroupMember.Read.All'),
    ]);
    expect(here.rolesOf('head')).toEqual(['owner', 'performance team']);
    expect(here.told()).toEqual([]);
    Object.assign(directory, { seniors: [], performers: ['h', 'o'] });
    await here.beat(60);
    expect(here.health()).toEqual([]);
    expect(here.rolesOf('officer')).toEqual(['performance team']);
  });
  it('where there is no such group, and the other groups are followed', async () => {
    const here = council({ performers: ['o', 'h'] }, alsoSmt);
    await here.beat();
    expect(here.health()).toEqual([
      expect.stringContaining('Who has the role SMT does not follow its group'),
    ]);
    expect(here.rolesOf('officer')).toEqual(['performance team']);
  });
  it('where the group has been emptied', async () => {
    const here = council({ performers: [] });
    await here.beat();
    expect(here.health()).toEqual([
      expect.stringContaining('By its group 1 of the 1 person with the role performance team'),
    ]);
    expect(here.told()).toEqual([]);
  });
  it('where one group of two cannot be asked about, and the next hour asks again', async () => {
    const directory: Directory = { seniors: ['o'], performers: 'away' };
    const here = council(directory, alsoSmt);
    await expect(here.beat()).rejects.toThrow('away');
    expect(here.told()).toEqual([]);
    directory['performers'] = ['h'];
    await here.beat(60);
    expect(here.rolesOf('officer')).toEqual(['SMT']);
  });
  it('and with no group mapped, nothing is asked', async () => {
    const here = council({ performers: ['o'] }, []);
    await here.beat();
    expect([here.asked, here.health()]).toEqual([[], []]);
  });
});

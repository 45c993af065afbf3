// The council decides in Entra who is of the performance team: a group says so, and within the hour what the
// tab opens to people, and what People and the Journal say, follow it.
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandSettings } from '../../src/commands/command-settings.ts';
import { lookAtPermissions } from '../../src/commands/doctor/look-at-permissions.ts';
import { lookAtSignIn } from '../../src/commands/doctor/look-at-sign-in.ts';
import { patientOf } from '../../src/commands/doctor/patient.ts';
import { appEnvironment } from '../../src/commands/local-settings.ts';
import { appId } from '../../src/local/ids.ts';
import { type House, openHouse } from '../given.ts';
import { ask } from './seat.ts';
import { smallCouncil } from './small-council.ts';
import { whatCameOf } from './what-came-of-it.ts';

const group = 'aaaaaaaa-0000-4000-8000-000000000001';
const withinIt = 'aaaaaaaa-0000-4000-8000-000000000002';
const unknown = 'aaaaaaaa-0000-4000-8000-00000000000f';
let house: House;
const { row } = whatCameOf(() => house);
beforeAll(async () => {
  house = await openHouse(smallCouncil(['p-voids']), { roleGroups: `performance team=${group}` });
});
afterAll(() => house.close());

const put = (id: string, ...members: readonly string[]) =>
  ask('PUT', `${house.localUrl}/local/directory/groups/${id}`, { members });
const inTheTab = async (person: string, path: string) => {
  const authorization = `Bearer ${await house.tabToken(person)}`;
  return fetch(`${house.appUrl}/api${path}`, { headers: { authorization } });
};
const mayRunTheCycle = async (person: string): Promise<boolean> => {
  const { status } = await inTheTab(person, '/cycle');
  expect([200, 403]).toContain(status);
  return status === 200;
};
const health = async (): Promise<string> =>
  JSON.stringify(await (await fetch(`${house.appUrl}/health`)).json());

test('a group nobody made yet changes nothing, and /health says so', async () => {
  await house.app.beatNow();
  await expect.poll(health).toContain('the role performance team does not follow its group');
  expect(await mayRunTheCycle('p-performance-analyst')).toBe(true);
});

test('who is put into it runs the cycle within the hour, and who is taken out does so no more', async () => {
  await put(withinIt, house.objectIdOf('p-voids'));
  await put(group, house.objectIdOf('p-performance'), withinIt);
  await house.moveClockTo('2020-10-01T10:00');
  await expect.poll(() => mayRunTheCycle('p-voids')).toBe(true);
  expect(await mayRunTheCycle('p-performance-analyst')).toBe(false);
  expect(await health()).not.toContain('performance team');
  expect((await row('People', 'p-voids'))['Roles']).toContain('performance team');
  expect((await row('People', 'p-performance-analyst'))['Roles'] ?? '').not.toContain(
    'performance',
  );
  const told = (await house.list('Journal')).filter(
    ({ Why }) => Why === 'The directory group says so',
  );
  expect(told.map(({ Row }) => Row).sort()).toEqual([
    'People: p-performance-analyst',
    'People: p-voids',
  ]);
});

test('doctor tries the permission and names a group that is not there, where ROLE_GROUPS is set', async () => {
  const name = 'roles by groups (GroupMember.Read.All, application)';
  const both = { ROLE_GROUPS: `performance team=${group}; SMT=${unknown}` };
  const granted = await doctorSays(both);
  expect(granted).toContain(`ok ${name}: granted.`);
  expect(granted).toMatch(new RegExp(`warns The directory knows no group ${unknown},.+ for SMT`));
  expect(granted).not.toContain(`no group ${group}`);
  expect(await doctorSays({})).toContain(`off ${name}: off, for ROLE_GROUPS is not set.`);
  await ask('PUT', `${house.localUrl}/local/apps/${appId}`, { roles: ['Sites.Selected'] });
  expect(await doctorSays(both)).toContain(`off ${name}: not granted. Roles, in People, says`);
});

/** What it says of permissions, a line each. */
const doctorSays = async (settings: Record<string, string>): Promise<string> => {
  const [port = 0, localPort = 0] = [house.appUrl, house.localUrl].map((url) =>
    Number(new URL(url).port),
  );
  const dataFolder = path.dirname(house.dataFolder);
  const env = {
    ...appEnvironment({ port, localPort, dataFolder, site: house.council.site }),
    ...settings,
  };
  const patient = patientOf(commandSettings(env), env);
  const { roles } = await lookAtSignIn(patient);
  const findings = await lookAtPermissions({ patient, site: null, roles: roles ?? [] });
  return findings.map(({ standing, words }) => `${standing} ${words}`).join('\n');
};

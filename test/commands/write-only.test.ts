// What `npm start` opens: lists made by an administrator, and an app that may write their rows and no
// more. A quarter needs nothing else; making lists does.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { provision } from '../../src/commands/provision.ts';
import { Unable } from '../../src/commands/unable.ts';
import { administratorHere, appId, tenantId } from '../../src/local/ids.ts';
import { type House, openHouse } from '../given.ts';
import { answerAll } from '../journeys/answering.ts';
import { deleteList } from '../journeys/lists-by-hand.ts';
import { cycle, smallCouncil } from '../journeys/small-council.ts';
import { whatCameOf } from '../journeys/what-came-of-it.ts';

let house: House;
const { row, ledger } = whatCameOf(() => house);
beforeAll(async () => {
  house = await openHouse(smallCouncil(['p-voids', 'p-rents']));
});
afterAll(() => house.close());

const graph = async (clientId: string, address: string, body?: object) => {
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: 'local' };
  const scope = 'https://graph.microsoft.com/.default';
  const signedIn = await fetch(`${house.localUrl}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({ ...form, scope }),
  });
  const { access_token: token } = (await signedIn.json()) as { access_token: string };
  const [method = '', below = ''] = address.split(' ');
  const site = `${house.localUrl}/v1.0/sites/localhost:/sites/${house.council.site}:`;
  const answer = await fetch(`${site}${below}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  // oxlint-disable-next-line typescript/no-explicit-any -- answers are looked into freely by tests
  return { status: answer.status, body: (await answer.json()) as any };
};

test('the app was granted write, and nothing beyond', async () => {
  const { body } = await graph(administratorHere, 'GET /permissions');
  expect(body.value).toMatchObject([{ grantedToIdentities: [{ application: { id: appId } }] }]);
  const one = await graph(administratorHere, `GET /permissions/${body.value[0].id}`);
  expect(one.body.roles).toEqual(['write']);
  const refused = await graph(appId, 'POST /lists', { displayName: 'Anything' });
  expect([refused.status, refused.body.error.code]).toEqual([403, 'accessDenied']);
});

test('a quarter goes from its opening to its close with that', async () => {
  await house.seat('p-voids').install();
  expect((await house.moveClock('next')).join()).toContain('Quarter 2 2020-21 opened');
  const [answered] = await answerAll(house.seat('p-voids'), house.council);
  expect((await row('Returns', String(answered?.return)))['State']).toBe('Returned');
  await house.moveClock('deadline');
  expect(await ledger('p-rents', 'Deadline')).toBe('Sent');
  await house.moveClockTo('2020-10-15T09:30');
  const [late] = (await house.list('Escalations')).filter((each) => each['Level'] === 'manager');
  expect(late).toBeDefined();
  await house.moveClock('close');
  expect(await row('Cycles', cycle)).toMatchObject({ State: 'Closed' });
  expect((await house.list('Report lines')).length).toBeGreaterThan(0);
});

const provisioned = async () => {
  const said: string[] = [];
  const env = { LOCAL_PORT: new URL(house.localUrl).port };
  await provision([], env, (line) => said.push(line)).catch((error: unknown) => {
    if (error instanceof Unable) said.push(error.message);
    else throw error;
  });
  return said.join('\n');
};

test('asked to make lists, the app says plainly that it may not, and what it would need', async () => {
  const { localUrl, council } = house;
  await deleteList({ localUrl, site: council.site, list: 'Closed days' });
  expect(await provisioned()).toContain(
    `The app may not make lists in localhost:/sites/${council.site}: it needs full control of this one site for the time it runs; take it away afterwards.`,
  );
  await fetch(`${localUrl}/local/sites/${council.site}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      displayName: council.name,
      grants: [{ app: appId, role: 'fullcontrol' }],
    }),
  });
  expect(await provisioned()).toContain('  Make the list Closed days');
});

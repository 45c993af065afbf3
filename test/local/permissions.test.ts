// Who may do what on a site and in a list: by consent, by grants, and as a person.
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { appId } from '../../src/local/ids.ts';
import { type Given, givenLocal, graphScope, owner, register } from './given.ts';

let given: Given;
let name: string;
let site: string;
let admin: { Authorization: string };
let person: { Authorization: string };

beforeAll(async () => {
  given = await givenLocal();
  admin = { Authorization: `Bearer ${await given.token(graphScope, 'local-administrator')}` };
  const overrides = { audience: 'https://graph.microsoft.com' };
  const { body } = await given.ask('POST /local/sign-in/token', { personId: owner.id, overrides });
  person = { Authorization: `Bearer ${body.token}` };
});

/** A site of its own for each test, with one list that holds one row. */
beforeEach(async () => {
  name = `site-${crypto.randomUUID()}`;
  site = `/sites/localhost:/sites/${name}:`;
  await grant();
  await given.graph(`POST ${site}/lists`, register('Measures'), admin);
  await given.graph(`POST ${site}/lists/Measures/items`, { fields: { Key: 'm' } }, admin);
});

const grant = (role?: string) =>
  given.ask(`PUT /local/sites/${name}`, {
    displayName: 'A council',
    grants: role ? [{ app: appId, role }] : [],
  });

const attempts = {
  'read the site': () => given.graph(`GET ${site.slice(0, -1)}`),
  'read the lists': () => given.graph(`GET ${site}/lists`),
  'read rows': () => given.graph(`GET ${site}/lists/Measures/items`),
  'hear of changes': () => given.graph(`GET ${site}/lists/Measures/items/delta`),
  'read versions': () => given.graph(`GET ${site}/lists/Measures/items/1/versions`),
  'add a row': () => given.graph(`POST ${site}/lists/Measures/items`, { fields: { Key: 'n' } }),
  'change a row': () =>
    given.graph(`PATCH ${site}/lists/Measures/items/1/fields`, { Title: 'Voids' }),
  'make a column': () =>
    given.graph(`POST ${site}/lists/Measures/columns`, { name: 'Colour', text: {} }),
  'make a list': () => given.graph(`POST ${site}/lists`, register('Plans')),
  'rename a list': () => given.graph(`PATCH ${site}/lists/Measures`, { description: 'x' }),
  'read grants': () => given.graph(`GET ${site}/permissions`),
};
const whatMayBeDone = async () => {
  const done: string[] = [];
  for (const [what, attempt] of Object.entries(attempts)) {
    const { status, body } = await attempt();
    if (status < 300) done.push(what);
    else expect([status, body.error.code, body.error.message]).toEqual(denied);
  }
  return done;
};
const denied = [403, 'accessDenied', 'Access denied'];
const all = Object.keys(attempts);

test.each([
  ['no grant', undefined, 0],
  ['read', 'read', 5],
  ['write', 'write', 7],
  ['owner', 'owner', 10],
  ['fullcontrol', 'fullcontrol', 11],
])('with %s the app may do just that', async (_words, role, many) => {
  await grant(role);
  expect(await whatMayBeDone()).toEqual(all.slice(0, many));
});

test('a batch is no way around it', async () => {
  await grant('write');
  const headers = { 'Content-Type': 'application/json' };
  const requests = [
    { id: '1', method: 'POST', url: `${site}/lists`, headers, body: register('Plans') },
    { id: '2', method: 'GET', url: `${site}/lists` },
  ];
  const { body } = await given.graph('POST /$batch', { requests });
  const statuses = body.responses.map((one: { id: string; status: number }) => [
    one.id,
    one.status,
  ]);
  expect(Object.fromEntries(statuses)).toEqual({ 1: 403, 2: 200 });
});

test('a site nobody said anything of is the app’s to change, and stays as it was granted', async () => {
  const fresh = `site-${crypto.randomUUID()}`;
  const lists = `/sites/localhost:/sites/${fresh}:/lists`;
  await given.ask(`PUT /local/sites/${fresh}`, { displayName: 'New' });
  expect((await given.graph(`POST ${lists}`, register('Plans'))).status).toBe(201);
  await grant('read');
  await given.ask(`PUT /local/sites/${name}`, { displayName: 'Renamed' });
  expect(await whatMayBeDone()).toEqual(all.slice(0, 5));
});

test('an administrator grants the app a role, changes it, and takes it away', async () => {
  const application = { id: appId, displayName: 'Golden Thread' };
  const asked = { roles: ['write'], grantedToIdentities: [{ application }] };
  const made = await given.graph(`POST ${site}/permissions`, asked, admin);
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ roles: ['write'], grantedToIdentitiesV2: [{ application }] });
  expect(await whatMayBeDone()).toEqual(all.slice(0, 7));

  const one = `${site}/permissions/${made.body.id}`;
  const changed = await given.graph(`PATCH ${one}`, { roles: ['owner'] }, admin);
  expect([changed.status, changed.body.roles]).toEqual([200, ['owner']]);
  expect((await given.graph(`GET ${one}`, undefined, admin)).body.roles).toEqual(['owner']);
  const listed = await given.graph(`GET ${site}/permissions`, undefined, admin);
  expect(listed.body.value).toMatchObject([{ grantedToIdentitiesV2: [{ application }] }]);
  expect((await given.graph(`DELETE ${one}`)).status).toBe(403);

  expect((await given.graph(`DELETE ${one}`, undefined, admin)).status).toBe(204);
  expect((await given.graph(`GET ${one}`, undefined, admin)).status).toBe(404);
  expect(await whatMayBeDone()).toEqual([]);
});

test('a role nobody knows, or none, is refused', async () => {
  for (const roles of [['manage'], []]) {
    const grantedToIdentities = [{ application: { id: appId, displayName: 'Golden Thread' } }];
    const asked = { roles, grantedToIdentities };
    expect((await given.graph(`POST ${site}/permissions`, asked, admin)).status).toBe(400);
  }
});

test('a person may read and write rows, and make no lists', async () => {
  const items = `${site}/lists/Measures/items`;
  expect((await given.graph(`GET ${items}`, undefined, person)).status).toBe(200);
  const made = await given.graph(`POST ${items}`, { fields: { Key: 'by hand' } }, person);
  expect([made.status, made.body.createdBy.user.id]).toEqual([201, owner.id]);
  expect((await given.graph(`POST ${site}/lists`, register('Plans'), person)).status).toBe(403);
  expect((await given.graph(`GET ${site}/permissions`, undefined, person)).status).toBe(403);
});

test('an app may be granted one list and nothing else of the site', async () => {
  const id = crypto.randomUUID();
  await given.ask(`PUT /local/apps/${id}`, {
    secret: 'local',
    roles: ['Lists.SelectedOperations.Selected'],
  });
  await given.graph(`POST ${site}/lists`, register('Other'), admin);
  const as = { Authorization: `Bearer ${await given.token(graphScope, id)}` };
  const items = `${site}/lists/Measures/items`;
  expect((await given.graph(`GET ${items}`, undefined, as)).status).toBe(403);
  const application = { id, displayName: 'A reader of measures' };
  const asked = { roles: ['read'], grantedToIdentities: [{ application }] };
  await given.graph(`POST ${site}/lists/Measures/permissions`, asked, admin);
  expect((await given.graph(`GET ${items}`, undefined, as)).status).toBe(200);
  expect((await given.graph(`POST ${items}`, { fields: { Key: 'x' } }, as)).status).toBe(403);
  expect((await given.graph(`GET ${site}/lists/Other/items`, undefined, as)).status).toBe(403);
  expect((await given.graph(`GET ${site}/lists`, undefined, as)).status).toBe(403);
});

test('consent to every site needs no grant, and goes as far as it says', async () => {
  const id = crypto.randomUUID();
  await given.ask(`PUT /local/apps/${id}`, { secret: 'local', roles: ['Sites.Read.All'] });
  const as = { Authorization: `Bearer ${await given.token(graphScope, id)}` };
  const items = `${site}/lists/Measures/items`;
  expect((await given.graph(`GET ${items}`, undefined, as)).status).toBe(200);
  expect((await given.graph(`POST ${items}`, { fields: { Key: 'x' } }, as)).status).toBe(403);
});

test('nobody is told of changes to a list they may not write', async () => {
  await grant('read');
  const measures = await given.graph(`GET ${site}/lists/Measures`);
  const resource = `sites/${measures.body.parentReference.siteId}/lists/${measures.body.id}`;
  const refused = await given.graph('POST /subscriptions', {
    changeType: 'updated',
    notificationUrl: 'http://localhost:9/',
    resource,
    expirationDateTime: new Date(Date.now() + 60_000).toISOString(),
  });
  expect([refused.status, refused.body.error.code]).toEqual([403, 'accessDenied']);
});

const restScope = 'https://localhost/.default';
const rest = async (address: string, body?: unknown, clientId = appId) => {
  const [method = '', below = ''] = address.split(/ (.*)/s);
  const headers = { Authorization: `Bearer ${await given.token(restScope, clientId)}` };
  const address2 = `${method} /sites/${name}/_api/web/lists/getbytitle('Measures')${below}`;
  return given.ask(address2, body, headers);
};
const view = {
  parameters: { Title: 'All', ViewFields: { results: ['LinkTitle'] }, PersonalView: false },
};

test('views, formats and closing a list need an owner, in SharePoint’s own interface too', async () => {
  await grant();
  expect((await rest('GET /views')).status).toBe(403);
  await grant('write');
  expect((await rest('GET /views')).status).toBe(200);
  const refused = await rest('POST /views/add', view);
  expect([refused.status, refused.body['odata.error'].message.value]).toEqual([
    403,
    expect.stringContaining('Access denied'),
  ]);
  const close = 'POST /breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)';
  expect((await rest(close)).status).toBe(403);
  await grant('owner');
  expect((await rest('POST /views/add', view)).status).toBe(200);
  expect((await rest(close)).status).toBe(204);
});

test('a list closed by an owner stays open to the app that may only write', async () => {
  await rest(
    'POST /breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)',
    undefined,
    'local-administrator',
  );
  await grant('write');
  const items = `${site}/lists/Measures/items`;
  expect((await given.graph(`POST ${items}`, { fields: { Key: 'n' } })).status).toBe(201);
  expect((await given.graph(`GET ${items}`, undefined, person)).status).toBe(403);
});

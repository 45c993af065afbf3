// SharePoint's own interface, as far as it is spoken: views, column formats, and closing a list.
import { beforeAll, expect, test } from 'vitest';
import { appId } from '../../src/local/ids.ts';
import { type Given, givenLocal, graphScope, owner, register, site } from './given.ts';

let given: Given;
const restScope = 'https://localhost/.default';

beforeAll(async () => {
  given = await givenLocal();
  await given.graph(
    `POST ${site}/lists`,
    register("Members' actions", [{ name: 'DueOn', displayName: 'Due on', text: {} }]),
  );
});

const rest = async (address: string, body?: unknown, clientId = appId) => {
  const [method = '', below = ''] = address.split(/ (.*)/s);
  const token = await given.token(restScope, clientId);
  const sent = method === 'MERGE' ? 'POST' : method;
  return given.ask(`${sent} /sites/stoke-on-trent/_api/web/${below}`, body, {
    Authorization: `Bearer ${token}`,
    ...(method === 'MERGE' && { 'X-HTTP-Method': 'MERGE', 'If-Match': '*' }),
  });
};
const list = "lists/getbytitle('Members''%20actions')";
const view = (more: object = {}) => ({
  parameters: {
    Title: 'Overdue',
    ViewFields: { results: ['LinkTitle', 'DueOn'] },
    Query: '<OrderBy><FieldRef Name="DueOn"/></OrderBy>',
    PersonalView: false,
    ...more,
  },
});

test('a token for Graph is no token for it, nor the other way about', async () => {
  const token = await given.token(graphScope);
  const refused = await given.ask(`GET /sites/stoke-on-trent/_api/web/${list}`, undefined, {
    Authorization: `Bearer ${token}`,
  });
  expect(refused.status).toBe(401);
  const other = { Authorization: `Bearer ${await given.token(restScope)}` };
  expect((await given.graph(`GET ${site}/lists`, undefined, other)).status).toBe(401);
});

test('a new list shows All Items; a view is added, made the default, and changed', async () => {
  const before = await rest(`GET ${list}/views?$expand=ViewFields`);
  expect(before.body.value).toMatchObject([
    { Title: 'All Items', DefaultView: true, ViewFields: { Items: ['LinkTitle'] } },
  ]);
  const made = await rest(`POST ${list}/views/add`, view({ SetAsDefaultView: true }));
  expect(made.body).toMatchObject({ Title: 'Overdue', DefaultView: true });
  const one = `${list}/views('${made.body.Id}')`;
  expect((await rest(`MERGE ${one}`, { Title: 'Late', ViewQuery: '' })).status).toBe(204);
  await rest(`POST ${one}/viewfields/removeallviewfields`);
  await rest(`POST ${one}/viewfields/addviewfield('DueOn')`);
  expect((await rest(`GET ${one}/viewfields`)).body).toEqual({ Items: ['DueOn'] });
  const after = await rest(`GET ${list}/views`);
  expect(after.body.value).toMatchObject([
    { Title: 'All Items', DefaultView: false },
    { Title: 'Late', DefaultView: true, ViewQuery: '' },
  ]);
});

test('a view of a column the list has not got is refused', async () => {
  const refused = await rest(
    `POST ${list}/views/add`,
    view({ ViewFields: { results: ['Colour'] } }),
  );
  expect(refused.status).toBe(400);
  expect(refused.body['odata.error'].message.value).toContain("'Colour' does not exist");
});

test('a column keeps the format it was given, of which Graph says nothing', async () => {
  const field = `${list}/fields/getbyinternalnameortitle('DueOn')`;
  expect((await rest(`MERGE ${field}`, { CustomFormatter: '{"elmType":"div"}' })).status).toBe(204);
  expect((await rest(`MERGE ${field}`, { CustomFormatter: 'not JSON' })).status).toBe(400);
  const { body } = await rest(`GET ${list}/fields`);
  expect(body.value).toContainEqual({
    InternalName: 'DueOn',
    Title: 'Due on',
    CustomFormatter: '{"elmType":"div"}',
  });
  const columns = await given.graph(`GET ${site}/lists/Members' actions/columns`);
  expect(JSON.stringify(columns.body)).not.toContain('elmType');
});

test('a closed list is open to the app alone: not to other tools, nor to a person', async () => {
  await given.graph(`POST ${site}/lists`, register('Closed'));
  const closed = "lists/getbytitle('Closed')";
  expect((await rest(`GET ${closed}/roleassignments`)).body.value).toHaveLength(2);
  await rest(`POST ${closed}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`);
  expect((await rest(`GET ${closed}`)).body.HasUniqueRoleAssignments).toBe(true);
  expect((await rest(`GET ${closed}/roleassignments`)).body.value).toHaveLength(1);
  expect((await given.graph(`GET ${site}/lists/Closed/items`)).status).toBe(200);
  const overrides = { audience: 'https://graph.microsoft.com' };
  const person = await given.ask('POST /local/sign-in/token', { personId: owner.id, overrides });
  for (const token of [await given.token(graphScope, 'local'), person.body.token]) {
    const as = { Authorization: `Bearer ${token}` };
    expect((await given.graph(`GET ${site}/lists/Closed/items`, undefined, as)).status).toBe(403);
    const made = await given.graph(`POST ${site}/lists/Closed/items`, { fields: { Key: 'k' } }, as);
    expect(made.status).toBe(403);
    const { body } = await given.graph(`GET ${site}/lists`, undefined, as);
    expect(JSON.stringify(body)).not.toContain('"Closed"');
  }
  expect((await rest(`GET ${closed}/views`, undefined, 'local')).status).toBe(403);
});

test('what it does not do, it says', async () => {
  expect((await rest('GET lists')).status).toBe(501);
  expect((await rest(`DELETE ${list}`)).status).toBe(501);
  expect((await rest(`POST ${list}/breakroleinheritance(true)`)).status).toBe(501);
  expect((await rest("GET lists/getbytitle('Nothing')/views")).status).toBe(404);
});

test('trouble can be asked for, and requests and writes are counted', async () => {
  given.local.faults.reset();
  given.local.faults.set({ script: [{ on: 'rest', times: 1, status: 403 }] });
  expect((await rest(`GET ${list}/views`)).status).toBe(403);
  expect((await rest(`GET ${list}/views`)).status).toBe(200);
  await rest(`POST ${list}/views/add`, view({ Title: 'Another' }));
  expect(given.local.faults.counters.rest).toEqual({ requests: 3, writes: 1 });
});

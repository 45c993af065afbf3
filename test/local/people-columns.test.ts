// Columns that hold people and rows of other lists: how they are written, read back, and go blank.
import { Client } from '@microsoft/microsoft-graph-client';
import { beforeAll, expect, test } from 'vitest';
import {
  type Given,
  givenLocal,
  graphScope,
  manager,
  newcomer,
  owner,
  register,
  site,
} from './given.ts';

let given: Given;
const measures = `${site}/lists/Measures`;
const plans = `${site}/lists/Plans`;
const ints = 'Collection(Edm.Int32)';

beforeAll(async () => {
  given = await givenLocal();
  await given.graph(`POST ${site}/lists`, register('Plans', [{ name: 'Years', text: {} }]));
  const listId = (await given.graph(`GET ${plans}`)).body.id;
  await given.graph(
    `POST ${site}/lists`,
    register('Measures', [
      { name: 'Owner', indexed: true, personOrGroup: { chooseFromType: 'peopleOnly' } },
      { name: 'Deputies', personOrGroup: { allowMultipleSelection: true } },
      { name: 'Plan', indexed: true, lookup: { listId, columnName: 'Years' } },
      { name: 'Plans', lookup: { listId, columnName: 'Years', allowMultipleValues: true } },
    ]),
  );
  for (const Years of ['2020-24', '2024-28']) {
    await given.graph(`POST ${plans}/items`, { fields: { Key: Years, Years } });
  }
  for (const { id } of [owner, manager]) await visit(id);
});

/** Opening a list is a first use of the site, and enters the person in its list of people. */
async function visit(personId: string): Promise<Record<string, string>> {
  const overrides = { audience: 'https://graph.microsoft.com' };
  const { body } = await given.ask('POST /local/sign-in/token', { personId, overrides });
  const asPerson = { Authorization: `Bearer ${body.token}` };
  expect((await given.graph(`GET ${plans}`, undefined, asPerson)).status).toBe(200);
  return asPerson;
}

type SiteUser = { id: string; fields: { Title: string; EMail?: string } };

async function siteUsers(): Promise<SiteUser[]> {
  const read = await given.graph(`GET ${site}/lists/User Information List/items?$expand=fields`);
  return read.body.value;
}

async function siteId(person: { userPrincipalName: string }): Promise<number> {
  const users = await siteUsers();
  return Number(users.find(({ fields }) => fields.EMail === person.userPrincipalName)?.id);
}

const create = (fields: object) => given.graph(`POST ${measures}/items`, { fields });

test('a site knows a person by a number of its own, from their first use of it', async () => {
  const titles = (await siteUsers()).map(({ fields }) => fields.Title);
  expect(titles).toEqual(['SharePoint App', owner.displayName, manager.displayName]);
  await visit(owner.id);
  expect(await siteUsers()).toHaveLength(3);
  await visit(newcomer.id);
  expect(await siteId(newcomer)).toBe(4);
});

test('the list of people is hidden, found by name, and kept by SharePoint alone', async () => {
  const names = async (query: string) =>
    (await given.graph(`GET ${site}/lists${query}`)).body.value.map(
      ({ displayName }: { displayName: string }) => displayName,
    );
  expect(await names('')).toEqual(['Measures', 'Plans']);
  const hidden = 'User Information List';
  expect(await names('?$select=displayName,system')).toContain(hidden);
  expect(await names(`?$filter=displayName eq '${hidden}'`)).toEqual([hidden]);
  const users = `${site}/lists/${hidden}`;
  const writes = await Promise.all([
    given.graph(`POST ${users}/items`, { fields: { Title: 'Nobody' } }),
    given.graph(`PATCH ${users}/items/2/fields`, { Title: 'Nobody' }),
    given.graph(`DELETE ${users}`),
    given.graph(`POST ${users}/columns`, { name: 'Extra', text: {} }),
  ]);
  expect(writes.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
});

test('a person is written by their number on the site, and read back as that number in text', async () => {
  const number = await siteId(owner);
  const made = await create({ Key: 'one person', OwnerLookupId: number });
  expect(made.body.fields.OwnerLookupId).toBe(String(number));
  expect(made.body.fields).not.toHaveProperty('Owner');
  const asked = `GET ${measures}/items/${made.body.id}?$expand=fields`;
  const named = await given.graph(`${asked}($select=Owner)`);
  expect(named.body.fields).toMatchObject({ Owner: owner.displayName });
  expect(named.body.fields).not.toHaveProperty('OwnerLookupId');
  const filter = `fields/OwnerLookupId eq '${number}'`;
  const found = await given.graph(`GET ${measures}/items?$filter=${filter}`);
  expect(found.body.value.map(({ id }: { id: string }) => id)).toContain(made.body.id);
  const row = `${measures}/items/${made.body.id}/fields`;
  const moved = await given.graph(`PATCH ${row}`, { OwnerLookupId: String(await siteId(manager)) });
  expect(moved.body.OwnerLookupId).toBe(String(await siteId(manager)));
  const cleared = await given.graph(`PATCH ${row}`, { OwnerLookupId: null });
  expect(cleared.body).not.toHaveProperty('OwnerLookupId');
});

test('several people are a list, and must be said to be one', async () => {
  const [first, second] = [await siteId(owner), await siteId(manager)];
  const made = await create({
    Key: 'several people',
    'DeputiesLookupId@odata.type': ints,
    DeputiesLookupId: [first, second],
  });
  expect(made.body.fields.Deputies).toEqual([
    { LookupId: first, LookupValue: owner.displayName, Email: owner.userPrincipalName },
    { LookupId: second, LookupValue: manager.displayName, Email: manager.userPrincipalName },
  ]);
  const unsaid = await create({ Key: 'unsaid', DeputiesLookupId: [first] });
  expect(unsaid.status).toBe(400);
});

test.each([
  ['a number nobody has', { OwnerLookupId: 999 }, 400],
  ['a name', { OwnerLookupId: 'Head of Housing Needs' }, 400],
  ['the column by its own name', { Owner: 'Head of Housing Needs' }, 400],
  ['a row that is not in the list looked up', { PlanLookupId: '9' }, 400],
  [
    'one good row and one that is not there',
    { 'PlansLookupId@odata.type': ints, PlansLookupId: [1, 9] },
    400,
  ],
])('%s is refused and nothing is kept', async (what, fields, status) => {
  expect((await create({ Key: what, ...fields })).status).toBe(status);
  const found = await given.graph(`GET ${measures}/items?$filter=fields/Key eq '${what}'`);
  expect(found.body.value).toEqual([]);
});

test('a lookup reads as the row’s number, its value when asked for, and blank when the row goes', async () => {
  const third = await given.graph(`POST ${plans}/items`, {
    fields: { Key: 'p', Years: '2028-32' },
  });
  const number = Number(third.body.id);
  const fields = { PlanLookupId: number, 'PlansLookupId@odata.type': ints };
  const made = await create({ Key: 'looks up', ...fields, PlansLookupId: [1, number] });
  expect(made.body.fields).toMatchObject({
    PlanLookupId: String(number),
    Plans: [
      { LookupId: 1, LookupValue: '2020-24' },
      { LookupId: number, LookupValue: '2028-32' },
    ],
  });
  const row = `${measures}/items/${made.body.id}`;
  const value = await given.graph(`GET ${row}?$expand=fields($select=Plan)`);
  expect(value.body.fields.Plan).toBe('2028-32');
  const found = async () =>
    (await given.graph(`GET ${measures}/items?$filter=fields/PlanLookupId eq ${number}`)).body
      .value;
  expect(await found()).toHaveLength(1);

  await given.graph(`DELETE ${plans}/items/${number}`);
  const after = await given.graph(`GET ${row}`);
  expect(after.body.fields).not.toHaveProperty('PlanLookupId');
  expect(after.body.fields.Plans).toEqual([{ LookupId: 1, LookupValue: '2020-24' }]);
  expect(after.body.eTag).toBe(made.body.eTag);
  expect(await found()).toEqual([]);
});

test('a list that is looked up can be deleted: what pointed at it reads as empty', async () => {
  await given.graph(`POST ${site}/lists`, register('Short-lived'));
  const target = `${site}/lists/Short-lived`;
  const listId = (await given.graph(`GET ${target}`)).body.id;
  await given.graph(`POST ${target}/items`, { fields: { Key: 's', Title: 'Shown' } });
  await given.graph(
    `POST ${site}/lists`,
    register('Pointing', [{ name: 'To', lookup: { listId } }]),
  );
  const pointing = `${site}/lists/Pointing/items`;
  const made = await given.graph(`POST ${pointing}`, { fields: { Key: 'p', ToLookupId: 1 } });
  expect(made.body.fields.ToLookupId).toBe('1');
  await given.graph(`DELETE ${target}`);
  const after = await given.graph(`GET ${pointing}/${made.body.id}`);
  expect([after.status, after.body.fields.Key]).toEqual([200, 'p']);
  expect(after.body.fields).not.toHaveProperty('ToLookupId');
});

test.each([
  ['a list that is not there', { listId: 'x', columnName: 'Title' }],
  ['a column that is not there', { listId: null, columnName: 'Colour' }],
])('a lookup to %s cannot be made', async (_what, lookup) => {
  const listId = lookup.listId ?? (await given.graph(`GET ${plans}`)).body.id;
  const column = { name: 'Wrong', lookup: { ...lookup, listId } };
  expect((await given.graph(`POST ${measures}/columns`, column)).status).toBe(400);
});

test('of more than twelve lookup columns the rest go missing, and nothing says so', async () => {
  const listId = (await given.graph(`GET ${plans}`)).body.id;
  const lookup = { listId, columnName: 'Years' };
  const names = Array.from({ length: 13 }, (_, n) => `L${n + 1}`);
  const columns = names.map((name) => ({ name, lookup }));
  await given.graph(`POST ${site}/lists`, register('Wide', columns));
  const fields = Object.fromEntries(names.map((name) => [`${name}LookupId`, 1]));
  const made = await given.graph(`POST ${site}/lists/Wide/items`, {
    fields: { Key: 'w', ...fields },
  });
  const row = `${site}/lists/Wide/items/${made.body.id}`;
  const shown = (body: { fields: object }) =>
    Object.keys(body.fields).filter((name) => /^L\d+/.test(name));
  const all = await given.graph(`GET ${row}`);
  expect(all.status).toBe(200);
  expect(shown(all.body)).toEqual(names.slice(0, 12).map((name) => `${name}LookupId`));
  const turned = [...names].reverse().map((name) => `${name}LookupId`);
  const chosen = await given.graph(`GET ${row}?$expand=fields($select=${turned.join()},Key)`);
  expect(chosen.body.fields).toHaveProperty('Key');
  expect(shown(chosen.body).sort()).toEqual(turned.slice(0, 12).sort());
});

test('beside a column named {person}Id, that person cannot be written', async () => {
  const columns = [
    { name: 'Employee', personOrGroup: {} },
    { name: 'EmployeeId', text: {} },
  ];
  await given.graph(`POST ${site}/lists`, register('Staff', columns));
  const add = (key: string, EmployeeLookupId: unknown) =>
    given.graph(`POST ${site}/lists/Staff/items`, { fields: { Key: key, EmployeeLookupId } });
  const number = await add('number', 2);
  expect([number.status, number.body.error.message]).toEqual([
    500,
    'General exception while processing',
  ]);
  const text = await add('text', '2');
  expect(text.body.fields).toMatchObject({ EmployeeId: '2' });
  expect(text.body.fields).not.toHaveProperty('EmployeeLookupId');
});

test('a row says which person made it, and which changed it, by their numbers', async () => {
  const asOwner = await visit(owner.id);
  const made = await given.graph(`POST ${measures}/items`, { fields: { Key: 'by hand' } }, asOwner);
  const [author, app] = [String(await siteId(owner)), '1'];
  expect(made.body.fields).toMatchObject({ AuthorLookupId: author, EditorLookupId: author });
  await given.graph(`PATCH ${measures}/items/${made.body.id}/fields`, { Title: 'by the app' });
  const asked = 'fields($select=AuthorLookupId,EditorLookupId)';
  const read = await given.graph(`GET ${measures}/items/${made.body.id}?$expand=${asked}`);
  expect(read.body.fields).toMatchObject({ AuthorLookupId: author, EditorLookupId: app });
});

test('a link is shown, and is not taken through Graph', async () => {
  const columns = [{ name: 'Evidence', hyperlinkOrPicture: { isPicture: false } }];
  await given.graph(`POST ${site}/lists`, register('Links', columns));
  const Evidence = { Url: 'https://stoke.example/minutes', Description: 'Minutes' };
  const refused = await given.graph(`POST ${site}/lists/Links/items`, {
    fields: { Key: 'l', Evidence },
  });
  expect([refused.status, refused.body.error.message]).toEqual([400, 'Invalid request']);
  const rows = [{ fields: { Key: 'by hand', Evidence } }];
  await given.ask('POST /local/sites/stoke-on-trent/lists/Links/fill', { rows });
  const read = await given.graph(`GET ${site}/lists/Links/items?$expand=fields`);
  expect(read.body.value.map(({ fields }: { fields: object }) => fields)).toMatchObject([
    { Key: 'by hand', Evidence },
  ]);
});

test.each([
  ['several people', { personOrGroup: { allowMultipleSelection: true } }],
  ['a link', { hyperlinkOrPicture: {} }],
  ['several lines', { text: { allowMultipleLines: true } }],
])('a column that holds %s cannot be indexed', async (_what, kind) => {
  const column = { name: 'Indexed', indexed: true, ...kind };
  expect((await given.graph(`POST ${measures}/columns`, column)).status).toBe(400);
});

test('Microsoft’s Graph client finds a person and gives them a measure', async () => {
  const token = await given.token(graphScope);
  const client = Client.initWithMiddleware({
    baseUrl: given.local.url,
    customHosts: new Set(['localhost']),
    authProvider: { getAccessToken: () => Promise.resolve(token) },
  });
  const api = (path: string) => client.api(path).header('authorization', `Bearer ${token}`);
  const people = await api(`${site}/lists/User Information List/items`)
    .expand('fields(select=EMail)')
    .header('Prefer', 'HonorNonIndexedQueriesWarningMayFailRandomly')
    .filter(`fields/EMail eq '${manager.userPrincipalName}'`)
    .get();
  const made = await api(`${measures}/items`).post({
    fields: { Key: 'by the client', OwnerLookupId: people.value[0].id },
  });
  const read = await api(`${measures}/items/${made.id}`).expand('fields(select=Owner)').get();
  expect(read.fields.Owner).toBe(manager.displayName);
});

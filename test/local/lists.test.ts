// Registers as SharePoint lists: columns, unique keys, versions and refusals.
import { beforeAll, expect, test } from 'vitest';
import { type Given, givenLocal, register, site } from './given.ts';

let given: Given;
const list = `${site}/lists/Returns`;

beforeAll(async () => {
  given = await givenLocal();
  await given.graph(
    `POST ${site}/lists`,
    register('Returns', [
      { name: 'Commentary', text: { allowMultipleLines: true } },
      { name: 'Value', displayName: 'Value returned', number: { minimum: 0, maximum: 1000 } },
      { name: 'Rating', indexed: true, choice: { choices: ['On target', 'Off target'] } },
      { name: 'Provisional', boolean: {} },
      { name: 'DueOn', dateTime: { format: 'dateOnly' } },
    ]),
  );
});

const create = (fields: object) => given.graph(`POST ${list}/items`, { fields });

test('a site is found by its address and by its id', async () => {
  const byAddress = await given.graph('GET /sites/localhost:/sites/stoke-on-trent');
  expect(byAddress.body).toMatchObject({ displayName: 'City of Stoke-on-Trent' });
  const byId = await given.graph(`GET /sites/${byAddress.body.id}`);
  expect(byId.body.id).toBe(byAddress.body.id);
  expect((await given.graph('GET /sites/localhost:/sites/nowhere')).status).toBe(404);
});

test('a list is made with its columns and found by display name or id', async () => {
  const byName = await given.graph(`GET ${list}?expand=columns`);
  expect(byName.body.columns.map(({ name }: { name: string }) => name)).toEqual([
    'Title',
    'Key',
    'Commentary',
    'Value',
    'Rating',
    'Provisional',
    'DueOn',
  ]);
  expect(byName.body.columns[3]).toMatchObject({ displayName: 'Value returned', indexed: false });
  const byId = await given.graph(`GET ${site}/lists/${byName.body.id}`);
  expect(byId.body.displayName).toBe('Returns');
  const again = await given.graph(`POST ${site}/lists`, register('returns'));
  expect([again.status, again.body.error.code]).toEqual([409, 'nameAlreadyExists']);
});

test('a row keeps what was typed, leaves out what is empty, and says its version', async () => {
  const made = await create({
    Key: 'OP|HB01|2020-21 Q1',
    Value: 42.5,
    Provisional: true,
    Commentary: '',
  });
  expect(made.status).toBe(201);
  expect(made.body.fields).toMatchObject({
    Key: 'OP|HB01|2020-21 Q1',
    Value: 42.5,
    Provisional: true,
  });
  expect(made.body.fields).not.toHaveProperty('Commentary');
  expect(made.body.eTag).toMatch(/^"[0-9a-f-]{36},1"$/);
  const read = await given.graph(`GET ${list}/items/${made.body.id}?expand=fields(select=Key)`);
  expect(Object.keys(read.body.fields)).toEqual(['@odata.etag', 'Key']);
});

test('a second row with the same key is refused, whatever its capitals', async () => {
  await create({ Key: 'OP|HB02' });
  const again = await create({ Key: 'op|hb02' });
  expect(again.status).toBe(400);
  expect(again.body.error.message).toContain('duplicate values');
  given.local.faults.set({ duplicateStatus: 409 });
  expect((await create({ Key: 'op|HB02' })).status).toBe(409);
  given.local.faults.set({ duplicateStatus: 500 });
  expect((await create({ Key: 'op|HB02' })).status).toBe(500);
  given.local.faults.reset();
  const found = await given.graph(`GET ${list}/items?$filter=fields/Key eq 'OP|HB02'`);
  expect(found.body.value).toHaveLength(1);
});

test.each([
  [
    'a column the list has not got',
    { Key: 'r1', Colour: 'red' },
    "Field 'Colour' is not recognized",
  ],
  ['a required column left empty', { Title: 'no key' }, "Field 'Key' is required"],
  ['text of over 255 characters', { Key: 'r2', Title: 'x'.repeat(256) }, 'at most 255'],
  ['a number typed as text', { Key: 'r3', Value: '42' }, 'not a number'],
  ['a number outside its range', { Key: 'r4', Value: 1001 }, 'between 0 and 1000'],
  ['a choice that is not one', { Key: 'r5', Rating: 'Sort of' }, 'not one of the choices'],
  ['a date that is not one', { Key: 'r6', DueOn: 'next Tuesday' }, 'ISO 8601'],
])('%s is refused and nothing is kept', async (_what, fields, words) => {
  const refused = await create(fields);
  expect(refused.status).toBe(400);
  expect(refused.body.error).toMatchObject({ code: 'invalidRequest' });
  expect(refused.body.error.message).toContain(words);
});

test('a change keeps the fields that were not sent, and every version can be read', async () => {
  const { body } = await create({ Key: 'OP|HB03', Value: 1, Rating: 'On target' });
  const row = `${list}/items/${body.id}`;
  const changed = await given.graph(`PATCH ${row}/fields`, { Value: 2 });
  expect(changed.status).toBe(200);
  expect(changed.body).toMatchObject({ Key: 'OP|HB03', Value: 2, Rating: 'On target' });
  expect(changed.body).not.toHaveProperty('eTag');
  await given.graph(`PATCH ${row}`, { fields: { Value: null } });
  const versions = await given.graph(`GET ${row}/versions?expand=fields`);
  const values = versions.body.value.map((v: { id: string; fields: { Value?: number } }) => [
    v.id,
    v.fields.Value,
  ]);
  expect(values).toEqual([
    ['3.0', undefined],
    ['2.0', 2],
    ['1.0', 1],
  ]);
});

test('a change made on an old reading is refused and changes nothing', async () => {
  const { body } = await create({ Key: 'OP|HB04', Value: 1 });
  const row = `${list}/items/${body.id}`;
  const first = await given.graph(
    `PATCH ${row}`,
    { fields: { Value: 2 } },
    { 'If-Match': body.eTag },
  );
  expect(first.status).toBe(200);
  const late = await given.graph(
    `PATCH ${row}`,
    { fields: { Value: 3 } },
    { 'If-Match': body.eTag },
  );
  expect(late.status).toBe(412);
  expect((await given.graph(`GET ${row}`)).body.fields.Value).toBe(2);
  const fresh = { 'If-Match': first.body.eTag };
  expect((await given.graph(`DELETE ${row}`, undefined, fresh)).status).toBe(204);
  expect((await given.graph(`GET ${row}`)).status).toBe(404);
});

test('a key can be given up by one row and taken by another', async () => {
  const { body } = await create({ Key: 'OP|HB05' });
  await given.graph(`PATCH ${list}/items/${body.id}/fields`, { Key: 'OP|HB05-old' });
  expect((await create({ Key: 'op|hb05' })).status).toBe(201);
  const clash = await given.graph(`PATCH ${list}/items/${body.id}/fields`, { Key: 'OP|HB05' });
  expect(clash.status).toBe(400);
});

test('columns are added, changed and taken away; unique needs an index; twenty indexes at most', async () => {
  await given.graph(`POST ${site}/lists`, register('Teams'));
  const teams = `${site}/lists/Teams`;
  const add = (column: object) => given.graph(`POST ${teams}/columns`, column);
  expect((await add({ name: 'Head', text: {}, enforceUniqueValues: true })).status).toBe(400);
  expect((await add({ name: 'Head', text: {} })).status).toBe(201);
  expect((await add({ name: 'head', text: {} })).status).toBe(409);
  await given.graph(`POST ${teams}/items`, { fields: { Key: 't1', Head: 'Same' } });
  await given.graph(`POST ${teams}/items`, { fields: { Key: 't2', Head: 'same' } });
  const unique = { indexed: true, enforceUniqueValues: true };
  expect((await given.graph(`PATCH ${teams}/columns/Head`, unique)).status).toBe(400);
  const indexed = await given.graph(`PATCH ${teams}/columns/Head`, { indexed: true });
  expect(indexed.body.indexed).toBe(true);
  const found = await given.graph(`GET ${teams}/items?$filter=fields/Head eq 'SAME'`);
  expect(found.body.value).toHaveLength(2);
  for (let n = 3; n <= 20; n += 1) {
    expect((await add({ name: `C${n}`, text: {}, indexed: true })).status).toBe(201);
  }
  expect((await add({ name: 'C21', text: {}, indexed: true })).body.error.message).toContain('20');
  expect((await given.graph(`DELETE ${teams}/columns/Head`)).status).toBe(204);
  const left = await given.graph(`GET ${teams}/items/1`);
  expect(left.body.fields).not.toHaveProperty('Head');
});

test('what is not done is said to be not done', async () => {
  const sum = { name: 'Sum', calculated: { formula: '=1+1', outputType: 'number' } };
  expect((await given.graph(`POST ${list}/columns`, sum)).status).toBe(501);
  expect((await given.graph('GET /me')).body.error.code).toBe('notImplemented');
  expect(
    (await given.graph(`GET ${list}/items?$filter=fields/Key eq 'a' or fields/Key eq 'b'`)).status,
  ).toBe(501);
});

test('a list can be renamed, and deleted with all its rows', async () => {
  await given.graph(`POST ${site}/lists`, register('Draft'));
  await given.graph(`POST ${site}/lists/Draft/items`, { fields: { Key: 'k' } });
  const renamed = await given.graph(`PATCH ${site}/lists/Draft`, { displayName: 'Old draft' });
  expect(renamed.body.displayName).toBe('Old draft');
  expect((await given.graph(`DELETE ${site}/lists/Old draft`)).status).toBe(204);
  expect((await given.graph(`GET ${site}/lists/Old draft`)).status).toBe(404);
});

test('people can be looked up by id or by sign-in name', async () => {
  const filter = "userPrincipalName eq 'AD.Housing@stoke.example'";
  const found = await given.graph(`GET /users?$filter=${encodeURIComponent(filter)}`);
  expect(found.body.value).toHaveLength(1);
  const byId = await given.graph(`GET /users/${found.body.value[0].id}`);
  expect(byId.body).toMatchObject({ displayName: 'Assistant Director, Housing' });
});

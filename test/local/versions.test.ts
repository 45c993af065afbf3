// A row's past: each version read alone, listed a few at a time, and made the latest again.
import { beforeAll, expect, test } from 'vitest';
import { type Given, givenLocal, manager, register, site } from './given.ts';

let given: Given;
const list = `${site}/lists/Returns`;

beforeAll(async () => {
  given = await givenLocal();
  const columns = [{ name: 'Value', number: {} }];
  await given.graph(`POST ${site}/lists`, register('Returns', columns));
});

/** A row of which Value was 1, then 2, then 3. */
async function givenRow(key: string): Promise<string> {
  const made = await given.graph(`POST ${list}/items`, { fields: { Key: key, Value: 1 } });
  const row = `${list}/items/${made.body.id}`;
  for (const Value of [2, 3]) await given.graph(`PATCH ${row}/fields`, { Value });
  return row;
}

test('one version is read with what it held then', async () => {
  const row = await givenRow('one');
  const second = await given.graph(`GET ${row}/versions/2.0?$expand=fields($select=Value)`);
  expect(second.body).toMatchObject({ id: '2.0', fields: { Value: 2 } });
  expect(second.body.lastModifiedBy.application.displayName).toBe('Golden Thread');
  expect((await given.graph(`GET ${row}/versions/2.0`)).body).not.toHaveProperty('fields');
  for (const unknown of ['9.0', '2', 'current']) {
    expect((await given.graph(`GET ${row}/versions/${unknown}`)).status).toBe(404);
  }
});

test('versions are listed a few at a time, newest first', async () => {
  const row = await givenRow('few');
  const first = await given.graph(`GET ${row}/versions?$top=2&$select=id`);
  expect(first.body.value).toEqual([{ id: '3.0' }, { id: '2.0' }]);
  const next = await given.graph(`GET ${first.body['@odata.nextLink']}`);
  expect(next.body.value).toEqual([{ id: '1.0' }]);
  expect(next.body).not.toHaveProperty('@odata.nextLink');
});

test('an old version restored is a new version, by whoever restored it', async () => {
  const row = await givenRow('restored');
  const overrides = { audience: 'https://graph.microsoft.com' };
  const asked = { personId: manager.id, overrides };
  const { token } = (await given.ask('POST /local/sign-in/token', asked)).body;
  const asPerson = { Authorization: `Bearer ${token}` };
  const restored = await given.graph(
    `POST ${row}/versions/1.0/restoreVersion`,
    undefined,
    asPerson,
  );
  expect([restored.status, restored.body]).toEqual([204, '']);
  const versions = await given.graph(`GET ${row}/versions?$expand=fields`);
  const told = versions.body.value.map((each: { id: string; fields: { Value: number } }) => [
    each.id,
    each.fields.Value,
  ]);
  expect(told).toEqual([
    ['4.0', 1],
    ['3.0', 3],
    ['2.0', 2],
    ['1.0', 1],
  ]);
  expect(versions.body.value[0].lastModifiedBy.user.displayName).toBe(manager.displayName);
});

test('a version is not restored where another row has taken its key since', async () => {
  const row = await givenRow('taken');
  await given.graph(`PATCH ${row}/fields`, { Key: 'moved on' });
  await given.graph(`POST ${list}/items`, { fields: { Key: 'TAKEN' } });
  const refused = await given.graph(`POST ${row}/versions/1.0/restoreVersion`);
  expect(refused.status).toBe(400);
  expect(refused.body.error.message).toContain('duplicate values');
  expect((await given.graph(`GET ${row}`)).body.fields.Key).toBe('moved on');
});

test('a restored version does not bring back a column taken off the list', async () => {
  await given.graph(`POST ${list}/columns`, { name: 'Aside', text: {} });
  const made = await given.graph(`POST ${list}/items`, { fields: { Key: 'col', Aside: 'x' } });
  const row = `${list}/items/${made.body.id}`;
  await given.graph(`DELETE ${list}/columns/Aside`);
  await given.graph(`POST ${row}/versions/1.0/restoreVersion`);
  expect((await given.graph(`GET ${row}`)).body.fields).not.toHaveProperty('Aside');
});

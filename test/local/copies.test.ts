// A list grown long at once, and a list put back as a restored backup does it.
import { beforeAll, expect, test } from 'vitest';
import { type Given, givenLocal, register, site } from './given.ts';

let given: Given;

beforeAll(async () => {
  given = await givenLocal();
  given.local.faults.set({ unitsPerMinute: 1_000_000 });
});

type Row = { id: string; eTag?: string; deleted?: object; fields?: Record<string, unknown> };

const onList = (name: string, verb: string, body: object = {}) =>
  given.ask(`POST /local/sites/stoke-on-trent/lists/${name}/${verb}`, body);

async function givenList(name: string, rows: number): Promise<string> {
  const columns = [{ name: 'Plan', indexed: true, text: {} }];
  await given.graph(`POST ${site}/lists`, register(name, columns));
  const fields = Array.from({ length: rows }, (_, n) => ({ Key: `k${n + 1}`, Plan: 'Old' }));
  const filled = await onList(name, 'fill', { rows: fields.map((each) => ({ fields: each })) });
  expect(filled.body).toEqual({ added: rows });
  return `${site}/lists/${name}`;
}

async function changesSince(link: string): Promise<{ rows: Row[]; link: string }> {
  const rows: Row[] = [];
  for (let next = link; ; ) {
    const { status, body } = await given.graph(`GET ${next}`);
    expect(status).toBe(200);
    rows.push(...body.value);
    if (body['@odata.deltaLink']) return { rows, link: body['@odata.deltaLink'] };
    next = body['@odata.nextLink'];
  }
}

const linkNow = async (list: string) => {
  const now = await given.graph(`GET ${list}/items/delta?token=latest&$expand=fields`);
  return String(now.body['@odata.deltaLink']);
};

test('fifty thousand rows are added in seconds, and are rows like any other', async () => {
  await given.graph(`POST ${site}/lists`, register('Returns', [{ name: 'Value', number: {} }]));
  const rows = Array.from({ length: 50_000 }, (_, n) => ({ fields: { Key: `r${n}`, Value: n } }));
  const started = performance.now();
  const filled = await onList('Returns', 'fill', { rows });
  expect(filled.body).toEqual({ added: 50_000 });
  expect(performance.now() - started).toBeLessThan(20_000);
  const filter = "fields/Key eq 'R49999'";
  const found = await given.graph(
    `GET ${site}/lists/Returns/items?$expand=fields&$filter=${filter}`,
  );
  expect(found.body.value[0]).toMatchObject({ id: '50000', fields: { Value: 49_999 } });
  const versions = await given.graph(`GET ${site}/lists/Returns/items/50000/versions`);
  expect(versions.body.value).toHaveLength(1);
}, 60_000);

test.each([
  ['a key twice', { Key: 'K2' }, 'duplicate values'],
  ['no key', { Title: 'none' }, "Field 'Key' is required"],
  ['a column the list has not got', { Key: 'k9', Colour: 'red' }, 'not recognized'],
])('rows of which one has %s are not added, none of them', async (what, fields, words) => {
  const name = `Refused ${what}`;
  const list = await givenList(name, 2);
  const rows = [{ fields: { Key: 'k3' } }, { fields }];
  const refused = await onList(name, 'fill', { rows });
  expect(refused.status).toBe(400);
  expect(refused.body.error.message).toContain('rows.1');
  expect(refused.body.error.message).toContain(words);
  expect((await given.graph(`GET ${list}/items`)).body.value).toHaveLength(2);
});

/** Kept, and then: row 1 changed, row 2 deleted, row 5 added. */
async function givenKept(name: string) {
  const list = await givenList(name, 4);
  const before = await given.graph(`GET ${list}/items?$expand=fields`);
  const { copy } = (await onList(name, 'keep')).body;
  await given.graph(`PATCH ${list}/items/1/fields`, { Plan: 'New' });
  await given.graph(`DELETE ${list}/items/2`);
  await given.graph(`POST ${list}/items`, { fields: { Key: 'k5' } });
  return { list, before: before.body.value as Row[], copy, link: await linkNow(list) };
}

test('a restored backup brings rows back as they were: their ids, versions and eTags too', async () => {
  const { list, before, copy } = await givenKept('Backup');
  await onList('Backup', 'restore', { copy, tokens: 'kept' });
  const after = await given.graph(`GET ${list}/items?$expand=fields`);
  expect(after.body.value).toEqual(before);
  const versions = await given.graph(`GET ${list}/items/1/versions`);
  expect(versions.body.value.map(({ id }: { id: string }) => id)).toEqual(['1.0']);
  const found = await given.graph(`GET ${list}/items?$filter=fields/Plan eq 'Old'`);
  expect(found.body.value).toHaveLength(4);
  const again = await given.graph(`POST ${list}/items`, { fields: { Key: 'k5' } });
  expect(again.body.id).toBe('5');
});

test('with its tokens kept, a restored list tells what came back and what is gone', async () => {
  const { list, copy, link } = await givenKept('Kept tokens');
  const edited = await given.graph(`GET ${list}/items/1`);
  await onList('Kept tokens', 'restore', { copy, tokens: 'kept' });
  const { rows, link: next } = await changesSince(link);
  const told = new Map(rows.map((row) => [row.id, row]));
  expect([...told.keys()].sort()).toEqual(['1', '2', '5']);
  expect(told.get('1')?.fields?.['Plan']).toBe('Old');
  expect(told.get('1')?.eTag).toBe(edited.body.eTag.replace(',2"', ',1"'));
  expect(told.get('2')?.fields?.['Key']).toBe('k2');
  expect(told.get('5')).toEqual({ id: '5', deleted: { state: 'deleted' } });
  await given.graph(`POST ${list}/items`, { fields: { Key: 'k6' } });
  const since = await changesSince(next);
  expect(since.rows.map(({ id, fields }) => [id, fields?.['Key']])).toEqual([['5', 'k6']]);
});

test('with its tokens expired, a restored list must be read again, and other lists need not', async () => {
  const { list, copy, link } = await givenKept('Expired tokens');
  const other = await givenList('Other', 1);
  const otherLink = await linkNow(other);
  await onList('Expired tokens', 'restore', { copy, tokens: 'expired' });
  const gone = await given.graph(`GET ${link}`);
  expect([gone.status, gone.body.error.code]).toEqual([410, 'resyncRequired']);
  const { rows } = await changesSince(String(gone.headers.get('location')));
  expect(rows.map(({ id }) => id).sort()).toEqual(['1', '2', '3', '4']);
  expect((await changesSince(otherLink)).rows).toEqual([]);
  expect((await changesSince(await linkNow(list))).rows).toEqual([]);
});

test('what is not there cannot be put back', async () => {
  await givenList('Alone', 1);
  const unknown = { copy: 'none', tokens: 'kept' };
  expect((await onList('Alone', 'restore', unknown)).status).toBe(404);
  expect((await onList('Nowhere', 'keep')).status).toBe(404);
});

// What comes with every answer of Graph: contexts, eTags, ids to trace a request by, and refusals.
import { afterEach, beforeAll, expect, test } from 'vitest';
import { type Given, givenLocal, register, site } from './given.ts';

let given: Given;
const list = `${site}/lists/Returns`;

beforeAll(async () => {
  given = await givenLocal();
  const columns = [
    { name: 'Value', number: {} },
    { name: 'Plan', indexed: true, text: {} },
  ];
  await given.graph(`POST ${site}/lists`, register('Returns', columns));
  for (let n = 1; n <= 3; n += 1) await create({ Key: `k${n}`, Value: n, Plan: 'Old' });
});
afterEach(() => given.local.faults.reset());

const create = (fields: object) => given.graph(`POST ${list}/items`, { fields });

test.each([
  ['', '#sites/$entity'],
  ['/lists', '#Collection(list)'],
  ['/lists/Returns', '#lists/$entity'],
  ['/lists/Returns/columns', '#Collection(columnDefinition)'],
  ['/lists/Returns/items', '#Collection(listItem)'],
  ['/lists/Returns/items/1', '#listItems/$entity'],
  ['/lists/Returns/items/1/fields', '#listItems/fields/$entity'],
  ['/lists/Returns/items/1/versions', '#Collection(listItemVersion)'],
  ['/lists/Returns/items/delta', '#Collection(listItem)'],
])('an answer from the site’s %s says its context', async (below, context) => {
  const { body } = await given.graph(`GET ${below === '' ? site.slice(0, -1) : site + below}`);
  expect(body['@odata.context']).toMatch(/^http.*\/v1\.0\/\$metadata#/);
  expect(body['@odata.context']).toContain(context);
});

test('a request is traced by Graph’s id and by its client’s, in the headers and in a refusal', async () => {
  const mine = 'c0ffee00-0000-4000-8000-000000000001';
  const traced = await given.graph(`GET ${list}/items/99`, undefined, {
    'client-request-id': mine,
  });
  expect(traced.headers.get('client-request-id')).toBe(mine);
  expect(traced.body.error.innerError).toMatchObject({
    'request-id': traced.headers.get('request-id'),
    'client-request-id': mine,
  });
  const other = await given.graph(`GET ${list}/items/99`);
  expect(other.headers.get('client-request-id')).toBe(other.headers.get('request-id'));
  expect(other.headers.get('request-id')).not.toBe(traced.headers.get('request-id'));
});

test('a refusal that was asked for is traced like any other', async () => {
  given.local.faults.set({ script: [{ on: 'graph', times: 1, status: 503, retryAfter: 7 }] });
  const refused = await given.graph(`GET ${list}`);
  expect(refused.headers.get('retry-after')).toBe('7');
  expect(refused.body.error.innerError['request-id']).toBe(refused.headers.get('request-id'));
});

test('a new row says where it is, and one row its eTag, in the headers too', async () => {
  const made = await create({ Key: 'where' });
  expect(made.headers.get('location')).toMatch(new RegExp(`/items/${made.body.id}$`));
  const read = await given.graph(`GET ${made.headers.get('location')}`);
  expect(read.headers.get('etag')).toBe(made.body.eTag);
});

const stale = [412, 409] as const;
test.each(stale)(
  'a change or deletion on an old reading can be refused with %i',
  async (status) => {
    const made = await create({ Key: `stale ${status}`, Value: 1 });
    const row = `${list}/items/${made.body.id}`;
    await given.graph(`PATCH ${row}/fields`, { Value: 2 });
    given.local.faults.set({ staleStatus: status });
    const old = { 'If-Match': String(made.body.eTag) };
    const refused = [
      await given.graph(`PATCH ${row}/fields`, { Value: 3 }, old),
      await given.graph(`PATCH ${row}`, { fields: { Value: 3 } }, old),
      await given.graph(`DELETE ${row}`, undefined, old),
    ];
    expect(refused.map((each) => each.status)).toEqual([status, status, status]);
    expect(refused[0]?.body.error.code).toBe('resourceModified');
    expect((await given.graph(`GET ${row}`)).body.fields.Value).toBe(2);
  },
);

test.each([
  ['as it was read', (eTag: string) => eTag],
  ['with the weak mark', (eTag: string) => `W/${eTag}`],
  ['without its quotes', (eTag: string) => eTag.replaceAll('"', '')],
  ['in capitals', (eTag: string) => eTag.toUpperCase()],
  ['a star', () => '*'],
])('an eTag %s stands for the row as it is', async (what, form) => {
  const made = await create({ Key: `eTag ${what}` });
  const match = { 'If-Match': form(String(made.body.eTag)) };
  const row = `${list}/items/${made.body.id}`;
  expect((await given.graph(`PATCH ${row}`, { fields: { Value: 1 } }, match)).status).toBe(200);
});

test('without If-Match the last writer wins', async () => {
  const made = await create({ Key: 'last', Value: 1 });
  const row = `${list}/items/${made.body.id}/fields`;
  await given.graph(`PATCH ${row}`, { Value: 2 });
  expect((await given.graph(`PATCH ${row}`, { Value: 3 })).body.Value).toBe(3);
});

test('only the properties selected come, with the fields that were expanded', async () => {
  const query = '$select=id, eTag&$expand=fields($select=Value)';
  const read = await given.graph(`GET ${list}/items/1?${query}`);
  expect(Object.keys(read.body).sort()).toEqual([
    '@odata.context',
    '@odata.etag',
    'eTag',
    'fields',
    'id',
  ]);
  expect(read.body.fields).toEqual({ '@odata.etag': read.body.eTag, Value: 1 });
  const fields = await given.graph(`GET ${list}/items/1/fields?$select=Key`);
  expect(fields.body).toMatchObject({ Key: 'k1' });
  expect(fields.body).not.toHaveProperty('Value');
  const unknown = await given.graph(`GET ${list}/items?$select=id,colour`);
  expect(unknown.status).toBe(400);
  expect(unknown.body.error.message).toContain("property named 'colour'");
});

test('what is selected and expanded on the first page is on the next', async () => {
  const query = '$top=2&$select=id&$expand=fields($select=Key)';
  const first = await given.graph(`GET ${list}/items?${query}`);
  const next = await given.graph(`GET ${first.body['@odata.nextLink']}`);
  expect(Object.keys(next.body.value[0]).sort()).toEqual(['@odata.etag', 'fields', 'id']);
  expect(next.body.value[0].fields).toMatchObject({ Key: 'k3' });
});

test.each([
  ['with one letter changed', (link: string) => link.replace(/skiptoken=e/, 'skiptoken=f')],
  ['asked for another filter', (link: string) => `${link}&$filter=fields/Plan eq 'Old'`],
])('a link to the next page %s is refused', async (_what, spoil) => {
  const first = await given.graph(`GET ${list}/items?$top=2`);
  const link = String(first.body['@odata.nextLink']);
  expect((await given.graph(`GET ${link}`)).status).toBe(200);
  const refused = await given.graph(`GET ${spoil(link)}`);
  expect([refused.status, refused.body.error.message]).toEqual([400, 'Invalid skiptoken']);
});

test.each([
  'GET /items?$skip=5',
  'GET /items?$count=true',
  'GET /items?$search=x',
  'GET /items?$expand=driveItem',
  "GET /items?$filter=(fields/Key eq 'a')",
  "GET /items?$filter=contains(fields/Key,'a')",
  "GET /items?$filter=fields/Modified ge '2020-01-01'",
  "GET /items?$filter=startswith(fields/Key,'a') eq false",
  "GET /items?$filter=startswith(fields/Key,'a') ne true",
  "GET /items?$filter=true eq startswith(fields/Key,'a')",
  "GET /items?$filter='k1' eq fields/Key",
  'GET /items?$filter=length(fields/Key) eq 2',
  'GET /items?$filter=fields/Value add 1 eq 2',
  'GET /items?$orderby=fields/Key,fields/Plan',
  'GET /contentTypes',
  'GET /items/1/driveItem',
  'POST /items/1/createLink',
  'GET /items/1/documentSetVersions',
  'GET /items/$count',
  'GET /items/%24count',
  'GET /columns/$count',
  "GET /items/delta(token='latest')",
])('%s is answered with 501, and by name', async (address) => {
  const [method, below = ''] = address.split(' /');
  const refused = await given.graph(`${method} ${list}/${below}`);
  expect([refused.status, refused.body.error.code]).toEqual([501, 'notImplemented']);
  expect(refused.body.error.message.length).toBeGreaterThan(
    'Local Microsoft 365 does not do'.length,
  );
});

test.each(['GET /users/delta', 'GET /users/$count', 'GET /sites/getAllSites'])(
  '%s is answered with 501',
  async (address) => {
    expect((await given.graph(address)).status).toBe(501);
  },
);

test.each(['GET /beta/users', `PATCH /beta${list}/items/1`, 'POST /beta/$batch'])(
  '%s is answered with 501, as Graph answers',
  async (address) => {
    const refused = await given.ask(address);
    expect([refused.status, refused.body.error.code]).toEqual([501, 'notImplemented']);
    expect(refused.body.error.message).toContain('/beta');
    expect(refused.body.error.innerError['request-id']).toBe(refused.headers.get('request-id'));
  },
);

test.each([
  '/items?$top=1&$top=2',
  '/items?$top=1&top=1',
  '/items/delta?$top=1&$top=2',
  '/items/1?$expand=fields&$expand=fields',
  '?$select=id&$select=name',
])('an option given twice is refused: %s', async (below) => {
  const refused = await given.graph(`GET ${list}${below}`);
  expect([refused.status, refused.body.error.code]).toEqual([400, 'BadRequest']);
  expect(refused.body.error.message).toMatch(/^Query option '\$\w+' was specified more than once/);
});

test('a page’s link asked for without its dollar leads on by one with it', async () => {
  const first = await given.graph(`GET ${list}/items?$top=1`);
  const bare = String(first.body['@odata.nextLink']).replace(/(%24|\$)skiptoken/, 'skiptoken');
  const second = await given.graph(`GET ${bare}`);
  expect((await given.graph(`GET ${second.body['@odata.nextLink']}`)).status).toBe(200);
});

const notJson = 'Entity only allows writes with a JSON Content-Type header.';
const untyped =
  'Write requests (excluding DELETE) must contain the Content-Type header declaration.';

test.each([
  ['text/plain', 'PATCH', '/items/1/fields', { Value: 70 }, notJson],
  ['text/plain', 'POST', '/items', { fields: { Key: 'typed' } }, notJson],
  ['application/jsonp', 'PATCH', '/items/1', { fields: { Value: 70 } }, notJson],
  ['', 'PATCH', '/items/1/fields', { Value: 70 }, untyped],
])('a body sent as "%s" is refused: %s %s', async (type, method, below, body, words) => {
  const headers = { 'Content-Type': type };
  const refused = await given.graph(`${method} ${list}${below}`, body, headers);
  expect([refused.status, refused.body.error]).toMatchObject([
    400,
    { code: 'BadRequest', message: words },
  ]);
  expect((await given.graph(`GET ${list}/items/1/fields`)).body.Value).toBe(1);
});

test('a batch sent as text is refused, and so is one request in it', async () => {
  const step = {
    id: '1',
    method: 'PATCH',
    url: `${list}/items/1/fields`,
    headers: { 'Content-Type': 'text/plain' },
    body: { Value: 70 },
  };
  const asText = { 'Content-Type': 'text/plain' };
  const whole = await given.graph('POST /$batch', { requests: [step] }, asText);
  expect([whole.status, whole.body.error.message]).toEqual([400, notJson]);
  const { body } = await given.graph('POST /$batch', { requests: [step] });
  expect(body.responses).toMatchObject([{ status: 400, body: { error: { message: notJson } } }]);
});

test.each(['application/json; charset=utf-8', 'Application/JSON;odata.metadata=minimal'])(
  'a body sent as %s is read',
  async (type) => {
    const headers = { 'Content-Type': type };
    const changed = await given.graph(`PATCH ${list}/items/2/fields`, { Value: 2 }, headers);
    expect(changed.status).toBe(200);
  },
);

test.each([
  ["startswith(fields/Plan,'Ol') eq true", 3],
  ["startswith(fields/Plan,'Ol') eq true and fields/Key eq 'k2'", 1],
  ["startswith(fields/Plan,'New') eq true", 0],
])('rows are found by %s', async (filter, rows) => {
  const found = await given.graph(`GET ${list}/items?$filter=${filter}`);
  expect([found.status, found.body.value.length]).toEqual([200, rows]);
});

test('Graph knows no attachments of rows', async () => {
  const refused = await given.graph(`GET ${list}/items/1/attachments`);
  expect([refused.status, refused.body.error.code]).toEqual([400, 'BadRequest']);
});

test('a property of a row other than its fields is not taken in silence', async () => {
  const body = { contentType: { id: '0x01' }, fields: { Key: 'typed' } };
  const refused = await given.graph(`POST ${list}/items`, body);
  expect(refused.status).toBe(501);
  expect(refused.body.error.message).toContain('contentType');
});

const hour = 3_600_000;
test('Microsoft’s clock may be wrong by ours: its Date and the times of rows say so together', async () => {
  given.local.faults.set({ serverClockSkewMs: -hour });
  const made = await create({ Key: 'skewed' });
  const aheadBy = (text: unknown) => Date.parse(String(text)) - Date.now();
  for (const at of [made.headers.get('date'), made.body.createdDateTime]) {
    expect(Math.abs(aheadBy(at) + hour)).toBeLessThan(60_000);
  }
  const changed = await given.graph(`PATCH ${list}/items/${made.body.id}`, {
    fields: { Value: 1 },
  });
  expect(Math.abs(aheadBy(changed.body.lastModifiedDateTime) + hour)).toBeLessThan(60_000);
  given.local.faults.reset();
  const right = await given.graph(`GET ${list}`);
  expect(Math.abs(aheadBy(right.headers.get('date')))).toBeLessThan(60_000);
});

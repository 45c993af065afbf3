// Many requests in one, and the tenant's allowance of resource units.
import { afterEach, beforeAll, expect, test } from 'vitest';
import { type Given, givenLocal, graphScope, register, site } from './given.ts';

let given: Given;
const list = `${site}/lists/Returns`;
const json = { 'Content-Type': 'application/json' };

beforeAll(async () => {
  given = await givenLocal();
  await given.graph(`POST ${site}/lists`, register('Returns'));
});
afterEach(async () => {
  given.local.faults.reset();
});

const step = (id: string, key: string, more: object = {}) => ({
  id,
  method: 'POST',
  url: `${list}/items`,
  headers: json,
  body: { fields: { Key: key } },
  ...more,
});
const batch = (requests: object[]) => given.graph('POST /$batch', { requests });
type Inner = {
  id: string;
  status: number;
  headers: Record<string, string>;
  body?: { id?: string };
};
const byId = (answers: Inner[]) => Object.fromEntries(answers.map((each) => [each.id, each]));

test('each request of a batch is answered on its own, under its own id', async () => {
  const { status, body } = await batch([
    step('a', 'B1'),
    step('b', 'b1'),
    { id: 'c', method: 'GET', url: `${list}/items?$filter=fields/Key eq 'B1'` },
  ]);
  expect(status).toBe(200);
  const answers = byId(body.responses);
  expect([answers['a']?.status, answers['b']?.status, answers['c']?.status]).toEqual([
    201, 400, 200,
  ]);
});

test('answers come in no promised order', async () => {
  const orders = new Set<string>();
  const requests = Array.from({ length: 20 }, (_, n) => ({
    id: `r${n}`,
    method: 'GET',
    url: list,
  }));
  for (let n = 0; n < 3; n += 1) {
    const { body } = await batch(requests);
    orders.add(body.responses.map(({ id }: Inner) => id).join());
  }
  expect(orders.size).toBeGreaterThan(1);
});

test('a request whose parent failed is not tried', async () => {
  const { body } = await batch([
    step('child', 'B3', { dependsOn: ['parent'] }),
    step('parent', 'B1'),
    step('grandchild', 'B4', { dependsOn: ['child'] }),
  ]);
  const answers = byId(body.responses);
  expect([answers['parent']?.status, answers['child']?.status]).toEqual([400, 424]);
  expect(answers['grandchild']?.status).toBe(424);
});

test.each([
  ['more than twenty', Array.from({ length: 21 }, (_, n) => step(`${n}`, `X${n}`))],
  ['the same id twice', [step('1', 'X1'), step('1', 'X2')]],
  ['a body without its content type', [step('1', 'X1', { headers: {} })]],
  ['a parent that is not there', [step('1', 'X1', { dependsOn: ['9'] })]],
])('a batch with %s is refused whole', async (_what, requests) => {
  const refused = await batch(requests);
  expect([refused.status, refused.body.error.code]).toEqual([400, 'BadRequest']);
});

test('past the minute’s units each request is throttled, inside a batch too, and others still served', async () => {
  given.local.faults.set({ unitsPerMinute: 60_000 });
  const used = given.local.faults.counters.graph.units;
  given.local.faults.set({ unitsPerMinute: used + 5 });
  const { status, body } = await batch([step('1', 'T1'), step('2', 'T2'), step('3', 'T3')]);
  expect(status).toBe(200);
  const answers = byId(body.responses);
  const throttled = body.responses.filter((each: Inner) => each.status === 429);
  expect(throttled.length).toBeGreaterThan(0);
  expect(Number(throttled[0].headers['Retry-After'])).toBeGreaterThan(0);
  expect(answers['1']?.headers).toHaveProperty('RateLimit-Remaining');

  const asAnyone = { Authorization: `Bearer ${await given.token(graphScope, 'local')}` };
  expect((await given.ask('GET /v1.0/users', undefined, asAnyone)).status).toBe(200);
});

test('a fault asked for strikes as often as it was asked, then no more', async () => {
  await given.ask('PUT /local/faults', {
    unitsPerMinute: 60_000,
    script: [
      { on: 'graph', method: 'GET', path: '/lists/Returns$', times: 2, status: 503, retryAfter: 3 },
    ],
  });
  const first = await given.graph(`GET ${list}`);
  expect([first.status, first.headers.get('retry-after')]).toEqual([503, '3']);
  expect((await given.graph(`GET ${list}`)).status).toBe(503);
  expect((await given.graph(`GET ${list}`)).status).toBe(200);
});

test('an answer can be lost after the row is kept, and a request before it is', async () => {
  const script = [
    { on: 'graph' as const, path: 'items', times: 1, dropAfterCommit: true },
    { on: 'graph' as const, path: 'items', times: 1, dropBefore: true },
  ];
  given.local.faults.set({ unitsPerMinute: 60_000, script });
  await expect(given.graph(`POST ${list}/items`, { fields: { Key: 'Kept' } })).rejects.toThrow(/./);
  await expect(batch([step('1', 'Lost')])).rejects.toThrow(/./);
  const found = async (key: string) =>
    (await given.graph(`GET ${list}/items?$filter=fields/Key eq '${key}'`)).body.value.length;
  expect([await found('Kept'), await found('Lost')]).toEqual([1, 0]);
});

test('requests, units and refusals are counted', async () => {
  given.local.faults.set({ unitsPerMinute: 60_000 });
  await batch([step('1', 'C1'), step('2', 'C2')]);
  const { body } = await given.ask('GET /local/faults');
  expect(body.counters.graph).toMatchObject({ requests: 1, batched: 2, units: 4, throttled: 0 });
  const reset = await given.ask('DELETE /local/faults');
  expect(reset.body.counters.graph.requests).toBe(0);
  expect(reset.body.unitsPerMinute).toBe(2500);
});

test.each([
  ['a batch', { id: '1', method: 'POST', url: '/$batch', headers: json, body: {} }],
  ['an address of another host', { id: '1', method: 'GET', url: 'https://elsewhere.example/' }],
  ['a body on a reading without its content type', { id: '1', method: 'GET', url: list, body: {} }],
  ['a request that waits for itself', step('1', 'X1', { dependsOn: ['1'] })],
  ['a write without a body', { id: '1', method: 'PATCH', url: `${list}/items/1`, headers: json }],
  ['a request without an id', { method: 'GET', url: list }],
])('a batch holding %s is refused whole', async (_what, request) => {
  const refused = await batch([step('0', 'Whole'), request]);
  expect([refused.status, refused.body.error.code]).toEqual([400, 'BadRequest']);
  const found = await given.graph(`GET ${list}/items?$filter=fields/Key eq 'Whole'`);
  expect(found.body.value).toEqual([]);
});

test('requests that wait for one another in a ring are refused', async () => {
  const ring = [step('1', 'R1', { dependsOn: ['2'] }), step('2', 'R2', { dependsOn: ['1'] })];
  expect((await batch(ring)).status).toBe(400);
});

test('a batch can be throttled whole, and nothing of it is then done', async () => {
  const script = [{ on: 'graph' as const, path: 'batch$', times: 1, status: 429, retryAfter: 4 }];
  given.local.faults.set({ script });
  const refused = await batch([step('1', 'Outer')]);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '4']);
  expect((await batch([step('1', 'Outer')])).body.responses[0].status).toBe(201);
});

test('one request of a batch can be throttled alone', async () => {
  const script = [
    {
      on: 'graph' as const,
      method: 'PATCH',
      path: 'fields$',
      times: 1,
      status: 429,
      retryAfter: 9,
    },
  ];
  given.local.faults.set({ script });
  const made = await batch([step('1', 'Alone')]);
  const url = `${list}/items/${made.body.responses[0].body.id}/fields`;
  const patch = { id: 'p', method: 'PATCH', url, headers: json, body: { Title: 'x' } };
  const answers = byId((await batch([patch, { id: 'g', method: 'GET', url }])).body.responses);
  expect([answers['p']?.status, answers['p']?.headers['Retry-After']]).toEqual([429, '9']);
  expect(answers['g']?.status).toBe(200);
});

const spent = () => given.local.faults.counters.graph.units;

test.each([
  ['one row', 'GET', '/items/1', undefined, 1],
  ['many rows', 'GET', '/items', undefined, 2],
  ['a new row', 'POST', '/items', { fields: { Key: 'cost' } }, 2],
  ['a change', 'PATCH', '/items/1/fields', { Title: 'cost' }, 2],
  ['a refused change', 'PATCH', '/items/999/fields', { Title: 'cost' }, 2],
  ['versions', 'GET', '/items/1/versions', undefined, 2],
  ['who may open the list', 'GET', '/permissions', undefined, 5],
])('%s costs its units', async (_what, method, below, body, units) => {
  given.local.faults.set({ unitsPerMinute: 60_000 });
  const before = spent();
  await given.graph(`${method} ${list}${below}`, body);
  expect(spent() - before).toBe(units);
});

const limits = (headers: Headers) =>
  ['limit', 'remaining', 'reset'].map((name) => Number(headers.get(`ratelimit-${name}`)));

test('from four fifths of the minute on, what is left is told, in refusals of another kind too', async () => {
  const each = await given.token(graphScope, 'local-administrator');
  const asked = { Authorization: `Bearer ${each}` };
  const read = (below: string) => given.ask(`GET /v1.0${list}${below}`, undefined, asked);
  given.local.faults.set({ unitsPerMinute: 10 });
  for (let n = 1; n <= 7; n += 1) {
    expect((await read('')).headers.has('ratelimit-limit')).toBe(false);
  }
  const eighth = limits((await read('')).headers);
  expect(eighth.slice(0, 2)).toEqual([10, 2]);
  expect(eighth[2]).toBeGreaterThan(0);
  const missing = await read('/items/99999');
  expect([missing.status, ...limits(missing.headers).slice(0, 2)]).toEqual([404, 10, 1]);
  expect((await read('')).status).toBe(200);
  const before = spent();
  const refused = await read('');
  expect(spent()).toBe(before + 1);
  expect([refused.status, ...limits(refused.headers).slice(0, 2)]).toEqual([429, 10, 0]);
  expect(refused.headers.get('retry-after')).toBe(refused.headers.get('ratelimit-reset'));
});

test('past the day’s units an app is refused for the rest of the day, and the headers stay the minute’s', async () => {
  given.local.faults.set({ unitsPerMinute: 60_000, unitsPerDay: 1 });
  const refused = await given.graph(`GET ${list}`);
  expect([refused.status, refused.body.error.code]).toEqual([429, 'activityLimitReached']);
  const wait = Number(refused.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(60);
  expect(wait).toBeLessThanOrEqual(86_400);
  expect(refused.headers.has('ratelimit-limit')).toBe(false);
  given.local.faults.set({ unitsPerMinute: 60_000 });
  expect((await given.graph(`GET ${list}`)).status).toBe(200);
});

test.each([
  ['unitsPerDay', 0],
  ['staleStatus', 400],
  ['deltaRepeats', 'yes'],
  ['serverClockSkewMs', 0.5],
])('%s cannot be %j', async (name, value) => {
  const refused = await given.ask('PUT /local/faults', { [name]: value });
  expect([refused.status, refused.body.error.message]).toEqual([
    400,
    expect.stringContaining(name),
  ]);
});

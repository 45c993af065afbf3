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

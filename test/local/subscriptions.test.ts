// Being told that a list has changed: asking for it, the handshake, what is sent, and when it ends.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { appId, tenantId } from '../../src/local/ids.ts';
import { startLocal } from '../../src/local/local.ts';
import { type Given, givenLocal, graphScope, register, site, using } from './given.ts';
import { givenListener, type Listener } from './listener.ts';

let given: Given;
let listener: Listener;
let resource: string;
let list: string;

beforeEach(async () => {
  given ??= await givenLocal();
  listener = await givenListener();
  given.local.faults.reset();
  list = `List ${crypto.randomUUID()}`;
  const made = await given.graph(`POST ${site}/lists`, register(list));
  const { body } = await given.graph(`GET ${site}`);
  resource = `sites/${body.id}/lists/${made.body.id}`;
});

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const asked = (more: object = {}) => ({
  changeType: 'updated',
  notificationUrl: listener.url,
  resource,
  expirationDateTime: inMinutes(60),
  clientState: 'only we know',
  ...more,
});
const subscribe = (more: object = {}) => given.graph('POST /subscriptions', asked(more));
const addRow = (key: string) =>
  given.graph(`POST ${site}/lists/${list}/items`, { fields: { Key: key } });
const asTools = async () => ({
  Authorization: `Bearer ${await given.token(graphScope, 'local')}`,
});

test('a subscription is made once the token came back, and says when it ends', async () => {
  const made = await subscribe();
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    resource,
    applicationId: appId,
    changeType: 'updated',
    clientState: 'only we know',
    notificationUrl: listener.url,
  });
  expect(Date.parse(made.body.expirationDateTime) - Date.now()).toBeGreaterThan(59 * 60_000);
  expect(listener.handshakes).toEqual([expect.stringMatching(/^Validation: .+ [0-9a-f-]{36}$/)]);
});

test('clientState is never read back', async () => {
  const { body } = await subscribe();
  const one = await given.graph(`GET /subscriptions/${body.id}`);
  expect([one.status, one.body.id, one.body.clientState]).toEqual([200, body.id, null]);
  const all = await given.graph('GET /subscriptions');
  expect(all.body.value).toContainEqual(one.body);
  expect(JSON.stringify(all.body)).not.toContain('only we know');
});

test('making, reading, prolonging and ending one take a unit each', async () => {
  const { units: before } = given.local.faults.counters.graph;
  const { body } = await subscribe();
  const one = `/subscriptions/${body.id}`;
  await given.graph('GET /subscriptions');
  await given.graph(`GET ${one}`);
  await given.graph(`PATCH ${one}`, { expirationDateTime: inMinutes(90) });
  await given.graph(`DELETE ${one}`);
  expect(given.local.faults.counters.graph.units - before).toBe(5);
});

test('the list may be named by the address of its site', async () => {
  const listId = resource.split('/').at(-1);
  const made = await subscribe({ resource: `${site.slice(1)}/lists/${listId}` });
  expect(made.status).toBe(201);
  await addRow('a');
  const [heard] = await listener.until(1);
  expect(heard?.notice.resource).toBe(`${site.slice(1)}/lists/${listId}`);
});

test.each([
  ['a list tells of no new rows apart', { changeType: 'created' }, "Invalid 'changeType'"],
  ['a list is named by its id', { resource: 'sites/x/lists/Measures' }, 'Unsupported resource'],
  ['clientState holds 128 characters', { clientState: 'x'.repeat(129) }, "'clientState'"],
  [
    'the address must be https',
    { notificationUrl: 'http://council.example/' },
    "'notificationUrl'",
  ],
  ['it must end', { expirationDateTime: undefined }, "'expirationDateTime'"],
  ['it must not have ended', { expirationDateTime: '2020-10-01T09:00:00Z' }, 'in the future'],
])('%s', async (_what, more, words) => {
  const refused = await subscribe(more);
  expect(refused.status).toBe(400);
  expect(refused.body.error.message).toContain(words);
  expect(listener.handshakes).toHaveLength(0);
});

test('it may last 42,300 minutes, as Microsoft’s table says, and no longer', async () => {
  const { status, body } = await subscribe({ expirationDateTime: inMinutes(42_299) });
  expect(status).toBe(201);
  const words = 'Subscription expiration can only be 42300 minutes in the future.';
  const longer = { expirationDateTime: inMinutes(42_301) };
  expect((await subscribe(longer)).body.error.message).toBe(words);
  const prolonged = await given.graph(`PATCH /subscriptions/${body.id}`, longer);
  expect([prolonged.status, prolonged.body.error.message]).toEqual([400, words]);
});

test.each([
  ['says 404', { status: 404, type: 'text/plain', text: '' }, 'must respond with 200 OK'],
  ['answers JSON', { status: 200, type: 'application/json', text: '' }, 'text/plain'],
  ['answers something else', { status: 200, type: 'text/plain', text: 'ok' }, 'must exactly match'],
])('nobody is told at an address that %s in the handshake', async (_what, answer, words) => {
  listener.handshake = () => answer;
  const refused = await subscribe();
  expect([refused.status, refused.body.error.code]).toEqual([400, 'ValidationError']);
  expect(refused.body.error.message).toContain(words);
  expect((await given.graph('GET /subscriptions')).body.value).not.toContainEqual(
    expect.objectContaining({ resource }),
  );
});

test('an undecoded token is no token', async () => {
  listener.handshake = (token) => ({
    status: 200,
    type: 'text/plain',
    text: encodeURIComponent(token),
  });
  expect((await subscribe()).body.error.message).toContain('must exactly match');
});

test('what happens within a second is told once, and says nothing of what it was', async () => {
  const { body } = await subscribe();
  await addRow('a');
  await addRow('b');
  await given.graph(`DELETE ${site}/lists/${list}/items/1`);
  await listener.until(1);
  await wait(1500);
  expect(listener.heard.map(({ notice }) => notice)).toEqual([
    {
      subscriptionId: body.id,
      clientState: 'only we know',
      subscriptionExpirationDateTime: body.expirationDateTime,
      resource,
      changeType: 'updated',
      tenantId,
      resourceData: {},
    },
  ]);
  await addRow('c');
  await listener.until(2);
});

test('a batch, and a change whose answer was lost, are told of too', async () => {
  await subscribe();
  const url = `${site}/lists/${list}/items`;
  const headers = { 'Content-Type': 'application/json' };
  const step = { id: '1', method: 'POST', url, headers, body: { fields: { Key: 'a' } } };
  await given.graph('POST /$batch', { requests: [step] });
  await listener.until(1);
  given.local.faults.set({ script: [{ on: 'graph', times: 1, dropAfterCommit: true }] });
  await expect(addRow('b')).rejects.toThrow('fetch failed');
  await listener.until(2);
});

test('rows filled in at once, and a backup put back, are told of like any others', async () => {
  await subscribe();
  const control = `/local/sites/stoke-on-trent/lists/${list}`;
  const kept = await given.ask(`POST ${control}/keep`);
  await given.ask(`POST ${control}/fill`, { rows: [{ fields: { Key: 'a' } }] });
  await listener.until(1);
  const restore = { copy: kept.body.copy, tokens: 'kept' };
  expect((await given.ask(`POST ${control}/restore`, restore)).status).toBe(200);
  await listener.until(2);
});

test('reading a list, and changing another, tells nobody', async () => {
  await subscribe();
  await given.graph(`POST ${site}/lists`, register(`Other ${crypto.randomUUID()}`));
  await given.graph(`GET ${site}/lists/${list}/items`);
  await wait(1500);
  expect(listener.heard).toHaveLength(0);
});

test('what is not taken is sent again, a little later', async () => {
  await subscribe();
  listener.status = 503;
  await addRow('a');
  await listener.until(1);
  listener.status = 202;
  await listener.until(2);
  await wait(2500);
  expect(listener.heard).toHaveLength(2);
  const [first, second] = listener.heard;
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(900);
});

test('a notification can be lost, late or sent twice', async () => {
  await subscribe();
  const notify = { on: 'notify', path: '^/notifications$', times: 1 } as const;
  given.local.faults.set({ script: [{ ...notify, dropBefore: true }] });
  await addRow('a');
  await wait(1800);
  expect(listener.heard).toHaveLength(0);
  given.local.faults.set({ script: [{ ...notify, duplicate: true, delayMs: 600 }] });
  const asOf = Date.now();
  await addRow('b');
  await listener.until(2);
  expect(Date.now() - asOf).toBeGreaterThan(1500);
  expect(listener.heard[0]?.notice).toEqual(listener.heard[1]?.notice);
});

test('another app’s subscription is not there', async () => {
  const { body } = await subscribe();
  const as = await asTools();
  for (const [method, sent] of [['GET'], ['DELETE'], ['PATCH', {}]] as const) {
    expect((await given.graph(`${method} /subscriptions/${body.id}`, sent, as)).status).toBe(404);
  }
  expect((await given.graph('GET /subscriptions', undefined, as)).body.value).toEqual([]);
  expect((await given.graph(`GET /subscriptions/${body.id}`)).status).toBe(200);
});

test('prolonged, moved to another address and ended', async () => {
  const { body } = await subscribe();
  const one = `/subscriptions/${body.id}`;
  const later = inMinutes(600);
  const prolonged = await given.graph(`PATCH ${one}`, { expirationDateTime: later });
  expect([prolonged.status, prolonged.body.expirationDateTime]).toEqual([200, later]);
  expect(listener.handshakes).toHaveLength(1);
  const moved = await given.graph(`PATCH ${one}`, { notificationUrl: `${listener.url}/new?at=1` });
  expect([moved.status, listener.handshakes.length]).toEqual([200, 2]);
  expect((await given.graph(`PATCH ${one}`, { resource: 'sites/a/lists/b' })).status).toBe(400);
  expect((await given.graph(`DELETE ${one}`)).status).toBe(204);
  expect((await given.graph(`GET ${one}`)).status).toBe(404);
  await addRow('a');
  await wait(1500);
  expect(listener.heard).toHaveLength(0);
});

test('one that has run out tells nobody, and is not listed', async () => {
  const { body } = await subscribe();
  const ended = { expirationDateTime: new Date().toISOString() };
  expect((await given.ask(`PUT /local/subscriptions/${body.id}`, ended)).status).toBe(200);
  await addRow('a');
  await wait(1500);
  expect(listener.heard).toHaveLength(0);
  expect((await given.graph(`GET /subscriptions/${body.id}`)).status).toBe(404);
  const listed = await given.graph('GET /subscriptions');
  expect(JSON.stringify(listed.body)).not.toContain(body.id);
});

test('with the list it ends, without a word', async () => {
  const { body } = await subscribe();
  await given.graph(`DELETE ${site}/lists/${list}`);
  await wait(1500);
  expect(listener.heard).toHaveLength(0);
  expect((await given.graph(`GET /subscriptions/${body.id}`)).status).toBe(404);
});

test('in a batch it can be read and ended, but not made', async () => {
  const { body } = await subscribe();
  const headers = { 'Content-Type': 'application/json' };
  const requests = [
    { id: '1', method: 'POST', url: '/subscriptions', headers, body: asked() },
    { id: '2', method: 'GET', url: `/subscriptions/${body.id}` },
  ];
  const answer = await given.graph('POST /$batch', { requests });
  const statuses = answer.body.responses.map((one: { id: string; status: number }) => [
    one.id,
    one.status,
  ]);
  expect(Object.fromEntries(statuses)).toEqual({ 1: 501, 2: 200 });
});

test('it is kept when Microsoft 365 starts again, with what was not yet told', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'local-m365-'));
  const start = (port: number) =>
    startLocal({ port, dataFolder: folder, appUrl: 'http://localhost:9', quiet: true });
  const first = await start(0);
  const before = using(first, folder);
  await before.ask('PUT /local/sites/stoke-on-trent', { displayName: 'Stoke' });
  const made = await before.graph(`POST ${site}/lists`, register('Kept'));
  const where = `sites/${made.body.parentReference.siteId}/lists/${made.body.id}`;
  await before.graph('POST /subscriptions', asked({ resource: where }));
  await before.graph(`POST ${site}/lists/Kept/items`, { fields: { Key: 'a' } });
  await first.close();
  const second = await start(first.port);
  await listener.until(1);
  expect((await using(second, folder).graph('GET /subscriptions')).body.value).toMatchObject([
    { resource: where },
  ]);
  await second.close();
  await rm(folder, { recursive: true, force: true });
});

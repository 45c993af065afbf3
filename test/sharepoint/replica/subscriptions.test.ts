// One subscription a list: made, prolonged in time, made again when it went, and done without where
// Graph will not have it.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RegisterName } from '../../../src/registers/registers.ts';
import type { SharePoint } from '../../../src/sharepoint/open-sharepoint.ts';
import { type LocalSite, openLocalSite } from '../local-site.ts';

const kept: readonly RegisterName[] = ['returns', 'teams', 'people'];
const secret = 'a'.repeat(64);
const day = 24 * 3_600_000;

let local: LocalSite;
let sharepoint: SharePoint;
let listener: Server;
let address: string;
/** How far the life of subscriptions is moved, in milliseconds. */
let passed: number;
const never = () => false;

beforeAll(async () => {
  local = await openLocalSite();
  const maker = await local.open({ kept });
  await maker.provision();
  maker.close();
  sharepoint = await local.open({ kept });
  listener = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const token = url.searchParams.get('validationToken');
    request.resume();
    response.writeHead(token === null ? 202 : 200, { 'Content-Type': 'text/plain' });
    response.end(token ?? '');
  });
  await new Promise<void>((resolve) => listener.listen(0, resolve));
  address = `http://localhost:${(listener.address() as AddressInfo).port}/api/notifications`;
}, 60_000);
afterAll(async () => {
  sharepoint.close();
  listener.close();
  await local.close();
});

type Told = { readonly id: string; readonly resource: string; readonly expirationDateTime: string };
const there = async (): Promise<readonly Told[]> =>
  (await local.graph<{ value: Told[] }>('GET', '/subscriptions')).value;
const remove = async (some: readonly Told[]): Promise<void> => {
  for (const { id } of some) await local.graph('DELETE', `/subscriptions/${id}`);
};
const open = (more: { address?: string; isShared?: boolean } = {}) =>
  sharepoint.subscriptions({ address, secret, now: () => Date.now() + passed, ...more });
const asked = async (work: () => Promise<void>): Promise<number> => {
  const before = (await local.counted()).requests;
  await work();
  return (await local.counted()).requests - before;
};
const lastsDays = ({ expirationDateTime }: Told): number =>
  Math.round((Date.parse(expirationDateTime) - Date.now()) / day);

beforeEach(async () => {
  passed = 0;
  await local.faults({});
  await remove(await there());
});

describe('subscriptions', () => {
  test('there is one a list, for 29 days, and a beat with nothing to do asks nothing', async () => {
    const subscriptions = open();
    await subscriptions.keep(never);
    const made = await there();
    expect(new Set(made.map(({ resource }) => resource)).size).toBe(kept.length);
    expect(made.map(lastsDays)).toEqual([29, 29, 29]);
    expect(await asked(() => subscriptions.keep(never))).toBe(0);
    expect(subscriptions.trouble()).toBeNull();
  });

  test('with a third of its life left it is prolonged, and stays the same one', async () => {
    // Made so long ago: Graph's clock stands still, and the app's is behind by what has passed since.
    const madeDaysAgo = async (days: number) => {
      await remove(await there());
      passed = -days * day;
      const subscriptions = open();
      await subscriptions.keep(never);
      passed = 0;
      const before = await there();
      await subscriptions.keep(never);
      const after = await there();
      expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
      return after.map(lastsDays);
    };
    expect(await madeDaysAgo(19)).toEqual([10, 10, 10]);
    expect(await madeDaysAgo(20)).toEqual([29, 29, 29]);
  });

  test('one that is gone is made anew within the hour', async () => {
    const subscriptions = open();
    await subscriptions.keep(never);
    await remove((await there()).slice(0, 1));
    await subscriptions.keep(never);
    expect(await there()).toHaveLength(2);
    passed = 61 * 60_000;
    await subscriptions.keep(never);
    expect(await there()).toHaveLength(3);
  });

  test('busy lists are asked at each beat all the same where the word may reach another instance', async () => {
    for (const isShared of [true, false]) {
      await remove(await there());
      await open({ isShared }).keep(never);
      await sharepoint.refresh('all');
      // One request asks both of them.
      const busy = isShared ? 1 : 0;
      expect(await asked(() => sharepoint.refresh('due'))).toBe(busy);
    }
  });

  test('those an earlier run left are ended, but not another app’s', async () => {
    await open().keep(never);
    const elsewhere = open({ address: address.replace('/api', '/another/api') });
    await elsewhere.keep(never);
    const before = (await there()).map(({ id }) => id);
    await open().keep(never);
    const now = (await there()).map(({ id }) => id);
    expect(now).toHaveLength(6);
    expect(now.filter((id) => before.includes(id))).toHaveLength(3);
  });

  test('an address Graph cannot reach is said once, in plain words, and asked again after an hour', async () => {
    const subscriptions = open({ address: 'http://localhost:1/api/notifications' });
    await subscriptions.keep(never);
    expect(subscriptions.trouble()).toMatch(/on a timer only.*NOTIFICATION_URL/);
    expect(await asked(() => subscriptions.keep(never))).toBe(0);
    passed = 59 * 60_000;
    expect(await asked(() => subscriptions.keep(never))).toBe(0);
    passed = 61 * 60_000;
    expect(await asked(() => subscriptions.keep(never))).toBeGreaterThan(0);
    expect(local.logged.filter(({ event }) => event === 'subscribing')).toHaveLength(1);
  });

  test('without the right to it the app says so and goes on by the timer', async () => {
    await local.faults({
      script: [{ on: 'graph', method: 'POST', path: 'subscriptions', times: 9, status: 403 }],
    });
    const subscriptions = open();
    await subscriptions.keep(never);
    expect(subscriptions.trouble()).toMatch(/has no right to/);
    await local.faults({});
    passed = 61 * 60_000;
    await subscriptions.keep(never);
    expect(subscriptions.trouble()).toBeNull();
    expect(await there()).toHaveLength(3);
  });

  test('one that was refused leaves none under way that would be asked for a second time', async () => {
    await local.faults({
      script: [
        { on: 'graph', method: 'POST', path: 'subscriptions', times: 1, status: 403 },
        { on: 'graph', method: 'POST', path: 'subscriptions', times: 2, delayMs: 300 },
      ],
    });
    const subscriptions = open();
    const began = performance.now();
    await subscriptions.keep(never);
    expect(performance.now() - began).toBeGreaterThan(290);
    expect(await there()).toHaveLength(2);
    await local.faults({});
    passed = 61 * 60_000;
    await subscriptions.keep(never);
    expect(await there()).toHaveLength(3);
  });

  test('while Graph is away it says nothing of its own, and makes them when Graph is back', async () => {
    await local.faults({
      script: [{ on: 'graph', path: 'subscriptions', times: 4, status: 503 }],
    });
    const subscriptions = open();
    await subscriptions.keep(never);
    expect(subscriptions.trouble()).toBeNull();
    await local.faults({});
    passed = 61_000;
    await subscriptions.keep(never);
    expect(await there()).toHaveLength(3);
  });

  test('only a notice with the secret, of a list that is ours, names a register', async () => {
    const subscriptions = open();
    await subscriptions.keep(never);
    const [one] = await there();
    const resource = one?.resource ?? '';
    expect(kept).toContain(subscriptions.told({ clientState: secret, resource }));
    expect(subscriptions.told({ clientState: `${secret}a`, resource })).toBeNull();
    expect(subscriptions.told({ clientState: '', resource })).toBeNull();
    expect(subscriptions.told({ clientState: secret, resource: 'sites/a/lists/b' })).toBeNull();
  });
});

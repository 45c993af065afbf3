// Where several instances share one Outbox, an instance looks for what the others accepted before it answers: for
// whom it does, that they are answered by what it saw, and that a request whose token does not hold makes it ask for nothing.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Connector } from '../bot/connector.ts';
import { appEnvironment } from '../src/commands/local-settings.ts';
import { readConfig } from '../src/config.ts';
import type { Heartbeat } from '../src/instance/heartbeat.ts';
import type { Change } from '../src/registers/registers.ts';
import { assemble } from '../src/serve-http.ts';
import { tokensFor } from '../src/sharepoint/graph/tokens.ts';
import { openTelemetry } from '../src/telemetry/telemetry.ts';
import type { Log } from '../src/use-cases/ports.ts';
import { createNotificationRoutes } from '../src/web/notification-routes.ts';
import { attackedCouncil, pressFrom, stranger } from './attacks/attacked-house.ts';
import { type House, openHouse } from './given.ts';
import { ask } from './journeys/seat.ts';
import { asPending } from './pending.ts';

const log: Log = { info: () => undefined, fault: () => undefined };

let house: House;
let server: Server;
let url: string;
let looked = 0;
/** What another instance accepted a moment ago. */
let elsewhere: readonly Change[] = [];

beforeAll(async () => {
  house = await openHouse(attackedCouncil());
  const { ports } = house.app;
  const { site, startsAt } = house.council;
  const localPort = Number(new URL(house.localUrl).port);
  const { dataFolder } = house;
  const env = appEnvironment({ port: 1, localPort, dataFolder, site, startsAt });
  const config = readConfig(env);
  if ('faults' in config) throw new Error(config.faults.join(' '));
  const told = {
    routes: createNotificationRoutes({ told: () => false, log }),
    trouble: () => null,
  };
  const served = await assemble(config, {
    ports,
    tokens: tokensFor(config.credentials),
    connector: {} as Connector,
    heartbeat: {} as Heartbeat,
    settable: null,
    notified: { ...told, keep: () => Promise.resolve(), stop: () => undefined },
    standing: () => {
      throw new Error('Nobody asks how it is.');
    },
    offer: () => undefined,
    telemetry: await openTelemetry({ endpoint: null }, log),
    upToDate: async () => {
      looked += 1;
      await new Promise(setImmediate);
      ports.replica.lay(elsewhere.map((change, at) => asPending(change, 9_000_000 + at)));
    },
  });
  server = createServer(served);
  await new Promise<void>((done) => server.listen(0, () => done()));
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
}, 90_000);
afterAll(async () => {
  server.close();
  await house.close();
});
beforeEach(() => {
  looked = 0;
  elsewhere = [];
});

const send = async (path: string, token: string | null, body?: object) => {
  const answer = await fetch(`${url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, text: await answer.text() };
};
const made = async (path: string, asked: object): Promise<string> =>
  ((await ask('POST', `${house.localUrl}${path}`, asked)) as { token: string }).token;
const tabToken = (personId: string, overrides: object = {}) =>
  made('/local/sign-in/token', { personId, overrides });
const channelToken = (overrides: object = {}) =>
  made('/local/teams/token', { serviceUrl: house.localUrl, overrides });
const pressOf = (objectId: string) => ({
  ...pressFrom(objectId, house.localUrl),
  value: { action: { verb: 'owed', data: { v: 1 } } },
});
const left = (key: string): Change => ({ register: 'people', key, set: { leftOn: '2020-09-01' } });

describe('what others accepted', () => {
  test('is not looked for on behalf of somebody whose token does not hold', async () => {
    const somebody = house.objectIdOf('p-highways');
    const expired = await tabToken(somebody, { expiresInSeconds: -3_600 });
    const borrowed = await tabToken(somebody, { audience: 'https://graph.microsoft.com' });
    const ended = await channelToken({ expiresInSeconds: -3_600 });
    for (const token of [null, 'a.b.c', expired, borrowed, ended]) {
      for (const path of ['/api/me', '/api/plan', '/api/nothing'])
        expect([path, (await send(path, token)).status]).toEqual([path, 401]);
      for (const path of ['/api/messages', '/api/sign-off/approve'])
        expect([path, (await send(path, token, pressOf(somebody))).status]).toEqual([path, 401]);
    }
    const notice = { value: [{ clientState: 'guessed', resource: 'sites/x/lists/y' }] };
    expect((await send('/api/notifications', null, notice)).status).toBe(202);
    const atBot = await send('/api/messages', await channelToken(), {});
    expect([atBot.status, looked]).toEqual([400, 0]);
  });

  test('is seen before somebody who is signed in is answered: who has left meanwhile is not let in', async () => {
    const token = await tabToken(house.objectIdOf('p-voids'));
    expect((await send('/api/me', token)).status).toBe(200);
    elsewhere = [left('p-voids')];
    const told = await send('/api/me', token);
    expect([told.status, told.text]).toEqual([403, expect.stringContaining('you have left')]);
    expect(looked).toBe(2);
  });

  test('is seen before a press is answered', async () => {
    const repairs = pressOf(house.objectIdOf('p-repairs'));
    const token = await channelToken();
    expect((await send('/api/messages', token, repairs)).text).not.toContain('not asked any more');
    elsewhere = [left('p-repairs')];
    expect((await send('/api/messages', token, repairs)).text).toContain('not asked any more');
    expect(looked).toBe(2);
  });

  test('is seen before somebody is told that they are not in the People register', async () => {
    const token = await tabToken(stranger);
    expect((await send('/api/me', token)).status).toBe(403);
    const added = { title: 'A Newcomer', objectId: stranger, roles: ['owner'] };
    elsewhere = [{ register: 'people', key: 'p-newcomer', set: added }];
    expect((await send('/api/me', token)).status).toBe(200);
  });
});

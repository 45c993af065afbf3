import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Request, type Response } from 'express';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { botDoor } from '../../bot/door.ts';
import { sendRaw, statusOf } from '../attacks/raw-request.ts';
import { activity, appId, inSeconds, openChannel, serviceUrl, tenantId } from './channel.ts';

let channel: Awaited<ReturnType<typeof openChannel>>;
let server: Server;
let url: string;
let passed: unknown[] = [];

beforeAll(async () => {
  channel = await openChannel();
  const app = express();
  const log = { info() {}, fault() {} };
  app.post(
    '/api/messages',
    ...botDoor({
      appId,
      tenants: [tenantId],
      channelKeysUrl: channel.keysUrl,
      allowedServiceUrls: ['https://smba.example'],
      requestsPerMinute: 900_000,
      log,
    }),
    (request: Request, response: Response) => {
      passed.push(request.body);
      response.json({ passed: true });
    },
  );
  server = createServer(app);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
});
afterAll(async () => {
  server.close();
  await channel.close();
});
beforeEach(() => {
  passed = [];
});

const post = async (body: unknown, token: string | null, scheme = 'Bearer') => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `${scheme} ${token}` }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: answer.status, json: (await answer.json()) as unknown };
};

test('the channel’s own message goes through', async () => {
  expect(await post(activity(), await channel.sign())).toMatchObject({ status: 200 });
  expect(passed).toHaveLength(1);
});

test('a token five minutes old by another clock still goes through, and six does not', async () => {
  const four = await channel.sign({ exp: inSeconds(-4 * 60) });
  const six = await channel.sign({ exp: inSeconds(-6 * 60) });
  expect((await post(activity(), four)).status).toBe(200);
  expect((await post(activity(), six)).status).toBe(401);
});

describe('a token found good once', () => {
  afterEach(() => void vi.useRealTimers());

  test('goes through again, and not past its end', async () => {
    const token = await channel.sign({ exp: inSeconds(20 * 60) });
    const later = (minutes: number) =>
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 });
    expect((await post(activity(), token)).status).toBe(200);
    expect((await post(activity(), token)).status).toBe(200);
    later(10);
    expect((await post(activity(), token)).status).toBe(200);
    later(20);
    expect((await post(activity(), token)).status).toBe(401);
  });

  test('is no good for another service than its own', async () => {
    const token = await channel.sign();
    expect((await post(activity(), token)).status).toBe(200);
    const elsewhere = { serviceUrl: 'https://smba.example/amer/' };
    expect((await post({ ...activity(), ...elsewhere }, token)).status).toBe(403);
  });

  test('is no good for a tenant nobody serves', async () => {
    const token = await channel.sign();
    expect((await post(activity(), token)).status).toBe(200);
    const elsewhere = { channelData: { tenant: { id: 'another-tenant' } } };
    expect((await post({ ...activity(), ...elsewhere }, token)).status).toBe(403);
  });
});

describe('turned away, with short JSON and no hint', () => {
  const none = () =>
    [
      Buffer.from('{"alg":"none","kid":"channel"}').toString('base64url'),
      Buffer.from(
        JSON.stringify({
          iss: 'https://api.botframework.com',
          aud: appId,
          serviceurl: serviceUrl,
          exp: inSeconds(600),
        }),
      ).toString('base64url'),
      'AA',
    ].join('.');
  const tab = `https://login.microsoftonline.com/${tenantId}/v2.0`;
  type Case = readonly [string, number, () => Promise<string> | string | null, object?];
  const cases: readonly Case[] = [
    ['no token', 401, () => null],
    ['words for a token', 401, () => 'let me in'],
    ['a token signed by a stranger', 401, () => channel.forge()],
    ['a token under a key id nobody has', 401, () => channel.forge({}, 'unknown')],
    ['a token without a signature', 401, none],
    ['an expired token', 401, () => channel.sign({ exp: inSeconds(-3_600) })],
    ['a token not valid yet', 401, () => channel.sign({ nbf: inSeconds(3_600) })],
    ['a token without an end', 401, () => channel.sign({ exp: undefined })],
    ['a token for another app', 401, () => channel.sign({ aud: 'another-app' })],
    [
      'a tab’s own sign-in token',
      401,
      () => channel.sign({ iss: tab, tid: tenantId, scp: 'access_as_user' }),
    ],
    [
      'a tab’s token of an older kind',
      401,
      () => channel.sign({ iss: `https://sts.windows.net/${tenantId}/` }),
    ],
    ['a token without a service', 401, () => channel.sign({ serviceurl: undefined })],
    [
      'another service than the token’s',
      403,
      () => channel.sign({ serviceurl: 'https://smba.example/amer/' }),
    ],
    [
      'a service nobody allowed',
      403,
      () => channel.sign({ serviceurl: 'https://evil.example/' }),
      { serviceUrl: 'https://evil.example/' },
    ],
    [
      'an allowed name as a user name',
      403,
      () => channel.sign({ serviceurl: 'https://smba.example@evil.example/' }),
      { serviceUrl: 'https://smba.example@evil.example/' },
    ],
    ['another tenant', 403, () => channel.sign(), { channelData: { tenant: { id: 'another' } } }],
    [
      'another tenant behind ours',
      403,
      () => channel.sign(),
      { conversation: { id: 'a:1', tenantId: 'another' } },
    ],
    ['no tenant', 403, () => channel.sign(), { channelData: {}, conversation: { id: 'a:1' } }],
    ['an activity without a sender', 400, () => channel.sign(), { from: undefined }],
    ['an activity without a service', 400, () => channel.sign(), { serviceUrl: undefined }],
  ];
  const named = cases.map(([what, status, token, more = {}]) => ({ what, status, token, more }));
  test.each(named)('$what', async ({ status, token, more }) => {
    const answer = await post(activity(more), await token());
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.json).length).toBeLessThan(40);
    expect(passed).toEqual([]);
  });

  test('without the channel’s token, whatever is sent is refused before its body is read', async () => {
    const bodies = ['{"type":', '', '[]', '{}', 'x'.repeat(1_000_000), '{"__proto__":{}}'];
    for (const token of [null, 'let me in', none(), await channel.forge()])
      for (const body of bodies)
        expect(await post(body, token)).toEqual({ status: 401, json: { error: 'unauthorised' } });
    const head = [
      'POST /api/messages HTTP/1.1',
      'Host: x',
      `Authorization: Bearer ${await channel.forge()}`,
      'Content-Length: 90000',
    ];
    // None of the body has come, and the answer has.
    const { text } = await sendRaw(url, [`${head.join('\r\n')}\r\n\r\n`], { patience: 1_000 });
    expect(statusOf(text)).toBe(401);
    expect(passed).toEqual([]);
  });

  test('a megabyte of comment', async () => {
    const token = await channel.sign();
    expect(await post(activity({ text: 'x'.repeat(1_000_000) }), token)).toEqual({
      status: 413,
      json: { error: 'too large' },
    });
  });

  test.each(['{"type":', '', '"words"', '[]', 'null'])('malformed JSON: %s', async (body) => {
    const answer = await post(body, await channel.sign());
    expect(answer).toEqual({ status: 400, json: { error: 'bad request' } });
  });
});

test('unknown key ids do not make us fetch the key set each time', async () => {
  const before = channel.fetches();
  for (let index = 0; index < 20; index += 1)
    await post(activity(), await channel.forge({}, `unknown-${index}`));
  expect(channel.fetches() - before).toBeLessThanOrEqual(1);
});

test('one person presses so often in a minute and is then asked to wait, and nobody else is', async () => {
  const app = express();
  const log = { info() {}, fault() {} };
  const reach = { appId, tenants: [tenantId], channelKeysUrl: channel.keysUrl, log };
  const allowed = { allowedServiceUrls: ['https://smba.example'], requestsPerMinute: 10 };
  app.post('/', ...botDoor({ ...reach, ...allowed }), (_request: Request, response: Response) => {
    response.json('passed');
  });
  const strict = createServer(app);
  await new Promise<void>((done) => strict.listen(0, '127.0.0.1', done));
  const token = await channel.sign();
  const press = async (from: string, more: object) => {
    const answer = await fetch(`http://127.0.0.1:${(strict.address() as AddressInfo).port}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(activity({ from: { id: `29:${from}`, aadObjectId: from }, ...more })),
    });
    return {
      status: answer.status,
      wait: answer.headers.get('retry-after'),
      said: await answer.json(),
    };
  };
  const pressing = { type: 'invoke', name: 'adaptiveCard/action' };
  for (let count = 0; count < 10; count += 1)
    expect((await press('one', pressing)).said).toBe('passed');
  const told = await press('one', pressing);
  expect(told.said).toMatchObject({
    statusCode: 400,
    type: 'application/vnd.microsoft.error',
    value: { message: expect.stringContaining('wait a minute and try again') },
  });
  expect(await press('one', {})).toMatchObject({
    status: 429,
    wait: expect.stringMatching(/^\d+$/),
  });
  expect((await press('another', pressing)).said).toBe('passed');
  strict.close();
});

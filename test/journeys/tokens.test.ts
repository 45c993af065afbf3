// Tokens that are not what they say, at both of the app's doors: each refused with its own status, no
// word said anywhere, and the register as it was.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appId, tenantId } from '../../src/local/ids.ts';
import { type House, openHouse } from '../given.ts';
import { figuresFor, leftAlone } from './answering.ts';
import { ask } from './seat.ts';
import { cycle, smallCouncil } from './small-council.ts';

let house: House;
let attacker: Server;
let heardByAttacker = 0;
const voids = 'operating-plan-2020-21|COM 9|2020-21 Q2';
const otherTenant = 'ffffffff-5f7e-4c0a-9d3b-2e64b8f0a101';

beforeAll(async () => {
  house = await openHouse(smallCouncil(['p-voids', 'p-repairs']));
  await house.moveClock('next');
  attacker = createServer((_request, response) => {
    heardByAttacker += 1;
    response.end('{}');
  });
  await new Promise<void>((ready) => attacker.listen(0, '127.0.0.1', ready));
});
afterAll(async () => {
  attacker.close();
  await house.close();
});

const attackerUrl = () => `http://127.0.0.1:${(attacker.address() as AddressInfo).port}/`;
const ownService = () => `${house.localUrl}/`;

/** A press that would be taken, were the token good. */
const press = (more: object = {}) => ({
  type: 'invoke',
  id: 'f:1',
  name: 'adaptiveCard/action',
  channelId: 'msteams',
  serviceUrl: ownService(),
  from: { id: '29:voids', aadObjectId: house.objectIdOf('p-voids') },
  recipient: { id: `28:${appId}` },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId },
  channelData: { tenant: { id: tenantId } },
  value: {
    action: {
      type: 'Action.Execute',
      verb: 'answer',
      data: {
        v: 1,
        cycle,
        return: voids,
        revision: 0,
        ...leftAlone,
        ...figuresFor(house.council, voids),
      },
    },
    trigger: 'manual',
  },
  ...more,
});

const atBotsDoor = async (token: string | null, activity: object = press()): Promise<number> => {
  const answer = await fetch(`${house.appUrl}/api/messages`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(activity),
  });
  await answer.text();
  return answer.status;
};
const atTabsDoor = async (token: string | null): Promise<number> => {
  const answer = await fetch(`${house.appUrl}/api/plan`, {
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  });
  await answer.text();
  return answer.status;
};
const channelToken = async (overrides: object = {}, serviceUrl = ownService()): Promise<string> =>
  (
    (await ask('POST', `${house.localUrl}/local/teams/token`, { serviceUrl, overrides })) as {
      token: string;
    }
  ).token;

const partsOfToken = (token: string) =>
  token
    .split('.')
    .slice(0, 2)
    .map(
      (part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>,
    );
/** The same claims under the same key id, signed by somebody else. */
const forged = async (token: string): Promise<string> => {
  const [header = {}, claims = {}] = partsOfToken(token);
  const { privateKey } = await generateKeyPair('RS256');
  return new SignJWT(claims).setProtectedHeader({ ...header, alg: 'RS256' }).sign(privateKey);
};
const unsigned = (token: string): string => {
  const header = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
  return `${header}.${token.split('.')[1]}.`;
};
const tampered = (token: string): string => {
  const [header, , signature] = token.split('.');
  const [, claims = {}] = partsOfToken(token);
  const raised = JSON.stringify({ ...claims, oid: house.objectIdOf('p-performance') });
  return `${header}.${Buffer.from(raised).toString('base64url')}.${signature}`;
};
/** The app's own token, for Graph or for the bot connector. */
const appsOwn = async (scope: string): Promise<string> => {
  const answer = await fetch(`${house.localUrl}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: 'local',
      scope,
    }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
};

type Case = readonly [string, number, () => Promise<string> | null, (() => object)?];
const tab = (overrides: object = {}) => house.tabToken('p-voids', overrides);

/** For Graph in the name of somebody who is signed in to the tab. */
const onBehalf = async (): Promise<string> => {
  const answer = await fetch(`${house.localUrl}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      client_id: appId,
      client_secret: 'local',
      assertion: await tab(),
      scope: 'https://graph.microsoft.com/User.ReadBasic.All',
    }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
};
/** The same claims, signed by whoever signed them, under a key id nobody published. */
const underAnotherKey = (token: string): string => {
  const [header = {}] = partsOfToken(token);
  const [, claims, signature] = token.split('.');
  const named = Buffer.from(JSON.stringify({ ...header, kid: 'another' })).toString('base64url');
  return `${named}.${claims}.${signature}`;
};
/** Who somebody is, as Entra tells an app that signs them in: for the app, with no scope. */
const idToken = () => tab({ scp: '' });

const botCases: readonly Case[] = [
  ['no token', 401, () => null],
  ['a forged token', 401, async () => forged(await channelToken())],
  ['an expired token', 401, () => channelToken({ expiresInSeconds: -3_600 })],
  [
    'a token expired by a second more than clocks may differ',
    401,
    () => channelToken({ expiresInSeconds: -301, notBeforeInSeconds: -3_600 }),
  ],
  [
    'a token not valid yet',
    401,
    () => channelToken({ notBeforeInSeconds: 600, expiresInSeconds: 3_600 }),
  ],
  ['a token under a key nobody published', 401, async () => underAnotherKey(await channelToken())],
  ['a token for Graph in somebody’s name', 401, () => onBehalf()],
  ['an id token', 401, () => idToken()],
  ['a token that says it needs no signature', 401, async () => unsigned(await channelToken())],
  ['a token for another app', 401, () => channelToken({ audience: otherTenant })],
  ['a token of another issuer', 401, () => channelToken({ issuer: 'https://evil.example' })],
  ['a tab’s sign-in token', 401, () => tab()],
  ['a tab’s token of another tenant', 401, () => tab({ tenantId: otherTenant })],
  [
    'a tab’s token dressed as the channel’s',
    401,
    () => tab({ issuer: 'https://api.botframework.com' }),
  ],
  ['the app’s own token for Teams', 401, () => appsOwn('https://api.botframework.com/.default')],
  [
    'a person of another tenant',
    403,
    () => channelToken(),
    () => ({ channelData: { tenant: { id: otherTenant } } }),
  ],
  [
    'a service address that is not the token’s',
    403,
    () => channelToken(),
    () => ({ serviceUrl: attackerUrl() }),
  ],
  [
    'a token for a service nobody allowed',
    403,
    () => channelToken({}, attackerUrl()),
    () => ({ serviceUrl: attackerUrl() }),
  ],
];

describe('at the bot’s door', () => {
  test.each(botCases.map(([what, status, token, more]) => ({ what, status, token, more })))(
    '$what is turned away, and nothing is sent anywhere',
    async ({ status, token, more }) => {
      const before = await house.list('Returns');
      const recorded = (await house.record()).length;
      const given = await token();
      expect(await atBotsDoor(given, press(more?.()))).toBe(status);
      const spoken = { ...press(more?.()), type: 'message', text: 'hello' };
      expect(await atBotsDoor(given, spoken)).toBe(status);
      expect(await house.list('Returns')).toEqual(before);
      expect(await house.record()).toHaveLength(recorded);
      expect(heardByAttacker).toBe(0);
    },
  );
});

test('a press nested ten thousand deep is refused, and the bot goes on answering', async () => {
  const before = await house.list('Returns');
  const body = JSON.stringify(press()).replace(
    /"value":"[^"]+"/,
    `"value":${'['.repeat(10_000)}${']'.repeat(10_000)}`,
  );
  const answer = await fetch(`${house.appUrl}/api/messages`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await channelToken()}`,
    },
    body,
  });
  const said = answer.status === 200 ? ((await answer.json()) as { statusCode: number }) : null;
  expect(said?.statusCode ?? answer.status).toBe(400);
  await house.seat('p-repairs').say('still there?');
  expect(await house.list('Returns')).toEqual(before);
});

const tabCases: readonly Case[] = [
  ['no token', 401, () => null],
  ['a forged token', 401, async () => forged(await tab())],
  ['a token somebody has changed', 401, async () => tampered(await tab())],
  ['an expired token', 401, () => tab({ expiresInSeconds: -3_600 })],
  ['a token not valid yet', 401, () => tab({ notBeforeInSeconds: 3_600 })],
  ['a token that says it needs no signature', 401, async () => unsigned(await tab())],
  ['a token of another tenant', 401, () => tab({ tenantId: otherTenant })],
  ['a token for another app', 401, () => tab({ audience: 'https://graph.microsoft.com' })],
  ['a token without the tab’s scope', 401, () => tab({ scp: 'openid' })],
  ['the bot channel’s token', 401, () => channelToken()],
  [
    'the bot channel’s token dressed as the tenant’s',
    401,
    () => channelToken({ issuer: `${house.localUrl}/${tenantId}/v2.0` }),
  ],
  ['an id token', 401, () => idToken()],
  ['a token for Graph in the person’s own name', 401, () => onBehalf()],
  ['the app’s own token for the tab', 401, () => appsOwn(`api://${appId}/.default`)],
  ['a token under a key nobody published', 401, async () => underAnotherKey(await tab())],
  [
    'a token expired by a second',
    401,
    () => tab({ expiresInSeconds: -1, notBeforeInSeconds: -3_600 }),
  ],
  [
    'a token valid a little later than clocks may differ',
    401,
    () => tab({ notBeforeInSeconds: 70 }),
  ],
  ['the app’s own token for Graph', 401, () => appsOwn('https://graph.microsoft.com/.default')],
];

describe('at the tab’s door', () => {
  test.each(tabCases.map(([what, status, token]) => ({ what, status, token })))(
    '$what is turned away',
    async ({ status, token }) => {
      expect(await atTabsDoor(await token())).toBe(status);
    },
  );

  test('the council’s clock cannot be moved with a tab’s token', async () => {
    const answer = await fetch(`${house.appUrl}/local/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await tab()}` },
      body: JSON.stringify({ move: 'close' }),
    });
    expect(answer.status).toBe(403);
  });
});

test('the very same press with the channel’s token is taken, so that the refusals above mean something', async () => {
  expect(await atBotsDoor(await channelToken())).toBe(200);
  const row = (await house.list('Returns')).find((each) => each['Key'] === voids);
  const value = Number(figuresFor(house.council, voids)['value']);
  expect(row).toMatchObject({ State: 'Returned', Value: value, Revision: 1 });
  expect(await atTabsDoor(await tab())).toBe(200);
});

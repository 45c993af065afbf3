// A tenant begun empty, and what an administrator makes in it by its pages: nothing works before its time.
import { decodeJwt } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { appId, tenantId } from '../../src/local/ids.ts';
import { manifestText, packageFor, packageWith } from './administrator.ts';
import { botScope, owner } from './given.ts';
import {
  type Empty,
  endpoint,
  givenEmpty,
  idUri,
  registerAll,
  secretOn,
  tokenFor,
} from './given-empty.ts';

const rolesIn = (token = '') => decodeJwt(token)['roles'];

describe('an app in a tenant begun empty', () => {
  let empty: Empty;
  beforeAll(async () => {
    empty = await givenEmpty();
  });

  it('has no token until it is registered and has a secret', async () => {
    expect(await tokenFor(empty, 'local')).toMatchObject({
      error_description: expect.stringContaining('was not found in the directory') as string,
    });
    const { send, look } = empty.administrator;
    expect((await send('/apps/register', { name: 'Golden Thread' })).said).toBe(
      'Golden Thread is registered.',
    );
    expect(await tokenFor(empty, 'local')).toHaveProperty('error');
    const first = secretOn((await send('/apps/secret')).page);
    expect(await tokenFor(empty, first)).toHaveProperty('access_token');
    // It was shown that once, and another takes its place.
    expect((await look('/apps')).page).not.toContain(first);
    const second = secretOn((await send('/apps/secret')).page);
    expect(await tokenFor(empty, first)).toHaveProperty('error');
    expect(await tokenFor(empty, second)).toHaveProperty('access_token');
  });

  it('may do nothing by asking, and what it asked for by consent', async () => {
    const { send } = empty.administrator;
    const secret = secretOn((await send('/apps/secret')).page);
    const roles = async () => rolesIn((await tokenFor(empty, secret)).access_token);
    await send('/apps/permissions', { permission: ['Sites.Selected', 'Whatever.All'] });
    expect(await roles()).toEqual([]);
    expect((await send('/apps/consent')).said).toBe('Granted: Sites.Selected.');
    expect(await roles()).toEqual(['Sites.Selected']);
    await send('/apps/permissions');
    expect(await roles()).toEqual(['Sites.Selected']);
    await send('/apps/consent');
    expect(await roles()).toEqual([]);
  });

  it('opens one site, as far as it was granted there', async () => {
    const { send, look } = empty.administrator;
    await send('/apps/permissions', { permission: 'Sites.Selected' });
    await send('/apps/consent');
    const secret = secretOn((await send('/apps/secret')).page);
    await send('/sites', { displayName: 'Council plan', name: 'plan' });
    const { access_token: token } = await tokenFor(empty, secret);
    const ask = async (method: string) =>
      (
        await empty.given.ask(
          `${method} /v1.0/sites/localhost:/sites/plan:/lists`,
          method === 'GET' ? undefined : { displayName: `A list ${crypto.randomUUID()}` },
          { Authorization: `Bearer ${token}` },
        )
      ).status;
    expect(await ask('GET')).toBe(403);
    await send('/sites/plan', { app: appId, role: 'fullcontrol' });
    expect(await ask('POST')).toBe(201);
    expect((await send('/sites/plan', { app: appId, role: 'write' })).said).toBe(
      'Golden Thread has write in Council plan, and no other role.',
    );
    expect([await ask('GET'), await ask('POST')]).toEqual([200, 403]);
    const grant = /name="remove" value="([^"]+)"/.exec((await look('/sites/plan')).page)?.[1];
    await send('/sites/plan', { remove: grant ?? '' });
    expect(await ask('GET')).toBe(403);
  });

  it.each([
    ['/apps/expose', { idUri: `https://plan.council.gov.uk/${appId}` }, /must be api:\/\//],
    ['/apps/expose', { idUri: `api://${appId}` }, /Teams gives no token for any other/],
    ['/apps/register', { name: 'Another' }, /registered already/],
    ['/bots', { app: crypto.randomUUID(), endpoint }, /No app with the id .* is registered/],
    ['/bots', { app: appId, endpoint: 'http://plan.council.gov.uk' }, /must be an https address/],
    ['/sites', { displayName: 'A', name: '../up' }, /letters, digits and hyphens/],
    ['/sites', { displayName: 'A', name: 'plan' }, /There is a site plan already/],
    ['/sites/plan', { app: 'somebody', role: 'write' }, /No app with the id somebody/],
    ['/users', { displayName: 'A', userPrincipalName: 'not one' }, /needs a display name/],
    ['/users', { ...owner, installed: '' }, /already/],
  ])('a form that cannot be carried out says why: %s %j', async (place, fields, words) => {
    const { status, said } = await empty.administrator.send(place, fields);
    expect(status).toBe(422);
    expect(said).toMatch(words);
  });

  it('what is typed is shown as text, and a page of another site changes nothing', async () => {
    const { send, look } = empty.administrator;
    const displayName = '<script>alert("1")</script>';
    await send('/users', { displayName, userPrincipalName: 'script@council.example' });
    const { page } = await look('/users');
    expect(page).not.toContain('<script>');
    expect(page).toContain('&#60;script&#62;');
    const stranger = { origin: 'https://elsewhere.example' };
    const asked = { displayName: 'B', userPrincipalName: 'b@council.example' };
    expect((await send('/users', asked, stranger)).status).toBe(403);
    expect((await look('/users.csv')).page).not.toContain('b@council.example');
  });
});

describe('the Teams app of a tenant begun empty', () => {
  let empty: Empty;
  const upload = async (zip: Uint8Array) =>
    (await empty.administrator.send('/teams/upload', { package: zip })).said.split('\n');
  beforeAll(async () => {
    empty = await givenEmpty();
  });

  it('speaks of an app, a sign-in and a bot that are registered', async () => {
    const zip = await packageFor();
    expect(await upload(zip)).toEqual([
      `No app with the id ${appId} is registered in this tenant: see App registrations.`,
    ]);
    await empty.administrator.send('/apps/register', { name: 'Golden Thread' });
    expect(await upload(zip)).toEqual([
      `Sign-in is for ${idUri}, and the app's Application ID URI is not set.`,
      `No bot with the id ${appId} is registered for Teams: see Bots.`,
    ]);
  });

  it('cannot be installed, and its bot neither hears nor speaks, before it is uploaded', async () => {
    const { given, bot } = empty;
    expect((await given.ask(`POST /local/teams/people/${owner.id}/install`)).status).toBe(409);
    expect((await empty.administrator.send('/teams/install')).said).toBe('Upload the app first.');
    const secret = secretOn((await empty.administrator.send('/apps/secret')).page);
    const { access_token: token } = await tokenFor(empty, secret, botScope);
    const said = await given.ask(
      'POST /v3/conversations',
      { members: [{ id: owner.id }], tenantId },
      { Authorization: `Bearer ${token}` },
    );
    expect(said.status).toBe(401);
    expect((await given.ask('GET /local/config')).body).toMatchObject({ tabUrl: null });
    expect(bot.heard).toEqual([]);
  });

  it.each([
    ['that is no zip', () => Promise.resolve(new Uint8Array([1, 2, 3])), /not a zip/],
    ['without a manifest', () => packageWith({ 'manifest.json': null }), /no manifest\.json/],
    ['with half a manifest', () => packageWith({ 'manifest.json': '{' }), /no manifest\.json/],
    [
      'of no known schema',
      () => packageWith({ 'manifest.json': '{"manifestVersion":"9.9"}' }),
      /no version/,
    ],
  ])('a package %s is refused with the reason', async (_what, zip, words) => {
    await registerAll(empty);
    expect((await upload(await zip())).join('\n')).toMatch(words);
  });

  it('a package is told of everything wrong with it at once', async () => {
    await registerAll(empty);
    const { icons: _icons, ...rest } = JSON.parse(await manifestText()) as { icons: unknown };
    const words = await upload(
      await packageWith({
        'manifest.json': JSON.stringify({
          ...rest,
          icons: { color: 'colour.png' },
          staticTabs: [
            {
              entityId: 'a',
              name: 'A',
              scopes: ['personal'],
              contentUrl: 'https://elsewhere.gov.uk/tab',
            },
          ],
        }),
        'colour.png': 'red',
        'en-GB.json': null,
      }),
    );
    expect(words.join('\n')).toMatch(/outline/);
    expect(words).toEqual(
      expect.arrayContaining([
        'colour.png must be a PNG of 192 by 192 pixels.',
        'An icon is not in the zip.',
        'en-GB.json is not in the zip.',
        'https://elsewhere.gov.uk/tab is in no domain of validDomains.',
      ]),
    );
  });

  it('a package for another address than the one signed in for is refused', async () => {
    await registerAll(empty);
    const other = await packageFor({
      PUBLIC_URL: 'https://other.council.gov.uk',
      APP_ID_URI: `api://other.council.gov.uk/${appId}`,
    });
    expect(await upload(other)).toEqual([
      `Sign-in is for api://other.council.gov.uk/${appId}, and the app's Application ID URI is ${idUri}.`,
    ]);
  });

  it('once uploaded is installed for everybody, and the bot hears of it at its own endpoint; a restart forgets nothing', async () => {
    await registerAll(empty);
    const { administrator, bot } = empty;
    expect(await upload(await packageFor())).toEqual([
      "Golden Thread 1.2.3 is in the council's Teams catalogue.",
    ]);
    expect((await administrator.send('/teams/install')).said).toBe('Installed for 1 person.');
    expect(bot.heard.map(({ path: to, activity }) => [to, activity.type])).toEqual([
      ['/bot/messages', 'conversationUpdate'],
      ['/bot/messages', 'installationUpdate'],
    ]);
    const again = await empty.restart();
    expect((await again.given.ask('GET /local/config')).body).toMatchObject({
      tabUrl: `${bot.url}/tab`,
    });
    expect((await again.administrator.look('/teams')).page).toContain('1.2.3');
  });
});

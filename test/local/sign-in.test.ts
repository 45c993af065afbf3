// Signing in: who gets which token, who is turned away, and with which of Microsoft's words.
import { createRemoteJWKSet, jwtVerify, SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { appId, tenantId } from '../../src/local/ids.ts';
import { botScope, type Given, givenLocal, graphScope, owner } from './given.ts';

let given: Given;
beforeAll(async () => {
  given = await givenLocal();
});

const asGraph = (token: string) =>
  given.ask('GET /v1.0/sites/localhost:/sites/stoke-on-trent', undefined, {
    Authorization: `Bearer ${token}`,
  });

const askToken = async (form: Record<string, string>, tenant = tenantId) => {
  const usual = {
    grant_type: 'client_credentials',
    client_id: 'local',
    client_secret: 'local',
    scope: graphScope,
  };
  const body = new URLSearchParams({ ...usual, ...form });
  const response = await fetch(`${given.local.url}/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    body,
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

test('anyone on this machine may sign in as local and read the lists', async () => {
  const { status, body } = await askToken({});
  expect(status).toBe(200);
  expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599 });
  expect((await asGraph(String(body['access_token']))).status).toBe(200);
});

test.each([
  [{ what: 'a wrong secret', client_secret: 'guess' }, 'invalid_client 7000215'],
  [{ what: 'an unknown app', client_id: 'stranger' }, 'unauthorized_client 700016'],
  [{ what: 'a scope without /.default', scope: 'Sites.Read.All' }, 'invalid_scope 1002012'],
  [{ what: 'a resource nobody has', scope: 'api://no/.default' }, 'invalid_resource 500011'],
  [{ what: 'a password', grant_type: 'password' }, 'unsupported_grant_type 70003'],
])('$what gets no token, in Entra’s words', async (form, words) => {
  const refused = await askToken(form as Record<string, string>);
  const [error, code] = words.split(' ');
  expect(refused.status).toBe(error === 'invalid_client' ? 401 : 400);
  expect(refused.body['error']).toBe(error);
  expect(String(refused.body['error_description'])).toContain(`AADSTS${code}: `);
});

test('another tenant is not known here', async () => {
  const refused = await askToken({}, '00000000-0000-4000-8000-000000000000');
  expect([refused.status, refused.body['error_codes']]).toEqual([400, [90002]]);
});

test('a tab token can be checked against the published keys', async () => {
  const discovery = await given.ask(`GET /${tenantId}/v2.0/.well-known/openid-configuration`);
  const keys = createRemoteJWKSet(new URL(discovery.body.jwks_uri));
  const { body } = await given.ask('POST /local/sign-in/token', { personId: owner.id });
  const { payload } = await jwtVerify(body.token, keys, {
    issuer: discovery.body.issuer,
    audience: appId,
  });
  expect(payload).toMatchObject({
    oid: owner.id,
    tid: tenantId,
    scp: 'access_as_user',
    ver: '2.0',
  });
  expect(payload['preferred_username']).toBe(owner.userPrincipalName);
});

test('a channel token is signed by other keys than a person’s', async () => {
  const keys = createRemoteJWKSet(new URL(`${given.local.url}/v1/.well-known/keys`));
  const { body } = await given.ask('POST /local/teams/token', {});
  const { payload } = await jwtVerify(body.token, keys, { issuer: 'https://api.botframework.com' });
  expect(payload).toMatchObject({ aud: appId, serviceurl: `${given.local.url}/` });
  const tab = await given.ask('POST /local/sign-in/token', { personId: owner.id });
  await expect(jwtVerify(tab.body.token, keys)).rejects.toThrow(/./);
});

test('Graph turns away no token, a forged one, an expired one, and one meant for somewhere else', async () => {
  const none = await given.ask('GET /v1.0/users');
  expect([none.status, none.body.error.code]).toEqual([401, 'InvalidAuthenticationToken']);
  expect(none.headers.get('www-authenticate')).toContain('Bearer');

  const forged = await new SignJWT({ tid: tenantId, idtyp: 'app', appid: appId })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(`${given.local.url}/${tenantId}/v2.0`)
    .setAudience('https://graph.microsoft.com')
    .setNotBefore('0s')
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode('a secret of their own, long enough'));
  expect((await asGraph(forged)).status).toBe(401);

  const audience = 'https://graph.microsoft.com';
  const expired = { personId: owner.id, overrides: { audience, expiresInSeconds: -1 } };
  const { body } = await given.ask('POST /local/sign-in/token', expired);
  expect((await asGraph(body.token)).body.error.message).toContain('expired');

  expect((await asGraph(await given.token(botScope))).body.error.message).toContain('audience');
  const tab = await given.ask('POST /local/sign-in/token', { personId: owner.id });
  expect((await asGraph(tab.body.token)).status).toBe(401);
});

test('a row changed by a person says so, and one changed by the app says that', async () => {
  const audience = 'https://graph.microsoft.com';
  const { body } = await given.ask('POST /local/sign-in/token', {
    personId: owner.id,
    overrides: { audience },
  });
  const lists = '/v1.0/sites/localhost:/sites/stoke-on-trent:/lists';
  const asOwner = { Authorization: `Bearer ${body.token}` };
  await given.graph(`POST ${lists.slice(5)}`, { displayName: 'Notes' });
  const made = await given.ask(`POST ${lists}/Notes/items`, { fields: { Title: 'Mine' } }, asOwner);
  expect(made.body.createdBy.user).toMatchObject({ id: owner.id, email: owner.userPrincipalName });
  const changed = await given.graph(`PATCH ${lists.slice(5)}/Notes/items/1`, {
    fields: { Title: 'x' },
  });
  expect(changed.body.lastModifiedBy.application.displayName).toBe('Golden Thread');
});

test('on behalf of a person the app reads and writes as them, and for nobody else', async () => {
  const { body: tab } = await given.ask('POST /local/sign-in/token', { personId: owner.id });
  const asked = {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
    client_id: appId,
    assertion: tab.token,
    scope: 'https://graph.microsoft.com/Sites.Selected',
  };
  const got = await askToken(asked);
  expect([got.status, got.body['scope']]).toEqual([200, asked.scope]);
  const lists = '/sites/localhost:/sites/stoke-on-trent:/lists';
  await given.graph(`POST ${lists}`, { displayName: 'Signed' });
  const as = { Authorization: `Bearer ${String(got.body['access_token'])}` };
  const made = await given.graph(`POST ${lists}/Signed/items`, { fields: { Title: 'Mine' } }, as);
  expect(made.body.createdBy.user.id).toBe(owner.id);

  const { body: foreign } = await given.ask('POST /local/sign-in/token', {
    personId: owner.id,
    overrides: { audience: 'another-app' },
  });
  for (const assertion of [foreign.token, 'no token', await given.token(graphScope)]) {
    const refused = await askToken({ ...asked, assertion });
    expect([refused.status, refused.body['error_codes']]).toEqual([400, [50013]]);
  }
});

describe('what an app may have on behalf of people', () => {
  const asked = async (scope: string) => {
    const { body: tab } = await given.ask('POST /local/sign-in/token', { personId: owner.id });
    return askToken({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      client_id: appId,
      assertion: tab.token,
      scope,
    });
  };
  const agreeTo = (scopes: readonly string[]) => given.ask(`PUT /local/apps/${appId}`, { scopes });
  const graph = 'https://graph.microsoft.com';
  const address = (more: Record<string, string> = {}) => {
    const query = { client_id: appId, redirect_uri: 'http://localhost:3978/consent', ...more };
    return `${given.local.url}/${tenantId}/adminconsent?${new URLSearchParams(query)}`;
  };
  const press = (said: string, headers: Record<string, string> = {}) =>
    fetch(address(), {
      method: 'POST',
      body: new URLSearchParams({ said }),
      redirect: 'manual',
      headers,
    });

  test('is refused in Entra’s words for a scope nobody agreed to, and given for one they did', async () => {
    await agreeTo(['User.ReadBasic.All']);
    const { status, body } = await asked(`${graph}/Sites.Selected`);
    expect([status, body['error'], body['suberror'], body['error_codes']]).toEqual([
      400,
      'invalid_grant',
      'consent_required',
      [65001],
    ]);
    expect((await asked(`${graph}/User.ReadBasic.All`)).status).toBe(200);
    expect((await asked(`${graph}/User.ReadBasic.All ${graph}/Sites.Selected`)).status).toBe(400);
  });

  test('is agreed to by an administrator, on a page that sends them back to the app', async () => {
    await agreeTo([]);
    const page = await (await fetch(address())).text();
    expect(page).toContain('User.ReadBasic.All');
    expect(page).not.toMatch(/<script/);
    const cancelled = await press('cancel');
    expect(cancelled.headers.get('location')).toContain('error=access_denied');
    expect((await asked(`${graph}/Sites.Selected`)).status).toBe(400);
    const accepted = await press('accept');
    expect(accepted.headers.get('location')).toBe(
      `http://localhost:3978/consent?admin_consent=True&tenant=${tenantId}`,
    );
    expect((await asked(`${graph}/Sites.Selected`)).status).toBe(200);
  });

  test('is agreed to for no app or tenant unknown here, and nobody is sent to another site', async () => {
    for (const more of [{ client_id: tenantId }, { redirect_uri: 'https://evil.example/' }])
      expect((await fetch(address(more))).status).toBe(400);
    expect((await fetch(address().replace(tenantId, 'other'))).status).toBe(400);
    expect((await press('accept', { origin: 'https://evil.example' })).status).toBe(400);
  });

  test('lets the app do on a site what both it and the person may, and no more', async () => {
    await agreeTo(['Sites.Selected']);
    const { body } = await asked(`${graph}/Sites.Selected`);
    const as = { Authorization: `Bearer ${String(body['access_token'])}` };
    const lists = '/v1.0/sites/localhost:/sites/stoke-on-trent:/lists';
    await given.graph(`POST ${lists.slice(5)}`, { displayName: 'Both' });
    const write = async () =>
      (await given.ask(`POST ${lists}/Both/items`, { fields: { Title: 'x' } }, as)).status;
    expect(await write()).toBe(201);
    expect((await given.ask(`POST ${lists}`, { displayName: 'More' }, as)).status).toBe(403);
    expect((await given.ask('GET /v1.0/users', undefined, as)).status).toBe(403);
    await given.ask(`PUT /local/sign-in/people/${owner.id}`, { rules: ['not a member'] });
    expect(await write()).toBe(403);
    await given.ask(`PUT /local/sign-in/people/${owner.id}`, { rules: ['sign in again'] });
    const again = await asked(`${graph}/Sites.Selected`);
    expect([again.body['error'], again.body['error_codes']]).toEqual([
      'interaction_required',
      [50076],
    ]);
    await given.ask(`PUT /local/sign-in/people/${owner.id}`, { rules: [] });
  });
});

// The app's managed identity: a token without a secret, for whoever is on the app's own machine.
import { ManagedIdentityApplication } from '@azure/msal-node';
import { decodeJwt } from 'jose';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { appId } from '../../src/local/ids.ts';
import { type Given, givenLocal, site } from './given.ts';

let given: Given;
beforeAll(async () => {
  given = await givenLocal();
});
beforeEach(() => given.local.faults.reset());
afterEach(() => vi.unstubAllEnvs());

const graph = 'https://graph.microsoft.com';
const hosts = {
  'App Service': {
    path: '/msi/token?api-version=2019-08-01',
    headers: { 'X-IDENTITY-HEADER': 'local' } as Record<string, string>,
    refusals: { header: 401, words: 'message' },
  },
  'a virtual machine': {
    path: '/metadata/identity/oauth2/token?api-version=2018-02-01',
    headers: { Metadata: 'true' } as Record<string, string>,
    refusals: { header: 400, words: 'error_description' },
  },
};
const each = Object.entries(hosts);

test.each(each)('on %s the app gets a token that Graph takes', async (_host, { path, headers }) => {
  const got = await given.ask(`GET ${path}&resource=${graph}`, undefined, headers);
  expect(got.body).toMatchObject({ token_type: 'Bearer', resource: graph, client_id: appId });
  expect(Number(got.body.expires_on) * 1000).toBeGreaterThan(Date.now() + 3_500_000);
  expect(decodeJwt(got.body.access_token)).toMatchObject({ aud: graph, appid: appId });
  const as = { Authorization: `Bearer ${got.body.access_token}` };
  expect((await given.graph(`GET ${site}/lists`, undefined, as)).status).toBe(200);
});

test.each(each)('on %s it may be asked for by its client id', async (_host, { path, headers }) => {
  const ask = (id: string) =>
    given.ask(`GET ${path}&resource=${graph}&client_id=${id}`, undefined, headers);
  expect((await ask(appId)).status).toBe(200);
  expect((await ask(crypto.randomUUID())).status).toBe(400);
});

test.each(each)(
  'on %s nobody without the right header gets one',
  async (_host, { path, headers, refusals }) => {
    const [name = ''] = Object.keys(headers);
    for (const sent of [{}, { [name]: 'guess' }]) {
      const refused = await given.ask(`GET ${path}&resource=${graph}`, undefined, sent);
      expect([refused.status, typeof refused.body[refusals.words]]).toEqual([
        refusals.header,
        'string',
      ]);
    }
  },
);

test('a request passed on from elsewhere is not the machine’s own', async () => {
  const { path, headers } = hosts['a virtual machine'];
  const passedOn = { ...headers, 'X-Forwarded-For': '10.0.0.1' };
  expect((await given.ask(`GET ${path}&resource=${graph}`, undefined, passedOn)).status).toBe(400);
});

test.each(each)('on %s a resource nobody has is refused', async (_host, { path, headers }) => {
  const refused = await given.ask(`GET ${path}&resource=https://x.example`, undefined, headers);
  expect(refused.status).toBe(400);
  expect(JSON.stringify(refused.body)).toContain('AADSTS500011');
});

test('SharePoint’s own interface takes its token, where it takes no secret’s', async () => {
  given.local.faults.set({ restTakesSecrets: false });
  await given.graph(`POST ${site}/lists`, { displayName: 'Measures' });
  const { path, headers } = hosts['App Service'];
  const got = await given.ask(`GET ${path}&resource=https://localhost`, undefined, headers);
  const views = "GET /sites/stoke-on-trent/_api/web/lists/getbytitle('Measures')/views";
  const as = { Authorization: `Bearer ${got.body.access_token}` };
  expect((await given.ask(views, undefined, as)).status).toBe(200);
});

test('trouble with signing in can be asked for here too', async () => {
  const { path, headers } = hosts['App Service'];
  given.local.faults.set({ script: [{ on: 'signIn', path: '^/msi', times: 1, status: 503 }] });
  const ask = () => given.ask(`GET ${path}&resource=${graph}`, undefined, headers);
  expect([(await ask()).status, (await ask()).status]).toEqual([503, 200]);
  expect(given.local.faults.counters.signIn.requests).toBe(2);
});

test.each([
  [
    'App Service',
    (url: string) => ({ IDENTITY_ENDPOINT: `${url}/msi/token`, IDENTITY_HEADER: 'local' }),
  ],
  ['a virtual machine', (url: string) => ({ AZURE_POD_IDENTITY_AUTHORITY_HOST: url })],
])('msal-node finds the identity of %s', async (_host, environment) => {
  for (const [name, value] of Object.entries(environment(given.local.url))) vi.stubEnv(name, value);
  const app = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: appId },
  });
  // msal keeps tokens for the whole process: each asks for a resource of its own.
  const resource = _host === 'App Service' ? graph : 'https://localhost';
  const got = await app.acquireToken({ resource });
  expect(decodeJwt(got.accessToken)).toMatchObject({ aud: resource, appid: appId });
});

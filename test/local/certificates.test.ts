// Signing in by certificate: which signed assertions are taken, which are turned away in whose words,
// and what SharePoint's own interface makes of a token got by a secret.
import { ConfidentialClientApplication } from '@azure/msal-node';
import { decodeJwt, importPKCS8, SignJWT } from 'jose';
import { beforeAll, expect, test } from 'vitest';
import { appId, tenantId } from '../../src/local/ids.ts';
import { type MadeCertificate, madeCertificate } from './certificate.ts';
import { type Given, givenLocal, graphScope, owner, site } from './given.ts';

let given: Given;
let certificate: MadeCertificate;
const restScope = 'https://localhost/.default';

beforeAll(async () => {
  given = await givenLocal();
  certificate = madeCertificate();
  const older = madeCertificate();
  const both = `${older.pem}${certificate.pem}`;
  const put = await given.ask(`PUT /local/apps/${appId}`, { certificate: both });
  expect(put.status).toBe(200);
});

type Wrong = {
  by?: MadeCertificate;
  key?: string;
  header?: object;
  claims?: object;
  life?: [nbf: number, exp: number];
};

const assertion = async (wrong: Wrong = {}) => {
  const { by = certificate, key = by.privateKey, header, claims, life = [0, 600] } = wrong;
  const alg = (header as { alg?: string } | undefined)?.alg ?? 'PS256';
  const now = Math.floor(Date.now() / 1000);
  const usual = {
    iss: appId,
    sub: appId,
    aud: `${given.local.url}/${tenantId}/oauth2/v2.0/token`,
    jti: crypto.randomUUID(),
    nbf: now + life[0],
    exp: now + life[1],
  };
  const thumbprint = Buffer.from(by.sha256, 'hex').toString('base64url');
  return new SignJWT({ ...usual, ...claims })
    .setProtectedHeader({ alg, 'x5t#S256': thumbprint, ...header })
    .sign(await importPKCS8(key, alg));
};

const askToken = async (sent: string, scope = graphScope) => {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: appId,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: sent,
    scope,
  });
  const url = `${given.local.url}/${tenantId}/oauth2/v2.0/token`;
  const response = await fetch(url, { method: 'POST', body });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

test('an app that holds its certificate’s key signs in, and reads the site it was granted', async () => {
  const { status, body } = await askToken(await assertion());
  expect(status).toBe(200);
  const as = { Authorization: `Bearer ${String(body['access_token'])}` };
  expect((await given.graph(`GET ${site}/lists`, undefined, as)).status).toBe(200);
});

test('RS256 with the older thumbprint is taken too, and an assertion may be used again', async () => {
  const x5t = Buffer.from(certificate.sha1, 'hex').toString('base64url');
  const sent = await assertion({ header: { alg: 'RS256', x5t, 'x5t#S256': undefined } });
  expect((await askToken(sent)).status).toBe(200);
  expect((await askToken(sent, restScope)).status).toBe(200);
});

test.each([
  ['a certificate it has not got', () => ({ by: madeCertificate() }), 700027, 'not registered'],
  ['another’s key', () => ({ key: madeCertificate().privateKey }), 700027, 'signature validation'],
  ['no thumbprint', () => ({ header: { 'x5t#S256': undefined } }), 700027, 'not registered'],
  ['another app’s name', () => ({ claims: { iss: 'stranger' } }), 700021, "doesn't match"],
  ['another sign-in’s address', () => ({ claims: { aud: 'https://x/token' } }), 700023, 'audience'],
  ['one that has ended', () => ({ life: [-1200, -600] }), 700024, 'valid time range'],
  ['one not begun', () => ({ life: [600, 1200] }), 700024, 'valid time range'],
  ['one without an id', () => ({ claims: { jti: undefined } }), 50027, 'malformed'],
] as [string, () => Wrong, number, string][])(
  '%s gets no token',
  async (_what, wrong, code, words) => {
    const refused = await askToken(await assertion(wrong()));
    expect([refused.status, refused.body['error']]).toEqual([401, 'invalid_client']);
    expect(refused.body['error_codes']).toEqual([code]);
    expect(refused.body['error_description']).toContain(words);
  },
);

test('what is no token at all is malformed, and an expired certificate proves nothing', async () => {
  expect((await askToken('not.a.token')).body['error_codes']).toEqual([50027]);
  const expired = madeCertificate(-1);
  const id = crypto.randomUUID();
  await given.ask(`PUT /local/apps/${id}`, { certificate: expired.pem });
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: id,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await assertion({ by: expired, claims: { iss: id, sub: id } }),
    scope: graphScope,
  });
  const answer = await fetch(`${given.local.url}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body,
  });
  expect(await answer.text()).toContain('The key used is expired.');
});

test('what is no certificate is not registered', async () => {
  const refused = await given.ask(`PUT /local/apps/${appId}`, { certificate: 'a secret' });
  expect([refused.status, refused.body.error.message]).toEqual([
    400,
    'certificate: is no certificate in PEM form',
  ]);
});

test('msal-node signs in with the certificate: for Graph, for SharePoint, and for a person', async () => {
  const authority = `https://login.local/${tenantId}`;
  const send = async <Body>(method: string, url: string, options: { body?: string } = {}) => {
    const init: RequestInit = { method, ...options };
    const response = await fetch(url.replace('https://login.local', given.local.url), {
      ...init,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    const text = (await response.text()).replaceAll(given.local.url, 'https://login.local');
    const headers = Object.fromEntries(response.headers);
    return { status: response.status, headers, body: JSON.parse(text) as Body };
  };
  const app = new ConfidentialClientApplication({
    auth: {
      clientId: appId,
      authority,
      knownAuthorities: ['login.local'],
      clientCertificate: {
        thumbprintSha256: certificate.sha256,
        privateKey: certificate.privateKey,
      },
    },
    system: {
      networkClient: {
        sendGetRequestAsync: (url) => send('GET', url),
        sendPostRequestAsync: (url, options) => send('POST', url, options),
      },
    },
  });
  for (const scope of [graphScope, restScope]) {
    const got = await app.acquireTokenByClientCredential({ scopes: [scope] });
    expect(got?.accessToken.split('.')).toHaveLength(3);
  }
  const { body: tab } = await given.ask('POST /local/sign-in/token', { personId: owner.id });
  const asked = { oboAssertion: tab.token, scopes: ['https://graph.microsoft.com/User.Read'] };
  const first = await app.acquireTokenOnBehalfOf(asked);
  expect(decodeJwt(first?.accessToken ?? '')).toMatchObject({
    oid: owner.id,
    scp: 'User.Read',
  });
  expect((await app.acquireTokenOnBehalfOf(asked))?.fromCache).toBe(true);
});

const readViews = async (token: string) => {
  await given.graph(`POST ${site}/lists`, { displayName: 'Measures' });
  const headers = { Authorization: `Bearer ${token}` };
  const views = "GET /sites/stoke-on-trent/_api/web/lists/getbytitle('Measures')/views";
  return given.ask(views, undefined, headers);
};

test('SharePoint’s own interface takes a secret’s token only where it was told to', async () => {
  const bySecret = await given.token(restScope);
  const { body } = await askToken(await assertion(), restScope);
  const byCertificate = String(body['access_token']);
  expect((await readViews(bySecret)).status).toBe(200);
  given.local.faults.set({ restTakesSecrets: false });
  const refused = await readViews(bySecret);
  expect([refused.status, refused.body]).toEqual([
    401,
    { error_description: 'Unsupported app only token.' },
  ]);
  expect(refused.headers.get('x-ms-diagnostics')).toMatch(/^3001000;reason=/);
  expect((await readViews(byCertificate)).status).toBe(200);
  for (const tool of ['local', 'local-administrator']) {
    expect((await readViews(await given.token(restScope, tool))).status).toBe(200);
  }
  given.local.faults.reset();
  expect((await readViews(bySecret)).status).toBe(200);
});

// The three ways for the app to prove who it is, each against local sign-in, Graph and SharePoint's own
// interface; and what an administrator is told where one is refused.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { provision } from '../../../src/commands/provision.ts';
import { appId, identityHeader, tenantId } from '../../../src/local/ids.ts';
import {
  type Credentials,
  certificateIn,
  type SignIn,
} from '../../../src/sharepoint/graph/credentials.ts';
import { delegated, openOnBehalfOf } from '../../../src/sharepoint/graph/on-behalf-of.ts';
import { graphScope, tokensFor } from '../../../src/sharepoint/graph/tokens.ts';
import { madeCertificate } from '../../local/certificate.ts';
import { type LocalSite, openLocalSite } from '../local-site.ts';
import { graphOn } from './odd-graph.ts';

let local: LocalSite;
const made = madeCertificate();
const certificate = certificateIn(made.pem + made.privateKey);

beforeAll(async () => {
  local = await openLocalSite();
  vi.stubEnv('IDENTITY_ENDPOINT', `${local.url}/msi/token`);
  vi.stubEnv('IDENTITY_HEADER', identityHeader);
  await fetch(`${local.url}/local/apps/${appId}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ certificate: made.pem }),
  });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await local.close();
});
afterEach(() => local.faults({}));

const ways: [string, SignIn][] = [
  ['its secret', { clientSecret: 'local' }],
  ['its certificate', { certificate }],
  ["the machine's managed identity", { managedIdentity: 'system' }],
  ['a managed identity assigned by hand', { managedIdentity: appId }],
];
const app = (by: SignIn): Credentials => ({
  ...by,
  loginUrl: local.url,
  tenantId,
  clientId: appId,
});
const tokenFor = (by: SignIn, scope = graphScope) => tokensFor(app(by))(scope);
const siteScope = 'https://localhost/.default';

const readViews = async (by: SignIn): Promise<number> => {
  const headers = { Authorization: `Bearer ${await tokenFor(by, siteScope)()}` };
  const url = `${local.url}/sites/stoke-on-trent/_api/web/lists/getbytitle('None')/views`;
  return (await fetch(url, { headers })).status;
};

test.each(ways)('on behalf of somebody it proves itself by %s', async (_way, by) => {
  const [maya, tom] = ['aa', 'bb'].map((each) => `${each}111111-1111-4111-8111-111111111111`);
  const people = [maya, tom].map((id) => ({
    id,
    displayName: `Somebody ${id}`,
    userPrincipalName: `${id}@stoke.example`,
    installed: true,
  }));
  const put = (below: string, body: object, method: 'PUT' | 'POST' = 'PUT') =>
    fetch(`${local.url}/local/${below}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  await put('directory', { people });
  const got = await put('sign-in/token', { personId: maya }, 'POST');
  const { token } = (await got.json()) as { token: string };
  const log = { info: () => undefined, fault: () => undefined };
  const asked = openOnBehalfOf(app(by), log).token(
    { person: 'p-maya', token },
    delegated.directory,
  );
  expect(decodeJwt(String(await asked))).toMatchObject({ oid: maya, azp: appId });
});

test('another identity’s word for the app, or one meant for Graph, is not taken', async () => {
  const asked = async (assertion: string) => {
    const form = {
      grant_type: 'client_credentials',
      client_id: appId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      scope: graphScope,
    };
    const url = `${local.url}/${tenantId}/oauth2/v2.0/token`;
    const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });
    return ((await answer.json()) as { error_codes?: number[] }).error_codes;
  };
  const exchange = 'api://AzureADTokenExchange/.default';
  const identity: SignIn = { managedIdentity: 'system' };
  expect(await asked(await tokenFor(identity, exchange)())).toBeUndefined();
  expect(await asked(await tokenFor(identity)())).toEqual([700212]);
  const other = { ...app({ clientSecret: 'local' }), clientId: 'local' };
  expect(await asked(await tokensFor(other)(exchange)())).toEqual([700213]);
});

describe('the app signs in by', () => {
  test.each(ways)('%s, and Graph takes it', async (_way, by) => {
    const graph = graphOn(local, { token: tokenFor(by) });
    expect(await graph.read(`/sites/${local.site}`, 1)).toMatchObject({ name: 'stoke-on-trent' });
  });

  test.each(ways)('%s, and the bot channel takes it', async (_way, by) => {
    const token = await tokenFor(by, 'https://api.botframework.com/.default')();
    const answer = await fetch(`${local.url}/v3/conversations/none/members`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(answer.status).not.toBe(401);
  });

  test.each(ways.slice(1))("%s, and SharePoint's own interface takes it", async (_way, by) => {
    await local.faults({ restTakesSecrets: false });
    expect(await readViews(by)).toBe(404);
  });

  test('its secret, and SharePoint’s own interface does not take it', async () => {
    await local.faults({ restTakesSecrets: false });
    expect(await readViews({ clientSecret: 'local' })).toBe(401);
  });
});

describe('the lists are made', () => {
  const said = async (signIn: Readonly<Record<string, string>>, ...args: string[]) => {
    await local.faults({ restTakesSecrets: false });
    const lines: string[] = [];
    const env = { LOCAL_PORT: new URL(local.url).port, ...signIn };
    await provision(args, env, (line) => lines.push(line));
    return lines.join('\n');
  };
  const leftOut = "Left out, for want of the right to SharePoint's own interface";

  test('by secret, without their views', async () => {
    expect(await said({})).toContain(leftOut);
  });

  test('and then, by certificate or managed identity, the views too', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'golden-thread-certificate-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = path.join(folder, 'app.pem');
    writeFileSync(file, made.pem + made.privateKey);
    for (const signIn of [{ APP_CERTIFICATE: file }, { MANAGED_IDENTITY: 'system' }]) {
      const words = await said(signIn, '--plan');
      expect(words).toContain('Make the view');
      expect(words).not.toContain(leftOut);
    }
  });
});

describe('a refusal is for an administrator, an outage is not', () => {
  const other = madeCertificate();
  const wrong: [string, SignIn][] = [
    ['a wrong secret', { clientSecret: 'wrong' }],
    ['a certificate the app has not', { certificate: certificateIn(other.pem + other.privateKey) }],
    [
      'an identity the machine has not',
      { managedIdentity: '3f0e9c1a-0000-4b6e-a5f4-90b1d2c3e404' },
    ],
  ];
  test.each(wrong)('%s is forbidden', async (_what, by) => {
    const refused = await tokenFor(by)().catch((fault: unknown) => fault);
    expect(refused).toMatchObject({ kind: 'forbidden' });
    expect((refused as Error).message).toContain('The app could not sign in');
  });

  test('what sign-in said is kept for whoever asks at the command line', async () => {
    const refused = await tokenFor({ clientSecret: 'wrong' })().catch((fault: unknown) => fault);
    expect(refused).toMatchObject({ said: expect.stringContaining('AADSTS7000215') });
  });

  test.each(ways)('sign-in away, asked by %s, is unreachable', async (_way, by) => {
    for (const away of [{ dropBefore: true }, { status: 503 }]) {
      await local.faults({ script: [{ on: 'signIn', times: 5, ...away }] });
      await expect(tokenFor(by)()).rejects.toMatchObject({ kind: 'unreachable' });
    }
  });
});

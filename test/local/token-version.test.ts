// Of which version the tokens for an app's own API are: what Entra begins with, what the app takes, and that
// doctor tells one from the other.
import { tmpdir } from 'node:os';
import { decodeJwt } from 'jose';
import { expect, it } from 'vitest';
import { commandSettings } from '../../src/commands/command-settings.ts';
import { lookAtSignIn } from '../../src/commands/doctor/look-at-sign-in.ts';
import { patientOf } from '../../src/commands/doctor/patient.ts';
import { appId, tenantId } from '../../src/local/ids.ts';
import { type Empty, givenEmpty, idUri, secretOn, tokenFor } from './given-empty.ts';

/** What doctor says of the tokens that the tab gets. */
const saidOfTokens = async ({ local }: Pick<Empty, 'local'>, secret: string): Promise<string> => {
  const env = {
    TENANT_ID: tenantId,
    APP_ID: appId,
    APP_ID_URI: `api://${appId}`,
    APP_SECRET: secret,
    SITE: 'localhost:/sites/plan',
    DATA_DIR: tmpdir(),
    ...Object.fromEntries(['GRAPH_URL', 'LOGIN_URL', 'SERVICE_URLS'].map((of) => [of, local.url])),
    CHANNEL_KEYS_URL: `${local.url}/v1/.well-known/openidconfiguration`,
  };
  const { findings } = await lookAtSignIn(patientOf(commandSettings(env), env));
  const told = findings.find(({ words }) => words.startsWith('Tokens for the tab'));
  return `${told?.standing} ${told?.words} ${told?.toDo}`;
};

it('an app gives tokens of version 1 for its own API until its manifest says 2, and doctor says so', async () => {
  const empty = await givenEmpty();
  const { send } = empty.administrator;
  await send('/apps/register', { name: 'Golden Thread' });
  const refused = await send('/apps/expose', { idUri });
  expect([refused.status, refused.said]).toEqual([
    422,
    'An app that takes tokens of version 1 may have no such Application ID URI: set requestedAccessTokenVersion to 2 first.',
  ]);
  const secret = secretOn((await send('/apps/secret')).page);
  const own = async () => {
    const { access_token: token = '' } = await tokenFor(empty, secret, `api://${appId}/.default`);
    const { ver, iss } = decodeJwt(token);
    return [ver, iss];
  };
  expect(await own()).toEqual(['1.0', `${empty.local.url}/sts/${tenantId}/`]);
  expect(await saidOfTokens(empty, secret)).toMatch(
    /^fails .* of version 1, which the app does not take\..*set requestedAccessTokenVersion to 2\.$/,
  );
  expect((await send('/apps/manifest', { version: '2' })).said).toBe(
    'Tokens for Golden Thread are of version 2.',
  );
  expect(await own()).toEqual(['2.0', `${empty.local.url}/${tenantId}/v2.0`]);
  expect(await saidOfTokens(empty, secret)).toMatch(/^ok .* of version 2, which the app takes\./);
});

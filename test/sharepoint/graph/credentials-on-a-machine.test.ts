// The managed identity of a virtual machine, which has another endpoint than App Service: msal chooses one
// for the life of a process, so this one has a process to itself.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { appId, tenantId } from '../../../src/local/ids.ts';
import { graphScope, tokensFor } from '../../../src/sharepoint/graph/tokens.ts';
import { type LocalSite, openLocalSite } from '../local-site.ts';
import { graphOn } from './odd-graph.ts';

let local: LocalSite;
beforeAll(async () => {
  local = await openLocalSite();
  vi.stubEnv('AZURE_POD_IDENTITY_AUTHORITY_HOST', local.url);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await local.close();
});

const tokenFor = (managedIdentity: string) =>
  tokensFor({ managedIdentity, loginUrl: local.url, tenantId, clientId: appId })(graphScope);

test('its token is taken by Graph', async () => {
  const graph = graphOn(local, { token: tokenFor('system') });
  expect(await graph.read(`/sites/${local.site}`, 1)).toMatchObject({ name: 'stoke-on-trent' });
});

test('an identity the machine has not is forbidden, an endpoint that is away is unreachable', async () => {
  const other = tokenFor('3f0e9c1a-0000-4b6e-a5f4-90b1d2c3e404');
  await expect(other()).rejects.toMatchObject({ kind: 'forbidden' });
  for (const away of [{ dropBefore: true }, { status: 500 }, { status: 429 }]) {
    await local.faults({ script: [{ on: 'signIn', times: 5, ...away }] });
    await expect(tokenFor('system')()).rejects.toMatchObject({ kind: 'unreachable' });
  }
});

// The hosted Outbox and lease opened by the app's own sign-in, with no key: as a managed identity opens them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SignJWT } from 'jose';
import { afterAll, expect, test } from 'vitest';
import { openAzureLease } from '../../src/outbox/azure-lease.ts';
import { openAzureOutbox } from '../../src/outbox/azure-outbox.ts';
import type { HostedPlace } from '../../src/outbox/azure-place.ts';
import { madeCertificate } from '../local/certificate.ts';
import { startAzurite } from './azurite.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'golden-thread-https-'));
const { pem, privateKey } = madeCertificate();
const [cert, key] = ['cert.pem', 'key.pem'].map((name) => path.join(folder, name)) as [
  string,
  string,
];
writeFileSync(cert, pem);
writeFileSync(key, privateKey);
const azurite = await startAzurite(['--oauth', 'basic', '--cert', cert, '--key', key]);
// The emulator's certificate is signed by itself.
const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
afterAll(async () => {
  if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
  await azurite.stop();
  rmSync(folder, { recursive: true, force: true });
});

const tokenFor = (audience: string): Promise<string> =>
  new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('https://sts.windows.net/a-tenant/')
    .setAudience(audience)
    .setIssuedAt()
    .setNotBefore('0s')
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode('not looked at by the emulator'));

const placeBy = (token: () => Promise<string>): HostedPlace => ({
  ...azurite.place(),
  by: { token },
  patience: { request: 2_000, all: 2_000 },
});

test('a token of the app opens the Outbox and the lease', async () => {
  let asked = 0;
  const place = placeBy(() => {
    asked += 1;
    return tokenFor('https://storage.azure.com');
  });
  const outbox = await openAzureOutbox(place);
  const at = Temporal.Instant.from('2020-10-05T09:30:00Z');
  const [accepted] = await outbox.accept([
    { key: 'a|1', by: null, at, changes: [], message: null },
  ]);
  expect(accepted?.outcome).toBe('accepted');
  const lease = openAzureLease(place);
  lease.hold();
  await lease.settled();
  expect(lease.hold()).toBe(true);
  // Not for every request: each of the two asks for it once.
  expect(asked).toBeLessThanOrEqual(4);
  lease.release();
  await lease.settled();
  outbox.close();
});

test('a token for something else does not', async () => {
  const place = placeBy(() => tokenFor('https://graph.microsoft.com'));
  await expect(openAzureOutbox(place)).rejects.toThrow(
    'refuses the app: check that its identity may read and write tables and blobs of the storage account.',
  );
});

test('an app that cannot sign in says so of the account, and not that it is away', async () => {
  const place = placeBy(() =>
    Promise.reject(Object.assign(new Error('no'), { kind: 'forbidden' })),
  );
  await expect(openAzureOutbox(place)).rejects.toMatchObject({ trouble: 'forbidden' });
});

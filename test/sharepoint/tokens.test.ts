// Signing in with a certificate, which SharePoint's own interface asks of an app: what is sent proves
// the key and carries no secret.
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { afterEach, expect, test } from 'vitest';
import { appTokens, certificateIn } from '../../src/sharepoint/tokens.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A sign-in that gives a token to whoever asks, and keeps what was sent. */
const openSignIn = async () => {
  const asked: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    request.on('end', () => {
      asked.push(new URLSearchParams(text));
      const token = { token_type: 'Bearer', expires_in: 3599, access_token: 'a-token' };
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(token));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closing.push(() => server.close());
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

const thumbprint = 'AB'.repeat(32);
const credentials = { tenantId: 'a-tenant', clientId: 'an-app', clientSecret: 'a-secret' };

test('the key is proved by a signed assertion, and the secret stays at home', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const signIn = await openSignIn();
  const certificate = { privateKey: pem, thumbprint };
  const token = appTokens(
    { ...credentials, loginUrl: signIn.url, certificate },
    'https://contoso.sharepoint.com/.default',
  );
  expect(await token()).toBe('a-token');
  const sent = signIn.asked[0];
  expect(sent?.get('client_secret')).toBeNull();
  expect(sent?.get('scope')).toContain('https://contoso.sharepoint.com/.default');
  const assertion = sent?.get('client_assertion') ?? '';
  const { payload } = await jwtVerify(assertion, publicKey, { clockTolerance: 5 });
  expect(payload.iss).toBe('an-app');
  expect(decodeProtectedHeader(assertion)['x5t#S256']).toBe(
    Buffer.from(thumbprint, 'hex').toString('base64url'),
  );
});

test('a file without its private key is no certificate to sign in with', () => {
  expect(() =>
    certificateIn('-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----'),
  ).toThrow(Error);
  expect(() => certificateIn('')).toThrow(Error);
});

// The app's token: proved by certificate without a secret being sent, kept while it is good, and renewed
// once where somebody refuses it.
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { expect, onTestFinished, test } from 'vitest';
import { certificateIn } from '../../../src/sharepoint/graph/credentials.ts';
import { graphScope, tokensFor } from '../../../src/sharepoint/graph/tokens.ts';

type Answer = { readonly status: number; readonly expiresIn: number };

/** A sign-in that gives a token to whoever asks, each its own, and keeps what was sent. */
const openSignIn = async () => {
  const asked: URLSearchParams[] = [];
  const answer: { -readonly [name in keyof Answer]: Answer[name] } = {
    status: 200,
    expiresIn: 3599,
  };
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    request.on('end', () => {
      asked.push(new URLSearchParams(text));
      const { expiresIn: expires_in, status } = answer;
      const token = { token_type: 'Bearer', expires_in, access_token: `token-${asked.length}` };
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(status === 200 ? token : { error: 'temporarily_unavailable' }));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  const loginUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { asked, answer, app: { loginUrl, tenantId: 'a-tenant', clientId: 'an-app' } };
};

const thumbprint = 'AB'.repeat(32);

test('the key is proved by a signed assertion, and no secret is sent', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const signIn = await openSignIn();
  const certificate = { privateKey: pem, thumbprint };
  const token = tokensFor({ ...signIn.app, certificate })(
    'https://contoso.sharepoint.com/.default',
  );
  expect(await token()).toBe('token-1');
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

test('each interface has a token of its own, asked for once however many need it', async () => {
  const { app, asked } = await openSignIn();
  const tokens = tokensFor({ ...app, clientSecret: 'a-secret' });
  const bot = 'https://api.botframework.com/.default';
  const all = await Promise.all([graphScope, bot, graphScope, bot].map((scope) => tokens(scope)()));
  expect(all[2]).toBe(all[0]);
  expect(all[3]).toBe(all[1]);
  expect(all[1]).not.toBe(all[0]);
  expect(asked).toHaveLength(2);
});

test('a token that is refused is renewed once, however many calls were refused with it', async () => {
  const { app, asked } = await openSignIn();
  const token = tokensFor({ ...app, clientSecret: 'a-secret' })(graphScope);
  const first = await token();
  const renewed = await Promise.all([token(first), token(first), token(first)]);
  expect(new Set(renewed)).toEqual(new Set(['token-2']));
  expect(await token(first)).toBe('token-2');
  expect(await token('token-2')).toBe('token-2');
  expect(asked).toHaveLength(2);
});

test('a token is renewed before it ends, and serves until then where sign-in is away', async () => {
  const { app, asked, answer } = await openSignIn();
  const token = tokensFor({ ...app, clientSecret: 'a-secret' })(graphScope);
  answer.expiresIn = 3;
  expect(await token()).toBe('token-1');
  answer.status = 503;
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect(await token()).toBe('token-1');
  expect(asked.length).toBeGreaterThan(1);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await expect(token()).rejects.toMatchObject({ kind: 'unreachable' });
});

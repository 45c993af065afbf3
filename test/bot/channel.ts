// A bot channel for tests: a key set served over HTTP, and tokens signed by it or by strangers.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export const appId = '11111111-1111-4111-8111-111111111111';
export const tenantId = '22222222-2222-4222-8222-222222222222';
export const serviceUrl = 'https://smba.example/emea/';

type Claims = Readonly<Record<string, unknown>>;

export const openChannel = async () => {
  const own = await generateKeyPair('RS256');
  const strange = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'channel', alg: 'RS256', use: 'sig' };
  let fetches = 0;
  const server = createServer((_request, response) => {
    fetches += 1;
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const sign = (claims: Claims = {}, by = own.privateKey, kid = 'channel') =>
    new SignJWT({
      iss: 'https://api.botframework.com',
      aud: appId,
      serviceurl: serviceUrl,
      exp: inSeconds(600),
      nbf: inSeconds(-10),
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', kid })
      .sign(by);
  return {
    keysUrl: `http://127.0.0.1:${port}/v1/.well-known/keys`,
    sign,
    forge: (claims: Claims = {}, kid = 'channel') => sign(claims, strange.privateKey, kid),
    fetches: () => fetches,
    close: () => new Promise((done) => server.close(done)),
  };
};

export const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;

/** A message as Teams sends it. */
export const activity = (more: object = {}) => ({
  type: 'message',
  id: '1',
  text: 'hello',
  channelId: 'msteams',
  serviceUrl,
  from: { id: '29:someone', aadObjectId: '33333333-3333-4333-8333-333333333333' },
  recipient: { id: `28:${appId}` },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId },
  channelData: { tenant: { id: tenantId } },
  ...more,
});

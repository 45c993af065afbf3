// Who the tab's API lets in: real tokens, real keys, one thing wrong at a time.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './asking.ts';
import {
  appId,
  type Claims,
  type Council,
  listedTenant,
  openCouncil,
  tokenFor,
} from './council.ts';
import { friday16, officer, sample } from './sample.ts';

let council: Council;
beforeAll(async () => {
  council = await openCouncil(sample, friday16);
});
afterAll(() => council.close());

const me = (token?: string) => ask(council, '/api/me', token ? { token } : {});
const base64 = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

describe('signing in to the tab', () => {
  it('lets in a person of the register by the host’s token', async () => {
    const { status, body } = await me(await tokenFor(officer));
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'Housing Officer', roles: ['owner'], runsCycles: false });
  });

  it('takes the App ID URI as audience too', async () => {
    const token = await tokenFor(officer, { aud: `api://localhost/${appId}` });
    expect((await me(token)).status).toBe(200);
  });

  const wrong: [string, Claims, Parameters<typeof tokenFor>[2]?][] = [
    ['a forged token', {}, { forged: true }],
    ['a token signed under a key nobody published', {}, { kid: 'another' }],
    ['an expired token', {}, { expires: '-1h' }],
    ['a token expired by a second', {}, { expires: '-1s' }],
    ['a token not yet valid', {}, { from: '30m' }],
    ['a token valid a few seconds later than clocks may differ', {}, { from: '65s' }],
    ['a token for another app', { aud: 'another' }],
    ['a token of another tenant', { tid: 'other', iss: 'https://login.local/other/v2.0' }],
    ['a tenant that its issuer does not match', { iss: 'https://login.local/other/v2.0' }],
    ['a token without the scope', { scp: 'openid profile' }],
    ['an app’s own token, which has no scope', { scp: undefined, roles: ['access_as_user'] }],
    [
      'an id token, which says who somebody is and lets them in nowhere',
      { scp: undefined, nonce: 'n' },
    ],
    ['an app’s own token dressed with the scope', { idtyp: 'app' }],
    ['a token for Graph in the person’s name', { aud: 'https://graph.microsoft.com' }],
    ['a bot channel’s token', { iss: 'https://api.botframework.com', scp: undefined }],
    ['a token that names nobody', { oid: undefined }],
  ];
  it.each(wrong)('refuses %s without saying why', async (_what, claims, how) => {
    const token = await tokenFor(officer, claims, how);
    const { status, body } = await me(token);
    expect(status).toBe(401);
    expect(Object.keys(body)).toEqual(['message']);
    expect(String(body['message'])).not.toMatch(/tenant|audience|issuer|scope|signature|exp/i);
  });

  it('takes a token valid a little sooner than clocks may differ, and refuses one valid later', async () => {
    const from = async (moment: string) =>
      (await me(await tokenFor(officer, {}, { from: moment }))).status;
    expect([await from('50s'), await from('70s')]).toEqual([200, 401]);
  });

  describe('for more tenants than its own', () => {
    const there = { tid: listedTenant, iss: `https://login.local/${listedTenant}/v2.0` };

    it('lets in somebody of a tenant that is listed, by that tenant’s own keys', async () => {
      const token = await tokenFor(officer, there, { by: 'listed tenant' });
      expect((await me(token)).body['name']).toBe('Housing Officer');
    });

    it('refuses one tenant’s word for another’s people', async () => {
      expect((await me(await tokenFor(officer, there))).status).toBe(401);
      const ours = await tokenFor(officer, {}, { by: 'listed tenant' });
      expect((await me(ours)).status).toBe(401);
      const mixed = await tokenFor(officer, { tid: listedTenant }, { by: 'listed tenant' });
      expect((await me(mixed)).status).toBe(401);
    });

    it('refuses every other, and does not so much as ask for its keys', async () => {
      const other = '44444444-4444-4444-8444-444444444444';
      const claims = { tid: other, iss: `https://login.local/${other}/v2.0` };
      expect((await me(await tokenFor(officer, claims))).status).toBe(401);
      expect((await me(await tokenFor(officer, { tid: '../keys' }))).status).toBe(401);
      expect(council.keysAskedOf).not.toContain(other);
    });
  });

  it('refuses a token that says it needs no signature', async () => {
    const [, claims] = (await tokenFor(officer)).split('.');
    expect((await me(`${base64({ alg: 'none' })}.${claims}.`)).status).toBe(401);
  });

  it('refuses a token signed with the public key as a password', async () => {
    const [, claims] = (await tokenFor(officer)).split('.');
    const header = base64({ alg: 'HS256', kid: 'local' });
    expect((await me(`${header}.${claims}.${base64({ signed: true })}`)).status).toBe(401);
  });

  it.each(['', 'nonsense', 'a.b.c'])('refuses %o in place of a token', async (token) => {
    expect((await me(token)).status).toBe(401);
  });

  it('tells a person who is not in the register whom to ask', async () => {
    const { status, body } = await me(await tokenFor('bbbbbbbb-0000-4000-8000-000000000009'));
    expect(status).toBe(403);
    expect(body['message']).toContain('Ask the performance team to add you');
  });

  it('knows a person by object id, whatever name the token gives', async () => {
    const token = await tokenFor(officer, { name: 'Someone Else', upn: 'else@example.org' });
    expect((await me(token)).body['name']).toBe('Housing Officer');
  });

  it('asks for sign-in before it says whether an address exists', async () => {
    expect((await ask(council, '/api/nothing')).status).toBe(401);
  });
});

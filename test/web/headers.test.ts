// What browsers are told, what is left to the bot, and what is said when things go wrong.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, askAs } from './asking.ts';
import { type Council, openCouncil } from './council.ts';
import { friday16, officer, sample } from './sample.ts';

let council: Council;
beforeAll(async () => {
  const tabFolder = mkdtempSync(join(tmpdir(), 'tab-'));
  mkdirSync(join(tabFolder, 'assets'));
  writeFileSync(join(tabFolder, 'index.html'), '<title>Golden Thread</title>');
  writeFileSync(join(tabFolder, 'assets', 'index-abc123.js'), 'export {};');
  council = await openCouncil(sample, friday16, { tabFolder });
});
afterAll(() => council.close());

describe('the web', () => {
  it.each(['/tab/', '/api/me', '/health'])(
    'says who may frame %s and where it may load from',
    async (path) => {
      const { headers } = await ask(council, path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self';");
      expect(policy).toMatch(
        /frame-ancestors https:\/\/\*\.cloud\.microsoft .* http:\/\/localhost:3979$/,
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    },
  );

  it('keeps no answer of the API in any cache, and hashed files for a year', async () => {
    expect((await askAs(council, officer, '/api/me')).headers.get('cache-control')).toBe(
      'no-store',
    );
    expect((await ask(council, '/tab/')).headers.get('cache-control')).toBe('no-cache');
    const file = await ask(council, '/tab/assets/index-abc123.js');
    expect(file.headers.get('cache-control')).toContain('immutable');
  });

  it('serves the tab with and without a slash at the end', async () => {
    expect((await ask(council, '/tab')).body).toContain('Golden Thread');
    expect((await ask(council, '/tab/')).body).toContain('Golden Thread');
  });

  it('tells the tab which other hosts to trust', async () => {
    expect((await ask(council, '/tab/config.json')).body).toEqual({
      hostOrigins: ['http://localhost:3979'],
    });
  });

  it('says plainly that the tab has not been built', async () => {
    const unbuilt = await openCouncil(sample, friday16, { tabFolder: '/nowhere' });
    const { status, body } = await ask(unbuilt, '/tab/');
    await unbuilt.close();
    expect([status, body['message']]).toEqual([503, expect.stringContaining('has not been built')]);
  });

  it('leaves the bot’s door to the bot', async () => {
    expect((await ask(council, '/api/messages', { method: 'POST' })).status).toBe(202);
  });

  it('answers an address it does not know with words, signed in or not', async () => {
    expect((await askAs(council, officer, '/api/nothing')).status).toBe(404);
    expect((await ask(council, '/tab/..%2f..%2fpackage.json')).status).toBeGreaterThanOrEqual(400);
    expect((await ask(council, '/tab/nothing.js')).body).toEqual({
      message: 'There is nothing at this address.',
    });
  });

  it('keeps a fault of its own to the log, and tells plain words and a number', async () => {
    const broken = await openCouncil(sample, 'not a time');
    const { status, body } = await askAs(broken, officer, '/api/plan');
    await broken.close();
    expect(status).toBe(500);
    expect(body['message']).toContain(`the number ${body['id']}`);
    expect(JSON.stringify(body)).not.toMatch(/Error|at .*\.ts/);
  });

  it('says when sign-in cannot be checked, rather than that the token is wrong', async () => {
    const keyless = await openCouncil(sample, friday16, { keysUrl: 'http://localhost:9/keys' });
    const { status } = await askAs(keyless, officer, '/api/me');
    await keyless.close();
    expect(status).toBe(503);
  });

  it('tells its health to anyone', async () => {
    expect((await ask(council, '/health')).body).toMatchObject({ ready: true });
  });
});

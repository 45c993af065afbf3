// How much one person may ask in a minute, and what everybody's browser is told besides.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ask, askAs, postAs } from './asking.ts';
import { type Council, openCouncil } from './council.ts';
import { friday16, manager, officer, sample } from './sample.ts';

let council: Council;
beforeAll(async () => {
  council = await openCouncil(sample, friday16, { requestsPerMinute: 20 });
});
afterAll(() => council.close());

describe('one person’s requests in a minute', () => {
  it('are answered up to the limit and then asked to wait, whatever the address', async () => {
    for (let count = 0; count < 19; count += 1)
      expect((await askAs(council, officer, '/api/me')).status).toBe(200);
    const last = await postAs(council, officer, { path: '/api/escalations/x/accept', body: {} });
    expect(last.status).toBe(400);
    const { status, headers, body } = await askAs(council, officer, '/api/plan');
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(body['message']).toContain('wait a minute and try again');
    const info = vi.spyOn(council.ports.log, 'info');
    await askAs(council, officer, '/api/plan');
    expect(info).not.toHaveBeenCalled();
    info.mockRestore();
  });

  it('keep nobody else waiting, though all come from one address', async () => {
    expect((await askAs(council, manager, '/api/me')).status).toBe(200);
  });

  it('are nobody’s without a token: a stranger’s guesses use up no one’s minute', async () => {
    for (let count = 0; count < 30; count += 1) {
      const { status } = await ask(council, '/api/me', { token: `guess.${count}.x` });
      expect(status).toBe(401);
    }
    expect((await askAs(council, manager, '/api/me')).status).toBe(200);
  });
});

it('what is refused to whom is in the log, without what was asked', async () => {
  const info = vi.spyOn(council.ports.log, 'info');
  await askAs(council, manager, '/api/cycles/a%20secret%20name/messages');
  await expect
    .poll(() => info.mock.calls)
    .toContainEqual([
      'request refused',
      { status: 403, method: 'GET', address: '/cycles/:key/messages', person: 'manager' },
    ]);
  expect(JSON.stringify(info.mock.calls)).not.toContain('secret');
  info.mockRestore();
});

describe('a browser is told', () => {
  it.each(['/tab/', '/api/me', '/health', '/tab/nothing.js'])(
    'with %s what it may do',
    async (path) => {
      const { headers } = await ask(council, path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toMatch(/script-src 'self'(;|$)/);
      expect(policy).not.toMatch(/script-src[^;]*unsafe/);
      expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('x-powered-by')).toBeNull();
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    },
  );
});

// Requests that are wrong before anybody asks what they say: paths that climb, headers that break out,
// methods and upgrades nobody serves. Each is refused in its way; bodies are bodies.ts's.
import { beforeAll, describe, expect, test } from 'vitest';
import { type Attacked, inside } from './attacked-house.ts';
import { sendRaw, statusOf } from './raw-request.ts';

let house: Attacked;
let token: string;

const raw = (lines: readonly string[], more = {}) =>
  sendRaw(house.appUrl, [`${lines.join('\r\n')}\r\n\r\n`], more);
const measures = '/api/measures/operating-plan-2020-21%7CCOM%209';

export const atTheDoors = (attacked: () => Attacked): void => {
  beforeAll(async () => {
    house = attacked();
    token = await house.tabToken(inside['performance team']);
  });

  describe('a path', () => {
    const climbing = [
      '/tab/../package.json',
      '/tab/..%2f..%2fpackage.json',
      '/tab/%2e%2e/%2e%2e/package.json',
      '/tab/..%5c..%5cpackage.json',
      '/tab/....//....//package.json',
      '/tab/assets/../../../src/config.ts',
      '/tab//etc/passwd',
      '/tab/%00package.json',
      '/tab/.env',
      '/api/registers/..%2f..%2fpeople',
      '/api/registers/__proto__',
      '/api/registers/constructor/file?as=csv',
      '/api/papers/file?paper=../../etc/passwd&as=html',
      '/..;/api/me',
      '/tab/%c0%ae%c0%ae/package.json',
    ];
    test.each(climbing)('%s leads to no file but the tab’s own', async (path) => {
      const back = await raw([
        `GET ${path} HTTP/1.1`,
        'Host: x',
        `Authorization: Bearer ${token}`,
        'Connection: close',
      ]);
      expect(statusOf(back.text)).toBeGreaterThanOrEqual(400);
      expect(statusOf(back.text)).toBeLessThan(500);
      for (const secret of ['"dependencies"', 'root:', 'APP_SECRET', 'export const'])
        expect(back.text).not.toContain(secret);
    });

    test('in full, as to a proxy, is answered by address alone and goes nowhere else', async () => {
      const back = await raw([
        'GET http://example.org/health HTTP/1.1',
        'Host: example.org',
        'Connection: close',
      ]);
      expect(back.text).not.toContain('Example Domain');
      expect(statusOf(back.text)).toBeLessThan(500);
    });

    test('of 20,000 letters is too long', async () => {
      const back = await raw([`GET /tab/${'a'.repeat(20_000)} HTTP/1.1`, 'Host: x']);
      expect(statusOf(back.text)).toBe(431);
    });
  });

  describe('headers', () => {
    test('a line break in what is asked for makes no header of its own', async () => {
      for (const path of [
        '/api/registers/people/file?as=csv&plan=a%0d%0aSet-Cookie:%20taken=1',
        '/api/papers/file?as=html&paper=a%0d%0aSet-Cookie:%20taken=1',
        '/api/notifications?validationToken=a%0d%0aSet-Cookie:%20taken=1',
        '/tab/a%0d%0aSet-Cookie:%20taken=1',
        '/tab?x=%0d%0aLocation:%20https://evil.example',
      ]) {
        const method = path.includes('notifications') ? 'POST' : 'GET';
        const back = await house.send(path, { method, token });
        expect(back.headers.get('set-cookie')).toBeNull();
        expect(back.headers.get('location')).toBeNull();
        expect(back.status).toBeLessThan(500);
      }
    });

    test('a request said to be two lengths, or chunked besides, is no request', async () => {
      const two = await raw([
        'POST /api/messages HTTP/1.1',
        'Host: x',
        'Content-Length: 4',
        'Content-Length: 40',
      ]);
      expect(statusOf(two.text)).toBe(400);
      const smuggled = await sendRaw(house.appUrl, [
        'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/me HTTP/1.1\r\nHost: x\r\n\r\n',
      ]);
      expect(smuggled.text.match(/HTTP\/1\.1/g)?.length).toBe(1);
      expect(statusOf(smuggled.text)).toBe(400);
    });

    test('somebody else’s name in a forwarded, method or user header counts for nothing', async () => {
      const claims = {
        'x-forwarded-for': '127.0.0.1',
        'x-forwarded-host': 'evil.example',
        'x-ms-client-principal-name': 'p-performance',
        'x-original-url': '/api/cycle',
        'x-http-method-override': 'DELETE',
      };
      expect((await house.send('/api/me', { headers: claims })).status).toBe(401);
      const owner = await house.tabToken(inside.owner);
      const back = await house.send('/api/me', { token: owner, headers: claims });
      expect(JSON.parse(back.text)).toMatchObject({ key: inside.owner, runsCycles: false });
    });

    test('a token in the address, in a cookie, twice or of another kind is no token', async () => {
      expect((await house.send(`/api/me?access_token=${token}`)).status).toBe(401);
      expect((await house.send('/api/me', { headers: { cookie: `token=${token}` } })).status).toBe(
        401,
      );
      for (const authorization of [
        `Basic ${token}`,
        `Bearer ${token} ${token}`,
        `Bearer ${token},Bearer x`,
        token,
      ])
        expect((await house.send('/api/me', { headers: { authorization } })).status).toBe(401);
    });

    test('a range that no file has, or a condition, is refused in words', async () => {
      const back = await house.send('/tab/', { headers: { range: 'bytes=99999999-' } });
      expect(back.status).toBeLessThan(500);
      const other = await house.send('/tab/', { headers: { 'if-match': '"nothing"' } });
      expect(other.status).toBeLessThan(500);
    });
  });

  describe('a method', () => {
    test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'SEARCH'])(
      '%s is refused everywhere',
      async (method) => {
        for (const path of [
          '/',
          '/health',
          '/tab/',
          '/api/me',
          '/api/messages',
          '/api/notifications',
          '/local/clock',
          measures,
        ]) {
          const back = await raw([
            `${method} ${path} HTTP/1.1`,
            'Host: x',
            `Authorization: Bearer ${token}`,
            'Connection: close',
          ]);
          expect([path, statusOf(back.text)]).toEqual([path, 405]);
          expect(back.text).toMatch(/Allow: GET, HEAD, POST/);
        }
      },
    );

    test('another site’s page is allowed nothing: its preflight is refused, and no answer names an origin', async () => {
      const asked = {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      };
      for (const path of ['/api/me', '/api/messages', '/tab/config.json', '/health']) {
        for (const method of ['OPTIONS', 'GET', 'POST']) {
          const { headers, status } = await house.send(path, { method, headers: asked });
          expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual(
            [],
          );
          if (method === 'OPTIONS') expect(status).toBe(405);
        }
      }
    });

    test('a press by GET, and a view by POST, are nothing at all', async () => {
      expect((await house.send('/api/cycles/x/close', { token })).status).toBe(404);
      expect((await house.send('/api/plan', { method: 'POST', token, body: {} })).status).toBe(404);
      expect((await house.send('/api/messages')).status).toBe(404);
    });

    test('CONNECT and an upgrade to a websocket open no tunnel', async () => {
      const tunnel = await raw([
        'CONNECT graph.microsoft.com:443 HTTP/1.1',
        'Host: graph.microsoft.com:443',
      ]);
      expect(tunnel).toEqual({ text: '', closed: true });
      for (const path of ['/tab/', '/api/me', '/api/messages']) {
        const back = await raw(
          [
            `GET ${path} HTTP/1.1`,
            'Host: x',
            'Upgrade: websocket',
            'Connection: Upgrade',
            'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
            'Sec-WebSocket-Version: 13',
          ],
          { patience: 500 },
        );
        expect([200, 401, 404, 503]).toContain(statusOf(back.text));
      }
      const h2c = await raw(
        [
          'GET /api/me HTTP/1.1',
          'Host: x',
          'Upgrade: h2c',
          'HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA',
          'Connection: Upgrade, HTTP2-Settings',
        ],
        { patience: 500 },
      );
      expect(statusOf(h2c.text)).toBe(401);
    });
  });
};

// Bodies that are too large, too deep, packed, poisoned or too slow: each is refused before it is believed.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Response as Answer, type Request } from 'express';
import { beforeAll, describe, expect, test } from 'vitest';
import { jsonBody, serverLimits } from '../../src/request-limits.ts';
import { soaking } from '../counts.ts';
import { type Attacked, inside, secondsForBody } from './attacked-house.ts';
import { sendRaw, statusOf } from './raw-request.ts';
import { realServer } from './real-routes.ts';

let house: Attacked;
let token: string;

const packedBody = async (words: string): Promise<Uint8Array> => {
  const packing = new Blob([JSON.stringify({ because: words })])
    .stream()
    .pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packing).arrayBuffer());
};

export const badBodies = (attacked: () => Attacked): void => {
  beforeAll(async () => {
    house = attacked();
    token = await house.tabToken(inside['performance team']);
  });

  describe('a body', () => {
    const deep = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
    const post = (path: string, body: string | Uint8Array, headers: Record<string, string> = {}) =>
      house.send(path, { method: 'POST', token, body, headers });

    test('deeper than any screen sends is refused, at the tab’s door, the bot’s and Graph’s', async () => {
      for (const body of [deep(33), deep(15_000), `${'['.repeat(49_000)}${']'.repeat(49_000)}`]) {
        expect((await post('/api/sign-off/approve', body)).status).toBe(400);
        expect((await house.press('owed', body)).status).toBe(400);
      }
      // Graph's notices are of no strict shape: only the depth refuses one.
      for (const [body, status] of [
        [deep(32), 202],
        [deep(33), 400],
        [`${'['.repeat(30_000)}${']'.repeat(30_000)}`, 400],
      ] as const)
        expect((await post('/api/notifications', body)).status).toBe(status);
    });

    test('larger than may be sent is refused, packed small or not', async () => {
      const large = JSON.stringify({ because: 'x'.repeat(200_000) });
      expect((await post('/api/sign-off/approve', large)).status).toBe(413);
      const packed = await packedBody('x'.repeat(5_000_000));
      expect(packed.length).toBeLessThan(20_000);
      const headers = { 'content-encoding': 'gzip' };
      expect((await post('/api/sign-off/approve', packed, headers)).status).toBe(413);
      const fromTeams = { method: 'POST', token: house.channelToken, body: packed, headers };
      expect((await house.send('/api/messages', fromTeams)).status).toBe(413);
      expect((await post('/api/notifications', packed, headers)).status).toBe(413);
    });

    test('packed, worded or named as nothing we read is refused', async () => {
      expect(
        (await post('/api/targets/endorse', '{}', { 'content-encoding': 'compress' })).status,
      ).toBe(415);
      expect(
        (await post('/api/targets/endorse', 'not gzip', { 'content-encoding': 'gzip' })).status,
      ).toBe(400);
      expect(
        (
          await post('/api/targets/endorse', '{}', {
            'content-type': 'application/json; charset=iso-8859-1',
          })
        ).status,
      ).toBe(415);
      for (const type of [
        'text/plain',
        'application/xml',
        'multipart/form-data; boundary=x',
        'application/x-www-form-urlencoded',
      ])
        expect(
          (await post('/api/targets/endorse', 'targets=all', { 'content-type': type })).status,
        ).toBe(400);
    });

    test('that names a prototype changes no object but its own', async () => {
      const poisons = [
        '{"__proto__":{"taken":true}}',
        '{"targets":[{"__proto__":{"taken":true}}]}',
        '{"constructor":{"prototype":{"taken":true}}}',
      ];
      for (const poison of poisons) {
        expect((await post('/api/targets/endorse', poison)).status).toBe(400);
        await house.press('answer', poison);
      }
      await house.send('/api/plan?__proto__[taken]=1&constructor[prototype][taken]=1', { token });
      expect(({} as { taken?: boolean }).taken).toBeUndefined();
    });

    /** A drop at a time: for longer than anybody waits, unless the app ends it. */
    const drip = (url: string, head: string, drops: readonly string[]) =>
      sendRaw(url, [head, ...drops], { slowly: 50, patience: 3 * secondsForBody * 1_000 });
    const many = Array.from({ length: 400 }, (_, at) => at);

    const doors = [
      ['a screen’s', '/api/sign-off/approve', () => token],
      ['a list of people', '/api/cycles/x/nudge', () => token],
      ['a press', '/api/messages', () => house.channelToken],
      ['a notice of Graph’s', '/api/notifications', () => 'none'],
    ] as const;
    test.concurrent.each(doors)(
      'that never comes is not waited for: %s',
      async (_, path, bearer) => {
        const head = [
          `POST ${path} HTTP/1.1`,
          'Host: x',
          `Authorization: Bearer ${bearer()}`,
          'Content-Type: application/json',
          'Content-Length: 4000',
        ];
        const { text, closed } = await drip(
          house.appUrl,
          `${head.join('\r\n')}\r\n\r\n`,
          many.map(() => ' '),
        );
        expect([statusOf(text), closed]).toEqual([408, true]);
      },
    );

    // All that time: in the short run the house above says less.
    test.runIf(soaking)(
      'has twenty seconds to come',
      async () => {
        const server = createServer(
          express().post('/', jsonBody('100kb'), (_request: Request, response: Answer) => {
            response.json('read');
          }),
        );
        await new Promise<void>((done) => server.listen(0, () => done()));
        const began = performance.now();
        const { text } = await sendRaw(
          `http://localhost:${(server.address() as AddressInfo).port}`,
          [
            'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n',
          ],
          { patience: 30_000 },
        );
        expect(statusOf(text)).toBe(408);
        expect(Math.round((performance.now() - began) / 1_000)).toBe(20);
        server.close();
      },
      40_000,
    );

    test('whose headers never come is not waited for', async () => {
      const server = createServer({
        ...serverLimits,
        headersTimeout: 300,
        connectionsCheckingInterval: 50,
      });
      await new Promise<void>((done) => server.listen(0, () => done()));
      const headers = await drip(
        `http://localhost:${(server.address() as AddressInfo).port}`,
        'POST / HTTP/1.1\r\n',
        many.map((at) => `X-${at}: 1\r\n`),
      );
      expect([statusOf(headers.text), headers.closed]).toEqual([408, true]);
      server.close();
    });

    test('the running app has those limits', async () => {
      expect(await realServer(house.appUrl)).toMatchObject({
        headersTimeout: 20_000,
        requestTimeout: 300_000,
      });
    });
  });
};

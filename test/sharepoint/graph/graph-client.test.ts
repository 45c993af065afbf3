// The one door to Graph: who it says it is, whom it gives a token to, what it makes of an odd answer, and
// how often it asks.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBatches, sendBatch } from '../../../src/sharepoint/graph/batch.ts';
import type { Call } from '../../../src/sharepoint/graph/graph-client.ts';
import { freePort } from '../../free-port.ts';
import { graphOn, type OddGraph, openOddGraph, sayJson } from './odd-graph.ts';

const create: Call = { method: 'POST', path: '/sites/x/lists/y/items', body: {}, units: 2 };

describe('who it says it is', () => {
  test('every call carries the token, which app and version it is, and an id of its own', async () => {
    const odd = await openOddGraph((response) => sayJson(response, {}));
    const graph = graphOn(odd);
    await graph.read('/sites/x', 1);
    await graph.write(create);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    const [one, other] = odd.asked.map(({ headers }) => headers);
    expect(one?.authorization).toBe('Bearer a-token');
    expect(one?.['user-agent']).toBe(`NONISV|GoldenThread|GoldenThread/${version}`);
    expect(one?.['client-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(other?.['client-request-id']).not.toBe(one?.['client-request-id']);
  });

  test('a token goes over https, or stays on this machine', () => {
    const open = (url: string) => () => graphOn({ url });
    expect(open('http://graph.example.org')).toThrow('must be https');
    expect(open('http://127.0.0.1.example.org')).toThrow('must be https');
    expect(open('https://graph.microsoft.com')).not.toThrow();
  });

  test('a link to another host is not followed', () => {
    const graph = graphOn({ url: 'https://graph.microsoft.com' });
    expect(graph.pathOf('https://graph.microsoft.com/v1.0/sites/x/lists?$skiptoken=a%20b')).toBe(
      '/sites/x/lists?$skiptoken=a%20b',
    );
    for (const link of [
      'https://graph.example.org/v1.0/sites/x',
      'https://graph.microsoft.com/beta/sites/x',
      'http://localhost/v1.0/sites/x',
      'https://graph.microsoft.com/v1.0/https://evil.example/v1.0/a',
      'https://graph.microsoft.com/v1.0/sites/x?$skiptoken=http://evil.example/v1.0/a',
      'nonsense',
    ]) {
      expect(() => graph.pathOf(link)).toThrow('not Graph');
    }
  });

  test('nor is a path that holds another address sent there: the token stays', async () => {
    const graph = graphOn(await openOddGraph((response) => sayJson(response, {})));
    const other = 'https://127.0.0.1:9/v1.0/a';
    for (const path of [`/${other}`, `/sites/x?next=${other}`])
      await expect(graph.read(path, 1)).rejects.toMatchObject({
        kind: 'forbidden',
        code: 'linkElsewhere',
      });
  });

  test.each([301, 302, 307, 308])(
    'a redirect (%i) does not take the token along',
    async (status) => {
      const elsewhere = await openOddGraph((response) => sayJson(response, { value: [] }));
      const odd = await openOddGraph((response) =>
        response.writeHead(status, { Location: `${elsewhere.url}/v1.0/sites/x` }).end(),
      );
      await expect(graphOn(odd).write(create)).rejects.toMatchObject({
        kind: 'unreachable',
        status,
      });
      await expect(graphOn(odd).read('/sites/x', 1)).rejects.toThrow('not followed');
      expect(elsewhere.asked).toHaveLength(0);
    },
  );
});

describe('a token that is refused', () => {
  const picky = (takes: string | null) =>
    openOddGraph((response, { headers }) =>
      headers.authorization === `Bearer ${takes}`
        ? sayJson(response, { id: '1' })
        : sayJson(response, { error: { code: 'InvalidAuthenticationToken' } }, 401),
    );
  const token = async (refused?: string) => (refused === undefined ? 'old' : 'new');

  test('is asked for once more, and the call made with it, be it a write', async () => {
    const odd = await picky('new');
    const graph = graphOn(odd, { token });
    expect(await graph.read('/sites/x', 1)).toEqual({ id: '1' });
    expect(await graph.write(create)).toEqual({ id: '1' });
    expect(odd.asked).toHaveLength(4);
  });

  test('and not a third time', async () => {
    const odd = await picky(null);
    await expect(graphOn(odd, { token }).write(create)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    expect(odd.asked).toHaveLength(2);
  });

  test('nor where there is no other to be had', async () => {
    const odd = await picky(null);
    await expect(graphOn(odd).read('/sites/x', 1)).rejects.toMatchObject({ kind: 'forbidden' });
    expect(odd.asked).toHaveLength(1);
  });
});

describe('an answer nothing can be made of is none: it may have been done', () => {
  const odd: [string, Parameters<typeof openOddGraph>[0], string][] = [
    [
      'not JSON',
      (response) => response.end('<html>Welcome to the guest network</html>'),
      'notJson',
    ],
    ['empty', (response) => response.end(), 'empty'],
    ['cut short', (response) => cutShort(response), ''],
    [
      'an error within',
      (response) => sayJson(response, { error: { code: 'generalException', message: 'x' } }),
      'generalException',
    ],
  ];
  const cutShort = (response: Parameters<typeof sayJson>[0]) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100' });
    response.write('{"value":[', () => response.socket?.destroy());
  };

  test.each(odd)('%s', async (_what, answer, code) => {
    const graph = graphOn(await openOddGraph(answer));
    const fault = { name: 'GraphFault', kind: 'unreachable', status: 0 };
    await expect(graph.write(create)).rejects.toMatchObject(code ? { ...fault, code } : fault);
    await expect(graph.read('/sites/x', 1)).rejects.toMatchObject(fault);
  });

  test('a deletion answers nothing, and that is well', async () => {
    const graph = graphOn(await openOddGraph((response) => response.writeHead(204).end()));
    expect(await graph.write({ ...create, method: 'DELETE' })).toBeNull();
  });

  test('a refusal that is not JSON is still told by its status', async () => {
    const graph = graphOn(
      await openOddGraph((response) => response.writeHead(403).end('<html>No</html>')),
    );
    await expect(graph.write(create)).rejects.toMatchObject({ kind: 'forbidden', status: 403 });
  });
});

describe('a batch whose answers are odd', () => {
  const calls = [1, 2, 3].map(
    (n): Call => ({ method: 'GET', path: `/sites/x/lists/y/items/${n}`, units: 1 }),
  );
  const answered = async (responses: unknown) => {
    const odd = await openOddGraph((response) => sayJson(response, { responses }));
    return sendBatch(graphOn(odd), calls, 'read');
  };
  const well = (id: unknown) => ({ id, status: 200, body: { id } });
  const faults = async (responses: unknown) =>
    (await answered(responses)).map(({ fault }) => fault && [fault.kind, fault.code]);

  test.each([
    ['one left out', [well('1'), well('3')], 'leftOut'],
    ['one twice', [well('1'), well('2'), well('2'), well('3')], 'answeredTwice'],
    ['one nobody asked', [well('1'), well('7'), well('3')], 'leftOut'],
    ['a status that is no number', [well('1'), { id: '2', status: 'OK' }, well('3')], 'notAStatus'],
    ['a body that is none', [well('1'), { id: '2', status: 200 }, well('3')], 'empty'],
    [
      'an error within',
      [well('1'), { id: '2', status: 200, body: { error: { code: 'busy' } } }, well('3')],
      'busy',
    ],
  ])('%s: the rest stands', async (_what, responses, code) => {
    expect(await faults(responses)).toEqual([null, ['unreachable', code], null]);
  });

  test('answers in another order, and ids as numbers, are each its own', async () => {
    const answers = await answered([well('3'), well(1), well('2')]);
    expect(answers.map(({ body }) => (body as { id: unknown }).id)).toEqual([1, '2', '3']);
  });

  test('no answers at all is a batch without one', async () => {
    await expect(answered('nothing')).rejects.toMatchObject({
      kind: 'unreachable',
      code: 'noResponses',
    });
  });
});

describe('how often Graph is asked', () => {
  const away = async (): Promise<Pick<OddGraph, 'url'>> => ({
    url: `http://127.0.0.1:${await freePort()}`,
  });

  test('a write is made once, whatever comes of it', async () => {
    for (const status of [429, 500, 503, 504]) {
      const odd = await openOddGraph((response) => sayJson(response, {}, status));
      await expect(graphOn(odd).write(create)).rejects.toMatchObject({ status });
      expect(odd.asked).toHaveLength(1);
    }
  });

  test('a read is asked four times at most, and only where Graph is busy or away', async () => {
    for (const [status, times] of [
      [400, 1],
      [403, 1],
      [404, 1],
      [410, 1],
      [429, 4],
      [500, 4],
      [503, 4],
    ] as const) {
      const odd = await openOddGraph((response) => sayJson(response, {}, status));
      await expect(graphOn(odd).read('/sites/x', 1)).rejects.toMatchObject({ status });
      expect(odd.asked).toHaveLength(times);
      const batch = await openOddGraph((response) => sayJson(response, {}, status));
      const call: Call = { method: 'GET', path: '/sites/x', units: 1 };
      await expect(readBatches(graphOn(batch), [call])).rejects.toMatchObject({ status });
      expect(batch.asked).toHaveLength(times);
    }
  });

  test('while it is away one call finds out, and the rest wait for that one', async () => {
    const graph = graphOn(await away());
    await graph.read('/sites/x', 1).catch(() => undefined);
    const before = graph.requests();
    const reads = Array.from({ length: 500 }, () => graph.read('/sites/x', 1));
    const ends = await Promise.allSettled(reads);
    expect(ends.every(({ status }) => status === 'rejected')).toBe(true);
    expect(graph.requests() - before).toBeLessThanOrEqual(4);
  });

  test('once it is back all of them go', async () => {
    let isAway = true;
    const odd = await openOddGraph((response) =>
      isAway ? response.socket?.destroy() : sayJson(response, { id: 'x' }),
    );
    const graph = graphOn(odd);
    await graph.write(create).catch(() => undefined);
    isAway = false;
    const ends = await Promise.all(Array.from({ length: 50 }, () => graph.read('/sites/x', 1)));
    expect(ends).toHaveLength(50);
  });
});

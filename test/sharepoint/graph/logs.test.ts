// What is logged when a call to Graph fails: enough to find it in Microsoft's own logs, and nothing of
// what a row, a key, a person or a token says.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openLog } from '../../../src/log.ts';
import { readBatches, sendBatch } from '../../../src/sharepoint/graph/batch.ts';
import type { Call } from '../../../src/sharepoint/graph/graph-client.ts';
import { toldInFull } from '../../../src/sharepoint/graph/graph-fault.ts';
import { pathTemplate } from '../../../src/sharepoint/graph/path-template.ts';
import type { SharePoint } from '../../../src/sharepoint/open-sharepoint.ts';
import type { Pending } from '../../../src/use-cases/ports.ts';
import { asPending } from '../../pending.ts';
import { type LocalSite, openLocalSite } from '../local-site.ts';
import { graphOn, openOddGraph, sayJson } from './odd-graph.ts';

const name = 'Marjorie Pemberton-Okafor';
const address = 'marjorie.pemberton@stoke.example';
const secret = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJtYXJqb3JpZSJ9.c2lnbmVk';
const planted = [name, 'Marjorie', 'Pemberton', address, 'pemberton', 'stoke.example', secret];

const holdsNothingOf = (lines: readonly string[]): void => {
  const all = lines.join('\n').toLowerCase();
  for (const each of planted) expect(all).not.toContain(each.toLowerCase());
  expect(all).not.toContain('filter');
  expect(all).not.toContain('bearer');
};

describe('against an odd Graph, whose every answer tells of a person', () => {
  const said = `Field 'Owner' of ${name} <${address}> is not valid: "${secret}"`;
  const refusal = { error: { code: 'invalidRequest', message: said, innerError: { name } } };
  const query = `?$filter=fields/Key eq '${encodeURIComponent(address)}'&name=${encodeURIComponent(name)}`;
  const call: Call = {
    method: 'PATCH',
    path: `/sites/x/lists/0f0e9c1a-8d27-4b6e-a5f4-90b1d2c3e404/items/${address}${query}`,
    body: { fields: { Owner: name, Email: address } },
    units: 2,
  };
  const get: Call = { method: 'GET', path: call.path, units: 1 };
  const answers: [string, Parameters<typeof openOddGraph>[0]][] = [
    ...[301, 400, 401, 403, 404, 409, 410, 412, 429, 500, 503, 504].map(
      (status): (typeof answers)[number] => [
        String(status),
        (response) => sayJson(response.setHeader('request-id', 'theirs-1'), refusal, status),
      ],
    ),
    ['an error within', (response) => sayJson(response, refusal)],
    ['not JSON', (response) => response.end(`<html>${said}</html>`)],
    ['nothing', (response) => response.end()],
    ['dropped', (response) => response.socket?.destroy()],
    ['slow', () => undefined],
    ['a code that is a name', (response) => sayJson(response, { error: { code: said } }, 400)],
    [
      'within a batch',
      (response) =>
        sayJson(response, {
          responses: [
            { id: '1', status: 400, headers: { 'request-id': said }, body: refusal },
            { id: said, status: 200, body: refusal },
          ],
        }),
    ],
  ];

  test.each(answers)('%s', async (_what, answer) => {
    const lines: string[] = [];
    const odd = await openOddGraph(answer);
    const log = openLog((line) => lines.push(line));
    const settings = { token: async () => secret, timeLimit: 200, log };
    const ends = await Promise.allSettled([
      graphOn(odd, settings).write(call),
      graphOn(odd, settings).read(get.path, 1),
      sendBatch(graphOn(odd, settings), [call, get], 'write'),
      readBatches(graphOn(odd, settings), [get, get]),
    ]);
    expect(lines.length).toBeGreaterThanOrEqual(4);
    for (const end of ends) if (end.status === 'rejected') log.fault('refresh', end.reason);
    holdsNothingOf(lines);
  });

  test('a line says which call, how it ended, how long it took, and both ids of it', async () => {
    const lines: string[] = [];
    const odd = await openOddGraph((response) =>
      sayJson(response.setHeader('request-id', 'theirs-1'), refusal, 400),
    );
    const graph = graphOn(odd, { log: openLog((line) => lines.push(line)) });
    const fault = await graph.write(call).catch((error: unknown) => error);
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
      {
        at: expect.any(String),
        level: 'fault',
        event: 'a call to Graph failed',
        kind: 'conflict',
        method: 'PATCH',
        path: '/sites/{}/lists/0f0e9c1a-8d27-4b6e-a5f4-90b1d2c3e404/items/{}',
        status: 400,
        code: 'invalidRequest',
        requestId: 'theirs-1',
        ours: odd.asked[0]?.headers['client-request-id'],
        milliseconds: expect.any(Number),
        attempt: 1,
        correlation: expect.any(String),
        error: expect.stringContaining('GraphFault: PATCH /sites/{}/lists/'),
        where: expect.stringMatching(/\.ts:\d+$/),
      },
    ]);
    expect(toldInFull(fault as Parameters<typeof toldInFull>[0])).toContain(said.slice(0, 60));
  });

  test('what is asked again is told as news, and as a fault only where it was given up', async () => {
    const lines: string[] = [];
    const odd = await openOddGraph((response) => sayJson(response, refusal, 503));
    const graph = graphOn(odd, { log: openLog((line) => lines.push(line)) });
    await graph.read(get.path, 1).catch(() => undefined);
    const told = lines.map((line) => JSON.parse(line) as { level: string; attempt: number });
    expect(told.map(({ level, attempt }) => [level, attempt])).toEqual([
      ['info', 1],
      ['info', 2],
      ['info', 3],
      ['fault', 4],
    ]);
  });

  test('a name or an address in the words of any other error stays out', () => {
    const lines: string[] = [];
    const log = openLog((line) => lines.push(line));
    for (const words of [
      `'${name}' is not a date such as 2020-10-14`,
      `Unexpected token 'M', "${name}, ${address}"... is not valid JSON`,
      `Headers.append: "Bearer ${secret}" is an invalid header value.`,
      `no mailbox for ${address}`,
      `invalid token ${secret}`,
    ])
      log.fault('something', new TypeError(words));
    expect(lines).toHaveLength(5);
    holdsNothingOf(lines);
  });

  test('the path of a call keeps what kind of thing was asked for', () => {
    for (const [path, kept] of [
      ['/$batch', '/$batch'],
      [`/users/${address}`, '/users/{}'],
      [`/sites/council.sharepoint.com:/sites/plan`, '/sites/{}/sites/{}'],
      ['/sites/a,b,c/lists/Returns/items/delta?token=x', '/sites/{}/lists/{}/items/delta'],
      [`/groups/${address}/transitiveMembers?$select=id`, '/groups/{}/transitiveMembers'],
      ['/sites/a/lists/b/items/12/versions', '/sites/{}/lists/{}/items/{}/versions'],
      [`lists/getbytitle('O''Neil (${name})')/views('12')`, 'lists/getbytitle()/views()'],
    ] as const)
      expect(pathTemplate(path)).toBe(kept);
  });
});

describe('against local Microsoft 365', () => {
  let local: LocalSite;
  let sharepoint: SharePoint;
  const lines: string[] = [];
  const log = openLog((line) => lines.push(line));
  let sequence = 0;
  const pending = (set: Pending['set'], key = `plan|${name}|2020-21 Q2`): Pending => {
    sequence += 1;
    return asPending({ register: 'returns', key, set }, sequence);
  };
  const newReturn = { plan: 'plan', measure: 'plan|1', period: '2020-21 Q2', state: 'Due' };
  const write = async (changes: readonly Pending[]) => {
    sharepoint.replica.lay(changes);
    return (await sharepoint.lists.write(changes)).map(({ fault }) => fault);
  };

  beforeAll(async () => {
    local = await openLocalSite();
    await (await local.open()).provision();
    sharepoint = await local.open({ timeLimit: 3_000, log });
    await sharepoint.load();
    await write([pending({ ...newReturn, owner: address })]);
  }, 60_000);
  afterAll(() => local.close());
  beforeEach(() => {
    lines.length = 0;
  });

  test.each([400, 401, 403, 404, 409, 412, 429, 500, 503])(
    'a change to a row keyed by a name, refused with %i',
    async (status) => {
      const script = [{ on: 'graph', path: '/items', times: 20, status, retryAfter: 0 }];
      await local.faults({ script });
      expect(await write([pending({ owner: `${address} ${status}` })])).not.toEqual([null]);
      await local.faults({});
      expect(lines.length).toBeGreaterThan(0);
      holdsNothingOf(lines);
    },
  );

  test('a row the list itself refuses, too long, and a key that is there already', async () => {
    const long = `${name} `.repeat(20);
    expect(await write([pending({ ...newReturn, owner: long }, `plan|${address}|new`)])).toEqual([
      'conflict',
    ]);
    const other = await local.open({ log });
    await other.lists.write([pending({ ...newReturn, owner: name })]);
    expect(lines.length).toBeGreaterThan(1);
    holdsNothingOf(lines);
  });

  test('no answer, a slow one, and the reading that fails', async () => {
    for (const trouble of [
      { times: 10, dropBefore: true },
      { times: 2, delayMs: 4_000 },
    ]) {
      await local.faults({ script: [{ on: 'graph', ...trouble }] });
      await write([pending({ owner: name })]);
      await sharepoint.refresh().catch((error: unknown) => log.fault('refresh', error));
      await local.faults({});
    }
    expect(lines.length).toBeGreaterThan(4);
    holdsNothingOf(lines);
  }, 40_000);

  test('a list that lacks a column of ours is told of once, by its name, and mended by provision', async () => {
    const lists = `/sites/${local.site}:/lists/Returns`;
    const { value } = await local.graph<{ value: { id: string; name: string }[] }>(
      'GET',
      `${lists}/columns`,
    );
    const id = value.find((column) => column.name === 'Commentary')?.id;
    await local.graph('DELETE', `${lists}/columns/${id}`);
    const change = () => pending({ commentary: `for ${name}` });
    expect(await write([change()])).toEqual(['conflict']);
    expect(await write([change()])).toEqual(['conflict']);
    const told = lines.filter((line) => line.includes('a list lacks a column'));
    expect(told.map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({ register: 'returns', column: 'Commentary' }),
    ]);
    expect(sharepoint.reasons()).toEqual([
      'The list Returns lacks the column Commentary: run golden-thread provision.',
    ]);
    await sharepoint.provision();
    expect(await write([change()])).toEqual([null]);
    expect(sharepoint.reasons()).toEqual([]);
    holdsNothingOf(lines);
  });
});

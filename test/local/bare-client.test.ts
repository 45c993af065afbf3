// Microsoft's own Graph client, with nothing of ours around it, works the lists.
import {
  BatchRequestContent,
  BatchResponseContent,
  Client,
  PageIterator,
} from '@microsoft/microsoft-graph-client';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Given, givenLocal, graphScope, register, site } from './given.ts';
import { bareClientOn } from './other-clients.ts';

let given: Given;
let token: string;
let client: Client;
let code = 0;

beforeAll(async () => {
  given = await givenLocal();
  token = await given.token(graphScope, 'local');
  client = bareClientOn(given.local.url, token);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await given.ask('DELETE /local/faults');
});

const trouble = (faults: object) => given.ask('PUT /local/faults', faults);
const counted = async () => (await given.ask('GET /local/faults')).body.counters.graph;

/** A list with so many rows, at its path. */
const listOf = async (rows: number): Promise<string> => {
  code += 1;
  const name = `Targets ${code}`;
  await client.api(`${site}/lists`).post(register(name, [{ name: 'Target', number: {} }]));
  const list = `${site}/lists/${name}`;
  for (let n = 0; n < rows; n += 1)
    await client.api(`${list}/items`).post({ fields: { Key: `T${n}`, Target: n } });
  return list;
};

test('Microsoft’s Graph client makes a list, writes a row, reads it back and follows delta', async () => {
  // Straight over http: the client strips 'Authorization', its own or ours (in lower case it goes
  // through), and takes only https addresses whole, so links are followed by their path.
  const plain = Client.initWithMiddleware({
    baseUrl: given.local.url,
    customHosts: new Set(['localhost']),
    authProvider: { getAccessToken: () => Promise.resolve(token) },
  });
  const api = (path: string) =>
    plain
      .api(path.replace(`${given.local.url}/v1.0`, ''))
      .header('authorization', `Bearer ${token}`);
  const list = await api(`${site}/lists`).post(
    register('Targets', [{ name: 'Target', number: {} }]),
  );
  const made = await api(`${site}/lists/${list.id}/items`).post({
    fields: { Key: 'T1', Target: 9.5 },
  });
  const page = await api(`${site}/lists/Targets/items`)
    .expand('fields(select=Key,Target)')
    .filter("fields/Key eq 'T1'")
    .get();
  expect(page.value[0].fields).toMatchObject({ Key: 'T1', Target: 9.5 });
  const changes = await api(`${site}/lists/Targets/items/delta`).get();
  expect(changes.value).toHaveLength(1);
  await api(`${site}/lists/Targets/items/${made.id}`).delete();
  const since = await api(changes['@odata.deltaLink']).get();
  expect(since.value).toEqual([{ id: made.id, deleted: { state: 'deleted' } }]);
});

describe('its PageIterator', () => {
  test('walks every page, each row once', async () => {
    const first = await client
      .api(`${await listOf(7)}/items`)
      .expand('fields')
      .top(3)
      .get();
    const keys: string[] = [];
    const rows = new PageIterator(client, first, (row: { fields: { Key: string } }) => {
      keys.push(row.fields.Key);
      return true;
    });
    await rows.iterate();
    expect(keys).toEqual(['T0', 'T1', 'T2', 'T3', 'T4', 'T5', 'T6']);
    expect(rows.isComplete()).toBe(true);
  });

  test('stops where it is told to, and goes on from there', async () => {
    const first = await client
      .api(`${await listOf(5)}/items`)
      .top(2)
      .get();
    const ids: string[] = [];
    const rows = new PageIterator(client, first, ({ id }: { id: string }) => {
      ids.push(id);
      return ids.length !== 3;
    });
    await rows.iterate();
    expect(ids).toHaveLength(3);
    await rows.resume();
    expect(new Set(ids).size).toBe(5);
  });

  test('reads what changed, and keeps the link to ask again with', async () => {
    const list = await listOf(5);
    const first = await client.api(`${list}/items/delta`).expand('fields').top(2).get();
    const heard: unknown[] = [];
    const rows = new PageIterator(client, first, (row) => {
      heard.push(row);
      return true;
    });
    await rows.iterate();
    expect(heard).toHaveLength(5);
    await client.api(`${list}/items/1/fields`).patch({ Target: 70 });
    const link = String(rows.getDeltaLink());
    const since = await client.api(link).get();
    expect(since.value).toMatchObject([{ id: '1', fields: { Target: 70 } }]);
  });
});

describe('its batches', () => {
  const step = (id: string, method: string, address: string, body?: object) => ({
    id,
    request: new Request(`https://graph.local${address}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    }),
  });
  const send = async (steps: ReturnType<typeof step>[]) => {
    const content = await new BatchRequestContent(steps).getContent();
    return new BatchResponseContent(await client.api('/$batch').post(content));
  };

  test('each answer is found by its id, in whatever order they came', async () => {
    const list = await listOf(1);
    const answers = await send([
      step('change', 'PATCH', `${list}/items/1/fields`, { Target: 3 }),
      ...Array.from({ length: 17 }, (_, n) =>
        step(`new-${n}`, 'POST', `${list}/items`, { fields: { Key: `N${n}`, Target: n } }),
      ),
      step('missing', 'GET', `${list}/items/999`),
      step('gone', 'DELETE', `${list}/items/1`),
    ]);
    expect(answers.getResponses().size).toBe(20);
    expect(answers.getResponseById('missing').status).toBe(404);
    expect(answers.getResponseById('gone').status).toBe(204);
    const made = await answers.getResponseById('new-16').json();
    expect(made).toMatchObject({ fields: { Key: 'N16', Target: 16 } });
  });

  test('a row made first and read after it in one batch; where it is refused the reading is too', async () => {
    const list = await listOf(1);
    const after = (key: string) => [
      step('1', 'POST', `${list}/items`, { fields: { Key: key } }),
      { ...step('2', 'GET', `${list}/items`), dependsOn: ['1'] },
    ];
    expect((await send(after('T1'))).getResponseById('2').status).toBe(200);
    expect((await send(after('T1'))).getResponseById('2').status).toBe(424);
  });

  test('what was throttled within a batch is left for the caller, with its Retry-After', async () => {
    const list = await listOf(1);
    const script = [
      { on: 'graph', method: 'PATCH', path: '/items/1', times: 1, status: 429, retryAfter: 7 },
    ];
    await trouble({ script });
    const answers = await send([
      step('throttled', 'PATCH', `${list}/items/1/fields`, { Target: 5 }),
      step('read', 'GET', `${list}/items/1/fields`),
    ]);
    const refused = answers.getResponseById('throttled');
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '7']);
    expect(await answers.getResponseById('read').json()).toMatchObject({ Target: 0 });
  });
});

describe('its retries', () => {
  test('a throttled read is asked again after Retry-After, three times and no more', async () => {
    const list = await listOf(1);
    const throttled = (times: number) => ({
      script: [{ on: 'graph', method: 'GET', times, status: 429, retryAfter: 0 }],
    });
    await trouble(throttled(3));
    expect((await client.api(`${list}/items`).get()).value).toHaveLength(1);
    await trouble(throttled(4));
    await expect(client.api(`${list}/items`).get()).rejects.toMatchObject({
      statusCode: 429,
      code: 'activityLimitReached',
    });
  });

  test('asked to wait ten minutes it waits three, and is counted and refused again', async () => {
    const list = await listOf(1);
    const waits = withLongWaitsSkipped();
    await trouble({
      script: [{ on: 'graph', method: 'GET', times: 4, status: 429, retryAfter: 600 }],
    });
    const before = await counted();
    await expect(client.api(`${list}/items`).get()).rejects.toMatchObject({ statusCode: 429 });
    expect(waits).toHaveLength(3);
    // The client adds up to a second, by chance.
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(180_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(181_000);
    expect((await counted()).requests - before.requests).toBe(4);
  });

  test('a new row answered 503 is asked for again unasked, which its unique key alone makes harmless', async () => {
    const list = await listOf(1);
    await trouble({
      script: [
        { on: 'graph', method: 'POST', path: '/items$', times: 1, status: 503, retryAfter: 0 },
      ],
    });
    const before = await counted();
    await client.api(`${list}/items`).post({ fields: { Key: 'T1' } });
    expect((await counted()).requests - before.requests).toBe(2);
    expect((await client.api(`${list}/items`).get()).value).toHaveLength(2);
  });

  /** Waits of a minute or more are noted and not waited for. */
  function withLongWaitsSkipped(): number[] {
    const waits: number[] = [];
    const real = globalThis.setTimeout;
    vi.spyOn(globalThis, 'setTimeout').mockImplementation(((work: () => void, ms = 0) => {
      if (ms >= 60_000) waits.push(ms);
      return real(work, ms >= 60_000 ? 0 : ms);
    }) as typeof setTimeout);
    return waits;
  }
});

test('an error keeps Microsoft’s code, words and request id', async () => {
  const list = await listOf(1);
  await expect(client.api(`${list}/items/999`).get()).rejects.toMatchObject({
    statusCode: 404,
    code: 'itemNotFound',
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

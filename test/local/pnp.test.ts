// PnPjs, the client most who work with lists use, drives local Graph with its own paging, batches,
// retries and errors.
import { GraphCollection, type GraphFI, graphPatch, Paged } from '@pnp/graph';
import type { IPagedResult } from '@pnp/graph/behaviors/paged.js';
import { ListItem } from '@pnp/graph/list-item/index.js';
import type { IList } from '@pnp/graph/lists/index.js';
import { BrowserFetchWithRetry, body, HttpRequestError, headers } from '@pnp/queryable';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Given, givenLocal, graphScope } from './given.ts';
import { pnpOn } from './other-clients.ts';

type Row = { readonly id: string; readonly eTag: string; readonly fields: Record<string, unknown> };

let given: Given;
let graph: GraphFI;
let siteId: string;
let code = 0;

beforeAll(async () => {
  given = await givenLocal();
  graph = pnpOn(given.local.url, await given.token(graphScope, 'local'));
  const site = await graph.sites.getByUrl('localhost', '/sites/stoke-on-trent');
  siteId = String((await site()).id);
});
afterEach(async () => {
  await given.ask('DELETE /local/faults');
});

const lists = (on = graph) => on.sites.getById(siteId).lists;
const trouble = (faults: object) => given.ask('PUT /local/faults', faults);
const counted = async () => (await given.ask('GET /local/faults')).body.counters.graph;

/** A list of its own for a test, named `name`, with so many rows. */
const listOf = async (rows: number): Promise<{ name: string; list: IList }> => {
  code += 1;
  const name = `Returns ${code}`;
  await lists().add({
    displayName: name,
    columns: [
      { name: 'Key', indexed: true, enforceUniqueValues: true, required: true, text: {} },
      { name: 'Plan', indexed: true, text: {} },
      { name: 'Value', indexed: true, number: {} },
      { name: 'Commentary', text: { allowMultipleLines: true } },
    ],
  });
  const list = lists().getById(name);
  for (let n = 0; n < rows; n += 1) await list.items.add(row(n));
  return { name, list };
};
const row = (n: number) => ({
  fields: { Key: `R${n}`, Plan: n % 2 === 0 ? 'even' : 'odd', Value: n } as object,
});
const keysIn = (rows: readonly unknown[]) => (rows as Row[]).map(({ fields }) => fields['Key']);

describe('sites, lists and columns', () => {
  test('a site is found by its address and by its id', async () => {
    expect(await graph.sites.getById(siteId)()).toMatchObject({
      displayName: 'City of Stoke-on-Trent',
    });
  });

  test('a list is made, found among the others, renamed and deleted', async () => {
    const { name, list } = await listOf(0);
    expect((await lists()()).map(({ displayName }) => displayName)).toContain(name);
    const { id } = await list();
    await lists().getById(String(id)).update({ displayName: 'Renamed' });
    expect(await lists().getById('Renamed')()).toMatchObject({ id, displayName: 'Renamed' });
    await lists().getById('Renamed').delete();
    await expect(lists().getById('Renamed')()).rejects.toMatchObject({ status: 404 });
  });

  test('a column is added, read, changed and taken away', async () => {
    const { list } = await listOf(0);
    const made = await list.columns.add({
      name: 'State',
      choice: { choices: ['Due', 'Returned'], allowTextEntry: false, displayAs: 'dropDownMenu' },
    });
    const column = list.columns.getById(String(made.id));
    expect(await column()).toMatchObject({
      name: 'State',
      choice: { choices: ['Due', 'Returned'] },
    });
    await column.update({ displayName: 'State of return' });
    expect(await column()).toMatchObject({ displayName: 'State of return' });
    await column.delete();
    expect((await list.columns()).map(({ name }) => name)).not.toContain('State');
  });
});

describe('rows', () => {
  test('a row is added, changed, read and deleted', async () => {
    const { list } = await listOf(0);
    const { id } = await list.items.add(row(1));
    const item = list.items.getById(String(id));
    await item.update({ fields: { Commentary: 'late' } as object });
    expect(await item.expand('fields')()).toMatchObject({
      fields: { Key: 'R1', Value: 1, Commentary: 'late' },
    });
    await list.items.getById(String(id)).delete();
    expect(await list.items()).toEqual([]);
  });

  test('a change made on an old version is refused with 412, and nothing is changed', async () => {
    const { list } = await listOf(1);
    const item = list.items.getById('1');
    const { eTag } = (await item()) as unknown as Row;
    const set = (Value: number) =>
      graphPatch(
        list.items.getById('1'),
        body({ fields: { Value } }, headers({ 'If-Match': eTag })),
      );
    await set(10);
    await expect(set(11)).rejects.toMatchObject({ status: 412 });
    expect(await ListItem(item, 'fields')()).toMatchObject({ Value: 10 });
  });

  test('its iterator pages through every row, each once', async () => {
    const { list } = await listOf(7);
    const pages: unknown[][] = [];
    for await (const page of list.items.expand('fields').top(3)) pages.push(page);
    expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
    expect(keysIn(pages.flat())).toEqual(['R0', 'R1', 'R2', 'R3', 'R4', 'R5', 'R6']);
  });

  test('rows are filtered, ordered and cut down to what was asked for', async () => {
    const { list } = await listOf(6);
    const rows = await list.items
      .select('id')
      .expand('fields($select=Key,Value)')
      .filter("fields/Plan eq 'odd' and fields/Value ge 3")
      .orderBy('fields/Value', false)();
    expect(keysIn(rows)).toEqual(['R5', 'R3']);
    expect(rows[0]).not.toHaveProperty('eTag');
    expect((rows[0] as Row).fields).not.toHaveProperty('Plan');
  });

  test('a row’s versions are read newest first, each with what it held', async () => {
    const { list } = await listOf(1);
    const item = list.items.getById('1');
    await item.update({ fields: { Value: 1 } as object });
    const versions = (await item.versions.expand('fields')()) as unknown as Row[];
    expect(versions.map(({ fields }) => fields['Value'])).toEqual([1, 0]);
  });

  test('what changed is read page by page to the link, and from the link on', async () => {
    const { list } = await listOf(5);
    const ask = (link: string): Promise<IPagedResult<Row>> =>
      GraphCollection([list.items, link]).using(Paged())() as never;
    const heard: Row[] = [];
    let page = (await GraphCollection(list.items, 'delta')
      .top(2)
      .using(Paged())()) as never as IPagedResult<Row>;
    heard.push(...(page.value ?? []));
    for (; page.hasNext; heard.push(...(page.value ?? []))) page = await ask(page.nextLink);
    expect(new Set(heard.map(({ id }) => id)).size).toBe(5);
    await list.items.getById('2').delete();
    await list.items.getById('3').update({ fields: { Value: 33 } as object });
    const since = (await ask(page.deltaLink)).value ?? [];
    expect(since.map(({ id }) => id).toSorted()).toEqual(['2', '3']);
    expect(since.find(({ id }) => id === '2')).toMatchObject({ deleted: { state: 'deleted' } });
  });
});

describe('batches', () => {
  test('more calls than a batch holds go in several, and each gets its own answer', async () => {
    const { name, list } = await listOf(0);
    const [batched, execute] = graph.batched();
    const made = Array.from({ length: 25 }, (_, n) =>
      lists(batched).getById(name).items.add(row(n)),
    );
    const before = await counted();
    await execute();
    const after = await counted();
    expect([after.requests - before.requests, after.batched - before.batched]).toEqual([2, 25]);
    expect(keysIn(await Promise.all(made))).toEqual(made.map((_, n) => `R${n}`));
    expect(await list.items.top(100)()).toHaveLength(25);
  });

  test('one that is refused fails alone', async () => {
    const { name } = await listOf(1);
    const [batched, execute] = graph.batched();
    const add = (n: number) => lists(batched).getById(name).items.add(row(n));
    const both = Promise.allSettled([add(0), add(1)]);
    await execute();
    const [twice, fresh] = await both;
    expect(twice).toMatchObject({ status: 'rejected', reason: { status: 400 } });
    expect(fresh).toMatchObject({ status: 'fulfilled', value: { fields: { Key: 'R1' } } });
  });

  test('one that is throttled within a batch is not asked again: its caller is told', async () => {
    const { name } = await listOf(0);
    await trouble({
      script: [
        { on: 'graph', method: 'POST', path: '/items$', times: 1, status: 429, retryAfter: 9 },
      ],
    });
    const [batched, execute] = graph.batched();
    const made = lists(batched).getById(name).items.add(row(1));
    const refused = made.catch((fault: unknown) => fault as HttpRequestError);
    await execute();
    const { status, response } = (await refused) as HttpRequestError;
    expect([status, response.headers.get('Retry-After')]).toEqual([429, '9']);
  });
});

describe('trouble', () => {
  test('over the units of a minute Graph refuses it, and says how long to wait', async () => {
    const { list } = await listOf(0);
    await trouble({ unitsPerMinute: 1 });
    const fault = await list
      .using(BrowserFetchWithRetry({ retries: 1 }))()
      .catch((error: unknown) => error as HttpRequestError);
    const { status, headers: said } = (fault as HttpRequestError).response;
    expect([status, Number(said.get('Retry-After')) > 0]).toEqual([429, true]);
  });

  test('throttled, it waits as long as it is told and asks again', async () => {
    const { list } = await listOf(1);
    await trouble({
      script: [{ on: 'graph', method: 'GET', times: 2, status: 429, retryAfter: 1 }],
    });
    const began = performance.now();
    expect(await list.items()).toHaveLength(1);
    expect(performance.now() - began).toBeGreaterThanOrEqual(2_000);
  });

  test('refused three times it gives up', async () => {
    const { list } = await listOf(0);
    await trouble({ script: [{ on: 'graph', times: 3, status: 429, retryAfter: 0 }] });
    const before = await counted();
    await expect(list.items()).rejects.toThrow('Retry count exceeded (3)');
    expect((await counted()).requests - before.requests).toBe(3);
  });

  test('a refusal is its own error, with Microsoft’s code and words in it', async () => {
    const { list } = await listOf(0);
    const fault = await list.items
      .filter("fields/Commentary eq 'late'")()
      .catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(HttpRequestError);
    const { status, response } = fault as HttpRequestError;
    expect(status).toBe(400);
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect(error.code).toBe('invalidRequest');
    expect(error.message).toContain('not indexed');
  });
});

// Reading a register: pages, filters through an index, the 5,000-row threshold, and what has changed since.
import { beforeAll, expect, test } from 'vitest';
import { type Given, givenLocal, register, site } from './given.ts';

let given: Given;
const list = `${site}/lists/Measures`;
const many = 5200;

beforeAll(async () => {
  given = await givenLocal();
  given.local.faults.set({ unitsPerMinute: 1_000_000 });
  const columns = [
    { name: 'Plan', indexed: true, text: {} },
    { name: 'Year', indexed: true, number: {} },
    { name: 'Owner', text: {} },
  ];
  await given.graph(`POST ${site}/lists`, register('Measures', columns));
  await fill('Measures', many, (n) => ({
    Key: `M${String(n).padStart(5, '0')}`,
    Plan: n <= 5100 ? 'Old' : 'New',
    Year: 2000 + (n % 20),
    Owner: n % 2 ? 'odd' : 'even',
  }));
}, 60_000);

async function fill(name: string, rows: number, fieldsOf: (n: number) => object): Promise<void> {
  for (let from = 1; from <= rows; from += 20) {
    const requests = [];
    for (let n = from; n < from + 20 && n <= rows; n += 1) {
      const headers = { 'Content-Type': 'application/json' };
      const body = { fields: fieldsOf(n) };
      requests.push({
        id: String(n),
        method: 'POST',
        url: `${site}/lists/${name}/items`,
        headers,
        body,
      });
    }
    const { body } = await given.graph('POST /$batch', { requests });
    const refused = body.responses.find((each: { status: number }) => each.status !== 201);
    if (refused) throw new Error(JSON.stringify(refused));
  }
}

type Page = {
  value: { id: string; fields: Record<string, unknown> }[];
  '@odata.nextLink'?: string;
};

async function allPages(path: string): Promise<Page[]> {
  const pages: Page[] = [];
  for (let next: string | undefined = path; next; next = pages.at(-1)?.['@odata.nextLink']) {
    const { status, body } = await given.graph(`GET ${next}`);
    expect(status).toBe(200);
    pages.push(body as Page);
  }
  return pages;
}

test('a whole register is read in pages, each row once', async () => {
  const pages = await allPages(`${list}/items?$top=5000&$expand=fields($select=Key)`);
  expect(pages.map(({ value }) => value.length)).toEqual([5000, 200]);
  const ids = new Set(pages.flatMap(({ value }) => value.map(({ id }) => id)));
  expect(ids.size).toBe(many);
  expect((await given.graph(`GET ${list}/items`)).body.value).toHaveLength(200);
});

test('a filter on an indexed column finds its rows, in any case of letters', async () => {
  const found = await given.graph(`GET ${list}/items?expand=fields&$filter=fields/Key eq 'm00007'`);
  expect(found.body.value[0].fields).toMatchObject({ Key: 'M00007', Year: 2007 });
  const starts = await given.graph(`GET ${list}/items?$filter=startswith(fields/Key,'M0510')`);
  expect(starts.body.value).toHaveLength(10);
});

test('predicates are narrowed together and ordered, across pages', async () => {
  const filter = "fields/Plan eq 'New' and fields/Year ge 2010 and fields/Year ne 2012";
  const pages = await allPages(
    `${list}/items?$top=20&$expand=fields&$orderby=fields/Year desc&$filter=${filter}`,
  );
  const years = pages.flatMap(({ value }) => value.map(({ fields }) => Number(fields['Year'])));
  expect(years).toHaveLength(45);
  expect(years).toEqual([...years].sort((one, other) => other - one));
  expect(years).not.toContain(2012);
});

test('a filter on a column without an index is refused, even on a small list', async () => {
  const url = `${list}/items?$filter=fields/Plan eq 'New' and fields/Owner eq 'odd'`;
  const refused = await given.graph(`GET ${url}`);
  expect(refused.status).toBe(400);
  expect(refused.body.error.message).toContain('not indexed');
  const prefer = { Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };
  expect((await given.graph(`GET ${url}`, undefined, prefer)).body.value).toHaveLength(50);
  const bare = await given.graph(`GET ${list}/items?$filter=Plan eq 'New'`);
  expect(bare.body.error.message).toBe('Invalid filter clause');
});

test('a filter that looks at more than 5,000 rows fails however few come out', async () => {
  const filter = "fields/Plan eq 'Old' and fields/Key eq 'M00001'";
  const refused = await given.graph(`GET ${list}/items?$filter=${filter}`);
  expect(refused.body.error).toMatchObject({
    code: 'notSupported',
    innerError: { code: 'tooManyResources' },
  });
  const narrow = "fields/Key eq 'M00001' and fields/Plan eq 'Old'";
  expect((await given.graph(`GET ${list}/items?$filter=${narrow}`)).body.value).toHaveLength(1);
  given.local.faults.set({ unitsPerMinute: 1_000_000, thresholdShape: 'throttled' });
  expect((await given.graph(`GET ${list}/items?$filter=${filter}`)).status).toBe(429);
  given.local.faults.set({ unitsPerMinute: 1_000_000 });
});

test('delta tells the rows, then only what changed, then what was deleted', async () => {
  await given.graph(`POST ${site}/lists`, register('Plans'));
  const plans = `${site}/lists/Plans`;
  await fill('Plans', 5, (n) => ({ Key: `P${n}` }));
  const first = await given.graph(`GET ${plans}/items/delta?$expand=fields&$top=2`);
  expect(first.body.value).toHaveLength(2);
  expect(first.body).not.toHaveProperty('@odata.deltaLink');

  // A row already told is deleted, and one not yet told is changed, between two pages.
  await given.graph(`DELETE ${plans}/items/1`);
  await given.graph(`PATCH ${plans}/items/4/fields`, { Title: 'changed' });
  const latest = new Map<string, { deleted?: object; fields?: { Title?: string } }>();
  let body = first.body;
  for (;;) {
    for (const row of body.value) latest.set(row.id, row);
    if (!body['@odata.nextLink']) break;
    body = (await given.graph(`GET ${body['@odata.nextLink']}`)).body;
  }
  expect(latest.get('1')).toEqual({ id: '1', deleted: { state: 'deleted' } });
  expect(latest.get('4')?.fields?.Title).toBe('changed');
  expect(latest.size).toBe(5);

  const link = body['@odata.deltaLink'];
  const quiet = await given.graph(`GET ${link}`);
  expect(quiet.body.value).toEqual([]);
  await given.graph(`POST ${plans}/items`, { fields: { Key: 'P6' } });
  const since = await given.graph(`GET ${quiet.body['@odata.deltaLink']}`);
  expect(since.body.value.map((row: { fields: object }) => row.fields)).toMatchObject([
    { Key: 'P6' },
  ]);
});

test('a token from now tells nothing of before, and a token too old starts over', async () => {
  const now = await given.graph(`GET ${list}/items/delta?token=latest`);
  expect(now.body.value).toEqual([]);
  const link = String(now.body['@odata.deltaLink']);
  given.local.faults.set({ unitsPerMinute: 1_000_000, expireDeltaTokens: true });
  const gone = await given.graph(`GET ${link}`);
  expect(gone.status).toBe(410);
  const again = await given.graph(`GET ${gone.headers.get('location')}`);
  expect(again.body.value).toHaveLength(200);
});

const many5000 = { code: 'notSupported', innerError: { code: 'tooManyResources' } };
const mayFail = { Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };

test.each([
  ['ge', 'fields/Year ge 2000'],
  ['gt', 'fields/Year gt 1999'],
  ['le', 'fields/Year le 2019'],
  ['lt', 'fields/Year lt 2020'],
  ['ne', "fields/Plan ne 'New'"],
  ['startswith', "startswith(fields/Key,'M')"],
  ['eq on a column without an index', "fields/Owner eq 'odd'"],
])(
  'more than 5,000 rows looked at by %s is refused, in both reported shapes',
  async (_, filter) => {
    const url = `${list}/items?$top=1&$filter=${filter}`;
    const refused = await given.graph(`GET ${url}`, undefined, mayFail);
    expect(refused.body.error).toMatchObject(many5000);
    given.local.faults.set({ unitsPerMinute: 1_000_000, thresholdShape: 'throttled' });
    const throttled = await given.graph(`GET ${url}`, undefined, mayFail);
    const again = await given.graph(`GET ${url}`, undefined, mayFail);
    given.local.faults.set({ unitsPerMinute: 1_000_000 });
    expect([throttled.status, again.status]).toEqual([429, 429]);
    expect(throttled.headers.get('retry-after')).not.toBeNull();
  },
);

test('the 5,000 are rows looked at: as many matches as that are let through', async () => {
  const keys = (many: number) => `fields/Key le 'M${String(many).padStart(5, '0')}'`;
  const read = (many: number) => given.graph(`GET ${list}/items?$top=1&$filter=${keys(many)}`);
  expect((await read(5000)).body.value).toHaveLength(1);
  expect((await read(5001)).body.error).toMatchObject(many5000);
});

test('ordering by a column without an index is refused, and past 5,000 rows it fails even when preferred', async () => {
  const url = `GET ${list}/items?$top=5&$orderby=fields/Owner`;
  const refused = await given.graph(url);
  expect([refused.status, refused.body.error.message]).toEqual([
    400,
    expect.stringContaining("Field 'Owner' cannot be referenced in filter or orderby"),
  ]);
  expect((await given.graph(url, undefined, mayFail)).body.error).toMatchObject(many5000);
  const indexed = await given.graph(`GET ${list}/items?$top=5&$orderby=fields/Key desc`);
  expect(indexed.body.value[0].id).toBe(String(many));
});

test.each([
  ['0', 400],
  ['-1', 400],
  ['ten', 400],
  ['1', 200],
  ['9000', 200],
])('a page of %s rows answers %i, and none has more than 5,000', async (top, status) => {
  const page = await given.graph(`GET ${list}/items?$select=id&$top=${top}`);
  expect(page.status).toBe(status);
  if (status === 200) expect(page.body.value).toHaveLength(Math.min(Number(top), 5000));
});

test.each([
  ["Key eq 'M00001'", 'Invalid filter clause'],
  ['fields/Key eq M00001', 'Invalid filter clause'],
  ["fields/Colour eq 'red'", "Field 'Colour' is not recognized"],
  ["fields/Year eq 'soon'", 'Invalid filter clause'],
  ["fields/Key like 'M'", 'Invalid filter clause'],
])('the filter %s is refused', async (filter, words) => {
  const refused = await given.graph(`GET ${list}/items?$filter=${filter}`);
  expect([refused.status, refused.body.error.message]).toEqual([400, words]);
});

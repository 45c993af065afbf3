// What changed in a list, told in pages: links, repeats, rows that went, and links too old or not ours.
import { afterEach, beforeAll, expect, test } from 'vitest';
import { type Given, givenLocal, register, site } from './given.ts';

let given: Given;
const list = `${site}/lists/Returns`;
const delta = `${list}/items/delta`;

beforeAll(async () => {
  given = await givenLocal();
  await given.graph(`POST ${site}/lists`, register('Returns', [{ name: 'Value', number: {} }]));
  for (let n = 1; n <= 5; n += 1) await add(`k${n}`, 1);
  for (const Value of [2, 3]) await given.graph(`PATCH ${list}/items/2/fields`, { Value });
});
afterEach(() => given.local.faults.reset());

type Row = {
  id: string;
  deleted?: object;
  lastModifiedBy?: object;
  fields?: { Value?: number };
};
type Page = { value: Row[]; '@odata.nextLink'?: string; '@odata.deltaLink'?: string };

async function add(key: string, value: number): Promise<string> {
  const made = await given.graph(`POST ${list}/items`, { fields: { Key: key, Value: value } });
  return made.body.id;
}

async function pagesFrom(address: string): Promise<Page[]> {
  const pages: Page[] = [];
  for (let next: string | undefined = address; next; next = pages.at(-1)?.['@odata.nextLink']) {
    pages.push((await given.graph(`GET ${next}`)).body);
  }
  return pages;
}
const linkOf = (pages: Page[]) => String(pages.at(-1)?.['@odata.deltaLink']);

test.each([1, 2, 5, 200])(
  'in pages of %i each page has exactly one link, the last to what will change',
  async (top) => {
    const pages = await pagesFrom(`${delta}?$top=${top}`);
    expect(pages.length).toBe(Math.ceil(5 / top));
    for (const page of pages) {
      const links = Object.keys(page).filter((name) => name.endsWith('Link'));
      expect(links).toEqual([page === pages.at(-1) ? '@odata.deltaLink' : '@odata.nextLink']);
    }
    expect(
      pages
        .flatMap(({ value }) => value)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['1', '2', '3', '4', '5']);
  },
);

test('rows may be told twice in one reading, an older state first: the last one wins', async () => {
  given.local.faults.set({ deltaRepeats: true });
  const [page] = await pagesFrom(`${delta}?$expand=fields`);
  const second = page?.value.filter(({ id }) => id === '2').map(({ fields }) => fields?.Value);
  expect(second).toEqual([2, 3]);
  const last = new Map(page?.value.map((row) => [row.id, row.fields?.Value]));
  expect([...last.values()].sort()).toEqual([1, 1, 1, 1, 3]);
});

test('who changed a row is told only where the list says so', async () => {
  const [silent] = await pagesFrom(delta);
  expect(silent?.value.some((row) => 'lastModifiedBy' in row)).toBe(false);
  given.local.faults.set({ deltaSaysWho: true });
  const [saying] = await pagesFrom(delta);
  expect(saying?.value[0]?.lastModifiedBy).toMatchObject({
    application: { displayName: 'Golden Thread' },
  });
});

test('a row made and deleted since is told as deleted, with nothing else of it', async () => {
  const link = linkOf(await pagesFrom(`${delta}?$expand=fields`));
  const id = await add('short-lived', 1);
  await given.graph(`DELETE ${list}/items/${id}`);
  const [since] = await pagesFrom(link);
  expect(since?.value).toEqual([{ id, deleted: { state: 'deleted' } }]);
});

test('a link stays good after the stand-in has been told of faults again, until tokens expire', async () => {
  const link = linkOf(await pagesFrom(delta));
  given.local.faults.set({ deltaRepeats: true });
  expect((await given.graph(`GET ${link}`)).status).toBe(200);
  given.local.faults.set({ expireDeltaTokens: true });
  const gone = await given.graph(`GET ${link}`);
  expect([gone.status, gone.body.error]).toMatchObject([
    410,
    { code: 'resyncRequired', innerError: { code: 'resyncChangesApplyDifferences' } },
  ]);
  const again = await pagesFrom(String(gone.headers.get('location')));
  expect(again.flatMap(({ value }) => value)).toHaveLength(5);
});

/** A link with its token changed, or asked for otherwise than it was made for. */
const wrongLinks: [string, (link: string) => string][] = [
  [
    'with one letter changed',
    (link) => link.replace(/token=(.)/, (_, first) => `token=${first === 'e' ? 'f' : 'e'}`),
  ],
  ['cut short', (link) => link.slice(0, -3)],
  ['made by hand', (link) => link.replace(/token=.*/, `token=${btoa('{"after":0}')}`)],
  ['asked for other fields', (link) => `${link}&$expand=fields`],
  ['of another list', (link) => link.replace('/Returns/', '/Plans/')],
];

test.each(wrongLinks)('a link %s is refused', async (_what, spoil) => {
  await given.graph(`POST ${site}/lists`, register('Plans'));
  const link = linkOf(await pagesFrom(delta));
  const refused = await given.graph(`GET ${spoil(link)}`);
  expect([refused.status, refused.body.error.code]).toEqual([400, 'invalidRequest']);
});

test.each([
  ['$filter', "$filter=fields/Key eq 'k1'", 400],
  ['$orderby', '$orderby=fields/Key', 501],
  ['$count', '$count=true', 501],
])('%s is not taken', async (_what, query, status) => {
  expect((await given.graph(`GET ${delta}?${query}`)).status).toBe(status);
});

test('delta() with its brackets is delta, and its link leads on', async () => {
  const link = linkOf(await pagesFrom(`${delta}()`));
  const id = await add('brackets', 1);
  const since = await given.graph(`GET ${link}`);
  expect(since.body.value.at(-1)).toMatchObject({ id });
  expect(since.body['@odata.deltaLink']).toBeDefined();
});

test('reading what changed costs one unit with a link, and two without', async () => {
  const link = linkOf(await pagesFrom(delta));
  const cost = async (address: string) => {
    const before = given.local.faults.counters.graph.units;
    await given.graph(`GET ${address}`);
    return given.local.faults.counters.graph.units - before;
  };
  expect([await cost(delta), await cost(link), await cost(`${delta}?token=latest`)]).toEqual([
    2, 1, 1,
  ]);
});

// (g) A list of many rows read cold, and read again once ten rows have changed: the replica beside
// PnPjs and Microsoft's own client, on one local server. All must come to the same rows.
import { PageIterator } from '@microsoft/microsoft-graph-client';
import { GraphCollection, Paged } from '@pnp/graph';
import type { IPagedResult } from '@pnp/graph/behaviors/paged.js';
import type { Change } from '../../src/registers/registers.ts';
import type { SharePoint } from '../../src/sharepoint/open-sharepoint.ts';
import { fieldsRead } from '../../src/sharepoint/rows/columns.ts';
import { type BenchRow, type Figure, figure, median, type Say } from './figures.ts';
import { openHouse } from './given-house.ts';
import { benchSite, fillList, makeLists, ours, type Peers, peersOn } from './given-list.ts';
import { type Traffic, traffic } from './graph-traffic.ts';

export type ReadSize = { readonly rows: number; readonly rounds: number };

const latency = 150;
const changed = 10;
const most = 5_000;

type Item = {
  readonly id: string;
  readonly fields: { readonly Key: string; readonly Value: number };
};
/** By key. */
type Values = ReadonlyMap<string, number | null>;

export const measureListsRead = async (size: ReadSize, say: Say): Promise<BenchRow> => {
  const house = await openHouse(benchSite);
  try {
    say(`${size.rows} rows are written into the list`);
    await makeLists(house);
    await fillList(
      house,
      Array.from({ length: size.rows }, (_, n) => newReturn(n)),
    );
    await house.trouble({ latencyMs: { graph: latency }, unitsPerMinute: 100_000_000 });
    const peers = await peersOn(house);
    const cold = readers(peers);
    const costs = new Map<string, Traffic[]>();
    const note = (name: string, cost: Traffic) =>
      costs.set(name, [...(costs.get(name) ?? []), cost]);
    const wrong: string[] = [];
    const check = (name: string, values: Values, expected: Values) =>
      wrong.push(...differences(name, values, expected));
    const first = new Map(Array.from({ length: size.rows }, (_, n) => [keyOf(n), n] as const));
    let replica = await ours(house, 100_000_000);
    for (let round = 1; round <= size.rounds; round += 1) {
      say(`read cold, round ${round}`);
      replica = await ours(house, 100_000_000);
      note('ours, cold', (await traffic(house, replica.load)).cost);
      check('ours', valuesIn(replica), first);
      for (const [name, read] of cold) {
        const { result, cost } = await traffic(house, read);
        note(`${name}, cold`, cost);
        check(name, result, first);
      }
    }
    const once = await traffic(house, () => readByPnp(peers, null));
    note('pnp as it comes, cold', once.cost);
    check('pnp as it comes', once.result, first);

    say(`${changed} rows are changed, and read again`);
    const link = await deltaStart(peers);
    const second = await changeByHand(peers, first);
    note('ours, again', (await traffic(house, () => replica.refresh())).cost);
    check('ours, again', valuesIn(replica), second);
    for (const [name, read] of cold) {
      const { result, cost } = await traffic(house, read);
      note(`${name}, again`, cost);
      check(`${name}, again`, result, second);
    }
    const told = await traffic(house, () => readDelta(peers, link));
    note('pnp by delta, again', told.cost);
    check('pnp by delta', new Map([...first, ...told.result]), second);
    return rowOf(size, new Map([...costs].map(([name, all]) => [name, middle(all)])), wrong);
  } finally {
    await house.close();
  }
};

const keyOf = (n: number): string => `bench|${n % 400}|${1_900 + Math.floor(n / 400)}`;

const newReturn = (n: number): Change => ({
  register: 'returns',
  key: keyOf(n),
  set: {
    title: `Measure ${n % 400}`,
    plan: 'bench',
    measure: `bench|${n % 400}`,
    period: String(1_900 + Math.floor(n / 400)),
    state: 'Returned',
    owner: `owner-${n % 100}`,
    value: n,
    finality: 'final',
    commentary:
      'Requests rose by a tenth over the summer while two posts stood empty. Both are filled since September; the backlog goes by Christmas and the year should end on target.',
  },
});

const valuesIn = ({ replica }: SharePoint): Values =>
  new Map([...replica.registers().returns.values()].map((row) => [row.key, row.value]));

const fields = `fields($select=${fieldsRead('returns')})`;

/** The peers at their best: as many rows a page as Graph gives, and only the columns that are wanted. */
const readers = (peers: Peers): readonly (readonly [string, () => Promise<Values>])[] => [
  ['pnp', () => readByPnp(peers, most)],
  ['bare client', () => readByBareClient(peers)],
];

/** `top` null leaves the page as large as Graph makes it: 200 rows. */
const readByPnp = async ({ pnpItems }: Peers, top: number | null): Promise<Values> => {
  const values = new Map<string, number | null>();
  const asked = pnpItems().select('id', 'eTag').expand(fields);
  for await (const page of top === null ? asked : asked.top(top)) put(values, page as never);
  return values;
};

const readByBareClient = async ({ bare, list }: Peers): Promise<Values> => {
  const values = new Map<string, number | null>();
  const first = await bare.api(`${list}/items`).select('id,eTag').expand(fields).top(most).get();
  const rows = new PageIterator(bare, first, (item: Item) => {
    put(values, [item]);
    return true;
  });
  await rows.iterate();
  return values;
};

const put = (values: Map<string, number | null>, items: readonly Item[]): void => {
  for (const { fields: held } of items) values.set(held.Key, held.Value);
};

/** PnPjs has no delta for list items; its general parts can be made to follow one. */
const deltaStart = async ({ pnpItems }: Peers): Promise<string> => {
  const asked = GraphCollection(pnpItems(), 'delta').expand(fields);
  asked.query.set('token', 'latest');
  return ((await asked.using(Paged())()) as never as IPagedResult<Item>).deltaLink;
};

const readDelta = async ({ pnpItems }: Peers, link: string): Promise<Values> => {
  const values = new Map<string, number | null>();
  for (let next: string | null = link; next !== null; ) {
    const page = (await GraphCollection([pnpItems(), next]).using(
      Paged(),
    )()) as never as IPagedResult<Item>;
    put(values, page.value ?? []);
    next = page.nextLink;
  }
  return values;
};

const changeByHand = async ({ pnpItems }: Peers, before: Values): Promise<Values> => {
  const after = new Map(before);
  const step = Math.floor(before.size / changed);
  for (let n = 0; n < changed; n += 1) {
    const [item] = (await pnpItems()
      .filter(`fields/Key eq '${keyOf(n * step)}'`)
      .expand('fields($select=Key)')()) as never as Item[];
    await pnpItems()
      .getById(String(item?.id))
      .update({ fields: { Value: -n - 1 } as object });
    after.set(keyOf(n * step), -n - 1);
  }
  return after;
};

const differences = (name: string, values: Values, expected: Values): readonly string[] => {
  const off = [...expected].filter(([key, value]) => values.get(key) !== value);
  return values.size === expected.size && off.length === 0
    ? []
    : [
        `${name}: ${values.size} rows of ${expected.size}, ${off.length} of them not as the list has them.`,
      ];
};

const middle = (all: readonly Traffic[]): Traffic => ({
  ...(all[0] as Traffic),
  seconds: median(all.map(({ seconds }) => seconds)),
});

type Costs = ReadonlyMap<string, Traffic>;

const rowOf = ({ rows, rounds }: ReadSize, costs: Costs, wrong: readonly string[]): BenchRow => ({
  row: 'lists-read',
  title: `(g) Reading a list of ${rows.toLocaleString('en-GB')} rows, and again after ${changed} changes`,
  how: [
    `Local Microsoft 365 is a process of its own, ${latency} ms a request; the three read from this one, after signing in and finding the list.`,
    `Peers at their best: ${most.toLocaleString('en-GB')} rows a page and only the columns we read; ‘as it comes’ is PnPjs with Graph’s own 200 a page. Cold readings are medians of ${rounds}, the rest were made once.`,
    'After the changes ours asks delta; the peers read the list anew. PnPjs has no delta for list items: ‘by delta’ is a loop over its general parts, written for this.',
    'Bytes are those at the sockets of this process, both ways, with headers. Units and requests are as local Microsoft 365 counts them.',
  ],
  figures: [
    ...beside(costs, 'cold', ['pnp', 'bare client', 'pnp as it comes']),
    ...beside(costs, 'again', ['pnp', 'bare client', 'pnp by delta']),
  ],
  counted: { rows, changed },
  wrong,
});

const beside = (costs: Costs, when: string, peers: readonly string[]): Figure[] =>
  peers.flatMap((peer) => {
    const [mine, theirs] = [costs.get(`ours, ${when}`), costs.get(`${peer}, ${when}`)];
    if (!mine || !theirs) return [];
    const against = (value: number) => ({ what: peer, value });
    return [
      figure({
        what: `${when}, requests`,
        value: mine.requests,
        unit: 'requests',
        against: against(theirs.requests),
      }),
      figure({
        what: `${when}, resource units`,
        value: mine.units,
        unit: 'units',
        against: against(theirs.units),
      }),
      figure({
        what: `${when}, bytes`,
        value: mine.bytes / 1e6,
        unit: 'MB',
        against: against(theirs.bytes / 1e6),
      }),
      figure({
        what: `${when}, time`,
        value: mine.seconds,
        unit: 's',
        against: against(theirs.seconds),
      }),
    ];
  });

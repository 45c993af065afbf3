// (h) A thousand returns written into their list, and then a change of each: what our adapter, PnPjs by
// batches and a loop that writes one row after another ask of Graph, with no limit and within the units
// a tenant of up to 5,000 licences allows an app a minute. The list is read afterwards.

import type { SharePoint } from '../../src/sharepoint/open-sharepoint.ts';
import { readList } from '../journeys/lists-by-hand.ts';
import { type BenchRow, type Figure, figure, type Say } from './figures.ts';
import { type House, openHouse } from './given-house.ts';
import {
  administratorsOwn,
  benchSite,
  inTurn,
  listName,
  makeLists,
  ours,
  peersOn,
} from './given-list.ts';
import { type Traffic, traffic } from './graph-traffic.ts';
import { type Ids, inBatches, oneByOne, type RowToWrite } from './naive-rows.ts';

export type WriteSize = { readonly rows: number; readonly oneByOne: number };

const latency = 150;
const tenantUnits = 2_500;
const noLimit = 100_000_000;

export const measureListsWrite = async (size: WriteSize, say: Say): Promise<BenchRow> => {
  const house = await openHouse(benchSite);
  try {
    await makeLists(house);
    const limit = async (unitsPerMinute: number) =>
      house.trouble({ latencyMs: { graph: latency }, unitsPerMinute });
    await limit(tenantUnits);
    say(`within ${tenantUnits} units a minute: ours`);
    const careful = await writeOurs(house, await ours(house, tenantUnits), run('a', size.rows));
    say(`within ${tenantUnits} units a minute: PnPjs`);
    const peers = await peersOn(house);
    const hasty = await writeAs(house, run('b', size.rows), (rows) => inBatches(peers, rows));
    await limit(noLimit);
    say('without a limit: ours, PnPjs, and one row after another');
    const free = await writeOurs(house, await administratorsOwn(house), run('c', size.rows));
    const freePnp = await writeAs(house, run('d', size.rows), (rows) => inBatches(peers, rows));
    const slow = await writeAs(house, run('e', size.oneByOne), (rows) =>
      oneByOne(peers, house.localUrl, rows),
    );
    const wrong = [
      ...(await whatIsWrong(house, size)),
      ...(careful.throttled > 0
        ? [`Graph refused ${careful.throttled} calls of ours: none was to be.`]
        : []),
    ];
    const times = size.rows / size.oneByOne;
    return rowOf(size, { careful, hasty, free, freePnp, slow: scaled(slow, times) }, wrong);
  } finally {
    await house.close();
  }
};

type Run = { readonly mark: string; readonly rows: number };
const run = (mark: string, rows: number): Run => ({ mark, rows });

const keyOf = (mark: string, n: number): string => `${mark}|${n}|2020-21 Q2`;
const firstValue = (n: number): number => n;
const lastValue = (n: number): number => n + 0.5;

const commentary =
  'Requests rose by a tenth over the summer while two posts stood empty. Both are filled since September; the backlog goes by Christmas and the year should end on target.';

/** A return as it is asked for, and what an answer sets of it. */
const askedFor = (mark: string, n: number) => ({
  title: `Measure ${n}, Q2 2020-21`,
  plan: mark,
  measure: `${mark}|${n}`,
  period: '2020-21 Q2',
  state: 'Due',
  owner: `owner-${n % 100}`,
  dueOn: '2020-10-14',
  value: firstValue(n),
});
const answered = (n: number) => ({
  state: 'Returned',
  value: lastValue(n),
  finality: 'final',
  commentary,
});

const writeOurs = async (
  house: House,
  { replica, lists }: SharePoint,
  { mark, rows }: Run,
): Promise<Traffic> => {
  const write = async (set: (n: number) => Record<string, string | number>) => {
    const changes = inTurn(
      Array.from({ length: rows }, (_, n) => {
        return { register: 'returns', key: keyOf(mark, n), set: set(n) };
      }),
    );
    replica.lay(changes);
    const refused = (await lists.write(changes)).filter(({ fault }) => fault !== null);
    if (refused.length > 0) throw new Error(`${refused.length} rows were not written.`);
  };
  const { cost } = await traffic(house, async () => {
    await write((n) => askedFor(mark, n));
    await write(answered);
  });
  return cost;
};

const writeAs = async (
  house: House,
  { mark, rows }: Run,
  write: (rows: readonly RowToWrite[]) => Promise<Ids>,
): Promise<Traffic> => {
  const keys = Array.from({ length: rows }, (_, n) => keyOf(mark, n));
  const { cost } = await traffic(house, async () => {
    const made = await write(
      keys.map((key, n) => {
        const fields = { Key: key, ...fieldsOf(askedFor(mark, n)) };
        return { key, fields, id: null };
      }),
    );
    await write(
      keys.map((key, n) => {
        return { key, fields: fieldsOf(answered(n)), id: made.get(key) ?? null };
      }),
    );
  });
  return cost;
};

const fieldsOf = (set: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(set).map(([name, value]) => [name[0]?.toUpperCase() + name.slice(1), value]),
  );

/** Each row of each run is in the list once, with what it was last given. */
const whatIsWrong = async ({ localUrl }: House, size: WriteSize): Promise<string[]> => {
  const found = await readList({ localUrl, site: benchSite, list: listName });
  const byKey = Map.groupBy(found, (row) => String(row['Key']));
  const sizes = { a: size.rows, b: size.rows, c: size.rows, d: size.rows, e: size.oneByOne };
  const wrong = Object.entries(sizes).flatMap(([mark, rows]) => {
    const off = Array.from({ length: rows }, (_, n) => n).filter((n) => {
      const [row, ...more] = byKey.get(keyOf(mark, n)) ?? [];
      return row?.['Value'] !== lastValue(n) || row['Owner'] === undefined || more.length > 0;
    });
    return off.length === 0 ? [] : [`${off.length} of ${rows} rows of run ${mark} are not right.`];
  });
  const all = Object.values(sizes).reduce((sum, rows) => sum + rows, 0);
  return found.length === all
    ? wrong
    : [...wrong, `The list has ${found.length} rows, not ${all}.`];
};

const scaled = (cost: Traffic, times: number): Traffic => ({
  requests: cost.requests * times,
  units: cost.units * times,
  throttled: cost.throttled * times,
  bytes: cost.bytes * times,
  seconds: cost.seconds * times,
});

type Costs = {
  readonly careful: Traffic;
  readonly hasty: Traffic;
  readonly free: Traffic;
  readonly freePnp: Traffic;
  readonly slow: Traffic;
};

const rowOf = (size: WriteSize, costs: Costs, wrong: readonly string[]): BenchRow => ({
  row: 'lists-write',
  title: `(h) Writing ${size.rows.toLocaleString('en-GB')} returns, and a change of each`,
  how: [
    `Local Microsoft 365 is a process of its own, ${latency} ms a request. Each writes rows of its own into the one list; the list is read at the end.`,
    'PnPjs leaves what was throttled within a batch to its caller: here a loop sends it again after the longest Retry-After. Its 429s are counted; in SharePoint they count as use, too.',
    `The loop that writes one row after another was run for ${size.oneByOne} rows and scaled.`,
    `${tenantUnits.toLocaleString('en-GB')} units a minute are what an app may use in a tenant of up to 5,000 licences; 2 a row and write.`,
    'Bytes are those at the sockets of this process, both ways, with headers.',
  ],
  figures: [
    ...beside('no limit', costs.free, { what: 'PnPjs by batches', cost: costs.freePnp }),
    ...beside('no limit', costs.free, { what: 'one row after another', cost: costs.slow }),
    ...beside('tenant’s limit', costs.careful, { what: 'PnPjs by batches', cost: costs.hasty }),
    figure({
      what: 'tenant’s limit, 429s received',
      value: costs.careful.throttled,
      unit: 'refusals',
      ...(costs.hasty.throttled > 0 && {
        against: { what: 'PnPjs by batches', value: costs.hasty.throttled },
      }),
      goal: { most: 0, of: 'value' },
    }),
  ],
  counted: { rows: size.rows, writes: size.rows * 2, 'units needed': size.rows * 4 },
  wrong,
});

const beside = (
  when: string,
  mine: Traffic,
  { what: peer, cost }: { readonly what: string; readonly cost: Traffic },
): Figure[] => {
  const said = (what: string, unit: Figure['unit'], of: (cost: Traffic) => number) => {
    const against = { what: peer, value: of(cost) };
    return figure({ what: `${when}, ${what}`, value: of(mine), unit, against });
  };
  return [
    said('requests', 'requests', ({ requests }) => requests),
    said('resource units', 'units', ({ units }) => units),
    said('bytes', 'MB', ({ bytes }) => bytes / 1e6),
    said('time', 's', ({ seconds }) => seconds),
  ];
};

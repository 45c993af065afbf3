// A list grown past SharePoint's threshold of 5,000 rows changes nothing: it is read, followed, written to,
// searched by key and read again at a restart, for requests and units that are counted here. With SOAK=1
// it has 50,000 rows.
import v8 from 'node:v8';
import vm from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SharePoint } from '../../../src/sharepoint/open-sharepoint.ts';
import type { Pending } from '../../../src/use-cases/ports.ts';
import { soaking, times } from '../../counts.ts';
import { keyOf, newReturn, openReplicaHouse, type ReplicaHouse, setting } from './replica-house.ts';

const rows = times({ reduced: 5_200, full: 50_000 });
const pages = Math.ceil(rows / 5_000);

let house: ReplicaHouse;
let sharepoint: SharePoint;
beforeAll(async () => {
  house = await openReplicaHouse();
  for (let from = 0; from < rows; from += 2_000) {
    const many = Math.min(2_000, rows - from);
    await house.fill(Array.from({ length: many }, (_, n) => `m${from + n}`));
  }
  sharepoint = await house.local.open({ kept: ['returns'] });
}, 300_000);
afterAll(async () => {
  sharepoint?.close();
  await house.close();
});

type Cost = { readonly requests: number; readonly units: number };
const told: Record<string, unknown> = { rows };

const costOf = async (what: string, work: () => Promise<unknown>): Promise<Cost> => {
  const before = await house.local.counted();
  const began = performance.now();
  await work();
  const seconds = Number(((performance.now() - began) / 1000).toFixed(1));
  const after = await house.local.counted();
  const cost = { requests: after.requests - before.requests, units: after.units - before.units };
  told[what] = { ...cost, seconds };
  return cost;
};

/** Bytes in use once what is not needed has been let go. */
const inUse = (): number => {
  v8.setFlagsFromString('--expose-gc');
  (vm.runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
};

const held = (from: SharePoint) => from.replica.registers().returns;
const write = async (...changes: readonly Pending[]) => {
  sharepoint.replica.lay(changes);
  return (await sharepoint.lists.write(changes)).map(({ fault }) => fault);
};

describe(`a list of ${rows} rows`, () => {
  test('is read whole in a page for every 5,000, at two units each, and under 4 kB a row', async () => {
    const before = inUse();
    // Beside its pages: one request for where to ask next.
    expect(await costOf('load', () => sharepoint.load())).toEqual({
      requests: pages + 1,
      units: 2 * pages + 1,
    });
    const bytes = Math.round((inUse() - before) / rows);
    told['bytesARow'] = bytes;
    expect(held(sharepoint).size).toBe(rows);
    expect(bytes).toBeLessThan(4_000);
  }, 120_000);

  test('is followed for one unit, ten edits or none', async () => {
    const last = rows - 1;
    for (let n = 0; n < 10; n += 1)
      await house.hand.edit('Returns', keyOf(`m${last - n}`), { Value: -1 });
    expect(await costOf('ten edits', () => sharepoint.refresh())).toEqual({
      requests: 1,
      units: 1,
    });
    expect(held(sharepoint).get(keyOf(`m${last}`))?.value).toBe(-1);
    expect(sharepoint.replica.takeEdits()).toHaveLength(10);
    expect(await costOf('no edits', () => sharepoint.refresh())).toEqual({ requests: 1, units: 1 });
  }, 60_000);

  test('takes a write of its last row, and a new row', async () => {
    const cost = await costOf('two writes', async () => {
      expect(await write(setting(`m${rows - 1}`, { value: 7 }), newReturn('new', 8))).toEqual([
        null,
        null,
      ]);
    });
    expect(cost).toEqual({ requests: 1, units: 4 });
    expect((await house.hand.rows('Returns', keyOf(`m${rows - 1}`))).size).toBe(1);
  }, 60_000);

  test('finds a row by its key after a create whose answer was lost, and makes no second', async () => {
    await house.local.faults({
      script: [{ on: 'graph', method: 'POST', path: 'batch', times: 1, dropAfterCommit: true }],
    });
    const change = newReturn('lost', 9);
    const first = await write(change);
    await costOf('found by key', async () => {
      if (first[0] !== null) expect(await write(change)).toEqual([null]);
    });
    expect((await house.hand.rows('Returns', keyOf('lost'))).size).toBe(1);
    expect(held(sharepoint).get(keyOf('lost'))?.value).toBe(9);
  }, 60_000);

  test('whose link is too old is read whole again, and readers see one state', async () => {
    await house.hand.edit('Returns', keyOf('m0'), { Value: -5 });
    await house.hand.remove('Returns', keyOf('m1'));
    await house.local.faults({ expireDeltaTokens: true });
    const cost = await costOf('read again', () => sharepoint.refresh());
    expect(cost.units).toBeLessThanOrEqual(2 * (pages + 1) + 3);
    expect(held(sharepoint).get(keyOf('m0'))?.value).toBe(-5);
    expect(held(sharepoint).get(keyOf('m1'))).toBeUndefined();
    expect(held(sharepoint).size).toBe(rows + 1);
    expect(sharepoint.replica.wentBack()).toEqual([]);
  }, 120_000);

  test('is there again after a restart', async () => {
    const again = await house.local.open({ kept: ['returns'] });
    await costOf('restart', () => again.load());
    expect(held(again).size).toBe(rows + 1);
    expect(held(again).get(keyOf('new'))?.value).toBe(8);
    again.close();
    if (soaking) process.stdout.write(`${JSON.stringify(told)}\n`);
  }, 120_000);
});

// When Graph is busy, slow, away or answers oddly: nothing accepted is lost or doubled, and reads go on.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Row, registerNames } from '../../../src/registers/registers.ts';
import type { SharePoint } from '../../../src/sharepoint/open-sharepoint.ts';
import { isBusy } from '../../../src/sharepoint/replica/listening.ts';
import { keptRegisters } from '../../../src/sharepoint/rows/kept.ts';
import type { Pending } from '../../../src/use-cases/ports.ts';
import { asPending } from '../../pending.ts';
import { byHandOn } from '../by-hand.ts';
import { type LocalSite, openLocalSite } from '../local-site.ts';

let local: LocalSite;
let sharepoint: SharePoint;
let code = 0;
let sequence = 0;

beforeAll(async () => {
  local = await openLocalSite();
  sharepoint = await local.open({ timeLimit: 2_000 });
  await sharepoint.provision();
  await sharepoint.load();
}, 60_000);
afterAll(() => local.close());
beforeEach(async () => {
  await local.faults({});
  code += 1;
});

const keyOf = (n: number) => `plan|${code}.${n}|2020-21 Q2`;
const change = (n: number, set: Pending['set']): Pending => {
  sequence += 1;
  return asPending({ register: 'returns', key: keyOf(n), set }, sequence);
};
const newReturn = (n: number): Pending =>
  change(n, {
    plan: 'plan',
    measure: `plan|${code}.${n}`,
    period: '2020-21 Q2',
    state: 'Due',
    value: n,
  });
const several = (count: number) => Array.from({ length: count }, (_, n) => newReturn(n));
const write = async (changes: readonly Pending[]) => {
  sharepoint.replica.lay(changes);
  return (await sharepoint.lists.write(changes)).map(({ fault }) => fault);
};
const inTheList = async () => {
  const rows = await byHandOn(local.graph, local.site).rows('Returns', `plan|${code}.`);
  return [...rows.values()].map(({ Value }) => Value).sort();
};
const seen = (n: number) => sharepoint.replica.registers().returns.get(keyOf(n)) as Row<'returns'>;
const items = '/items$';

describe('writing', () => {
  test('a row whose making was done but not heard of is not made twice', async () => {
    await local.faults({
      script: [{ on: 'graph', method: 'POST', path: items, times: 1, dropAfterCommit: true }],
    });
    const changes = several(3);
    const first = await write(changes);
    await local.faults({});
    const second = first.includes('unreachable') ? await write(changes) : first;
    expect(second).toEqual([null, null, null]);
    expect(await inTheList()).toEqual([0, 1, 2]);
  });

  test.each([400, 409, 500])(
    'a key that is there already is found, however the list refuses it (%i)',
    async (duplicateStatus) => {
      await local.faults({ duplicateStatus });
      const other = await local.open();
      await other.lists.write(several(2));
      expect(await write(several(2))).toEqual([null, null]);
      expect(await inTheList()).toEqual([0, 1]);
    },
  );

  test('within a batch only those Graph was too busy for are sent again, after its Retry-After', async () => {
    await local.faults({
      script: [{ on: 'graph', method: 'POST', path: items, times: 2, status: 429, retryAfter: 1 }],
    });
    const started = performance.now();
    expect(await write(several(6))).toEqual(several(6).map(() => null));
    expect(performance.now() - started).toBeGreaterThanOrEqual(1000);
    expect(await inTheList()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('Graph busy for good ends as throttled, and the changes stay for later', async () => {
    await local.faults({
      script: [{ on: 'graph', method: 'POST', path: items, times: 50, status: 429, retryAfter: 0 }],
    });
    expect(await write(several(2))).toEqual(['throttled', 'throttled']);
    await local.faults({});
    expect(await inTheList()).toEqual([]);
    expect(seen(1).value).toBe(1);
  });

  test('a refusal for want of permission says so', async () => {
    await local.faults({
      script: [{ on: 'graph', method: 'POST', path: items, times: 1, status: 403 }],
    });
    expect(await write(several(1))).toEqual(['forbidden']);
  });

  test.each([409, 412, 503])(
    'a change refused in passing (%i) is made all the same',
    async (status) => {
      await write(several(1));
      await local.faults({
        script: [{ on: 'graph', method: 'PATCH', path: '/items/', times: 1, status }],
      });
      expect(await write([change(0, { value: 99 })])).toEqual([null]);
      expect(await inTheList()).toEqual([99]);
    },
  );

  test('a row removed by hand, and heard to be, while a change of it is refused is made again', async () => {
    await write(several(1));
    await local.faults({
      script: [
        { on: 'graph', method: 'PATCH', path: '/items/', times: 1, status: 412, delayMs: 1_000 },
      ],
    });
    const writing = write([change(0, { value: 99 })]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await byHandOn(local.graph, local.site).remove('Returns', keyOf(0));
    await sharepoint.refresh();
    expect(await writing).toEqual([null]);
    expect(await inTheList()).toEqual([99]);
  });

  test('with Graph away everything is unreachable at once, and goes on showing', async () => {
    await local.faults({ script: [{ on: 'graph', times: 100, dropBefore: true }] });
    const started = performance.now();
    const faults = await write(several(100));
    expect(new Set(faults)).toEqual(new Set(['unreachable']));
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(seen(99).value).toBe(99);
  });

  test('a slow Graph is given up at the time limit', async () => {
    await local.faults({ script: [{ on: 'graph', times: 5, delayMs: 4_000 }] });
    const started = performance.now();
    expect(await write(several(1))).toEqual(['unreachable']);
    expect(performance.now() - started).toBeLessThan(3_500);
  });

  test('an edit made by hand that an answer replaced is logged, without what it said', async () => {
    await write(several(1));
    await byHandOn(local.graph, local.site).edit('Returns', keyOf(0), { Value: 50 });
    await write([change(0, { value: 60 })]);
    expect(local.logged.at(-1)).toEqual({
      event: 'an edit made in the list was replaced',
      facts: { register: 'returns', columns: 'value' },
    });
  });

  test('a row the list refuses is not asked of it again at every turn, until something new waits', async () => {
    const bad = change(0, { ...newReturn(0).set, owner: 'x'.repeat(300) });
    expect(await write([bad])).toEqual(['conflict']);
    const spent = (await local.counted()).units;
    expect(await write([bad])).toEqual(['conflict']);
    expect((await local.counted()).units).toBe(spent);
    expect(await write([bad, change(0, { owner: 'housing-needs' })])).toEqual([null, null]);
  });

  test('a column nobody declared is refused, and stops no other change', async () => {
    const stray = change(0, { ...newReturn(0).set, moonPhase: 'full' });
    expect(await write([stray, newReturn(1)])).toEqual(['conflict', null]);
  });
});

describe('reading', () => {
  test('news too old to be told by changes is read whole: edits, new rows and deletions', async () => {
    await write(several(3));
    await sharepoint.refresh();
    const hand = byHandOn(local.graph, local.site);
    await hand.edit('Returns', keyOf(0), { Value: 70 });
    await hand.remove('Returns', keyOf(1));
    await local.faults({ expireDeltaTokens: true });
    await sharepoint.refresh();
    expect(seen(0).value).toBe(70);
    expect(seen(1)).toBeUndefined();
    expect(seen(2).value).toBe(2);
    await hand.edit('Returns', keyOf(2), { Value: 71 });
    await sharepoint.refresh();
    expect(seen(2).value).toBe(71);
  });

  test('Graph away: reads go on from memory, their age shows, and it catches up', async () => {
    await write(several(1));
    await sharepoint.refresh();
    const before = sharepoint.replica.heardAt();
    await byHandOn(local.graph, local.site).edit('Returns', keyOf(0), { Value: 42 });
    await local.faults({ script: [{ on: 'graph', times: 100, dropBefore: true }] });
    await expect(sharepoint.refresh()).rejects.toMatchObject({ kind: 'unreachable' });
    expect(seen(0).value).toBe(0);
    expect(sharepoint.replica.heardAt()).toEqual(before);
    await local.faults({});
    await sharepoint.refresh();
    expect(seen(0).value).toBe(42);
  });

  test('throttled in passing, it is asked again after Retry-After', async () => {
    await local.faults({
      script: [{ on: 'graph', method: 'GET', path: 'delta', times: 3, status: 429, retryAfter: 1 }],
    });
    await sharepoint.refresh();
    expect(sharepoint.replica.heardAt()).not.toBeNull();
  });

  const spentOn = async (work: () => Promise<void>) => {
    const before = await local.counted();
    await work();
    const { requests, units } = await local.counted();
    return { requests: requests - before.requests, units: units - before.units };
  };

  test('a beat costs one request, and one unit for each list that is busy; reading registers costs none', async () => {
    await sharepoint.refresh();
    const busy = registerNames.filter(isBusy).length;
    const beat = await spentOn(async () => {
      await sharepoint.refresh('due');
      expect([...sharepoint.replica.registers().returns.values()].length).toBeGreaterThan(0);
    });
    expect(beat).toEqual({ requests: 1, units: busy });
    expect(busy).toBe(5);
  });

  test('asking every list costs one unit a list, twenty lists a request', async () => {
    const kept = keptRegisters({ apart: false }).length;
    const all = await spentOn(() => sharepoint.refresh('all'));
    expect(all).toEqual({ requests: Math.ceil(kept / 20), units: kept });
  });
});

test('a burst of writes stays under the tenant’s units: Graph never has to refuse', async () => {
  const small = await openLocalSite();
  await small.faults({ unitsPerMinute: 480 });
  const careful = await small.open({ unitsPerMinute: 480 });
  await careful.provision();
  await careful.load();
  const faults = await careful.lists.write(several(100));
  expect(faults.filter(({ fault }) => fault !== null)).toEqual([]);
  expect((await small.counted()).throttled).toBe(0);
  await small.close();
});

// The lists as the app makes them in an empty site: all of them, for next to the least it could cost,
// and nothing the second time.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RegisterName, registers } from '../../../src/registers/registers.ts';
import { leastPossible } from '../../../src/sharepoint/provision/cost.ts';
import type { Provisioned } from '../../../src/sharepoint/provision/provision.ts';
import { keptRegisters } from '../../../src/sharepoint/rows/kept.ts';
import { ListsMissing } from '../../../src/sharepoint/rows/not-there.ts';
import { type LocalSite, openLocalSite } from '../local-site.ts';
import { openProvisioningOn } from './provisioning-on.ts';

type ColumnMade = { id: string; name: string; displayName: string; [fact: string]: unknown };

const kept = keptRegisters({ apart: false });
const wordsOf = (names: readonly RegisterName[]) => names.map((name) => registers[name].list);

let local: LocalSite;
let site: string;
let made: Provisioned;
let spent: Awaited<ReturnType<LocalSite['counted']>>;
const told: string[] = [];
beforeAll(async () => {
  local = await openLocalSite();
  site = (await local.graph<{ id: string }>('GET', `/sites/${local.site}`)).id;
  const sharepoint = await local.open();
  await expect(sharepoint.load()).rejects.toThrow(ListsMissing);
  await expect(sharepoint.load()).rejects.toThrow('Run golden-thread provision.');
  const before = await local.counted();
  const { run, plan } = openProvisioningOn(local);
  const planned = await plan();
  expect((await local.counted()).writes).toBe(before.writes);
  expect(planned.lists.map(({ words }) => words)).toEqual(
    wordsOf(kept).map((list) => `Make the list ${list}`),
  );
  const started = await local.counted();
  made = await run((words) => told.push(words));
  const after = await local.counted();
  spent = {
    ...after,
    requests: after.requests - started.requests,
    units: after.units - started.units,
    writes: after.writes - started.writes,
  };
}, 60_000);
afterAll(() => local.close());

const columnsOf = async (list: string) =>
  (await local.graph<{ value: ColumnMade[] }>('GET', `/sites/${site}/lists/${list}/columns`)).value;

describe('an empty site', () => {
  test('has every register as a list under the words the council uses', async () => {
    const { value } = await local.graph<{ value: { displayName: string }[] }>(
      'GET',
      `/sites/${site}/lists`,
    );
    expect(value.map((list) => list.displayName).sort()).toEqual(wordsOf(kept).toSorted());
    expect(made.done.slice(0, kept.length)).toEqual(
      wordsOf(kept).map((list) => `Make the list ${list}`),
    );
    expect(told).toEqual(made.done);
  });

  test('costs the batches of its writes and one reading before and after', () => {
    const writes = kept.length;
    expect(leastPossible(writes)).toEqual({
      requests: 1 + Math.ceil(writes / 20),
      units: 3 + 2 * writes,
    });
    // One request and two units over: the site is read again to see that all came with its list.
    const { requests, units } = leastPossible(writes);
    expect({ requests: spent.requests, units: spent.units, writes: spent.writes }).toEqual({
      requests: requests + 1,
      units: units + 2,
      writes,
    });
    expect(made.cost).toEqual({ requests: spent.requests, units: spent.units });
    expect(made.least).toEqual({ requests, units });
  });

  test('gives every list a unique Key, its indexes, and its columns in plain words', async () => {
    for (const name of kept) {
      const columns = await columnsOf(registers[name].list);
      const key = columns.find((column) => column.name === 'Key');
      expect(key).toMatchObject({ indexed: true, enforceUniqueValues: true, required: true });
      for (const column of Object.values(registers[name].columns)) {
        if (column.kind === 'title') continue;
        const found = columns.find((each) => each.displayName === column.words);
        expect(found, `${registers[name].list}: ${column.words}`).toBeDefined();
        expect(found?.['indexed']).toBe((column as { indexed?: true }).indexed ?? false);
      }
    }
  });
});

test('a second run reads once, plans nothing and writes nothing', async () => {
  const [graph, rest] = [await local.counted(), local.restCounted()];
  const again = await openProvisioningOn(local).run();
  expect(again).toMatchObject({ done: [], noticed: [], skipped: [], failed: [] });
  // The site with its lists, and the one column a migration looks at.
  expect(again.cost).toEqual({ requests: 2, units: 5 });
  expect((await local.counted()).writes).toBe(graph.writes);
  expect(local.restCounted().writes).toBe(rest.writes);
});

test('a site that is not there is named', async () => {
  const nowhere = { site: 'localhost:/sites/nowhere' };
  await expect(local.open(nowhere)).rejects.toThrow('There is no site localhost:/sites/nowhere');
});

test('the least a run could cost is worked out by batches of twenty', () => {
  expect(leastPossible(0)).toEqual({ requests: 1, units: 3 });
  expect(leastPossible(20)).toEqual({ requests: 2, units: 43 });
  expect(leastPossible(21)).toEqual({ requests: 3, units: 45 });
});

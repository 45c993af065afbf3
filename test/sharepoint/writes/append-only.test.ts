// What is only ever added to: the Journal says what was, and no later write can change it.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SharePoint } from '../../../src/sharepoint/open-sharepoint.ts';
import type { Pending } from '../../../src/use-cases/ports.ts';
import { asPending } from '../../pending.ts';
import { byHandOn } from '../by-hand.ts';
import { type LocalSite, openLocalSite } from '../local-site.ts';

let local: LocalSite;
let sharepoint: SharePoint;
let sequence = 0;
beforeAll(async () => {
  local = await openLocalSite();
  sharepoint = await local.open();
  await sharepoint.provision();
  await sharepoint.load();
}, 60_000);
afterAll(() => local.close());

const added = (key: string, set: Pending['set'] = {}): Pending => {
  sequence += 1;
  const change = {
    title: 'A return was answered',
    register: 'returns',
    row: 'Returns: p|1',
    at: '2020-10-14T09:30:00Z',
    to: 'Value: 5\nState: Returned',
    source: 'card',
  };
  return asPending({ register: 'journal', key, set: { ...change, ...set } }, sequence);
};
const write = async (app: SharePoint, ...changes: Pending[]) => {
  app.replica.lay(changes);
  return (await app.lists.write(changes)).map(({ fault }) => fault);
};
const inTheList = async (key: string) =>
  (await byHandOn(local.graph, local.site).rows('Journal', key)).get(key)?.['To'];
const seen = (key: string) => sharepoint.replica.registers().journal.get(key)?.to;

test('a row is added, and adding it again is harmless', async () => {
  expect(await write(sharepoint, added('a|1'))).toEqual([null]);
  const writes = (await local.counted()).writes;
  expect(await write(sharepoint, added('a|1'))).toEqual([null]);
  expect((await local.counted()).writes).toBe(writes);
});

test('a row with a title longer than its column, or in other words for the same moment, is the same row', async () => {
  const long = { title: 'A'.repeat(400), at: '2020-10-14T09:30:00.000Z' };
  expect(await write(sharepoint, added('b|1', long))).toEqual([null]);
  expect(await write(sharepoint, added('b|1', long))).toEqual([null]);
});

test('a change of a row that is there is refused: neither the list nor any reader sees it', async () => {
  await write(sharepoint, added('c|1'));
  expect(await write(sharepoint, added('c|1', { to: 'Value: 6' }))).toEqual(['conflict']);
  expect(await inTheList('c|1')).toBe('Value: 5\nState: Returned');
  expect(seen('c|1')).toBe('Value: 5\nState: Returned');
});

test('so is one of a row that another app added and this one has not heard of', async () => {
  const other = await local.open();
  await other.load();
  expect(await write(other, added('d|1'))).toEqual([null]);
  expect(await write(sharepoint, added('d|1'))).toEqual([null]);
  expect(await write(other, added('e|1'))).toEqual([null]);
  expect(await write(sharepoint, added('e|1', { to: 'Value: 6' }))).toEqual(['conflict']);
  expect(await inTheList('e|1')).toBe('Value: 5\nState: Returned');
});

test('of two that would add one row differently, the first is added and the second refused', async () => {
  const both = [added('f|1'), added('f|1', { to: 'Value: 6' })];
  sharepoint.replica.lay(both);
  expect(seen('f|1')).toBe('Value: 5\nState: Returned');
  expect((await sharepoint.lists.write(both)).map(({ fault }) => fault)).toEqual([
    null,
    'conflict',
  ]);
  expect(await inTheList('f|1')).toBe('Value: 5\nState: Returned');
});

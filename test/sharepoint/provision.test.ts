// The lists as the app makes them in an empty site.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerNames, registers } from '../../src/registers/registers.ts';
import type { Provisioned } from '../../src/sharepoint/provision.ts';
import { type LocalSite, openLocalSite } from './local-site.ts';

type ColumnMade = { id: string; name: string; displayName: string; [fact: string]: unknown };

let local: LocalSite;
let site: string;
let made: Provisioned;
beforeAll(async () => {
  local = await openLocalSite();
  site = (await local.graph<{ id: string }>('GET', `/sites/${local.site}`)).id;
  const sharepoint = await local.open();
  await expect(sharepoint.load()).rejects.toThrow('The list Plans is not in the site');
  made = await sharepoint.provision();
}, 60_000);
afterAll(() => local.close());

const columnsOf = async (list: string) =>
  (await local.graph<{ value: ColumnMade[] }>('GET', `/sites/${site}/lists/${list}/columns`)).value;

test('every register is a list under the words the council uses', async () => {
  const { value } = await local.graph<{ value: { displayName: string }[] }>(
    'GET',
    `/sites/${site}/lists`,
  );
  const words = registerNames.map((name) => registers[name].list);
  expect(value.map((list) => list.displayName)).toEqual(expect.arrayContaining(words));
  expect(made.lists).toEqual(words);
});

test('every list has a unique Key, its indexes, and its columns in plain words', async () => {
  for (const name of registerNames) {
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

test('made again, nothing is written', async () => {
  const { local: _, ...nothing } = { local, lists: [], columns: [], changed: [] };
  const before = (await local.counted()).units;
  expect(await (await local.open()).provision()).toEqual(nothing);
  // Site, lists twice, and the columns of each list: reads alone.
  expect((await local.counted()).units - before).toBe(1 + 2 + 2 + 2 * registerNames.length);
});

test('a column or an index somebody took away is put back, and said so', async () => {
  const columns = await columnsOf('Returns');
  const id = (name: string) => columns.find((column) => column.name === name)?.id;
  await local.graph('DELETE', `/sites/${site}/lists/Returns/columns/${id('Commentary')}`);
  await local.graph('PATCH', `/sites/${site}/lists/Returns/columns/${id('Owner')}`, {
    indexed: false,
  });
  expect(await (await local.open()).provision()).toEqual({
    lists: [],
    columns: ['Returns: Commentary'],
    changed: ['Returns: Owner (indexed)'],
  });
});

test('a site that is not there is named', async () => {
  const { openSharePoint } = await import('../../src/sharepoint/open-sharepoint.ts');
  const log = { info: () => undefined, fault: () => undefined };
  const nowhere = {
    graphUrl: local.url,
    site: 'localhost:/sites/nowhere',
    token: local.token,
    log,
  };
  await expect(openSharePoint(nowhere)).rejects.toThrow(
    'There is no site localhost:/sites/nowhere',
  );
});

// How the replica follows its lists by what changed: rows told twice, deleted, made again, renamed, and
// news that breaks off, is too old or is of another list.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SharePoint } from '../../../src/sharepoint/open-sharepoint.ts';
import { type Meddling, openMeddling } from './meddling-proxy.ts';
import {
  fieldsOf,
  keyOf,
  newReturn,
  openReplicaHouse,
  type ReplicaHouse,
  setting,
} from './replica-house.ts';

let house: ReplicaHouse;
let proxy: Meddling;
/** Another app, that reads through the proxy. */
let other: SharePoint;
let run = 0;
const code = (n: number | string): string => `${run}.${n}`;

beforeAll(async () => {
  house = await openReplicaHouse();
  proxy = await openMeddling(house.local.url);
  other = await house.local.open({ graphUrl: proxy.url });
  await other.load();
}, 60_000);
afterAll(async () => {
  other.close();
  await proxy.close();
  await house.close();
});
beforeEach(async () => {
  run += 1;
  proxy.meddle = null;
  await house.local.faults({});
  await house.write(newReturn(code(1), 1), newReturn(code(2), 2));
  await house.sharepoint.refresh();
  await other.refresh();
  house.sharepoint.replica.takeEdits();
});

const rowsOf = (sharepoint: SharePoint): string[] =>
  [...sharepoint.replica.registers().returns.values()]
    .map(({ key, value }) => `${key} ${value ?? '-'}`)
    .sort();
const listed = async (): Promise<string[]> =>
  [...(await house.inTheList()).values()].map(({ Key, Value }) => `${Key} ${Value ?? '-'}`).sort();

const fill = (): Promise<void> => house.fill(Array.from({ length: 450 }, (_, n) => code(`f${n}`)));

describe('news of a list', () => {
  test('a row told twice, its older state first, is as it was told last', async () => {
    await house.local.faults({ deltaRepeats: true });
    await house.hand.edit('Returns', keyOf(code(1)), { Value: 5 });
    await house.hand.edit('Returns', keyOf(code(1)), { Value: 6 });
    await house.sharepoint.refresh();
    expect(house.seen(code(1))?.value).toBe(6);
    expect(house.sharepoint.replica.wentBack()).toEqual([]);
    expect(house.sharepoint.replica.takeEdits()).toMatchObject([
      { key: keyOf(code(1)), before: { value: 1 }, after: { value: 6 } },
    ]);
  });

  test('a row deleted and made again with the same key is the new one', async () => {
    await house.hand.remove('Returns', keyOf(code(1)));
    await house.write(newReturn(code(1), 9));
    await house.sharepoint.refresh();
    expect(house.seen(code(1))?.value).toBe(9);
    expect(rowsOf(house.sharepoint)).toEqual(await listed());
  });

  test('a row whose key is changed by hand is known by its new key, and that is one edit', async () => {
    await house.hand.edit('Returns', keyOf(code(1)), { Key: keyOf(code('new')) });
    await house.sharepoint.refresh();
    expect(house.seen(code(1))).toBeUndefined();
    expect(house.seen(code('new'))?.value).toBe(1);
    expect(house.sharepoint.replica.takeEdits()).toMatchObject([
      {
        key: keyOf(code('new')),
        before: { key: keyOf(code(1)) },
        after: { key: keyOf(code('new')) },
      },
    ]);
  });

  test('an edit, a new row and a deletion by hand are told of once; what this app wrote is not', async () => {
    await house.write(setting(code(2), { value: 20 }));
    await house.hand.edit('Returns', keyOf(code(1)), { Value: 7 });
    await house.hand.add('Returns', fieldsOf(code(3)));
    await house.hand.remove('Returns', keyOf(code(2)));
    await house.sharepoint.refresh();
    const told = house.sharepoint.replica.takeEdits();
    expect(told.map(({ key, before, after }) => [key, before !== null, after !== null])).toEqual(
      expect.arrayContaining([
        [keyOf(code(1)), true, true],
        [keyOf(code(2)), true, false],
        [keyOf(code(3)), false, true],
      ]),
    );
    expect(told).toHaveLength(3);
    await house.sharepoint.refresh();
    expect(house.sharepoint.replica.takeEdits()).toEqual([]);
  });

  test('what is read when the app starts is nobody’s edit, and neither is the Journal', async () => {
    const fresh = await house.local.open();
    await fresh.load();
    expect(fresh.replica.takeEdits()).toEqual([]);
    await house.hand
      .add('Journal', {
        Title: 'by hand',
        Key: `j|${run}`,
        At: '2020-10-01T09:00:00Z',
        Source: 'answer',
      })
      .catch(() => undefined);
    await fresh.refresh();
    expect(fresh.replica.takeEdits()).toEqual([]);
    fresh.close();
  });

  test('that is too old in the middle of its pages is read whole instead', async () => {
    await house.hand.edit('Returns', keyOf(code(1)), { Value: 8 });
    await fill();
    await house.local.faults({
      script: [
        { on: 'graph', method: 'GET', path: 'delta', times: 1, delayMs: 1 },
        { on: 'graph', method: 'GET', path: 'delta', times: 1, status: 410 },
      ],
    });
    await house.sharepoint.refresh(['returns']);
    const faults = await (await fetch(`${house.local.url}/local/faults`)).json();
    expect(faults).toMatchObject({ script: [] });
    expect(house.seen(code(1))?.value).toBe(8);
    expect(rowsOf(house.sharepoint)).toEqual(await listed());
  });

  test('that breaks off counts for nothing until all of it is read', async () => {
    await house.hand.edit('Returns', keyOf(code(1)), { Value: 8 });
    await fill();
    let asked = 0;
    proxy.meddle = ({ method, path }, text) => {
      if (method !== 'GET' || !path.includes('/delta')) return text;
      asked += 1;
      return text.slice(0, text.length / 2);
    };
    await expect(other.refresh(['returns'])).rejects.toMatchObject({ kind: 'unreachable' });
    expect(asked).toBeGreaterThan(0);
    expect(other.replica.registers().returns.get(keyOf(code(1)))?.value).toBe(1);
    proxy.meddle = null;
    await expect
      .poll(() =>
        other.refresh(['returns']).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
    expect(rowsOf(other)).toEqual(await listed());
  }, 20_000);

  test('whose link is another list’s is not followed: the list is read whole', async () => {
    const idOf = async (list: string): Promise<string> => {
      const { id } = await house.local.graph<{ id: string }>('GET', `/sites/${house.local.site}`);
      return (await house.local.graph<{ id: string }>('GET', `/sites/${id}/lists/${list}`)).id;
    };
    const [returns, people] = [await idOf('Returns'), await idOf('People')];
    let swapped = 0;
    proxy.meddle = (_asked, text) =>
      text.replaceAll(/"@odata.deltaLink":"[^"]*"/g, (link) => {
        if (swapped > 0 || !link.includes(returns)) return link;
        swapped += 1;
        return link.replaceAll(returns, people);
      });
    await other.refresh(['returns']);
    expect(swapped).toBe(1);
    await house.hand.edit('Returns', keyOf(code(1)), { Value: 77 });
    await other.refresh(['returns']);
    expect(rowsOf(other)).toEqual(await listed());
  });
});

describe('a change that another process landed', () => {
  test('lies over its list until that has been heard again, and no longer', async () => {
    const change = setting(code(1), { value: 30 });
    house.lay(change);
    other.replica.lay([change]);
    await other.lists.write([change]);
    house.sharepoint.replica.landedElsewhere([change.sequence]);
    expect(house.seen(code(1))?.value).toBe(30);
    await house.hand.edit('Returns', keyOf(code(1)), { Value: 31 });
    expect(house.seen(code(1))?.value).toBe(30);
    await house.sharepoint.refresh('due');
    expect(house.seen(code(1))?.value).toBe(31);
    expect(house.sharepoint.replica.laid()).toEqual([]);
  });

  test('that landed already is not laid again by a copy read before it landed', async () => {
    const change = setting(code(1), { value: 40 });
    await house.write(change);
    house.lay(change);
    expect(house.sharepoint.replica.laid()).toEqual([]);
  });
});

// Whatever is done to a list, in whatever portions it is heard, the replica ends as the list is; and whoever
// reads in between reads one state.
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SharePoint } from '../../../src/sharepoint/open-sharepoint.ts';
import { times } from '../../counts.ts';
import {
  fieldsOf,
  keyOf,
  newReturn,
  openReplicaHouse,
  type ReplicaHouse,
} from './replica-house.ts';

let house: ReplicaHouse;
let run = 0;
const code = (n: number | string): string => `${run}.${n}`;

beforeAll(async () => {
  house = await openReplicaHouse();
}, 60_000);
afterAll(() => house.close());
beforeEach(async () => {
  run += 1;
  await house.local.faults({});
  await house.write(newReturn(code(1), 1), newReturn(code(2), 2));
  await house.sharepoint.refresh();
});

const rowsOf = (sharepoint: SharePoint): string[] =>
  [...sharepoint.replica.registers().returns.values()]
    .map(({ key, value }) => `${key} ${value ?? '-'}`)
    .sort();
const listed = async (): Promise<string[]> =>
  [...(await house.inTheList()).values()].map(({ Key, Value }) => `${Key} ${Value ?? '-'}`).sort();

describe('readers', () => {
  test('never see half of what one batch changed in two lists', async () => {
    const { sharepoint, local } = house;
    const bothSay = (value: number) => {
      const registers = sharepoint.replica.registers();
      const one = registers.returns.get(keyOf(code(1)))?.value;
      const team = registers.teams.get(`t${run}`)?.title;
      return [one === value, team === `team ${value}`].filter(Boolean).length;
    };
    const team = { Key: `t${run}`, Title: 'team 1', Directorate: 'Housing' };
    await house.hand.add('Teams', team);
    await sharepoint.refresh();
    expect(bothSay(1)).toBe(2);
    const { id: siteId } = await local.graph<{ id: string }>('GET', `/sites/${local.site}`);
    const itemOf = async (list: string, key: string) => {
      const filter = encodeURIComponent(`fields/Key eq '${key}'`);
      const path = `/sites/${siteId}/lists/${list}/items`;
      const { value } = await local.graph<{ value: { id: string }[] }>(
        'GET',
        `${path}?$filter=${filter}`,
      );
      return `${path}/${value[0]?.id}/fields`;
    };
    const urls = [await itemOf('Returns', keyOf(code(1))), await itemOf('Teams', `t${run}`)];
    for (const value of [2, 3]) {
      await local.graph('POST', '/$batch', {
        requests: urls.map((url, at) => ({
          id: String(at),
          method: 'PATCH',
          url,
          headers: { 'Content-Type': 'application/json' },
          body: at === 0 ? { Value: value } : { Title: `team ${value}` },
        })),
      });
      // Slow pages, so that there is time to look in between; one reading of them is too old as well.
      const slow = { on: 'graph', method: 'GET', path: 'delta', delayMs: 30 };
      const tooOld = { on: 'graph', method: 'GET', path: 'delta', status: 410 };
      await local.faults({
        script: [...(value === 3 ? [{ ...tooOld, times: 1 }] : []), { ...slow, times: 8 }],
      });
      let isDone = false;
      const refreshed = sharepoint.refresh().finally(() => {
        isDone = true;
      });
      const halves: number[] = [];
      while (!isDone) {
        halves.push(bothSay(value));
        await new Promise((resolve) => setImmediate(resolve));
      }
      await refreshed;
      expect(halves.length).toBeGreaterThan(10);
      expect([...new Set([...halves, bothSay(value)])]).toEqual([0, 2]);
    }
  }, 30_000);
});

type Step =
  | {
      readonly does: 'edit' | 'add' | 'remove' | 'write';
      readonly row: number;
      readonly value: number;
    }
  | { readonly does: 'rename'; readonly row: number; readonly to: number }
  | { readonly does: 'hear' }
  | { readonly does: 'together'; readonly row: number; readonly value: number }
  | { readonly does: 'keep' }
  | { readonly does: 'forget' }
  | { readonly does: 'restore'; readonly tokens: 'kept' | 'expired' };

const row = fc.integer({ min: 1, max: 5 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constantFrom('edit' as const, 'add' as const, 'remove' as const, 'write' as const),
      row,
      value: fc.integer({ min: 0, max: 999 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('rename' as const), row, to: row }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('together' as const),
      row,
      value: fc.integer({ min: 0, max: 999 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Step>({ does: 'hear' }, { does: 'keep' }, { does: 'forget' }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('restore' as const),
      tokens: fc.constantFrom('kept' as const, 'expired' as const),
    }),
  },
);

test('whatever happens to a list, in whatever portions it is heard, it ends as the list is', async () => {
  let kept: string | null = null;
  const ignore = () => undefined;
  const take = async (one: Step): Promise<void> => {
    const { hand } = house;
    if (one.does === 'hear') await house.sharepoint.refresh();
    else if (one.does === 'keep') kept = await house.keep();
    else if (one.does === 'forget')
      await house.local.faults({ expireDeltaTokens: true, deltaRepeats: true });
    else if (one.does === 'restore') {
      if (kept !== null) await house.restore(kept, one.tokens);
    } else if (one.does === 'rename') {
      const renamed = { Key: keyOf(code(one.to)) };
      await hand.edit('Returns', keyOf(code(one.row)), renamed).catch(ignore);
    } else if (one.does === 'write') {
      // As where somebody answers: the row is begun whole where the list has none.
      await house.write(newReturn(code(one.row), one.value));
    } else if (one.does === 'together') {
      // Heard, and perhaps put back, while an answer is on its way to the list.
      await house.sharepoint.refresh();
      const writing = house.write(newReturn(code(one.row), one.value));
      const hearing = house.sharepoint.refresh();
      if (kept !== null && one.value % 2 === 0) await house.restore(kept, 'kept');
      await Promise.all([writing, hearing]);
    } else if (one.does === 'add') {
      const fields = { ...fieldsOf(code(one.row)), Value: one.value };
      await hand.add('Returns', fields).catch(ignore);
    } else if (one.does === 'edit') {
      await hand.edit('Returns', keyOf(code(one.row)), { Value: one.value }).catch(ignore);
    } else await hand.remove('Returns', keyOf(code(one.row))).catch(ignore);
  };
  await house.local.faults({ deltaRepeats: true });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (history) => {
      run += 1;
      kept = null;
      for (const one of history) await take(one);
      await house.sharepoint.refresh();
      await house.sharepoint.refresh();
      expect(rowsOf(house.sharepoint)).toEqual(await listed());
    }),
    { seed: 20201001, numRuns: times({ reduced: 3, full: 150 }), endOnFailure: true },
  );
}, 600_000);

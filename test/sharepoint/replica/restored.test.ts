// A list put back as it was, as from a backup: its versions are older than those already heard, rows
// made since are gone and rows deleted since are back. The list is the record, and is believed.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keyOf, newReturn, openReplicaHouse, type ReplicaHouse, setting } from './replica-house.ts';

let house: ReplicaHouse;
beforeEach(async () => {
  house = await openReplicaHouse();
}, 60_000);
afterEach(() => house.close());

const agrees = async () => {
  const listed = [...(await house.inTheList()).values()].map(({ Key, Value }) => [Key, Value]);
  const seen = [...house.sharepoint.replica.registers().returns.values()];
  expect(seen.map(({ key, value }) => [key, value ?? undefined]).sort()).toEqual(listed.sort());
};

for (const tokens of ['expired', 'kept'] as const) {
  describe(`a list restored from a backup, its delta tokens ${tokens}`, () => {
    test('reads as it was: older values, rows back and rows gone, and it is said', async () => {
      const { sharepoint, hand, local } = house;
      await house.write(newReturn('1', 1), newReturn('2', 2), newReturn('3', 3));
      const copy = await house.keep();
      await house.write(setting('1', { value: 11 }));
      await house.write(setting('1', { value: 12 }), newReturn('4', 4));
      await hand.remove('Returns', keyOf('2'));
      await sharepoint.refresh();
      sharepoint.replica.takeEdits();
      expect(house.seen('1')?.value).toBe(12);
      expect(sharepoint.replica.wentBack()).toEqual([]);

      await house.restore(copy, tokens);
      await sharepoint.refresh();
      expect(house.seen('1')?.value).toBe(1);
      expect(house.seen('2')?.value).toBe(2);
      expect(house.seen('3')?.value).toBe(3);
      expect(house.seen('4')).toBeUndefined();
      await agrees();
      expect(sharepoint.replica.wentBack()).toEqual([{ list: 'Returns', rows: 1 }]);
      expect(local.logged).toContainEqual({
        event: 'a list went back in time',
        facts: { list: 'Returns', rows: 1 },
      });
      // What the restoring put back is nobody's edit; a row that came or went is told of.
      const told = sharepoint.replica.takeEdits().map(({ key }) => key);
      expect(told.sort()).toEqual([keyOf('2'), keyOf('4')]);
    });

    test('goes on from there: a row is changed, and edits by hand are heard, under its old versions', async () => {
      const { sharepoint, hand } = house;
      await house.write(newReturn('1', 1), newReturn('2', 2));
      const copy = await house.keep();
      await house.write(setting('1', { value: 11 }), setting('2', { value: 22 }));
      await house.write(setting('1', { value: 12 }), setting('2', { value: 23 }));
      await sharepoint.refresh();
      await house.restore(copy, tokens);
      await sharepoint.refresh();
      expect(await house.write(setting('1', { value: 13 }))).toEqual([null]);
      await hand.edit('Returns', keyOf('2'), { Value: 24 });
      await sharepoint.refresh();
      expect(house.seen('1')?.value).toBe(13);
      expect(house.seen('2')?.value).toBe(24);
      await agrees();
    });

    test('what waits in the Outbox stays laid over it, and lands again', async () => {
      const { sharepoint, local } = house;
      await house.write(newReturn('1', 1));
      const copy = await house.keep();
      await house.write(setting('1', { value: 11 }), newReturn('2', 2));
      await sharepoint.refresh();
      const waiting = [setting('1', { commentary: 'kept' }), setting('2', { value: 5 })];
      house.lay(...waiting);
      await house.restore(copy, tokens);
      await sharepoint.refresh();
      expect(house.seen('1')).toMatchObject({ value: 1, commentary: 'kept' });
      expect(house.seen('2')).toMatchObject({ value: 5, measure: 'p|2' });
      expect(await house.write(...waiting)).toEqual([null, null]);
      const listed = await house.inTheList();
      expect(listed.get(keyOf('1').toLowerCase())).toMatchObject({ Value: 1, Commentary: 'kept' });
      expect(listed.get(keyOf('2').toLowerCase())).toMatchObject({ Value: 5, Measure: 'p|2' });
      await sharepoint.refresh();
      await agrees();
      expect(local.logged.map(({ event }) => event)).toContain('a list went back in time');
    });

    test('while a write is in flight: what the list says afterwards is what is read', async () => {
      const { sharepoint, local } = house;
      await house.write(newReturn('1', 1), newReturn('2', 2));
      const copy = await house.keep();
      await house.write(setting('1', { value: 11 }), setting('2', { value: 22 }));
      await sharepoint.refresh();
      // The write reaches the list before it is put back; its answer comes after that was heard.
      await local.faults({
        script: [{ on: 'graph', method: 'POST', path: '.batch$', times: 1, delayMs: 400 }],
      });
      const writing = house.write(setting('1', { value: 12 }));
      await new Promise((resolve) => setTimeout(resolve, 100));
      await house.restore(copy, tokens);
      await sharepoint.refresh();
      expect(await writing).toEqual([null]);
      await sharepoint.refresh();
      await agrees();
      expect(house.seen('2')?.value).toBe(2);
    });

    test('while somebody edits it by hand: the edit stands', async () => {
      const { sharepoint, hand } = house;
      await house.write(newReturn('1', 1), newReturn('2', 2));
      const copy = await house.keep();
      await house.write(setting('1', { value: 11 }), setting('2', { value: 22 }));
      await house.write(setting('1', { value: 12 }), setting('2', { value: 23 }));
      await sharepoint.refresh();
      await hand.edit('Returns', keyOf('1'), { Value: 50 });
      await house.restore(copy, tokens);
      await hand.edit('Returns', keyOf('2'), { Value: 60 });
      await sharepoint.refresh();
      expect(house.seen('1')?.value).toBe(1);
      expect(house.seen('2')?.value).toBe(60);
      await agrees();
    });

    test('an edit by hand that brought a row to the very version held is read all the same', async () => {
      const { sharepoint, hand } = house;
      await house.write(newReturn('1', 1));
      const copy = await house.keep();
      await house.write(setting('1', { value: 11 }));
      await sharepoint.refresh();
      await house.restore(copy, tokens);
      sharepoint.replica.takeEdits();
      // One change after the copy, as the one held is: the same number, another content.
      await hand.edit('Returns', keyOf('1'), { Value: 40 });
      await sharepoint.refresh();
      expect(house.seen('1')?.value).toBe(40);
      expect(sharepoint.replica.held('returns', keyOf('1'))?.ours).toBe(false);
      expect(sharepoint.replica.takeEdits()).toMatchObject([{ after: { value: 40 } }]);
    });

    test('three hundred rows that went back are read by page, not one by one', async () => {
      const { sharepoint, local } = house;
      const codes = Array.from({ length: 300 }, (_, n) => `m${n}`);
      await house.write(...codes.map((code) => newReturn(code, 1)));
      const copy = await house.keep();
      await house.write(...codes.map((code) => setting(code, { value: 2 })));
      await sharepoint.refresh();
      await house.restore(copy, tokens);
      const before = await local.counted();
      await sharepoint.refresh();
      const { units } = await local.counted();
      expect(codes.every((code) => house.seen(code)?.value === 1)).toBe(true);
      expect(sharepoint.replica.wentBack()).toEqual([{ list: 'Returns', rows: 300 }]);
      expect(units - before.units).toBeLessThan(50);
    });
  });
}

test('it is said for a day, and then no longer', async () => {
  let passed = 0;
  const clock = {
    now: () => performance.now() + passed,
    wait: (milliseconds: number) =>
      new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
  };
  const sharepoint = await house.local.open({ clock });
  await house.write(newReturn('1', 1));
  const copy = await house.keep();
  await house.write(setting('1', { value: 2 }));
  await sharepoint.load();
  await house.restore(copy, 'kept');
  await sharepoint.refresh();
  passed = 23 * 3_600_000;
  expect(sharepoint.replica.wentBack()).toEqual([{ list: 'Returns', rows: 1 }]);
  passed = 25 * 3_600_000;
  expect(sharepoint.replica.wentBack()).toEqual([]);
});

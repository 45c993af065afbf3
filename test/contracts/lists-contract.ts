// What Lists and the replica must do together, against any site: local Microsoft 365 or, with
// credentials, a real one. `byHand` is somebody editing the list in SharePoint, without our adapter.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RegisterName, type Row, registerNames } from '../../src/registers/registers.ts';
import type { SharePoint } from '../../src/sharepoint/open-sharepoint.ts';
import { isBusy } from '../../src/sharepoint/replica/listening.ts';
import type { Pending } from '../../src/use-cases/ports.ts';
import { asPending } from '../pending.ts';

export type ByHand = {
  /** The fields of every row whose Key begins so, by key. */
  rows(list: string, keysBegin: string): Promise<ReadonlyMap<string, Record<string, unknown>>>;
  edit(list: string, key: string, fields: object): Promise<void>;
  add(list: string, fields: object): Promise<void>;
  remove(list: string, key: string): Promise<void>;
};

export type ListsUnderTest = {
  open(): Promise<SharePoint>;
  byHand: ByHand;
  /** The hand signs in as the app itself: the list cannot tell the one from the other. */
  handIsTheApp: boolean;
  close(): Promise<void>;
};

let sequence = 0;
const pending = (register: RegisterName, key: string, set: Pending['set']): Pending => {
  sequence += 1;
  return asPending({ register, key, set }, sequence);
};

export const listsContract = (name: string, start: () => Promise<ListsUnderTest>): void => {
  describe(name, () => {
    let under: ListsUnderTest;
    let sharepoint: SharePoint;
    // Keys of this run alone: a real site keeps what earlier runs left.
    const run = `run-${crypto.randomUUID().slice(0, 8)}`;
    const keyOf = (code: string) => `${run}|${code}|2020-21 Q2`;
    const newReturn = (code: string, set: Pending['set'] = {}) =>
      pending('returns', keyOf(code), {
        title: `Measure ${code}, Q2 2020-21`,
        plan: run,
        measure: `${run}|${code}`,
        period: '2020-21 Q2',
        state: 'Due',
        ...set,
      });
    const answer = (code: string, value: number) =>
      pending('returns', keyOf(code), { value, state: 'Returned' });
    const write = async (...changes: Pending[]) => {
      sharepoint.replica.lay(changes);
      return (await sharepoint.lists.write(changes)).map(({ fault }) => fault);
    };
    const seen = (code: string) =>
      sharepoint.replica.registers().returns.get(keyOf(code)) as Row<'returns'> | undefined;
    const inTheList = async (code: string) =>
      (await under.byHand.rows('Returns', run)).get(keyOf(code).toLowerCase());

    beforeAll(async () => {
      under = await start();
      sharepoint = await under.open();
      await sharepoint.provision();
      await sharepoint.load();
    }, 120_000);
    afterAll(() => under?.close());

    test('a row that is not there begins, and reads as it was written', async () => {
      expect(await write(newReturn('1', { dueOn: '2020-10-14', owner: 'housing-needs' }))).toEqual([
        null,
      ]);
      expect(await inTheList('1')).toMatchObject({ DueOn: '2020-10-14', Owner: 'housing-needs' });
      expect(seen('1')?.dueOn?.toString()).toBe('2020-10-14');
    });

    test('a change sets the columns it names and leaves the others', async () => {
      await write(newReturn('2', { owner: 'housing-needs' }));
      expect(await write(answer('2', 83.2))).toEqual([null]);
      expect(await inTheList('2')).toMatchObject({ Value: 83.2, Owner: 'housing-needs' });
    });

    test('a column set to blank is blank', async () => {
      await write(newReturn('3', { value: 5, commentary: 'first figures' }));
      await write(pending('returns', keyOf('3'), { value: null, commentary: null }));
      expect(await inTheList('3')).not.toHaveProperty('Value');
      expect(seen('3')).toMatchObject({ value: null, commentary: null });
    });

    test('many changes of one row land in their order, as one', async () => {
      await write(newReturn('4'), answer('4', 1), answer('4', 2), answer('4', 3));
      expect(await inTheList('4')).toMatchObject({ Value: 3, State: 'Returned' });
    });

    test('more rows than a batch holds all land, each answered for', async () => {
      const codes = Array.from({ length: 45 }, (_, n) => `5.${n}`);
      const faults = await write(...codes.map((code, n) => newReturn(code, { value: n })));
      expect(faults).toEqual(codes.map(() => null));
      const rows = await under.byHand.rows('Returns', `${run}|5.`);
      expect(
        [...rows.values()].map(({ Value }) => Value).sort((a, b) => Number(a) - Number(b)),
      ).toEqual(codes.map((_, n) => n));
    });

    test('a row somebody made by hand meanwhile is changed, not doubled', async () => {
      const made = newReturn('6', { value: 6 });
      await under.byHand.add('Returns', {
        Title: 'made by hand',
        Key: keyOf('6').toUpperCase(),
        Plan: run,
        Measure: `${run}|6`,
        Period: '2020-21 Q2',
        State: 'Due',
        Commentary: 'typed by hand',
      });
      expect(await write(made)).toEqual([null]);
      expect(await inTheList('6')).toMatchObject({ Value: 6, Commentary: 'typed by hand' });
    });

    test('a row edited by hand meanwhile keeps what was edited and takes what was answered', async () => {
      await write(newReturn('7'));
      await under.byHand.edit('Returns', keyOf('7'), { Owner: 'new-owner' });
      expect(await write(answer('7', 7))).toEqual([null]);
      expect(await inTheList('7')).toMatchObject({ Owner: 'new-owner', Value: 7 });
    });

    test('a row deleted by hand meanwhile is written again, whole', async () => {
      await write(newReturn('8', { owner: 'housing-needs' }));
      await under.byHand.remove('Returns', keyOf('8'));
      expect(await write(answer('8', 8))).toEqual([null]);
      expect(await inTheList('8')).toMatchObject({ Owner: 'housing-needs', Value: 8 });
    });

    // Who is first is told by the list's clock, in whole seconds: an answer counts as accepted a
    // minute off, so that no test waits for one. On a site where the hand that edits is the app's
    // own, an edit cannot be told from a write of ours, and what hangs on that is left out.
    const unlike = 'The hand that edits is the app’s own here: give it another sign-in.';
    const aMinute = { minutes: 1 };
    const acceptedAMinute = (when: 'ago' | 'from now', change: Pending): Pending => ({
      ...change,
      by: 'p-owner',
      acceptedAt:
        when === 'ago'
          ? Temporal.Now.instant().subtract(aMinute)
          : Temporal.Now.instant().add(aMinute),
    });
    const told = async (change: Pending) => {
      sharepoint.replica.lay([change]);
      return (await sharepoint.lists.write([change]))[0];
    };

    test('a row says whose answer it last took, and an edit by hand leaves that as it was', async () => {
      const made = acceptedAMinute('ago', newReturn('20'));
      await write(made);
      expect(await inTheList('20')).toMatchObject({ ChangedBy: 'p-owner' });
      await under.byHand.edit('Returns', keyOf('20'), { Value: 1 });
      expect(await inTheList('20')).toMatchObject({ ChangedBy: 'p-owner', Value: 1 });
      await sharepoint.refresh();
      await write(pending('returns', keyOf('20'), { state: 'Returned' }));
      expect(await inTheList('20')).toMatchObject({ ChangedBy: 'Golden Thread' });
    });

    test.each([true, false])(
      'an answer later than an edit by hand replaces it where both say something, heard of before: %s',
      async (heard) => {
        const code = `21.${heard}`;
        await write(newReturn(code));
        await under.byHand.edit('Returns', keyOf(code), { Value: 1, Owner: 'new-owner' });
        if (heard) await sharepoint.refresh();
        const later = acceptedAMinute('from now', answer(code, 2));
        expect(await told(later)).toEqual({ sequence: later.sequence, fault: null });
        expect(await inTheList(code)).toMatchObject({ Value: 2, Owner: 'new-owner' });
      },
    );

    test.for([true, false])(
      'an edit by hand later than an answer stands, and the rest of the answer lands, heard of before: %s',
      async (heard, { skip }) => {
        const code = `22.${heard}`;
        await write(newReturn(code));
        await under.byHand.edit('Returns', keyOf(code), { Value: 1 });
        if (heard) await sharepoint.refresh();
        const earlier = acceptedAMinute('ago', answer(code, 2));
        const end = await told(earlier);
        const row = await inTheList(code);
        expect(row).toMatchObject({ State: 'Returned' });
        await sharepoint.refresh();
        expect(seen(code)?.value).toBe(row?.['Value']);
        if (under.handIsTheApp) skip(unlike);
        expect(row).toMatchObject({ Value: 1 });
        expect(end?.stood).toEqual([{ column: 'value', ours: 2, theirs: 1 }]);
      },
    );

    test('an edit by hand is heard once, and is its editor’s, not the app’s', async ({ skip }) => {
      await write(newReturn('23', { value: 1 }));
      await sharepoint.refresh();
      sharepoint.replica.takeEdits();
      await under.byHand.edit('Returns', keyOf('23'), { Value: 2 });
      await sharepoint.refresh();
      const edits = sharepoint.replica.takeEdits().filter(({ key }) => key === keyOf('23'));
      expect(edits).toHaveLength(1);
      await sharepoint.refresh();
      expect(sharepoint.replica.takeEdits()).toEqual([]);
      const [hands] = await sharepoint.lists.whoEdited(edits);
      if (under.handIsTheApp) skip(unlike);
      expect(hands).toMatchObject([
        { editor: { isThisApp: false }, before: { value: 1 }, after: { value: 2 } },
      ]);
    });

    test('a row deleted by hand meanwhile and written again is told of', async () => {
      await write(newReturn('24', { owner: 'housing-needs' }));
      await under.byHand.remove('Returns', keyOf('24'));
      expect(await told(answer('24', 24))).toMatchObject({ fault: null, again: true });
      expect(await inTheList('24')).toMatchObject({ Owner: 'housing-needs', Value: 24 });
    });

    test('a row the list will not take is a conflict, and stops no other', async () => {
      const faults = await write(
        newReturn('9', { owner: 'x'.repeat(300) }),
        newReturn('10', { value: 10 }),
      );
      expect(faults).toEqual(['conflict', null]);
      expect(await inTheList('9')).toBeUndefined();
    });

    test('an edit, a new row and a deletion made by hand are heard of, and nothing else is read', async () => {
      await write(newReturn('11', { value: 1 }), newReturn('12'));
      await sharepoint.refresh();
      await under.byHand.edit('Returns', keyOf('11'), { Value: 1.5 });
      await under.byHand.remove('Returns', keyOf('12'));
      expect(seen('11')?.value).toBe(1);
      const spent = sharepoint.unitsSpent();
      await sharepoint.refresh('due');
      expect(seen('11')?.value).toBe(1.5);
      expect(seen('12')).toBeUndefined();
      expect(sharepoint.unitsSpent() - spent).toBe(registerNames.filter(isBusy).length);
    });

    test('a second app that starts reads the same registers', async () => {
      await write(newReturn('13', { value: 13 }));
      const other = await under.open();
      await other.load();
      await sharepoint.refresh();
      // What the list would not take goes on showing where it was accepted.
      const refused = keyOf('9');
      const all = (from: SharePoint) =>
        [...from.replica.registers().returns.values()]
          .filter(({ key }) => key !== refused)
          .map((row) => JSON.stringify(row))
          .sort();
      expect(all(other)).toEqual(all(sharepoint));
    });

    test('what is written without ever having read the list lands all the same', async () => {
      await write(newReturn('14', { value: 1 }));
      const other = await under.open();
      expect(await other.lists.write([answer('14', 14), newReturn('15')])).toMatchObject([
        { fault: null },
        { fault: null },
      ]);
      expect(await inTheList('14')).toMatchObject({ Value: 14 });
    });

    test('making the lists a second time makes nothing', async () => {
      expect(await sharepoint.provision()).toMatchObject({ done: [], failed: [] });
    });
  });
};

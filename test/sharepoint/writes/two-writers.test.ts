// A person edits a list while the app writes to it: column by column the later of the two is in the
// row, what was not written is told of, and the list records who did what.

import { describe, expect, test } from 'vitest';
import type { Pending } from '../../../src/use-cases/ports.ts';
import {
  begin,
  change,
  code,
  inOneHouse,
  inTheList,
  keyOf,
  secondsFromNow,
  seen,
  sharepoint,
  spentOn,
  two,
  written,
} from './returns-by-two-hands.ts';
import { maya } from './two-hands.ts';

inOneHouse();

const aMinuteAgo = () => ({ acceptedAt: secondsFromNow(-60) });
/** The second in which the row was last changed, by the list's clock. */
const changedAt = async (n: number) =>
  Temporal.Instant.from(String((await inTheList(n))['Modified']));

describe('whose change stays', () => {
  const cases = (['later', 'in the same second', 'earlier'] as const).flatMap((edited) =>
    [true, false].flatMap((heard) =>
      ([412, 409] as const).map((staleStatus) => ({ edited, heard, staleStatus })),
    ),
  );

  test.each(cases)(
    'an edit $edited than the answer was accepted, heard of before it was written: $heard, refused as $staleStatus',
    async ({ edited, heard, staleStatus }) => {
      await two.local.faults({ staleStatus });
      await written(begin(0));
      const hand = { Value: 50, Commentary: 'typed in the list', Owner: 'private-sector' };
      await two.hand(maya).edit('Returns', keyOf(0), hand);
      const second = await changedAt(0);
      const acceptedAt = {
        later: second.subtract({ milliseconds: 1 }),
        'in the same second': second,
        earlier: second.add({ seconds: 1 }),
      }[edited];
      if (heard) await sharepoint.refresh();
      const answer = { value: 60, commentary: 'answered by card', state: 'Returned' };
      const said = change(0, answer, { by: 'p-owner', acceptedAt });
      const [told] = await written(said);

      const stands = edited === 'later';
      expect(await inTheList(0)).toMatchObject({
        Value: stands ? 50 : 60,
        Commentary: stands ? 'typed in the list' : 'answered by card',
        State: 'Returned',
        Owner: 'private-sector',
        ChangedBy: 'p-owner',
      });
      expect(seen(0)).toMatchObject({ value: stands ? 50 : 60, state: 'Returned' });
      expect(told).toEqual({
        sequence: said.sequence,
        fault: null,
        ...(stands && {
          stood: [
            { column: 'value', ours: 60, theirs: 50 },
            { column: 'commentary', ours: 'answered by card', theirs: 'typed in the list' },
          ],
        }),
      });
      await sharepoint.refresh();
      expect(seen(0)).toMatchObject({ value: stands ? 50 : 60, owner: 'private-sector' });
    },
  );

  test('where nothing is left to write, nothing is written, and the edit is not claimed as ours', async () => {
    await written(begin(0));
    await two.hand(maya).edit('Returns', keyOf(0), { Value: 50 });
    await sharepoint.refresh();
    const before = await inTheList(0);
    const [told] = await written(change(0, { value: 60 }, aMinuteAgo()));
    expect(told?.stood).toEqual([{ column: 'value', ours: 60, theirs: 50 }]);
    expect(await inTheList(0)).toEqual(before);
    const again = change(0, { value: 70 }, { acceptedAt: secondsFromNow(-50) });
    expect((await written(again))[0]?.stood).toHaveLength(1);
    expect(await inTheList(0)).toMatchObject({ Value: 50 });
  });

  test('of several answers in one write, each column goes by when its own was accepted', async () => {
    await written(begin(0));
    await two.hand(maya).edit('Returns', keyOf(0), { Value: 50, Commentary: 'by hand' });
    const early = change(0, { value: 60, commentary: 'early' }, aMinuteAgo());
    const late = change(
      0,
      { commentary: 'late' },
      { by: 'p-late', acceptedAt: secondsFromNow(60) },
    );
    expect(await written(early, late)).toEqual([
      { sequence: early.sequence, fault: null, stood: [{ column: 'value', ours: 60, theirs: 50 }] },
      { sequence: late.sequence, fault: null },
    ]);
    expect(await inTheList(0)).toMatchObject({
      Value: 50,
      Commentary: 'late',
      ChangedBy: 'p-late',
    });
  });

  test.each([-3_600_000, 3_600_000])(
    'the clocks of the list and of the app are %i ms apart: what came later in truth stays',
    async (serverClockSkewMs) => {
      await two.local.faults({ serverClockSkewMs });
      const other = await two.open();
      await other.load();
      await other.lists.write([begin(0), begin(1)]);
      await two.hand(maya).edit('Returns', keyOf(0), { Value: 50 });
      await two.hand(maya).edit('Returns', keyOf(1), { Value: 50 });
      const told = await other.lists.write([
        change(0, { value: 60 }, aMinuteAgo()),
        change(1, { value: 60 }, { acceptedAt: secondsFromNow(60) }),
      ]);
      expect(told.map(({ stood }) => stood?.length ?? 0)).toEqual([1, 0]);
      expect(await inTheList(0)).toMatchObject({ Value: 50 });
      expect(await inTheList(1)).toMatchObject({ Value: 60 });
      await two.local.faults({});
    },
  );

  test('a row somebody made by hand meanwhile keeps what they filled in, and takes the rest', async () => {
    const made = begin(0, { by: 'p-owner', acceptedAt: secondsFromNow(-60) });
    await two.hand(maya).add('Returns', {
      Title: 'made by hand',
      Key: keyOf(0),
      Plan: 'plan',
      Measure: `plan|${code}.0`,
      Period: '2020-21 Q2',
      State: 'Due',
      Value: 50,
    });
    const [told] = await written(made);
    expect(told?.stood).toEqual([{ column: 'value', ours: 1, theirs: 50 }]);
    expect(await inTheList(0)).toMatchObject({
      Value: 50,
      Owner: 'housing-needs',
      ChangedBy: 'p-owner',
    });
  });

  test('a row deleted in the list is written again whole, and that is told of', async () => {
    await written(begin(0), begin(1));
    await two.hand(maya).remove('Returns', keyOf(0));
    await two.hand(maya).remove('Returns', keyOf(1));
    const both = [change(0, { value: 60 }), change(1, { value: 61 })];
    sharepoint.replica.lay(both);
    const [first, second] = both as [Pending, Pending];
    expect(await sharepoint.lists.write([first])).toEqual([
      { sequence: first.sequence, fault: null, again: true },
    ]);
    await sharepoint.refresh();
    expect(await sharepoint.lists.write([second])).toEqual([
      { sequence: second.sequence, fault: null, again: true },
    ]);
    expect(await inTheList(0)).toMatchObject({ Value: 60, Owner: 'housing-needs' });
    expect(await inTheList(1)).toMatchObject({ Value: 61, Owner: 'housing-needs' });
  });

  test('a landing that was not recorded comes again, and still does not replace the edit', async () => {
    await written(begin(0));
    await two.hand(maya).edit('Returns', keyOf(0), { Value: 50 });
    const said = change(0, { value: 60, state: 'Returned' }, aMinuteAgo());
    const [first] = await written(said);
    const [second] = await written(said);
    expect(second).toEqual(first);
    expect(await inTheList(0)).toMatchObject({ Value: 50, State: 'Returned' });
    // Nor by an app that knows nothing of the first time.
    const other = await two.open();
    await other.load();
    other.replica.lay([said]);
    expect(await other.lists.write([said])).toEqual([first]);
    expect(await inTheList(0)).toMatchObject({ Value: 50, State: 'Returned' });
  });

  // Where the first wrote something, the list's last version is ours; where not, still the hand's.
  test.each(['Returned', 'Due'])(
    'an answer given after an edit is written, though an earlier one that the edit outlived comes again: %s',
    async (state) => {
      await written(begin(0));
      await two.hand(maya).edit('Returns', keyOf(0), { Value: 50, Commentary: 'by hand' });
      const first = change(0, { value: 60, commentary: 'early', state }, aMinuteAgo());
      const [outlived] = await written(first);
      // That landing was not recorded: the first answer still waits, and is told of as it was.
      const next = change(0, { value: 70 }, { acceptedAt: secondsFromNow(60) });
      const told = await written(first, next);
      expect(await inTheList(0)).toMatchObject({ Value: 70, Commentary: 'by hand', State: state });
      expect(told).toEqual([outlived, { sequence: next.sequence, fault: null }]);
    },
  );

  test('what this app wrote itself before it was stopped is no other hand’s', async () => {
    const acceptedAt = secondsFromNow(-60);
    const first = change(0, { ...begin(0).set, value: 5 }, { acceptedAt });
    const second = change(0, { value: 6 }, { acceptedAt });
    await written(first);
    const other = await two.open();
    await other.load();
    expect(await other.lists.write([second])).toEqual([{ sequence: second.sequence, fault: null }]);
    expect(await inTheList(0)).toMatchObject({ Value: 6 });
  });

  test('with the row’s versions not to be had for the moment, the row waits', async () => {
    await written(begin(0));
    await two.hand(maya).edit('Returns', keyOf(0), { Value: 50 });
    await sharepoint.refresh();
    await two.local.faults({
      script: [{ on: 'graph', method: 'GET', path: '/versions', times: 50, status: 503 }],
    });
    const said = change(0, { value: 60 }, aMinuteAgo());
    expect(await written(said)).toEqual([{ sequence: said.sequence, fault: 'unreachable' }]);
    await two.local.faults({});
    expect((await written(said))[0]?.stood).toHaveLength(1);
    expect(await inTheList(0)).toMatchObject({ Value: 50 });
  });
});

describe('what it costs', () => {
  test('twenty rows are made, or changed, in one request of forty units, edited by hand before or not', async () => {
    const twenty = Array.from({ length: 20 }, (_, n) => n);
    const made = twenty.map((n) => begin(n, { by: 'p-owner' }));
    expect(await spentOn(() => written(...made))).toEqual({ requests: 1, units: 40 });
    for (const n of twenty) await two.hand(maya).edit('Returns', keyOf(n), { Commentary: 'x' });
    await sharepoint.refresh();
    const acceptedAt = secondsFromNow(1);
    const answers = twenty.map((n) => change(n, { value: n }, { acceptedAt }));
    expect(await spentOn(() => written(...answers))).toEqual({ requests: 1, units: 40 });
  });

  test('a row edited later than what is written costs two units more, for its versions, and one request', async () => {
    await written(begin(0));
    await two.hand(maya).edit('Returns', keyOf(0), { Value: 50 });
    await sharepoint.refresh();
    const said = change(0, { value: 60, state: 'Returned' }, aMinuteAgo());
    expect(await spentOn(() => written(said))).toEqual({ requests: 2, units: 4 });
  });
});

describe('ChangedBy', () => {
  test('holds whoever is behind the latest change, and the product where nobody is', async () => {
    await written(begin(0));
    expect(await inTheList(0)).toMatchObject({ ChangedBy: 'Golden Thread' });
    await written(
      change(0, { value: 2 }, { by: 'p-owner' }),
      change(0, { value: 3 }, { by: 'p-deputy' }),
      change(0, { state: 'Returned' }),
    );
    expect(await inTheList(0)).toMatchObject({ Value: 3, ChangedBy: 'p-deputy' });
    await two.hand(maya).edit('Returns', keyOf(0), { Value: 4 });
    expect(await inTheList(0)).toMatchObject({ Value: 4, ChangedBy: 'p-deputy' });
  });

  test('is no reason to write a row again that says everything already', async () => {
    const made = begin(0, { by: 'p-owner' });
    const other = await two.open();
    await other.load();
    await other.lists.write([made]);
    expect(await written({ ...made, by: 'p-other' })).toMatchObject([{ fault: null }]);
    expect(await inTheList(0)).toMatchObject({ ChangedBy: 'p-owner', _UIVersionString: '1.0' });
  });
});

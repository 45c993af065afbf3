// Whose hands an edit came from: each person with what they changed, and never the app in their place.

import { describe, expect, test } from 'vitest';
import type { Row } from '../../../src/registers/registers.ts';
import type { HandVersion } from '../../../src/use-cases/ports.ts';
import {
  begin,
  change,
  code,
  inOneHouse,
  inTheList,
  keyOf,
  secondsFromNow,
  sharepoint,
  spentOn,
  two,
  written,
} from '../writes/returns-by-two-hands.ts';
import { maya, tom } from '../writes/two-hands.ts';

inOneHouse();

describe('whose hands', () => {
  const heard = async (): Promise<readonly (readonly HandVersion[])[]> => {
    await sharepoint.refresh();
    const edits = sharepoint.replica
      .takeEdits()
      .filter(({ key }) => key.startsWith(`plan|${code}.`));
    return sharepoint.lists.whoEdited(edits);
  };
  const told = (hands: readonly HandVersion[]) =>
    hands.map(({ editor, before, after }) => [
      editor.name,
      editor.objectId,
      (before as Row<'returns'> | null)?.value ?? null,
      (after as Row<'returns'> | null)?.value ?? null,
    ]);
  const begun = async (...numbers: number[]) => {
    await written(...numbers.map((n) => begin(n)));
    await sharepoint.refresh();
    sharepoint.replica.takeEdits();
  };

  test('an edit, a row begun and a row removed by hand each have their editor, as far as the list tells', async () => {
    await begun(0, 1);
    await two.hand(maya).edit('Returns', keyOf(0), { Value: 50 });
    await two.hand(tom).remove('Returns', keyOf(1));
    const { Key: _, ...fields } = await inTheList(0);
    await two.hand(tom).add('Returns', {
      Title: 'by hand',
      Key: keyOf(2),
      Plan: 'plan',
      Measure: fields['Measure'],
      Period: '2020-21 Q2',
      State: 'Due',
      Value: 7,
    });
    expect((await heard()).map(told)).toEqual([
      [['Maya Khan', maya.id, 1, 50]],
      [[null, null, 1, null]],
      [['Tom Reid', tom.id, null, 7]],
    ]);
  });

  test('costs one unit a row, twenty rows a request', async () => {
    await begun(...Array.from({ length: 45 }, (_, n) => n));
    for (let n = 0; n < 45; n += 1) await two.hand(maya).edit('Returns', keyOf(n), { Value: 50 });
    await sharepoint.refresh();
    const edits = sharepoint.replica.takeEdits();
    expect(edits).toHaveLength(45);
    const cost = await spentOn(async () => {
      const hands = await sharepoint.lists.whoEdited(edits);
      expect(new Set(hands.flat().map(({ editor }) => editor.name))).toEqual(
        new Set(['Maya Khan']),
      );
    });
    expect(cost).toEqual({ requests: 3, units: 45 });
  });

  test('costs nothing where the news of the edit says who made it', async () => {
    await begun(0, 1);
    await two.local.faults({ deltaSaysWho: true });
    await two.hand(maya).edit('Returns', keyOf(0), { Value: 50 });
    await two.hand(tom).edit('Returns', keyOf(1), { Value: 51 });
    await sharepoint.refresh();
    const edits = sharepoint.replica.takeEdits();
    const cost = await spentOn(async () => {
      expect((await sharepoint.lists.whoEdited(edits)).map(told)).toEqual([
        [['Maya Khan', maya.id, 1, 50]],
        [['Tom Reid', tom.id, 1, 51]],
      ]);
    });
    expect(cost).toEqual({ requests: 0, units: 0 });
  });

  test('two people between two readings are each told of with what they changed', async () => {
    await begun(0);
    await two.hand(maya).edit('Returns', keyOf(0), { Value: 50 });
    await two.hand(tom).edit('Returns', keyOf(0), { Value: 51, Commentary: 'Tom was here' });
    expect((await heard()).map(told)).toEqual([
      [
        ['Maya Khan', maya.id, 1, 50],
        ['Tom Reid', tom.id, 50, 51],
      ],
    ]);
  });

  test('where it is not known which version came before, the versions tell of each', async () => {
    await begun(0);
    await two.hand(maya).edit('Returns', keyOf(0), { Value: 50 });
    await two.hand(tom).edit('Returns', keyOf(0), { Value: 51 });
    await sharepoint.refresh();
    const edits = sharepoint.replica.takeEdits().map((edit) => ({ ...edit, beforeEtag: null }));
    expect((await sharepoint.lists.whoEdited(edits)).map(told)).toEqual([
      [
        ['Maya Khan', maya.id, 1, 50],
        ['Tom Reid', tom.id, 50, 51],
      ],
    ]);
  });

  test('an edit this app has written over since is still its editor’s, and the app’s own is nobody’s', async () => {
    await begun(0);
    await two.hand(maya).edit('Returns', keyOf(0), { Value: 50 });
    await written(change(0, { value: 60 }, { by: 'p-owner', acceptedAt: secondsFromNow(60) }));
    expect((await heard()).map(told)).toEqual([[['Maya Khan', maya.id, 1, 50]]]);
  });

  test('a write of this app whose answer was lost is nobody’s edit', async () => {
    await begun(0);
    const said = change(0, { value: 60 });
    await two.local.faults({
      script: [{ on: 'graph', method: 'PATCH', path: '/items/', times: 5, dropAfterCommit: true }],
    });
    await written(said);
    await two.local.faults({});
    expect((await heard()).flat()).toEqual([]);
  });

  test('while Graph is away nobody is named, and it can be asked again', async () => {
    await begun(0);
    await two.hand(maya).edit('Returns', keyOf(0), { Value: 50 });
    await sharepoint.refresh();
    const edits = sharepoint.replica.takeEdits();
    await two.local.faults({ script: [{ on: 'graph', times: 100, dropBefore: true }] });
    await expect(sharepoint.lists.whoEdited(edits)).rejects.toMatchObject({ kind: 'unreachable' });
    await two.local.faults({});
    expect((await sharepoint.lists.whoEdited(edits)).map(told)).toEqual([
      [['Maya Khan', maya.id, 1, 50]],
    ]);
  });
});

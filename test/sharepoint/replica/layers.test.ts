// What readers see of one register while changes are on their way to its list and news of it comes
// back early, late or in the wrong order.

import { beforeEach, describe, expect, test } from 'vitest';
import type { Row } from '../../../src/registers/registers.ts';
import { type Layers, openLayers } from '../../../src/sharepoint/replica/layers.ts';
import type { ListItem } from '../../../src/sharepoint/rows/list-items.ts';
import type { Pending } from '../../../src/use-cases/ports.ts';
import { asPending } from '../../pending.ts';

const key = 'p|21a|2020-21 Q2';
const guid = '8c1f2d3e-0000-4000-8000-000000000001';
const versioned = (version: number) => `"${guid},${version}"`;

const item = (etag: string, fields: object = {}, id = '7'): ListItem => ({
  id,
  etag,
  fields: {
    Key: key,
    Title: '21a',
    Plan: 'p',
    Measure: 'p|21a',
    Period: '2020-21 Q2',
    State: 'Due',
    ...fields,
  },
});

const change = (sequence: number, set: Pending['set']): Pending =>
  asPending({ register: 'returns', key, set }, sequence);

let layers: Layers;
const seen = () => layers.table.get(key) as Row<'returns'> | undefined;
const land = (sequence: number, set: Pending['set'], answered: ListItem) =>
  layers.land({ key, sequences: [sequence], set, item: answered });

beforeEach(() => {
  layers = openLayers('returns');
});

describe('an answer on its way to the list', () => {
  test('shows at once, over the row as the list has it', () => {
    layers.hear(item(versioned(1)), layers.mark());
    layers.lay([change(1, { value: 83.2, state: 'Returned' })]);
    expect(seen()).toMatchObject({ value: 83.2, state: 'Returned', measure: 'p|21a' });
  });

  test('shows although its row is not in the list yet, and under its key in any case', () => {
    layers.lay([change(1, { value: 83.2, measure: 'p|21a', state: 'Returned' })]);
    expect(layers.table.get('P|21A|2020-21 q2')).toMatchObject({ value: 83.2 });
    expect(layers.table.where('measure', 'P|21a')).toHaveLength(1);
  });

  test('goes on showing whatever the list says of the row meanwhile', () => {
    layers.hear(item(versioned(1)), layers.mark());
    layers.lay([change(1, { value: 83.2 })]);
    layers.hear(item(versioned(2), { Value: 1, Commentary: 'typed in the list' }), layers.mark());
    expect(seen()).toMatchObject({ value: 83.2, commentary: 'typed in the list' });
  });

  test('laid twice, or out of order, the last accepted still counts', () => {
    layers.lay([change(2, { value: 2 }), change(1, { value: 1 })]);
    layers.lay([change(2, { value: 2 })]);
    expect(seen()?.value).toBe(2);
  });

  test('the row is found by what it holds now, and no longer by what it held', () => {
    layers.hear(item(versioned(1)), layers.mark());
    layers.lay([change(1, { state: 'Returned' })]);
    expect(layers.table.where('state', 'Due')).toEqual([]);
    expect(layers.table.where('state', 'Returned')).toHaveLength(1);
  });
});

describe('rows asked for by what they hold', () => {
  const due = () => layers.table.where('state', 'Due').map((row) => (row as Row<'returns'>).value);

  test('are as they stand at each asking, and what was handed out before stays as it was', () => {
    layers.hear(item(versioned(1)), layers.mark());
    const before = layers.table.where('state', 'Due');
    layers.lay([change(1, { value: 83.2 })]);
    expect(due()).toEqual([83.2]);
    expect(before.map((row) => (row as Row<'returns'>).value)).toEqual([null]);
    layers.lay([change(2, { state: 'Returned' })]);
    expect(due()).toEqual([]);
    layers.lay([change(3, { state: 'Due' })]);
    expect(due()).toEqual([83.2]);
  });

  test('are gone from it once they are gone from the list', () => {
    layers.hear(item(versioned(1)), layers.mark());
    expect(due()).toHaveLength(1);
    layers.gone('7');
    expect(due()).toEqual([]);
  });
});

describe('an answer that has landed', () => {
  const answer = { value: 83.2, state: 'Returned' };
  const landed = item(versioned(2), { Value: 83.2, State: 'Returned' });

  test('does not flicker when older news of the row arrives after it', () => {
    layers.hear(item(versioned(1)), layers.mark());
    layers.lay([change(1, answer)]);
    const since = layers.mark();
    land(1, answer, landed);
    layers.hear(item(versioned(1)), since);
    expect(seen()?.value).toBe(83.2);
    // Late news, or a list put back as it was: the row itself is asked.
    expect(layers.doubts()).toEqual(['7']);
    layers.hear(landed, layers.mark(), 'itself');
    expect(seen()?.value).toBe(83.2);
    expect(layers.doubts()).toEqual([]);
  });

  test('gives way to an edit made in the list after it, also when that is heard of first', () => {
    layers.hear(item(versioned(1)), layers.mark());
    layers.lay([change(1, answer)]);
    layers.hear(item(versioned(3), { Value: 90, State: 'Returned' }), layers.mark());
    expect(seen()?.value).toBe(83.2);
    land(1, answer, landed);
    expect(seen()?.value).toBe(90);
  });

  test('leaves a later answer of the same row showing', () => {
    layers.hear(item(versioned(1)), layers.mark());
    layers.lay([change(1, { value: 1 }), change(2, { value: 2 })]);
    land(1, { value: 1 }, item(versioned(2), { Value: 1 }));
    expect(seen()?.value).toBe(2);
  });

  test('with eTags that tell no order stays, and the row is asked for again', () => {
    layers.hear(item('one'), layers.mark());
    layers.lay([change(1, answer)]);
    const since = layers.mark();
    land(1, answer, item('two', { Value: 83.2, State: 'Returned' }));
    layers.hear(item('one'), since);
    expect(seen()?.value).toBe(83.2);
    expect(layers.doubts()).toEqual(['7']);
    layers.hear(item('three', { Value: 90 }), layers.mark());
    expect(seen()?.value).toBe(90);
  });

  test('is there although the list answered with no fields', () => {
    layers.lay([change(1, { ...answer, plan: 'p' })]);
    land(1, { ...answer, plan: 'p' }, { ...landed, fields: null });
    expect(seen()).toMatchObject({ value: 83.2, plan: 'p' });
  });
});

describe('a row that goes', () => {
  test('vanishes, from every index too', () => {
    layers.hear(item(versioned(1)), layers.mark());
    layers.gone('7');
    expect(seen()).toBeUndefined();
    expect(layers.table.where('measure', 'p|21a')).toEqual([]);
  });

  test('is kept, whole, while an answer to it waits to land', () => {
    layers.hear(item(versioned(1)), layers.mark());
    layers.lay([change(1, { value: 83.2 })]);
    layers.gone('7');
    expect(seen()).toMatchObject({ value: 83.2, measure: 'p|21a' });
    expect(layers.held(key)?.item).toBeNull();
  });

  test('and was made again under another id is not lost when the first is heard to be gone', () => {
    layers.hear(item(versioned(1)), layers.mark());
    layers.hear(item('"9c1f2d3e-0000-4000-8000-000000000001,1"', { Value: 5 }, '8'), layers.mark());
    layers.gone('7');
    expect(seen()?.value).toBe(5);
  });

  test('by having its key changed in the list is known by its new key', () => {
    layers.hear(item(versioned(1)), layers.mark());
    layers.hear(item(versioned(2), { Key: 'p|21b|2020-21 Q2' }), layers.mark());
    expect(seen()).toBeUndefined();
    expect(layers.table.get('p|21b|2020-21 Q2')).toBeDefined();
  });
});

describe('a cell that cannot be read', () => {
  test('leaves the row as it last could be, and is reported until it is put right', () => {
    layers.hear(item(versioned(1), { Value: 80 }), layers.mark());
    layers.hear(item(versioned(2), { Value: 'eighty' }), layers.mark());
    expect(seen()?.value).toBe(80);
    expect(layers.faults().map(({ words }) => words)).toEqual([
      "Returns, row 7, Value: 'eighty' is not a number",
    ]);
    layers.hear(item(versioned(3), { Value: 81 }), layers.mark());
    expect(seen()?.value).toBe(81);
    expect(layers.faults()).toEqual([]);
  });

  test('keeps a row never read before out of sight, but its place in the list is known', () => {
    layers.hear(item(versioned(1), { Value: 'eighty' }), layers.mark());
    expect(seen()).toBeUndefined();
    expect(layers.held(key)).toMatchObject({ item: '7', row: null });
  });
});

describe('a list put back as it was', () => {
  const back = item(versioned(2), { Value: 2 });
  const begin = () => {
    layers.hear(item(versioned(2), { Value: 2 }), layers.mark());
    layers.hear(item(versioned(9), { Value: 9 }), layers.mark());
  };

  test('is believed where it was read whole, and where the row itself was read', () => {
    begin();
    layers.hear(back, layers.mark(), 'whole');
    expect(seen()?.value).toBe(2);
    begin();
    layers.hear(back, layers.mark(), 'itself');
    expect(seen()?.value).toBe(2);
    expect(layers.wentBack()).toBe(2);
    expect(layers.wentBack()).toBe(0);
  });

  test('told as news is asked about first', () => {
    begin();
    const since = layers.mark();
    expect(layers.isPuzzling(back, since)).toBe(true);
    layers.hear(back, since);
    expect(seen()?.value).toBe(9);
    expect(layers.doubts()).toEqual(['7']);
    layers.hear(back, layers.mark(), 'itself');
    expect(layers.doubts()).toEqual([]);
  });

  test('is not seen in news that is only late: this app wrote the row since it was asked for', () => {
    begin();
    layers.lay([change(1, { value: 10 })]);
    const since = layers.mark();
    land(1, { value: 10 }, item(versioned(10), { Value: 10 }));
    expect(layers.isPuzzling(item(versioned(9), { Value: 9 }), since)).toBe(false);
    layers.hear(item(versioned(9), { Value: 9 }), since, 'whole');
    expect(seen()?.value).toBe(10);
    layers.hear(item(versioned(10), { Value: 10 }), layers.mark(), 'itself');
    expect(layers.doubts()).toEqual([]);
    expect(layers.wentBack()).toBe(0);
  });

  test('and a row this app wrote meanwhile is missing from it: the row itself is asked', () => {
    begin();
    layers.lay([change(1, { value: 10 })]);
    const since = layers.mark();
    land(1, { value: 10 }, item(versioned(10), { Value: 10 }));
    layers.keepOnly(new Set(), since);
    expect(layers.doubts()).toEqual(['7']);
    layers.gone('7');
    expect(seen()).toBeUndefined();
    expect(layers.doubts()).toEqual([]);
  });

  test('while a write was on its way: the late answer is not taken for the list’s last word', () => {
    begin();
    layers.lay([change(1, { value: 10 })]);
    layers.hear(back, layers.mark(), 'whole');
    expect(seen()?.value).toBe(10);
    // The list took the write, was put back, and only then did the answer come.
    land(1, { value: 10 }, item(versioned(10), { Value: 10 }));
    expect(layers.doubts()).toEqual(['7']);
    layers.hear(back, layers.mark(), 'itself');
    expect(seen()?.value).toBe(2);
  });

  test('gives a row’s number to another: the first is gone, the other is begun', () => {
    begin();
    const other = { id: '7', etag: '"9c1f2d3e-0000-4000-8000-000000000002,1"' };
    const fields = { ...item('').fields, Key: 'p|22|2020-21 Q2', Value: 22 };
    layers.hear({ ...other, fields }, layers.mark(), 'whole');
    expect(seen()).toBeUndefined();
    expect(layers.table.get('p|22|2020-21 Q2')).toMatchObject({ value: 22 });
  });
});

describe('whose version a row is', () => {
  const at = 1_601_546_400;
  test('is ours where our own write was answered with it, until the list says otherwise', () => {
    layers.hear({ ...item(versioned(1)), modified: at }, layers.mark());
    expect(layers.held(key)).toMatchObject({ ours: false });
    expect(layers.held(key)?.modifiedAt?.toString()).toBe('2020-10-01T10:00:00Z');
    layers.lay([change(1, { value: 5 })]);
    land(1, { value: 5 }, { ...item(versioned(2), { Value: 5 }), modified: at + 60 });
    expect(layers.held(key)).toMatchObject({ ours: true });
    layers.hear({ ...item(versioned(2), { Value: 5 }), modified: at + 60 }, layers.mark());
    expect(layers.held(key)).toMatchObject({ ours: true });
    layers.hear({ ...item(versioned(3), { Value: 6 }), modified: at + 90 }, layers.mark());
    expect(layers.held(key)).toMatchObject({ ours: false });
  });

  test('is not known to be ours where the row was only found to say so already', () => {
    layers.hear(item(versioned(3), { Value: 5 }), layers.mark());
    layers.lay([change(1, { value: 5 })]);
    const found = item(versioned(3), { Value: 5 });
    layers.land({ key, sequences: [1], set: { value: 5 }, item: found, wasThere: true });
    expect(layers.held(key)).toMatchObject({ ours: false });
  });
});

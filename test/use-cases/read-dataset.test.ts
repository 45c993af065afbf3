import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { canonical, type Json } from '../../src/rules/dataset/canonical.ts';
import { datasetFaultWords, partKey } from '../../src/rules/dataset/parts.ts';
import { readDataset } from '../../src/use-cases/read-dataset.ts';
import { sha256 } from '../../src/use-cases/sha-256.ts';
import { manyMeasures } from '../rules/papers/given-dataset.ts';
import { registersOf } from '../rules/table-of.ts';

const cycle = 'plan|2020-21 Q2';
const dataset = manyMeasures(8);
const textOf = (value: unknown) => canonical(value as Json);

type Rows = readonly Partial<Row<'datasetParts'>>[];

/** A dataset in three parts, and its rows as somebody left them. */
const read = async (text: string, left: (rows: Rows) => Rows = (rows) => rows, parts = 3) => {
  const hash = await sha256(text);
  const third = Math.ceil(text.length / 3);
  const rows = [0, 1, 2].map((at) => ({
    key: partKey(cycle, hash, at + 1),
    plan: 'plan',
    dataset: cycle,
    part: at + 1,
    content: text.slice(at * third, (at + 1) * third),
  }));
  const head = { key: cycle, plan: 'plan', cycle, hash, parts };
  return readDataset(registersOf({ datasets: [head], datasetParts: left(rows) }), { key: cycle });
};

describe('a frozen dataset that somebody touched in its list', () => {
  const whole = textOf(dataset);
  it('untouched is read, in whatever order its rows come', async () => {
    expect(await read(whole)).toMatchObject({ dataset });
    expect(await read(whole, (rows) => rows.toReversed())).toMatchObject({ dataset });
  });
  it('with the words of two parts exchanged is not what was frozen', async () => {
    const exchanged = ([one, two, three]: Rows): Rows => [
      { ...one, content: two?.content ?? '' },
      { ...two, content: one?.content ?? '' },
      { ...three },
    ];
    expect(await read(whole, exchanged)).toEqual({ fault: 'damaged' });
  });
  it('with a part emptied, cut short or added to is not what was frozen', async () => {
    for (const content of ['', whole.slice(0, 40), `${whole} `])
      expect(await read(whole, ([one, ...rest]) => [{ ...one, content }, ...rest])).toEqual({
        fault: 'damaged',
      });
  });
  it('with fewer or more parts said of it than there are is not read', async () => {
    for (const parts of [0, 2, -1, Number.NaN])
      expect(await read(whole, (rows) => rows, parts)).toEqual({ fault: 'damaged' });
    expect(await read(whole, (rows) => rows, 4)).toEqual({ fault: 'incomplete' });
  });
  it('of a later version is not read, and is not said to have been changed', async () => {
    const later = await read(textOf({ ...dataset, version: 2 }));
    expect(later).toEqual({ fault: 'of another version' });
    expect(datasetFaultWords['of another version']).not.toContain('changed');
  });
  it('that never was a dataset is damaged, whatever its hash says', async () => {
    for (const text of ['null', '[]', '{"version":1}', '"x"', '{', '{"version":1,"measures":{}}'])
      expect(await read(text)).toEqual({ fault: 'damaged' });
  });
});

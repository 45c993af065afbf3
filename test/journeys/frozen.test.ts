// A quarter closes and its figures are frozen in the lists; one is corrected by the performance team and one
// by hand: what was frozen stays, to the letter, and the corrections stand beside it.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PaperKind } from '../../src/registers/papers.ts';
import { fromCanonical } from '../../src/rules/dataset/canonical.ts';
import type { Dataset } from '../../src/rules/dataset/dataset.ts';
import { restatementsOf } from '../../src/rules/dataset/restated.ts';
import { composePaper } from '../../src/rules/papers/compose-paper.ts';
import { changeAfterClose } from '../../src/use-cases/change-after-close.ts';
import { readDataset } from '../../src/use-cases/read-dataset.ts';
import { submitReturn } from '../../src/use-cases/submit-return.ts';
import { type House, openHouse } from '../given.ts';
import { typedAnswer } from '../use-cases/typed-answer.ts';
import { figuresFor } from './answering.ts';
import type { Fields } from './lists-by-hand.ts';
import { cycle, smallCouncil } from './small-council.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse(smallCouncil(['p-voids', 'p-repairs']));
});
afterAll(() => house.close());

const registers = () => house.app.ports.replica.registers();
const frozen = async (): Promise<{ readonly dataset: Dataset; readonly hash: string }> => {
  const read = await readDataset(registers(), { key: cycle });
  if ('fault' in read) throw new Error(`The dataset reads ${read.fault}.`);
  return read;
};
const asked = () =>
  registers()
    .returns.where('cycle', cycle)
    .filter(({ kind }) => kind === null || kind === 'figure');
/** The figure last given, or one less, explained so that it is taken at once. */
const answer = (key: string, less = 0) => {
  const typed = figuresFor(house.council, key);
  const last = typed['value'] === undefined ? 'numerator' : 'value';
  return typedAnswer({ ...typed, [last]: String(Number(typed[last]) - less), right: 'Counted.' });
};

/** As an officer would put the parts together, with no code of ours between. */
const joined = (parts: readonly Fields[]): string =>
  parts
    .toSorted((one, other) => Number(one['Part']) - Number(other['Part']))
    .map((each) => each['Content'])
    .join('');

const paper = async (kind: PaperKind) => {
  const { dataset, hash } = await frozen();
  const restatements = restatementsOf(registers(), { key: cycle });
  return composePaper(dataset, {
    kind,
    key: `${cycle}|${kind}`,
    board: null,
    meeting: null,
    words: new Map(),
    restatements,
    previous: null,
    hash,
    mayReadExempt: true,
    notices: [],
  });
};

test('the close freezes what the quarter’s figures are, whole in the lists', async () => {
  await house.moveClockTo('2020-10-01T09:30');
  const given = asked().slice(0, 3);
  for (const { key, owner, revision } of given)
    expect(
      await submitReturn(house.app.ports, {
        by: owner ?? '',
        return: key,
        revision: revision ?? 0,
        answer: answer(key),
      }),
    ).toMatchObject({ outcome: 'submitted' });
  await house.moveClockTo('2020-10-28T09:30');
  const { dataset, hash } = await frozen();
  expect(dataset).toMatchObject({ cycle, isFrozen: true });
  expect(dataset.measures.filter(({ returned }) => returned).length).toBeGreaterThan(0);

  const [head, ...others] = await house.list('Frozen datasets');
  expect(others).toEqual([]);
  const parts = await house.list('Frozen figures');
  expect(head).toMatchObject({ Key: cycle, Hash: hash, Parts: parts.length });
  const text = joined(parts);
  expect(createHash('sha256').update(text).digest('hex')).toBe(hash);
  expect(fromCanonical(text)).toEqual(JSON.parse(JSON.stringify(dataset)));

  const lines = (await house.list('Report lines')).filter((each) => each['Scope'] === 'measure');
  for (const { key, now } of dataset.measures) {
    const line = lines.find((each) => each['Measure'] === key);
    expect([key, line?.['Standing'], line?.['Value'] ?? null]).toEqual([
      key,
      now.standing,
      now.value,
    ]);
  }
});

test('corrected since, by a person and in the list, it is the same for ever, with both beside it', async () => {
  const before = await frozen();
  const board = await paper("directors' board");
  const [ours, byHand] = asked().filter(({ value }) => value !== null);
  if (!ours || !byHand) throw new Error('Two figures were given.');
  await changeAfterClose(house.app.ports, {
    by: 'p-performance',
    return: ours.key,
    revision: ours.revision ?? 0,
    answer: answer(ours.key, 1),
    because: 'One street was counted twice.',
  });
  await house.landed();
  await house.editByHand('Returns', byHand.key, { Value: 1.5 });
  await house.app.beatNow();
  await house.restart();
  await house.app.beatNow();

  expect(await frozen()).toEqual(before);
  const is = registers().returns.get(ours.key)?.value;
  expect(is).not.toBe(ours.value);
  const beside = await house.list('Restatements');
  expect(beside).toHaveLength(2);
  expect(beside.find((each) => each['Line'] === `Measures: ${ours.measure}`)).toMatchObject({
    Period: ours.period,
    Was: ours.value,
    Is: is,
    By: 'p-performance',
    Because: 'One street was counted twice.',
  });
  expect(beside.find((each) => each['Line'] === `Measures: ${byHand.measure}`)).toMatchObject({
    Was: byHand.value,
    Is: 1.5,
    Because: 'Changed in its list by hand.',
  });
  expect(await house.list('Frozen datasets')).toHaveLength(1);

  const after = await paper("directors' board");
  const told = JSON.stringify(after);
  expect(told).toContain('One street was counted twice.');
  expect(JSON.stringify(board)).not.toContain('One street was counted twice.');
  expect({ ...after, sections: [], notices: [] }).toEqual({ ...board, sections: [], notices: [] });
});

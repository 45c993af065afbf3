// What the due card and the question offer besides the next one: any of those shown, and how others stand.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saysSaved } from '../journeys/answering.ts';
import { type Card, partsOf, partWithId, type Seat } from '../journeys/seat.ts';
import { cycle, ids, rows } from './asked-of-ann.ts';
import { openHouse } from './house.ts';

let house: Awaited<ReturnType<typeof openHouse>>;
let ann: Seat;
const third = 'plan|3|2020-21 Q2';
const none = { type: '' } as Card;
const press = async (verb: string, data: object) =>
  ann.pressAction((await ann.newestCard()).id, {
    type: 'Action.Execute',
    verb,
    data: { v: 1, ...data },
  });

beforeAll(async () => {
  const { measures = [], ...others } = rows();
  house = await openHouse({
    ...others,
    measures: measures.map((each) =>
      each.code === '3' ? { ...each, definition: 'Every household is counted once.' } : each,
    ),
    benchmarks: [
      {
        plan: 'plan',
        code: 'B1',
        title: 'Households helped beside others',
        kind: 'comparison',
        measure: 'plan|3',
        comparator: 'nearest neighbours',
        period: '2019-20',
        unit: 'households',
        value: 512,
        localValue: 441,
        quartile: 1,
        source: 'CIPFA',
      },
      {
        plan: 'plan',
        code: 'B2',
        title: 'Told to few',
        kind: 'comparison',
        measure: 'plan|3',
        comparator: 'a secret group',
        value: 1,
        access: 'exempt',
      },
    ],
  });
  ann = house.seat(ids.ann);
  await ann.say('hello');
  await press('owed', {});
});
afterAll(() => house.close());

test('the due card lets one of those shown be opened without going through the others', async () => {
  const { card } = await ann.newestCard();
  const choice = partWithId(card, 'return');
  expect(choice?.['choices']).toEqual([
    { title: 'Households helped 1', value: 'plan|1|2020-21 Q2' },
    { title: 'Households helped 2', value: 'plan|2|2020-21 Q2' },
    { title: 'Final figure for Q1 2020-21: Households helped 3', value: 'plan|3|2020-21 Q1 final' },
    { title: 'Households helped 3', value: third },
  ]);
  const told = await ann.press('open', { return: third }, { cycle });
  expect(told.words).toContain('Households helped 3 Measure 3');
  const saved = await ann.press('answer', { value: '440' });
  expect(saysSaved(saved)).toBe(true);
  expect(house.ports.replica.registers().returns.get(third)?.state).toBe('Returned');
});

test('"Start" begins with the first all the same', async () => {
  await press('owed', {});
  expect((await ann.press('start')).words).toContain('Households helped 1 Measure 1');
});

test('under what counts stands how others do, as the source has it, to those who may read it', async () => {
  const told = await press('open', { return: third });
  const panel = partWithId(told.card ?? none, 'definition');
  const words = partsOf(panel).map((part) => part.text);
  expect(words).toContain('Every household is counted once.');
  expect(words).toContain(
    'Nearest neighbours, 2019-20: 512 households; here 441 households. Best performing quarter. Source: CIPFA.',
  );
  expect(told.words).not.toContain('secret');
});

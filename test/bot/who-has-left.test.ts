// Somebody who has left, by the People register, and whose account still works: nothing they press counts.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Seat } from '../journeys/seat.ts';
import { cycle, ids, rows } from './asked-of-ann.ts';
import { openHouse } from './house.ts';

let house: Awaited<ReturnType<typeof openHouse>>;
let ann: Seat;
const key = 'plan|1|2020-21 Q2';
const kept = () => house.ports.replica.registers().returns.get(key);
const leaves = (leftOn: string | null) =>
  house.change({ register: 'people', key: 'ann', set: { leftOn } });

beforeAll(async () => {
  house = await openHouse(rows());
  ann = house.seat(ids.ann);
  await ann.say('hello');
  await ann.press('start');
});
afterAll(() => house.close());

test('whoever leaves tomorrow answers today', async () => {
  leaves('2020-10-02');
  expect((await ann.press('answer', { value: '440' })).words).toContain('Saved.');
});

test('from that day on nothing is taken of them, and they are told why and what to do', async () => {
  leaves('2020-10-01');
  const { id } = await ann.newestCard();
  const press = (verb: string, data: object) =>
    ann.pressAction(id, { type: 'Action.Execute', verb, data: { v: 1, ...data } });
  const typed = { cycle, return: 'plan|2|2020-21 Q2', revision: 0, value: '430' };
  const told = [
    await press('answer', { ...typed, finality: 'final' }),
    await press('confirm', { ...typed, finality: 'final', right: 'It is.' }),
    await press('keep', typed),
    await press('no-data', { ...typed, until: '2020-11-04', because: 'Late' }),
    await press('open', { return: key }),
    await press('start', { cycle }),
    await press('away', { until: '2020-11-04' }),
    await press('not-mine', { cycle, return: 'plan|2|2020-21 Q2', because: 'It moved.' }),
    await press('name-owner', { cycle, measure: 'plan|2', owner: 'bob' }),
  ];
  for (const { words } of told) {
    expect(words).toContain('you left on Thu 1 October 2020');
    expect(words).toContain('ask the performance team');
    expect(words).not.toContain('Households');
  }
  const registers = house.ports.replica.registers();
  expect(registers.returns.get('plan|2|2020-21 Q2')).toMatchObject({ state: 'Due', owner: 'ann' });
  expect(registers.people.get('ann')?.awayUntil).toBeNull();
  expect([...registers.drafts.values()].filter(({ keptAt }) => keptAt !== null)).toEqual([]);
});

test('what they type to the bot is answered with the same', async () => {
  await ann.say('what do I owe');
  expect(JSON.stringify((await ann.newestCard()).card)).toContain('you left on');
});

test('what they gave before they left stands', () => {
  expect(kept()).toMatchObject({ state: 'Returned', value: 440 });
});

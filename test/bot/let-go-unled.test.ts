// A measure let go where nobody leads its team: what its last owner is told is what happens.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Seat } from '../journeys/seat.ts';
import { cycle, ids, rows } from './asked-of-ann.ts';
import { openHouse } from './house.ts';

let house: Awaited<ReturnType<typeof openHouse>>;
let ann: Seat;
const letGo = async (code: string) =>
  ann.pressAction((await ann.newestCard()).id, {
    type: 'Action.Execute',
    verb: 'not-mine',
    data: { v: 1, cycle, return: `plan|${code}|2020-21 Q2`, because: 'It moved.' },
  });

beforeAll(async () => {
  const { people = [], ...others } = rows();
  const perf = { key: 'perf', title: 'Performance Lead', roles: ['performance team'] };
  const objectId = 'aaaaaaaa-0000-4000-8000-000000000009';
  house = await openHouse({ ...others, people: [...people, { ...perf, objectId }] });
  ann = house.seat(ids.ann);
  await ann.say('hello');
});
afterAll(() => house.close());

test('the performance team is to name another, and is not said to be asked for the figure', async () => {
  const told = await letGo('1');
  expect(told.words).toContain('Asked to name another owner: Performance Lead.');
  expect(told.words).not.toContain('for the figure');
});

test('whoever leads it is asked for the figure too', async () => {
  const set = { manager: 'bob' };
  house.change({ register: 'teams', key: 'homes', set });
  const told = await letGo('2');
  expect(told.words).toContain(
    'Asked to name another owner, and for the figure until then: Deputy Head of Housing.',
  );
});

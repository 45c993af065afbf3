// Who could not be reached on a day: one message to each of the performance team, and whoever is found
// later that day is on the same card.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { wordsOf } from '../journeys/seat.ts';
import { openRedrawHouse } from './redraw-house.ts';

const team = 'performance team';
let house: Awaited<ReturnType<typeof openRedrawHouse>>;
beforeEach(async () => {
  house = await openRedrawHouse();
});
afterEach(() => house.close());

const sentTo = async (person: string): Promise<number> =>
  (await house.sent()).filter((each) => each.personId === house.objectIdOf(person)).length;
const words = async (): Promise<string> => wordsOf(await house.cardOf(team));

test('whoever is found later that day is on the same card, and nobody is written to again', async () => {
  await house.teams('owner', 'block');
  await house.send();
  expect(await words()).toContain('1 person could not be reached on Thu 1 October');
  expect(await words()).toContain(
    'The owner: this person has blocked the app. They owe 3 returns.',
  );
  house.at('2020-10-01T15:00');
  await house.teams('deputy', 'block');
  house.setReturn('1', { owner: 'deputy' });
  await house.send('Opening', 'deputy');
  await house.beat();
  expect(await words()).toContain('2 people could not be reached on Thu 1 October');
  expect([await sentTo(team), await sentTo('manager')]).toEqual([1, 2]);
});

test('found on another day, they are told of again', async () => {
  await house.teams('owner', 'block');
  await house.send();
  house.at('2020-10-09T09:30');
  await house.send('Reminder');
  expect(await words()).toContain('1 person could not be reached on Fri 9 October');
  expect([await sentTo(team), await sentTo('manager')]).toEqual([2, 1]);
});

test('somebody who cannot be told of others is told nothing more, and is one of those not reached', async () => {
  await house.teams('owner', 'block');
  await house.teams(team, 'block');
  await house.send();
  await house.beat();
  expect(await sentTo(team)).toBe(0);
  expect(house.ledger(team, 'Unreachable|2020-10-01')?.state).toBe('Unreachable');
});

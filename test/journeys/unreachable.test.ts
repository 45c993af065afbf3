// People Teams cannot reach: their manager and the performance team hear of it the same day, once.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from '../given.ts';
import { ask, wordsOf } from './seat.ts';
import { cycle, smallCouncil } from './small-council.ts';
import { whatCameOf } from './what-came-of-it.ts';
import { until } from './witness.ts';

const notInstalled = 'p-development-management';
const blocked = 'p-waste';
/** Nobody is their manager. */
const another = 'p-highways';
const team = 'p-performance';
const managers = ['p-manager-planning', 'p-manager-environment'];
let house: House;
const { received, idsOf, row } = whatCameOf(() => house);

beforeAll(async () => {
  house = await openHouse(smallCouncil([notInstalled, blocked, another, 'p-voids']));
  for (const person of [blocked, another])
    await ask('POST', `${house.localUrl}/local/teams/people/${house.objectIdOf(person)}/block`, {});
  await house.editByHand('People', another, { Manager: '', Team: '' });
});
afterAll(() => house.close());

/** Everybody with that role: the sample council has several. */
const performanceTeam = (): readonly string[] =>
  idsOf(
    (house.council.rows.people ?? [])
      .filter((each) => each.roles.includes('performance team'))
      .map((each) => each.key),
  );
const told = async (): Promise<readonly string[]> => received('Unreachable');
const gathered = async (): Promise<string> => {
  const { card } = await house.seat(team).newestCard();
  return wordsOf(card);
};

test('the performance team hears once of everybody not reached that day, and their managers of theirs', async () => {
  await house.moveClock('next');
  await until('all of the performance team were told', async () => {
    const ids = await told();
    return performanceTeam().every((each) => ids.includes(each));
  });
  expect(await told()).toEqual([...performanceTeam(), ...idsOf(managers)].sort());
  await until('all three are on the card', async () =>
    (await gathered()).includes('3 people could not be reached on Thu 1 October'),
  );
  const words = await gathered();
  for (const title of ['Development Management Lead: the app is not installed', 'has blocked'])
    expect(words).toContain(title);
  expect(words).toMatch(/They owe \d returns?\./);
  expect(await row('Notifications', `${team}|${cycle}|Unreachable|2020-10-01`)).toMatchObject({
    State: 'Sent',
    On: '2020-10-01',
  });
});

test('a second time that day, and after a restart, nobody is told again', async () => {
  const before = await told();
  await house.moveClockTo('2020-10-01T15:00');
  await house.restart();
  await house.app.beatNow();
  expect(await told()).toEqual(before);
});

test('on the day of the reminder the performance team is told again, and their managers are not', async () => {
  const before = await told();
  await house.moveClockTo('2020-10-09T09:30');
  await until(
    'all of the performance team were told',
    async () => (await told()).length >= before.length + performanceTeam().length,
  );
  expect(await gathered()).toContain('could not be reached on Fri 9 October');
  expect(await told()).toEqual([...before, ...performanceTeam()].sort());
});

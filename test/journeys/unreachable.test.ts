// People Teams cannot reach: their manager and the performance team hear of it the same day, once. Where
// the council permits it the app is installed for them first, and who is out of office is not asked.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

describe('where the app does not install itself', () => {
  beforeAll(async () => {
    house = await openHouse(smallCouncil([notInstalled, blocked, another, 'p-voids']));
    for (const person of [blocked, another])
      await ask(
        'POST',
        `${house.localUrl}/local/teams/people/${house.objectIdOf(person)}/block`,
        {},
      );
    await house.editByHand('People', another, { Manager: '', Team: '' });
  });
  afterAll(() => house.close());

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
});

describe('where the app may install itself and read who is out of office', () => {
  const outOfOffice = 'p-voids';
  const deputy = 'p-repairs';
  const asked = [another, deputy, notInstalled];
  const atTheirs = (person: string) =>
    `${house.localUrl}/local/teams/people/${house.objectIdOf(person)}`;
  const openings = async () => received('Opening');

  beforeAll(async () => {
    house = await openHouse(smallCouncil([...asked, blocked, outOfOffice]), { installs: true });
    await ask('POST', `${atTheirs(blocked)}/block`, {});
    await ask('PUT', `${atTheirs(outOfOffice)}/out-of-office`, {
      status: 'scheduled',
      from: '2020-09-28T07:00:00',
      until: '2020-10-12T07:00:00',
    });
    await house.editByHand('People', outOfOffice, { Deputy: deputy });
    await house.moveClock('next');
  });
  afterAll(() => house.close());

  test('who had not got the app has it, and then the card, once; it was installed as in Teams', async () => {
    await until('the card is there', async () =>
      (await openings()).includes(house.objectIdOf(notInstalled)),
    );
    expect(await openings()).toEqual(idsOf(asked));
    expect(await row('Notifications', `${notInstalled}|${cycle}|Opening`)).toMatchObject({
      State: 'Sent',
      Reason: 'the app was installed for them in Teams',
    });
    const words = (await house.seat(notInstalled).chat()).map(({ card }) => card && wordsOf(card));
    expect(words).toHaveLength(2);
  });

  test('who is out of office is not asked: their deputy is, and the Journal says why', async () => {
    expect(await row('People', outOfOffice)).toMatchObject({ AwayUntil: '2020-10-12' });
    const journal = (await house.list('Journal')).filter(
      ({ Row }) => Row === `People: ${outOfOffice}`,
    );
    expect(journal.map(({ Why, Source }) => [Why, Source])).toContainEqual([
      'Out of office in Teams until Mon 12 October 2020',
      'product',
    ]);
    const theirs = house.council.rows.measures?.find(({ owner }) => owner === outOfOffice);
    const { card } = await house.seat(deputy).newestCard();
    expect(wordsOf(card)).toContain(theirs?.title);
  });

  test('of who blocked the app their manager and the performance team are told, and of nobody else', async () => {
    await until('all of the performance team were told', async () => {
      const ids = await told();
      return performanceTeam().every((each) => ids.includes(each));
    });
    expect(await told()).toEqual(
      [...performanceTeam(), ...idsOf(['p-manager-environment'])].sort(),
    );
    const words = await gathered();
    expect(words).toContain('1 person could not be reached on Thu 1 October');
    expect(words).toContain(
      'this person has blocked the app; Teams has the app installed for them already',
    );
  });

  test('after a restart, and the next day, nothing more comes of it', async () => {
    const before = [await openings(), await told()];
    await house.restart();
    await house.moveClock('next-working-day');
    expect([await openings(), await told()]).toEqual(before);
    expect((await ask('GET', `${house.appUrl}/health`)) as object).toMatchObject({ reasons: [] });
  });
});

// Nothing is sent at night, at weekends, on closed days or on days a person does not work; what waited
// goes at the next moment it may, once. And a person has one reminder a day, with everything in it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../given.ts';
import { answerAll } from './answering.ts';
import { buttons, wordsOf } from './seat.ts';
import { cycle, smallCouncil } from './small-council.ts';
import { whatCameOf } from './what-came-of-it.ts';

let house: House;
const { row, idsOf, received, ledger } = whatCameOf(() => house);
const newCards = async (person: string): Promise<number> =>
  (await house.record()).filter(
    (each) => each.kind === 'create' && each.personId === house.objectIdOf(person),
  ).length;

describe('an officer who works on Mondays and Tuesdays', () => {
  beforeAll(async () => {
    house = await openHouse(smallCouncil(['p-voids', 'p-repairs', 'p-schools']));
    await house.editByHand('People', 'p-voids', { WorkingDays: 'Mon, Tue' });
    await house.editByHand('People', 'p-schools', { WorkingDays: 'Monday to Tuesday' });
    await house.moveClockTo('2020-10-01T09:30');
  });
  afterAll(() => house.close());

  test('gets the card of a Thursday on the Monday, as soon as the day begins', async () => {
    expect(await received('Opening')).toEqual(idsOf(['p-repairs']));
    await house.moveClock('next');
    expect(await received('Opening')).toEqual(idsOf(['p-repairs', 'p-schools', 'p-voids']));
    expect(house.app.ports.clock.now().toPlainDateTime().toString()).toBe('2020-10-05T08:00:00');
  });

  test('who answers before it could go is not reminded', async () => {
    await house.moveClockTo('2020-10-09T09:30');
    expect(await received('Reminder')).toEqual(idsOf(['p-repairs']));
    await answerAll(house.seat('p-schools'), house.council);
    await house.moveClock('next');
    expect(house.app.ports.clock.now().toPlainDateTime().toString()).toBe('2020-10-12T08:00:00');
    expect(await received('Reminder')).toEqual(idsOf(['p-repairs', 'p-voids']));
    expect(await ledger('p-schools', 'Reminder')).toBe('Not needed');
  });

  test('is in one state for every step when the quarter closes', async () => {
    await house.moveClock('close');
    expect(await row('Cycles', cycle)).toMatchObject({ State: 'Closed' });
    for (const step of ['Opening', 'Reminder', 'Deadline'])
      expect(['Sent', 'Passed over']).toContain(await ledger('p-voids', step));
  });
});

describe('an app that was down, and comes back on a Saturday', () => {
  beforeAll(async () => {
    house = await openHouse(smallCouncil(['p-voids', 'p-repairs']));
    await house.moveClockTo('2020-10-17T12:00');
  });
  afterAll(() => house.close());

  test('sends nothing until Monday, though the quarter is open and what is missing is escalated', async () => {
    expect(await row('Cycles', cycle)).toMatchObject({ State: 'Open' });
    expect(await house.record()).toEqual([]);
    expect((await house.list('Escalations')).length).toBeGreaterThan(0);
    await house.moveClockTo('2020-10-19T07:59');
    expect(await house.record()).toEqual([]);
  });

  test('then the latest step alone, at the moment the clock offered', async () => {
    await house.moveClock('next');
    expect(house.app.ports.clock.now().toPlainDateTime().toString()).toBe('2020-10-19T08:00:00');
    expect(await received('Deadline')).toEqual(idsOf(['p-repairs', 'p-voids']));
    expect([await received('Opening'), await received('Reminder')]).toEqual([[], []]);
    expect((await received('Manager')).length).toBeGreaterThan(0);
  });
});

describe('a manager who owes a return, and hears of those of their team, on one day', () => {
  const manager = 'p-manager-council-housing';
  beforeAll(async () => {
    house = await openHouse(smallCouncil(['p-voids', 'p-repairs']));
    const [first] = house.council.rows.measures?.filter(({ owner }) => owner === 'p-voids') ?? [];
    await house.editByHand('Measures', String(first?.key), { Owner: manager });
    await house.moveClockTo('2020-10-16T11:00');
  });
  afterAll(() => house.close());

  test('gets one card with both, and a button for each', async () => {
    expect(await newCards(manager)).toBe(1);
    const { card } = await house.seat(manager).newestCard();
    expect(wordsOf(card)).toContain('late in your teams');
    expect(wordsOf(card)).toContain('Quarter 2 returns: 1 was due on Wed 14 October');
    expect(buttons(card).map(({ verb }) => verb)).toEqual(
      expect.arrayContaining(['acknowledge', 'start']),
    );
    expect(await row('Notifications', `${manager}|${cycle}|Deadline`)).toMatchObject({
      State: 'Passed over',
      Reason: `in one card with Manager, ${cycle}`,
    });
  });

  test('answers from it', async () => {
    expect(await answerAll(house.seat(manager), house.council)).toHaveLength(1);
  });
});

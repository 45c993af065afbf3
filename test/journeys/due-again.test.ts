// A figure that could not be had yet: its owner gave a date and a reason. On that date it is asked for
// again, in the same cycle or in the next; and a provisional figure is asked for its final one.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../given.ts';
import { answerFully, figuresFor, returnAsked, theQuestion } from './answering.ts';
import { wordsOf } from './seat.ts';
import { cycle, smallCouncil } from './small-council.ts';
import { whatCameOf } from './what-came-of-it.ts';

let house: House;
const { row, idsOf, received, returnsOf } = whatCameOf(() => house);
const next = 'operating-plan-2020-21|2020-21 Q3';

/** The first of a person's returns gets a date and a reason; answers its key. */
const noDataUntil = async (person: string, until: string): Promise<string> => {
  const seat = house.seat(person);
  const asked = theQuestion((await seat.press('start')).card);
  await seat.press('no-data', { until, because: 'The contractor reports late.' });
  return returnAsked(asked);
};

describe('no data until a date', () => {
  let voids: string;
  let schools: string;
  let repairs: string;
  beforeAll(async () => {
    house = await openHouse(smallCouncil(['p-voids', 'p-schools', 'p-repairs', 'p-rents']));
    await house.moveClock('next');
  });
  afterAll(() => house.close());

  test('nothing is asked again before the date', async () => {
    voids = await noDataUntil('p-voids', '2020-10-08');
    repairs = await noDataUntil('p-repairs', '2020-10-10');
    schools = await noDataUntil('p-schools', '2020-12-14');
    await house.moveClockTo('2020-10-08T09:29');
    expect(await received('Back')).toEqual([]);
    expect(await row('Returns', voids)).toMatchObject({ State: 'No data until' });
  });

  test('on the date the return is due again, its owner is told once, and the reason is on record', async () => {
    expect(await house.moveClock('next')).toContain('1 return due again.');
    await house.app.beatNow();
    expect(await received('Back')).toEqual(idsOf(['p-voids']));
    const { card } = await house.seat('p-voids').newestCard();
    expect(wordsOf(card)).toContain('still missing');
    expect(await row('Returns', voids)).toMatchObject({ State: 'Due', Revision: 1 });
    const told = (await house.list('Journal')).filter(
      (each) => each['Source'] === 'product' && each['Row'] === `Returns: ${voids}`,
    );
    expect(told.map((each) => each['Why'])).toEqual([
      'Asked for again. There was no data until: Thu 8 October 2020. The reason given: The contractor reports late.',
    ]);
  });

  test('one whose date is a Saturday is asked for on the Monday', async () => {
    await house.moveClockTo('2020-10-11T12:00');
    expect(await row('Returns', repairs)).toMatchObject({ State: 'No data until' });
    await house.moveClockTo('2020-10-12T09:30');
    expect(await received('Back')).toEqual(idsOf(['p-repairs', 'p-voids']));
    expect(await row('Returns', repairs)).toMatchObject({ State: 'Due', DueOn: '2020-10-14' });
  });

  test('an answer to it is taken as any other', async () => {
    const seat = house.seat('p-voids');
    const asked = returnAsked(theQuestion((await seat.press('start')).card));
    expect(asked).toBe(voids);
    await answerFully(seat, figuresFor(house.council, voids));
    const kept = await row('Returns', voids);
    expect(kept).toMatchObject({ State: 'Returned', Revision: 2 });
    expect(kept['NoDataUntil'] ?? null).toBeNull();
  });

  test('a date given for after the deadline is late in its own turn, and goes to the manager then', async () => {
    await house.moveClockTo('2020-10-14T10:00');
    const rents = await noDataUntil('p-rents', '2020-10-16');
    const levels = async () =>
      (await house.list('Escalations'))
        .filter((each) => each['Return'] === rents && each['State'] === 'Open')
        .map((each) => each['Level']);
    await house.moveClockTo('2020-10-16T09:30');
    expect(await received('Back')).toContain(house.objectIdOf('p-rents'));
    expect(await row('Returns', rents)).toMatchObject({ State: 'Due', DueOn: '2020-10-16' });
    expect(await levels()).toEqual([]);
    const before = (await received('Manager')).length;
    await house.moveClockTo('2020-10-19T09:30');
    expect(await levels()).toEqual(['manager']);
    expect((await received('Manager')).length).toBe(before + 1);
  });

  test('one that waited when its cycle closed is asked for by the next, in the same row', async () => {
    await house.moveClock('close');
    expect(await row('Cycles', cycle)).toMatchObject({ State: 'Closed' });
    expect(await row('Returns', schools)).toMatchObject({ State: 'No data until', Cycle: cycle });
    await house.moveClockTo('2021-01-04T09:30');
    expect(await row('Returns', schools)).toMatchObject({ State: 'Due', Cycle: next, Revision: 1 });
    const asked = (await house.list('Returns')).filter(
      (each) => each['Cycle'] === next && each['Owner'] === 'p-schools',
    );
    expect(asked.map((each) => each['Key'])).toContain(schools);
    expect(await returnsOf('p-schools')).toEqual([]);
    expect(
      (await received('Opening')).filter((id) => id === house.objectIdOf('p-schools')),
    ).toHaveLength(2);
  });
});

describe('a provisional figure', () => {
  let key: string;
  beforeAll(async () => {
    house = await openHouse(smallCouncil(['p-waste']));
    await house.moveClock('next');
    const seat = house.seat('p-waste');
    key = returnAsked(theQuestion((await seat.press('start')).card));
    await answerFully(seat, { ...figuresFor(house.council, key), finality: 'provisional' });
  });
  afterAll(() => house.close());

  test('is asked for its final one by the next cycle, in a row of its own', async () => {
    expect(await row('Returns', key)).toMatchObject({ Finality: 'provisional' });
    await house.moveClockTo('2021-01-04T09:30');
    expect(await row('Returns', `${key} final`)).toMatchObject({
      Kind: 'final',
      State: 'Due',
      Owner: 'p-waste',
      Cycle: next,
      Period: key.split('|').at(-1),
    });
    expect(await row('Returns', key)).toMatchObject({ State: 'Returned', Cycle: cycle });
  });

  test('and no history made up for the sample is', async () => {
    const finals = (await house.list('Returns')).filter((each) => each['Kind'] === 'final');
    expect(finals.map((each) => each['Key'])).toEqual([`${key} final`]);
  });

  test('given, it takes the place of the provisional one, and both are kept', async () => {
    const seat = house.seat('p-waste');
    const { card } = await seat.press('start');
    expect(returnAsked(theQuestion(card))).toBe(`${key} final`);
    const { Value: provisional } = await row('Returns', key);
    const value = String(Number(provisional) + 0.1);
    await answerFully(seat, { ...figuresFor(house.council, key), value });
    expect(await row('Returns', `${key} final`)).toMatchObject({ State: 'Returned' });
    expect(await row('Returns', key)).toMatchObject({
      Value: Number(value),
      ProvisionalValue: provisional,
      Finality: 'final',
      RestatedOn: '2021-01-04',
    });
  });
});

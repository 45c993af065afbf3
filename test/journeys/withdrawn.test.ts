// A quarter's calendar changed by hand, and a quarter withdrawn: what people then see, and that nothing
// can be answered in it any more.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../given.ts';
import { answerAll, because, leftAlone, saysSaved } from './answering.ts';
import { wordsOf } from './seat.ts';
import { cycle, smallCouncil } from './small-council.ts';
import { whatCameOf } from './what-came-of-it.ts';
import { until } from './witness.ts';

let house: House;
const { row, idsOf, received, ledger, returnsOf, mayPress, changeCycle } = whatCameOf(() => house);
const voids = 'operating-plan-2020-21|COM 9|2020-21 Q2';
const unchanged = async (attack: () => Promise<void>): Promise<void> => {
  const before = await house.list('Returns');
  await attack();
  expect(await house.list('Returns')).toEqual(before);
};

describe('withdrawn and edited by hand', () => {
  beforeAll(async () => {
    house = await openHouse(smallCouncil(['p-schools', 'p-voids', 'p-repairs']));
  });
  afterAll(() => house.close());

  test('a closed day added by hand moves the deadline by a day', async () => {
    const [christmas] = (await house.list('Closed days')).filter((each) =>
      String(each['Date']).startsWith('2020-12-25'),
    );
    await house.editByHand('Closed days', String(christmas?.['Key']), { Date: '2020-10-12' });
    await house.moveClock('next');
    const { card } = await house.seat('p-voids').newestCard();
    expect(wordsOf(card)).toContain('due by Thu 15 October');
    for (const each of await returnsOf('p-voids')) expect(each['DueOn']).toBe('2020-10-15');
    await house.moveClockTo('2020-10-14T12:00');
    expect(await received('Deadline')).toEqual([]);
  });

  test('a closed day added after opening moves the deadline of what is still owed', async () => {
    const [boxing] = (await house.list('Closed days')).filter((each) =>
      String(each['Date']).startsWith('2020-12-28'),
    );
    await house.editByHand('Closed days', String(boxing?.['Key']), { Date: '2020-10-15' });
    await house.moveClockTo('2020-10-15T12:00');
    expect(await received('Deadline')).toEqual([]);
    await house.moveClockTo('2020-10-16T09:30');
    expect(await received('Deadline')).toEqual(idsOf(['p-repairs', 'p-schools', 'p-voids']));
  });

  test('withdrawing turns every card already sent inert, stops the ladder and keeps the reason', async () => {
    await answerAll(house.seat('p-schools'), house.council);
    const reason = 'Opened with last year’s targets.';
    expect(await changeCycle('p-performance', 'withdraw', { because: reason })).toBe(200);
    await until('the chat has no buttons', async () => !(await mayPress('p-voids')));
    expect(wordsOf((await house.seat('p-voids').newestCard()).card)).toContain(reason);
    expect(await row('Cycles', cycle)).toMatchObject({
      State: 'Withdrawn',
      WithdrawnReason: reason,
    });
    for (const each of await returnsOf('p-voids')) expect(each['State']).toBe('Withdrawn');
    for (const each of await returnsOf('p-schools')) expect(each['State']).toBe('Returned');
    const before = (await house.record()).length;
    await house.moveClockTo('2020-10-30T12:00');
    expect(await house.record()).toHaveLength(before);
  });
});

describe('withdrawn while the cards are on their way', () => {
  beforeAll(async () => {
    house = await openHouse(smallCouncil(['p-schools', 'p-voids', 'p-repairs']));
  });
  afterAll(() => house.close());

  test('a card that arrives after the withdrawal is made inert too, and its step is in one state', async () => {
    const slow = { latencyMs: { teams: 1_000 } };
    await house.trouble(slow);
    const opening = house.moveClock('next');
    await until('the cards have begun to go', async () => {
      const waiting = await house.app.ports.outbox.waiting(10);
      return waiting.length > 0 && waiting.every((each) => each.inFlight);
    });
    expect(await changeCycle('p-performance', 'withdraw', { because })).toBe(200);
    await opening;
    const owners = ['p-schools', 'p-voids', 'p-repairs'];
    await until('every card has arrived', async () => (await received('Opening')).length === 3);
    await until('no chat has a button', async () =>
      (await Promise.all(owners.map(mayPress))).every((each) => !each),
    );
    for (const owner of owners) expect(await ledger(owner, 'Opening')).toBe('Withdrawn');
  });
});

describe('presses in a quarter that was withdrawn', () => {
  beforeAll(async () => {
    house = await openHouse(smallCouncil(['p-voids', 'p-repairs']));
    await house.moveClock('next');
  });
  afterAll(() => house.close());

  test('only the performance team may withdraw or close it, and never without a reason', () =>
    unchanged(async () => {
      for (const person of ['p-voids', 'p-manager-council-housing', 'p-director-housing']) {
        expect(await changeCycle(person, 'withdraw', { because: 'I say so' })).toBe(403);
        expect(await changeCycle(person, 'close', {})).toBe(403);
      }
      expect(await changeCycle('p-performance', 'withdraw', { because: '  ' })).toBe(422);
      expect(await changeCycle('p-performance', 'withdraw', {})).toBe(400);
      expect(await changeCycle('p-performance', 'withdraw', { because, force: true })).toBe(400);
    }));

  test('an answer to it is refused with the reason it was withdrawn', async () => {
    const reason = 'Opened by mistake.';
    expect(await changeCycle('p-performance', 'withdraw', { because: reason })).toBe(200);
    await unchanged(async () => {
      const seat = house.seat('p-voids');
      const asked = { v: 1, cycle, return: voids, revision: 0 };
      const data = { ...asked, ...leftAlone, value: '280', commentary: because };
      const action = { type: 'Action.Execute', verb: 'answer', data };
      const told = await seat.pressAction((await seat.newestCard()).id, action);
      expect(saysSaved(told)).toBe(false);
      expect(told.words).toContain('withdrawn');
      expect(told.words).toContain(reason);
      expect(await changeCycle('p-performance', 'withdraw', { because: 'Again' })).toBe(409);
    });
  });
});

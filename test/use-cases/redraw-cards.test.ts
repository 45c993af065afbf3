// When a card already in a chat is drawn again in place, and when it is left alone.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Card, wordsOf } from '../journeys/seat.ts';
import { codes, openRedrawHouse } from './redraw-house.ts';

let house: Awaited<ReturnType<typeof openRedrawHouse>>;
beforeEach(async () => {
  house = await openRedrawHouse();
});
afterEach(() => house.close());

const answered = (code: string, by: string) =>
  house.setReturn(code, {
    state: 'Returned',
    value: 80,
    returnedBy: by,
    returnedAt: house.now().toString(),
    revision: 1,
  });
const pressed = async (nth: number, asks: { return: string; revision: number } | null) =>
  house.ports.presses?.note((await house.chat()).at(nth)?.id ?? '', asks);
const askedFor = (code: string) => ({ return: `plan|${code}|2020-21 Q2`, revision: 0 });

test('a deputy’s answer is on the owner’s card at the next beat, in place, and drawn once', async () => {
  await house.send();
  await house.later('2020-10-01T11:00');
  answered('2', 'deputy');
  await house.beat();
  await house.beat();
  await house.later('2020-10-02T11:00');
  expect(await house.updates()).toHaveLength(1);
  expect(await house.chat()).toHaveLength(1);
  const words = wordsOf(await house.cardOf());
  expect(words).toContain('Quarter 2 returns: 2 due by Wed 14 October');
  expect(words).toContain('The deputy answered "Measure 2".');
});

test('a burst of answers is one redraw, also where it waits to be drawn meanwhile', async () => {
  await house.send();
  await house.later('2020-10-01T11:00');
  for (const code of codes) {
    answered(code, 'deputy');
    await house.look();
  }
  expect(await house.ports.outbox.waiting(10)).toHaveLength(1);
  await house.deliver();
  expect(await house.updates()).toHaveLength(1);
  expect(wordsOf(await house.cardOf())).toContain('All 3 returned.');
});

test('the newest card of a person is drawn again, and no other', async () => {
  await house.send();
  await house.later('2020-10-09T09:30');
  await house.send('Reminder');
  await house.later('2020-10-09T10:00');
  answered('1', 'deputy');
  await house.beat();
  const [opening, reminder] = await house.chat();
  expect((await house.updates()).length).toBe(1);
  expect(wordsOf(opening?.card as Card)).toContain('3 due by');
  expect(wordsOf(reminder?.card as Card)).toContain('2 of your 3');
});

test('a card is left alone for ten minutes after its person pressed it, and drawn then', async () => {
  await house.send();
  await house.later('2020-10-01T11:00');
  await pressed(-1, askedFor('1'));
  await house.later('2020-10-01T11:05');
  answered('2', 'deputy');
  await house.later('2020-10-01T11:09');
  expect(await house.updates()).toEqual([]);
  await house.later('2020-10-01T11:10');
  expect(await house.updates()).toHaveLength(1);
});

test.each([
  ['which somebody else answered meanwhile', () => answered('1', 'deputy')],
  ['of a cycle that was suspended', () => house.setCycle({ state: 'Suspended', revision: 2 })],
  [
    'of a cycle that closed',
    () => house.setCycle({ state: 'Closed', closedAt: house.now().toString() }),
  ],
  ['that was handed to another', () => house.setReturn('1', { owner: 'manager' })],
])(
  'a question %s is drawn again at once, though it was pressed just now',
  async (_what, happens) => {
    await house.send();
    await house.later('2020-10-01T11:00');
    await pressed(-1, askedFor('1'));
    house.at('2020-10-01T11:01');
    happens();
    await house.beat();
    await house.beat();
    expect(await house.updates()).toHaveLength(1);
  },
);

test('what its person pressed is on the card already', async () => {
  await house.send();
  await house.later('2020-10-01T11:00');
  answered('1', 'owner');
  await pressed(-1, askedFor('2'));
  await house.beat();
  await house.later('2020-10-02T09:30');
  expect(await house.updates()).toEqual([]);
});

test('an answer given on an older card or in the tab is on the newest one at the next beat', async () => {
  await house.send();
  await house.later('2020-10-09T09:30');
  await house.send('Reminder');
  await house.later('2020-10-09T10:00');
  answered('1', 'owner');
  await pressed(0, askedFor('2'));
  await house.beat();
  expect(await house.updates()).toHaveLength(1);
  expect(wordsOf(await house.cardOf())).toContain('2 of your 3');
});

test('a press made after a change has shown it, so nothing is drawn', async () => {
  await house.send();
  await house.later('2020-10-01T11:00');
  await pressed(-1, askedFor('1'));
  await house.later('2020-10-01T11:01');
  answered('2', 'deputy');
  house.at('2020-10-01T11:02');
  await pressed(-1, askedFor('1'));
  await house.beat();
  await house.later('2020-10-01T12:00');
  expect(await house.updates()).toEqual([]);
});

test('a card that comes back to what it showed before is drawn again', async () => {
  await house.send();
  await house.later('2020-10-01T11:00');
  const owner = (to: string) => {
    for (const code of codes) house.setReturn(code, { owner: to });
  };
  for (const to of ['manager', 'owner', 'manager', 'owner']) {
    owner(to);
    await house.beat();
  }
  expect(await house.updates()).toHaveLength(4);
  expect(wordsOf(await house.cardOf())).toContain('3 due by');
});

test('an app that starts again draws nothing that was drawn, and leaves all alone for ten minutes', async () => {
  await house.send();
  await house.later('2020-10-01T11:00');
  answered('1', 'deputy');
  await house.beat();
  house.at('2020-10-01T12:00');
  const again = house.startAgain();
  await house.beat(again);
  answered('2', 'deputy');
  await house.beat(again);
  expect(await house.updates()).toHaveLength(1);
  house.at('2020-10-01T12:10');
  await house.beat(again);
  expect(await house.updates()).toHaveLength(2);
});

test('what was handed over while the app was stopped is on the card once it has started again', async () => {
  await house.send();
  await house.beat();
  house.setReturn('1', { owner: 'manager' });
  house.at('2020-10-01T11:00');
  const again = house.startAgain();
  house.at('2020-10-01T11:10');
  await house.beat(again);
  expect(wordsOf(await house.cardOf())).toContain('2 due by');
});

test('a cycle that went on while the app was stopped has live cards once it has started again', async () => {
  await house.send();
  await house.beat();
  house.setCycle({ state: 'Suspended', revision: 2 });
  await house.beat();
  expect(wordsOf(await house.cardOf())).toContain('is suspended');
  house.setCycle({ state: 'Open', revision: 3 });
  house.at('2020-10-01T11:00');
  const again = house.startAgain();
  house.at('2020-10-01T11:10');
  await house.beat(again);
  expect(wordsOf(await house.cardOf())).toContain('3 due by');
});

test('a card that cannot be drawn again is said so in the ledger, and tried again only once it changes', async () => {
  await house.send();
  await house.later('2020-10-01T11:00');
  await house.teams('owner', 'block');
  answered('1', 'deputy');
  await house.beat();
  await house.beat();
  expect(house.ledger()).toMatchObject({
    state: 'Sent',
    reason: expect.stringContaining('blocked'),
  });
  await house.teams('owner', 'unblock');
  await house.beat();
  expect(await house.updates()).toEqual([]);
  answered('2', 'deputy');
  await house.beat();
  expect(await house.updates()).toHaveLength(1);
  expect(house.ledger()?.reason).toBeNull();
});

test('a card its person begins to fill in, while its redraw waits, is left to them', async () => {
  await house.send();
  await house.later('2020-10-01T11:00');
  answered('2', 'deputy');
  await house.look();
  house.at('2020-10-01T11:01');
  await pressed(-1, askedFor('1'));
  await house.deliver();
  expect(await house.updates()).toEqual([]);
  expect(house.ledger()?.reason).toBeNull();
});

test('a card nobody else touched is left as it was sent, and one of a cycle closed long ago as well', async () => {
  await house.send();
  await house.beat();
  await house.later('2020-10-22T09:30');
  expect(await house.updates()).toEqual([]);
  house.setCycle({ state: 'Closed', closedAt: house.now().toString() });
  await house.later('2020-10-24T09:30');
  expect(await house.updates()).toEqual([]);
});

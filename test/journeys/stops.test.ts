// The app is stopped while Graph hangs: it stops within moments, and what it was writing is neither lost
// nor taken for done.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, openHouse } from '../given.ts';
import { answerAll } from './answering.ts';
import { ask } from './seat.ts';
import { smallCouncil } from './small-council.ts';
import { stepsReceived, until, whoReceived } from './witness.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse(smallCouncil());
});
afterAll(() => house.close());

type Health = {
  readonly units: { minute: number; day: number; ofMinute: number; ofDay: number };
};
const health = async () => (await ask('GET', `${house.appUrl}/health`)) as Health;

it('says on /health what it has spent of the minute and the day, across a restart', async () => {
  const before = (await health()).units;
  expect(before).toMatchObject({ ofMinute: 900_000, ofDay: 864_000_000 });
  expect(before.minute).toBeGreaterThan(0);
  await house.restart();
  expect((await health()).units.day).toBeGreaterThan(before.day);
});

it('stops without waiting for Graph, and what was accepted is in the lists after the next start', async () => {
  await house.moveClock('next');
  await house.landed();
  await house.trouble({ script: [{ on: 'graph', times: 1_000, delayMs: 8_000 }] });
  const saved = await answerAll(house.seat('p-voids'), house.council);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  const began = performance.now();
  let took = 0;
  await house.restart(async () => {
    took = performance.now() - began;
    await house.trouble();
  });
  expect(took).toBeLessThan(6_000);
  const rows = new Map((await house.list('Returns')).map((each) => [String(each['Key']), each]));
  expect(saved.length).toBeGreaterThan(0);
  for (const { return: key } of saved) expect(rows.get(key)).toMatchObject({ State: 'Returned' });
}, 60_000);

it('finishes the cards in hand when it is stopped, and takes none of them for repeated', async () => {
  await house.trouble({ latencyMs: { graph: 0, teams: 400 } });
  const sent = async () => stepsReceived(await house.record()).length;
  const before = await sent();
  const moving = house.moveClockTo('2020-10-09T09:30').catch(() => []);
  await until('a card is on its way', async () => (await sent()) > before);
  await house.restart(() => house.trouble());
  await moving;
  await house.app.beatNow();
  const ledger = await house.list('Notifications');
  const reminders = ledger.filter((each) => each['Step'] === 'Reminder');
  expect(reminders.length).toBeGreaterThan(5);
  expect(ledger.filter((each) => each['PossiblyRepeated'] === true)).toEqual([]);
  const received = whoReceived(await house.record(), 'Reminder');
  expect(new Set(received).size).toBe(received.length);
}, 60_000);

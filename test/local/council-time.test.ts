// A message in a chat says what time it was for the council when it came, not only for the machine.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Given, givenBot, givenLocal, manager, owner } from './given.ts';

const first = '2020-10-01T08:00:00Z';
const ends = '2020-10-14T08:30:00Z';
const clockSays = (now: string) => ({
  status: 200,
  body: { now, words: '', next: null, moves: [] },
});

let given: Given;
let bot: Awaited<ReturnType<typeof givenBot>>;
beforeEach(async () => {
  bot = await givenBot();
  given = await givenLocal(bot.url);
});
afterEach(() => given.local.faults.reset());

const say = (id: string, text: string) => given.ask(`POST /local/teams/people/${id}/say`, { text });
const newest = async (id: string) =>
  (await given.ask(`GET /local/teams/people/${id}/chat`)).body.messages.at(-1);
const readClock = (now: string) => {
  bot.answer = () => clockSays(now);
  return given.ask('GET /local/clock');
};

/** A move that answers `status`, while which a message comes to each of these people. */
const moveWhile = async (people: readonly string[], answer: { status: number; body?: unknown }) => {
  bot.answer = ({ path }) =>
    path === '/local/clock' ? { ...answer, afterMs: 300 } : { status: 200 };
  const moved = given.ask('POST /local/clock', { move: 'next' });
  await expect.poll(() => bot.heard.some(({ path }) => path === '/local/clock')).toBe(true);
  for (const id of people) await say(id, 'during the move');
  return moved;
};

test('before the council’s time is known a message has the machine’s alone', async () => {
  await say(owner.id, 'Hello');
  const { at, councilAt } = await newest(owner.id);
  expect(councilAt).toBeNull();
  expect(Math.abs(Date.parse(at) - Date.now())).toBeLessThan(60_000);
});

test('a message takes the council’s time as it was last heard', async () => {
  await readClock(first);
  await say(owner.id, 'Hello');
  expect(await newest(owner.id)).toMatchObject({ councilAt: first, councilUpdatedAt: null });
});

test('what comes while the clock is moved belongs to where the move ends', async () => {
  await readClock(first);
  bot.heard.length = 0;
  await moveWhile([owner.id, manager.id], clockSays(ends));
  expect((await newest(owner.id)).councilAt).toBe(ends);
  expect((await newest(manager.id)).councilAt).toBe(ends);
  await say(owner.id, 'after');
  expect((await newest(owner.id)).councilAt).toBe(ends);
});

test('a move that is refused leaves what came meanwhile at the time it was', async () => {
  await readClock(first);
  bot.heard.length = 0;
  expect((await moveWhile([owner.id], { status: 409, body: {} })).status).toBe(409);
  await readClock(ends);
  expect((await newest(owner.id)).councilAt).toBe(first);
});

test('where a move never answers, what came meanwhile waits for the time to be heard', async () => {
  await readClock(first);
  bot.heard.length = 0;
  expect((await moveWhile([owner.id], { status: 500 })).status).toBe(500);
  expect((await newest(owner.id)).councilAt).toBe(first);
  await readClock(ends);
  expect((await newest(owner.id)).councilAt).toBe(ends);
});

test('an open page hears of the chats whose messages have been given their time', async () => {
  const stop = new AbortController();
  const events = await fetch(`${given.local.url}/local/events`, { signal: stop.signal });
  const heard: string[] = [];
  void (async () => {
    for await (const part of events.body?.pipeThrough(new TextDecoderStream()) ?? [])
      heard.push(part);
  })().catch(() => undefined);
  await moveWhile([owner.id], clockSays(ends));
  const told = () => heard.join('').split(owner.id).length - 1;
  await expect.poll(told).toBe(2);
  stop.abort();
});

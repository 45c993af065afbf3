import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MachineClock } from '../../bot/machine-clock.ts';
import { conversationWindows, createPacer, type Window } from '../../bot/pacer.ts';

/** A machine's clock that moves only when everything waits, and then as late as it is told to. */
const fakeClock = (late: () => number): MachineClock & { run(): Promise<void> } => {
  let now = 0;
  const waiting: { at: number; go: () => void }[] = [];
  return {
    now: () => now,
    wait: (milliseconds) =>
      new Promise((go) => {
        waiting.push({ at: now + milliseconds + late(), go });
      }),
    async run() {
      for (let idle = 0; idle < 20; idle += 1) {
        await Promise.resolve();
        const next = waiting.sort((a, b) => a.at - b.at)[0];
        if (next === undefined) continue;
        idle = 0;
        waiting.shift();
        now = Math.max(now, next.at);
        next.go();
        for (let turns = 0; turns < 10; turns += 1) await Promise.resolve();
      }
    },
  };
};

const keeps = (times: readonly number[], { most, within }: Window): boolean =>
  times.every((time, index) => {
    const before = times[index - most];
    return before === undefined || time - before >= within;
  });

type Sent = { readonly conversation: string; readonly at: number };

const sendAll = async (conversations: readonly string[], late = () => 0): Promise<Sent[]> => {
  const clock = fakeClock(late);
  const pacer = createPacer(clock);
  const sent: Sent[] = [];
  for (const conversation of conversations)
    void pacer.turn(conversation).then(() => sent.push({ conversation, at: clock.now() }));
  await clock.run();
  return sent;
};

test('Teams’ limits are kept for the app and for every conversation, however late timers are', async () => {
  const conversations = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 150 });
  const lateness = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 50 });
  await fc.assert(
    fc.asyncProperty(conversations, lateness, async (wanted, late) => {
      let turn = 0;
      const sent = await sendAll(wanted, () => late[turn++ % late.length] ?? 0);
      expect(sent).toHaveLength(wanted.length);
      const times = sent.map((each) => each.at);
      expect(keeps(times, { most: 50, within: 1_000 })).toBe(true);
      for (const one of new Set(wanted)) {
        const theirs = sent.filter((each) => each.conversation === one).map((each) => each.at);
        for (const window of conversationWindows) expect(keeps(theirs, window)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test('3,204 people take at most 1.05 of the seconds the limit allows, though timers run late', async () => {
  const sent = await sendAll(
    Array.from({ length: 3_204 }, (_, index) => `person ${index}`),
    () => 1.5,
  );
  const seconds = (sent.at(-1)?.at ?? Number.POSITIVE_INFINITY) / 1_000;
  expect(seconds / (3_204 / 50)).toBeLessThan(1.05);
});

test('sends are evenly spaced: no burst of more than a few', async () => {
  const sent = await sendAll(Array.from({ length: 500 }, (_, index) => `person ${index}`));
  const times = sent.map((each) => each.at);
  expect(keeps(times, { most: 6, within: 80 })).toBe(true);
});

test('what the app was kept from sending for a while is made up for, within the limit', async () => {
  let timers = 0;
  // Every two seconds or so a timer is much too late, as where something else was busy.
  const sent = await sendAll(
    Array.from({ length: 1_000 }, (_, index) => `person ${index}`),
    () => (++timers % 120 === 0 ? 150 : 1),
  );
  const times = sent.map((each) => each.at);
  expect((times.at(-1) ?? Number.POSITIVE_INFINITY) / 1_000 / (1_000 / 50)).toBeLessThan(1.05);
  expect(keeps(times, { most: 50, within: 1_000 })).toBe(true);
  expect(keeps(times, { most: 2, within: 8 })).toBe(true);
});

test('a pause in which nobody waited is not made up for', async () => {
  const clock = fakeClock(() => 0);
  const pacer = createPacer(clock);
  const times: number[] = [];
  const send = (count: number) => {
    for (let index = 0; index < count; index += 1)
      void pacer.turn(`person ${index}`).then(() => times.push(clock.now()));
  };
  send(1);
  void clock.wait(5_000).then(() => send(20));
  await clock.run();
  expect(times).toHaveLength(21);
  expect(keeps(times, { most: 6, within: 80 })).toBe(true);
});

test('a conversation that must wait holds up nobody else', async () => {
  const busy = Array.from({ length: 20 }, () => 'busy');
  const sent = await sendAll([...busy, 'someone', 'another']);
  const others = sent.filter((each) => each.conversation !== 'busy').map((each) => each.at);
  expect(Math.max(...others)).toBeLessThan(500);
});

test('somebody who is waiting goes before a queue that is not', async () => {
  const clock = fakeClock(() => 0);
  const pacer = createPacer(clock);
  let at = 0;
  for (let index = 0; index < 1_000; index += 1) void pacer.turn(`person ${index}`);
  void pacer.turn('waiting', true).then(() => {
    at = clock.now();
  });
  await clock.run();
  expect(at).toBeLessThan(200);
});

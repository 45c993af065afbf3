// The floor a delivery is held against: nobody could have been quicker within Teams' limit.
import { expect, test } from 'vitest';
import { perfectSender } from './perfect-sender.ts';

const noTrouble = { seed: 1, teams429: 0, teams502: 0, teams403: 0, retryAfterSeconds: 1 };
const sending = (messages: number, chance = noTrouble) =>
  perfectSender({ messages, chance, latency: 100 });

test('fifty go at once, and fifty more in every second after', () => {
  expect(sending(50)).toBe(0.1);
  expect(sending(51)).toBe(1.1);
  expect(sending(500)).toBe(9.1);
});

test('what is refused costs another request, and the wait that was asked for', () => {
  const always = { ...noTrouble, teams429: 0.02, teams502: 0.01 };
  for (let seed = 1; seed <= 20; seed += 1) {
    const seconds = sending(3_204, { ...always, seed });
    expect(seconds).toBeGreaterThan(sending(3_204));
    expect(seconds).toBeLessThan((3_204 * 1.05) / 50 + 4);
  }
});

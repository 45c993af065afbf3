// When a request to Teams takes its turn: not before there is a token to make it with.
import { expect, test } from 'vitest';
import { createAttempts } from '../../bot/attempts.ts';

test('cards that wait for sign-in take no turns meanwhile, so that they do not all leave at once', async () => {
  let turns = 0;
  let signedIn = (): void => {};
  const ready = new Promise<void>((done) => {
    signedIn = done;
  });
  const pacer = {
    turn: async () => {
      turns += 1;
    },
  };
  const attempt = createAttempts({ pacer }, { ready: () => ready, forget: () => {} });
  const cards = Array.from({ length: 20 }, (_, n) =>
    attempt({ conversation: `person ${n}`, first: false }, async () => n),
  );
  await new Promise(setImmediate);
  expect(turns).toBe(0);
  signedIn();
  const replies = await Promise.all(cards);
  expect(replies.map((each) => ('value' in each ? each.value : null))).toEqual([
    ...Array(20).keys(),
  ]);
  expect(turns).toBe(20);
});

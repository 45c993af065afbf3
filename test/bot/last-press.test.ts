// What is remembered of a press on a card: when it was, and what its person is asked now.
import { expect, test } from 'vitest';
import { questionCard } from '../../bot/cards/question-card.ts';
import { receiptCard } from '../../bot/cards/receipt-card.ts';
import { createPresses, notingPress } from '../../bot/last-press.ts';
import { questionView, receiptView } from './given.ts';

let moment = Temporal.Instant.from('2020-10-01T09:30Z');
const presses = createPresses(() => moment);

test('a press is noted when it comes, and with the question it was answered with', async () => {
  moment = Temporal.Instant.from('2020-10-01T10:00Z');
  let inBetween: unknown = null;
  await notingPress({ presses }, 'm1', async () => {
    inBetween = presses.last('m1');
    return questionCard(questionView());
  });
  const { return: key, revision } = questionView();
  expect(inBetween).toEqual({ at: moment, asks: null });
  expect(presses.last('m1')).toEqual({ at: moment, asks: { return: key, revision } });
});
test('a receipt asks nothing, and a press that failed leaves what was asked before', async () => {
  await expect(
    notingPress({ presses }, 'm1', () => Promise.reject(new Error('no'))),
  ).rejects.toThrow('no');
  expect(presses.last('m1')?.asks).not.toBeNull();
  await notingPress({ presses }, 'm1', async () => receiptCard(receiptView()));
  expect(presses.last('m1')?.asks).toBeNull();
});
test('of a message nobody pressed, and of a press on none, nothing is known', async () => {
  await notingPress({ presses }, null, async () => receiptCard(receiptView()));
  expect(presses.last('m2')).toBeNull();
  expect(presses.since).toEqual(Temporal.Instant.from('2020-10-01T09:30Z'));
});

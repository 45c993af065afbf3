// What the local Teams page says after a press, besides what the bot put in the chat.
import { expect, test } from 'vitest';
import { noticeOf } from '../../src/local/page/bot-answer.ts';
import { cardInWords } from '../../src/local/page/card-words.ts';

test('a new card, or a message in the chat, needs no further words', () => {
  for (const type of ['card.adaptive', 'activity.message'])
    expect(
      noticeOf({ status: 200, body: { type: `application/vnd.microsoft.${type}` } }),
    ).toBeNull();
});

test('a refusal says why, and that what was typed is kept', () => {
  const value = { code: 'Closed', message: 'Quarter 2 is closed' };
  const body = { type: 'application/vnd.microsoft.error', value };
  expect(noticeOf({ status: 200, body })?.words).toBe(
    'Quarter 2 is closed. What you typed is still in the card.',
  );
});

test('a bot that does not answer, or fails, is never taken for saved', () => {
  expect(noticeOf({ status: 0, body: null })?.words).toMatch(/did not answer/);
  expect(noticeOf({ status: 500, body: null })?.words).toMatch(/may not be saved/);
});

test('a card that takes another’s place is announced by its heading and its warnings', () => {
  const heading = { type: 'TextBlock', style: 'heading', text: 'Housing brought back into use' };
  const warning = { type: 'TextBlock', color: 'Attention', text: '"lots" is not a number.' };
  const hidden = { type: 'TextBlock', color: 'Attention', text: 'never said', isVisible: false };
  const body = [{ type: 'Container', items: [warning, hidden] }, heading];
  expect(cardInWords({ type: 'AdaptiveCard', body })).toBe(
    'Housing brought back into use. "lots" is not a number.',
  );
});

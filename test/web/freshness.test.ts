// How an answer says when SharePoint was last heard from.
import { expect, test } from 'vitest';
import { heardWords } from '../../src/web/freshness.ts';

const moment = Temporal.Instant.from;

test('the time is enough on the same day, and the day is said on another', () => {
  const heard = moment('2020-10-01T22:50:00Z');
  expect(heardWords(heard, moment('2020-10-01T22:55:00Z'))).toBe('23:50');
  expect(heardWords(heard, moment('2020-10-01T23:05:00Z'))).toBe('Thu 1 October 2020, 23:50');
});

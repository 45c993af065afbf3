import { describe, expect, test } from 'vitest';
import { readPress } from '../../bot/handlers/read-press.ts';

const answer = {
  v: 1,
  cycle: 'plan|2020-21 Q2',
  return: 'plan|12|2020-21 Q2',
  revision: 0,
  value: '83.2',
  finality: 'final',
  commentary: '',
  until: '',
  because: '',
};

test('an answer as a card sends it is read, with fields the measure does not ask for blank', () => {
  expect(readPress('answer', answer)).toEqual({
    verb: 'answer',
    data: {
      ...answer,
      numerator: '',
      denominator: '',
      forecast: '',
      source: '',
      limits: '',
      action: '',
      actionOwner: '',
      actionBy: '',
      noAction: '',
      promise: '',
      promiseOf: '',
      next: '',
    },
  });
});

const report = {
  v: 1,
  cycle: 'plan|2020-21 Q2',
  return: 'Actions: plan|3.2|2020-21 Q2',
  revision: 0,
  status: 'on track',
};

test('a report as a card sends it is read, what was typed apart from what the card carries', () => {
  const money = { 'forecast:plan|Revenue 1': '1,000', 'savingsAchieved:plan|Revenue 1': '' };
  expect(readPress('report', { ...report, ...money })).toEqual({
    verb: 'report',
    data: {
      v: 1,
      cycle: report.cycle,
      return: report.return,
      revision: 0,
      next: '',
      page: 1,
      to: 'later',
      typed: { status: 'on track', ...money },
    },
  });
});

describe('a card payload that is not one of ours is refused', () => {
  const { return: _gone, ...withoutReturn } = answer;
  const { finality: _unsaid, ...withoutFinality } = answer;
  test.each([
    ['an unknown verb', 'delete', answer],
    ['a verb every object has', 'toString', answer],
    ['no verb', undefined, answer],
    ['no data', 'answer', undefined],
    ['an extra field', 'answer', { ...answer, role: 'performance team' }],
    ['a person to answer as', 'answer', { ...answer, by: 'chief-executive' }],
    ['a missing return', 'answer', withoutReturn],
    ['neither provisional nor final', 'answer', withoutFinality],
    ['another version', 'answer', { ...answer, v: 2 }],
    ['a value that is a number', 'answer', { ...answer, value: 83.2 }],
    ['a value that is a list', 'answer', { ...answer, value: ['83.2'] }],
    ['a revision that is text', 'answer', { ...answer, revision: '0' }],
    ['a revision below nought', 'answer', { ...answer, revision: -1 }],
    ['half a revision', 'answer', { ...answer, revision: 0.5 }],
    ['a commentary of a megabyte', 'answer', { ...answer, commentary: 'x'.repeat(1_000_000) }],
    ['a key longer than any', 'start', { v: 1, cycle: 'x'.repeat(256) }],
    ['a third level', 'acknowledge', { v: 1, cycle: 'c', level: 'Cabinet' }],
    ['something typed where nothing is asked', 'owed', { v: 1, value: '1' }],
    ['a field that no report has', 'report', { ...report, owner: 'chief-executive' }],
    ['what was typed, put together beforehand', 'report', { ...report, typed: { status: '1' } }],
    ['a report of a field every object has', 'report', { ...report, constructor: '1' }],
    ['a line of a budget with no key', 'report', { ...report, 'forecast:': '1' }],
    ['a status that is a number', 'report', { ...report, status: 1 }],
    ['a percentage of a thousand letters', 'keep-line', { ...report, percent: 'x'.repeat(1_000) }],
    ['a statement of a megabyte', 'no-news', { ...report, statement: 'x'.repeat(1_000_000) }],
    ['page nought', 'keep-line', { ...report, page: 0 }],
    [
      'a thousand lines of a budget',
      'report',
      {
        ...report,
        ...Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`forecast:${at}`, '1'])),
      },
    ],
  ])('%s', (_what, verb, data) => {
    expect(readPress(verb, data)).toBeNull();
  });
});

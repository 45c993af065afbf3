// A card drawn again says what somebody else did, and the performance team's card names who was not
// reached: in words, whole in every client, and never too large.
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import type { AdaptiveCard } from '../../bot/cards/adaptive-card.ts';
import { changedCard } from '../../bot/cards/changed-card.ts';
import { plainCard } from '../../bot/cards/plain-card.ts';
import { receiptCard } from '../../bot/cards/receipt-card.ts';
import { changedView } from '../../bot/views/changed-view.ts';
import { unreachableView } from '../../bot/views/unreachable-view.ts';
import type { Return } from '../../src/registers/returns.ts';
import { type Rows, registersOf } from '../rules/table-of.ts';
import { longName, receiptView } from './given.ts';

const { AdaptiveCard: Renderer, SerializationContext } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
);
const cycle = 'plan|2020-21 Q2';
const at = (moment: string) => Temporal.Instant.from(`${moment}Z`);
const people = ['owner', 'deputy', 'manager'].map((key) => ({
  key,
  title: `The ${key}`,
  objectId: key,
  roles: [key],
}));
const codes = ['1', '2', '3', '4', '5'];
const answered = (code: string, more: Partial<Return> = {}) => ({
  measure: `plan|${code}`,
  period: '2020-21 Q2',
  cycle,
  owner: 'owner',
  value: 28,
  returnedBy: 'owner',
  returnedAt: at('2020-10-01T10:00'),
  ...more,
});
const edited = (code: string, from: string, to: string) => ({
  key: `by hand|${code}`,
  register: 'Returns',
  row: `Returns: plan|${code}|2020-21 Q2`,
  by: 'manager',
  at: at('2020-10-02T10:00'),
  from,
  to,
  source: 'list edited by hand' as const,
});
const inCycle = (rows: Rows) => {
  const registers = registersOf({
    people,
    teams: [{ key: 'team', title: 'Team' }],
    measures: codes.map((code) => ({ code, title: `Measure ${code}`, owner: 'owner' })),
    cycles: [{ key: cycle, title: 'Quarter 2' }],
    ...rows,
  });
  const [person, row] = [registers.people.get('owner'), registers.cycles.get(cycle)];
  if (person === undefined || row === undefined) throw new Error('Nobody there.');
  return { registers, person, cycle: row, today: Temporal.PlainDate.from('2020-10-02') };
};
const said = (rows: Rows, since = '2020-10-01T09:30') => changedView(inCycle(rows), at(since));

describe('what changed since a card was sent', () => {
  test('one’s own answers are no news, and a deputy’s before the card was sent are none either', () => {
    expect(said({ returns: [answered('1')] })).toEqual([]);
    const returns = [answered('1', { returnedBy: 'deputy' })];
    expect(said({ returns }, '2020-10-01T10:01')).toEqual([]);
    expect(said({ returns })).toEqual(['The deputy answered "Measure 1".']);
  });
  test('an edit of one’s answer says who made it, when, and what it set', () => {
    const journal = [edited('1', 'Value: 30', 'Value: 28')];
    expect(said({ returns: [answered('1')], journal })).toEqual([
      'Your answer to "Measure 1" was changed in the list by The manager on Fri 2 October: the value is 28, you gave 30. What you gave is kept in its history.',
    ]);
  });
  test('a return answered in the list, with nobody put down for it, says so', () => {
    const returns = [answered('1', { returnedBy: null, returnedAt: null })];
    const journal = [edited('1', 'Value: blank\nState: Due', 'Value: 28\nState: Returned')];
    expect(said({ returns, journal })).toEqual([
      '"Measure 1" was answered in the list by The manager on Fri 2 October.',
    ]);
  });
  test('more than three changes are counted', () => {
    const returns = codes.map((code) => answered(code, { returnedBy: 'deputy' }));
    expect(said({ returns }).slice(2)).toEqual([
      'The deputy answered "Measure 3".',
      'And 2 more changes.',
    ]);
  });
  test('a cycle that has closed tells no news', () => {
    const returns = [answered('1', { returnedBy: 'deputy' })];
    const closed = [{ key: cycle, title: 'Quarter 2', state: 'Closed' as const }];
    expect(said({ returns, cycles: closed })).toEqual([]);
  });
});

const unreached = (count: number) => {
  const rows = Array.from({ length: count }, (_, n) => ({
    person: `p${n}`,
    cycle,
    step: 'Opening' as const,
    state: 'Unreachable' as const,
    reason: 'this person has blocked the app',
    fellDueAt: at('2020-10-02T09:30'),
    settledAt: at('2020-10-02T09:30'),
  }));
  const missed = rows.map(({ person }) => ({ key: person, title: longName, objectId: person }));
  const yesterday = { ...rows[0], person: 'owner', settledAt: at('2020-10-01T09:30') };
  const notifications = [...rows, yesterday];
  return unreachableView(inCycle({ notifications, people: [...people, ...missed] }), day);
};
const day = Temporal.PlainDate.from('2020-10-02');

describe('who was not reached on a day', () => {
  test('is counted and named, and nobody of another day', () => {
    const { title, sentences } = unreached(2);
    expect(title).toBe('2 people could not be reached on Fri 2 October');
    expect(sentences.slice(0, 2)).toEqual([
      `${longName}: this person has blocked the app.`,
      `${longName}: this person has blocked the app.`,
    ]);
  });
  test('past fifteen is counted', () => {
    expect(unreached(17).sentences).toContain('And 2 more: the Cycle screen has them all.');
  });
});

const problems = (card: AdaptiveCard): readonly string[] => {
  const context = new SerializationContext();
  const parsed = new Renderer();
  parsed.parse(structuredClone(card), context);
  const found = parsed.validateProperties().validationEvents;
  const said = Array.from({ length: context.eventCount }, (_, n) => context.getEventAt(n));
  // The renderer's own check of `lang` fails every second time.
  const words = [...said, ...found].map((each) => String(each.message));
  return words.filter((each) => !each.includes('"lang"'));
};
const long = Array.from({ length: 4 }, () => `${'x'.repeat(600)} ${longName}`);
test.each([
  ['a receipt of forty with four long changes', changedCard(receiptCard(receiptView(40)), long)],
  ['a plain card with a change', changedCard(plainCard(unreached(1)), long.slice(0, 1))],
  ['sixty not reached', plainCard(unreached(60))],
])('%s is read without a warning and is under 28 KB', (_what, card) => {
  expect(problems(card)).toEqual([]);
  expect(JSON.stringify(card).length).toBeLessThan(28 * 1024);
});
test('changes stand beneath the heading, which keeps its place and its id', () => {
  const card = receiptCard(receiptView(1));
  const [heading, notice] = changedCard(card, ['The deputy answered it.']).body;
  expect(heading).toEqual(card.body[0]);
  expect(JSON.stringify(notice)).toContain('The deputy answered it.');
  expect(changedCard(card, [])).toBe(card);
});

// The cards of approval in every state: read by the renderer, small enough, every button one we can read.
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import type { AdaptiveCard } from '../../bot/cards/adaptive-card.ts';
import { type ApproveLine, approveCard } from '../../bot/cards/approve-card.ts';
import { type ReviewView, reviewCard } from '../../bot/cards/review-card.ts';
import { sentBackCard } from '../../bot/cards/sent-back-card.ts';
import { readPress } from '../../bot/handlers/read-press.ts';
import { buttons, type Card, partsOf } from '../journeys/seat.ts';
import { cycle, returnOf } from '../use-cases/approving-council.ts';
import { longName } from './given.ts';

const { AdaptiveCard: Renderer, SerializationContext } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
);

const awkward = [
  longName,
  'نسبة النفايات المعاد تدويرها',
  '🏠'.repeat(120),
  '[x](y) **z** '.repeat(40),
];
const lineAt = (index: number, why: readonly string[]): ApproveLine => ({
  return: `operating-plan-2020-21|COM ${index}|2020-21 Q2`,
  name: awkward[index % awkward.length] ?? longName,
  figure: '73,390 households',
  standing: 'off target',
  by: longName,
  why,
});
const lines = (count: number, why: readonly string[] = []) =>
  Array.from({ length: count }, (_, index) => lineAt(index + why.length * 100, why));
const sign = {
  cycle,
  directorate: longName,
  title: `${longName}: quarter 2 waits for your signature`,
  stood: '12 asked: 10 returned, 2 missing; 6 approved.',
  waits: '2 returns still wait for approval. Say why it is signed all the same.',
  remarks: 'x'.repeat(4_000),
  refusal: 'The remarks may be 500 characters.',
};
const also = { title: '3 targets wait for you to endorse', lines: awkward, button: null };
const full = {
  cycle,
  title: 'Quarter 2: 60 returns wait for your approval',
  saved: null,
  refusal: null,
  first: lines(6, [`doubted: ${'x'.repeat(900)}`, 'provisional']),
  plain: lines(12),
  more: 42,
  shown: '0123456789abcdef',
  until: 'What is not approved when the quarter closes, on Wed 21 October, is marked so.',
  sign,
  also: [also],
};
test('one that waits alone is opened at one press, with nothing to choose', () => {
  const of = (first: number, plain: number) => {
    const card = approveCard({
      ...full,
      first: lines(first),
      plain: lines(plain),
      sign: null,
      also: [],
    });
    return buttons(card as unknown as Card).map(({ title }) => title);
  };
  expect(of(0, 1)).toEqual(['Look at it, or send it back', 'Approve the plain one']);
  expect(of(1, 0)).toHaveLength(1);
  expect(of(0, 2)).toContain('Open it');
});

const review: ReviewView = {
  cycle,
  return: returnOf('1'),
  revision: 1,
  name: longName,
  code: 'COM 1',
  figure: '73,390 households',
  standing: 'off target',
  target: 'target 85% or more',
  given: 'given by Voids Officer on Mon 5 October',
  said: Array.from({ length: 9 }, (_, index) => ({
    label: 'Commentary',
    words: awkward[index % 4]!,
  })),
  history: [],
  unit: 'days',
  because: '',
  refusal: null,
  others: 3,
};
const back = (count: number) =>
  sentBackCard({
    cycle,
    title: `${count} returns were sent back to you`,
    lines: lines(count).map((each) => ({ ...each, because: `Head of Voids: ${'y'.repeat(500)}` })),
  });

const every: readonly (readonly [string, AdaptiveCard])[] = [
  ['sixty that wait', approveCard(full)],
  ['one that waits', approveCard({ ...full, first: [], plain: lines(1), sign: null, also: [] })],
  ['a signature alone', approveCard({ ...full, first: [], plain: [], more: 0, also: [] })],
  ['targets alone', approveCard({ ...full, first: [], plain: [], more: 0, sign: null })],
  ['none plain', approveCard({ ...full, plain: [], saved: 'Approved: Voids.' })],
  ['one opened', reviewCard(review)],
  ['one refused', reviewCard({ ...review, refusal: 'Say why.', because: 'x'.repeat(4_000) })],
  ['one sent back', back(1)],
  ['forty sent back', back(40)],
];

describe.each(every)('the card for %s', (_name, card) => {
  test('is read by the renderer without a complaint, and is under 28 KB', () => {
    const context = new SerializationContext();
    const read = new Renderer();
    read.parse(structuredClone(card), context);
    const faults = read.validateProperties().validationEvents;
    const said = Array.from({ length: context.eventCount }, (_, index) =>
      context.getEventAt(index),
    );
    const complaints = [...said, ...faults].map((each) => String(each.message));
    expect(complaints.filter((each) => !each.includes('"lang"'))).toEqual([]);
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28 * 1024);
  });

  test('has buttons whose data the bot reads, and fields with a label and an id of their own', () => {
    const parts = partsOf(card as unknown as Card);
    const inputs = parts.filter((part) => String(part['type']).startsWith('Input.'));
    expect(new Set(inputs.map((each) => each['id'])).size).toBe(inputs.length);
    for (const input of inputs)
      expect([typeof input['label'], typeof input['errorMessage']]).toEqual(['string', 'string']);
    const typed = Object.fromEntries(
      inputs.map((input) => [String(input['id']), String(input['value'])]),
    );
    for (const action of buttons(card as unknown as Card)) {
      const held = action['associatedInputs'] === 'none' ? {} : typed;
      const data = { ...(action.data as object), ...held };
      expect([action.verb, readPress(action.verb, data) !== null]).toEqual([action.verb, true]);
    }
  });
});

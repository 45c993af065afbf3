import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import type { AdaptiveCard } from '../../bot/cards/adaptive-card.ts';
import { challengeCard } from '../../bot/cards/challenge-card.ts';
import { chaserCard } from '../../bot/cards/chaser-card.ts';
import { dueCard } from '../../bot/cards/due-card.ts';
import { managerCard } from '../../bot/cards/manager-card.ts';
import { plainCard } from '../../bot/cards/plain-card.ts';
import type { Field } from '../../bot/cards/question.ts';
import { questionCard } from '../../bot/cards/question-card.ts';
import { receiptCard } from '../../bot/cards/receipt-card.ts';
import { smtCard } from '../../bot/cards/smt-card.ts';
import { targetCard } from '../../bot/cards/target-card.ts';
import { welcomeCard } from '../../bot/cards/welcome-card.ts';
import { readPress } from '../../bot/handlers/read-press.ts';
import {
  anyScript,
  challengeView,
  dueView,
  longName,
  managerView,
  nothingTyped,
  questionView,
  receiptView,
  redView,
  refusedAt,
  smtView,
  targetView,
} from './given.ts';
import { everyEscalation } from './given-escalations.ts';
import { everyReport } from './given-reports.ts';
import { everyTarget } from './given-targets.ts';
import { ofType, partsOf } from './parts-of-card.ts';

const { AdaptiveCard: Renderer, SerializationContext } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
);

const seenBy = 'Your manager, SMT and the performance team see these answers.';
const chaser = (count: number) =>
  chaserCard({
    cycle: 'c',
    sentence: `Your ${count} quarter 2 returns are still missing. They are due today, Wed 14 October.`,
    missing: Array.from({ length: count }, () => longName),
    begun: false,
    seenBy,
  });
const fields: readonly Exclude<Field, 'right'>[] = [
  'value',
  'numerator',
  'denominator',
  'commentary',
  'until',
  'because',
  'forecast',
  'limits',
  'action',
  'actionOwner',
  'actionBy',
  'noAction',
];
const offTarget = {
  words: 'A figure off target needs an action.',
  field: 'action' as const,
  computed: { figure: '73,390 households', standing: 'off target' as const },
  doubts: ['This is 175 times last quarter (420).'],
};

const every: readonly (readonly [string, AdaptiveCard])[] = [
  ['one due', dueCard(dueView(1))],
  ['three due', dueCard(dueView(3))],
  ['forty due', dueCard(dueView(40))],
  ['a question', questionCard(questionView())],
  ...everyReport,
  ...everyEscalation,
  ['a target', targetCard(targetView())],
  [
    'a range refused',
    targetCard(
      targetView({
        asksFor: 'range',
        history: [],
        lastTarget: null,
        refusal: { words: 'Turn them round.', field: 'low' },
      }),
    ),
  ],
  [
    'a question without a past, target or definition',
    questionCard(questionView({ history: [], target: null, definition: null, goodIs: null })),
  ],
  [
    'a question for numerator and denominator',
    questionCard(
      questionView({ asksFor: { numeratorIs: 'Homes re-let', denominatorIs: 'Homes empty' } }),
    ),
  ],
  [
    'a question after a figure was saved',
    questionCard(
      questionView({
        saved: { name: longName, result: { figure: '83.2%', standing: 'off target' } },
      }),
    ),
  ],
  [
    'a question after no data was saved',
    questionCard(questionView({ saved: { name: longName, result: { until: 'Wed 4 November' } } })),
  ],
  [
    'a correction',
    questionCard(questionView({ position: null, typed: { ...nothingTyped, value: '83.2' } })),
  ],
  ['a refusal of the whole', refusedAt(null)],
  ...fields.map((field) => [`a refusal of ${field}`, refusedAt(field)] as const),
  ['a question left for later', questionCard(questionView({ keptOn: 'Thu 1 October' }))],
  [
    'a question after another was kept',
    questionCard(questionView({ saved: { keptName: longName } })),
  ],
  ['a final figure', questionCard(questionView({ provisional: '83.2%' }))],
  ['a figure off target, everything typed', questionCard(redView())],
  [
    'a figure off target, with a long definition and comparisons',
    questionCard(
      redView({
        definition: anyScript(6_000),
        comparators: Array.from({ length: 3 }, () => anyScript(900)),
      }),
    ),
  ],
  ['a figure off target, refused', questionCard(redView({ refusal: offTarget }))],
  ...everyTarget,
  ['a challenge', challengeCard(challengeView())],
  ['a challenge refused', challengeCard(challengeView({ right: 'x', refused: 'Say why.' }))],
  ['a target with forty owed', targetCard(targetView({ others: redView().others }))],
  ['a receipt', receiptCard(receiptView())],
  ['a receipt of forty', receiptCard(receiptView(40))],
  ['a receipt after the close', receiptCard(receiptView(1, { correctUntil: null }))],
  ['a chaser', chaser(2)],
  ['a chaser about forty', chaser(40)],
  ['a manager card', managerCard(managerView())],
  ['a manager card with forty late', managerCard(managerView(40))],
  ['a manager card acknowledged', managerCard(managerView(2, { acknowledged: 'Acknowledged.' }))],
  ['an SMT card', smtCard(smtView())],
  ['an SMT card with forty late', smtCard(smtView(40))],
  ['a welcome', welcomeCard({ now: 'Nothing due.', owes: false })],
  [
    'a plain card',
    plainCard({ title: longName, sentences: ['Nothing was changed.'], button: null }),
  ],
];

describe.each(every)('the card for %s', (_name, card) => {
  test('is read by the renderer without a complaint', () => {
    const context = new SerializationContext();
    const read = new Renderer();
    read.parse(structuredClone(card), context);
    const faults = read.validateProperties().validationEvents;
    const said = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at));
    const complaints = [...said, ...faults].map((each) => String(each.message));
    // The renderer's own check of `lang` fails every second time: its expression keeps its place.
    expect(complaints.filter((each) => !each.includes('"lang"'))).toEqual([]);
  });

  test('is version 1.5, full width, in English, with words to speak', () => {
    expect(card).toMatchObject({ version: '1.5', lang: 'en', msteams: { width: 'Full' } });
    expect(card.speak.length).toBeGreaterThan(10);
  });

  test('is under 28 KB', () => {
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28 * 1024);
  });

  test('labels every field and gives each an id of its own', () => {
    const inputs = ofType(card, 'Input.');
    const ids = partsOf(card)
      .filter((part) => part.type !== 'Action.Execute' && typeof part['id'] === 'string')
      .map((part) => part['id']);
    expect(new Set(ids).size).toBe(ids.length);
    for (const input of inputs)
      expect([typeof input['label'], typeof input['errorMessage']]).toEqual(['string', 'string']);
  });

  test('has a heading, and a fallback for every button, whose data the bot reads', () => {
    expect(partsOf(card).some((part) => part['style'] === 'heading')).toBe(true);
    const typed = Object.fromEntries(
      ofType(card, 'Input.').map((input) => [input['id'], String(input['value'])]),
    );
    for (const action of ofType(card, 'Action.Execute')) {
      const inputs = action['associatedInputs'] === 'none' ? {} : typed;
      expect(
        readPress(action['verb'], { ...(action['data'] as object), ...inputs }),
      ).not.toBeNull();
      expect(action['fallback']).toMatchObject({
        type: 'Action.Submit',
        data: { ...(action['data'] as object), verb: action['verb'] },
      });
    }
  });

  test('says a status by shape and word wherever it has a colour', () => {
    const coloured = partsOf(card).filter((part) =>
      ['Good', 'Warning', 'Attention', 'Accent'].includes(String(part['color'])),
    );
    const runs = coloured.filter((part) => part.type === 'TextRun');
    for (const run of runs) expect(run['text']).toMatch(/^[★●▲■○–✓✕◇] \p{Lu}/u);
  });
});

test('forty due are twelve lines and a count, a button that goes through them all and one to choose', () => {
  const card = dueCard(dueView(40));
  expect(JSON.stringify(card)).toContain('and 28 more');
  expect(ofType(card, 'Action.Execute').map((each) => each['verb'])).toEqual(['open', 'start']);
  const [choice] = ofType(card, 'Input.ChoiceSet');
  expect(choice?.['choices']).toHaveLength(12);
});

test('after the close a receipt offers no correction', () => {
  expect(ofType(receiptCard(receiptView(3, { correctUntil: null })), 'Action.')).toEqual([]);
});

test('SMT see seven lines at most, and how many more there are', () => {
  const card = smtCard(smtView(9));
  const names = partsOf(card).filter((part) => part['weight'] === 'Bolder' && !part['color']);
  expect(names.filter((part) => part.type === 'TextRun')).toHaveLength(7);
  expect(JSON.stringify(card)).toContain('and 2 more');
});

test('SMT are told once what came of telling the managers, where it is the same for every line', () => {
  const said = (card: AdaptiveCard) => JSON.stringify(card).split('not acknowledged').length - 1;
  expect(said(smtCard(smtView(4)))).toBe(1);
  const [first, ...others] = smtView(4).late;
  const acknowledged = { who: 'Director of Place', outcome: 'told Thu 15 October, acknowledged' };
  const mixed = smtView(4, { late: [{ ...first!, told: acknowledged }, ...others] });
  expect(JSON.stringify(smtCard(mixed))).toContain(
    'Director of Place: told Thu 15 October, acknowledged',
  );
});

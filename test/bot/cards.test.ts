import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import type { AdaptiveCard } from '../../bot/cards/adaptive-card.ts';
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
  dueView,
  longName,
  managerView,
  nothingTyped,
  questionView,
  receiptView,
  smtView,
  targetView,
} from './given.ts';

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
const fields: readonly Field[] = [
  'value',
  'numerator',
  'denominator',
  'commentary',
  'until',
  'because',
];
const refusedAt = (field: Field | null) =>
  questionCard(
    questionView({
      asksFor: { numeratorIs: 'Homes re-let', denominatorIs: longName },
      typed: { ...nothingTyped, value: '73,390', commentary: 'x'.repeat(4_000) },
      refusal: { words: 'Not understood.', field, computed: null },
    }),
  );

const every: readonly (readonly [string, AdaptiveCard])[] = [
  ['one due', dueCard(dueView(1))],
  ['three due', dueCard(dueView(3))],
  ['forty due', dueCard(dueView(40))],
  ['a question', questionCard(questionView())],
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

type Part = { readonly type?: string; readonly [name: string]: unknown };
const partsOf = (part: unknown): Part[] => {
  if (Array.isArray(part)) return part.flatMap(partsOf);
  if (typeof part !== 'object' || part === null) return [];
  return [part as Part, ...Object.values(part).flatMap(partsOf)];
};
const ofType = (card: AdaptiveCard, start: string): Part[] =>
  partsOf(card).filter((part) => String(part.type ?? '').startsWith(start));

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
    for (const run of runs) expect(run['text']).toMatch(/^[★●▲■○–] \p{Lu}/u);
  });
});

test('forty due are twelve lines and a count, and one button that goes through them all', () => {
  const card = dueCard(dueView(40));
  expect(JSON.stringify(card)).toContain('and 28 more');
  expect(ofType(card, 'Action.Execute')).toHaveLength(1);
});

test('a refusal keeps everything typed, names the field at the top and says why at the field', () => {
  const typed = {
    value: '73,390',
    numerator: '',
    denominator: '',
    finality: 'provisional' as const,
    commentary: 'The *weighbridge* was down.',
    until: '2020-11-04',
    because: 'Published late',
  };
  const words = 'The value was not understood.';
  const card = questionCard(
    questionView({ typed, refusal: { words, field: 'value', computed: null } }),
  );
  const held = Object.fromEntries(
    ofType(card, 'Input.').map((input) => [input['id'], input['value']]),
  );
  expect(typed).toMatchObject(held);
  expect(Object.keys(held)).toHaveLength(5);
  const [top] = card.body;
  expect(top).toMatchObject({ id: 'refused' });
  expect(JSON.stringify(top)).toContain('Not saved. ');
  expect(JSON.stringify(top)).toContain('See \\"Value (%)\\" below.');
  expect(JSON.stringify(card.body).split(words)).toHaveLength(2);
  const valueAt = card.body.findIndex((each) => each.id === 'value');
  expect(card.body[valueAt + 1]).toMatchObject({ type: 'TextBlock', text: words });
});

test('what is off target needs its commentary: the figure and its status are shown', () => {
  const refusal = {
    words: 'A figure off target needs a commentary.',
    field: 'commentary' as const,
    computed: { figure: '79.1%', standing: 'off target' as const },
  };
  const [top] = questionCard(questionView({ refusal })).body;
  expect(JSON.stringify(top)).toMatch(/79\.1%.*■ Off target/);
});

test('"No data yet" opens by itself only where it is what was refused', () => {
  const panel = (card: AdaptiveCard) => card.body.find((each) => each.id === 'no-data');
  expect(panel(questionCard(questionView()))?.isVisible).toBe(false);
  expect(panel(refusedAt('until'))?.isVisible).toBe(true);
  expect(panel(refusedAt('value'))?.isVisible).toBe(false);
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

// Whatever somebody typed that a paper prints can be changed before it goes out: all of it, in every kind of
// paper, wherever it stands; and words cleared as blank make nothing untrue of the rest.
import { describe, expect, it } from 'vitest';
import { type PaperKind, paperKinds } from '../../../src/registers/papers.ts';
import type { Dataset } from '../../../src/rules/dataset/dataset.ts';
import { heldBackIn } from '../../../src/rules/paper-held-back.ts';
import { printedIn } from '../../../src/rules/paper-printed.ts';
import { wordedLines } from '../../../src/rules/paper-worded.ts';
import { exceptionWords } from '../../../src/rules/papers/exception-words.ts';
import { asTold } from '../../../src/rules/papers/facts.ts';
import type { Ordered } from '../../../src/rules/papers/ordered.ts';
import { allOf, composed, ordered, sectionOf, sectionsIn } from './composed.ts';
import { scrutinyBoard, smallDataset } from './given-dataset.ts';
import { givenAction } from './given-facts.ts';

/** In every text that a person typed and a paper may print. */
const who = 'Mrs Smith';
const typed = (of: string) => `${who} of ${of}`;
const promise = {
  promisedIn: 'Q1 2020-21',
  dueOn: '2020-09-30',
  status: 'at risk' as const,
  completedOn: null,
  worked: null,
};

const dataset = (): Dataset => {
  const small = smallDataset();
  return {
    ...small,
    measures: small.measures.map((measure) => ({
      ...measure,
      commentary: typed(`${measure.code} said`),
      noActionBecause: typed(`${measure.code} no action`),
      source: typed(`${measure.code} source`),
      limits: typed(`${measure.code} limits`),
      promises: [
        { ...promise, title: typed('a shared promise'), access: 'public' as const },
        { ...promise, title: typed(`${measure.code} promise.`), access: 'public' as const },
      ],
      now: {
        ...measure.now,
        ...(measure.now.value === null && {
          noDataReason: typed(`${measure.code} no figure`),
          noDataUntil: '2020-12-01',
        }),
      },
    })),
    actions: [
      ...small.actions.map((each) => ({ ...each, commentary: typed(`${each.code} said`) })),
      givenAction({
        code: 'A9',
        kind: 'corrective action',
        title: typed('a shared promise'),
        groups: small.actions[0]?.groups ?? [],
      }),
    ],
    questions: small.questions.map((each) => ({
      ...each,
      answer: each.answer && typed(`${each.key} answer`),
      because: each.because && typed(`${each.key} because`),
      actions: each.actions.map((action) => ({
        ...action,
        title: typed('a shared promise'),
        access: 'public' as const,
      })),
    })),
  };
};

const restatements: Ordered['restatements'] = ['1', '3'].map((code) => ({
  key: `plan|2020-21 Q2|plan|${code}|2020-21 Q2|2`,
  line: `Measures: plan|${code}`,
  period: '2020-21 Q2',
  was: 1,
  is: 2,
  on: Temporal.PlainDate.from('2020-11-03'),
  because: typed(`${code} correction`),
}));

const boards = [null, scrutinyBoard];
const asked = (kind: PaperKind, said: Partial<Ordered> = {}): Ordered =>
  ordered(kind, { restatements, mayReadExempt: true, ...said });
const cleared = (of: Dataset, order: Ordered, words: (line: string) => string) =>
  new Map(wordedLines(of, order).map(({ line }) => [line, words(line)]));
const composedAs = (of: Dataset, order: Ordered) => composed(of, order.kind, order);

describe('whatever somebody typed', () => {
  it.each(paperKinds)('can be taken out of the paper for %s', (kind) => {
    for (const board of boards) {
      const of = dataset();
      const order = asked(kind, { board });
      expect(allOf(composedAs(of, order)).includes(who)).toBe(kind !== 'council tax');
      const words = cleared(of, order, (line) => `Said of ${line.toUpperCase()}`);
      const after = allOf(composedAs(of, { ...order, words }));
      expect(after).not.toContain(who);
      const blank = cleared(of, order, () => ' ');
      expect(allOf(composedAs(of, { ...order, words: blank }))).not.toContain(who);
    }
  });
  it('is offered where it is printed: what was promised, why there is no figure, answers, corrections', () => {
    const of = dataset();
    const parts = [asked('scrutiny', { board: scrutinyBoard }), asked('Cabinet')].flatMap(
      (order) => {
        const isPrinted = printedIn(composedAs(of, order));
        return wordedLines(of, order)
          .filter((each) => isPrinted(each, each.written))
          .map(({ part }) => part ?? 'commentary');
      },
    );
    expect([...new Set(parts)].toSorted()).toEqual([
      'answer in writing',
      'commentary',
      'known limits',
      'promise 2',
      'reason given',
      'source',
      'title',
      'why nothing more is promised',
      'why there is no figure',
    ]);
  });
  it('stays in the dataset as it was typed', () => {
    const of = dataset();
    const before = structuredClone(of);
    const order = asked('Cabinet');
    composedAs(of, { ...order, words: cleared(of, order, () => 'Reworded') });
    expect(of).toEqual(before);
  });
});

describe('words that a paper holds back', () => {
  const few = 'Of the families housed, three were known to us.';
  const withFew = (of = dataset()): Dataset => ({
    ...of,
    measures: of.measures.map((measure, at) =>
      at === 0
        ? {
            ...measure,
            countsPeople: true,
            unit: 'people',
            now: { ...measure.now, value: 3, numerator: null, denominator: null },
            commentary: few,
            promises: [{ ...promise, title: few, access: 'public' as const }],
          }
        : measure,
    ),
  });
  const heldIn = (order: Ordered) => heldBackIn(composedAs(withFew(), order), withFew(), order);
  const key = dataset().measures[0]?.key ?? '';
  it('for what they tell can be found and changed all the same', () => {
    const held = heldIn(asked('Cabinet'));
    expect(held).toContain(`Measures: ${key}`);
    expect(held).toContain(`Measures: ${key} (promise 1)`);
    const words = new Map([
      [`Measures: ${key}`, 'Some families were known to us.'],
      [`Measures: ${key} (promise 1)`, 'Visit them'],
    ]);
    const after = heldIn(asked('Cabinet', { words }));
    expect(after).not.toContain(`Measures: ${key}`);
    expect(after).not.toContain(`Measures: ${key} (promise 1)`);
  });
  it('cleared as blank are held back no more; nothing is, where it is read inside alone', () => {
    const words = new Map([[`Measures: ${key}`, '']]);
    expect(heldIn(asked('Cabinet', { words }))).not.toContain(`Measures: ${key}`);
    expect([...heldIn(asked("directors' board"))]).toEqual([]);
  });
});

describe('a title that is changed', () => {
  it('is changed wherever the action is named: promised, in the plan, under a recommendation', () => {
    const of = dataset();
    const words = new Map([['Actions: plan|A9 (title)', 'Visit each tenant']]);
    const scrutiny = allOf(composed(of, 'scrutiny', { words }));
    expect(scrutiny).toContain('Promised in Q1 2020-21: Visit each tenant, by Wed 30 September');
    expect(scrutiny).toContain('Visit each tenant: on track');
    expect(scrutiny).not.toContain(typed('a shared promise'));
  });
  it('does not bring out in the open what was promised by an action that is exempt', () => {
    const of = dataset();
    const actions = of.actions.map((each) =>
      each.code === 'A9' ? { ...each, access: 'exempt' as const } : each,
    );
    const line = `Measures: ${of.measures[0]?.key ?? ''} (promise 1)`;
    const words = new Map([[line, 'Visit each tenant']]);
    expect(allOf(composed({ ...of, actions }, 'Cabinet', { words }))).not.toContain('Visit each');
  });
});

describe('words cleared as blank', () => {
  const without = (line: string, kind: PaperKind = 'scrutiny') =>
    composed(dataset(), kind, {
      words: new Map([[line, '']]),
      restatements,
    });
  it('of an answer do not make the question unanswered', () => {
    const text = allOf(without('Questions: Q2 (answer in writing)'));
    expect(text).toContain('The answer is not printed.');
    expect(text).not.toContain('What was answered is not in the register.');
  });
  it('of why there is no figure do not say that nobody gave a reason', () => {
    const missing = dataset().measures.filter(({ now, due }) => due && now.value === null);
    const [first] = missing;
    const section = sectionOf(
      without(`Measures: ${first?.key ?? ''} (why there is no figure)`, "directors' board"),
      'missing',
    );
    expect(allOf(section)).toContain('Given, and not printed');
    const said = (noDataReason: string | null) =>
      first &&
      exceptionWords(
        asTold({ ...first, now: { ...first.now, noDataReason, noDataUntil: null } }),
        'Q2 2020-21',
      );
    expect(said(null)).toContain('No reason is given.');
    expect(said('')).not.toContain('No reason is given.');
  });
  it('of why nothing more is promised do not name the measure among those without a reason', () => {
    const off = dataset().measures.filter(({ now }) => now.standing === 'off target');
    for (const { key, title } of off) {
      const of = dataset();
      const measures = of.measures.map((each) => ({ ...each, promises: [] }));
      const paper = composed({ ...of, measures }, "directors' board", {
        words: new Map([[`Measures: ${key} (why nothing more is promised)`, '']]),
      });
      expect(allOf(sectionOf(paper, 'unpromised') ?? [])).not.toContain(title);
    }
  });
  it('of a title leave its row, which is counted', () => {
    const text = allOf(without('Actions: plan|A9 (title)'));
    expect(text).toContain('Not printed (Q1 2020-21)');
    expect(sectionsIn(without('Actions: plan|A9 (title)').sections).length).toBeGreaterThan(0);
  });
});

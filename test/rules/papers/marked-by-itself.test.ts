// Rows that hang on a measure, a return or a target, and are marked otherwise than it is.
import { describe, expect, it } from 'vitest';
import type { Access } from '../../../src/registers/register.ts';
import type { Row } from '../../../src/registers/registers.ts';
import type { Dataset } from '../../../src/rules/dataset/dataset.ts';
import { exemptRows, exemptUnder } from '../../../src/rules/paper-readers.ts';
import { wordedLines } from '../../../src/rules/paper-worded.ts';
import { day } from '../arbitrary.ts';
import { cycle, gathered } from '../dataset/gathered-council.ts';
import { type Rows, rowOf } from '../table-of.ts';
import { allOf, composed, ordered } from './composed.ts';

const exempt = { access: 'exempt', exemptUnder: '3' } as const;
const inPublic = ['Cabinet', 'annual', 'public', 'scrutiny'] as const;

const figures: readonly Partial<Row<'returns'>>[] = [
  { measure: 'plan|M1', period: '2020-21 Q1', value: 61.5 },
  {
    measure: 'plan|M1',
    period: '2020-21 Q2',
    value: 47.3,
    numerator: 473,
    denominator: 1000,
    forecast: 52.8,
    commentary: 'The settlement with the contractor delays it.',
    source: 'The contractor’s ledger',
    limits: 'Disputed by the contractor',
    noActionBecause: 'Lawyers are instructed.',
  },
];

type Marks = {
  readonly now?: Partial<Row<'returns'>>;
  readonly before?: Partial<Row<'returns'>>;
  readonly target?: Partial<Row<'targets'>>;
};

/** A public measure off its target, and rows of it that somebody has marked. */
const council = ({ now = {}, before = {}, target = {} }: Marks = {}): Rows => ({
  plans: [{ key: 'plan', title: 'Operating plan', code: 'plan' }],
  teams: [{ key: 'team', title: 'Housing', directorate: 'Homes' }],
  measures: [
    { code: 'M1', position: 1, title: 'Homes built', access: 'public' },
    { code: 'M2', position: 2, title: 'Calls answered', access: 'public' },
  ],
  targets: [
    { measure: 'plan|M1', appliesFrom: day('2020-04-01'), target: 88.4, ...target },
    { measure: 'plan|M2', appliesFrom: day('2020-04-01'), target: 90 },
  ],
  returns: [
    { ...figures[0], ...before },
    { ...figures[1], ...now },
    { measure: 'plan|M2', period: '2020-21 Q2', value: 71.9 },
  ],
});

const openOf = (dataset: Dataset, kind: (typeof inPublic)[number] | "directors' board") => {
  const { sections, notices } = composed(dataset, kind);
  return allOf([sections, notices]);
};

const said = ['47.3', '473', '52.8', 'settlement', 'ledger', 'Disputed', 'Lawyers'];

describe('an exempt return of a public measure', () => {
  const dataset = gathered(council({ now: exempt }));

  it.each([...inPublic, "directors' board"] as const)(
    'has its figure and what was said with it nowhere in what all may read: %s',
    (kind) => {
      const open = openOf(dataset, kind);
      for (const words of said) expect(open).not.toContain(words);
      expect(open).toContain('71.9');
    },
  );
  it('is in the appendix, under the paragraph it is exempt by', () => {
    const { confidential } = composed(dataset, 'Cabinet', { mayReadExempt: true });
    expect(allOf(confidential)).toContain('47.3');
    expect(allOf(confidential)).toContain('settlement');
    expect(allOf(confidential)).toContain('financial or business affairs');
    expect(allOf(confidential)).not.toContain('Calls answered');
  });
  it('changes nothing in the open part by what it says', () => {
    const other = gathered(
      council({
        now: { ...exempt, value: 99.1, numerator: 991, commentary: null, forecast: null },
      }),
    );
    for (const kind of inPublic) expect(openOf(other, kind)).toBe(openOf(dataset, kind));
  });
  it('bars whoever may not read it from the appendix', () => {
    expect(exemptRows(dataset)).toEqual([{ register: 'returns', key: 'plan|M1|2020-21 Q2' }]);
    expect(exemptUnder(dataset)).toBe('3');
    expect(exemptRows(gathered(council()))).toEqual([]);
  });
  it('is offered for rewording among exempt words alone', () => {
    const lines = wordedLines(dataset, ordered('Cabinet', { mayReadExempt: true }));
    expect(lines.map(({ line }) => line)).toContain('Measures: plan|M1');
    expect(lines.every(({ isExempt }) => isExempt)).toBe(true);
    expect(wordedLines(dataset, ordered('Cabinet'))).toEqual([]);
  });
  it('of an earlier quarter is left out of what came before, and of what is said of it', () => {
    const past = gathered(council({ before: exempt }));
    expect(openOf(past, 'Cabinet')).not.toContain('61.5');
    expect(openOf(past, 'Cabinet')).toContain('47.3');
    expect(openOf(past, 'Cabinet')).not.toContain('worse');
    const appendix = allOf(
      composed(past, 'Cabinet', { mayReadExempt: true }).confidential,
    ).toLowerCase();
    expect(appendix).toContain('worse than last quarter');
    expect(appendix).not.toContain('settlement');
  });
  it('that has no figure keeps its reason and its day to itself', () => {
    const waits = gathered(
      council({
        now: {
          ...exempt,
          state: 'No data until',
          value: null,
          noDataReason: 'The tribunal sits in secret.',
          noDataUntil: day('2020-12-24'),
        },
      }),
    );
    for (const words of ['tribunal', '24 December'])
      expect(openOf(waits, 'Cabinet')).not.toContain(words);
  });
  it('is left out of a year it is part of', () => {
    const year = (now: Partial<Row<'returns'>>) => {
      const rows = council({ now });
      const counts = { figureIs: 'for its period', unit: 'number' } as const;
      const later = (period: string, value: number) => ({ measure: 'plan|M1', period, value });
      return gathered(
        {
          ...rows,
          measures: (rows.measures ?? []).map((each) => ({ ...each, ...counts })),
          returns: [...(rows.returns ?? []), later('2020-21 Q3', 300), later('2020-21 Q4', 400)],
        },
        rowOf('cycles', { title: 'Quarter 4 2020-21', period: '2020-21 Q4' }),
      );
    };
    expect(openOf(year({}), 'annual')).toContain('808.8');
    expect(openOf(year(exempt), 'annual')).not.toContain('808.8');
  });
  it('is not told by a paper of the quarter after, though it was open when it was shown', () => {
    const quarterOne = rowOf('cycles', { title: 'Quarter 1 2020-21', period: '2020-21 Q1' });
    const previous = gathered(council({ before: { value: 97.5 } }), quarterOne);
    const after = (before: Partial<Row<'returns'>>) =>
      allOf(
        composed(gathered(council({ before: { value: 97.5, ...before } })), 'Cabinet', { previous })
          .sections,
      );
    expect(after({})).toContain('97.5');
    expect(after(exempt)).not.toContain('97.5');
  });
});

describe('an exempt target of a public measure', () => {
  it('is nowhere in what all may read, nor how figures stand against it', () => {
    const dataset = gathered(council({ target: exempt }));
    for (const kind of inPublic) {
      expect(openOf(dataset, kind)).not.toContain('88.4');
      expect(openOf(dataset, kind)).not.toContain('47.3');
    }
    expect(new Set(exemptRows(dataset).map(({ key }) => key))).toEqual(
      new Set(['plan|M1|2020-04-01']),
    );
    const { confidential } = composed(dataset, 'Cabinet', { mayReadExempt: true });
    expect(allOf(confidential)).toContain('88.4');
  });
  it('of the end of the year alone is not what a forecast is held against', () => {
    const rows = council();
    const later = { measure: 'plan|M1', appliesFrom: day('2021-01-01'), target: 93.6, ...exempt };
    const dataset = gathered({ ...rows, targets: [...(rows.targets ?? []), later] });
    expect(openOf(dataset, "directors' board")).not.toContain('93.6');
    expect(openOf(dataset, 'Cabinet')).toContain('47.3');
  });
});

describe('a return that is marked', () => {
  const of = (access: Access | null) => gathered(council({ now: { access } }));
  it('internal is in no paper that anybody may read, and in those read inside', () => {
    for (const kind of inPublic) expect(openOf(of('internal'), kind)).not.toContain('47.3');
    expect(openOf(of('internal'), "directors' board")).toContain('47.3');
  });
  it('public, or as most are not at all, follows its measure', () => {
    expect(openOf(of('public'), 'Cabinet')).toContain('47.3');
    expect(openOf(of(null), 'Cabinet')).toContain('47.3');
  });
});

it('an exempt part of one quarter is not worked back from a total beside its other parts', () => {
  const of = (worth: number) => {
    const count = (code: string, value: number, said: Partial<Row<'returns'>> = {}) => ({
      measure: `plan|${code}`,
      period: cycle.period,
      value,
      ...said,
    });
    return gathered({
      ...council(),
      measures: ['7', '7a', '7b'].map((code) => ({
        code,
        unit: 'number',
        access: 'public' as const,
      })),
      targets: [],
      returns: [count('7', 600 + worth), count('7a', 600), count('7b', worth, exempt)],
    });
  };
  expect(openOf(of(317), "directors' board")).toBe(openOf(of(222), "directors' board"));
  expect(openOf(of(317), 'Cabinet')).toContain('600');
});

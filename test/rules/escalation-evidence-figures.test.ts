// Rules on figures: red on new figures running, a fall of steps, and "no further action", each at its
// threshold and with the evidence in words.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { day, look, today } from './given-rule.ts';
import type { Rows } from './table-of.ts';

type Given = readonly (readonly [period: string, value: number | null, said?: object])[];
const measured = (given: Given, measure: object = {}): Rows => ({
  measures: [{ code: 'M', title: 'Homes re-let in time', owner: 'ann', ...measure }],
  targets: [{ measure: 'plan|M', appliesFrom: day('2010-04-01'), target: 80, tolerance: 5 }],
  returns: given.map(([period, value, said = {}]) => ({
    measure: 'plan|M',
    period,
    value,
    cycle: 'plan|any',
    state: value === null ? ('Due' as const) : ('Returned' as const),
    ...said,
  })),
});
const reds = (given: Given, measure?: object) =>
  look('red on new figures running', 2, measured(given, measure))?.length;

describe('off target on two new figures running', () => {
  it('is a case, and one figure off target is none', () => {
    expect(
      reds([
        ['2020-21 Q1', 60],
        ['2020-21 Q2', 61],
      ]),
    ).toBe(1);
    expect(reds([['2020-21 Q2', 61]])).toBe(0);
    expect(
      reds([
        ['2020-21 Q1', 76],
        ['2020-21 Q2', 61],
      ]),
    ).toBe(0);
    expect(
      reds([
        ['2020-21 Q1', 60],
        ['2020-21 Q2', 76],
      ]),
    ).toBe(0);
  });
  it('counts figures: a quarter that is not answered, or waits for a date, breaks no run', () => {
    expect(
      reds([
        ['2019-20 Q4', 60],
        ['2020-21 Q1', null],
        ['2020-21 Q2', 61],
      ]),
    ).toBe(1);
    expect(
      reds([
        ['2020-21 Q1', 60],
        ['2020-21 Q2', null],
      ]),
    ).toBe(0);
  });
  it('an annual figure is one figure all year, and is on the same evidence a quarter later', () => {
    const annual = { frequency: 'annual' };
    const given: Given = [
      ['2018-19', 60],
      ['2019-20', 61],
    ];
    const rule = 'red on new figures running';
    const [in2020] = look(rule, 2, measured(given, annual)) ?? [];
    const [in2021] = look(rule, 2, measured(given, annual), { on: day('2021-01-20') }) ?? [];
    expect([in2020?.period, in2021?.period]).toEqual(['2019-20', '2019-20']);
    expect(reds([['2019-20', 61]], annual)).toBe(0);
  });
  it('history that was loaded is nobody’s answer, but an answer is held against it', () => {
    const loaded = { cycle: null };
    const after: Given = [
      ['2020-21 Q1', 60],
      ['2020-21 Q2', 61, loaded],
    ];
    expect(reds(after)).toBe(0);
    expect(
      reds([
        ['2020-21 Q1', 60, loaded],
        ['2020-21 Q2', 61, loaded],
      ]),
    ).toBe(0);
    expect(
      reds([
        ['2020-21 Q1', 60, loaded],
        ['2020-21 Q2', 61],
      ]),
    ).toBe(1);
  });
  it('in a new plan it is the new measure’s from its first figure on, and until then the old one’s', () => {
    const old = { code: 'M', plan: 'old', key: 'old|M' };
    const now = { code: 'M', plan: 'plan', key: 'plan|M', continues: 'old|M' };
    const given = (measure: string, period: string) => ({
      measure,
      period,
      value: 60,
      cycle: 'any',
    });
    const before = [given('old|M', '2019-20 Q3'), given('old|M', '2019-20 Q4')];
    const after = [...before, given('plan|M', '2020-21 Q1')];
    const target = { appliesFrom: day('2010-04-01'), target: 80 };
    const targets = ['old|M', 'plan|M'].map((measure) => ({ ...target, measure }));
    const plans = (returns: typeof before) =>
      ['old', 'plan'].map(
        (plan) =>
          look(
            'red on new figures running',
            2,
            { measures: [old, now], targets, returns },
            { plan },
          )?.length,
      );
    expect(plans(before)).toEqual([1, 0]);
    expect(plans(after)).toEqual([0, 1]);
  });
  it('an answer that waits for its manager does not count yet', () => {
    expect(
      reds([
        ['2020-21 Q1', 60],
        ['2020-21 Q2', 61, { approval: 'awaiting' }],
      ]),
    ).toBe(0);
    expect(
      reds([
        ['2020-21 Q1', 60],
        ['2020-21 Q2', 61, { approval: 'approved' }],
      ]),
    ).toBe(1);
  });
  it('tells the values, the target, since when, what was said, promised and done', () => {
    const rows = measured([
      ['2019-20 Q4', 81],
      ['2020-21 Q1', 60, { action: 'plan|A' }],
      [
        '2020-21 Q2',
        61,
        { commentary: 'Two officers left.\nWe recruit.', finality: 'provisional' },
      ],
    ]);
    const [found] =
      look('red on new figures running', 2, {
        ...rows,
        actions: [
          {
            key: 'plan|A',
            plan: 'plan',
            title: 'Recruit two officers',
            owner: 'ann',
            dueOn: day('2020-10-12'),
            status: 'at risk',
            percent: 40,
          },
        ],
      }) ?? [];
    expect(found?.evidence()).toEqual({
      howBad:
        'Off target on 2 figures running: 61.0% in Q2 2020-21 against a target of 80.0%; 60.0% in Q1 2020-21 against a target of 80.0%.',
      howLong: 'Off target since Q1 2020-21.',
      said: 'Two officers left.\nWe recruit.',
      promised: 'Recruit two officers (Head of Lettings, by Mon 12 October 2020)',
      became: 'At risk, 40% done, 6 working days overdue',
      caveat: 'The newest is provisional.',
    });
  });
  test('however many figures there are, it holds where the newest two are off target', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(60, 76, 90), { minLength: 1, maxLength: 8 }),
        (values) => {
          const given = values.map((value, at): Given[number] => [
            `${2013 + at}-${14 + at}`,
            value,
          ]);
          const newest = values.slice(-2);
          const wanted = newest.length === 2 && newest.every((value) => value === 60) ? 1 : 0;
          expect(reds(given, { frequency: 'annual' })).toBe(wanted);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a fall of two RAG steps', () => {
  const falls = (before: number, now: number) =>
    look(
      'fall of RAG steps',
      null,
      measured([
        ['2020-21 Q1', before],
        ['2020-21 Q2', now],
      ]),
    )?.map((each) => each.evidence().howBad);
  it('is from on target to off target in one figure, and no less', () => {
    expect(falls(81, 60)).toEqual([
      'Fell from on target to off target: 60.0% in Q2 2020-21 against a target of 80.0%; before, 81.0% in Q1 2020-21 against a target of 80.0%.',
    ]);
    expect(falls(81, 76)).toEqual([]);
    expect(falls(76, 60)).toEqual([]);
    expect(falls(60, 81)).toEqual([]);
  });
});

describe('no further action', () => {
  it('for another reason is another thing to accept', () => {
    const periods = ['It ends.', 'It is small.', 'It ends.'].map((noActionBecause) => {
      const rows = measured([['2020-21 Q2', 61, { noActionBecause }]]);
      return look('no further action', null, rows)?.[0]?.period;
    });
    expect(new Set(periods).size).toBe(2);
  });
  const none = (said: object) =>
    look('no further action', null, measured([['2020-21 Q2', 61, said]]))?.length;
  it('waits for a director until one has accepted it', () => {
    expect(none({ noActionBecause: 'The service ends in March.' })).toBe(1);
    expect(none({ noActionBecause: 'x', noActionAcceptedOn: today })).toBe(0);
    expect(none({ noActionBecause: null })).toBe(0);
  });
});

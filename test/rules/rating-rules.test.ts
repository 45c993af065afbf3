// Which rating rule is in force, and that a past period is rated by the rule of its day.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { historyOf } from '../../src/rules/history.ts';
import { type Period, parsePeriod } from '../../src/rules/period.ts';
import { ratedAt, standingOf } from '../../src/rules/rated-at.ts';
import { quartileOf } from '../../src/rules/rated-by.ts';
import { ruleFor } from '../../src/rules/rating-rules.ts';
import { standingAt } from '../../src/rules/standings.ts';
import { day } from './arbitrary.ts';
import { type Rows, registersOf, rowOf } from './table-of.ts';

const period = (text: string) => parsePeriod(text) as Period;
const measure = rowOf('measures', { code: 'M' });
const decisions: Rows['decisions'] = [
  { key: 'D1', title: 'How figures are rated', board: 'cabinet', decidedOn: day('2020-03-06') },
  { key: 'D2', title: 'A narrower band', board: 'cabinet', decidedOn: day('2020-09-15') },
];
const rule = (
  from: string,
  said: Partial<Row<'ratingRules'>> = {},
): Partial<Row<'ratingRules'>> => {
  const own = said.measure ? `|${said.measure}` : '';
  const plan = said.plan ?? 'plan';
  return {
    key: `${plan}|${from}${own}`,
    title: from,
    plan,
    appliesFrom: day(from),
    way: 'within a band',
    decision: 'D1',
    ...said,
  };
};

describe('the rating rule in force', () => {
  const registers = registersOf({
    measures: [measure, { code: 'N' }],
    decisions,
    ratingRules: [
      rule('2021-04-01', { band: 5 }),
      rule('2020-04-01', { band: 10 }),
      rule('2020-07-01', { measure: 'plan|N', way: 'by quartile' }),
    ],
  });
  const band = (of: string, text: string) => {
    const found = ruleFor(registers, rowOf('measures', { code: of }), period(text));
    return found === null ? null : [found.way, found.band];
  };
  it('is the newest to apply by the end of the period', () => {
    expect(band('M', '2019-20 Q4')).toBeNull();
    expect(band('M', '2020-21 Q1')).toEqual(['within a band', 10]);
    expect(band('M', '2020-21')).toEqual(['within a band', 10]);
    expect(band('M', '2021-22 Q1')).toEqual(['within a band', 5]);
  });
  it('is the measure’s own before its plan’s, and only from its own day on', () => {
    expect(band('N', '2020-21 Q1')).toEqual(['within a band', 10]);
    expect(band('N', '2020-21 Q2')).toEqual(['by quartile', null]);
    expect(band('N', '2021-22 Q1')).toEqual(['by quartile', null]);
  });
  it('of two from one day is the one decided last, where only its decision says when', () => {
    const two = [
      rule('2020-04-01', { key: 'b', band: 10, setOn: day('2020-03-10') }),
      rule('2020-04-01', { key: 'a', band: 5, decision: 'D2' }),
    ];
    const found = (text: string) =>
      ruleFor(registersOf({ decisions, ratingRules: two }), measure, period(text))?.band;
    expect(found('2020-21 Q2')).toBe(5);
  });
  it('of two from one day is the one set last, in whatever order they stand in the list', () => {
    const of = (setOn: [string | null, string | null], isTurned: boolean) => {
      const two = setOn.map((on, at) =>
        rule('2020-04-01', { key: `two|${at}`, band: at, setOn: on === null ? null : day(on) }),
      );
      const ratingRules = isTurned ? two.toReversed() : two;
      const rows = registersOf({ measures: [measure], decisions, ratingRules });
      return ruleFor(rows, measure, period('2020-21 Q2'))?.band;
    };
    for (const isTurned of [false, true]) {
      expect(of(['2020-04-09', '2020-04-02'], isTurned)).toBe(0);
      expect(of([null, '2020-04-02'], isTurned)).toBe(1);
      expect(of([null, null], isTurned)).toBe(1);
    }
  });
  it('is none where none was set, and figures are rated by the tolerance of their targets', () => {
    expect(ruleFor(registersOf({}), measure, period('2020-21 Q1'))).toBeNull();
  });
  it('goes on in the plan that takes the place of its own, until that has another', () => {
    const later = (rules: Rows['ratingRules'] & object) =>
      registersOf({
        plans: [
          { key: 'plan', code: 'plan', plan: 'plan' },
          { key: 'next', code: 'next', plan: 'next', succeeds: 'plan' },
        ],
        measures: [measure, { plan: 'next', code: 'M', continues: 'plan|M' }],
        decisions,
        ratingRules: [rule('2020-04-01', { band: 10 }), ...rules],
      });
    const of = rowOf('measures', { plan: 'next', code: 'M', continues: 'plan|M' });
    const bandOf = (...rules: Partial<Row<'ratingRules'>>[]) =>
      ruleFor(later(rules), of, period('2021-22 Q1'))?.band;
    expect(bandOf()).toBe(10);
    expect(bandOf(rule('2020-05-01', { measure: 'plan|M', band: 7 }))).toBe(7);
    expect(
      bandOf(
        rule('2020-05-01', { measure: 'plan|M', band: 7 }),
        rule('2021-04-01', { plan: 'next', band: 3 }),
      ),
    ).toBe(3);
  });
});

const closed: Partial<Row<'cycles'>> = {
  period: '2020-21 Q1',
  state: 'Closed',
  closedAt: Temporal.Instant.from('2020-07-28T23:30:00Z'),
};

describe('a rule set after a quarter closed', () => {
  const standing = (said: Partial<Row<'ratingRules'>>, of = '2020-21 Q1') =>
    standingOf(
      registersOf({
        cycles: [closed],
        decisions,
        measures: [measure],
        targets: [{ measure: 'plan|M', appliesFrom: day('2019-04-01'), target: 50 }],
        ratingRules: [rule('2020-04-01', said)],
      }),
      measure,
      { period: period(of), value: 46 },
    );
  it('leaves that quarter as it was and counts from the next', () => {
    expect(standing({ setOn: day('2020-07-30') })).toBe('off target');
    expect(standing({ setOn: day('2020-07-30') }, '2020-21 Q2')).toBe('within tolerance');
  });
  it('counts where it was set by the day the quarter closed', () => {
    expect(standing({ setOn: day('2020-07-29') })).toBe('within tolerance');
  });
  it('is as old as its decision where nobody said when it was set', () => {
    expect(standing({ decision: 'D2' })).toBe('off target');
    expect(standing({ decision: 'D1' })).toBe('within tolerance');
  });
  it('rates no quarter that has closed where nobody can say when it was set', () => {
    expect(standing({ decision: 'not in the list' })).toBe('off target');
    expect(standing({ decision: 'not in the list' }, '2020-21 Q2')).toBe('within tolerance');
  });
});

describe('for any rules', () => {
  const anyRules = fc.uniqueArray(
    fc.record({
      from: fc.integer({ min: -800, max: 800 }),
      band: fc.integer({ min: 0, max: 30 }),
      set: fc.option(fc.integer({ min: -300, max: 400 })),
    }),
    { maxLength: 8, selector: ({ from }) => from },
  );
  type Drawn = { from: number; band: number; set: number | null };
  const rows = (drawn: readonly Drawn[]) =>
    drawn.map(({ from, band, set }) =>
      rule(day('2020-04-01').add({ days: from }).toString(), {
        band,
        setOn: set === null ? null : day('2020-07-29').add({ days: set }),
      }),
    );
  const found = (drawn: readonly Drawn[], of = '2020-21 Q1') =>
    ruleFor(
      registersOf({ cycles: [closed], measures: [measure], decisions, ratingRules: rows(drawn) }),
      measure,
      period(of),
    )?.key ?? null;
  it('the order they stand in the list says nothing', () => {
    fc.assert(
      fc.property(anyRules, (drawn) => {
        expect(found(drawn.toReversed())).toBe(found(drawn));
      }),
    );
  });
  it('those that apply later, or were set after the close, change nothing of the past', () => {
    fc.assert(
      fc.property(anyRules, (drawn) => {
        const counts = drawn.filter(({ from, set }) => from <= 90 && (set === null || set <= 0));
        expect(found(drawn)).toBe(found(counts));
        const newest = counts.reduce<Drawn | null>(
          (one, other) => (one === null || other.from > one.from ? other : one),
          null,
        );
        const key = newest && rows([newest])[0]?.key;
        expect(found(drawn)).toBe(key ?? null);
      }),
    );
  });
});

describe('figures rated by what surrounds them', () => {
  const figure = (text: string, value: number) => ({ measure: 'plan|M', period: text, value });
  const registers = registersOf({
    measures: [measure],
    decisions,
    targets: [{ measure: 'plan|M', appliesFrom: day('2018-04-01'), target: 50 }],
    returns: [figure('2018-19 Q1', 40), figure('2019-20 Q1', 30), figure('2020-21 Q1', 35)],
    ratingRules: [
      rule('2019-04-01', { way: 'improved on last year' }),
      rule('2020-04-01', { way: 'improved on last year' }),
    ],
  });
  it('on last year’s: worse red, better amber; and the years before the rule by tolerance', () => {
    const standings = ['2018-19 Q1', '2019-20 Q1', '2020-21 Q1'].map(
      (text) => standingAt(registers, measure, period(text)).standing,
    );
    expect(standings).toEqual(['off target', 'off target', 'within tolerance']);
  });
  it('alike in history, on a card before it is saved, and in the roll-up', () => {
    const q1 = period('2020-21 Q1');
    const [point] = historyOf(registers, measure, q1, 1);
    expect(point?.standing).toBe('within tolerance');
    expect(standingOf(registers, measure, { period: q1, value: 35 })).toBe('within tolerance');
    expect(standingOf(registers, measure, { period: q1, value: 29.9 })).toBe('off target');
  });
  it('a figure of an earlier plan is the last year’s of the measure that goes on from it', () => {
    const goesOn = rowOf('measures', { plan: 'next', code: 'A', continues: 'plan|M' });
    const next = registersOf({
      measures: [measure, goesOn],
      decisions,
      targets: [{ measure: 'next|A', appliesFrom: day('2020-04-01'), target: 50 }],
      returns: [figure('2019-20 Q1', 30)],
      ratingRules: [rule('2020-04-01', { plan: 'next', way: 'improved on last year' })],
    });
    const at = { period: period('2020-21 Q1'), value: 31 };
    expect(standingOf(next, goesOn, at)).toBe('within tolerance');
  });
});

it('a council that uses blue sees it, and otherwise rates by the tolerance of each target', () => {
  const registers = registersOf({
    measures: [measure],
    decisions,
    targets: [{ measure: 'plan|M', appliesFrom: day('2020-04-01'), target: 50, tolerance: 2 }],
    ratingRules: [rule('2020-04-01', { way: 'by tolerance', blue: true, betterBy: 10 })],
  });
  const standing = (value: number) =>
    standingOf(registers, measure, { period: period('2020-21 Q1'), value });
  expect([55.1, 55, 48, 47.9].map(standing)).toEqual([
    'better than target',
    'on target',
    'within tolerance',
    'off target',
  ]);
});

describe('where a measure stands among its neighbours', () => {
  const benchmark = (said: Partial<Row<'benchmarks'>>): Partial<Row<'benchmarks'>> => ({
    key: `plan|${said.code}`,
    plan: 'plan',
    kind: 'comparison',
    measure: 'plan|M',
    period: '2020-21',
    ...said,
  });
  const england = benchmark({ code: 'A', comparator: 'England', quartile: 4, position: 1 });
  const neighbours = benchmark({ code: 'B', comparator: 'CIPFA nearest neighbours', quartile: 2 });
  const london = benchmark({ code: 'C', comparator: 'London', quartile: 1, position: 2 });
  const of = (rows: Rows['benchmarks'], text = '2020-21 Q4') =>
    quartileOf(registersOf({ benchmarks: rows ?? [] }), measure, period(text));
  it('its nearest neighbours count before any other group, which count as printed', () => {
    expect(of([england, neighbours, london])).toBe(2);
    expect(of([london, england])).toBe(4);
    expect(of([england, london])).toBe(4);
  });
  it('a position is of a period that ended when the figure’s own did', () => {
    expect(of([neighbours], '2020-21')).toBe(2);
    expect(of([neighbours], '2020-21 Q3')).toBeNull();
    expect(of([neighbours], '2021-22 Q1')).toBeNull();
    expect(of([{ ...neighbours, period: 'spring' }])).toBeNull();
  });
  it('one that may not be read by all tells nothing by its colour', () => {
    expect(of([{ ...neighbours, access: 'exempt' }])).toBeNull();
  });
  it('rates the figure in four colours, and leaves it data only until one is published', () => {
    const registers = (rows: Rows['benchmarks'] & object) =>
      registersOf({
        measures: [measure],
        benchmarks: rows,
        decisions,
        returns: [{ measure: 'plan|M', period: '2020-21 Q4', value: 3 }],
        ratingRules: [rule('2020-04-01', { way: 'by quartile' })],
      });
    const row = rowOf('returns', { measure: 'plan|M', period: '2020-21 Q4', value: 3 });
    const rated = (rows: Rows['benchmarks'] & object) =>
      ratedAt(registers(rows), measure, { period: period('2020-21 Q4'), row }).standing;
    expect(rated([neighbours])).toBe('on target');
    expect(rated([])).toBe('data only');
  });
});

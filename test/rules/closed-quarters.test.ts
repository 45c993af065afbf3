// A quarter that has closed stays as it was reported, whatever is changed later.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { historyOf } from '../../src/rules/history.ts';
import { type Period, parsePeriod } from '../../src/rules/period.ts';
import { targetFor } from '../../src/rules/rating.ts';
import { rollUp } from '../../src/rules/roll-up.ts';
import { standingAt } from '../../src/rules/standings.ts';
import { targetFaults } from '../../src/rules/target-faults.ts';
import { returnsDue } from '../../src/rules/what-is-due.ts';
import { day } from './arbitrary.ts';
import { type Rows, registersOf, rowOf } from './table-of.ts';

const period = (text: string) => parsePeriod(text) as Period;
const q1 = 'plan|2020-21 Q1';
const closed: Partial<Row<'cycles'>> = {
  period: '2020-21 Q1',
  state: 'Closed',
  // Past midnight in London, not yet in UTC: it closed on the 29th.
  closedAt: Temporal.Instant.from('2020-07-28T23:30:00Z'),
};
const measure = rowOf('measures', { code: 'M' });
const target = (said: Partial<Row<'targets'>>): Partial<Row<'targets'>> => ({
  measure: 'plan|M',
  appliesFrom: day('2020-04-01'),
  ...said,
});

describe('a target set after its quarter closed', () => {
  const inForce = (setOn: string, of = '2020-21 Q1', cycle: Partial<Row<'cycles'>> = closed) =>
    targetFor(
      registersOf({
        cycles: [cycle],
        targets: [
          target({ appliesFrom: day('2019-04-01'), target: 80 }),
          target({ target: 90, setOn: day(setOn) }),
        ],
      }),
      'plan|M',
      period(of),
    )?.target;
  it('leaves that quarter as it was and counts from the next', () => {
    expect(inForce('2020-07-30')).toBe(80);
    expect(inForce('2020-07-30', '2020-21 Q2')).toBe(90);
  });
  it('counts where it was set by the day the quarter closed, in the council’s own time', () => {
    expect(inForce('2020-07-29')).toBe(90);
  });
  it('counts while the quarter is open, and where the cycle was withdrawn', () => {
    expect(inForce('2020-07-30', '2020-21 Q1', { ...closed, state: 'Open' })).toBe(90);
    expect(inForce('2020-07-30', '2020-21 Q1', { ...closed, state: 'Withdrawn' })).toBe(90);
  });
  it('a figure asked for in a later cycle is closed with that cycle', () => {
    const registers = registersOf({
      cycles: [closed, { period: '2020-21 Q2' }],
      returns: [{ measure: 'plan|M', period: '2020-21 Q1', cycle: 'plan|2020-21 Q2', value: 85 }],
      targets: [target({ target: 90, setOn: day('2020-09-01') })],
    });
    expect(targetFor(registers, 'plan|M', period('2020-21 Q1'))?.target).toBe(90);
  });
  it('a closed quarter is never rated again, whatever targets are added later', () => {
    const anyTarget = fc.record({
      appliesFrom: fc
        .integer({ min: -800, max: 800 })
        .map((n) => day('2020-04-01').add({ days: n })),
      target: fc.integer({ min: 0, max: 100 }),
      setOn: fc.integer({ min: -200, max: 400 }).map((n) => day('2020-07-29').add({ days: n })),
    });
    const isLate = ({ setOn }: { setOn: Temporal.PlainDate }) =>
      Temporal.PlainDate.compare(setOn, day('2020-07-29')) > 0;
    const inForceOf = (drawn: readonly Partial<Row<'targets'>>[]) => {
      const once = new Map(drawn.map((each) => [String(each.appliesFrom), each]));
      const targets = [...once.values()].map((each) => target(each));
      const found = targetFor(
        registersOf({ cycles: [closed], targets }),
        'plan|M',
        period('2020-21 Q1'),
      );
      return found && [String(found.appliesFrom), found.target];
    };
    fc.assert(
      fc.property(fc.array(anyTarget, { maxLength: 8 }), (drawn) => {
        const there = drawn.filter((each) => !isLate(each));
        // A key is taken once: a later target cannot be added where one stands.
        const taken = new Set(there.map((each) => String(each.appliesFrom)));
        const added = drawn.filter((each) => isLate(each) && !taken.has(String(each.appliesFrom)));
        expect(inForceOf([...there, ...added])).toEqual(inForceOf(there));
      }),
    );
  });
});

describe('a target changed within its year', () => {
  const faults = (said: Partial<Row<'targets'>>, others: Rows['targets'] = []) => {
    const changed = rowOf('targets', target({ appliesFrom: day('2020-10-01'), ...said }));
    const registers = registersOf({
      targets: [target({ target: 80, setOn: day('2020-05-01') }), ...others, changed],
      decisions: [{ key: 'D1', board: 'cabinet', decidedOn: day('2020-09-15') }],
    });
    return targetFaults(registers, changed);
  };
  it('needs a decision that is in the register and came first', () => {
    expect(faults({ setOn: day('2020-09-20') })).toEqual(['a decision is needed']);
    expect(faults({ setOn: day('2020-09-20'), decision: 'D9' })).toEqual([
      'the decision is not in the register',
    ]);
    expect(faults({ setOn: day('2020-09-10'), decision: 'D1' })).toEqual([
      'the decision came after the target was set',
    ]);
    expect(faults({ setOn: day('2020-09-15'), decision: 'd1' })).toEqual([]);
  });
  it('one for the next year, and a profile set on one day, change nothing', () => {
    expect(faults({ appliesFrom: day('2021-04-01'), setOn: day('2021-05-01') })).toEqual([]);
    expect(faults({ setOn: day('2020-05-01') })).toEqual([]);
    expect(faults({ setOn: null })).toEqual([]);
  });
});

describe('a figure of a closed quarter', () => {
  const registersWith = (said: Rows = {}) =>
    registersOf({
      measures: [measure],
      cycles: [closed],
      targets: [target({ target: 95 })],
      returns: [{ measure: 'plan|M', period: '2020-21 Q1', cycle: q1, value: 85 }],
      reports: [{ cycle: q1, state: 'Closed' }],
      reportLines: [
        {
          key: `${q1}|measure|M`,
          report: q1,
          scope: 'measure',
          code: 'M',
          measure: 'plan|M',
          period: '2020-21 Q1',
          value: 85,
          target: 80,
          standing: 'on target',
        },
      ],
      ...said,
    });
  const shown = (said: Rows = {}) => {
    const registers = registersWith(said);
    const [point] = historyOf(registers, measure, period('2020-21 Q1'), 1);
    const at = standingAt(registers, measure, period('2020-21 Q1'));
    expect([at.target, at.standing]).toEqual([point?.target, point?.standing]);
    return [point?.target, point?.standing];
  };
  it('is shown as its closed report froze it, though the target’s row was changed since', () => {
    expect(shown()).toEqual([80, 'on target']);
  });
  it('is rated afresh once restated', () => {
    expect(
      shown({
        returns: [{ measure: 'plan|M', period: '2020-21 Q1', cycle: q1, value: 70 }],
      }),
    ).toEqual([95, 'off target']);
  });
  it('keeps the colour it closed with, though its tolerance is less by now: a year’s, by June a quarter of it', () => {
    const [line] = [...registersWith().reportLines.values()];
    const said: Rows = {
      measures: [{ ...measure, figureIs: 'year to date' }],
      targets: [target({ target: 100, tolerance: 5, through: 'evenly' })],
      returns: [{ measure: 'plan|M', period: '2020-21 Q1', cycle: q1, value: 22 }],
      reportLines: [{ ...line, value: 22, target: 25, standing: 'within tolerance' }],
    };
    expect(shown(said)).toEqual([25, 'within tolerance']);
    expect(shown({ ...said, reports: [] })).toEqual([25, 'off target']);
  });
  it('is rated afresh while the quarter is open, or open again', () => {
    expect(shown({ cycles: [{ ...closed, state: 'Open' }] })).toEqual([95, 'off target']);
    expect(shown({ reports: [{ cycle: q1, state: 'Live' }] })).toEqual([95, 'off target']);
  });
});

describe('a retired measure', () => {
  const cycle = rowOf('cycles', {});
  const asked = (retiredOn: string) => {
    const registers = registersOf({
      measures: [{ code: 'M', retiredOn: day(retiredOn) }, { code: 'N' }],
      returns: [{ measure: 'plan|M', period: '2020-21 Q1', value: 4 }],
    });
    return {
      due: returnsDue(registers, cycle).map((each) => each.measure.code),
      lines: rollUp(registers, cycle).filter((each) => each.scope === 'measure').length,
      history: historyOf(registers, measure, period('2020-21 Q1'), 1)[0]?.value,
    };
  };
  it('is not due, and not counted, from the quarter it was retired in', () => {
    expect(asked('2020-09-30')).toMatchObject({ due: ['N'], lines: 1 });
    expect(asked('2020-10-01')).toMatchObject({ due: ['M', 'N'], lines: 2 });
  });
  it('keeps its history', () => {
    expect(asked('2020-05-01').history).toBe(4);
  });
});

describe('a measure whose earlier plan measured another kind of period', () => {
  const figures = (of: string, values: Record<string, number>) =>
    Object.entries(values).map(([text, value]) => ({ measure: of, period: text, value }));
  const registers = registersOf({
    measures: [
      { code: 'A', plan: 'new', continues: 'old|7' },
      {
        code: '7',
        plan: 'old',
        frequency: 'annual',
        polarity: 'minimise',
        continues: 'oldest|7',
      },
      { code: '7', plan: 'oldest', frequency: 'annual', continues: 'NEW|a' },
    ],
    targets: [{ measure: 'old|7', appliesFrom: day('2018-04-01'), target: 10 }],
    returns: [
      ...figures('oldest|7', { '2017-18': 8 }),
      ...figures('old|7', { '2018-19': 9, '2019-20': 11 }),
      ...figures('new|A', { '2020-21 Q1': 12, '2020-21 Q2': 13 }),
    ],
  });
  const of = registers.measures.get('new|A') as Row<'measures'>;
  it('has them in its history once its own go no further back, chain and loop alike', () => {
    const points = historyOf(registers, of, period('2020-21 Q2'), 7);
    expect(points.map((each) => [each.period, each.value])).toEqual([
      ['2015-16', null],
      ['2016-17', null],
      ['2017-18', 8],
      ['2018-19', 9],
      ['2019-20', 11],
      ['2020-21 Q1', 12],
      ['2020-21 Q2', 13],
    ]);
  });
  it('each figure stands against the target, and the polarity, of its own plan', () => {
    const points = historyOf(registers, of, period('2020-21 Q2'), 4);
    expect(points.map((each) => [each.target, each.standing])).toEqual([
      [10, 'on target'],
      [10, 'off target'],
      [null, 'data only'],
      [null, 'data only'],
    ]);
  });
});

describe('a return that was asked for a target', () => {
  it('is never taken for a figure', () => {
    const registers = registersOf({
      measures: [measure],
      returns: [
        { measure: 'plan|M', period: '2019-20 Q4', value: 70 },
        {
          key: 'plan|M|2020-21 target',
          kind: 'target',
          measure: 'plan|M',
          period: '2020-21',
          value: 85,
        },
      ],
    });
    const line = rollUp(registers, rowOf('cycles', { period: '2020-21 Q4' }));
    expect(line[0]).toMatchObject({ value: null, standing: 'not yet available' });
    const [point] = historyOf(registers, measure, period('2020-21 Q4'), 1);
    expect(point?.value).toBeNull();
  });
});

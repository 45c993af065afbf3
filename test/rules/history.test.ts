import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { historyOf, latestFigure } from '../../src/rules/history.ts';
import { type Period, parsePeriod } from '../../src/rules/period.ts';
import { standingAt } from '../../src/rules/standings.ts';
import { day } from './arbitrary.ts';
import { registersOf, rowOf } from './table-of.ts';

const period = (text: string) => parsePeriod(text) as Period;
const recycling = { code: 'COM 6', title: 'Recycling rate' };
const figures = (measure: string, values: Record<string, number>): Partial<Row<'returns'>>[] =>
  Object.entries(values).map(([of, value]) => ({ measure, period: of, value }));

describe('the history of a measure', () => {
  const registers = registersOf({
    measures: [recycling],
    targets: [{ measure: 'plan|COM 6', appliesFrom: day('2019-04-01'), target: 40, tolerance: 2 }],
    returns: [
      ...figures('plan|COM 6', { '2019-20 Q2': 41, '2019-20 Q4': 39.5, '2020-21 Q1': 36 }),
      { measure: 'plan|COM 6', period: '2020-21 Q2', state: 'Due' },
      { measure: 'plan|COM 6', period: '2018-19 Q4', value: 35, illustrative: true },
    ],
  });
  const measure = registers.measures.get('plan|com 6') as Row<'measures'>;

  it('ends with the period asked for, oldest first, each with its own standing', () => {
    const points = historyOf(registers, measure, period('2020-21 Q1'), 3);
    expect(points.map((p) => [p.words, p.value, p.target, p.standing])).toEqual([
      ['Q3 2019-20', null, 40, 'not yet available'],
      ['Q4 2019-20', 39.5, 40, 'within tolerance'],
      ['Q1 2020-21', 36, 40, 'off target'],
    ]);
  });
  it('keeps a gap as a gap: no figure is null, whether asked for or not', () => {
    const [none, asked] = [
      historyOf(registers, measure, period('2019-20 Q3'), 1)[0],
      historyOf(registers, measure, period('2020-21 Q2'), 1)[0],
    ];
    expect(none).toMatchObject({ value: null, return: null, standing: 'not yet available' });
    expect(asked).toMatchObject({ value: null, standing: 'not yet available' });
    expect(asked?.return?.state).toBe('Due');
  });
  it('before any target was set a figure is data only', () => {
    expect(historyOf(registers, measure, period('2018-19 Q4'), 1)[0]).toMatchObject({
      value: 35,
      target: null,
      standing: 'data only',
      illustrative: true,
    });
  });
  it('asked up to a quarter, an annual measure answers with its own years', () => {
    const annual = rowOf('measures', { code: 'HB 1', frequency: 'annual' });
    const words = historyOf(registers, annual, period('2020-21 Q2'), 2).map((p) => p.words);
    expect(words).toEqual(['2018-19', '2019-20']);
  });
  it('the latest figure is the newest period that has one, not the newest asked for', () => {
    expect(latestFigure(registers, measure)).toMatchObject({ period: '2020-21 Q1', value: 36 });
  });
});

describe('what counts as a figure', () => {
  const latest = (...returns: Partial<Row<'returns'>>[]) => {
    const registers = registersOf({
      measures: [recycling],
      returns: returns.map((each) => ({ measure: 'plan|COM 6', ...each })),
    });
    return latestFigure(registers, rowOf('measures', recycling));
  };
  it('nought does', () => {
    expect(latest({ period: '2020-21 Q1', value: 0 })).toMatchObject({ value: 0 });
  });
  it('a withdrawn return, one without a value and a period nobody can read do not', () => {
    expect(latest({ period: '2020-21 Q1', value: 4, state: 'Withdrawn' })).toBeNull();
    expect(latest({ period: '2020-21 Q1', state: 'No data until' })).toBeNull();
    expect(latest({ period: 'Quarter 1', value: 4 })).toBeNull();
    expect(latest()).toBeNull();
  });
  it('a provisional figure does, and says so', () => {
    expect(latest({ period: '2020-21 Q1', value: 4, finality: 'provisional' })).toMatchObject({
      value: 4,
      provisional: true,
    });
    expect(latest({ period: '2020-21 Q1', value: 4 })).toMatchObject({ provisional: false });
  });
});

describe('a measure that continues one of an earlier plan', () => {
  const registers = registersOf({
    measures: [
      { code: 'A', plan: 'new-plan', continues: 'old-plan|7' },
      { code: '7', plan: 'old-plan', continues: 'new-plan|A' },
    ],
    returns: [
      ...figures('old-plan|7', { '2019-20 Q3': 10, '2019-20 Q4': 11 }),
      { measure: 'new-plan|A', period: '2019-20 Q4', state: 'Withdrawn' },
      ...figures('new-plan|A', { '2020-21 Q1': 12 }),
    ],
  });
  const measure = registers.measures.get('new-plan|A') as Row<'measures'>;

  it('has the earlier plan’s figures in its history, even where the two point at each other', () => {
    const points = historyOf(registers, measure, period('2020-21 Q1'), 4);
    expect(points.map((p) => p.value)).toEqual([null, 10, 11, 12]);
  });
  it('travels from the earlier plan’s figure', () => {
    expect(standingAt(registers, measure, period('2020-21 Q1')).short).toBe('better');
  });
});

describe('direction, short and long', () => {
  // Havering, Corporate Performance Report Q3 2014/15: short compares quarter 3 of 2014/15 with
  // quarter 2, long with quarter 3 of 2013/14.
  const registers = registersOf({
    measures: [recycling],
    targets: [{ measure: 'plan|COM 6', appliesFrom: day('2013-04-01'), target: 35 }],
    returns: figures('plan|COM 6', { '2013-14 Q3': 33, '2014-15 Q2': 37, '2014-15 Q3': 36 }),
  });
  const measure = registers.measures.get('plan|COM 6') as Row<'measures'>;

  it('quarter 3 is held against quarter 2 and against quarter 3 a year before', () => {
    expect(standingAt(registers, measure, period('2014-15 Q3'))).toMatchObject({
      standing: 'on target',
      short: 'worse',
      long: 'better',
      provisional: false,
    });
  });
  it('there is none where the figure itself or the one before is missing', () => {
    expect(standingAt(registers, measure, period('2014-15 Q4'))).toMatchObject({
      standing: 'not yet available',
      short: null,
      long: null,
    });
    expect(standingAt(registers, measure, period('2014-15 Q2'))).toMatchObject({
      short: null,
      long: null,
    });
  });
  it('an annual figure is held against the year before, both ways', () => {
    const annual = { code: 'HB 1', frequency: 'annual', polarity: 'minimise' } as const;
    const yearly = registersOf({
      measures: [annual],
      returns: figures('plan|HB 1', { '2018-19': 9, '2019-20': 8 }),
    });
    expect(standingAt(yearly, rowOf('measures', annual), period('2019-20'))).toMatchObject({
      short: 'better',
      long: 'better',
    });
  });
});

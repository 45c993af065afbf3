// Figures that the registers answer themselves: what counts, and how it is said.
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { type Period, parsePeriod } from '../../src/rules/period.ts';
import { workedOut } from '../../src/rules/worked-out.ts';
import { day } from './arbitrary.ts';
import { type Rows, registersOf, rowOf } from './table-of.ts';

const worked = (measure: Partial<Row<'measures'>>, rows: Rows) =>
  workedOut(
    registersOf(rows),
    rowOf('measures', { code: 'M', ...measure }),
    parsePeriod('2020-21 Q2') as Period,
  );

const action = (code: string, dueOn: string | null, said: Partial<Row<'actions'>> = {}) => ({
  key: `plan|${code}`,
  title: code,
  plan: 'plan',
  code,
  kind: 'activity' as const,
  dueOn: dueOn === null ? null : day(dueOn),
  ...said,
});
const done = (on: string | null) =>
  ({ status: 'complete', completedOn: on === null ? null : day(on) }) as const;
const delivered = { workedOutFrom: 'actions delivered' } as const;

describe('actions delivered', () => {
  it('are those complete by their day, of all due by the end of the period', () => {
    const actions = [
      action('1', '2020-06-30', done('2020-06-30')),
      action('2', '2020-09-30', { ...done('2020-09-01'), kind: 'milestone' }),
      action('3', '2020-09-30', done('2020-10-01')),
      action('4', '2020-09-30', { status: 'delayed' }),
      action('5', '2020-10-01', done('2020-09-01')),
      action('6', null, done('2020-09-01')),
    ];
    expect(worked(delivered, { actions })).toEqual({
      value: 50,
      numerator: 2,
      denominator: 4,
      words:
        '2 of 4 actions due by Wed 30 September 2020 were complete by their day; 1 complete after it, 1 not complete.',
    });
  });
  it('are none the more for stopping some, nor for a completion nobody has dated', () => {
    const actions = [
      action('1', '2020-06-30', done('2020-06-30')),
      action('2', '2020-06-30', { status: 'stopped' }),
      action('3', '2020-06-30', done(null)),
    ];
    expect(worked(delivered, { actions })).toMatchObject({
      value: 33.3,
      words: expect.stringMatching(/; 1 complete on a day not known, 1 stopped\.$/),
    });
  });
  it('are the plan’s own with its sections’, and no promise made at a poor figure', () => {
    const plans = [
      { key: 'plan', plan: 'plan', code: 'plan' },
      { key: 'plan|4', plan: 'plan', code: '4' },
    ];
    const actions = [
      action('1', '2020-06-30', { ...done('2020-06-30'), plan: 'plan|4' }),
      action('2', '2020-06-30', { kind: 'corrective action' }),
      action('3', '2020-06-30', { kind: 'recovery plan' }),
      action('4', '2020-06-30', { plan: 'other' }),
    ];
    expect(worked(delivered, { plans, actions })).toMatchObject({ numerator: 1, denominator: 1 });
  });
  it('are not known where none was due: the figure is asked for like any other', () => {
    expect(worked(delivered, { actions: [action('1', '2020-12-31')] })).toBeNull();
    expect(worked({}, { actions: [action('1', '2020-06-30')] })).toBeNull();
  });
  it('are counted where the measure is of a number', () => {
    const actions = [action('1', '2020-06-30', done('2020-06-30')), action('2', '2020-06-30')];
    expect(worked({ ...delivered, unit: 'actions', decimals: 0 }, { actions })?.value).toBe(1);
  });
});

describe('savings achieved', () => {
  const saving = (code: string, said: Partial<Row<'savings'>>) => ({
    key: `plan|${code}`,
    plan: 'plan',
    code,
    year: '2020-21',
    stage: 'live' as const,
    ...said,
  });
  const achieved = { workedOutFrom: 'savings achieved' } as const;
  it('are held against what the whole year requires, and say so', () => {
    const savings = [
      saving('1', { required: 100_000, achieved: 25_000 }),
      saving('2', { required: 300_000 }),
      saving('3', { required: 1, achieved: 1, year: '2019-20' }),
      saving('4', { required: 1, achieved: 1, stage: 'pipeline' }),
      saving('5', { achieved: 10 }),
    ];
    expect(worked(achieved, { savings })).toEqual({
      value: 6.3,
      numerator: 25_000,
      denominator: 400_000,
      words:
        '£25,000 achieved of the £400,000 required in the whole of 2020-21; 1 of 2 savings not yet reported.',
    });
  });
  it('are not known where nobody has reported any, or nothing is required', () => {
    expect(worked(achieved, { savings: [saving('1', { required: 5 })] })).toBeNull();
    expect(worked(achieved, { savings: [saving('1', { achieved: 5 })] })).toBeNull();
  });
});

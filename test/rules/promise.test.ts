// Which promise of an earlier period is asked about again.
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { type Period, parsePeriod } from '../../src/rules/period.ts';
import { promiseBefore } from '../../src/rules/promise.ts';
import { registersOf } from './table-of.ts';

const action = (code: string, set: Partial<Row<'actions'>> = {}) => ({
  key: `plan|${code}`,
  plan: 'plan',
  code,
  kind: 'corrective action' as const,
  status: 'not started' as const,
  ...set,
});
const promised = (period: string, code: string, measure = 'plan|M') => ({
  measure,
  period,
  action: `plan|${code}`,
});

const found = (
  actions: readonly ReturnType<typeof action>[],
  returns: readonly Partial<Row<'returns'>>[],
) => {
  const registers = registersOf({
    measures: [{ code: 'M', continues: 'old|M' }, { plan: 'old', code: 'M' }, { code: 'N' }],
    actions,
    returns,
  });
  const measure = registers.measures.get('plan|M') as Row<'measures'>;
  return promiseBefore(registers, measure, parsePeriod('2020-21 Q2') as Period)?.code ?? null;
};

describe('what was promised before', () => {
  it('is the newest that is still open', () => {
    const actions = [action('Q4'), action('Q1')];
    const returns = [promised('2020-21 Q1', 'Q1'), promised('2019-20 Q4', 'Q4')];
    expect(found(actions, returns)).toBe('Q1');
    expect(found([action('Q4'), action('Q1', { status: 'complete' })], returns)).toBe('Q4');
    expect(found([action('Q4'), action('Q1', { status: 'stopped' })], returns)).toBe('Q4');
    expect(found([action('Q1', { status: 'delayed' })], returns)).toBe('Q1');
  });
  it('is none of the same period, or a later one, or another measure', () => {
    expect(found([action('A')], [promised('2020-21 Q2', 'A')])).toBeNull();
    expect(found([action('A')], [promised('2020-21 Q3', 'A')])).toBeNull();
    expect(found([action('A')], [promised('2020-21 Q1', 'A', 'plan|N')])).toBeNull();
  });
  it('may be of the plan before', () => {
    expect(found([action('A')], [promised('2020-21 Q1', 'A', 'old|M')])).toBe('A');
  });
  it('is followed up in the plan it was carried into', () => {
    const old = { ...action('Q1'), key: 'old|Q1', plan: 'old' };
    const returns = [{ ...promised('2020-21 Q1', 'Q1', 'old|M'), action: 'old|Q1' }];
    const carried = (set: Partial<Row<'actions'>>) =>
      found([old, action('carried', { continues: 'old|Q1', ...set })], returns);
    expect(carried({})).toBe('carried');
    expect(carried({ status: 'complete' })).toBeNull();
    expect(carried({ continues: 'old|another' })).toBe('Q1');
  });
  it('is none where its row was removed', () => {
    expect(found([], [promised('2020-21 Q1', 'A')])).toBeNull();
  });
});

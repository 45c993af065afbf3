// Finding and ordering measures in the grid.
import { describe, expect, it } from 'vitest';
import type { MeasureRow } from '../../src/web/api.ts';
import { findMeasures, sortMeasures } from '../../tab/team-plan/find-measures.ts';

const row = (code: string, more: Partial<MeasureRow> = {}): MeasureRow => ({
  key: code,
  code,
  name: `Measure ${code}`,
  unit: '%',
  owner: 'Head of Housing',
  team: 'Housing',
  standing: 'on target',
  lastStanding: null,
  figure: null,
  trend: [],
  return: { state: 'not asked', words: '', day: null, daysLate: 0 },
  ...more,
});
const figure = (value: number): NonNullable<MeasureRow['figure']> => ({
  value,
  text: String(value),
  target: '–',
  period: 'Q1',
  provisional: false,
  illustrative: false,
  targetIllustrative: false,
  short: null,
  long: null,
});
const codes = (rows: readonly MeasureRow[]) => rows.map(({ code }) => code).join(' ');

describe('finding measures', () => {
  const rows = [
    row('A1', { name: 'Homes let' }),
    row('B2', { name: 'Waste recycled', owner: null, standing: 'better than target' }),
    row('C3', { return: { state: 'late', words: '', day: null, daysLate: 2 } }),
  ];

  it('finds by name, code or owner, every word of it, in any order', () => {
    expect(codes(findMeasures(rows, { find: 'let HOMES', status: null }))).toBe('A1');
    expect(codes(findMeasures(rows, { find: 'b2', status: null }))).toBe('B2');
    expect(codes(findMeasures(rows, { find: 'no owner', status: null }))).toBe('B2');
    expect(codes(findMeasures(rows, { find: 'head  c3', status: null }))).toBe('C3');
  });

  it('counts better than target among on target, as the strip does', () => {
    expect(codes(findMeasures(rows, { find: '', status: 'on target' }))).toBe('A1 B2 C3');
    expect(codes(findMeasures(rows, { find: '', status: 'better than target' }))).toBe('B2');
  });

  it('shows late returns alone', () => {
    expect(codes(findMeasures(rows, { find: '', status: 'late' }))).toBe('C3');
  });
});

describe('ordering measures', () => {
  it('puts a missing value last whichever way it sorts', () => {
    const rows = [
      row('none'),
      row('ten', { figure: figure(10) }),
      row('two', { figure: figure(2) }),
    ];
    expect(codes(sortMeasures(rows, { by: 'value', descending: false }))).toBe('two ten none');
    expect(codes(sortMeasures(rows, { by: 'value', descending: true }))).toBe('ten two none');
  });

  it('puts the most serious status and the latest return first', () => {
    const rows = [
      row('on'),
      row('off', {
        standing: 'off target',
        return: { state: 'late', words: '', day: null, daysLate: 1 },
      }),
      row('later', {
        standing: 'data only',
        return: { state: 'late', words: '', day: null, daysLate: 4 },
      }),
    ];
    expect(codes(sortMeasures(rows, { by: 'status', descending: false }))).toBe('off on later');
    expect(codes(sortMeasures(rows, { by: 'return', descending: false }))).toBe('later off on');
  });
});

// Where points of a chart fall: honest about gaps, zero and changed targets.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { niceScale } from '../../src/shapes/nice-scale.ts';
import type { HistoryRow } from '../../src/web/api.ts';
import { chartShape, fittingIn } from '../../tab/measure/chart-shape.ts';
import { sparklineShape, sparklineWords } from '../../tab/pieces/sparkline-shape.ts';

const row = (value: number | null, more: Partial<HistoryRow> = {}): HistoryRow => ({
  period: String(Math.random()),
  words: 'Q1 2020-21',
  value,
  text: String(value),
  target: 10,
  targetText: '10',
  targetIllustrative: false,
  standing: value === null ? 'not yet available' : 'on target',
  provisional: false,
  return: null,
  illustrative: false,
  chart: { limits: null, cause: null, rebased: null },
  ...more,
});

describe('a chart', () => {
  it('leaves a gap where a period has no figure, and never draws it as zero', () => {
    const shape = chartShape([row(5), row(6), row(null), row(7)], 640, 300);
    expect(shape.points).toHaveLength(3);
    expect(shape.stretches).toHaveLength(1);
  });

  it('steps where the target changed', () => {
    const { targets } = chartShape([row(5), row(6, { target: 20 })], 640, 300);
    expect(new Set(targets.map(({ y }) => y)).size).toBe(2);
  });

  it('dashes a stretch that touches an illustrative figure', () => {
    const history = [row(5, { illustrative: true }), row(6), row(7)];
    const { stretches } = chartShape(history, 640, 300);
    expect(stretches.map(({ dashed }) => dashed)).toEqual([true, false]);
  });

  it('keeps every value and target inside the scale, whatever they are', () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
        const { foot, head, ticks } = niceScale(values);
        const near = Math.max(...values.map(Math.abs), 1) * 1e-9;
        expect(foot).toBeLessThanOrEqual(Math.min(...values) + near);
        expect(head).toBeGreaterThanOrEqual(Math.max(...values) - near);
        expect(head).toBeGreaterThan(foot);
        expect(ticks.length).toBeLessThan(12);
      }),
    );
  });

  const limited = (low: number, high: number, rebased: string | null = null) => ({
    chart: {
      limits: { low, mean: (low + high) / 2, high, trial: false },
      cause: null,
      rebased,
    },
  });

  it('draws limits as far as they go, and begins again where they do, without more figures too', () => {
    const history = [
      row(5, limited(1, 9)),
      row(6, limited(1, 9)),
      row(null, limited(1, 9)),
      row(7, { chart: { limits: null, cause: null, rebased: 'Counted another way' } }),
      row(7),
      row(7, limited(1, 9, 'Counted once more')),
    ];
    const { bands, rebased, points } = chartShape(history, 640, 300);
    expect(bands).toHaveLength(2);
    expect(bands[0]?.x2).toBeCloseTo(rebased[0]?.x ?? NaN, 6);
    expect(bands[1]?.x1).toBeCloseTo(rebased[1]?.x ?? NaN, 6);
    expect(rebased.map(({ letter }) => letter)).toEqual(['A', 'B']);
    expect(points.every(({ y }) => y > (bands[0]?.high ?? 0) && y < (bands[0]?.low ?? 0))).toBe(
      true,
    );
  });

  it('draws other limits apart, though nobody began them again', () => {
    const { bands } = chartShape([row(5, limited(1, 9)), row(6, limited(2, 8))], 640, 300);
    expect(bands).toHaveLength(2);
  });

  it('has room for limits beyond every figure and target', () => {
    const { bands } = chartShape([row(50, limited(-20, 400))], 640, 300);
    expect(bands[0]?.high).toBeGreaterThanOrEqual(0);
    expect(bands[0]?.low).toBeLessThanOrEqual(300);
  });

  it('leaves older periods to the table where marks would touch', () => {
    const history = Array.from({ length: 20 }, (_, at) => row(at));
    expect(fittingIn(history, 640)).toHaveLength(20);
    expect(fittingIn(history, 280).at(-1)?.value).toBe(19);
    expect(fittingIn(history, 280).length).toBeLessThan(14);
  });

  it('starts at zero when zero is near enough to show', () => {
    expect(niceScale([2, 9]).foot).toBe(0);
    expect(niceScale([92, 97]).foot).toBeGreaterThan(80);
  });
});

describe('a small trend', () => {
  const point = (value: number | null, illustrative = false) => ({
    words: 'Q1',
    value,
    standing: 'on target' as const,
    illustrative,
  });

  it('breaks where a figure is missing', () => {
    const { lines } = sparklineShape([point(1), point(2), point(null), point(3), point(4)], 88, 24);
    expect(lines).toHaveLength(2);
  });

  it('says where it started, where it ended and that it is illustrative', () => {
    expect(sparklineWords([point(1, true), point(3)])).toBe(
      '1 in Q1 to 3 in Q1, on target, illustrative',
    );
    expect(sparklineWords([point(null)])).toBe('No figures yet');
  });
});

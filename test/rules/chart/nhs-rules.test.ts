// Whole charts worked by hand from the rules of NHSRplotthedots 0.2.2, screen_outliers off: ptd_spc_standard for
// the limits and for what is outside, close and on which side, ptd_special_cause_type and ptd_point_type for
// the rest. The newest figure's verdict and the rings of the chart come of the same.
import { describe, expect, it } from 'vitest';
import { controlChart } from '../../../src/rules/chart/control-chart.ts';

const chartOf = (values: readonly number[], polarity: 'maximise' | 'minimise' | 'none') => {
  const chart = controlChart({ values, polarity, target: null, rebasedAt: [] });
  if (chart === null) throw new Error('there is no chart');
  return chart;
};
const causesOf = (values: readonly number[]) =>
  chartOf(values, 'maximise').causes.map((cause) => cause && `${cause.rule}, ${cause.is}`);
const newest = (values: readonly number[]) =>
  (['maximise', 'minimise', 'none'] as const).map((each) => chartOf(values, each).variation?.is);
const all = (count: number, cause: string | null) => Array.from({ length: count }, () => cause);
const limitsAre = (values: readonly number[], low: number, high: number) => {
  const [limits] = chartOf(values, 'maximise').limits;
  expect(limits?.low).toBeCloseTo(low, 9);
  expect(limits?.high).toBeCloseTo(high, 9);
};

describe('two of three close to a limit', () => {
  // Eleven figures of 88: mean 8. Ranges of 2 seven times, 14, 8 and 4, 40 in all: 4 on the mean. Limits
  // 10.64 either side of 8, close from 7.0933 beyond it, 15.0933. So 20 is outside, hence not close; 12 is
  // neither; 16 is close, and one is no pair. The first eight lie below the mean.
  const afterOneOutside = [4, 6, 4, 6, 4, 6, 4, 6, 20, 12, 16];
  it('are not made by one that is close and one outside: it is usual variation', () => {
    limitsAre(afterOneOutside, -2.64, 18.64);
    expect(causesOf(afterOneOutside)).toEqual([
      ...all(8, 'run, worse'),
      'outside, better',
      null,
      null,
    ]);
    expect(newest(afterOneOutside)).toEqual(['common cause', 'common cause', 'common cause']);
  });

  // Thirteen figures of 130: mean 10. Ranges of 2 nine times, 10, 4 and 1, 33 in all: 2.75. Limits 7.315
  // either side of 10; close from 4.8767 beyond it, 14.8767. So 19 is outside, 15 and 16 are close, and all
  // three lie above the mean.
  const besideOneOutside = [7, 9, 7, 9, 7, 9, 7, 9, 7, 9, 19, 15, 16];
  it('are made by two that are close, and the third may be outside', () => {
    limitsAre(besideOneOutside, 2.685, 17.315);
    expect(causesOf(besideOneOutside).slice(10)).toEqual([
      'outside, better',
      'two of three, better',
      'two of three, better',
    ]);
    expect(newest(besideOneOutside)).toEqual(['improving', 'concerning', 'neither']);
  });
});

describe('a trend', () => {
  // Thirteen figures of 169: mean 13. Ranges of 39 five times, 3, and 1 six times, 204 in all: 17. Limits
  // 45.22 either side; close from 30.1467 beyond, 43.1467, which 43 is not. The last eight lie below the mean,
  // and the last seven of them rise.
  const risingBelow = [43, 4, 43, 4, 43, 4, 1, 2, 3, 4, 5, 6, 7];
  it('is for the better by where it goes, not by its side of the mean', () => {
    limitsAre(risingBelow, -32.22, 58.22);
    expect(causesOf(risingBelow)).toEqual([
      ...all(5, null),
      'run, worse',
      ...all(7, 'trend, better'),
    ]);
    expect(newest(risingBelow)).toEqual(['improving', 'concerning', 'neither']);
  });
});

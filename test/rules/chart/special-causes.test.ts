// The four rules of a special cause, on figures held to limits that are given: mean nought, six either side.
import { describe, expect, it } from 'vitest';
import { causesIn } from '../../../src/rules/chart/special-causes.ts';

const limits = { low: -6, mean: 0, high: 6 };
const rulesIn = (figures: readonly number[]) =>
  causesIn(figures, limits, 'maximise').map((cause) => cause && `${cause.rule}, ${cause.side}`);
const all = (count: number, rule: string | null) => Array.from({ length: count }, () => rule);

describe('a run', () => {
  it('is seven in a row on one side of the mean, each of them a cause; six are none', () => {
    const six = [1, 2, 1, 2, 1, 2];
    expect(rulesIn([-1, ...six, -1])).toEqual(all(8, null));
    expect(rulesIn([-1, ...six, 1, -1])).toEqual([null, ...all(7, 'run, high'), null]);
    expect(rulesIn([1, -1, -2, -1, -2, -1, -2, -1, -2, 1])).toEqual([
      null,
      ...all(8, 'run, low'),
      null,
    ]);
  });

  it('is broken by a figure on the mean', () => {
    expect(rulesIn([1, 2, 1, 0, 2, 1, 2, 1])).toEqual(all(8, null));
  });
});

// The series are those of NHSRplotthedots' tests of ptd_seven_point_trend.
describe('a trend', () => {
  const down = (figures: readonly number[]) => figures.map((each) => (each - 4) / 2);

  it('is seven figures that each rise, or each fall; six are none', () => {
    expect(rulesIn(down([1, 2, 3, 4, 5, 6]))).toEqual(all(6, null));
    expect(rulesIn(down([1, 2, 3, 4, 5, 6, 7]))).toEqual(all(7, 'trend, high'));
    expect(rulesIn(down([7, 6, 5, 4, 3, 2, 1]))).toEqual(all(7, 'trend, low'));
    expect(rulesIn(down([2, 1, 2, 3, 4, 5, 6, 7, 3]))).toEqual([
      null,
      ...all(7, 'trend, high'),
      null,
    ]);
  });

  it('is broken by two neighbours that are equal', () => {
    expect(rulesIn(down([1, 2, 3, 3, 4, 5, 6]))).toEqual(all(7, null));
  });

  it('that turns into another belongs to the one that follows', () => {
    const there = down([1, 2, 3, 4, 5, 6, 7]);
    expect(rulesIn([...there, ...there.toReversed().slice(1)])).toEqual([
      ...all(6, 'trend, high'),
      ...all(7, 'trend, low'),
    ]);
  });

  // Where ptd_special_cause_type would name the last of the first by its step to the second, which falls.
  it('that stops next to another names its own figures, to its last', () => {
    const first = [-3, -2, -1, 0, 1, 2, 3];
    const second = [-2, -1, 0, 1, 2, 3, 3.5];
    expect(rulesIn([...first, ...second])).toEqual(all(14, 'trend, high'));
  });

  it('says which way it goes, whichever side of the mean it is on', () => {
    const below = [-3.9, -3.5, -3, -2.5, -2, -1.5, -1];
    expect(causesIn(below, limits, 'minimise').at(-1)).toEqual({
      rule: 'trend',
      side: 'high',
      is: 'worse',
    });
  });
});

// Close is beyond two thirds of the way: 4. The patterns are those of the tests of ptd_two_in_three.
describe('two of three close to a limit', () => {
  const pair = 'two of three, high';

  it('are a cause in any two places of the three, with the third on their side', () => {
    expect(rulesIn([5, 1, 5])).toEqual([pair, null, pair]);
    expect(rulesIn([1, 5, 5])).toEqual([null, pair, pair]);
    expect(rulesIn([5, 5, 1])).toEqual([pair, pair, null]);
    expect(rulesIn([-5, -5, -1])).toEqual(['two of three, low', 'two of three, low', null]);
  });

  it('are none further apart, with the third on the other side or the mean, or at two thirds', () => {
    expect(rulesIn([5, 1, 1, 5])).toEqual(all(4, null));
    expect(rulesIn([5, -1, 5])).toEqual(all(3, null));
    expect(rulesIn([5, 0, 5])).toEqual(all(3, null));
    expect(rulesIn([4, 1, 4])).toEqual(all(3, null));
    expect(rulesIn([5, 5])).toEqual(all(2, null));
  });

  // ptd_spc_standard of 0.2.2: close to a limit is close and not outside it.
  it('are never one outside and one close, though the third may be outside', () => {
    expect(rulesIn([7, 1, 5])).toEqual(['outside, high', null, null]);
    expect(rulesIn([5, 7, 1])).toEqual([null, 'outside, high', null]);
    expect(rulesIn([-1, -7, -5])).toEqual([null, 'outside, low', null]);
    expect(rulesIn([7, 7, 5])).toEqual(['outside, high', 'outside, high', null]);
    expect(rulesIn([5, 7, 5])).toEqual([pair, 'outside, high', pair]);
    expect(rulesIn([7, 5, 5])).toEqual(['outside, high', pair, pair]);
  });

  it('are close on the limit itself, which is not outside it', () => {
    expect(rulesIn([6, 1, 5])).toEqual([pair, null, pair]);
  });
});

describe('outside a limit', () => {
  it('is beyond it, never on it', () => {
    expect(rulesIn([6, -6, 6.1, -6.1])).toEqual([null, null, 'outside, high', 'outside, low']);
  });

  it('names a figure before its trend does, and a trend before a run does', () => {
    expect(rulesIn([0.5, 1, 2, 3, 3.5, 3.8, 7])).toEqual([
      ...all(6, 'trend, high'),
      'outside, high',
    ]);
  });
});

describe('what a cause means', () => {
  it('is by polarity: high is better, worse, or neither', () => {
    const of = (polarity: 'maximise' | 'minimise' | 'none' | 'stay in range') =>
      causesIn([9, -9], limits, polarity).map((cause) => cause?.is);
    expect(of('maximise')).toEqual(['better', 'worse']);
    expect(of('minimise')).toEqual(['worse', 'better']);
    expect(of('none')).toEqual(['neither', 'neither']);
    expect(of('stay in range')).toEqual(['neither', 'neither']);
  });
});

// How far a measure's figures go of themselves, by the published rule.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlLimits } from '../../src/rules/control-limits.ts';

const figures = [74, 77, 71, 75, 78, 72, 76, 73, 77, 75, 74, 78];
const figure = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((tenths) => tenths / 10);
const series = fc.array(figure, { minLength: 12, maxLength: 60 });

describe('control limits', () => {
  it('lie 2.66 mean moving ranges either side of the mean', () => {
    // Mean 75; the eleven ranges add up to 40.
    const reach = (2.66 * 40) / 11;
    const limits = controlLimits(figures);
    expect(limits?.low).toBeCloseTo(75 - reach, 9);
    expect(limits?.high).toBeCloseTo(75 + reach, 9);
  });

  it('are not drawn from eleven figures', () => {
    expect(controlLimits(figures.slice(1))).toBeNull();
  });

  it('of figures that never moved are where they are, whatever their sum rounds to', () => {
    fc.assert(
      fc.property(figure, fc.integer({ min: 12, max: 60 }), (each, count) => {
        expect(controlLimits(Array.from({ length: count }, () => each))).toEqual({
          low: each,
          high: each,
        });
      }),
    );
  });

  it('move with the figures, and are as wide for them turned upside down', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: -1000, max: 1000 }), (of, by) => {
        const limits = controlLimits(of) as { low: number; high: number };
        const moved = controlLimits(of.map((each) => each + by));
        const turned = controlLimits(of.map((each) => -each));
        const near = (limits.high - limits.low + 1e6) * 1e-9;
        expect(Math.abs((moved?.low ?? NaN) - limits.low - by)).toBeLessThan(near);
        expect(Math.abs((turned?.low ?? NaN) + limits.high)).toBeLessThan(near);
      }),
    );
  });
});

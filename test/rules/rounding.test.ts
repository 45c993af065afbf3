// Rounding by arithmetic must be rounding by digits, to the last bit: it is what is printed and compared.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundTo } from '../../src/rules/rounding.ts';

/** Half away from zero, digit by digit, of the fifteen digits a figure carries. */
const byDigits = (value: number, decimals: number): number => {
  const [digits = '0', exponent = '0'] = Math.abs(value).toPrecision(15).split('e');
  const [whole = '0', part = ''] = digits.split('.');
  const shifted = BigInt(whole + part) * 10n ** BigInt(Math.max(0, decimals + Number(exponent)));
  const below = 10n ** BigInt(part.length - Math.min(0, decimals + Number(exponent)));
  const rounded = (shifted * 2n + below) / (below * 2n);
  const size = Number(`${rounded}e${-decimals}`);
  return value < 0 && size !== 0 ? -size : size;
};

describe('a figure is rounded half away from zero', () => {
  it('as tables print it', () => {
    expect([
      roundTo(2.345, 2),
      roundTo(1.005, 2),
      roundTo(-2.5, 0),
      roundTo(0.285, 2),
      roundTo(5e9 + 0.5, 0),
    ]).toEqual([2.35, 1.01, -3, 0.29, 5_000_000_001]);
    expect(Object.is(roundTo(-0.04, 1), 0)).toBe(true);
  });
  it('whatever the figure and its decimals', () => {
    const near = fc
      .tuple(fc.integer({ min: -1e7, max: 1e7 }), fc.integer({ min: 0, max: 6 }))
      .map(([n, places]) => Number(`${n}e-${places}`));
    const any = fc.oneof(
      near,
      near.map((n) => n + 0.1 + 0.2),
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
    );
    fc.assert(
      fc.property(any, fc.integer({ min: 0, max: 4 }), (value, decimals) => {
        expect(roundTo(value, decimals)).toBe(byDigits(value, decimals));
      }),
      { numRuns: 2_000 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { computeValue, valueInUnit } from '../../src/rules/compute-value.ts';
import { readNumber } from '../../src/rules/read-number.ts';
import { roundTo } from '../../src/rules/rounding.ts';
import { rowOf } from './table-of.ts';

const measure = (said: Partial<Row<'measures'>>) => rowOf('measures', { code: 'M', ...said });
const percentage = measure({ per: 100 });

describe('a figure worked out from numerator and denominator', () => {
  it('212 of 255 is 83.1 %', () => {
    expect(computeValue(percentage, 212, 255)).toBe(83.1);
  });
  it('a percentage that does not say what it is per is per hundred', () => {
    expect(computeValue(measure({ per: null }), 1, 8)).toBe(12.5);
  });
  it('an average is per one, a rate per what it says', () => {
    expect(computeValue(measure({ unit: 'days', per: 1 }), 47, 4)).toBe(11.8);
    expect(computeValue(measure({ unit: 'days', per: null }), 47, 4)).toBe(11.8);
    expect(computeValue(measure({ unit: 'rate per 1,000', per: 1000 }), 73, 4100)).toBe(17.8);
  });
  it('nought of some is nought; some of nought is never asked', () => {
    expect(computeValue(percentage, 0, 12)).toBe(0);
    expect(() => computeValue(percentage, 12, 0)).toThrow(/nought/);
  });
  it('a half rounds up, however a computer holds it', () => {
    expect(computeValue(measure({ decimals: 0, per: 100 }), 1, 8)).toBe(13);
    expect(computeValue(measure({ decimals: 2, per: 1 }), 1005, 1000)).toBe(1.01);
    expect(roundTo(2.345, 2)).toBe(2.35);
    expect(roundTo(-2.345, 2)).toBe(-2.35);
    expect(Object.is(roundTo(-0.04, 1), 0)).toBe(true);
    expect(roundTo(1.5e-8, 8)).toBe(2e-8);
    expect(roundTo(1e21, 1)).toBe(1e21);
  });
  it('is never more than half its last digit from the exact figure, and rounds once for all', () => {
    const count = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(
        count,
        count,
        fc.integer({ min: 0, max: 4 }),
        (numerator, denominator, decimals) => {
          const value = computeValue(measure({ decimals, per: 100 }), numerator, denominator);
          const exact = (numerator * 100) / denominator;
          expect(Math.abs(value - exact)).toBeLessThanOrEqual(
            0.5 * 10 ** -decimals + exact * 1e-14,
          );
          expect(roundTo(value, decimals)).toBe(value);
        },
      ),
    );
  });
});

const inUnit = (typed: string, said: Partial<Row<'measures'>>): number | null => {
  const read = readNumber(typed);
  if (!('value' in read)) throw new Error(`${typed} should be understood`);
  return valueInUnit(measure(said), read);
};

describe('a number as typed, in the unit of its measure', () => {
  it('"1 in 8" and "12.5 %" answer a percentage with 12.5', () => {
    expect(inUnit('1 in 8', { unit: '%' })).toBe(12.5);
    expect(inUnit('12.5%', { unit: '%' })).toBe(12.5);
    expect(inUnit('12.5', { unit: '%' })).toBe(12.5);
  });
  it('"3 in 1,000" answers a rate per 100,000 with 300', () => {
    expect(inUnit('3 in 1,000', { unit: 'rate per 100,000', per: 100_000 })).toBe(300);
  });
  it('"£3.2m" answers £ with 3,200,000, £m with 3.2 and £000 with 3,200', () => {
    expect(inUnit('£3.2m', { unit: '£' })).toBe(3_200_000);
    expect(inUnit('£3.2m', { unit: '£m' })).toBe(3.2);
    expect(inUnit('3.2m', { unit: '£m' })).toBe(3.2);
    expect(inUnit('3.2', { unit: '£m' })).toBe(3.2);
    expect(inUnit('£3.2m', { unit: '£000' })).toBe(3_200);
    expect(inUnit('450k', { unit: '£k' })).toBe(450);
    expect(inUnit('450k', { unit: 'households' })).toBe(450_000);
  });
  it('a bare "£3.2" in £m is not guessed: it could be millions or pounds', () => {
    expect(inUnit('£3.2', { unit: '£m' })).toBeNull();
    expect(inUnit('£3,200,000', { unit: '£m' })).toBeNull();
  });
  it('a percentage or pounds cannot answer days, nor a ratio a count', () => {
    expect(inUnit('12%', { unit: 'days' })).toBeNull();
    expect(inUnit('£12', { unit: 'days' })).toBeNull();
    expect(inUnit('£12', { unit: '%' })).toBeNull();
    expect(inUnit('1 in 8', { unit: 'cases' })).toBeNull();
    expect(inUnit('1 in 8', { unit: '£m' })).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import type { Standing } from '../../src/registers/words.ts';
import { type Period, parsePeriod } from '../../src/rules/period.ts';
import { type Aim, missedBy, rate, targetFor } from '../../src/rules/rating.ts';
import { day } from './arbitrary.ts';
import { registersOf, rowOf } from './table-of.ts';

const aim = (said: Partial<Row<'targets'>>): Aim =>
  rowOf('targets', { measure: 'm', key: 't', ...said });
const measure = (said: Partial<Row<'measures'>> = {}) => rowOf('measures', { code: 'M', ...said });
const minimise = measure({ polarity: 'minimise' });
const inRange = measure({ polarity: 'stay in range' });

describe('planning decisions, by the published thresholds', () => {
  // Planning Advisory Service, "Managing Performance": at least 60 % of major decisions in time, at
  // most 10 % overturned at appeal (from "Improving planning performance: criteria for designation").
  const inTime = aim({ target: 60, tolerance: 2 });
  const overturned = aim({ target: 10, tolerance: 2 });

  it.each<[number, Standing]>([
    [73.4, 'on target'],
    [60, 'on target'],
    [59.9, 'within tolerance'],
    [58, 'within tolerance'],
    [57.9, 'off target'],
  ])('%d %% of major decisions in time is %s', (value, standing) => {
    expect(rate(measure(), value, inTime)).toBe(standing);
  });
  it.each<[number, Standing]>([
    [0, 'on target'],
    [10, 'on target'],
    [10.1, 'within tolerance'],
    [12, 'within tolerance'],
    [12.1, 'off target'],
  ])('%d %% overturned at appeal is %s', (value, standing) => {
    expect(rate(minimise, value, overturned)).toBe(standing);
  });
});

describe('a tolerance that is a percentage of the target', () => {
  // The ten per cent band that Havering reported by (Cabinet, Corporate Performance Report Q3 2014/15).
  const tenPercent = (target: number) =>
    aim({ target, tolerance: 10, toleranceIs: 'percent of target' });

  it.each<[number, Standing]>([
    [420, 'on target'],
    [378, 'within tolerance'],
    [377, 'off target'],
  ])('%d against 420 within ten per cent is %s', (value, standing) => {
    expect(rate(measure({ decimals: 0 }), value, tenPercent(420))).toBe(standing);
  });
  it('is of the size of a target below nought: -11 against -10 is just within ten per cent', () => {
    expect(rate(measure(), -11, tenPercent(-10))).toBe('within tolerance');
    expect(rate(measure(), -11.1, tenPercent(-10))).toBe('off target');
  });
  it('allows nothing off a target of nought', () => {
    expect(rate(minimise, 0, tenPercent(0))).toBe('on target');
    expect(rate(minimise, 0.1, tenPercent(0))).toBe('off target');
  });
});

describe('a range to stay in', () => {
  const caseload = aim({ rangeLow: 14, rangeHigh: 18, tolerance: 1 });
  it.each<[number, Standing]>([
    [12.9, 'off target'],
    [13, 'within tolerance'],
    [14, 'on target'],
    [16.2, 'on target'],
    [18, 'on target'],
    [19, 'within tolerance'],
    [19.1, 'off target'],
  ])('a caseload of %d where 14 to 18 is wanted is %s', (value, standing) => {
    expect(rate(inRange, value, caseload)).toBe(standing);
  });
  it('takes a percentage of the end that was passed', () => {
    const percent = aim({
      rangeLow: 10,
      rangeHigh: 20,
      tolerance: 5,
      toleranceIs: 'percent of target',
    });
    expect(rate(inRange, 9.5, percent)).toBe('within tolerance');
    expect(rate(inRange, 9.4, percent)).toBe('off target');
    expect(rate(inRange, 21, percent)).toBe('within tolerance');
    expect(rate(inRange, 21.1, percent)).toBe('off target');
  });
  it('may have one end only', () => {
    expect(rate(inRange, 1e6, aim({ rangeLow: 5 }))).toBe('on target');
    expect(rate(inRange, 4, aim({ rangeLow: 5 }))).toBe('off target');
  });
});

describe('what carries no colour', () => {
  const target = aim({ target: 90 });
  it('a figure that is missing is not yet available, never zero', () => {
    expect(rate(minimise, null, aim({ target: 5 }))).toBe('not yet available');
    expect(rate(minimise, 0, aim({ target: 5 }))).toBe('on target');
    expect(rate(measure({ dataOnly: true }), null, target)).toBe('not yet available');
  });
  it('a measure without a target, without polarity, or marked data only is data only', () => {
    expect(rate(measure(), 91, null)).toBe('data only');
    expect(rate(measure(), 91, aim({ target: null }))).toBe('data only');
    expect(rate(measure({ polarity: 'none' }), 91, target)).toBe('data only');
    expect(rate(measure({ dataOnly: true }), 91, target)).toBe('data only');
    expect(rate(inRange, 91, target)).toBe('data only');
  });
});

describe('an exact boundary', () => {
  it('is met however a computer writes it', () => {
    expect(
      rate(measure(), 93.1, aim({ target: 95, tolerance: 2, toleranceIs: 'percent of target' })),
    ).toBe('within tolerance');
    expect(rate(measure(), 0.1 + 0.2, aim({ target: 0.3 }))).toBe('on target');
    expect(rate(minimise, 0.1 + 0.2, aim({ target: 0.3 }))).toBe('on target');
    expect(rate(measure(), 1.1 * 3, aim({ target: 3.3 }))).toBe('on target');
  });
  it('is met to the last digit at any tolerance', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 0, max: 3 }),
        fc.boolean(),
        (target, tolerance, decimals, up) => {
          const scale = 10 ** decimals;
          const rated = measure({ polarity: up ? 'minimise' : 'maximise', decimals });
          const set = aim({ target: target / scale, tolerance: tolerance / scale });
          const edge = up ? target + tolerance : target - tolerance;
          const beyond = up ? edge + 1 : edge - 1;
          expect(rate(rated, edge / scale, set)).not.toBe('off target');
          expect(rate(rated, beyond / scale, set)).toBe('off target');
        },
      ),
    );
  });
  it('is not met by rounding: 94.96 against 95 misses, though it prints as 95.0', () => {
    expect(rate(measure(), 94.96, aim({ target: 95 }))).toBe('off target');
  });
});

const anyCase = fc.record({
  value: fc.integer({ min: -10_000, max: 10_000 }),
  target: fc.integer({ min: -10_000, max: 10_000 }),
  tolerance: fc.integer({ min: 0, max: 500 }),
  toleranceIs: fc.constantFrom('absolute' as const, 'percent of target' as const),
});

describe('for any figure and target', () => {
  it('what is high for one to maximise is low for one to minimise, seen in a mirror', () => {
    fc.assert(
      fc.property(anyCase, ({ value, target, ...tolerance }) => {
        expect(rate(minimise, -value, aim({ target: -target, ...tolerance }))).toBe(
          rate(measure(), value, aim({ target, ...tolerance })),
        );
      }),
    );
  });
  it('counting in thousands instead of ones changes no colour', () => {
    fc.assert(
      fc.property(anyCase, ({ value, target, tolerance, toleranceIs }) => {
        const less = toleranceIs === 'absolute' ? tolerance / 1000 : tolerance;
        const inThousands = aim({ target: target / 1000, tolerance: less, toleranceIs });
        expect(rate(measure({ decimals: 3 }), value / 1000, inThousands)).toBe(
          rate(measure({ decimals: 0 }), value, aim({ target, tolerance, toleranceIs })),
        );
      }),
    );
  });
  it('a better figure never stands worse', () => {
    const order: readonly Standing[] = ['off target', 'within tolerance', 'on target'];
    fc.assert(
      fc.property(anyCase, fc.nat(1000), ({ value, ...said }, more) => {
        const [now, better] = [
          rate(measure(), value, aim(said)),
          rate(measure(), value + more, aim(said)),
        ];
        expect(order.indexOf(better)).toBeGreaterThanOrEqual(order.indexOf(now));
      }),
    );
  });
  it('on target is to miss it by nothing, and a wider tolerance never makes amber red', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(1000), ({ tolerance, ...said }, more) => {
        const narrow = rate(measure(), said.value, aim({ ...said, tolerance }));
        const wide = rate(measure(), said.value, aim({ ...said, tolerance: tolerance + more }));
        expect(narrow === 'on target').toBe(missedBy(measure(), said.value, aim(said)) === 0);
        if (narrow !== 'off target') expect(wide).toBe(narrow);
      }),
    );
  });
});

describe('the target in force', () => {
  const registers = registersOf({
    targets: [
      { measure: 'plan|1', appliesFrom: day('2020-08-15'), target: 92 },
      { measure: 'plan|1', appliesFrom: day('2019-04-01'), target: 90 },
      { measure: 'plan|1', appliesFrom: day('2021-04-01'), target: 95 },
      { measure: 'plan|2', appliesFrom: day('2019-04-01'), target: 1 },
    ],
  });
  it.each([
    ['2018-19 Q4', null],
    ['2019-20 Q1', 90],
    ['2020-21 Q1', 90],
    ['2020-21 Q2', 92],
    ['2020-21', 92],
    ['2021-22 Q1', 95],
  ])('for %s is the last to apply by its end: %s', (period, target) => {
    const found = targetFor(registers, 'plan|1', parsePeriod(period) as Period);
    expect(found?.target ?? null).toBe(target);
  });
  it('is none for a measure that has none', () => {
    expect(targetFor(registers, 'plan|3', parsePeriod('2020-21') as Period)).toBeNull();
  });
});

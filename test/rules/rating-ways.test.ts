// The ways of rating a council may choose, by the rules councils have published.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import type { Standing } from '../../src/registers/words.ts';
import { type Aim, rate } from '../../src/rules/rating.ts';
import type { RatedBy } from '../../src/rules/rating-ways.ts';
import { rowOf } from './table-of.ts';

const aim = (said: Partial<Row<'targets'>>): Aim =>
  rowOf('targets', { measure: 'm', key: 't', ...said });
const measure = (said: Partial<Row<'measures'>> = {}) => rowOf('measures', { code: 'M', ...said });
const maximise = measure();
const minimise = measure({ polarity: 'minimise' });
const inRange = measure({ polarity: 'stay in range' });
const by = (said: Partial<RatedBy>): RatedBy => ({
  way: 'by tolerance',
  band: null,
  blue: false,
  betterBy: null,
  lastYear: null,
  quartile: null,
  ...said,
});

describe('within a band of the target', () => {
  // Maidstone Borough Council, first quarter performance monitoring 2023/24: "target met", "target slightly
  // missed (within 10%)", "target not achieved"; the figures are its own.
  const band = by({ way: 'within a band' });
  it.each<[string, number, number, Standing]>([
    ['prevention duty outcomes', 67.23, 65, 'on target'],
    ['relief duty outcomes', 38.98, 40, 'within tolerance'],
    ['homes improved', 39, 45, 'off target'],
  ])('%s: %d against %d is %s', (_, value, target, standing) => {
    expect(rate(measure({ decimals: 2 }), value, aim({ target }), band)).toBe(standing);
  });
  it('is ten per cent unless the rule says another, whatever tolerance the target has', () => {
    const target = aim({ target: 50, tolerance: 40 });
    expect(rate(maximise, 45, target, band)).toBe('within tolerance');
    expect(rate(maximise, 44.9, target, band)).toBe('off target');
    expect(rate(maximise, 47.5, target, by({ ...band, band: 5 }))).toBe('within tolerance');
    expect(rate(maximise, 47.4, target, by({ ...band, band: 5 }))).toBe('off target');
  });
  it('of nought allows no miss at all', () => {
    const none = by({ ...band, band: 0 });
    expect(rate(maximise, 49.9, aim({ target: 50 }), none)).toBe('off target');
  });
});

describe('improved on last year', () => {
  // London Borough of Havering, Cabinet, Corporate Performance Report Quarter 3 2014/15: green on or within
  // 10 % of the target; amber more than 10 % off, and improved or maintained on the same quarter of the
  // year before; red more than 10 % off, and neither. In 2012/13 the same with 5 %.
  const rated = (value: number, lastYear: number | null, said: Partial<RatedBy> = {}) =>
    rate(
      measure({ decimals: 0 }),
      value,
      aim({ target: 420 }),
      by({ way: 'improved on last year', lastYear, ...said }),
    );
  it.each<[number, number | null, Standing]>([
    [420, 500, 'on target'],
    [378, 500, 'on target'],
    [377, 376, 'within tolerance'],
    [377, 377, 'within tolerance'],
    [377, 378, 'off target'],
    [377, null, 'off target'],
  ])('%d against 420, last year %s, is %s', (value, lastYear, standing) => {
    expect(rated(value, lastYear)).toBe(standing);
  });
  it('takes the band the rule says', () => {
    expect(rated(399, 500, { band: 5 })).toBe('on target');
    expect(rated(398, 397, { band: 5 })).toBe('within tolerance');
  });
  it('to fall is to improve where less is wanted, and nearer its range where it should stay in one', () => {
    const lastYear = by({ way: 'improved on last year', lastYear: 30 });
    expect(rate(minimise, 29, aim({ target: 20 }), lastYear)).toBe('within tolerance');
    expect(rate(minimise, 31, aim({ target: 20 }), lastYear)).toBe('off target');
    const range = aim({ rangeLow: 14, rangeHigh: 18 });
    expect(rate(inRange, 25, range, lastYear)).toBe('within tolerance');
    expect(rate(inRange, 3, range, lastYear)).toBe('within tolerance');
    expect(rate(inRange, 1, range, lastYear)).toBe('off target');
  });
});

describe('a separate red line', () => {
  // Kent County Council, Quarterly Performance Report Quarter 1 2020/21: green, the target is achieved;
  // amber, the floor standard is achieved and the target is not; red, the floor standard is not.
  it.each<[number, Standing]>([
    [90, 'on target'],
    [89.9, 'within tolerance'],
    [80, 'within tolerance'],
    [79.9, 'off target'],
  ])('%d where 90 is wanted and 80 is the floor is %s', (value, standing) => {
    const floor = aim({ target: 90, toleranceIs: 'to the red line', redBelow: 80 });
    expect(rate(maximise, value, floor)).toBe(standing);
  });
  it('may lie nearer on one side of a range than on the other', () => {
    const range = aim({
      rangeLow: 14,
      rangeHigh: 18,
      toleranceIs: 'to the red line',
      redBelow: 13,
      redAbove: 24,
    });
    expect(rate(inRange, 13, range)).toBe('within tolerance');
    expect(rate(inRange, 12.9, range)).toBe('off target');
    expect(rate(inRange, 24, range)).toBe('within tolerance');
    expect(rate(inRange, 24.1, range)).toBe('off target');
  });
  it('not drawn, or drawn on the wrong side, tolerates nothing and never makes a hit a miss', () => {
    const none = aim({ target: 90, toleranceIs: 'to the red line', tolerance: 50 });
    expect(rate(maximise, 89.9, none)).toBe('off target');
    const beyond = aim({ target: 90, toleranceIs: 'to the red line', redBelow: 95 });
    expect(rate(maximise, 92, beyond)).toBe('on target');
    expect(rate(maximise, 89.9, beyond)).toBe('off target');
  });
});

describe('blue, where a council uses it', () => {
  const blue = by({ blue: true, betterBy: 5 });
  it.each<[number, Standing]>([
    [40, 'on target'],
    [42, 'on target'],
    [42.1, 'better than target'],
    [39.9, 'off target'],
  ])('%d against 40, blue from more than 5 %% better, is %s', (value, standing) => {
    expect(rate(maximise, value, aim({ target: 40 }), blue)).toBe(standing);
  });
  it('is any amount where the rule says no more', () => {
    const any = by({ blue: true });
    expect(rate(minimise, 40, aim({ target: 40 }), any)).toBe('on target');
    expect(rate(minimise, 39.9, aim({ target: 40 }), any)).toBe('better than target');
    expect(rate(minimise, -0.1, aim({ target: 0 }), any)).toBe('better than target');
  });
  it('goes with any band, and never with a range', () => {
    const banded = by({ blue: true, way: 'within a band' });
    expect(rate(maximise, 41, aim({ target: 40 }), banded)).toBe('better than target');
    expect(rate(maximise, 39, aim({ target: 40 }), banded)).toBe('within tolerance');
    for (const target of [null, 10, 30])
      expect(rate(inRange, 16, aim({ target, rangeLow: 14, rangeHigh: 18 }), blue)).toBe(
        'on target',
      );
  });
});

describe('by the quarter of its neighbours', () => {
  it.each<[number | null, Standing]>([
    [1, 'better than target'],
    [2, 'on target'],
    [3, 'within tolerance'],
    [4, 'off target'],
    [null, 'data only'],
    [5, 'data only'],
  ])('in quarter %s it is %s, with or without a target', (quartile, standing) => {
    const ranked = by({ way: 'by quartile', quartile });
    expect(rate(maximise, 12, null, ranked)).toBe(standing);
    expect(rate(maximise, 12, aim({ target: 50 }), ranked)).toBe(standing);
    expect(rate(maximise, 12, aim({ target: 50, state: 'proposed' }), ranked)).toBe(standing);
  });
});

const anyRule = fc.record({
  way: fc.constantFrom(
    'by tolerance' as const,
    'within a band' as const,
    'improved on last year' as const,
    'by quartile' as const,
  ),
  band: fc.option(fc.integer({ min: 0, max: 40 })),
  blue: fc.boolean(),
  betterBy: fc.option(fc.integer({ min: 0, max: 40 })),
  lastYear: fc.option(fc.integer({ min: -1000, max: 1000 })),
  quartile: fc.option(fc.integer({ min: 1, max: 4 })),
});
const anyAim = fc.record({
  target: fc.integer({ min: -1000, max: 1000 }),
  tolerance: fc.integer({ min: 0, max: 300 }),
  toleranceIs: fc.constantFrom('absolute' as const, 'percent of target', 'to the red line'),
  red: fc.nat(300),
});
const anyFigure = fc.integer({ min: -1500, max: 1500 });

type Drawn = { target: number; tolerance: number; red: number } & Pick<
  Row<'targets'>,
  'toleranceIs'
>;
const less = ({ target, red, ...said }: Drawn, scale = 1): Aim =>
  aim({
    ...said,
    tolerance: said.toleranceIs === 'absolute' ? said.tolerance / scale : said.tolerance,
    target: target / scale,
    redBelow: (target - red) / scale,
  });
const mirrored = ({ target, red, ...said }: Drawn): Aim =>
  aim({ ...said, target: -target, redAbove: -target + red });

const order: readonly Standing[] = [
  'data only',
  'off target',
  'within tolerance',
  'on target',
  'better than target',
];

describe('for any rule, figure and target', () => {
  it('what is high for one to maximise is low for one to minimise, seen in a mirror', () => {
    fc.assert(
      fc.property(anyRule, anyAim, anyFigure, (rule, drawn, value) => {
        const other = { ...rule, lastYear: rule.lastYear === null ? null : -rule.lastYear };
        expect(rate(minimise, -value, mirrored(drawn), other)).toBe(
          rate(maximise, value, less(drawn), rule),
        );
      }),
    );
  });
  it('counting in thousands instead of ones changes no colour', () => {
    fc.assert(
      fc.property(anyRule, anyAim, anyFigure, (rule, drawn, value) => {
        const lastYear = rule.lastYear === null ? null : rule.lastYear / 1000;
        const thousands = measure({ decimals: 3 });
        expect(rate(thousands, value / 1000, less(drawn, 1000), { ...rule, lastYear })).toBe(
          rate(measure({ decimals: 0 }), value, less(drawn), rule),
        );
      }),
    );
  });
  it('a better figure never stands worse', () => {
    fc.assert(
      fc.property(anyRule, anyAim, anyFigure, fc.nat(500), (rule, drawn, value, more) => {
        const now = rate(maximise, value, less(drawn), rule);
        const then = rate(maximise, value + more, less(drawn), rule);
        expect(order.indexOf(then)).toBeGreaterThanOrEqual(order.indexOf(now));
      }),
    );
  });
  it('a stricter tolerance, band or red line never betters a standing', () => {
    fc.assert(
      fc.property(anyRule, anyAim, anyFigure, fc.nat(50), (rule, drawn, value, stricter) => {
        const strict = {
          ...drawn,
          tolerance: Math.max(0, drawn.tolerance - stricter),
          red: Math.max(0, drawn.red - stricter),
        };
        const band = Math.max(0, (rule.band ?? 10) - stricter);
        const betterBy = (rule.betterBy ?? 0) + stricter;
        const was = rate(maximise, value, less(drawn), rule);
        const is = rate(maximise, value, less(strict), { ...rule, band, betterBy });
        expect(order.indexOf(is)).toBeLessThanOrEqual(order.indexOf(was));
      }),
    );
  });
  it('a missing figure is not yet available, and nothing is coloured without polarity', () => {
    fc.assert(
      fc.property(anyRule, anyAim, anyFigure, (rule, drawn, value) => {
        expect(rate(maximise, null, less(drawn), rule)).toBe('not yet available');
        expect(rate(measure({ polarity: 'none' }), value, less(drawn), rule)).toBe('data only');
        expect(rate(measure({ dataOnly: true }), value, less(drawn), rule)).toBe('data only');
      }),
    );
  });
  it('the plain rule says what no rule says', () => {
    fc.assert(
      fc.property(anyAim, anyFigure, (drawn, value) => {
        expect(rate(maximise, value, less(drawn), by({}))).toBe(rate(maximise, value, less(drawn)));
      }),
    );
  });
});

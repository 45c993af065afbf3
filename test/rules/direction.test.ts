import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Direction, directionSaid, directions } from '../../src/registers/words.ts';
import { directionOfTravel, sameWithinWords } from '../../src/rules/direction.ts';
import { rowOf } from './table-of.ts';

const maximise = { polarity: 'maximise', decimals: 1 } as const;
const minimise = { polarity: 'minimise', decimals: 1 } as const;
const neither = { polarity: 'none', decimals: 1 } as const;
const range = rowOf('targets', { key: 't', rangeLow: 14, rangeHigh: 18 });
const inRange = { polarity: 'stay in range', decimals: 1, range } as const;

describe('direction of travel', () => {
  it('up is better where more is wanted and worse where less is', () => {
    expect(directionOfTravel(maximise, 93.1, 92)).toBe('better');
    expect(directionOfTravel(minimise, 93.1, 92)).toBe('worse');
    expect(directionOfTravel(maximise, 92, 93.1)).toBe('worse');
    expect(directionOfTravel(minimise, 92, 93.1)).toBe('better');
  });
  it('a measure with no polarity reads higher or lower', () => {
    expect(directionOfTravel(neither, 3, 2)).toBe('higher');
    expect(directionOfTravel(neither, 2, 3)).toBe('lower');
  });
  it('figures that print alike are the same', () => {
    expect(directionOfTravel(maximise, 83.24, 83.16)).toBe('same');
    expect(directionOfTravel(maximise, 83.25, 83.16)).toBe('better');
    expect(directionOfTravel(neither, 0.1 + 0.2, 0.3)).toBe('same');
  });
  it('zero is a figure and a missing one is not: nothing is compared with nothing', () => {
    expect(directionOfTravel(minimise, 0, 4)).toBe('better');
    expect(directionOfTravel(minimise, null, 4)).toBeNull();
    expect(directionOfTravel(minimise, 4, null)).toBeNull();
  });
  it('nearer its range is better, further off worse; inside it, higher or lower', () => {
    expect(directionOfTravel(inRange, 19, 21)).toBe('better');
    expect(directionOfTravel(inRange, 16, 21)).toBe('better');
    expect(directionOfTravel(inRange, 12, 16)).toBe('worse');
    expect(directionOfTravel(inRange, 12, 13)).toBe('worse');
    expect(directionOfTravel(inRange, 17, 15)).toBe('higher');
    expect(directionOfTravel(inRange, 19, 13)).toBe('higher');
    expect(directionOfTravel({ ...inRange, range: null }, 12, 16)).toBe('lower');
  });
});

describe('a threshold for same', () => {
  const within = (sameWithin: number | null, sameIs: 'absolute' | 'percent' | null = null) => ({
    ...maximise,
    same: { sameWithin, sameIs },
  });
  it('of half a point: 0.5 apart is the same, 0.6 is not', () => {
    expect(directionOfTravel(within(0.5), 83.7, 83.2)).toBe('same');
    expect(directionOfTravel(within(0.5), 83.8, 83.2)).toBe('better');
    expect(directionOfTravel(within(0.5), 82.6, 83.2)).toBe('worse');
  });
  it('of five percent is of the figure before', () => {
    expect(directionOfTravel(within(5, 'percent'), 105, 100)).toBe('same');
    expect(directionOfTravel(within(5, 'percent'), 105.1, 100)).toBe('better');
    expect(directionOfTravel(within(5, 'percent'), 95, 100)).toBe('same');
    expect(directionOfTravel(within(5, 'percent'), 0.1, 0)).toBe('better');
  });
  it('counts for a range, and for a measure with no polarity', () => {
    const same = { sameWithin: 1, sameIs: null };
    expect(directionOfTravel({ ...inRange, same }, 19, 20)).toBe('same');
    expect(directionOfTravel({ ...neither, same }, 3, 2)).toBe('same');
    expect(directionOfTravel({ ...neither, same }, 3.1, 2)).toBe('higher');
  });
  it('that is not said is equal as printed', () => {
    expect(directionOfTravel(within(null), 83.24, 83.16)).toBe('same');
    expect(directionOfTravel(within(null), 83.3, 83.2)).toBe('better');
  });
  it('is said in words, beside an arrow that is never alone', () => {
    const said = (unit: string, same: number, sameIs: 'absolute' | 'percent' | null) =>
      directionSaid('same', sameWithinWords({ unit }, { sameWithin: same, sameIs }));
    expect(said('days', 0.5, null)).toBe('→ Same, within 0.5');
    expect(said('% of pupils', 0.5, 'absolute')).toBe('→ Same, within 0.5 points');
    expect(said('%', 1, 'absolute')).toBe('→ Same, within 1 point');
    expect(said('£m', 0.5, 'absolute')).toBe('→ Same, within £0.5m');
    expect(said('%', 2, 'percent')).toBe('→ Same, within 2%');
    expect(said('%', 0, null)).toBe('→ Same');
    expect(directionSaid('better', 'within 0.5')).toBe('↗ Better');
  });
});

const opposite: { readonly [D in Direction]: Direction } = {
  better: 'worse',
  worse: 'better',
  same: 'same',
  higher: 'lower',
  lower: 'higher',
};
const anyFigure = fc.integer({ min: -100_000, max: 100_000 }).map((tenths) => tenths / 10);
const anyMeasure = fc
  .tuple(fc.constantFrom(maximise, minimise, neither, inRange), fc.option(fc.nat(500)))
  .map(([measure, tenths]) => ({
    ...measure,
    same: { sameWithin: tenths === null ? null : tenths / 10, sameIs: 'absolute' as const },
  }));

describe('for any two figures', () => {
  it('the way back is the opposite of the way there', () => {
    fc.assert(
      fc.property(anyMeasure, anyFigure, anyFigure, (measure, now, before) => {
        const there = directionOfTravel(measure, now, before);
        expect(directions).toContain(there);
        expect(directionOfTravel(measure, before, now)).toBe(there && opposite[there]);
      }),
    );
  });
  it('a wider threshold only ever makes more of them the same', () => {
    fc.assert(
      fc.property(anyMeasure, anyFigure, anyFigure, fc.nat(100), (measure, now, before, more) => {
        const sameWithin = (measure.same.sameWithin ?? 0) + more;
        const wider = { ...measure, same: { ...measure.same, sameWithin } };
        const was = directionOfTravel(measure, now, before);
        expect([was, 'same']).toContain(directionOfTravel(wider, now, before));
        if (was === 'same') expect(directionOfTravel(wider, now, before)).toBe('same');
      }),
    );
  });
  it('better for one to maximise is worse for one to minimise', () => {
    fc.assert(
      fc.property(anyFigure, anyFigure, (now, before) => {
        const up = directionOfTravel(maximise, now, before);
        expect(directionOfTravel(minimise, now, before)).toBe(up && opposite[up]);
      }),
    );
  });
});

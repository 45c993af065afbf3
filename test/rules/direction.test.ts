import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Direction, directions } from '../../src/registers/words.ts';
import { directionOfTravel } from '../../src/rules/direction.ts';
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

const opposite: { readonly [D in Direction]: Direction } = {
  better: 'worse',
  worse: 'better',
  same: 'same',
  higher: 'lower',
  lower: 'higher',
};
const anyFigure = fc.integer({ min: -100_000, max: 100_000 }).map((tenths) => tenths / 10);
const anyMeasure = fc.constantFrom(maximise, minimise, neither, inRange);

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
  it('better for one to maximise is worse for one to minimise', () => {
    fc.assert(
      fc.property(anyFigure, anyFigure, (now, before) => {
        const up = directionOfTravel(maximise, now, before);
        expect(directionOfTravel(minimise, now, before)).toBe(up && opposite[up]);
      }),
    );
  });
});

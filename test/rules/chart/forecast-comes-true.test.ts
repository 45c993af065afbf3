// Whether what a forecast says of chances comes true: years made up by chance, counted; and what holds
// whatever the figures.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ToForecast, YearKind } from '../../../src/rules/chart/expected.ts';
import { plainOf } from './given-forecast.ts';

/** A row of chances, the same at every run (mulberry32). */
const chances = (seed: number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
const normals = (seed: number) => {
  const next = chances(seed);
  return () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
};

const level = (length: number, next: () => number) => Array.from({ length }, () => 50 + next());
const wander = (length: number, next: () => number) => {
  let at = 50;
  return Array.from({ length }, () => (at += next()));
};
/** Each figure its year's so far; the last of them ends a year. */
const toDate = (steps: readonly number[]) => {
  const lead = (4 - (steps.length % 4)) % 4;
  let sum = 0;
  return steps.map((each, at) => (sum = (at + lead) % 4 === 0 ? each : sum + each));
};
const runs = (length: number, next: () => number) =>
  toDate(Array.from({ length }, () => 25 + 3 * next()));

const yearOf = (year: readonly number[], yearIs: YearKind) => {
  const sum = year.reduce((total, each) => total + each, 0);
  if (yearIs === 'sum') return sum;
  return yearIs === 'mean' ? sum / year.length : (year.at(-1) as number);
};

type Tried = {
  readonly made: (length: number, next: () => number) => readonly number[];
  /** How many there are to go by, the year's own among them. */
  readonly figures: number;
  readonly more: Partial<ToForecast>;
};

const years = 2000;
/** Of years made up by chance, the share that ended between what was given of them. */
const held = ({ made, figures, more }: Tried): number => {
  const next = normals(7);
  const { yearIs = 'last', inYear = 2 } = more;
  let within = 0;
  for (let each = 0; each < years; each += 1) {
    const whole = made(figures + 4 - inYear, next);
    const between = plainOf({ values: whole.slice(0, figures), inYear, ...more })?.between;
    const end = yearOf(whole.slice(-4), yearIs ?? 'last');
    if (between && end >= between.low && end <= between.high) within += 1;
  }
  return within / years;
};

describe('what is said comes true', () => {
  it('eight in ten years end between what was given, of figures about a level', () => {
    const share = held({ made: level, figures: 14, more: {} });
    expect(share).toBeGreaterThan(0.77);
    expect(share).toBeLessThan(0.86);
  });

  it('and of years to date that grow by chance', () => {
    const share = held({ made: runs, figures: 14, more: { yearIs: 'run' } });
    expect(share).toBeGreaterThan(0.77);
    expect(share).toBeLessThan(0.86);
  });

  it('and of figures that wander, foretold as figures that share what they count', () => {
    const share = held({ made: wander, figures: 14, more: { overlaps: true } });
    expect(share).toBeGreaterThan(0.77);
    expect(share).toBeLessThan(0.88);
  });

  it('and of sums and means of figures that wander', () => {
    for (const yearIs of ['sum', 'mean'] as const)
      for (const inYear of [0, 1, 3]) {
        const share = held({ made: wander, figures: 14, more: { overlaps: true, yearIs, inYear } });
        expect([yearIs, inYear, share > 0.77 && share < 0.88]).toEqual([yearIs, inYear, true]);
      }
  });

  // Few figures know their own spread badly: what is given then errs on the wide side, never the narrow.
  const few = [4, 5, 6, 7, 8].flatMap((figures) =>
    [0, 1, 2, 3].map((inYear) => [figures, inYear] as const),
  );
  it.each(['last', 'sum', 'mean'] as const)(
    'and from four to eight figures, of a year that is the %s of its periods',
    (yearIs) => {
      for (const [figures, inYear] of few) {
        const share = held({ made: level, figures, more: { yearIs, inYear } });
        expect([figures, inYear, share > 0.78 && share < 0.89]).toEqual([figures, inYear, true]);
      }
    },
  );

  it('and from five to eight figures of a year to date; from four no interval is given', () => {
    expect(held({ made: runs, figures: 4, more: { yearIs: 'run', inYear: 1 } })).toBe(0);
    for (const [figures, inYear] of few) {
      if (figures === 4 || inYear === 0) continue;
      const share = held({ made: runs, figures, more: { yearIs: 'run', inYear } });
      expect([figures, inYear, share > 0.78 && share < 0.89]).toEqual([figures, inYear, true]);
    }
  });
});

const figure = fc.integer({ min: -500, max: 500 }).map((tenths) => tenths / 10);
const chanceOf = (more: Partial<ToForecast>) => plainOf(more)?.reach?.percent;
/** The chance of reaching a target, and that of the same upside down. */
const bothWays = (asked: Partial<ToForecast>, target: number) => ({
  up: chanceOf({ ...asked, target, polarity: 'maximise' }),
  turned: chanceOf({
    ...asked,
    values: (asked.values ?? []).map((each) => each && -each),
    target: -target,
    polarity: 'minimise',
    ends: { low: null, high: null },
  }),
  nearer: chanceOf({ ...asked, target: target - 1, polarity: 'maximise' }),
});

describe('whatever the figures', () => {
  it('the opposite polarity has the opposite chance, and a nearer target no smaller one', () => {
    fc.assert(
      fc.property(
        fc.array(figure, { minLength: 4, maxLength: 24 }),
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom('last' as const, 'sum', 'mean'),
        figure,
        (values, inYear, yearIs, target) => {
          const { up, turned, nearer } = bothWays({ values, inYear, yearIs }, target);
          expect(up).toBeTypeOf('number');
          expect(turned).toBe(up);
          expect(nearer).toBeGreaterThanOrEqual(up ?? NaN);
        },
      ),
    );
  });

  /** Whole years of steps, then one to three quarters of the year that is foretold. */
  const stepsBy = (step: fc.Arbitrary<number>) =>
    fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 3 }))
      .chain(([whole, inYear]) =>
        fc
          .array(step, { minLength: whole * 4 + inYear, maxLength: whole * 4 + inYear })
          .map((steps) => ({
            inYear,
            values: toDate([...steps, ...Array.from({ length: 4 - inYear }, () => 0)]).slice(
              0,
              inYear - 4,
            ),
          })),
      );

  it('of a year to date that rises and falls it is the same', () => {
    const both = stepsBy(figure.filter((each) => each !== 0)).filter(
      ({ values }) => goes(values, 1) && goes(values, -1),
    );
    fc.assert(
      fc.property(both, figure, (year, target) => {
        const { up, turned, nearer } = bothWays({ ...year, yearIs: 'run' }, target);
        expect(up).toBeTypeOf('number');
        expect(turned).toBe(up);
        expect(nearer).toBeGreaterThanOrEqual(up ?? NaN);
      }),
    );
  });

  it('one that has never fallen keeps what it has reached, and further on it is the same', () => {
    fc.assert(
      fc.property(stepsBy(fc.nat(500)), fc.integer({ min: -500, max: 500 }), (year, off) => {
        const reached = year.values.at(-1) as number;
        const asked = { ...year, yearIs: 'run' } as const;
        const { up, turned, nearer } = bothWays(asked, reached + off);
        if (off <= 0) expect(up).toBe(100);
        // Upside down it only ever falls, and nothing is known of how far down it may go.
        else expect(turned).toBe(up);
        expect(nearer).toBeGreaterThanOrEqual(up ?? NaN);
      }),
    );
  });
});

const goes = (values: readonly number[], way: 1 | -1) =>
  values.some((each, at) => Math.sign(at % 4 === 0 ? each : each - (values[at - 1] ?? 0)) === way);

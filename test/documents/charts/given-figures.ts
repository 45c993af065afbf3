// Charts as they may come, for properties: any number of periods, gaps, targets, limits and marks.
import fc from 'fast-check';
import { standings } from '../../../src/registers/words.ts';
import type { LineChart } from '../papers/given-charts.ts';
import { hostileTexts } from '../papers/hostile-text.ts';

export const anyWords = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(...hostileTexts, 'Bins emptied on the day', '% of pupils', '£', ''),
);

/** Of any size that a measure has; whole and fractions, below nought too. */
export const anyValue = fc.oneof(
  fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  fc.constantFrom(0, 95, 100, 0.001, -0.1),
);

const anyPoint = fc
  .record({
    words: anyWords,
    value: fc.option(anyValue),
    standing: fc.constantFrom(...standings),
    provisional: fc.boolean(),
    illustrative: fc.boolean(),
  })
  .chain((point) =>
    fc
      .constantFrom('better', 'worse', 'neither', null)
      .map((cause) => (cause === null ? point : { ...point, cause })),
  );

const anyPeriod = fc.record({
  point: anyPoint,
  target: fc.option(anyValue),
  limits: fc.option(fc.tuple(anyValue, anyValue, anyValue, fc.boolean())),
});

export const anyLineChart: fc.Arbitrary<LineChart> = fc
  .record({
    title: anyWords,
    alt: anyWords,
    unit: anyWords,
    decimals: fc.integer({ min: 0, max: 3 }),
    periods: fc.array(anyPeriod, { maxLength: 20 }),
    rebased: fc.array(fc.record({ at: fc.integer({ min: -1, max: 21 }), because: anyWords }), {
      maxLength: 3,
    }),
  })
  .map(({ periods, ...rest }) => ({
    ...rest,
    kind: 'line',
    id: 'chart-any',
    points: periods.map(({ point }) => point),
    targets: periods.map(({ target }) => target),
    limits: periods.map(({ limits }) => {
      if (limits === null) return null;
      const [one, two, three, trial] = limits;
      const [low = 0, mean = 0, high = 0] = [one, two, three].toSorted((a, b) => a - b);
      return { low, mean, high, trial };
    }),
  }));

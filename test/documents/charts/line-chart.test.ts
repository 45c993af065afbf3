// A measure's figures as a line: where they fall, what is distinct, and what the legend says of it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartSvg, narrowest } from '../../../src/documents/charts/chart-svg.ts';
import { linePlaces } from '../../../src/documents/charts/line-places.ts';
import { mark } from '../../../src/documents/charts/marks.ts';
import { tickWords } from '../../../src/documents/charts/scale.ts';
import { standings, standingWords } from '../../../src/registers/words.ts';
import { niceScale } from '../../../src/shapes/nice-scale.ts';
import { times } from '../../counts.ts';
import {
  controlChart,
  emptyLine,
  everyStanding,
  type LineChart,
  point,
} from '../papers/given-charts.ts';
import { saidIn } from './drawn.ts';
import { anyLineChart, anyValue } from './given-figures.ts';

const numRuns = times({ reduced: 200, full: 10_000 });
const legendOf = (chart: LineChart, width = 640) =>
  saidIn(chartSvg(chart, { for: 'picture', width })).join(' ');
const plain = (values: readonly (number | null)[], more: Partial<LineChart> = {}): LineChart => ({
  ...everyStanding,
  points: values.map((value, nth) => point(`Q${nth + 1}`, value)),
  targets: values.map(() => null),
  limits: values.map(() => null),
  ...more,
});

describe('Where figures fall', () => {
  test('a larger figure is never lower, alike figures are level, and all lie in the plot', () => {
    fc.assert(
      fc.property(anyLineChart, fc.constantFrom(narrowest, 680), (chart, width) => {
        const { figures, top, bottom, left, right } = linePlaces(chart, width);
        expect(figures.map((each) => each === null)).toEqual(
          chart.points.map(({ value }) => value === null),
        );
        const drawn = figures.filter((each) => each !== null);
        const outside = drawn.filter(
          ({ x, y }) => y < top - 0.01 || y > bottom + 0.01 || x <= left || x >= right,
        );
        expect(outside).toEqual([]);
        const byValue = drawn.toSorted(
          (one, two) => (one.point.value ?? 0) - (two.point.value ?? 0),
        );
        const fell = byValue.filter((each, nth) => {
          const before = byValue[nth - 1];
          if (!before) return false;
          const isLevel = before.point.value === each.point.value;
          return isLevel ? each.y !== before.y : each.y > before.y + 1e-6;
        });
        expect(fell).toEqual([]);
      }),
      { numRuns },
    );
  });

  test('a chart of the same figures in another unit has the same shape', () => {
    const values = [94.2, 94.8, null, 93.9, 91.2];
    const percent = linePlaces(plain(values), 640);
    const tenths = linePlaces(plain(values.map((each) => each && each * 10)), 640);
    expect(tenths.figures[2]).toBe(null);
    for (const nth of [0, 1, 3, 4])
      expect(tenths.figures[nth]?.y).toBeCloseTo(percent.figures[nth]?.y ?? Number.NaN, 6);
  });

  test('a gap is a gap: no line crosses a period without a figure', () => {
    const linesOf = (chart: LineChart) =>
      [...chartSvg(chart, { for: 'picture' }).matchAll(/d="([^"]*)" stroke-width="2"/g)].flatMap(
        ([, path = '']) => path.match(/M/g) ?? [],
      ).length;
    expect(linesOf(plain([1, 2, 3, 4]))).toBe(3);
    expect(linesOf(plain([1, 2, null, 4]))).toBe(1);
    expect(linesOf(plain([1, null, 3, null]))).toBe(0);
  });

  test('a target that was raised is a step, and none is drawn where there was none', () => {
    const chart = plain([1, 2, 3, 4, 5], { targets: [null, 2, 2, 3, null] });
    const { targets, figures } = linePlaces(chart, 640);
    expect(targets).toHaveLength(2);
    expect(targets[0]?.y).toBe(figures[1]?.y);
    expect(targets[1]?.y).toBe(figures[2]?.y);
    expect(targets[0]?.to).toBe(targets[1]?.from);
  });

  test('a target that was dropped and agreed again leaves a gap', () => {
    const chart = plain([1, 2, 3], { targets: [2, null, 2] });
    const { targets } = linePlaces(chart, 640);
    expect(targets).toHaveLength(2);
    expect(targets[0]?.to).toBeLessThan(targets[1]?.from ?? 0);
  });

  test('limits that change in one line alone are drawn as they were on either side', () => {
    const limits = [
      { low: 0, mean: 5, high: 10, trial: false },
      { low: 0, mean: 4, high: 8, trial: false },
    ];
    const { limits: drawn } = linePlaces(plain([5, 4], { limits }), 640);
    expect(drawn).toHaveLength(2);
    expect(drawn[0]?.low).toBe(drawn[1]?.low);
    expect(drawn[0]?.high).toBeLessThan(drawn[1]?.high ?? 0);
    expect(drawn[0]?.to).toBe(drawn[1]?.from);
  });

  test('limits, a target or nothing at all never push a figure off the scale', () => {
    const limits = [{ low: -50, mean: 0, high: 200, trial: true }];
    const { limits: drawn, bottom, top, figures } = linePlaces(plain([1], { limits }), 640);
    expect(drawn[0]?.low).toBeLessThan(bottom);
    expect(drawn[0]?.high).toBeGreaterThan(top - 0.01);
    expect(figures[0]?.y).toBeLessThan(bottom);
    expect(linePlaces(plain([]), 640).figures).toEqual([]);
  });
});

describe('The scale', () => {
  test('holds every figure, in few round steps', () => {
    fc.assert(
      fc.property(fc.array(anyValue, { maxLength: 20 }), (values) => {
        const { foot, head, ticks } = niceScale(values);
        const slack = Math.max(1, ...values.map(Math.abs)) * 1e-9;
        const off = values.filter((value) => value < foot - slack || value > head + slack);
        expect(off).toEqual([]);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(8);
        expect(ticks.toSorted((one, two) => one - two)).toEqual(ticks);
      }),
      { numRuns },
    );
  });

  test('says where it starts when zero is not on it, and not otherwise', () => {
    expect(legendOf(plain([94, 95, 96]))).toMatch(/The scale starts at 9\d/);
    expect(legendOf(plain([1, 50, 90]))).not.toContain('The scale starts');
    expect(legendOf(plain([-5, 5]))).not.toContain('The scale starts');
  });

  test.each([
    ['£', [0, 5_000_000], ['£0', '£2m', '£4m', '£6m']],
    ['£', [2_300_000, 2_450_000], ['£2.25m', '£2.3m', '£2.35m', '£2.4m', '£2.45m', '£2.5m']],
    ['%', [0.1, 0.4], ['0.0%', '0.1%', '0.2%', '0.3%', '0.4%', '0.5%']],
    ['days', [-12, 15], ['-20', '-10', '0', '10', '20']],
  ])('in %s from %j reads %j', (unit, values, said) => {
    const scale = niceScale(values);
    expect(scale.ticks.map((tick) => tickWords(unit, scale, tick))).toEqual(said);
  });
});

describe('What can be told apart without colour', () => {
  test('every standing has a shape of its own, filled and hollow', () => {
    const pen = { for: 'picture', width: 640, id: 'any' } as const;
    const withoutColour = (svg: string) =>
      svg.replaceAll(/#[0-9a-f]{6}/g, (ink) => (ink === '#ffffff' ? 'none' : 'ink'));
    const filled = standings.map((standing) => withoutColour(mark(pen, { standing, x: 0, y: 0 })));
    expect(new Set(filled).size).toBe(standings.length);
    const rated = standings.slice(0, 4);
    for (const standing of rated)
      expect(filled.slice(0, 4)).not.toContain(
        withoutColour(mark(pen, { standing, x: 0, y: 0, hollow: true })),
      );
  });

  test('each mark that is drawn is explained, and nothing else is', () => {
    const said = legendOf(everyStanding);
    for (const standing of standings)
      expect(said.includes(standingWords[standing].words)).toBe(standing !== 'not yet available');
    expect(said).toContain('illustrative');
    expect(said).toContain('p: provisional');
    expect(said).not.toMatch(/Special cause|limits|Mean/i);
    const bare = legendOf(plain([1, 2]));
    expect(bare).not.toMatch(/illustrative|provisional|Target|tolerance/);
  });

  test('a control chart names its limits, trial ones apart, its special causes and where limits begin again', () => {
    for (const width of [narrowest, 640]) {
      const said = legendOf(controlChart, width);
      expect(said).toContain('Limits of usual variation');
      expect(said).toContain('Trial limits of usual variation');
      expect(said).toContain('Special cause, improving');
      expect(said).toContain('Special cause, concerning');
      expect(said).toContain(
        'A: limits begin again from Q3 2017-18. Rounds were redrawn'.slice(0, 30),
      );
    }
  });

  test('a figure rated against neighbours reads as that in the legend', () => {
    const [first, ...rest] = plain([1, 2]).points;
    const chart = plain([1, 2], {
      points: first ? [{ ...first, against: 'quartile' }, ...rest] : [],
    });
    expect(legendOf(chart)).toContain('Second best quarter');
    expect(legendOf(chart)).toContain('On target');
  });
});

test('the newest figure is printed as its measure is', () => {
  expect(saidIn(chartSvg(controlChart, { for: 'picture' }))).toContain('93.1%');
  expect(
    saidIn(chartSvg(plain([1, 2, null], { unit: '£m', decimals: 2 }), { for: 'page' })),
  ).toContain('£2.00m');
});

test('where no figure has come, the drawing says so, and shows no scale of nothing', () => {
  expect(linePlaces(emptyLine, 640).valueTicks).toEqual([]);
  expect(saidIn(chartSvg(emptyLine, { for: 'page' }))[0]).toBe('No figure to draw yet.');
  expect(saidIn(chartSvg(plain([]), { for: 'page' }))[0]).toBe('No figure to draw yet.');
});

test('periods that are named do not run into one another, and the newest is always named', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.constantFrom(narrowest, 340, 640),
      (count, width) => {
        const chart = plain(
          Array.from({ length: count }, (_, nth) => nth),
          {
            points: Array.from({ length: count }, (_, nth) =>
              point(`September 20${10 + nth}`, nth),
            ),
          },
        );
        const { periodTicks } = linePlaces(chart, width);
        expect(periodTicks.at(-1)?.words).toBe(`September 20${9 + count}`);
        periodTicks.slice(1).forEach(({ at }, nth) => {
          expect(at - (periodTicks[nth]?.at ?? 0)).toBeGreaterThan(100);
        });
      },
    ),
  );
});

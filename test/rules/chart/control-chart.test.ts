// Limits, special causes and verdicts by Making Data Count's rules, on figures worked out elsewhere.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ControlChart, controlChart } from '../../../src/rules/chart/control-chart.ts';

const chartOf = (values: readonly (number | null)[], more: object = {}): ControlChart => {
  const chart = controlChart({
    values,
    polarity: 'maximise',
    target: null,
    rebasedAt: [],
    ...more,
  });
  if (chart === null) throw new Error('there is no chart');
  return chart;
};

/** NIST/SEMATECH e-Handbook, 6.3.2.2: ten flow rates, centre 50.81, limits 45.8159 and 55.8041. */
const nist = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
/** NHSRplotthedots, "Deviations from Excel defaults": its figures, and the mean it prints, 1.94. */
const oneFarOut = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];
/** NHSRplotthedots' own test figures, rnorm(20) from seed 123: it prints 0.142, -3.01 and 3.29. */
const seeded = [
  -0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621, -1.26506123,
  -0.68685285, -0.44566197, 1.2240818, 0.35981383, 0.40077145, 0.11068272, -0.55584113, 1.78691314,
  0.49785048, -1.96661716, 0.7013559, -0.47279141,
];

describe('the limits of a control chart', () => {
  it("are those of NIST's handbook, to the rounding of 3 / 1.128, and trial limits from ten figures", () => {
    const [limits] = chartOf(nist).limits;
    expect(limits?.mean).toBeCloseTo(50.81, 9);
    expect(limits?.low).toBeCloseTo(45.8159, 2);
    expect(limits?.high).toBeCloseTo(55.8041, 2);
    expect(limits?.trial).toBe(true);
  });

  it('are those NHSRplotthedots prints for its own figures, and it finds no special cause either', () => {
    const chart = chartOf(seeded);
    expect(chart.limits[0]?.mean).toBeCloseTo(0.142, 3);
    expect(chart.limits[0]?.low).toBeCloseTo(-3.01, 2);
    expect(chart.limits[0]?.high).toBeCloseTo(3.29, 2);
    expect(chart.limits[0]?.trial).toBe(false);
    expect(chart.causes.every((cause) => cause === null)).toBe(true);
  });

  it("count a figure far out, as Making Data Count's own tools do", () => {
    const chart = chartOf(oneFarOut);
    expect(chart.limits[0]?.mean).toBeCloseTo(1.94, 2);
    expect(chart.limits[0]?.high).toBeCloseTo(35 / 18 + (2.66 * 32) / 17, 9);
    expect(chart.causes.map((cause) => cause?.rule ?? null)).toEqual(
      oneFarOut.map((each) => (each === 10 ? 'outside' : null)),
    );
  });

  it('are not drawn from seven figures, are trial limits from eight and firm from twelve', () => {
    const figures = [4, 6, 5, 7, 4, 6, 5, 6, 5, 7, 6, 4];
    const of = (count: number) =>
      controlChart({
        values: figures.slice(0, count),
        polarity: 'maximise',
        target: 5,
        rebasedAt: [],
      });
    expect(of(7)).toBeNull();
    expect(of(8)?.limits[0]?.trial).toBe(true);
    expect(of(11)?.limits[0]?.trial).toBe(true);
    expect(of(12)?.limits[0]?.trial).toBe(false);
  });

  it('leave a gap out: it is no figure, and its neighbours are neighbours', () => {
    const gaps = [4, null, 6, 5, null, 7, 4, 6, 5, 6];
    const chart = chartOf(gaps);
    expect(chart.limits[0]).toEqual(chartOf([4, 6, 5, 7, 4, 6, 5, 6]).limits[0]);
    expect(chart.limits).toHaveLength(gaps.length);
    expect(chart.causes).toHaveLength(gaps.length);
    expect(chart.points).toBe(8);
  });

  it('begin again where they are rebased, and wait there for eight figures', () => {
    const before = [4, 6, 5, 7, 4, 6, 5, 6];
    const after = [14, 16, 15, 17, 14, 16, 15, 16];
    const rebasedAt = [{ at: 8, because: 'Counted another way' }];
    const whole = chartOf([...before, ...after], { rebasedAt });
    expect(whole.limits[7]).toEqual(chartOf(before).limits[0]);
    expect(whole.limits[8]).toEqual(chartOf(after).limits[0]);
    expect(whole.began?.because).toBe('Counted another way');
    const waiting = chartOf([...before, ...after.slice(0, 3)], { rebasedAt, target: 5 });
    expect(waiting.limits[7]).not.toBeNull();
    expect(waiting.limits[8]).toBeNull();
    expect([waiting.variation, waiting.assurance, waiting.points]).toEqual([null, null, 3]);
  });

  it('take rebasings in any order, and pass over one outside the figures or told twice', () => {
    const values = [4, 6, 5, 7, 4, 6, 5, 6, 14, 16, 15, 17, 14, 16, 15, 16, 1, 2, 1, 2, 1, 2, 1, 2];
    const at = (place: number) => ({ at: place, because: `from ${place}` });
    expect(chartOf(values, { rebasedAt: [at(16), at(8)] })).toEqual(
      chartOf(values, { rebasedAt: [at(8), at(16), at(16), at(-5), at(-3), at(99)] }),
    );
  });

  it('go no further than a figure can go', () => {
    const shares = [98, 99, 97, 100, 96, 99, 98, 100];
    expect(chartOf(shares).limits[0]?.high).toBeGreaterThan(100);
    expect(chartOf(shares, { ends: { low: 0, high: 100 } }).limits[0]?.high).toBe(100);
  });
});

const rulesOf = (chart: ControlChart) => chart.causes.map((cause) => cause?.rule ?? null);
const none = (count: number) => Array.from({ length: count }, () => null);
/** Mean nought, limits 5.32 either side. */
const quiet = [1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1];

describe('in a chart', () => {
  // NHSRplotthedots issue 143: its figures, 5.5 and -5.5 after fourteen of 1 and -1.
  it('two of three close to the two limits are no cause', () => {
    const figures = [1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 5.5, -5.5];
    const chart = chartOf(figures);
    expect(chart.limits[0]?.high).toBeGreaterThan(5.5);
    expect((chart.limits[0]?.high ?? 0) * (2 / 3)).toBeLessThan(5.5);
    expect(rulesOf(chart).slice(-2)).toEqual([null, null]);
  });

  it('figures that never moved have no cause, their limits where they are', () => {
    const chart = chartOf(
      Array.from({ length: 20 }, () => 0.1),
      { target: 0.1 },
    );
    expect(chart.limits[0]).toEqual({ low: 0.1, mean: 0.1, high: 0.1, trial: false });
    expect(rulesOf(chart)).toEqual(none(20));
    expect([chart.variation?.is, chart.assurance]).toEqual(['common cause', 'consistently meets']);
  });

  it('a figure on the mean breaks a run, though binary sums put it a hair below', () => {
    // Their mean is 0.3; added up as they are held it is 0.3000000000000001, and the run would be seven.
    const figures = [0.5, 0.5, 0.5, 0.3, 0.3, 0.1, 0.2, 0.1, 0.1, 0.1, 0.5, 0.5, 0.1, 0.4];
    expect(chartOf(figures).limits[0]?.mean).toBeGreaterThan(0.3);
    expect(rulesOf(chartOf(figures))).toEqual(none(14));
  });

  it('each figure is held to the limits of its own stretch', () => {
    const rebasedAt = [{ at: 12, because: 'Another definition' }];
    const moved = [...quiet, ...quiet.map((each) => each + 50)];
    expect(rulesOf(chartOf(moved, { rebasedAt }))).toEqual(none(24));
    expect(rulesOf(chartOf(moved)).filter((each) => each !== null)).toHaveLength(24);
  });
});

describe('the verdicts', () => {
  const about = [52, 48, 51, 49, 50, 52, 48, 50];
  const assurance = (polarity: string, target: unknown) =>
    chartOf(about, { polarity, target }).assurance;
  const [limits] = chartOf(about).limits;

  it('target beyond the limits is always missed, within them hit and missed, before them always met', () => {
    expect(assurance('maximise', 60)).toBe('consistently misses');
    expect(assurance('maximise', 50)).toBe('hit and miss');
    expect(assurance('maximise', 40)).toBe('consistently meets');
    expect(assurance('minimise', 60)).toBe('consistently meets');
    expect(assurance('minimise', 40)).toBe('consistently misses');
  });

  it('a limit on the target meets it, as a figure does', () => {
    expect(assurance('maximise', limits?.low)).toBe('consistently meets');
    expect(assurance('maximise', limits?.high)).toBe('hit and miss');
    expect(assurance('minimise', limits?.high)).toBe('consistently meets');
  });

  it('of a range: all within it, none of it, or some', () => {
    expect(assurance('stay in range', { low: 30, high: 70 })).toBe('consistently meets');
    expect(assurance('stay in range', { low: 50, high: 70 })).toBe('hit and miss');
    expect(assurance('stay in range', { low: 70, high: 80 })).toBe('consistently misses');
  });

  it('say nothing of a target that is not there, or where neither way is better', () => {
    expect(assurance('maximise', null)).toBeNull();
    expect(assurance('none', 50)).toBeNull();
    expect(chartOf([...quiet, 40], { polarity: 'none' }).variation?.is).toBe('neither');
    expect(chartOf([...quiet, 40], { polarity: 'stay in range' }).variation?.is).toBe('neither');
  });

  it('variation is of the newest figure there is', () => {
    expect(chartOf([...quiet, 40, null]).variation?.is).toBe('improving');
    expect(chartOf([...quiet, 40, 1]).variation?.is).toBe('common cause');
  });
});

const figure = fc.integer({ min: -500, max: 500 }).map((tenths) => tenths / 10);
const series = fc.array(fc.oneof({ weight: 6, arbitrary: figure }, fc.constant(null)), {
  minLength: 12,
  maxLength: 40,
});
const rebasing = fc.array(
  fc.integer({ min: 1, max: 39 }).map((at) => ({ at, because: 'Because' })),
  { maxLength: 2 },
);
const target = fc.option(figure);
const mapped = (values: readonly (number | null)[], by: (value: number) => number) =>
  values.map((each) => (each === null ? null : by(each)));
const swapped = { improving: 'concerning', concerning: 'improving' } as const;

describe('whatever the figures', () => {
  it('a chart of figures moved and stretched says the same', () => {
    fc.assert(
      fc.property(
        series,
        rebasing,
        target,
        fc.integer({ min: -100, max: 100 }),
        fc.integer({ min: 1, max: 64 }),
        (values, rebasedAt, aim, by, times) => {
          const of = (one: number) => one * times + by;
          const chart = controlChart({ values, polarity: 'maximise', target: aim, rebasedAt });
          const moved = controlChart({
            values: mapped(values, of),
            polarity: 'maximise',
            target: aim === null ? null : of(aim),
            rebasedAt,
          });
          expect(moved?.causes).toEqual(chart?.causes);
          expect(moved?.variation).toEqual(chart?.variation);
          chart?.limits.forEach((limits, at) => {
            expect(moved?.limits[at]?.low ?? 0).toBeCloseTo(limits ? of(limits.low) : 0, 6);
          });
        },
      ),
    );
  });

  it('turned upside down with its polarity it says the same; with its polarity alone, the opposite', () => {
    fc.assert(
      fc.property(series, rebasing, target, (values, rebasedAt, aim) => {
        const chart = controlChart({ values, polarity: 'maximise', target: aim, rebasedAt });
        const turned = controlChart({
          values: mapped(values, (each) => -each),
          polarity: 'minimise',
          target: aim === null ? null : -aim,
          rebasedAt,
        });
        expect(turned?.variation?.is).toBe(chart?.variation?.is);
        expect(turned?.assurance).toBe(chart?.assurance);
        const opposite = controlChart({ values, polarity: 'minimise', target: aim, rebasedAt });
        const is = chart?.variation?.is;
        expect(opposite?.variation?.is).toBe(
          is === 'improving' || is === 'concerning' ? swapped[is] : is,
        );
      }),
    );
  });

  it('every figure outside its limits is a special cause, and a gap is none', () => {
    fc.assert(
      fc.property(series, rebasing, (values, rebasedAt) => {
        const chart = controlChart({ values, polarity: 'none', target: null, rebasedAt });
        const missed = values.filter((value, at) => {
          const limits = chart?.limits[at];
          const rule = chart?.causes[at]?.rule ?? null;
          if (value === null || !limits) return rule !== null;
          const outside = value > limits.high + 1e-9 || value < limits.low - 1e-9;
          return outside && rule !== 'outside';
        });
        expect(missed).toEqual([]);
      }),
    );
  });
});

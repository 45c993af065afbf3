// What the sample makes up agrees with what the document prints, and says that it is made up.
import { describe, expect, test } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { computeValue } from '../../src/rules/compute-value.ts';
import { directionOfTravel } from '../../src/rules/direction.ts';
import { parsePeriod, periodText, samePeriodLastYear } from '../../src/rules/period.ts';
import { rate, targetFor } from '../../src/rules/rating.ts';
import { stokeOnTrent } from '../../src/samples/stoke-on-trent.ts';
import { registersOf, rowsOf } from './sample-registers.ts';

const council = stokeOnTrent();
const registers = registersOf(council);
const measures = rowsOf(council, 'measures').filter(
  ({ plan }) => plan === 'operating-plan-2020-21',
);
const targets = rowsOf(council, 'targets');
const returns = rowsOf(council, 'returns');
const historyOf = (measure: string) => returns.filter((row) => row.measure === measure);
const fresh = ['VUL 15', 'VUL 16'];
const withHistory = measures.filter((row) => !fresh.includes(row.code));

const periodOf = (text: string) => {
  const period = parsePeriod(text);
  if (!period) throw new Error(`${text} is not a period`);
  return period;
};

/** Stable is within this share of the figure a year before. */
const stableBand = 0.05;

/** The movement of a measure over twelve months, in the words the document prints. */
const movementOf = (measure: Row<'measures'>): Row<'measures'>['trajectory'] => {
  const newest = historyOf(measure.key).at(-1);
  const period = periodOf(newest?.period ?? '');
  const yearBefore = periodText(samePeriodLastYear(period));
  const before = registers.returns.get(`${measure.key}|${yearBefore}`);
  const [now, was] = [newest?.value ?? Number.NaN, before?.value ?? Number.NaN];
  const range = targetFor(registers, measure.key, period);
  const direction = directionOfTravel({ ...measure, range }, now, was);
  if (measure.trajectory === 'Stable')
    return Math.abs(now - was) <= Math.abs(was) * stableBand ? 'Stable' : null;
  if (direction === 'better') return 'Improving';
  return direction === 'worse' ? 'Declining' : null;
};

describe('illustrative figures', () => {
  test.each(withHistory)('$code moved over twelve months as printed: $trajectory', (measure) => {
    expect(movementOf(measure)).toBe(measure.trajectory);
  });

  test('run for eight quarters, or five years where figures are yearly; none for new measures', () => {
    const lengths = (frequency: string) =>
      withHistory
        .filter((measure) => measure.frequency === frequency)
        .map((measure) => historyOf(measure.key).length);
    expect(new Set(lengths('quarterly'))).toEqual(new Set([8]));
    expect(new Set(lengths('annual'))).toEqual(new Set([5]));
    const new2020 = measures.filter((measure) => fresh.includes(measure.code));
    expect(new2020.flatMap((measure) => historyOf(measure.key))).toEqual([]);
  });

  test('end with the quarter 1 asking: own figures with Q1, lagging ones before it', () => {
    const last = (code: string) => historyOf(`operating-plan-2020-21|${code}`).at(-1)?.period;
    expect(last('COU 2')).toBe('2020-21 Q1');
    expect(last('COM 6')).toBe('2019-20 Q4');
    expect(last('EP 21a')).toBe('2018');
    expect(last('EP 5')).toBe('2018/19 academic');
    expect(last('EP 4')).toBe('2018');
  });

  test('asked as numerator and denominator hold both, and the value they make', () => {
    const asked = withHistory.filter((row) => row.asksFor === 'numerator and denominator');
    expect(asked.length).toBeGreaterThanOrEqual(10);
    const unequal = asked.flatMap((measure) =>
      historyOf(measure.key).filter(
        ({ value, numerator, denominator }) =>
          value !== computeValue(measure, numerator ?? 0, denominator ?? 0),
      ),
    );
    expect(unequal).toEqual([]);
  });

  test('are plausible: no percentage beyond 100, none below nought but progress scores', () => {
    const percentages = withHistory.filter((measure) => measure.unit === '%');
    const beyond = percentages
      .flatMap((measure) => historyOf(measure.key))
      .filter(({ value }) => (value ?? 0) > 100);
    expect(beyond).toEqual([]);
    const below = returns.filter(({ value }) => (value ?? 0) < 0);
    expect(new Set(below.map((row) => row.measure))).toEqual(
      new Set(['operating-plan-2020-21|EP 6']),
    );
  });

  test('collection builds up through the year and starts again in April', () => {
    const order = ['COU 2', 'COU 3'].map((code) => {
      const lastYear = historyOf(`operating-plan-2020-21|${code}`).slice(3, 7);
      return lastYear.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0)).map((row) => row.period);
    });
    const quarters = ['2019-20 Q1', '2019-20 Q2', '2019-20 Q3', '2019-20 Q4'];
    expect(order).toEqual([quarters, quarters]);
  });

  test('every figure and every target says it is illustrative', () => {
    expect(returns.every((row) => row.illustrative)).toBe(true);
    expect(targets.every((row) => row.illustrative)).toBe(true);
  });
});

describe('illustrative targets', () => {
  test('are set for every measure that good can be said of, but not for the two new ones', () => {
    const without = measures.filter((row) => !targets.some((target) => target.measure === row.key));
    expect(without.map((row) => row.code)).toEqual(['VUL 5', ...fresh]);
    expect(measures.filter((row) => row.dataOnly).map((row) => row.code)).toEqual(['VUL 5']);
  });

  test('are a range where good is staying in one, a number elsewhere', () => {
    const ranged = targets.filter(
      ({ rangeLow, rangeHigh }) => rangeLow !== null && rangeHigh !== null,
    );
    const polarityOf = (measure: string) => registers.measures.get(measure)?.polarity;
    expect(new Set(ranged.map(({ measure }) => polarityOf(measure)))).toEqual(
      new Set(['stay in range']),
    );
    const numbered = targets.filter(({ target }) => target !== null);
    expect(numbered.length + ranged.length).toBe(targets.length);
    expect(new Set(numbered.map(({ measure }) => polarityOf(measure)))).toEqual(
      new Set(['maximise', 'minimise']),
    );
  });

  test('leave the newest figures in every colour, about half of them green', () => {
    const standings = withHistory.map((measure) => {
      const newest = historyOf(measure.key).at(-1);
      const target = targetFor(registers, measure.key, periodOf(newest?.period ?? ''));
      return rate(measure, newest?.value ?? null, target);
    });
    const share = (...of: string[]) =>
      standings.filter((standing) => of.includes(standing)).length / (standings.length - 1);
    expect(share('data only')).toBeCloseTo(1 / 76);
    expect(share('on target', 'better than target')).toBeGreaterThan(0.45);
    expect(share('on target', 'better than target')).toBeLessThan(0.65);
    expect(share('within tolerance')).toBeGreaterThan(0.18);
    expect(share('off target')).toBeGreaterThan(0.15);
  });
});

// Which target is in force for a period, and how a figure stands against it (RAG).
// "Better than target" is for councils that use blue; none does yet, so it is never produced here.
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import type { Target } from '../registers/targets.ts';
import type { Standing } from '../registers/words.ts';
import { type Period, periodEnd } from './period.ts';

/** What a target says of a figure, whoever set it. */
export type Aim = Pick<Target, 'target' | 'rangeLow' | 'rangeHigh' | 'tolerance' | 'toleranceIs'>;
type Rated = Pick<Measure, 'polarity' | 'decimals' | 'dataOnly'>;

/** The target in force at the end of a period: the last to apply by then. Null: none was set. */
export const targetFor = (
  registers: Pick<Registers, 'targets'>,
  measure: string,
  period: Period,
): Target | null => {
  const targets = registers.targets.where('measure', measure);
  if (targets.length === 0) return null;
  const end = periodEnd(period);
  let inForce: Target | null = null;
  for (const target of targets) {
    if (Temporal.PlainDate.compare(target.appliesFrom, end) > 0) continue;
    if (inForce && Temporal.PlainDate.compare(target.appliesFrom, inForce.appliesFrom) < 0)
      continue;
    inForce = target;
  }
  return inForce;
};

/** The figures that are on target, ends included. Null: nothing to be on. */
const onTargetBetween = (
  polarity: Measure['polarity'],
  aim: Aim | null,
): { readonly low: number; readonly high: number } | null => {
  if (aim === null || polarity === 'none') return null;
  if (polarity === 'stay in range') {
    if (aim.rangeLow === null && aim.rangeHigh === null) return null;
    return { low: aim.rangeLow ?? -Infinity, high: aim.rangeHigh ?? Infinity };
  }
  if (aim.target === null) return null;
  return polarity === 'maximise'
    ? { low: aim.target, high: Infinity }
    : { low: -Infinity, high: aim.target };
};

/** How far a figure misses its target, in its own unit: 0 on target, null where there is none. */
export const missedBy = (
  measure: Pick<Measure, 'polarity'>,
  value: number,
  aim: Aim | null,
): number | null => {
  const band = onTargetBetween(measure.polarity, aim);
  return band && Math.max(band.low - value, value - band.high, 0);
};

/** Percent is of the target, or of the end of the range that was passed, whatever its sign. */
const toleratedMiss = (measure: Pick<Measure, 'polarity'>, value: number, aim: Aim): number => {
  if (aim.toleranceIs === 'absolute') return Math.max(0, aim.tolerance);
  const inRange = measure.polarity === 'stay in range';
  const passed = value < (aim.rangeLow ?? -Infinity) ? aim.rangeLow : aim.rangeHigh;
  const of = inRange ? passed : aim.target;
  return (Math.abs(of ?? 0) * Math.max(0, aim.tolerance)) / 100;
};

/** Six digits finer than the measure prints: far below any real miss, far above binary noise. */
const noise = (decimals: number, value: number): number =>
  Math.max(10 ** -(decimals + 6), Math.abs(value) * 1e-12);

/**
 * How a figure stands: on target when it meets its target exactly or betters it, within tolerance
 * when it misses by no more than the tolerance, else off target. A null figure is not yet available,
 * never zero; a measure without polarity or target is data only. A figure is rated as given, not as
 * rounded, so that rounding never turns a miss into a hit.
 */
export const rate = (measure: Rated, value: number | null, target: Aim | null): Standing => {
  if (value === null) return 'not yet available';
  const miss = measure.dataOnly ? null : missedBy(measure, value, target);
  if (miss === null || target === null) return 'data only';
  const slack = noise(measure.decimals, value);
  if (miss <= slack) return 'on target';
  return miss <= toleratedMiss(measure, value, target) + slack ? 'within tolerance' : 'off target';
};

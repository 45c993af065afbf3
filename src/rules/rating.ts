// Which target is in force for a period, whether it may stand, and how a figure stands against it (RAG).
// "Better than target" is for councils that use blue; none does yet, so it is never produced here.
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import type { Target } from '../registers/targets.ts';
import type { Standing } from '../registers/words.ts';
import { zone } from './calendar.ts';
import { lastMonth, monthOf, type Period, periodEnd, periodHolding, periodText } from './period.ts';

/** What a target says of a figure, whoever set it. */
export type Aim = Pick<Target, 'target' | 'rangeLow' | 'rangeHigh' | 'tolerance' | 'toleranceIs'>;
type Rated = Pick<Measure, 'polarity' | 'decimals' | 'dataOnly'>;

/**
 * The target in force at the end of a period: the last to apply by then. A quarter that has closed is
 * never rated again: a target set after the day it closed is left out of it. Null: none was set.
 */
export const targetFor = (
  registers: Pick<Registers, 'targets' | 'returns' | 'cycles'>,
  measure: string,
  period: Period,
): Target | null => {
  const targets = registers.targets.where('measure', measure);
  if (targets.length === 0) return null;
  const end = periodEnd(period);
  let inForce: Target | null = null;
  let closedOn: Temporal.PlainDate | null | undefined;
  for (const target of targets) {
    if (Temporal.PlainDate.compare(target.appliesFrom, end) > 0) continue;
    if (inForce && Temporal.PlainDate.compare(target.appliesFrom, inForce.appliesFrom) < 0)
      continue;
    if (target.setOn !== null) {
      if (closedOn === undefined) closedOn = closedDayOf(registers, target, period);
      if (closedOn && Temporal.PlainDate.compare(target.setOn, closedOn) > 0) continue;
    }
    inForce = target;
  }
  return inForce;
};

/**
 * The day the cycle of a period closed: the one its return was asked in, else that of the quarter the
 * period ends in. Null while it has not closed.
 */
const closedDayOf = (
  registers: Pick<Registers, 'returns' | 'cycles'>,
  { plan, measure }: Target,
  period: Period,
): Temporal.PlainDate | null => {
  const asked = registers.returns.get(`${measure}|${periodText(period)}`)?.cycle;
  const quarter = periodText(periodHolding('quarter', lastMonth(period)));
  const cycle = registers.cycles.get(asked ?? `${plan}|${quarter}`);
  if (cycle?.state !== 'Closed' || cycle.closedAt === null) return null;
  return cycle.closedAt.toZonedDateTimeISO(zone).toPlainDate();
};

export type TargetFault =
  | 'a decision is needed'
  | 'the decision is not in the register'
  | 'the decision came after the target was set';

/**
 * What is wrong with a target. One set after another of the same measure and financial year needs a
 * Decision that exists and is dated by the day it was set; targets set on one day are a profile, and
 * change nothing. Empty: nothing is wrong.
 */
export const targetFaults = (
  registers: Pick<Registers, 'targets' | 'decisions'>,
  target: Target,
): readonly TargetFault[] => {
  const { setOn } = target;
  const changes = registers.targets
    .where('measure', target.measure)
    .some((other) => !sameKey(other.key, target.key) && isChangedBy(other, target));
  if (!changes || setOn === null) return [];
  if (target.decision === null) return ['a decision is needed'];
  const decision = registers.decisions.get(target.decision);
  if (decision === undefined) return ['the decision is not in the register'];
  return Temporal.PlainDate.compare(decision.decidedOn, setOn) > 0
    ? ['the decision came after the target was set']
    : [];
};

/** A target with no day it was set was there from the start of its year. */
const isChangedBy = (before: Target, target: Target): boolean =>
  yearOf(before) === yearOf(target) &&
  target.setOn !== null &&
  (before.setOn === null || Temporal.PlainDate.compare(before.setOn, target.setOn) < 0);

const yearOf = ({ appliesFrom }: Target): string =>
  periodText(periodHolding('financial year', monthOf(appliesFrom)));

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

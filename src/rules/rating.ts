// Which target is in force for a period, and how a figure stands against it (RAG). Whether a target that
// was changed may stand is decided in target-faults.ts.
// "Better than target" is for councils that use blue; none does yet, so it is never produced here.
import type { Measure } from '../registers/measures.ts';
import { newRow } from '../registers/new-row.ts';
import type { Registers } from '../registers/registers.ts';
import type { Target } from '../registers/targets.ts';
import type { Standing } from '../registers/words.ts';
import { zone } from './calendar.ts';
import {
  lastMonth,
  monthOf,
  type Period,
  periodEnd,
  periodHolding,
  periodStart,
  periodText,
} from './period.ts';
import { targetKey, targetReturnKey } from './target-keys.ts';

/** What a target says of a figure, whoever set it. One that is not agreed says nothing of it yet. */
export type Aim = Pick<
  Target,
  'target' | 'rangeLow' | 'rangeHigh' | 'tolerance' | 'toleranceIs'
> & { readonly state?: Target['state'] };
type Rated = Pick<Measure, 'polarity' | 'decimals' | 'dataOnly'>;
type Reading = Pick<Registers, 'targets' | 'returns' | 'cycles'>;

/** Blank is agreed: what was set before targets were proposed, or came with a file. */
export const isAgreed = ({ state }: Pick<Aim, 'state'>): boolean =>
  state === undefined || state === null || state === 'agreed';

/**
 * The target in force at the end of a period: the last to apply by then. Where its year has only one that
 * is not agreed, or was asked for one and has none, that is given, and its state says so; one proposed in
 * place of another of its year changes nothing until it is agreed. A quarter that has closed is never
 * rated again: a target set after the day it closed is left out of it, and one agreed after that day was
 * not yet agreed. Null: none was set, and none asked for.
 */
export const targetFor = (registers: Reading, measure: string, period: Period): Target | null => {
  const { agreed, waiting } = newestBy(registers, measure, period);
  const inForce = waiting && !isOfOneYear(agreed, waiting) ? waiting : agreed;
  const year = periodHolding('financial year', lastMonth(period));
  if (inForce !== null && yearOf(inForce) === periodText(year)) return inForce;
  return askedAndNotSet(registers, measure, year) ?? inForce;
};

type Newest = { readonly agreed: Target | null; readonly waiting: Target | null };

/** The last to apply by the end of a period: of those that were agreed, and of those later ones that were not. */
const newestBy = (registers: Reading, measure: string, period: Period): Newest => {
  const end = periodEnd(period);
  let agreed: Target | null = null;
  let waiting: Target | null = null;
  let closedOn: Temporal.PlainDate | null | undefined;
  const isLaterThanClose = (target: Target, on: Temporal.PlainDate | null): boolean => {
    if (on === null) return false;
    if (closedOn === undefined) closedOn = closedDayOf(registers, target, period);
    return closedOn !== null && Temporal.PlainDate.compare(on, closedOn) > 0;
  };
  for (const target of registers.targets.where('measure', measure)) {
    if (Temporal.PlainDate.compare(target.appliesFrom, end) > 0) continue;
    if (isLaterThanClose(target, target.setOn)) continue;
    const inTime = !isLaterThanClose(target, target.agreedOn);
    if (isAgreed(target) && inTime) agreed = later(agreed, target);
    else waiting = later(waiting, inTime ? target : { ...target, state: 'endorsed' });
  }
  return { agreed, waiting: waiting && later(agreed, waiting) === waiting ? waiting : null };
};

/** Of two from one day the second. */
const later = (one: Target | null, other: Target): Target =>
  one !== null && Temporal.PlainDate.compare(other.appliesFrom, one.appliesFrom) < 0 ? one : other;

const isOfOneYear = (one: Target | null, other: Target): boolean =>
  one !== null && yearOf(one) === yearOf(other);

/**
 * A year's target that its owner was asked for and had not proposed, or proposed when the quarter had
 * closed: blank, and not agreed; else null.
 */
const askedAndNotSet = (
  registers: Pick<Registers, 'returns' | 'targets'>,
  measure: string,
  year: Period,
): Target | null => {
  const asked = registers.returns.get(targetReturnKey(measure, periodText(year)));
  const appliesFrom = periodStart(year);
  const isLate = registers.targets.get(targetKey(measure, appliesFrom)) !== undefined;
  if (asked?.state !== 'Due' && !(asked?.state === 'Returned' && isLate)) return null;
  return newRow('targets', {
    key: targetKey(measure, appliesFrom),
    title: asked.title,
    plan: asked.plan,
    measure,
    appliesFrom,
    state: 'proposed',
    tolerance: 0,
    toleranceIs: 'absolute',
  });
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

/** The financial year a target begins in, as a period's text. */
export const yearOf = ({ appliesFrom }: Pick<Target, 'appliesFrom'>): string =>
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
 * never zero; a measure without polarity or target is data only; and where its target is not agreed yet,
 * nothing is said of it. A figure is rated as given, not as rounded, so that rounding never turns a
 * miss into a hit.
 */
export const rate = (measure: Rated, value: number | null, target: Aim | null): Standing => {
  if (value === null) return 'not yet available';
  if (measure.dataOnly || measure.polarity === 'none') return 'data only';
  if (target !== null && !isAgreed(target)) return 'target not yet agreed';
  const miss = missedBy(measure, value, target);
  if (miss === null || target === null) return 'data only';
  const slack = noise(measure.decimals, value);
  if (miss <= slack) return 'on target';
  return miss <= toleratedMiss(measure, value, target) + slack ? 'within tolerance' : 'off target';
};

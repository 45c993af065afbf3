// Which target is in force for a period, and how a figure stands against it (RAG). What a year's target
// asks by each period of it is profile.ts; the ways of rating a council may choose are rating-ways.ts;
// whether a target that was changed may stand is decided in target-faults.ts.
import type { Measure } from '../registers/measures.ts';
import { newRow } from '../registers/new-row.ts';
import type { Registers } from '../registers/registers.ts';
import type { Target } from '../registers/targets.ts';
import type { Standing } from '../registers/words.ts';
import { closedDayOf } from './closed-day.ts';
import {
  lastMonth,
  monthOf,
  type Period,
  periodHolding,
  periodStart,
  periodText,
} from './period.ts';
import { askedAt } from './profile.ts';
import { type RatedBy, standingByQuartile, standingOff, standingOn } from './rating-ways.ts';
import { targetAsked } from './returns-by-period.ts';
import { targetKey } from './target-keys.ts';

/** What a target says of a figure, whoever set it. One that is not agreed says nothing of it yet. */
export type Aim = Pick<
  Target,
  'target' | 'rangeLow' | 'rangeHigh' | 'tolerance' | 'toleranceIs'
> & {
  readonly redBelow?: Target['redBelow'];
  readonly redAbove?: Target['redAbove'];
  readonly state?: Target['state'];
};
type Rated = Pick<Measure, 'polarity' | 'decimals' | 'dataOnly'>;
type Reading = Pick<Registers, 'targets' | 'measures' | 'returns' | 'cycles'>;

/** Blank is agreed: what was set before targets were proposed, or came with a file. */
export const isAgreed = ({ state }: Pick<Aim, 'state'>): boolean =>
  state === undefined || state === null || state === 'agreed';

/**
 * The target in force at the end of a period, as it is asked by then: the last to apply. Where its year
 * has only one that is not agreed, or was asked for one and has none, that is given, and its state says
 * so; one proposed in place of another of its year changes nothing until it is agreed. A quarter that has
 * closed is never rated again: a target set after the day it closed is left out of it, and one agreed
 * after that day was not yet agreed. Null: none was set, and none asked for.
 */
export const targetFor = (registers: Reading, measure: string, period: Period): Target | null => {
  const { agreed, waiting } = newestBy(registers, measure, period);
  const inForce = waiting && agreed?.year !== waiting.year ? waiting : agreed;
  if (inForce?.year !== yearAt(lastMonth(period))) {
    const year = periodHolding('financial year', lastMonth(period));
    const wanting = askedAndNotSet(registers, measure, year);
    if (wanting !== null) return wanting;
  }
  if (inForce === null) return null;
  const { row } = inForce;
  return row.through === null ? row : askedAt(row, registers.measures.get(measure), period);
};

/** Days as whole numbers: asked for every measure and period, a date would be compared thousands of times. */
type Dated = {
  readonly row: Target;
  readonly from: number;
  readonly year: number;
  readonly setOn: number | null;
  readonly agreedOn: number | null;
  readonly isAgreed: boolean;
};
type Newest = { readonly agreed: Dated | null; readonly waiting: Dated | null };

/** The last to apply by the end of a period: of those that were agreed, and of those later ones that were not. */
const newestBy = (registers: Reading, measure: string, period: Period): Newest => {
  const month = lastMonth(period);
  const end = dayAt(month, 31);
  let agreed: Dated | null = null;
  let waiting: Dated | null = null;
  let closedOn: number | null | undefined;
  const isLaterThanClose = ({ row }: Dated, on: number | null): boolean => {
    // A period closes after it has ended.
    if (on === null || on <= end) return false;
    if (closedOn === undefined) closedOn = dayOf(closedDayOf(registers, row, period));
    return closedOn !== null && on > closedOn;
  };
  for (const target of datedOf(registers.targets.where('measure', measure))) {
    if (target.from > end || isLaterThanClose(target, target.setOn)) continue;
    const inTime = !isLaterThanClose(target, target.agreedOn);
    if (target.isAgreed && inTime) agreed = later(agreed, target);
    else waiting = later(waiting, inTime ? target : notYetAgreed(target));
  }
  return { agreed, waiting: waiting && later(agreed, waiting) === waiting ? waiting : null };
};

/** Of two from one day the second. */
const later = (one: Dated | null, other: Dated): Dated =>
  one !== null && other.from < one.from ? one : other;

const notYetAgreed = (target: Dated): Dated => ({
  ...target,
  row: { ...target.row, state: 'endorsed' },
});

/** A table answers with the same rows until one of them moves: what was read of them stays so till then. */
const read = new WeakMap<readonly Target[], readonly Dated[]>();

const datedOf = (rows: readonly Target[]): readonly Dated[] => {
  const known = read.get(rows);
  if (known !== undefined) return known;
  const dated = rows.map((row) => ({
    row,
    from: dayAt(monthOf(row.appliesFrom), row.appliesFrom.day),
    year: yearAt(monthOf(row.appliesFrom)),
    setOn: dayOf(row.setOn),
    agreedOn: dayOf(row.agreedOn),
    isAgreed: isAgreed(row),
  }));
  read.set(rows, dated);
  return dated;
};

/** In order, as days are; 31 is on or after a month's last. */
const dayAt = (month: number, day: number): number => month * 32 + day;
const dayOf = (day: Temporal.PlainDate | null): number | null =>
  day && dayAt(monthOf(day), day.day);

/** The calendar year in which the financial year of a month began. */
const yearAt = (month: number): number => Math.floor((month - 3) / 12);

/**
 * A year's target that its owner was asked for and had not proposed, or proposed when the quarter had
 * closed: blank, and not agreed; else null.
 */
const askedAndNotSet = (
  registers: Pick<Registers, 'returns' | 'targets'>,
  measure: string,
  year: Period,
): Target | null => {
  const asked = targetAsked(registers, measure, year);
  if (asked === null) return null;
  const appliesFrom = periodStart(year);
  const isLate = registers.targets.get(targetKey(measure, appliesFrom)) !== undefined;
  if (asked.state !== 'Due' && !(asked.state === 'Returned' && isLate)) return null;
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

/** The financial year a target begins in, as a period's text. */
export const yearOf = ({ appliesFrom }: Pick<Target, 'appliesFrom'>): string =>
  periodText(periodHolding('financial year', monthOf(appliesFrom)));

/** Where being on target begins and ends, ends included; infinite where it has no such end. */
const lowEnd = (polarity: Measure['polarity'], aim: Aim): number =>
  (polarity === 'stay in range' ? aim.rangeLow : polarity === 'maximise' ? aim.target : null) ??
  -Infinity;
const highEnd = (polarity: Measure['polarity'], aim: Aim): number =>
  (polarity === 'stay in range' ? aim.rangeHigh : polarity === 'minimise' ? aim.target : null) ??
  Infinity;

/** Whether there is anything to be on. */
const says = (polarity: Measure['polarity'], aim: Aim): boolean => {
  if (polarity === 'none') return false;
  if (polarity === 'stay in range') return aim.rangeLow !== null || aim.rangeHigh !== null;
  return aim.target !== null;
};

/** How far a figure misses its target, in its own unit: 0 on target, null where there is none. */
export const missedBy = (
  { polarity }: Pick<Measure, 'polarity'>,
  value: number,
  aim: Aim | null,
): number | null =>
  aim === null || !says(polarity, aim)
    ? null
    : Math.max(lowEnd(polarity, aim) - value, value - highEnd(polarity, aim), 0);

/** The target, or the end of the range that was passed. */
const endPassed = ({ polarity }: Pick<Measure, 'polarity'>, value: number, aim: Aim): number => {
  if (polarity !== 'stay in range') return aim.target ?? 0;
  return (value < (aim.rangeLow ?? -Infinity) ? aim.rangeLow : aim.rangeHigh) ?? 0;
};

/**
 * Percent is of the target, or of the end of the range that was passed, whatever its sign. To the red
 * line is what lies between the two on the side that was missed, the line itself included (Kent County
 * Council, Quarterly Performance Report: amber is a floor standard met and a target not); nothing where
 * no line was drawn there.
 */
const toleratedMiss = (measure: Pick<Measure, 'polarity'>, value: number, aim: Aim): number => {
  if (aim.toleranceIs === 'absolute') return Math.max(0, aim.tolerance);
  const end = endPassed(measure, value, aim);
  if (aim.toleranceIs === 'percent of target')
    return (Math.abs(end) * Math.max(0, aim.tolerance)) / 100;
  const line = (value < end ? aim.redBelow : aim.redAbove) ?? end;
  return Math.max(0, value < end ? end - line : line - end);
};

/** Six digits finer than the measure prints: far below any real miss, far above binary noise. */
const noise = (decimals: number, value: number): number =>
  Math.max(10 ** -(decimals + 6), Math.abs(value) * 1e-12);

/**
 * How a figure stands: on target when it meets its target exactly or betters it, within tolerance
 * when it misses by no more than the tolerance, else off target; by another rule where one is in force
 * (rating-ways.ts). A null figure is not yet available, never zero; a measure without polarity or target
 * is data only; and where its target is not agreed yet, nothing is said of it. A figure is rated as given,
 * not as rounded, so that rounding never turns a miss into a hit.
 */
// oxlint-disable-next-line max-params -- the signature every caller was given
export const rate = (
  measure: Rated,
  value: number | null,
  target: Aim | null,
  by: RatedBy | null = null,
): Standing => {
  if (value === null) return 'not yet available';
  if (measure.dataOnly || measure.polarity === 'none') return 'data only';
  if (by?.way === 'by quartile') return standingByQuartile(by.quartile);
  if (target !== null && !isAgreed(target)) return 'target not yet agreed';
  const miss = missedBy(measure, value, target);
  if (miss === null || target === null) return 'data only';
  const slack = noise(measure.decimals, value);
  if (by !== null) return ratedByRule(measure, { value, target, miss, slack }, by);
  if (miss <= slack) return 'on target';
  return miss <= toleratedMiss(measure, value, target) + slack ? 'within tolerance' : 'off target';
};

type Missed = {
  readonly value: number;
  readonly target: Aim;
  readonly miss: number;
  readonly slack: number;
};

const ratedByRule = (
  measure: Rated,
  { value, target, miss, slack }: Missed,
  by: RatedBy,
): Standing => {
  const of = Math.abs(endPassed(measure, value, target));
  const { lastYear } = by;
  if (miss <= slack)
    return standingOn(by, { betters: bettersBy(measure, value, target), of, slack });
  return standingOff(by, {
    miss,
    tolerated: toleratedMiss(measure, value, target),
    of,
    lastYear: lastYear === null ? null : missedBy(measure, lastYear, target),
    slack,
  });
};

const bettersBy = ({ polarity }: Rated, value: number, { target }: Aim): number => {
  if (target === null || polarity === 'stay in range') return 0;
  return polarity === 'maximise' ? value - target : target - value;
};

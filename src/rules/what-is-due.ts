// Which period of a measure a quarter's cycle asks for, and what a cycle asks in all.
// Who is asked, and when, is decided in ladder.ts.
import type { Cycle } from '../registers/cycles.ts';
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import {
  lastMonth,
  type Period,
  type PeriodKind,
  parsePeriod,
  periodEnd,
  periodHolding,
  periodText,
  previousPeriod,
} from './period.ts';
import { inPlanOrder } from './plan-order.ts';

type Timing = Pick<Measure, 'frequency' | 'periodBasis' | 'publicationLag'>;

/** The kind of period a measure's figures are for; a rolling figure is known by where it ends. */
export const periodKindOf = (measure: Omit<Timing, 'publicationLag'>): PeriodKind => {
  if (measure.frequency === 'monthly') return 'month';
  if (measure.frequency === 'quarterly') return 'quarter';
  if (measure.periodBasis === 'financial') return 'financial year';
  return measure.periodBasis === 'academic' ? 'academic year' : 'calendar year';
};

/** The latest period of a measure's own kind that has ended by the end of another period. */
export const ownPeriodBy = (measure: Omit<Timing, 'publicationLag'>, by: Period): Period =>
  endedBy(periodKindOf(measure), lastMonth(by));

const endedBy = (kind: PeriodKind, month: number): Period => {
  const holding = periodHolding(kind, month);
  return lastMonth(holding) === month ? holding : previousPeriod(holding);
};

const quarterOfAYear = 365 / 4;
const daysByMonthEnd = [31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365] as const;

/** Days are counted without 29 February, or a lag near a quarter's edge would skip or repeat a year. */
const dayCount = (month: number): number =>
  Math.floor(month / 12) * 365 + (daysByMonthEnd[month % 12] as number);

/**
 * The latest period of the measure's own kind whose end, plus its publication lag in days, falls
 * after the last quarter's end and by this one's; null where no figure falls due in this quarter.
 * 29 February is not counted, and a quarterly figure's lag is taken in whole quarters of equal length,
 * so that no period is skipped or asked for twice where quarters differ by a day or two.
 */
export const periodDue = (measure: Timing, quarter: Period): Period | null => {
  const kind = periodKindOf(measure);
  const end = lastMonth(quarter);
  const lag = Math.max(0, measure.publicationLag);
  if (kind === 'quarter') return periodHolding(kind, end - 3 * Math.ceil(lag / quarterOfAYear));
  let out = end - Math.ceil(lag / 31);
  while (dayCount(out) + lag > dayCount(end)) out -= 1;
  const latest = endedBy(kind, out);
  return dayCount(lastMonth(latest)) + lag > dayCount(end - 3) ? latest : null;
};

/** Whether a measure was retired by the end of a period: it is not asked for then, nor counted. */
export const isRetiredBy = (measure: Pick<Measure, 'retiredOn'>, period: Period): boolean =>
  measure.retiredOn !== null &&
  Temporal.PlainDate.compare(measure.retiredOn, periodEnd(period)) <= 0;

export type ReturnDue = {
  readonly measure: Measure;
  readonly period: string;
  /** Null where the measure has no owner: its team's manager is asked. */
  readonly owner: string | null;
};

/**
 * What a cycle asks for, in the plan's order. A figure already returned is not asked for again, nor
 * any of a measure retired by the end of the quarter.
 */
export const returnsDue = (registers: Registers, cycle: Cycle): readonly ReturnDue[] => {
  const quarter = parsePeriod(cycle.period);
  if (quarter === null) return [];
  return registers.measures
    .where('plan', cycle.plan)
    .toSorted(inPlanOrder)
    .flatMap((measure) => {
      const due = isRetiredBy(measure, quarter) ? null : periodDue(measure, quarter);
      if (due === null) return [];
      const period = periodText(due);
      const known = registers.returns.get(`${measure.key}|${period}`);
      return known?.state === 'Returned' ? [] : [{ measure, period, owner: measure.owner }];
    });
};

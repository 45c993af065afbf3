// Which period of a measure a cycle asks for, a quarter's or a month's, and what it asks of measures in all.
// Who is asked, and when, is decided in ladder.ts.
import type { Cycle } from '../registers/cycles.ts';
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { sameKey } from '../registers/same-key.ts';
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
import { periodKindOf, type Timing } from './period-kind.ts';
import { inPlanOrder } from './plan-order.ts';
import { publicationDays, publishedIn } from './published.ts';

/** The latest period of a measure's own kind that has ended by the end of another period. */
export const ownPeriodBy = (measure: Omit<Timing, 'publicationLag'>, by: Period): Period =>
  endedBy(periodKindOf(measure), lastMonth(by));

const endedBy = (kind: PeriodKind, month: number): Period => {
  const holding = periodHolding(kind, month);
  return lastMonth(holding) === month ? holding : previousPeriod(holding);
};

const quarterOfAYear = 365 / 4;
const monthOfAYear = 365 / 12;
const daysByMonthEnd = [31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365] as const;

/** Days are counted without 29 February, or a lag near a quarter's edge would skip or repeat a year. */
const dayCount = (month: number): number =>
  Math.floor(month / 12) * 365 + (daysByMonthEnd[month % 12] as number);

/**
 * The latest period of the measure's own kind whose end, plus its publication lag in days, falls
 * after the last quarter's end and by this one's; null where no figure falls due in this quarter.
 * 29 February is not counted, and a quarterly figure's lag is taken in whole quarters of equal length,
 * so that no period is skipped or asked for twice where quarters differ by a day or two. A month is
 * asked for monthly figures alone, their lag taken in whole months likewise.
 */
export const periodDue = (measure: Timing, quarter: Period): Period | null => {
  const kind = periodKindOf(measure);
  const end = lastMonth(quarter);
  const lag = Math.max(0, measure.publicationLag);
  if (quarter.kind === 'month')
    return kind === 'month' ? periodHolding(kind, end - Math.ceil(lag / monthOfAYear)) : null;
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
  /** The day its figure comes out, where that is known; null: it can be had. */
  readonly outOn: Temporal.PlainDate | null;
  /** Null where the measure has no owner: its team's manager is asked. */
  readonly owner: string | null;
};

/**
 * What a cycle asks for, in the plan's order. A figure already returned is not asked for again, nor one
 * that another cycle asks for, or will; nor any of a measure retired by the end of the period.
 */
export const returnsDue = (registers: Registers, cycle: Cycle): readonly ReturnDue[] => {
  const asking = parsePeriod(cycle.period);
  if (asking === null) return [];
  return registers.measures
    .where('plan', cycle.plan)
    .toSorted(inPlanOrder)
    .filter((measure) => !isRetiredBy(measure, asking))
    .flatMap((measure) => {
      const due = figureDue(registers, cycle, measure);
      if (due === null) return [];
      const period = periodText(due.period);
      const known = registers.returns.get(`${measure.key}|${period}`);
      if (known?.state === 'Returned' || (known && isAskedElsewhere(registers, cycle, known)))
        return [];
      return isLeftToAMonth(registers, cycle, { measure, period })
        ? []
        : [{ measure, period, outOn: due.outOn, owner: measure.owner }];
    });
};

type Due = { readonly period: Period; readonly outOn: ReturnDue['outOn'] };

/** By its own days of publication where it has some, else by its lag. */
const figureDue = (registers: Registers, cycle: Cycle, measure: Measure): Due | null => {
  const asking = parsePeriod(cycle.period);
  if (asking === null || (asking.kind === 'month' && measure.frequency !== 'monthly')) return null;
  if (publicationDays(measure).length > 0) return publishedIn(registers, cycle, measure);
  const period = periodDue(measure, asking);
  return period && { period, outOn: null };
};

/**
 * The period of a measure that a quarter asks for: by its plan's cycle of that quarter where its figures
 * have days of publication of their own; null where none falls due.
 */
export const periodDueIn = (
  registers: Registers,
  measure: Measure,
  quarter: Period,
): Period | null => {
  if (publicationDays(measure).length === 0) return periodDue(measure, quarter);
  const cycle = registers.cycles.get(`${measure.plan}|${periodText(quarter)}`);
  const due = cycle ? publishedIn(registers, cycle, measure) : null;
  return cycle ? (due?.period ?? null) : periodDue(measure, quarter);
};

/** Another cycle that goes on asks for it. */
export const isAskedElsewhere = (
  registers: Pick<Registers, 'cycles'>,
  cycle: Pick<Cycle, 'key'>,
  known: Pick<Return, 'cycle'>,
): boolean => {
  if (known.cycle === null || sameKey(known.cycle, cycle.key)) return false;
  const state = registers.cycles.get(known.cycle)?.state;
  return state === 'Open' || state === 'Suspended';
};

type MonthAsked = { readonly measure: Measure; readonly period: string };

/** A quarter leaves a month's figure to a cycle of its own that has yet to ask for it. */
const isLeftToAMonth = (
  registers: Registers,
  cycle: Cycle,
  { measure, period }: MonthAsked,
): boolean =>
  measure.frequency === 'monthly' &&
  parsePeriod(cycle.period)?.kind === 'quarter' &&
  [...registers.cycles.values()].some((each) => {
    if (each.state !== 'Planned' || !sameKey(each.plan, cycle.plan)) return false;
    if (parsePeriod(each.period)?.kind !== 'month') return false;
    const due = figureDue(registers, each, measure);
    return due !== null && periodText(due.period) === period;
  });

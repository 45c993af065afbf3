// Which figure of a measure with days of publication of its own a cycle asks for, and on which day it
// comes out. Figures without such days fall due by their lag (what-is-due.ts).
import type { Cycle } from '../registers/cycles.ts';
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import { type Calendar, cycleCalendar } from './calendar.ts';
import {
  monthOf,
  type Period,
  parsePeriod,
  periodEnd,
  periodHolding,
  periodText,
  previousPeriod,
} from './period.ts';
import { periodKindOf, type Timing } from './period-kind.ts';
import { closedDates, workingDayAfter } from './working-days.ts';

type Day = Temporal.PlainDate;
type Published = Pick<Measure, 'publishedOn'>;

/** The days a measure's figures come out, the earliest first; a line that is no day is passed over. */
export const publicationDays = ({ publishedOn }: Published): readonly Day[] =>
  publishedOn.flatMap((line) => readDay(line.trim()) ?? []).toSorted(Temporal.PlainDate.compare);

/** ISO text alone: 2020-11-24. */
const readDay = (text: string): Day | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return null;
  }
};

/**
 * Of what is published after the cycle before has closed and before this one does, the latest: its period,
 * and its day where that comes after the cycle opens. Each day is one cycle's, so that no figure is asked
 * for twice. Null where nothing is published then.
 */
export const publishedIn = (
  registers: Registers,
  cycle: Cycle,
  measure: Timing & Published,
): { readonly period: Period; readonly outOn: Day | null } | null => {
  const closed = closedDates(registers);
  const { closesOn } = cycleCalendar(cycle, closed);
  const before = calendarBefore(registers, cycle)?.closesOn ?? null;
  const isBy = (day: Day, other: Day) => Temporal.PlainDate.compare(day, other) < 0;
  const day = publicationDays(measure).findLast((each) => {
    const asked = workingDayAfter(each, 0, closed);
    return isBy(asked, closesOn) && (before === null || !isBy(asked, before));
  });
  if (day === undefined) return null;
  const outOn = isBy(cycle.opensOn, workingDayAfter(day, 0, closed)) ? day : null;
  return { period: periodPublished(measure, day), outOn };
};

/** The calendar of the cycle before: its own, or by the settings of this one where there was none. */
const calendarBefore = (registers: Registers, cycle: Cycle): Calendar | null => {
  const period = parsePeriod(cycle.period);
  if (period === null) return null;
  const text = periodText(previousPeriod(period));
  const known = registers.cycles.get(`${cycle.plan}|${text}`);
  const isHeld = known !== undefined && known.state !== 'Withdrawn';
  return cycleCalendar(isHeld ? known : { ...cycle, period: text }, closedDates(registers));
};

/** The ended period whose end, with the measure's usual lag, comes nearest to the day. */
const periodPublished = (measure: Timing, day: Day): Period => {
  const running = periodHolding(periodKindOf(measure), monthOf(day));
  const away = (period: Period): number =>
    Math.abs(
      periodEnd(period)
        .add({ days: Math.max(0, measure.publicationLag) })
        .until(day)
        .total('days'),
    );
  let nearest = previousPeriod(running);
  for (let each = previousPeriod(nearest); away(each) < away(nearest); each = previousPeriod(each))
    nearest = each;
  return nearest;
};

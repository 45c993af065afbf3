// The day a period was closed for a measure: what was set or agreed after it never rates that period anew.
import type { Registers } from '../registers/registers.ts';
import { zone } from './calendar.ts';
import { lastMonth, type Period, periodHolding, periodText } from './period.ts';

/**
 * The day the cycle of a period closed: the one its return was asked in, else that of the quarter the
 * period ends in. Null while it has not closed.
 */
export const closedDayOf = (
  registers: Pick<Registers, 'returns' | 'cycles'>,
  { plan, measure }: { readonly plan: string; readonly measure: string },
  period: Period,
): Temporal.PlainDate | null => {
  const asked = registers.returns.get(`${measure}|${periodText(period)}`)?.cycle;
  const quarter = periodText(periodHolding('quarter', lastMonth(period)));
  const cycle = registers.cycles.get(asked ?? `${plan}|${quarter}`);
  if (cycle?.state !== 'Closed' || cycle.closedAt === null) return null;
  return cycle.closedAt.toZonedDateTimeISO(zone).toPlainDate();
};

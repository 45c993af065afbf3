// The four quarters of a plan's next year, planned from the settings of its last.
import { newRow } from '../../registers/new-row.ts';
import type { Plan } from '../../registers/plans.ts';
import type { Registers, Row } from '../../registers/registers.ts';
import { type Period, parsePeriod, periodEnd, periodText } from '../period.ts';
import { closedDates, workingDayAfter } from '../working-days.ts';

type Cycle = Row<'cycles'>;

/**
 * Each opens on the first working day after its quarter. The ladder is the last quarter's; the due day
 * is the plan's where it has one. None where the plan has never collected returns.
 */
export const nextCycles = (
  registers: Registers,
  from: Plan,
  next: { readonly plan: string; readonly year: string },
): readonly Cycle[] => {
  const last = lastCycle(registers, from.key);
  const year = parsePeriod(next.year);
  if (last === null || year === null) return [];
  const closed = closedDates(registers);
  return [1, 2, 3, 4].map((number) => {
    const quarter: Period = { kind: 'quarter', year: year.year, number };
    const period = periodText(quarter);
    return newRow('cycles', {
      key: `${next.plan}|${period}`,
      title: `Quarter ${number} ${next.year}`,
      plan: next.plan,
      period,
      state: 'Planned',
      opensOn: workingDayAfter(periodEnd(quarter), 1, closed),
      sendAt: last.sendAt,
      dueWorkingDay: from.quarterlyDueDay ?? last.dueWorkingDay,
      remindBefore: last.remindBefore,
      managerAfter: last.managerAfter,
      smtAfter: last.smtAfter,
      closeAfter: last.closeAfter,
      revision: 0,
    });
  });
};

const lastCycle = (registers: Registers, plan: string): Cycle | null =>
  [...registers.cycles.values()]
    .filter((cycle) => cycle.plan === plan && parsePeriod(cycle.period)?.kind === 'quarter')
    .toSorted((one, other) => (one.period < other.period ? -1 : 1))
    .at(-1) ?? null;

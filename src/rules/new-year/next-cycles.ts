// The quarters of a plan's next year, and its months, planned from the settings of its last.
import { newRow } from '../../registers/new-row.ts';
import type { Plan } from '../../registers/plans.ts';
import type { Registers, Row } from '../../registers/registers.ts';
import { type Period, parsePeriod, periodEnd, periodText, periodWords } from '../period.ts';
import { closedDates, workingDayAfter } from '../working-days.ts';

type Cycle = Row<'cycles'>;

/**
 * The four quarters, and the twelve months where the plan collects by the month too. Each opens on the
 * first working day after its period. The ladder is the last one's of its kind, and so is what is asked; the
 * due day is the plan's where it has one. None where the plan has never collected returns.
 */
export const nextCycles = (
  registers: Registers,
  from: Plan,
  next: { readonly plan: string; readonly year: string },
): readonly Cycle[] => {
  const year = parsePeriod(next.year);
  if (year === null) return [];
  return (['quarter', 'month'] as const).flatMap((kind) => {
    const last = lastCycle(registers, from.key, kind);
    if (last === null) return [];
    return numbers[kind].map((number) => {
      const period: Period = { kind, year: year.year, number };
      const dueDay = kind === 'quarter' ? from.quarterlyDueDay : from.monthlyDueDay;
      return cycleAfter(registers, last, { plan: next.plan, period, dueDay });
    });
  });
};

const numbers = {
  quarter: [1, 2, 3, 4],
  month: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
} as const;

type Next = {
  readonly plan: string;
  readonly period: Period;
  /** Null: the plan gives none. */
  readonly dueDay: number | null;
};

const cycleAfter = (registers: Registers, last: Cycle, { plan, period, dueDay }: Next): Cycle => {
  const text = periodText(period);
  return newRow('cycles', {
    key: `${plan}|${text}`,
    title: titleOf(period),
    plan,
    period: text,
    state: 'Planned',
    opensOn: workingDayAfter(periodEnd(period), 1, closedDates(registers)),
    asks: last.asks,
    lowerFirst: last.lowerFirst,
    financeDueDay: last.financeDueDay,
    sendAt: last.sendAt,
    dueWorkingDay: dueDay ?? last.dueWorkingDay,
    remindBefore: last.remindBefore,
    managerAfter: last.managerAfter,
    smtAfter: last.smtAfter,
    closeAfter: last.closeAfter,
    revision: 0,
  });
};

/** "Quarter 2 2020-21"; "August 2020". */
const titleOf = (period: Period): string =>
  period.kind === 'quarter'
    ? `Quarter ${period.number} ${periodText(period).slice(0, 7)}`
    : periodWords(period);

const lastCycle = (registers: Registers, plan: string, kind: 'quarter' | 'month'): Cycle | null =>
  [...registers.cycles.values()]
    .filter((cycle) => cycle.plan === plan && parsePeriod(cycle.period)?.kind === kind)
    .toSorted((one, other) => (one.period < other.period ? -1 : 1))
    .at(-1) ?? null;

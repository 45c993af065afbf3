// When a cycle's steps fall: opening, reminder, deadline, manager, SMT and close.
// Whether a step is sent to anyone is decided in ladder.ts.
import type { Cycle } from '../registers/cycles.ts';
import type { LadderStep } from '../registers/words.ts';
import { parsePeriod, periodEnd } from './period.ts';
import { type Closed, workingDayAfter } from './working-days.ts';

/** The council's zone; every step falls at the cycle's own time of day in it. */
export const zone = 'Europe/London';

export type Calendar = {
  /** A day at the time of day the cycle's cards go out. */
  readonly at: (date: Temporal.PlainDate) => Temporal.ZonedDateTime;
  readonly opens: Temporal.ZonedDateTime;
  readonly reminder: Temporal.ZonedDateTime;
  readonly deadline: Temporal.ZonedDateTime;
  readonly manager: Temporal.ZonedDateTime;
  readonly smt: Temporal.ZonedDateTime;
  /** From this moment no return of the cycle can be answered or corrected. */
  readonly closes: Temporal.ZonedDateTime;
  readonly dueOn: Temporal.PlainDate;
  readonly closesOn: Temporal.PlainDate;
};

/**
 * A cycle's moments from its own settings. The framework ("Timeliness of reporting") makes returns
 * due ten working days after a quarter's end and five after a month's; the other steps count from that
 * deadline. Throws where the cycle's period or time of day cannot be read: the register holds a fault.
 */
export const cycleCalendar = (cycle: Cycle, closed: Closed): Calendar => {
  const known = calendars.get(closed) ?? new WeakMap<Cycle, Calendar>();
  calendars.set(closed, known);
  const calendar = known.get(cycle) ?? reckoned(cycle, closed);
  known.set(cycle, calendar);
  return calendar;
};

// A row and a set of days are values, and counting working days is slow enough to do once for both.
const calendars = new WeakMap<Closed, WeakMap<Cycle, Calendar>>();

const reckoned = (cycle: Cycle, closed: Closed): Calendar => {
  const period = parsePeriod(cycle.period);
  if (period?.kind !== 'quarter' && period?.kind !== 'month') {
    throw new RangeError(`Cycles, ${cycle.key}: "${cycle.period}" is not a quarter or a month`);
  }
  const time = timeOfDay(cycle);
  const at = (date: Temporal.PlainDate) =>
    date.toZonedDateTime({ timeZone: zone, plainTime: time });
  const dueOn = workingDayAfter(periodEnd(period), cycle.dueWorkingDay, closed);
  const afterDue = (days: number) => workingDayAfter(dueOn, days, closed);
  const closesOn = afterDue(cycle.closeAfter);
  return {
    at,
    opens: at(cycle.opensOn),
    reminder: at(afterDue(-cycle.remindBefore)),
    deadline: at(dueOn),
    manager: at(afterDue(cycle.managerAfter)),
    smt: at(afterDue(cycle.smtAfter)),
    closes: at(closesOn),
    dueOn,
    closesOn,
  };
};

/** The steps of a cycle's ladder with their moments, in the order the ladder is climbed. */
export const stepTimes = (
  calendar: Calendar,
): readonly { readonly step: LadderStep; readonly at: Temporal.ZonedDateTime }[] => [
  { step: 'Opening', at: calendar.opens },
  { step: 'Reminder', at: calendar.reminder },
  { step: 'Deadline', at: calendar.deadline },
  { step: 'Manager', at: calendar.manager },
  { step: 'SMT', at: calendar.smt },
];

/** A time of day such as 09:30 or 9.30; null for any other text. */
export const readTime = (text: string): Temporal.PlainTime | null => {
  const [, hour, minute] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(text.trim()) ?? [];
  return hour === undefined
    ? null
    : Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) });
};

const timeOfDay = (cycle: Cycle): Temporal.PlainTime => {
  const time = readTime(cycle.sendAt);
  if (time === null) {
    throw new RangeError(`Cycles, ${cycle.key}: "${cycle.sendAt}" is not a time such as 09:30`);
  }
  return time;
};

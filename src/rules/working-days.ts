// Which days the council works, and counting by them. Weekends and the Closed days register are
// closed; which days are bank holidays is that register's to say.
import type { Registers } from '../registers/registers.ts';

/** ISO dates on which the council is closed, weekends aside. */
export type Closed = ReadonlySet<string>;

const furthest = 2_600;

/** The Closed days register as dates: England and Wales bank holidays and the council's own. */
export const closedDates = (registers: Pick<Registers, 'closedDays'>): Closed => {
  const dates = new Set<string>();
  for (const day of registers.closedDays.values()) dates.add(day.date.toString());
  return dates;
};

/** Monday to Friday, unless the council is closed. */
export const isWorkingDay = (date: Temporal.PlainDate, closed: Closed): boolean =>
  date.dayOfWeek <= 5 && !closed.has(date.toString());

/**
 * The n-th working day after a date, which need not itself be one; before it where n is negative.
 * Nought is the date itself, or the next working day where it is closed.
 * Throws where n is not a whole number of at most ten years: no calendar setting means that.
 */
export const workingDayAfter = (
  date: Temporal.PlainDate,
  n: number,
  closed: Closed,
): Temporal.PlainDate => {
  if (!Number.isInteger(n) || Math.abs(n) > furthest) {
    throw new RangeError(`${n} is not a number of working days a calendar can count`);
  }
  const step = n < 0 ? -1 : 1;
  let day = n === 0 ? date.subtract({ days: 1 }) : date;
  for (let left = Math.max(1, Math.abs(n)); left > 0; ) {
    day = day.add({ days: step });
    if (isWorkingDay(day, closed)) left -= 1;
  }
  return day;
};

/**
 * How many working days lie after `from`, up to and including `to`; negative, counting `to` and
 * leaving out `from`, where `to` comes first. It undoes workingDayAfter.
 */
export const workingDaysBetween = (
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  closed: Closed,
): number => {
  const step = Temporal.PlainDate.compare(from, to) <= 0 ? 1 : -1;
  let count = 0;
  for (let day = from; !day.equals(to); ) {
    day = day.add({ days: step });
    if (isWorkingDay(day, closed)) count += step;
  }
  return count;
};

// Which days the council works, and counting by them. Weekends and the Closed days register are
// closed; which days are bank holidays is that register's to say.
import type { ClosedDay } from '../registers/closed-days.ts';
import type { Registers } from '../registers/registers.ts';

/** ISO dates on which the council is closed, weekends aside. */
export type Closed = ReadonlySet<string>;

const furthest = 2_600;

/** The Closed days register as dates: England and Wales bank holidays and the council's own. */
export const closedDates = (registers: Pick<Registers, 'closedDays'>): Closed => {
  const known = lastRead.get(registers.closedDays);
  if (known !== undefined && holds(registers.closedDays, known.days)) return known.dates;
  const days = [...registers.closedDays.values()];
  const dates = new Set(days.map(({ date }) => date.toString()));
  lastRead.set(registers.closedDays, { days, dates });
  return dates;
};

// Asked for at every press and for every cycle of a tick, and hardly ever another. Rows are values: the
// same ones in the same order are the same days, and the same set.
type Read = { readonly days: readonly ClosedDay[]; readonly dates: Closed };
const lastRead = new WeakMap<Registers['closedDays'], Read>();

const holds = (register: Registers['closedDays'], days: readonly ClosedDay[]): boolean => {
  let at = 0;
  for (const day of register.values()) {
    if (day !== days[at]) return false;
    at += 1;
  }
  return at === days.length;
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

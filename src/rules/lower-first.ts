// When each return of a cycle is due, and so when each person is reminded: what managers look over comes
// first where the cycle says so, and a plan's money has a day of its own. The cycle's own steps are
// calendar.ts's; who is asked is asked.ts's.
import type { Registers } from '../registers/registers.ts';
import { type About, aboutOf } from './about.ts';
import { askedFor } from './asked.ts';
import type { Counted } from './due-again.ts';
import { parsePeriod, periodEnd } from './period.ts';
import { workingDayAfter } from './working-days.ts';

type Day = Temporal.PlainDate;

/**
 * What a manager or a director reads others' returns to answer for: operational measures and those under
 * another, and every line of work, money to be saved and risk.
 */
export const isLower = (about: About): boolean => {
  if (about.of === 'measure') return about.row.level === 'operational' || about.row.parent !== null;
  return about.of !== 'assurance' && about.of !== 'finance';
};

/** Never before the cycle opens, nor on the day it closes. */
export const dueDayOf = (counted: Counted, about: About): Day => {
  const { cycle, calendar, closed } = counted;
  const { dueOn, closesOn } = calendar;
  if (about.of === 'finance') {
    const period = parsePeriod(cycle.period);
    if (cycle.financeDueDay === null || period === null) return dueOn;
    const own = workingDayAfter(periodEnd(period), cycle.financeDueDay, closed);
    return latest(cycle.opensOn, earliest(own, workingDayAfter(closesOn, -1, closed)));
  }
  const before = cycle.lowerFirst ?? 0;
  if (before <= 0 || !isLower(about)) return dueOn;
  return latest(cycle.opensOn, workingDayAfter(dueOn, -before, closed));
};

const earliest = (one: Day, other: Day): Day =>
  Temporal.PlainDate.compare(one, other) <= 0 ? one : other;
const latest = (one: Day, other: Day): Day => (earliest(one, other) === one ? other : one);

/** Whether a cycle has any day but its own. */
const hasOthers = ({ cycle }: Counted): boolean =>
  (cycle.lowerFirst ?? 0) > 0 || cycle.financeDueDay !== null;

/**
 * The first day on which something is due of each person asked, by key: of all they were asked for,
 * answered or not, so that it stays where it is as they answer. Who is not in it is due on the cycle's own.
 */
export const firstDueDays = (
  registers: Registers,
  counted: Counted,
  today: Day,
): ReadonlyMap<string, Day> => {
  const days = new Map<string, Day>();
  if (!hasOthers(counted)) return days;
  for (const asked of registers.returns.where('cycle', counted.cycle.key)) {
    const about = asked.state === 'Withdrawn' ? null : aboutOf(registers, asked);
    if (about === null) continue;
    const due = dueDayOf(counted, about);
    for (const { key } of askedFor(registers, asked, today))
      days.set(key, earliest(days.get(key) ?? due, due));
  }
  return days;
};

export type AskingTime = {
  readonly step: 'Opening' | 'Reminder' | 'Deadline';
  readonly at: Temporal.ZonedDateTime;
};

/** The steps that ask somebody whose first day this is. */
export const askingTimes = (
  { cycle, calendar, closed }: Counted,
  due: Day,
): readonly AskingTime[] => [
  { step: 'Opening', at: calendar.opens },
  { step: 'Reminder', at: calendar.at(workingDayAfter(due, -cycle.remindBefore, closed)) },
  { step: 'Deadline', at: calendar.at(due) },
];

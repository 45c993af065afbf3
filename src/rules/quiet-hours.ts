// When a message may go to a person: not in the quiet hours, not on a day the council is closed, not on
// a day they do not work. What is due then goes at the next moment it may.
import type { Cycle } from '../registers/cycles.ts';
import type { Person } from '../registers/people.ts';
import { readTime, zone } from './calendar.ts';
import type { Closed } from './working-days.ts';

/** Whom a message is for, and by which cycle's quiet hours it goes; nobody known works as most do. */
export type Going = {
  readonly person: Pick<Person, 'workingDays'> | undefined;
  readonly cycle: Pick<Cycle, 'quietFrom' | 'quietUntil'>;
  readonly closed: Closed;
};

const sixInTheEvening = Temporal.PlainTime.from('18:00');
const eightInTheMorning = Temporal.PlainTime.from('08:00');
const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const mondayToFriday: ReadonlySet<number> = new Set([1, 2, 3, 4, 5]);

/** Further than any run of closed days: past it a message goes rather than never. */
const furthest = 400;

/** Whether a message may go to this person at this moment. */
export const mayGo = ({ person, cycle, closed }: Going, at: Temporal.ZonedDateTime): boolean => {
  const there = at.withTimeZone(zone);
  const day = there.toPlainDate();
  return (
    daysWorked(person?.workingDays ?? null).has(day.dayOfWeek) &&
    !closed.has(day.toString()) &&
    !isQuiet(cycle, there.toPlainTime())
  );
};

/**
 * The first moment, from this one on, at which a message may go to this person. Where no day in more
 * than a year is one of theirs it is the moment itself: a message is never kept back for good.
 */
export const mayGoAt = (going: Going, at: Temporal.ZonedDateTime): Temporal.ZonedDateTime => {
  const from = at.withTimeZone(zone);
  const until = timeOr(going.cycle.quietUntil, eightInTheMorning);
  for (let ahead = 0; ahead <= furthest; ahead += 1) {
    const day = from.toPlainDate().add({ days: ahead });
    const begins = ahead === 0 ? from : day.toZonedDateTime(zone);
    const ends = day.toZonedDateTime({ timeZone: zone, plainTime: until });
    const found = [begins, ends].find(
      (each) => Temporal.ZonedDateTime.compare(each, from) >= 0 && mayGo(going, each),
    );
    if (found) return found;
  }
  return from;
};

/** From 18:00 until 08:00 where the cycle says nothing that can be read as a time. */
const isQuiet = ({ quietFrom, quietUntil }: Going['cycle'], time: Temporal.PlainTime): boolean => {
  const from = timeOr(quietFrom, sixInTheEvening);
  const until = timeOr(quietUntil, eightInTheMorning);
  const isAfter = Temporal.PlainTime.compare(time, from) >= 0;
  const isBefore = Temporal.PlainTime.compare(time, until) < 0;
  const isOverMidnight = Temporal.PlainTime.compare(from, until) > 0;
  return isOverMidnight ? isAfter || isBefore : isAfter && isBefore;
};

const timeOr = (text: string | null, usual: Temporal.PlainTime): Temporal.PlainTime =>
  (text === null ? null : readTime(text)) ?? usual;

const known = new Map<string, ReadonlySet<number>>();

/**
 * The days a person works, Monday is 1: "Mon Tue Thu", "Monday to Wednesday", "Tue-Fri". Saturday and
 * Sunday only where they are named; blank, or nothing that can be read, is Monday to Friday.
 */
export const daysWorked = (text: string | null): ReadonlySet<number> => {
  if (text === null) return mondayToFriday;
  const before = known.get(text);
  if (before) return before;
  const days = readDays(text);
  const worked = days.size === 0 ? mondayToFriday : days;
  known.set(text, worked);
  return worked;
};

const readDays = (text: string): ReadonlySet<number> => {
  const days = new Set<number>();
  const words = text.toLowerCase().match(/[a-z]+|[-–—]/g) ?? [];
  let last: number | null = null;
  let isRun = false;
  for (const word of words) {
    const day = dayNames.findIndex((name) => word.startsWith(name)) + 1;
    if (day === 0) {
      isRun = last !== null && /^(to|[-–—])$/.test(word);
      continue;
    }
    for (
      let each: number = isRun && last !== null ? last : day;
      each !== day;
      each = (each % 7) + 1
    )
      days.add(each);
    days.add(day);
    [last, isRun] = [day, false];
  }
  return days;
};

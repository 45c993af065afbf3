// Who gets a card today of all that wants their word: once a day at the cycle's hour, where something has
// come since their last one, and once more on the last working day before the close.
import type { Cycle } from '../registers/cycles.ts';
import type { Notification } from '../registers/notifications.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { cycleCalendar, zone } from './calendar.ts';
import { isReminding } from './one-a-day.ts';
import { mayGo } from './quiet-hours.ts';
import { lastChance, wordsWanted } from './whose-word.ts';
import { closedDates } from './working-days.ts';

export type ApprovalDue = {
  readonly person: string;
  readonly on: Temporal.PlainDate;
  readonly fellDueAt: Temporal.Instant;
};

/** None before the hour, after the close, or for those who may not be written to now. */
export const approvalsDue = (
  registers: Registers,
  cycle: Cycle,
  now: Temporal.ZonedDateTime,
): readonly ApprovalDue[] => {
  if (cycle.state !== 'Open') return [];
  const closed = closedDates(registers);
  const calendar = cycleCalendar(cycle, closed);
  const on = now.withTimeZone(zone).toPlainDate();
  const hour = calendar.at(on);
  const isBefore = (one: Temporal.ZonedDateTime, other: Temporal.ZonedDateTime) =>
    Temporal.ZonedDateTime.compare(one, other) < 0;
  if (isBefore(now, hour) || !isBefore(now, calendar.closes)) return [];
  const isLast = !isBefore(hour, lastChance(cycle, closed));
  const cut = hour.toInstant();
  const wanted = Map.groupBy(wordsWanted(registers, cycle, now), ({ person }) => person);
  return [...wanted].flatMap(([person, theirs]) => {
    const recipient = registers.people.get(person);
    if (recipient === undefined || !mayGo({ person: recipient, cycle, closed }, now)) return [];
    const before = cardsOf(registers, person, cycle.key);
    const last = before
      .map(({ fellDueAt }) => fellDueAt)
      .toSorted(Temporal.Instant.compare)
      .at(-1);
    if (last !== undefined && Temporal.Instant.compare(last, cut) >= 0) return [];
    const isNew = theirs.some(
      ({ since }) =>
        Temporal.Instant.compare(since, cut) <= 0 &&
        (last === undefined || Temporal.Instant.compare(since, last) > 0),
    );
    if (!isLast && (!isNew || isToldToday(registers, person, on))) return [];
    return [{ person, on, fellDueAt: cut }];
  });
};

/** When the next of these cards goes, as things stand; null before the close where none does. */
export const nextApprovals = (
  registers: Registers,
  cycle: Cycle,
  now: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime | null => {
  if (cycle.state !== 'Open') return null;
  const { at, closesOn } = cycleCalendar(cycle, closedDates(registers));
  let day = now.withTimeZone(zone).toPlainDate();
  for (; Temporal.PlainDate.compare(day, closesOn) < 0; day = day.add({ days: 1 })) {
    const hour = at(day);
    const isAhead = Temporal.ZonedDateTime.compare(hour, now) > 0;
    if (isAhead && approvalsDue(registers, cycle, hour).length > 0) return hour;
  }
  return null;
};

const cardsOf = (registers: Registers, person: string, cycle: string): readonly Notification[] =>
  registers.notifications
    .where('person', person)
    .filter((row) => row.step === 'Approve' && sameKey(row.cycle, cycle));

/** A reminder today, or one on its way, is their one message of the day. */
const isToldToday = (registers: Registers, person: string, today: Temporal.PlainDate): boolean =>
  registers.notifications.where('person', person).some((row) => {
    if (!isReminding(row.step)) return false;
    if (row.state === 'Queued') return registers.cycles.get(row.cycle)?.state === 'Open';
    const day = row.settledAt?.toZonedDateTimeISO(zone).toPlainDate();
    return row.state === 'Sent' && day?.equals(today) === true;
  });

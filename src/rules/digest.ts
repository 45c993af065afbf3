// What SMT and managers hear of in their week, and when: one digest a person and week, on its first working
// day, unless the ladder's own word to SMT comes in that week and carries it. What is urgent goes at once.
import type { Cycle } from '../registers/cycles.ts';
import type { Escalation } from '../registers/escalations.ts';
import type { Notification } from '../registers/notifications.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { mayRead } from './access.ts';
import { hasLeft } from './away.ts';
import { readTime, zone } from './calendar.ts';
import { cycleToWriteIn } from './escalations-cycle.ts';
import { mostSeriousFirst } from './escalations-order.ts';
import { mayGo } from './quiet-hours.ts';
import { answererOf, standsInFor } from './roles.ts';
import { laddersOf, type Rung } from './rungs.ts';
import { type Closed, closedDates, workingDayAfter } from './working-days.ts';

/** No card of the week has more lines than that. */
export const mostLines = 7;

/**
 * What a person has to see to, most serious first: what was taken to them, or to whom they stand in for,
 * and nobody has acknowledged; and recovery plans that did not come by their day. Missing returns are
 * told to managers by the ladder alone. What is exempt is told to no deputy who may not read it.
 */
export const digestLines = (
  registers: Registers,
  person: Person,
  today: Temporal.PlainDate,
): readonly Escalation[] => {
  if (hasLeft(person, today)) return [];
  const byPerson = Map.groupBy(needing(registers, today), (each) => each.person);
  const theirs = [...byPerson].filter(([to]) => isFor(registers, { person, to }, today));
  const mayBeTold = (row: Escalation) =>
    sameKey(row.person, person.key) || mayRead(registers, person, { register: 'escalations', row });
  return mostSeriousFirst(
    registers,
    theirs.flatMap(([, some]) => some.filter(mayBeTold)),
  );
};

const needing = (registers: Registers, today: Temporal.PlainDate): readonly Escalation[] => [
  ...registers.escalations
    .where('state', 'Open')
    .filter(({ rule, level }) => rule !== null || level === 'SMT'),
  ...(['Acknowledged', 'Answered'] as const)
    .flatMap((state) => registers.escalations.where('state', state))
    .filter((each) => planIsLate(each, today)),
];

/** A plan that was required and has not been given by its day. */
export const planIsLate = (
  { planDueOn, recovery }: Pick<Escalation, 'planDueOn' | 'recovery'>,
  today: Temporal.PlainDate,
): boolean =>
  planDueOn !== null && recovery === null && Temporal.PlainDate.compare(planDueOn, today) < 0;

const isFor = (
  registers: Registers,
  { person, to }: { readonly person: Person; readonly to: string },
  today: Temporal.PlainDate,
): boolean => {
  if (sameKey(to, person.key)) return true;
  const principal = registers.people.get(to);
  return principal !== undefined && standsInFor(registers, { person, principal }, today);
};

/** A card to be sent: to whom, in which cycle, and the lines it is the first to tell of. */
export type DigestDue = {
  readonly person: string;
  readonly cycle: Cycle;
  /** The Monday of its week; null where it is urgent. */
  readonly week: Temporal.PlainDate | null;
  readonly lines: readonly Escalation[];
};

/** Whose digest is due now, and who is to hear at once of what is urgent. */
export const digestsDue = (
  registers: Registers,
  now: Temporal.ZonedDateTime,
): readonly DigestDue[] => {
  const local = now.withTimeZone(zone);
  const today = local.toPlainDate();
  const closed = closedDates(registers);
  const smtAhead = openSmtAhead(registers, local);
  return recipients(registers, today).flatMap((person) => {
    const lines = digestLines(registers, person, today);
    const cycle = lines[0] ? cycleToWriteIn(registers, lines[0].plan) : null;
    if (cycle === null || cycle.state === 'Suspended' || !mayGo({ person, cycle, closed }, now))
      return [];
    const going = { person, cycle, lines };
    return weekly(registers, going, { now: local, closed, smtAhead }) ?? urgent(going);
  });
};

/** Who hears today of what waits: those it was taken to, or who covers for them. */
const recipients = (registers: Registers, today: Temporal.PlainDate): readonly Person[] => {
  const keys = new Set(needing(registers, today).map(({ person }) => person));
  const people = [...keys].flatMap((key) => answererOf(registers, key, today) ?? []);
  return [...new Map(people.map((person) => [person.key, person])).values()];
};

type Going = {
  readonly person: Person;
  readonly cycle: Cycle;
  readonly lines: readonly Escalation[];
};
type When = {
  readonly now: Temporal.ZonedDateTime;
  readonly closed: Closed;
  readonly smtAhead: (person: string) => boolean;
};

/** Null where there is none to go now: before its hour, once one has gone, or where the ladder's is to come. */
const weekly = (
  registers: Registers,
  { person, cycle, lines }: Going,
  { now, closed, smtAhead }: When,
): readonly DigestDue[] | null => {
  const week = weekOf(now.toPlainDate());
  const day = workingDayAfter(week, 0, closed);
  const at = day.toZonedDateTime({
    timeZone: zone,
    plainTime: readTime(cycle.sendAt) ?? nineInTheMorning,
  });
  const hasCome = Temporal.ZonedDateTime.compare(at, now) <= 0;
  // What came up after the week's day waits for the next.
  const isDue = lines.some((each) => Temporal.PlainDate.compare(dayOf(each.raisedAt), day) <= 0);
  if (!hasCome || !isDue || hasHeardIn(registers, person.key, week)) return null;
  if (smtAhead(person.key)) return null;
  return [{ person: person.key, cycle, week, lines: lines.slice(0, mostLines) }];
};

const nineInTheMorning = Temporal.PlainTime.from('09:00');

/** The Monday on or before a day. */
export const weekOf = (day: Temporal.PlainDate): Temporal.PlainDate =>
  day.subtract({ days: day.dayOfWeek - 1 });

const dayOf = (at: Temporal.Instant): Temporal.PlainDate =>
  at.toZonedDateTimeISO(zone).toPlainDate();

/** Whether a person has had this week's word already, or it is on its way to them. */
const hasHeardIn = (registers: Registers, person: string, week: Temporal.PlainDate): boolean =>
  registers.notifications
    .where('person', person)
    .some((row) => isWordOf(row, week) && !isHeldUp(registers, row));

/** What waits in a suspended cycle may wait for weeks. */
const isHeldUp = (registers: Registers, { state, cycle }: Notification): boolean =>
  state === 'Queued' && registers.cycles.get(cycle)?.state === 'Suspended';

/** A digest by its week; the ladder's word to SMT by the day it went, or while it waits to go. */
export const isWordOf = (row: Notification, week: Temporal.PlainDate): boolean => {
  if (row.step === 'Digest') return row.on !== null && row.on.equals(week);
  if (row.step !== 'SMT') return false;
  if (row.state === 'Queued') return true;
  return row.state === 'Sent' && weekOf(dayOf(row.settledAt ?? row.fellDueAt)).equals(week);
};

/** Whether the ladder's word to SMT is still to come to a person this week; worked out once it is asked. */
const openSmtAhead = (registers: Registers, now: Temporal.ZonedDateTime) => {
  let known: readonly Rung[] | null = null;
  const next = weekOf(now.toPlainDate()).add({ days: 7 }).toZonedDateTime(zone);
  const isAhead = ({ step, at }: Rung) =>
    step === 'SMT' &&
    Temporal.ZonedDateTime.compare(at, now) > 0 &&
    Temporal.ZonedDateTime.compare(at, next) < 0;
  return (person: string): boolean => {
    known ??= [...registers.cycles.values()]
      .flatMap((cycle) => rungsOf(registers, cycle, now))
      .filter(isAhead);
    return known.some(({ audience }) => audience().has(person));
  };
};

/** None of a cycle whose row cannot be read: that is told of where it is ticked. */
const rungsOf = (
  registers: Registers,
  cycle: Cycle,
  now: Temporal.ZonedDateTime,
): readonly Rung[] => {
  if (cycle.state !== 'Open') return [];
  try {
    return laddersOf(registers, cycle, now).flat();
  } catch {
    return [];
  }
};

/** All of it in one card, as soon as it may go; what was told of once is not urgent again. */
const urgent = ({ person, cycle, lines }: Going): readonly DigestDue[] => {
  const untold = lines.filter((each) => each.urgent && each.toldAt === null);
  return untold.length === 0 ? [] : [{ person: person.key, cycle, week: null, lines: untold }];
};

// Who could not be reached on a day, and who hears of it: their manager of each of them, and the
// performance team once a day of all of them together. And what the ledger says was done about it:
// the app is installed for a person once a cycle at most.
import type { Notification } from '../registers/notifications.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { hasLeft } from './away.ts';
import { zone } from './calendar.ts';
import { type InChat, isInChat } from './card-shows.ts';
import { mayGo } from './quiet-hours.ts';
import { isPerformanceTeam } from './roles.ts';
import { closedDates } from './working-days.ts';

export type Unreachable = {
  readonly person: string;
  /** When it was first found that day. */
  readonly from: Temporal.Instant;
  /** In plain words; null where it is not known. */
  readonly because: string | null;
};

/** Each person once, in any cycle, in the order it was found; nobody who is about to be sent it again. */
export const unreachableOn = (
  registers: Registers,
  day: Temporal.PlainDate,
): readonly Unreachable[] => {
  const found = new Map<string, Unreachable>();
  const rows = registers.notifications
    .where('state', 'Unreachable')
    .filter((row) => Temporal.PlainDate.compare(dayOf(row), day) === 0)
    .filter((row) => !isSentAgain(registers, row))
    .toSorted((one, other) => Temporal.Instant.compare(moment(one), moment(other)));
  for (const row of rows)
    if (!found.has(row.person))
      found.set(row.person, { person: row.person, from: moment(row), because: row.reason });
  return [...found.values()];
};

const moment = ({ settledAt, fellDueAt }: Notification): Temporal.Instant => settledAt ?? fellDueAt;
const dayOf = (row: Notification): Temporal.PlainDate =>
  moment(row).toZonedDateTimeISO(zone).toPlainDate();

/** The performance team who are still there, save whoever is meant. */
export const performanceTeamBut = (
  registers: Registers,
  person: string,
  today: Temporal.PlainDate,
): readonly Person[] =>
  [...registers.people.values()].filter(
    (each) => isPerformanceTeam(each) && !hasLeft(each, today) && !sameKey(each.key, person),
  );

/** Whether a person has been told, or is about to be, of those who could not be reached that day. */
export const isToldOn = (registers: Registers, person: string, day: Temporal.PlainDate): boolean =>
  registers.notifications
    .where('person', person)
    .some((row) => isGathered(row) && row.on !== null && row.on.equals(day));

/** A cycle's cards that tell of all who could not be reached on a day. */
export const newestGathered = (registers: Registers, cycle: string): readonly InChat[] => {
  const rows = registers.notifications.where('cycle', cycle).filter(isGathered).filter(isInChat);
  const newest = Map.groupBy(rows, ({ person }) => person);
  return [...newest.values()].flatMap(
    (theirs) =>
      theirs.toSorted((one, other) =>
        Temporal.Instant.compare(other.fellDueAt, one.fellDueAt),
      )[0] ?? [],
  );
};

const isGathered = ({ step, about }: Notification): boolean =>
  step === 'Unreachable' && about === null;

/** How installing the app for somebody ended, as the reason of what did not reach them says it. */
export const installWords = {
  installed: 'the app was installed for them in Teams',
  already: 'Teams has the app installed for them already',
  refused: 'Teams would not have the app installed for them',
  tried: 'installing the app for them was tried before in this cycle',
  'no answer': 'Teams did not answer when the app was to be installed for them',
  'not granted': 'the app has not been allowed to install itself',
} as const;
export type InstallEnd = keyof typeof installWords;

/** It was tried, and is not again in this cycle. */
const settling: readonly InstallEnd[] = ['installed', 'already', 'refused', 'tried'];

/** Null where nothing of the kind is said. */
export const installEndIn = (reason: string | null): InstallEnd | null =>
  (Object.keys(installWords) as InstallEnd[]).find((end) => reason?.includes(installWords[end])) ??
  null;

/** What was done about a person in a cycle already; null where installing it has still to be tried. */
export const triedInCycle = (
  registers: Pick<Registers, 'notifications'>,
  { person, cycle }: Pick<Notification, 'person' | 'cycle'>,
): InstallEnd | null => {
  for (const row of registers.notifications.where('person', person)) {
    const end = sameKey(row.cycle, cycle) ? installEndIn(row.reason) : null;
    if (end !== null && settling.includes(end)) return end;
  }
  return null;
};

/**
 * What did not arrive in an open cycle and of which nothing was done yet, or, `again`, what it could
 * not be done for and may be now. Not for those who have left; in the council's hours alone, since
 * whoever gets the app is welcomed by it.
 */
export const toBeReached = (
  registers: Registers,
  now: Temporal.ZonedDateTime,
  again: boolean,
): readonly Notification[] => {
  const closed = closedDates(registers);
  return registers.notifications.where('state', 'Unreachable').filter((row) => {
    const end = installEndIn(row.reason);
    if (end !== null && (!again || settling.includes(end))) return false;
    const cycle = registers.cycles.get(row.cycle);
    const person = registers.people.get(row.person);
    if (cycle?.state !== 'Open' || person === undefined) return false;
    return !hasLeft(person, dayAt(now)) && mayGo({ person: undefined, cycle, closed }, now);
  });
};

/** Whether it goes again as soon as Teams tells of the app, or after a minute: nothing else is said of it yet. */
const isSentAgain = (
  registers: Pick<Registers, 'cycles'>,
  { reason, cycle }: Notification,
): boolean => reason === installWords.installed && registers.cycles.get(cycle)?.state === 'Open';

/** What is sent again, now that Teams has told the bot of the one it was installed for, or after a minute. */
export const reachedByNow = (
  registers: Registers,
  now: Temporal.ZonedDateTime,
): readonly Notification[] => {
  const aMinuteAgo = now.toInstant().subtract({ minutes: 1 });
  return registers.notifications.where('state', 'Unreachable').filter((row) => {
    if (!isSentAgain(registers, row)) return false;
    const known = registers.people.get(row.person)?.conversation ?? null;
    return known !== null || Temporal.Instant.compare(moment(row), aMinuteAgo) <= 0;
  });
};

const dayAt = (now: Temporal.ZonedDateTime): Temporal.PlainDate =>
  now.withTimeZone(zone).toPlainDate();

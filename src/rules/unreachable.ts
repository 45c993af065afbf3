// Who could not be reached on a day, and who hears of it: their manager of each of them, and the
// performance team once a day of all of them together.
import type { Notification } from '../registers/notifications.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { hasLeft } from './away.ts';
import { zone } from './calendar.ts';
import { type InChat, isInChat } from './card-shows.ts';
import { isPerformanceTeam } from './roles.ts';

export type Unreachable = {
  readonly person: string;
  /** When it was first found that day. */
  readonly from: Temporal.Instant;
  /** In plain words; null where it is not known. */
  readonly because: string | null;
};

/** Each person once, in any cycle, in the order it was found. */
export const unreachableOn = (
  registers: Registers,
  day: Temporal.PlainDate,
): readonly Unreachable[] => {
  const found = new Map<string, Unreachable>();
  const rows = registers.notifications
    .where('state', 'Unreachable')
    .filter((row) => Temporal.PlainDate.compare(dayOf(row), day) === 0)
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

// Whether a message in the queue may go now, and when the first that waits may: its cycle must not be
// suspended, its person's hours and days must allow it, and they have one reminder a day.
import type { Registers } from '../registers/registers.ts';
import type { Step } from '../registers/words.ts';
import { zone } from './calendar.ts';
import { decide, wantedElsewhere } from './ladder.ts';
import { gather, isFirstToday } from './one-a-day.ts';
import { mayGo, mayGoAt } from './quiet-hours.ts';
import { type Closed, closedDates } from './working-days.ts';

type InQueue = {
  readonly key: string;
  readonly person: string;
  readonly cycle: string;
  readonly step: Step;
  /** Null, or not there, where the step comes once in a cycle. */
  readonly on?: { toString(): string } | null;
};

/** A message that may not stays where it is, and is looked at again. */
// oxlint-disable-next-line max-params -- the closed days are read once for a queue of thousands
export const mayGoNow = (
  registers: Registers,
  message: InQueue,
  now: Temporal.ZonedDateTime,
  closed: Closed = closedDates(registers),
): boolean => {
  const cycle = registers.cycles.get(message.cycle);
  if (cycle === undefined) return true;
  if (cycle.state === 'Suspended' && !goesAllTheSame(registers, message, now)) return false;
  const person = registers.people.get(message.person);
  return mayGo({ person, cycle, closed }, now) && isFirstToday(registers, message, now);
};

/** What another cycle asks in the same card does not wait for the one that is suspended. */
const goesAllTheSame = (
  registers: Registers,
  { person, cycle, step, on }: InQueue,
  now: Temporal.ZonedDateTime,
): boolean => {
  const message = { person, cycle, step, on: on?.toString() ?? null };
  return wantedElsewhere(registers, message, now.withTimeZone(zone).toPlainDate());
};

/** How many messages are in the queue, where none of them may go at this moment; null where one may. */
export const countAllHeld = (registers: Registers, now: Temporal.ZonedDateTime): number | null => {
  const closed = closedDates(registers);
  const queued = registers.notifications.where('state', 'Queued');
  return queued.some((message) => mayGoNow(registers, message, now, closed)) ? null : queued.length;
};

/**
 * When the first of all that waits may go, of steps that have come and of messages in the queue; null
 * where nothing waits but what is suspended.
 */
export const firstHeldMoment = (
  registers: Registers,
  now: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime | null => {
  const open = [...registers.cycles.values()].filter(({ state }) => state === 'Open');
  const closed = closedDates(registers);
  const tomorrow = now.withTimeZone(zone).toPlainDate().add({ days: 1 }).toZonedDateTime(zone);
  const moments: Temporal.ZonedDateTime[] = [];
  const decided = open.map((cycle) => ({ cycle, ...decide(registers, cycle, now) }));
  const verdicts = decided.flatMap((each) => each.verdicts);
  const told = new Set(gather(registers, verdicts, now).held);
  for (const { cycle, held, verdicts: own } of decided) {
    const going = (key: string) => ({ person: registers.people.get(key), cycle, closed });
    for (const person of held) moments.push(mayGoAt(going(person), now));
    for (const { person, verdict } of own)
      if (verdict === 'send' && told.has(person)) moments.push(mayGoAt(going(person), tomorrow));
    for (const row of registers.notifications.where('cycle', cycle.key)) {
      const { person, key, step, on, state } = row;
      const message = { person, key, step, on, cycle: cycle.key };
      if (state !== 'Queued' || mayGoNow(registers, message, now, closed)) continue;
      const isToday = mayGo(going(person), now);
      moments.push(mayGoAt(going(person), isToday ? tomorrow : now));
    }
  }
  return moments.toSorted((one, other) => Temporal.ZonedDateTime.compare(one, other))[0] ?? null;
};

// Who would be nudged, with what, and who would not and why: worked out afresh whenever it is asked, so
// that what is shown before a send and what is sent are one piece of work. Sending is nudge.ts's.
import type { Cycle } from '../registers/cycles.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { sameKey } from '../registers/same-key.ts';
import type { Step } from '../registers/words.ts';
import { thoseAsked } from '../rules/audience.ts';
import { zone } from '../rules/calendar.ts';
import { notReachedIn } from '../rules/completion.ts';
import { mayGoAt } from '../rules/quiet-hours.ts';
import { closedDates } from '../rules/working-days.ts';
import { cycleIn } from './change-cycle.ts';
import { messageKey } from './message-key.ts';
import type { Ports } from './ports.ts';
import type { Refused } from './refused.ts';

/** One card: everything the cycle still asks of this person today, their own and what they cover. */
export type Sending = {
  readonly person: Person;
  readonly returns: readonly Return[];
  /** When it may go, quiet hours and their own days kept; null: at once. */
  readonly goesAt: Temporal.ZonedDateTime | null;
};

export type NotSending = { readonly person: string } & (
  | { readonly because: 'nobody by that name' | 'owes nothing' | 'not reached' }
  | { readonly because: 'somebody else is asked'; readonly who: readonly Person[] }
  /** A message went today, or waits to go: nobody is asked twice in a day. */
  | { readonly because: 'asked today'; readonly step: Step; readonly waits: boolean }
  /** Today's nudge was cancelled, or came to nothing: there is no second one in a day. */
  | { readonly because: 'nudged today' }
);

export type Preview = {
  readonly outcome: 'previewed';
  readonly will: readonly Sending[];
  readonly willNot: readonly NotSending[];
};

/** For the performance team alone, in an open cycle. `people` are keys; each is answered once. */
export const previewSends = (
  ports: Ports,
  asked: { readonly by: string; readonly cycle: string; readonly people: readonly string[] },
): Preview | Refused => {
  const may = cycleIn(ports, asked, 'Open');
  if (may.outcome === 'refused') return may;
  const registers = ports.replica.registers();
  const decide = deciding(registers, may.cycle, ports.clock.now());
  const keys = new Map(
    asked.people.map((key) => [registers.people.get(key)?.key ?? key, key] as const),
  );
  const decided = [...keys.keys()].map(decide);
  return {
    outcome: 'previewed',
    will: decided.filter((each) => 'returns' in each),
    willNot: decided.filter((each) => 'because' in each),
  };
};

const deciding = (registers: Registers, cycle: Cycle, now: Temporal.ZonedDateTime) => {
  const today = now.withTimeZone(zone).toPlainDate();
  const closed = closedDates(registers);
  const audience = thoseAsked(registers, cycle, today);
  const notReached = notReachedIn(registers, cycle);
  return (key: string): Sending | NotSending => {
    const person = registers.people.get(key);
    if (person === undefined) return { person: key, because: 'nobody by that name' };
    const returns = audience.get(person.key) ?? [];
    if (returns.length === 0) return whyNothing(registers, audience, { person, cycle });
    const earlier = askedToday(registers, person, today);
    if (earlier) return { person: person.key, ...earlier };
    const nudge = nudgeKey(person, cycle, today);
    if (registers.notifications.get(nudge)) return { person: person.key, because: 'nudged today' };
    if (notReached.has(person.key)) return { person: person.key, because: 'not reached' };
    const goesAt = mayGoAt({ person, cycle, closed }, now);
    const isNow = Temporal.ZonedDateTime.compare(goesAt, now) <= 0;
    return { person, returns, goesAt: isNow ? null : goesAt };
  };
};

/** A person is nudged once a day in a cycle at most: the day is part of what a nudge is known by. */
export const nudgeKey = (person: Person, cycle: Cycle, today: Temporal.PlainDate): string =>
  messageKey({
    person: person.key,
    cycle: cycle.key,
    step: 'Nudge',
    about: null,
    on: today.toString(),
  });

/** What they own is asked of whoever covers for them; or they owe nothing. */
const whyNothing = (
  registers: Registers,
  audience: ReadonlyMap<string, readonly Return[]>,
  { person, cycle }: { readonly person: Person; readonly cycle: Cycle },
): NotSending => {
  const own = new Set(
    registers.returns
      .where('owner', person.key)
      .filter((each) => each.state === 'Due' && sameKey(each.cycle, cycle.key))
      .map(({ key }) => key),
  );
  if (own.size === 0) return { person: person.key, because: 'owes nothing' };
  const who = [...audience]
    .filter(([, returns]) => returns.some(({ key }) => own.has(key)))
    .flatMap(([key]) => registers.people.get(key) ?? []);
  return { person: person.key, because: 'somebody else is asked', who };
};

/** What a person is asked by, in any cycle; that somebody cannot be reached is no asking. */
const asking: ReadonlySet<Step> = new Set([
  'Opening',
  'Reminder',
  'Deadline',
  'Manager',
  'Back',
  'Nudge',
]);

const askedToday = (registers: Registers, person: Person, today: Temporal.PlainDate) => {
  const rows = registers.notifications.where('person', person.key);
  for (const { step, state, settledAt, cycle } of rows) {
    if (!asking.has(step)) continue;
    // What waits in a cycle that is suspended asks nobody for as long as it is.
    const waits = state === 'Queued' && registers.cycles.get(cycle)?.state === 'Open';
    const went = state === 'Sent' && settledAt !== null && dayOf(settledAt).equals(today);
    if (waits || went) return { because: 'asked today', step, waits } as const;
  }
  return null;
};

const dayOf = (at: Temporal.Instant): Temporal.PlainDate =>
  at.toZonedDateTimeISO(zone).toPlainDate();

// Whose word is wanted in a cycle, and since when: to approve returns, to endorse targets, to sign a
// directorate's quarter or its finance. One card a day gathers it for each; on which day it goes is decided in approvals-due.ts.
import type { Cycle } from '../registers/cycles.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { approversOf, awaitingIn } from './approval.ts';
import { cycleCalendar, zone } from './calendar.ts';
import { endorsementsWanted, proposedTargets } from './endorsing.ts';
import {
  askedToSign,
  returnsOf,
  type Signed,
  signatureOf,
  signersOf,
  stoodAt,
} from './sign-off.ts';
import { type Closed, closedDates, workingDayAfter } from './working-days.ts';

/** Somebody's word is wanted since then. */
export type Wanted = { readonly person: string; readonly since: Temporal.Instant };

/** From that moment on nobody is spared a card of what still waits: the close comes next. */
export const lastChance = (cycle: Cycle, closed: Closed): Temporal.ZonedDateTime => {
  const { at, closesOn } = cycleCalendar(cycle, closed);
  return at(workingDayAfter(closesOn, -1, closed));
};

/** Everybody whose word a cycle wants now; one person may be there many times. */
export const wordsWanted = (
  registers: Registers,
  cycle: Cycle,
  now: Temporal.ZonedDateTime,
): readonly Wanted[] => {
  const today = now.toPlainDate();
  const approvals = awaitingIn(registers, cycle.key).flatMap((asked) =>
    approversOf(registers, asked, today).map(({ key }) => ({
      person: key,
      since: asked.returnedAt ?? now.toInstant(),
    })),
  );
  const signatures = signaturesWanted(registers, cycle, now).flatMap(({ signed, since }) =>
    signersOf(registers, signed, today).map(({ key }) => ({ person: key, since })),
  );
  return [...approvals, ...endorsementsWanted(registers, cycle, now), ...signatures];
};

export type SignatureWanted = { readonly signed: Signed; readonly since: Temporal.Instant };

/**
 * What is to be signed and is not: from the moment managers hear of what is late, once all of it is
 * answered and approved; from the last working day before the close, whatever is missing.
 */
export const signaturesWanted = (
  registers: Registers,
  cycle: Cycle,
  now: Temporal.ZonedDateTime,
): readonly SignatureWanted[] => {
  const closed = closedDates(registers);
  const { manager } = cycleCalendar(cycle, closed);
  const last = lastChance(cycle, closed);
  const hasCome = (at: Temporal.ZonedDateTime) => Temporal.ZonedDateTime.compare(at, now) <= 0;
  return askedToSign(registers, cycle).flatMap((signed) => {
    if (signatureOf(registers, signed) !== null) return [];
    if (hasCome(last)) return [{ signed, since: last.toInstant() }];
    const { missing, waiting } = stoodAt(registers, signed);
    if (!hasCome(manager) || missing + waiting > 0) return [];
    return [{ signed, since: latest(registers, signed, manager.toInstant()) }];
  });
};

/** When the last of it was answered or approved, and no sooner than `from`. */
const latest = (registers: Registers, signed: Signed, from: Temporal.Instant): Temporal.Instant =>
  returnsOf(registers, signed)
    .flatMap(({ returnedAt, approvedAt }) => [returnedAt, approvedAt])
    .filter((each) => each !== null)
    .reduce((one, other) => (Temporal.Instant.compare(one, other) < 0 ? other : one), from);

/** What this person is asked to sign, that day or before. */
export const toSign = (
  registers: Registers,
  person: Person,
  { cycle, today }: { readonly cycle: Cycle; readonly today: Temporal.PlainDate },
): readonly Signed[] =>
  signaturesWanted(registers, cycle, endOf(today))
    .map(({ signed }) => signed)
    .filter((signed) =>
      signersOf(registers, signed, today).some((each) => each.key === person.key),
    );

/** A day is looked at from its end: what comes later that day is wanted that day. */
const endOf = (today: Temporal.PlainDate): Temporal.ZonedDateTime =>
  today.toZonedDateTime({ timeZone: zone, plainTime: '23:59' });

/** Whether a card that asks for this person's word still has something to ask. A null day: on any day. */
export const isWordWanted = (
  registers: Registers,
  person: Person,
  { cycle, today }: { readonly cycle: Cycle; readonly today: Temporal.PlainDate | null },
): boolean => {
  if (today === null)
    return (
      awaitingIn(registers, cycle.key).length > 0 ||
      proposedTargets(registers).length > 0 ||
      askedToSign(registers, cycle).some((signed) => signatureOf(registers, signed) === null)
    );
  return wordsWanted(registers, cycle, endOf(today)).some((each) =>
    sameKey(each.person, person.key),
  );
};

// One message a day for a person, of those that remind: what falls due together goes in one card, and
// what falls due after that day's card waits for another day. An opening, SMT's word, and that somebody
// cannot be reached or a measure needs an owner come apart; openings of one moment are one card too.
import type { Notification } from '../registers/notifications.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import type { Step } from '../registers/words.ts';
import { isAskingStep } from './asked.ts';
import { zone } from './calendar.ts';
import { inOneCardWith } from './gathered.ts';
import { isPassedBy, stillWanted, type Verdict, wantedElsewhere } from './ladder.ts';

/** The reminding steps, weightiest last: of several the last one carries the others. */
const reminding: readonly Step[] = ['Back', 'Nudge', 'Reminder', 'Deadline', 'Manager'];

export const isReminding = (step: Step): boolean => reminding.includes(step);

export type Gathered = {
  readonly verdicts: readonly Verdict[];
  /** Those who have had their card today: what has come for them waits for tomorrow. */
  readonly held: readonly string[];
};

/** What goes of all that every open cycle would send now, the rest being told in it or waiting. */
export const gather = (
  registers: Registers,
  verdicts: readonly Verdict[],
  now: Temporal.ZonedDateTime,
): Gathered => {
  const sends = verdicts.filter(({ verdict }) => verdict === 'send');
  const reminders = Map.groupBy(
    sends.filter(({ step }) => isReminding(step)),
    ({ person }) => person,
  );
  const openings = Map.groupBy(
    sends.filter(({ step }) => step === 'Opening'),
    ({ person }) => person,
  );
  const held = [...reminders]
    .filter(([person, theirs]) => isTold(registers, { person, theirs }, now))
    .map(([person]) => person);
  for (const person of held) reminders.delete(person);
  const together = [...reminders.values(), ...openings.values()].flatMap(inOne);
  const apart = verdicts.filter(
    ({ verdict, step }) => verdict !== 'send' || !(isReminding(step) || step === 'Opening'),
  );
  return { verdicts: [...apart, ...together], held };
};

/** The weightiest goes, of the cycle that comes first; the others are told in its card. */
const inOne = (sends: readonly Verdict[]): readonly Verdict[] => {
  const [carrier, ...others] = sends.toSorted(
    (one, other) => reminding.indexOf(other.step) - reminding.indexOf(one.step),
  );
  if (carrier === undefined) return [];
  const because = inOneCardWith(carrier);
  return [
    carrier,
    ...others.map((each) => ({ ...each, verdict: 'passed over' as const, because })),
  ];
};

/** Whether a person has had a reminder today, or one is on its way that these would not take over from. */
const isTold = (
  registers: Registers,
  { person, theirs }: { readonly person: string; readonly theirs: readonly Verdict[] },
  now: Temporal.ZonedDateTime,
): boolean => {
  const asked = new Set(theirs.flatMap(({ step, cycle }) => (isAskingStep(step) ? [cycle] : [])));
  return remindersOf(registers, person).some(
    (row) =>
      wentOn(row, now) ||
      (mayStillGo(registers, row, now) && !(isAskingStep(row.step) && asked.has(row.cycle))),
  );
};

/**
 * Whether a reminder in the queue is the one that may go now: none has gone today, and of those that
 * wait it is the first. Any other message may.
 */
export const isFirstToday = (
  registers: Registers,
  message: { readonly person: string; readonly step: Step; readonly key: string },
  now: Temporal.ZonedDateTime,
): boolean => {
  if (!isReminding(message.step)) return true;
  const others = remindersOf(registers, message.person).filter(
    ({ key }) => !sameKey(key, message.key),
  );
  const own = registers.notifications.get(message.key);
  return !others.some(
    (row) =>
      wentOn(row, now) ||
      (own !== undefined && mayStillGo(registers, row, now) && comesBefore(row, own)),
  );
};

const remindersOf = (registers: Registers, person: string): readonly Notification[] =>
  registers.notifications.where('person', person).filter(({ step }) => isReminding(step));

const wentOn = ({ state, settledAt }: Notification, now: Temporal.ZonedDateTime): boolean => {
  if (state !== 'Sent' || settledAt === null) return false;
  const today = now.withTimeZone(zone).toPlainDate();
  return settledAt.toZonedDateTimeISO(zone).toPlainDate().equals(today);
};

/** What waits in a cycle that is suspended holds up no other, nor does what will not be sent any more. */
const mayStillGo = (
  registers: Registers,
  row: Notification,
  now: Temporal.ZonedDateTime,
): boolean => {
  if (row.state !== 'Queued') return false;
  const message = { ...row, on: row.on?.toString() ?? null };
  const today = now.withTimeZone(zone).toPlainDate();
  const runs =
    registers.cycles.get(row.cycle)?.state === 'Open' || wantedElsewhere(registers, message, today);
  return runs && stillWanted(registers, message, today) && !isPassedBy(registers, message);
};

const comesBefore = (one: Notification, other: Notification): boolean =>
  Temporal.Instant.compare(one.fellDueAt, other.fellDueAt) < 0 ||
  (one.fellDueAt.equals(other.fellDueAt) && one.key < other.key);

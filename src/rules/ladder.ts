// Which step of the reminder ladder each person is owed now, and which were passed over. The rungs and
// whom they are for are in rungs.ts; that a person hears once a day is one-a-day.ts.
import type { Cycle } from '../registers/cycles.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { ladderSteps, type Step } from '../registers/words.ts';
import { sentBackTo } from './approval.ts';
import { isAskingStep } from './asked.ts';
import { stillOutstanding } from './audience.ts';
import { hasLeft } from './away.ts';
import { escalationWanted, isEscalationStep } from './escalations-wanted.ts';
import { gatheredInto } from './gathered.ts';
import { handOverWanted } from './hand-over.ts';
import { mayGo } from './quiet-hours.ts';
import { countedBy, type Ladder, laddersOf, type Rung, type RungStep } from './rungs.ts';
import { isWordWanted } from './whose-word.ts';

export type Verdict = {
  /** 'person|cycle|step', and '|on' of what came back: a step is decided once for a person, ever. */
  readonly key: string;
  readonly person: string;
  readonly cycle: string;
  readonly step: RungStep;
  /** ISO date; null on every step that comes once in a cycle. */
  readonly on: string | null;
  readonly fellDueAt: Temporal.Instant;
  readonly verdict: 'send' | 'passed over' | 'not needed';
  /** Why it is passed over, where it is not for a later step. */
  readonly because?: string;
};

export type Decided = {
  readonly verdicts: readonly Verdict[];
  /** Those to whom a step that has come cannot go yet: it is decided when it may. */
  readonly held: readonly string[];
};

/**
 * What falls to be decided now in an open cycle: every person and step whose moment has come and
 * that has no row in Notifications. The latest step goes out to those with something outstanding,
 * earlier ones are passed over; those with nothing outstanding need none. The asking steps, Manager
 * and SMT are three ladders: a manager who owns a measure climbs two.
 */
export const ladder = (
  registers: Registers,
  cycle: Cycle,
  now: Temporal.ZonedDateTime,
): readonly Verdict[] => decide(registers, cycle, now).verdicts;

/** The same, with those who must wait: in the quiet hours, and on days that are closed or not theirs. */
export const decide = (
  registers: Registers,
  cycle: Cycle,
  now: Temporal.ZonedDateTime,
): Decided => {
  if (cycle.state !== 'Open') return { verdicts: [], held: [] };
  // What the close finds undecided is decided then: nobody is left without a state.
  const isOver = hasCome(countedBy(registers, cycle).calendar.closes, now);
  return decideAll(registers, cycle, { now, isOver });
};

/** What a cycle that was closed by hand left undecided when it was: passed over, or not needed. */
export const decidedAtClose = (
  registers: Registers,
  cycle: Cycle,
  closedAt: Temporal.ZonedDateTime,
): readonly Verdict[] => decideAll(registers, cycle, { now: closedAt, isOver: true }).verdicts;

const decideAll = (
  registers: Registers,
  cycle: Cycle,
  { now, isOver }: { readonly now: Temporal.ZonedDateTime; readonly isOver: boolean },
): Decided => {
  const { closed } = countedBy(registers, cycle);
  const may = new Map<string | null, boolean>();
  const mayBeTold = (key: string): boolean => {
    const person = registers.people.get(key);
    const days = person?.workingDays ?? null;
    const told = may.get(days) ?? mayGo({ person, cycle, closed }, now);
    may.set(days, told);
    return told;
  };
  const decided = laddersOf(registers, cycle, now).map((each) =>
    climb(registers, cycle, {
      come: each.filter(({ at }) => hasCome(at, now)),
      isOver,
      mayBeTold: (person) => isOver || mayBeTold(person),
    }),
  );
  return {
    verdicts: decided.flatMap(({ verdicts }) => verdicts),
    held: [...new Set(decided.flatMap(({ held }) => held))],
  };
};

const hasCome = (at: Temporal.ZonedDateTime, now: Temporal.ZonedDateTime): boolean =>
  Temporal.ZonedDateTime.compare(at, now) <= 0;

type Climbing = {
  readonly come: Ladder;
  readonly isOver: boolean;
  readonly mayBeTold: (person: string) => boolean;
};

/** One ladder for each of its people, lowest rung first. */
const climb = (
  registers: Registers,
  cycle: Cycle,
  { come, isOver, mayBeTold }: Climbing,
): Decided => {
  const verdicts: Verdict[] = [];
  const held: string[] = [];
  const latest = new Map<string, Rung>();
  for (const rung of come) for (const person of rung.audience().keys()) latest.set(person, rung);
  for (const rung of come) {
    for (const [person, missing] of rung.audience()) {
      const { step, on, at } = rung;
      const key = [person, cycle.key, step, ...(on === null ? [] : [on])].join('|');
      if (registers.notifications.get(key)) continue;
      if (missing.length > 0 && !mayBeTold(person)) {
        held.push(person);
        continue;
      }
      const wanted = rung === latest.get(person) && !isOver ? 'send' : 'passed over';
      const verdict = missing.length === 0 ? 'not needed' : wanted;
      const fellDueAt = at.toInstant();
      verdicts.push({ key, person, cycle: cycle.key, step, on, fellDueAt, verdict });
    }
  }
  return { verdicts, held };
};

/** What is asked of a message before it goes; the columns of its row, or the message itself. */
type Asked = {
  readonly person: string;
  readonly cycle: string;
  readonly step: Step;
  readonly about?: string | null;
  readonly on?: string | null;
};

/**
 * Whether a message is still worth sending, asked again just before it goes: its cycle is not over and
 * its person still has, or is still to hear of, something outstanding, in it or in what was gathered
 * into the same card. That somebody cannot be reached, or that a measure needs an owner, is worth
 * saying for as long as the cycle goes on. `today` null: on any day, whoever is away, back or gone by then.
 */
export const stillWanted = (
  registers: Registers,
  message: Asked,
  today: Temporal.PlainDate | null = null,
): boolean =>
  isWanted(registers, message, today) ||
  gatheredInto(registers, message).some((each) => isWanted(registers, each, today));

/** Whether another open cycle, told of in the same card, still asks for something. */
export const wantedElsewhere = (
  registers: Registers,
  message: Asked,
  today: Temporal.PlainDate,
): boolean =>
  gatheredInto(registers, message).some(
    (each) =>
      !sameKey(each.cycle, message.cycle) &&
      registers.cycles.get(each.cycle)?.state === 'Open' &&
      isWanted(registers, each, today),
  );

const isWanted = (
  registers: Registers,
  { person, cycle, step, about = null }: Asked,
  today: Temporal.PlainDate | null,
): boolean => {
  if (isEscalationStep(step)) {
    const told = registers.people.get(person);
    return told !== undefined && escalationWanted(registers, told, { step, about, today });
  }
  const asking = registers.cycles.get(cycle);
  const state = asking?.state;
  if (state !== 'Open' && state !== 'Suspended') return false;
  const recipient = registers.people.get(person);
  if (recipient === undefined || (today !== null && hasLeft(recipient, today))) return false;
  if (step === 'Unreachable') return true;
  if (asking && step === 'Hand-over') return handOverWanted(registers, recipient, asking);
  if (asking && state === 'Open' && step === 'Approve')
    return isWordWanted(registers, recipient, { cycle: asking, today });
  if (state === 'Open' && step === 'Sent back')
    return sentBackTo(registers, recipient, { cycle, today }).length > 0;
  // Nothing is owed while it is suspended: what waits is asked about when it goes on.
  return (
    state === 'Suspended' ||
    stillOutstanding(registers, recipient, { cycle, step, today }).length > 0
  );
};

/** Whether a later asking step of the same cycle is in the ledger: a message that waited is passed over. */
export const isPassedBy = (registers: Registers, { person, cycle: key, step }: Asked): boolean => {
  const cycle = registers.cycles.get(key);
  if (cycle === undefined || !isAskingStep(step)) return false;
  const rows = registers.notifications.where('person', person);
  const own = rows.find((row) => sameKey(row.cycle, key) && row.step === step);
  if (own === undefined) return false;
  return rows.some(
    (row) =>
      isAskingStep(row.step) &&
      row.step !== step &&
      sameKey(row.cycle, key) &&
      comesAfter(row, own),
  );
};

type Fallen = { readonly step: Step; readonly fellDueAt: Temporal.Instant };

/** By the moment each fell due; at the same moment by the order of the ladder. */
const comesAfter = (one: Fallen, other: Fallen): boolean =>
  Temporal.Instant.compare(one.fellDueAt, other.fellDueAt) > 0 ||
  (one.fellDueAt.equals(other.fellDueAt) && rank(one) > rank(other));

const rank = ({ step }: Fallen): number => ladderSteps.findIndex((each) => each === step);

// Which step of the reminder ladder each person is owed now, and which were passed over.
// Who a step is for is in audience.ts; sending and recording are the use cases' work.
import type { Cycle } from '../registers/cycles.ts';
import type { Registers } from '../registers/registers.ts';
import type { LadderStep, Step } from '../registers/words.ts';
import { askingSteps } from './asked.ts';
import { type Audience, managersTold, smtTold, stillOutstanding, thoseAsked } from './audience.ts';
import { cycleCalendar, stepTimes, zone } from './calendar.ts';
import { closedDates } from './working-days.ts';

export type Verdict = {
  /** 'person|cycle|step': a step is decided once for a person, ever. */
  readonly key: string;
  readonly person: string;
  readonly cycle: string;
  readonly step: LadderStep;
  readonly fellDueAt: Temporal.Instant;
  readonly verdict: 'send' | 'passed over' | 'not needed';
};

type Come = { readonly step: LadderStep; readonly fellDueAt: Temporal.Instant };

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
): readonly Verdict[] => {
  if (cycle.state !== 'Open') return [];
  const come = stepTimes(cycleCalendar(cycle, closedDates(registers)))
    .map(({ step, at }) => ({ step, fellDueAt: at.toInstant() }))
    .filter(({ fellDueAt }) => Temporal.Instant.compare(fellDueAt, now.toInstant()) <= 0)
    // A cycle opened late opens after its own reminder: by the clock, opening is then the latest.
    .toSorted((one, other) => Temporal.Instant.compare(one.fellDueAt, other.fellDueAt));
  const decide = (steps: readonly LadderStep[], audience: () => Audience) => {
    const theirs = come.filter(({ step }) => steps.includes(step));
    return theirs.length === 0
      ? []
      : climb(registers, cycle, { come: theirs, audience: audience() });
  };
  const today = now.withTimeZone(zone).toPlainDate();
  return [
    ...decide(askingSteps, () => thoseAsked(registers, cycle, today)),
    ...decide(['Manager'], () => managersTold(registers, cycle)),
    ...decide(['SMT'], () => smtTold(registers, cycle)),
  ];
};

/** One ladder for each of its people, lowest rung first. */
const climb = (
  registers: Registers,
  cycle: Cycle,
  { come, audience }: { readonly come: readonly Come[]; readonly audience: Audience },
): readonly Verdict[] => {
  const latest = come.at(-1);
  const verdicts: Verdict[] = [];
  for (const rung of come) {
    for (const [person, missing] of audience) {
      const key = `${person}|${cycle.key}|${rung.step}`;
      if (registers.notifications.get(key)) continue;
      const wanted = rung === latest ? 'send' : 'passed over';
      const verdict = missing.length === 0 ? 'not needed' : wanted;
      verdicts.push({ key, person, cycle: cycle.key, ...rung, verdict });
    }
  }
  return verdicts;
};

/**
 * Whether a message is still worth sending, asked again just before it goes: its cycle is open and
 * its person still has, or is still to hear of, something outstanding. That somebody cannot be
 * reached is worth saying for as long as the cycle is open.
 */
export const stillWanted = (
  registers: Registers,
  message: { readonly person: string; readonly cycle: string; readonly step: Step },
): boolean => {
  if (registers.cycles.get(message.cycle)?.state !== 'Open') return false;
  const { person, cycle, step } = message;
  const recipient = registers.people.get(person);
  if (recipient === undefined) return false;
  return (
    step === 'Unreachable' || stillOutstanding(registers, recipient, { cycle, step }).length > 0
  );
};

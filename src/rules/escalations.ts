// Which missing returns are taken to a manager, then to SMT, and which escalations have run their
// course. The message that carries them is a step of the ladder (ladder.ts).
import type { Cycle } from '../registers/cycles.ts';
import type { Escalation, EscalationLevel } from '../registers/escalations.ts';
import type { Registers } from '../registers/registers.ts';
import { type Audience, managersTold, smtTold } from './audience.ts';
import { cycleCalendar } from './calendar.ts';
import { closedDates } from './working-days.ts';

/** A row of Escalations to be written, but for its state, dates and who may read it. */
export type ToRaise = Omit<
  Escalation,
  'access' | 'exemptUnder' | 'state' | 'raisedAt' | 'acknowledgedAt' | 'closedAt' | 'closedBecause'
>;

export type ToClose = {
  readonly key: string;
  readonly because: 'answered' | 'return withdrawn' | 'cycle withdrawn' | 'cycle closed';
};

/** Each return still outstanding when its level's moment has come, once for each person told. */
export const escalationsToRaise = (
  registers: Registers,
  cycle: Cycle,
  now: Temporal.ZonedDateTime,
): readonly ToRaise[] => {
  if (cycle.state !== 'Open') return [];
  const calendar = cycleCalendar(cycle, closedDates(registers));
  const hasCome = (at: Temporal.ZonedDateTime) => Temporal.ZonedDateTime.compare(at, now) <= 0;
  const raise = (level: EscalationLevel, audience: Audience): readonly ToRaise[] =>
    [...audience].flatMap(([person, missing]) =>
      missing
        .map((asked) => ({ asked, key: `${asked.key}|${level}|${person}` }))
        .filter(({ key }) => !registers.escalations.get(key))
        .map(({ asked, key }) => ({
          key,
          title: asked.title,
          plan: cycle.plan,
          cycle: cycle.key,
          return: asked.key,
          level,
          person,
        })),
    );
  return [
    ...(hasCome(calendar.manager) ? raise('manager', managersTold(registers, cycle)) : []),
    ...(hasCome(calendar.smt) ? raise('SMT', smtTold(registers, cycle)) : []),
  ];
};

/** Open or acknowledged escalations of a cycle with nothing left to chase, and why. */
export const escalationsToClose = (registers: Registers, cycle: Cycle): readonly ToClose[] =>
  registers.escalations.where('cycle', cycle.key).flatMap((escalation) => {
    const because = escalation.state === 'Closed' ? null : endOf(registers, cycle, escalation);
    return because ? [{ key: escalation.key, because }] : [];
  });

/** Null while the return is still missing from an open cycle. */
const endOf = (
  registers: Registers,
  cycle: Cycle,
  escalation: Escalation,
): ToClose['because'] | null => {
  const state = registers.returns.get(escalation.return)?.state;
  if (state === 'Returned' || state === 'No data until') return 'answered';
  if (cycle.state === 'Withdrawn') return 'cycle withdrawn';
  if (cycle.state === 'Closed') return 'cycle closed';
  return state === 'Due' ? null : 'return withdrawn';
};

// Which missing returns are taken to a manager, then to SMT, and which escalations have run their
// course. The message that carries them is a step of the ladder (ladder.ts).
import type { Cycle } from '../registers/cycles.ts';
import type { Escalation, EscalationLevel } from '../registers/escalations.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { fold, sameKey } from '../registers/same-key.ts';
import { aboutOf } from './about.ts';
import { isSentBack } from './approval.ts';
import { askedName } from './asked-name.ts';
import { type Audience, managersTold, smtTold } from './audience.ts';
import { zone } from './calendar.ts';
import { lateFrom } from './due-again.ts';
import { missingReturnsAreOff } from './escalation-rules.ts';
import { fingerprintOfLines } from './fingerprint.ts';
import { countedBy } from './rungs.ts';

/** A row of Escalations to be written, but for its state, dates and who may read it. */
export type ToRaise = Pick<
  Escalation,
  'key' | 'title' | 'plan' | 'cycle' | 'return' | 'level' | 'person'
>;

export type ToClose = {
  readonly key: string;
  readonly because: 'answered' | 'return withdrawn' | 'cycle withdrawn' | 'cycle closed';
};

/**
 * Each return still outstanding when its level's moment has come, once for each person told; what came
 * back after a "no data until", was sent back by a manager or was asked for again by a later cycle, is
 * raised anew.
 */
export const escalationsToRaise = (
  registers: Registers,
  cycle: Cycle,
  now: Temporal.ZonedDateTime,
): readonly ToRaise[] => {
  if (cycle.state !== 'Open' || missingReturnsAreOff(registers, cycle.plan)) return [];
  const counted = countedBy(registers, cycle);
  const today = now.withTimeZone(zone).toPlainDate();
  const hasCome = (at: Temporal.ZonedDateTime) => Temporal.ZonedDateTime.compare(at, now) <= 0;
  const raise = (level: EscalationLevel, audience: Audience): readonly ToRaise[] =>
    [...audience].flatMap(([person, missing]) =>
      missing
        .filter((asked) => hasCome(lateFrom(asked, counted, level)))
        .map((asked) => ({ asked, key: keyOf(registers, cycle, { asked, level, person }) }))
        .filter(({ key }) => !registers.escalations.get(key))
        .map(({ asked, key }) => ({
          key,
          title: nameOf(registers, asked),
          plan: cycle.plan,
          cycle: cycle.key,
          return: asked.key,
          level,
          person,
        })),
    );
  const { manager, smt } = counted.calendar;
  return [
    ...(hasCome(manager) ? raise('manager', managersTold(registers, cycle, today)) : []),
    ...(hasCome(smt) ? raise('SMT', smtTold(registers, cycle, today)) : []),
  ];
};

/** As it is called wherever it is asked for: whoever reads of it knows no codes. */
const nameOf = (registers: Registers, asked: Return): string => {
  const about = aboutOf(registers, asked);
  return (about === null ? asked.title : askedName(asked, about)).slice(0, longestTitle);
};
const longestTitle = 255;

type Raised = {
  readonly asked: Return;
  readonly level: EscalationLevel;
  readonly person: string;
};

/**
 * 'return|level|person'; then the day it came back, or the quarter of a later cycle that asks again; and of
 * what was sent back after its escalation had closed, the revision, since each time is another.
 */
const keyOf = (registers: Registers, cycle: Cycle, raised: Raised): string => {
  const { asked } = raised;
  const first = firstKeyOf(registers, cycle, raised);
  return isSentBack(asked) && registers.escalations.get(first)?.state === 'Closed'
    ? fitting(`${first}|sent back ${asked.revision ?? 0}`)
    : first;
};

const firstKeyOf = (
  registers: Registers,
  cycle: Cycle,
  { asked, level, person }: Raised,
): string => {
  const key = `${asked.key}|${level}|${person}`;
  if (asked.noDataUntil !== null && !isSentBack(asked))
    return fitting(`${key}|${asked.noDataUntil.toString()}`);
  const before = registers.escalations.get(fitting(key));
  return before === undefined || sameKey(before.cycle, cycle.key)
    ? fitting(key)
    : fitting(`${key}|${cycle.period}`);
};

/** Room is left in 255 characters for what the keys of its history add. */
const longestKey = 225;

const fitting = (key: string): string =>
  key.length <= longestKey ? key : fingerprintOfLines([fold(key)]);

/** Open or acknowledged escalations of a cycle with nothing left to chase, and why. */
export const escalationsToClose = (registers: Registers, cycle: Cycle): readonly ToClose[] =>
  registers.escalations.where('cycle', cycle.key).flatMap((escalation) => {
    // What a rule raised goes by its own evidence, not by a return.
    const isOver = escalation.state === 'Closed' || escalation.rule !== null;
    const because = isOver ? null : endOf(registers, cycle, escalation);
    return because ? [{ key: escalation.key, because }] : [];
  });

/** Null while the return is still missing from an open cycle. */
const endOf = (
  registers: Registers,
  cycle: Cycle,
  escalation: Escalation,
): ToClose['because'] | null => {
  const { return: of } = escalation;
  const state = of === null ? undefined : registers.returns.get(of)?.state;
  if (state === 'Returned' || state === 'No data until') return 'answered';
  if (cycle.state === 'Withdrawn') return 'cycle withdrawn';
  if (cycle.state === 'Closed') return 'cycle closed';
  return state === 'Due' ? null : 'return withdrawn';
};

// Changes a target within its year, or sets one where the year has none: by a decision on record, which
// is also what agrees it. What was reached before that day is rated as it was.

import type { Decision } from '../registers/decisions.ts';
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import type { Target } from '../registers/targets.ts';
import { yearOf } from '../rules/rating.ts';
import { targetKey } from '../rules/target-keys.ts';
import { returnThatAsked } from '../rules/targets-due.ts';
import { acceptedFirst } from './accept.ts';
import { asExempt } from './as-exempt.ts';
import { change } from './change.ts';
import { changesToldOf } from './changes-told.ts';
import { whoMay } from './may-do.ts';
import { orNotKept } from './or-not-kept.ts';
import type { Entry, Ports } from './ports.ts';
import { longestCommentary } from './read-answer.ts';
import { readDate } from './read-date.ts';
import { type Refused, refused } from './refused.ts';
import { readTarget, type TargetAnswer, type TargetSaid } from './set-target.ts';

export type Changing = {
  readonly by: string;
  readonly measure: string;
  /** ISO; a day of this financial year from which no target applies yet. */
  readonly from: string;
  readonly answer: TargetAnswer;
  readonly decision: string;
  readonly because: string;
};

export type TargetChanged = { readonly outcome: 'changed' | 'already'; readonly target: Target };

/**
 * The performance team alone. Refused without a decision made by today and a reason; for a day outside
 * this financial year; and for one from which another target applies. An owner who was still asked for
 * the year's target is asked no more where it is set from the year's first day.
 */
export const changeTarget = async (
  ports: Ports,
  changing: Changing,
): Promise<TargetChanged | Refused> => {
  const registers = ports.replica.registers();
  const who = whoMay(ports, changing.by, 'change a target by a decision');
  if (who.outcome === 'refused') return who;
  const read = readChange(registers, changing, ports.clock.now().toPlainDate());
  if ('outcome' in read) return read;
  const key = targetKey(read.measure.key, read.from);
  const settled = (outcome: TargetChanged['outcome']): TargetChanged | Refused => {
    const target = ports.replica.registers().targets.get(key);
    return target !== undefined && isAsRead(target, read)
      ? { outcome, target }
      : refused({ reason: 'wrong state', state: 'Already set from that day' });
  };
  if (registers.targets.get(key) !== undefined) return settled('already');
  // Taken out of its list by hand, it may be set again.
  const nth = changesToldOf(ports, 'targets', key);
  const entry = entryFor(registers, read, { by: changing.by, now: ports.clock.now(), nth });
  return orNotKept(acceptedFirst(ports, entry).then((is) => settled(is ? 'changed' : 'already')));
};

type Read = {
  readonly measure: Measure;
  readonly from: Temporal.PlainDate;
  readonly said: TargetSaid;
  readonly decision: Decision;
};

const readChange = (
  registers: Registers,
  changing: Changing,
  today: Temporal.PlainDate,
): Read | Refused => {
  const decision = registers.decisions.get(changing.decision);
  if (decision === undefined || Temporal.PlainDate.compare(decision.decidedOn, today) > 0)
    return refused({ reason: 'no such decision' });
  const measure = registers.measures.get(changing.measure);
  if (measure === undefined) return refused({ reason: 'unknown return' });
  const because = changing.because.trim();
  if (because === '') return refused({ reason: 'no reason given' });
  if (because.length > longestCommentary)
    return refused({ reason: 'reason too long', length: because.length, most: longestCommentary });
  const from = readDate(changing.from);
  if (from === null) return refused({ reason: 'not a date', typed: changing.from });
  if (yearOf({ appliesFrom: from }) !== yearOf({ appliesFrom: today }))
    return refused({ reason: 'wrong state', state: 'Of another year' });
  const answer =
    changing.answer.kind === 'target' ? changing.answer : { ...changing.answer, because };
  const said = readTarget(answer, measure);
  return 'outcome' in said ? said : { measure, from, said: { ...said, because }, decision };
};

const isAsRead = (target: Target, { said, decision }: Read): boolean =>
  target.decision === decision.key &&
  target.isA === said.isA &&
  target.target === said.target &&
  target.rangeLow === said.rangeLow &&
  target.rangeHigh === said.rangeHigh;

type Now = {
  readonly by: string;
  readonly now: Temporal.ZonedDateTime;
  readonly nth: string;
};

const entryFor = (
  registers: Registers,
  { measure, from, said, decision }: Read,
  { by, now, nth }: Now,
): Entry => {
  const key = targetKey(measure.key, from);
  const asked = returnThatAsked(registers, { key, measure: measure.key, appliesFrom: from });
  const last = newestBefore(registers, measure, from);
  const today = now.toPlainDate();
  const revision = (asked?.revision ?? 0) + 1;
  const target = {
    ...said,
    ...asExempt([measure]),
    title: `${measure.code}, from ${from.toString()}`,
    plan: measure.plan,
    measure: measure.key,
    appliesFrom: from,
    state: 'agreed' as const,
    tolerance: last?.tolerance ?? 0,
    toleranceIs: last?.toleranceIs ?? ('absolute' as const),
    redBelow: last?.redBelow ?? null,
    redAbove: last?.redAbove ?? null,
    through: last?.through ?? null,
    setOn: today,
    setBy: by,
    agreedBy: by,
    agreedOn: today,
    decision: decision.key,
    revision,
    illustrative: false,
  };
  const answered = {
    state: 'Returned' as const,
    value: said.target,
    noDataReason: said.isA === 'no target' ? said.because : null,
    returnedBy: by,
    returnedAt: now.toInstant(),
    revision,
  };
  return {
    key: asked ? `return|${asked.key}|${revision - 1}` : `target|${key}|0|${nth}`,
    by,
    at: now.toInstant(),
    changes: [
      change('targets', key, target),
      ...(asked ? [change('returns', asked.key, answered)] : []),
    ],
    message: null,
    journal: { source: 'tab', why: `${decision.title}. ${said.because ?? ''}` },
  };
};

/** Its tolerance, red lines and way through the year go on: nobody has decided on others. */
const newestBefore = (
  registers: Registers,
  measure: Measure,
  from: Temporal.PlainDate,
): Target | null =>
  registers.targets
    .where('measure', measure.key)
    .filter(({ appliesFrom }) => Temporal.PlainDate.compare(appliesFrom, from) < 0)
    .toSorted((one, other) => Temporal.PlainDate.compare(one.appliesFrom, other.appliesFrom))
    .at(-1) ?? null;

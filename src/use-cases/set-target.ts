// Takes in what a measure's owner proposes that its year should reach: the return that asked, and the
// target from the year's first day on, as one. It rates nothing until it is agreed (agree-target.ts).
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import type { Target } from '../registers/targets.ts';
import { measureOf } from '../rules/about.ts';
import { type Period, parsePeriod, periodStart } from '../rules/period.ts';
import { isAgreed } from '../rules/rating.ts';
import { targetKey } from '../rules/target-keys.ts';
import { asksForTarget, lastTarget } from '../rules/targets-due.ts';
import { asExempt } from './as-exempt.ts';
import { change } from './change.ts';
import type { Entry, Ports } from './ports.ts';
import { longestCommentary, readField } from './read-answer.ts';
import { type Refused, refused } from './refused.ts';
import { type Answering, mayNotAnswer, takeOnce } from './take-answer.ts';

/** As typed, nothing trusted. */
export type TargetAnswer =
  | {
      readonly kind: 'target';
      readonly value: string;
      /** Where the measure should stay in a range. */
      readonly low: string;
      readonly high: string;
    }
  | { readonly kind: 'no target'; readonly because: string }
  /** This year's figures set the next one's target; a reason may be given. */
  | { readonly kind: 'baseline year'; readonly because: string };

export type TargetSet = {
  readonly outcome: 'set' | 'already';
  readonly return: Return;
};

type Proposing = { readonly answer: TargetAnswer; readonly source?: 'card' | 'tab' };

/** What an answer says of a target. */
export type TargetSaid = Pick<Target, 'isA' | 'target' | 'rangeLow' | 'rangeHigh' | 'because'>;

/**
 * Durable when it resolves. A refusal leaves the registers as they were. What was endorsed may be proposed
 * anew, and waits for the director again; what is agreed is changed by a decision alone (change-target.ts).
 */
export const setTarget = async (
  ports: Ports,
  { answer, source = 'card', ...answering }: Answering & Proposing,
): Promise<TargetSet | Refused> => {
  const registers = ports.replica.registers();
  const asked = findAsked(registers, answering.return);
  if (asked === null) return refused({ reason: 'unknown return' });
  const now = ports.clock.now();
  const today = now.toPlainDate();
  const barred = mayNotAnswer(registers, asked.row, { by: answering.by, today });
  if (barred !== null) return barred;
  const before = targetOf(registers, asked);
  if (before !== null && isAgreed(before))
    return refused({ reason: 'wrong state', state: 'Agreed' });
  const said = readTarget(answer, asked.measure);
  if ('outcome' in said) return said;

  const entry = entryFor(registers, asked, { answering, said, now, source });
  const taken = await takeOnce(ports, answering, { entry });
  if (taken.outcome === 'refused') return byWhom(ports, asked, taken);
  const row = ports.replica.registers().returns.get(asked.row.key) ?? asked.row;
  return { outcome: taken.outcome === 'submitted' ? 'set' : 'already', return: row };
};

type Asked = { readonly row: Return; readonly measure: Measure; readonly year: Period };

const findAsked = (registers: Registers, key: string): Asked | null => {
  const row = registers.returns.get(key);
  const measure = row && measureOf(registers, row);
  const year = row && parsePeriod(row.period);
  return row && measure && year && asksForTarget(row) ? { row, measure, year } : null;
};

const targetOf = (registers: Pick<Registers, 'targets'>, { measure, year }: Asked): Target | null =>
  registers.targets.get(targetKey(measure.key, periodStart(year))) ?? null;

/** What stands in its place may be a director's word, and then it is theirs that is told. */
const byWhom = (ports: Ports, asked: Asked, taken: Refused): Refused => {
  const row = ports.replica.registers().returns.get(asked.row.key);
  const target = targetOf(ports.replica.registers(), asked);
  if (taken.reason !== 'answered meanwhile') return taken;
  if (target?.state === 'endorsed') return { ...taken, by: target.endorsedBy, at: null };
  return target?.state === 'sent back' && row !== undefined
    ? { ...taken, by: row.approver, at: row.approvedAt }
    : taken;
};

/** What was typed as a target, or which part of it cannot be read. */
export const readTarget = (answer: TargetAnswer, measure: Measure): TargetSaid | Refused => {
  if (answer.kind !== 'target') return readWithout(answer);
  const nothing = {
    isA: 'target' as const,
    target: null,
    rangeLow: null,
    rangeHigh: null,
    because: null,
  };
  if (measure.polarity !== 'stay in range') {
    const target = readField('value', answer.value, measure);
    return typeof target === 'number' ? { ...nothing, target } : target;
  }
  const rangeLow = readField('low', answer.low, measure);
  if (typeof rangeLow !== 'number') return rangeLow;
  const rangeHigh = readField('high', answer.high, measure);
  if (typeof rangeHigh !== 'number') return rangeHigh;
  if (rangeLow > rangeHigh) return refused({ reason: 'range upside down' });
  return { ...nothing, rangeLow, rangeHigh };
};

const readWithout = (answer: Exclude<TargetAnswer, { kind: 'target' }>): TargetSaid | Refused => {
  const because = answer.because.trim();
  if (because === '' && answer.kind === 'no target')
    return refused({ reason: 'no reason for no target' });
  if (because.length > longestCommentary)
    return refused({ reason: 'reason too long', length: because.length, most: longestCommentary });
  return {
    isA: answer.kind,
    target: null,
    rangeLow: null,
    rangeHigh: null,
    because: because || null,
  };
};

type Answered = {
  readonly answering: Answering;
  readonly said: TargetSaid;
  readonly now: Temporal.ZonedDateTime;
  readonly source: 'card' | 'tab';
};

/** What a director said of it before is of what was proposed before. */
const notDecided = {
  approval: null,
  approver: null,
  approvedAt: null,
  sentBackBecause: null,
} as const;

/**
 * Tolerance, red lines and how it goes through the year are as they were of the last target; where there
 * was none, nought. A profile is of one year's figures and goes no further.
 */
const entryFor = (
  registers: Registers,
  { row, measure, year }: Asked,
  { answering, said, now, source }: Answered,
): Entry => {
  const last = lastTarget(registers, measure, year);
  const appliesFrom = periodStart(year);
  const { by, return: key, revision } = answering;
  const at = now.toInstant();
  return {
    key: `return|${key}|${revision}`,
    by,
    at,
    changes: [
      change('returns', key, {
        state: 'Returned',
        value: said.target,
        noDataReason: said.because,
        returnedBy: by,
        returnedAt: at,
        ...notDecided,
        revision: revision + 1,
        illustrative: false,
      }),
      change('targets', targetKey(measure.key, appliesFrom), {
        ...said,
        state: 'proposed',
        sentBackBecause: null,
        endorsedBy: null,
        endorsedOn: null,
        revision: revision + 1,
        ...asExempt([row, measure]),
        title: `${measure.code}, ${row.period}`,
        plan: measure.plan,
        measure: measure.key,
        appliesFrom,
        tolerance: last?.tolerance ?? 0,
        toleranceIs: last?.toleranceIs ?? 'absolute',
        redBelow: last?.redBelow ?? null,
        redAbove: last?.redAbove ?? null,
        through: last?.through ?? null,
        setOn: now.toPlainDate(),
        setBy: by,
        illustrative: false,
      }),
    ],
    message: null,
    journal: { source, why: said.because },
  };
};

// Takes in what a measure's owner says its year should reach: the return that asked, and the target
// from the year's first day on, as one. A year without a target is said so in both, with its reason.
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import type { Target } from '../registers/targets.ts';
import { measureOf } from '../rules/about.ts';
import { type Period, parsePeriod, periodStart } from '../rules/period.ts';
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
  | { readonly kind: 'no target'; readonly because: string };

export type TargetSet = {
  readonly outcome: 'set' | 'already';
  readonly return: Return;
};

type Said = Pick<Target, 'target' | 'rangeLow' | 'rangeHigh' | 'because'>;

/** Durable when it resolves. A refusal leaves the registers as they were. */
export const setTarget = async (
  ports: Ports,
  { answer, ...answering }: Answering & { readonly answer: TargetAnswer },
): Promise<TargetSet | Refused> => {
  const registers = ports.replica.registers();
  const asked = findAsked(registers, answering.return);
  if (asked === null) return refused({ reason: 'unknown return' });
  const now = ports.clock.now();
  const today = now.toPlainDate();
  const barred = mayNotAnswer(registers, asked.row, { by: answering.by, today });
  if (barred !== null) return barred;
  const said = readTarget(answer, asked.measure);
  if ('outcome' in said) return said;

  const entry = entryFor(registers, asked, { answering, said, now });
  const taken = await takeOnce(ports, answering, { entry });
  if (taken.outcome === 'refused') return taken;
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

const readTarget = (answer: TargetAnswer, measure: Measure): Said | Refused => {
  if (answer.kind === 'no target') return readNoTarget(answer.because);
  const nothing = { target: null, rangeLow: null, rangeHigh: null, because: null };
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

const readNoTarget = (typed: string): Said | Refused => {
  const because = typed.trim();
  if (because === '') return refused({ reason: 'no reason for no target' });
  if (because.length > longestCommentary)
    return refused({ reason: 'reason too long', length: because.length, most: longestCommentary });
  return { target: null, rangeLow: null, rangeHigh: null, because };
};

type Answered = {
  readonly answering: Answering;
  readonly said: Said;
  readonly now: Temporal.ZonedDateTime;
};

/** Tolerance is as it was of the last target; where there was none, nought. */
const entryFor = (
  registers: Registers,
  { row, measure, year }: Asked,
  { answering, said, now }: Answered,
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
        revision: revision + 1,
        illustrative: false,
      }),
      change('targets', `${measure.key}|${appliesFrom.toString()}`, {
        ...said,
        ...asExempt([row, measure]),
        title: `${measure.code}, ${row.period}`,
        plan: measure.plan,
        measure: measure.key,
        appliesFrom,
        tolerance: last?.tolerance ?? 0,
        toleranceIs: last?.toleranceIs ?? 'absolute',
        setOn: now.toPlainDate(),
        setBy: by,
        illustrative: false,
      }),
    ],
    message: null,
    journal: { source: 'card', why: said.because },
  };
};

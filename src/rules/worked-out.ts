// A figure that the registers themselves can answer: worked out here, and only confirmed by its owner.
// How it is taken in is use-cases/confirm-figure.ts.
import type { Action } from '../registers/actions.ts';
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import type { Saving } from '../registers/savings.ts';
import { computeValue } from './compute-value.ts';
import { dateWords } from './date-words.ts';
import { pounds } from './line-fault.ts';
import { isPromise, isStopped, plansOf, yearOf } from './lines-due.ts';
import { type Period, periodEnd } from './period.ts';

export type WorkedOut = {
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
  /** How it was come by, in a sentence or two. */
  readonly words: string;
};

/** What is said of a figure that has changed since it was shown; null: there is none any more. */
export const figuresChangedWords = (now: WorkedOut | null): string =>
  now === null
    ? 'There is nothing left in the registers to work this figure out from. Nothing was saved. Open it again, and type the figure.'
    : `The registers have changed since this was shown. It is worked out anew: ${now.words} Nothing was saved yet: look again, and confirm it.`;

type Counted = Omit<WorkedOut, 'value'>;

/** Null where a measure is not worked out, or there is nothing to count: then it is asked like any other. */
export const workedOut = (
  registers: Registers,
  measure: Measure,
  period: Period,
): WorkedOut | null => {
  const counted = countFor(registers, measure, period);
  if (counted === null || counted.denominator === 0) return null;
  const { numerator, denominator } = counted;
  return { ...counted, value: valueOf(measure, numerator, denominator) };
};

/** A share, where the measure is one; of a measure that counts, what was counted. */
const valueOf = (measure: Measure, numerator: number, denominator: number): number =>
  measure.asksFor === 'numerator and denominator' ||
  measure.per !== null ||
  measure.unit.trim().startsWith('%')
    ? computeValue(measure, numerator, denominator)
    : numerator;

const countFor = (registers: Registers, measure: Measure, period: Period): Counted | null => {
  switch (measure.workedOutFrom) {
    case 'actions delivered':
      return actionsDelivered(registers, measure.plan, period);
    case 'savings achieved':
      return savingsAchieved(registers, measure.plan, period);
    case null:
      return null;
    default:
      return measure.workedOutFrom satisfies never;
  }
};

/**
 * Of a plan's own activities and milestones due by the end of a period, how many were complete by their
 * day. One that was stopped counts as not delivered, or stopping would pay; so does one complete on a
 * day nobody gave. What was promised at a poor figure is no part of the programme.
 */
const actionsDelivered = (registers: Registers, plan: string, period: Period): Counted => {
  const end = periodEnd(period);
  const due = plansOf(registers, plan)
    .flatMap((each) => registers.actions.where('plan', each))
    .filter((row) => !isPromise(row) && isBy(row.dueOn, end));
  const complete = due.filter(({ status }) => status === 'complete');
  const inTime = complete.filter(({ dueOn, completedOn }) => isBy(completedOn, dueOn));
  const late = complete.filter(
    ({ dueOn, completedOn }) => completedOn !== null && !isBy(completedOn, dueOn),
  );
  const undated = complete.length - inTime.length - late.length;
  const stopped = due.filter(isStopped).length;
  const besides = [
    late.length > 0 ? `${late.length} complete after it` : null,
    undated > 0 ? `${undated} complete on a day not known` : null,
    stopped > 0 ? `${stopped} stopped` : null,
    left(due, complete.length + stopped),
  ].filter((each) => each !== null);
  const first = `${inTime.length} of ${due.length} actions due by ${dateWords(end)} were complete by their day`;
  return {
    numerator: inTime.length,
    denominator: due.length,
    words: `${first}${besides.length > 0 ? `; ${besides.join(', ')}` : ''}.`,
  };
};

const left = (due: readonly Action[], over: number): string | null =>
  due.length > over ? `${due.length - over} not complete` : null;

/** A day that is not known is by no other. */
const isBy = (day: Temporal.PlainDate | null, other: Temporal.PlainDate | null): boolean =>
  day !== null && other !== null && Temporal.PlainDate.compare(day, other) <= 0;

/**
 * What the plan's savings have brought so far, of what the year requires. No register says how much of
 * that is required by when, so it is held against the whole year's, and its words say so.
 */
const savingsAchieved = (registers: Registers, plan: string, period: Period): Counted => {
  const year = yearOf(period);
  const asked = plansOf(registers, plan)
    .flatMap((each) => registers.savings.where('plan', each))
    .filter((saving) => isRequired(saving) && (saving.year === null || saving.year === year));
  const required = sum(asked, ({ required: of }) => of);
  const reported = asked.filter(({ achieved }) => achieved !== null);
  const achieved = sum(reported, ({ achieved: of }) => of);
  const silent = asked.length - reported.length;
  const first = `${pounds(achieved)} achieved of the ${pounds(required)} required in the whole of ${year}`;
  return {
    numerator: achieved,
    // Where nobody has reported any, nought is not known.
    denominator: reported.length === 0 ? 0 : required,
    words: `${first}${silent > 0 ? `; ${silent} of ${asked.length} savings not yet reported` : ''}.`,
  };
};

const isRequired = ({ required, stage }: Saving): boolean =>
  required !== null && required > 0 && stage !== 'pipeline';

const sum = (savings: readonly Saving[], of: (saving: Saving) => number | null): number =>
  savings.reduce((total, saving) => total + (of(saving) ?? 0), 0);

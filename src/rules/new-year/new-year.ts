// What opening a plan's next year would put in the registers: the plan, what goes forward, its measures
// as reviewed, and its four quarters. Targets are not carried: they are asked for (targets-due.ts).
// Taking it in, all or nothing, is use-cases/new-year.ts.
import type { Measure } from '../../registers/measures.ts';
import type { Plan } from '../../registers/plans.ts';
import { blank, type Columns, toPlain } from '../../registers/register.ts';
import {
  type Change,
  registers as declared,
  type RegisterName,
  type Registers,
  type Row,
} from '../../registers/registers.ts';
import { fold } from '../../registers/same-key.ts';
import { type Period, parsePeriod, periodStart } from '../period.ts';
import {
  carriedMeasure,
  carriedPlan,
  carriedRegisters,
  carriedRow,
  goesForward,
  goingForward,
  type Move,
  rowsOf,
} from './carried.ts';
import { nextCycles } from './next-cycles.ts';
import { liveMeasures, type Reviewed, type ReviewFault, reviewFaults } from './review.ts';
import { yearOn } from './year-on.ts';

export type NewYear = {
  readonly outcome: 'may';
  readonly plan: string;
  readonly title: string;
  readonly counts: {
    readonly kept: number;
    readonly changed: number;
    readonly retired: number;
    /** Kept without a verdict. */
    readonly operational: number;
  };
  /** Rows that begin, by register, in the order they are written; only where there are any. */
  readonly begins: readonly { readonly register: RegisterName; readonly rows: number }[];
  readonly changes: readonly Change[];
};

export type NewYearRefused =
  | { readonly outcome: 'refused'; readonly reason: 'no such plan' }
  /** Its code or its year is not of one financial year, so there is no next. */
  | { readonly outcome: 'refused'; readonly reason: 'not a plan of one year' }
  | {
      readonly outcome: 'refused';
      readonly reason: 'review stops it';
      readonly faults: readonly ReviewFault[];
    };

export type NewYearAsked = { readonly plan: string; readonly review: readonly Reviewed[] };

type Next = { readonly plan: string; readonly year: string; readonly title: string };

/** The next year's code and name; null where the plan is not of one year. */
export const nextOf = (plan: Plan): Next | null => {
  const code = yearOn(plan.key);
  const year = yearIn(plan)?.next;
  return code && year ? { plan: code, year, title: yearOn(plan.title) ?? plan.title } : null;
};

const yearIn = (plan: Plan): { readonly of: Period; readonly next: string } | null => {
  const text = plan.year ?? /\d{4}-\d{2}$/.exec(plan.key)?.[0] ?? '';
  const of = parsePeriod(text);
  const next = yearOn(text);
  return of?.kind === 'financial year' && next ? { of, next } : null;
};

/** Nothing is decided here about a plan that exists already. */
export const newYearOf = (
  registers: Registers,
  { plan: key, review }: NewYearAsked,
): NewYear | NewYearRefused => {
  const plan = registers.plans.get(key);
  if (plan === undefined || fold(plan.plan) !== fold(plan.key))
    return { outcome: 'refused', reason: 'no such plan' };
  const next = nextOf(plan);
  if (next === null) return { outcome: 'refused', reason: 'not a plan of one year' };
  const faults = reviewFaults(registers, plan.key, review);
  if (faults.length > 0) return { outcome: 'refused', reason: 'review stops it', faults };
  return built(registers, { plan, next, review });
};

type Building = { readonly plan: Plan; readonly next: Next; readonly review: readonly Reviewed[] };

const built = (registers: Registers, { plan, next, review }: Building): NewYear => {
  const verdictOn = new Map(review.map((each) => [fold(each.measure), each]));
  const all = liveMeasures(registers, plan.key).map((measure) => ({
    measure,
    reviewed: verdictOn.get(fold(measure.key)),
  }));
  const staying = all.filter(({ reviewed }) => reviewed?.verdict !== 'retire');
  const goes = goingForward(
    registers,
    plan.key,
    staying.map(({ measure }) => measure),
  );
  const move: Move = { from: plan.key, to: next.plan, goes };
  const begun = [
    ...begunRows(
      'plans',
      registers.plans.where('plan', plan.key).map((row) => carriedPlan(move, row)),
    ),
    ...carriedRegisters.flatMap((register) =>
      begunRows(
        register,
        rowsOf(registers, plan.key, register)
          .filter((row) => goesForward(register, row))
          .map((row) => carriedRow(move, register, row)),
      ),
    ),
    ...begunRows(
      'measures',
      staying.map(({ measure, reviewed }) => asReviewed(carriedMeasure(move, measure), reviewed)),
    ),
    ...begunRows('cycles', nextCycles(registers, plan, next)),
  ];
  const count = (verdict: Reviewed['verdict']) =>
    all.filter(({ reviewed }) => reviewed?.verdict === verdict).length;
  return {
    outcome: 'may',
    plan: next.plan,
    title: next.title,
    counts: {
      kept: count('keep'),
      changed: count('change'),
      retired: count('retire'),
      operational: all.filter(({ reviewed }) => reviewed === undefined).length,
    },
    begins: [...Map.groupBy(begun, (each) => each.register)].map(([register, rows]) => ({
      register,
      rows: rows.length,
    })),
    changes: [...begun, ...all.flatMap((each) => retirement(each, next))],
  };
};

const asReviewed = (measure: Measure, reviewed: Reviewed | undefined): Measure =>
  reviewed === undefined
    ? measure
    : {
        ...measure,
        ...reviewed.changed,
        changedBecause: reviewed.because.trim(),
        decision: reviewed.decision.trim(),
      };

type Judged = { readonly measure: Measure; readonly reviewed: Reviewed | undefined };

/** From the new year's first day it is not asked: the old year's last quarter is still collected. */
const retirement = ({ measure, reviewed }: Judged, { year }: Next): Change[] => {
  const next = parsePeriod(year);
  if (reviewed?.verdict !== 'retire' || next === null) return [];
  return [
    {
      register: 'measures',
      key: measure.key,
      set: {
        retiredOn: toPlain(periodStart(next)),
        changedBecause: reviewed.because.trim(),
        decision: reviewed.decision.trim(),
      },
    },
  ];
};

/** Blank cells of a row that begins need not be written. */
const begunRows = <N extends RegisterName>(register: N, rows: readonly Row<N>[]): Change[] => {
  const columns: Columns = declared[register].columns;
  return rows.map(({ key, ...cells }) => ({
    register,
    key,
    set: Object.fromEntries(
      Object.entries(cells).flatMap(([name, value]) => {
        const column = columns[name];
        const plain = toPlain(value);
        const isBlank = !column || JSON.stringify(plain) === JSON.stringify(blank(column));
        return isBlank ? [] : [[name, plain] as const];
      }),
    ),
  }));
};

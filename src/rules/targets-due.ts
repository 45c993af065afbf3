// Which measures a cycle asks for their year's target, and what the last one was. How the answer is
// taken is use-cases/set-target.ts; which target is in force is decided in rating.ts.
import type { Cycle } from '../registers/cycles.ts';
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import type { Target } from '../registers/targets.ts';
import { lineage } from './history.ts';
import {
  firstMonth,
  type Period,
  parsePeriod,
  periodHolding,
  periodStart,
  periodText,
} from './period.ts';
import { inPlanOrder } from './plan-order.ts';
import { isRetiredBy } from './what-is-due.ts';

/** A return is asked for a figure, or for the target of the year that is its period. */
export const asksForTarget = ({ kind }: Pick<Return, 'kind'>): boolean => kind === 'target';

export const targetReturnKey = (measure: string, year: string): string =>
  `${measure}|${year} target`;

export type TargetDue = {
  readonly measure: Measure;
  /** The financial year, as a period's text. */
  readonly year: string;
  readonly owner: string | null;
};

/**
 * The measures a cycle asks for a target, in the plan's order: in the quarter the plan sets targets
 * in (the first unless it says otherwise), each that is rated and has none applying from the year's
 * first day on, unless its owner has said there is to be none.
 */
export const targetsDue = (registers: Registers, cycle: Cycle): readonly TargetDue[] => {
  const quarter = parsePeriod(cycle.period);
  const setIn = registers.plans.get(cycle.plan)?.targetsSetIn ?? 1;
  if (quarter?.kind !== 'quarter' || quarter.number !== setIn) return [];
  const year = periodHolding('financial year', firstMonth(quarter));
  const text = periodText(year);
  return registers.measures
    .where('plan', cycle.plan)
    .filter((measure) => isRated(measure) && !isRetiredBy(measure, quarter))
    .filter((measure) => !hasTargetFrom(registers, measure, periodStart(year)))
    .filter(({ key }) => registers.returns.get(targetReturnKey(key, text))?.state !== 'Returned')
    .toSorted(inPlanOrder)
    .map((measure) => ({ measure, year: text, owner: measure.owner }));
};

const isRated = (measure: Measure): boolean => measure.polarity !== 'none' && !measure.dataOnly;

const hasTargetFrom = (registers: Registers, { key }: Measure, day: Temporal.PlainDate): boolean =>
  registers.targets
    .where('measure', key)
    .some((target) => Temporal.PlainDate.compare(target.appliesFrom, day) >= 0);

/** The last target before a year, in this plan or the one the measure goes on from; null: there was none. */
export const lastTarget = (registers: Registers, measure: Measure, year: Period): Target | null => {
  const from = periodStart(year);
  for (const key of lineage(registers, measure)) {
    const earlier = registers.targets
      .where('measure', key)
      .filter((target) => Temporal.PlainDate.compare(target.appliesFrom, from) < 0)
      .toSorted((one, other) => Temporal.PlainDate.compare(one.appliesFrom, other.appliesFrom));
    const last = earlier.at(-1);
    if (last !== undefined) return last;
  }
  return null;
};

/** The target a return that asked for one was answered with; null before it is, and of any other. */
export const targetSetBy = (
  registers: Pick<Registers, 'targets'>,
  asked: Return,
): Target | null => {
  const year = parsePeriod(asked.period);
  if (!asksForTarget(asked) || year === null || asked.state !== 'Returned') return null;
  return registers.targets.get(`${asked.measure}|${periodStart(year).toString()}`) ?? null;
};

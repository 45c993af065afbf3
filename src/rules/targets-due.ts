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
import { isAgreed, yearOf } from './rating.ts';
import { targetKey, targetReturnKey } from './target-keys.ts';
import { isRetiredBy } from './what-is-due.ts';

/** A return is asked for a figure, or for the target of the year that is its period. */
export const asksForTarget = ({ kind }: Pick<Return, 'kind'>): boolean => kind === 'target';

export type TargetDue = {
  readonly measure: Measure;
  /** The financial year, as a period's text. */
  readonly year: string;
  readonly owner: string | null;
};

/**
 * The measures a cycle asks for a target, in the plan's order: in the quarter the plan sets targets
 * in (the first unless it says otherwise), each that is rated and has none applying from the year's
 * first day on, unless its owner has said there is to be none; in any quarter of the year, each whose
 * target was sent back and has not been proposed again.
 */
export const targetsDue = (registers: Registers, cycle: Cycle): readonly TargetDue[] => {
  const quarter = parsePeriod(cycle.period);
  if (quarter?.kind !== 'quarter') return [];
  const setIn = registers.plans.get(cycle.plan)?.targetsSetIn ?? 1;
  const year = periodHolding('financial year', firstMonth(quarter));
  const text = periodText(year);
  const from = periodStart(year);
  const isWanting = (measure: Measure): boolean =>
    isSentBack(registers, measure, from) ||
    (quarter.number === setIn && !hasTargetFrom(registers, measure, from));
  return registers.measures
    .where('plan', cycle.plan)
    .filter((measure) => isRated(measure) && !isRetiredBy(measure, quarter))
    .filter(isWanting)
    .filter(({ key }) => registers.returns.get(targetReturnKey(key, text))?.state !== 'Returned')
    .toSorted(inPlanOrder)
    .map((measure) => ({ measure, year: text, owner: measure.owner }));
};

const isSentBack = (
  registers: Pick<Registers, 'targets'>,
  { key }: Measure,
  from: Temporal.PlainDate,
): boolean => registers.targets.get(targetKey(key, from))?.state === 'sent back';

/** One that is held against a target at all. */
export const isRated = (measure: Measure): boolean =>
  measure.polarity !== 'none' && !measure.dataOnly;

const hasTargetFrom = (registers: Registers, { key }: Measure, day: Temporal.PlainDate): boolean =>
  registers.targets
    .where('measure', key)
    .some((target) => Temporal.PlainDate.compare(target.appliesFrom, day) >= 0);

/**
 * The last target before a year that was agreed, in this plan or the one the measure goes on from; null:
 * there was none.
 */
export const lastTarget = (registers: Registers, measure: Measure, year: Period): Target | null => {
  const from = periodStart(year);
  for (const key of lineage(registers, measure)) {
    const earlier = registers.targets
      .where('measure', key)
      .filter((target) => isAgreed(target))
      .filter((target) => Temporal.PlainDate.compare(target.appliesFrom, from) < 0)
      .toSorted((one, other) => Temporal.PlainDate.compare(one.appliesFrom, other.appliesFrom));
    const last = earlier.at(-1);
    if (last !== undefined) return last;
  }
  return null;
};

/** The return that asked for a target, where one did: a row of the year's first day. Null: none did. */
export const returnThatAsked = (
  registers: Pick<Registers, 'returns'>,
  target: Pick<Target, 'key' | 'measure' | 'appliesFrom'>,
): Return | null => {
  const asked = registers.returns.get(targetReturnKey(target.measure, yearOf(target)));
  const year = asked && parsePeriod(asked.period);
  return asked && year && periodStart(year).equals(target.appliesFrom) ? asked : null;
};

/** The target proposed in answer to a return that asked for one, whatever became of it; null: none was. */
export const targetSetBy = (
  registers: Pick<Registers, 'targets'>,
  asked: Return,
): Target | null => {
  const year = parsePeriod(asked.period);
  if (!asksForTarget(asked) || asked.measure === null || year === null) return null;
  const target = registers.targets.get(targetKey(asked.measure, periodStart(year))) ?? null;
  return asked.state === 'Returned' || target?.state === 'sent back' ? target : null;
};

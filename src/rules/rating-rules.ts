// Which rating rule is in force for a measure at a period. What it makes of a figure is rating-ways.ts;
// what of the figure's surroundings it needs is gathered in rated-by.ts.
import type { Measure } from '../registers/measures.ts';
import type { RatingRule } from '../registers/rating-rules.ts';
import type { Registers } from '../registers/registers.ts';
import { fold, sameKey } from '../registers/same-key.ts';
import { closedDayOf } from './closed-day.ts';
import { lastMonth, monthOf, type Period } from './period.ts';

export type ReadingRules = Pick<
  Registers,
  'ratingRules' | 'measures' | 'plans' | 'decisions' | 'returns' | 'cycles'
>;
type Ruled = Pick<Measure, 'key' | 'plan' | 'continues'>;

/**
 * The newest rule to apply by the end of a period, the measure's own before its plan's; where its plan has
 * neither, that of the plan it took the place of. A period that has closed is never rated again: a rule
 * set, or decided where its day is not said, after that day is left out of it. Null: by the tolerance of
 * each target, as where no rule was ever set.
 */
export const ruleFor = (
  registers: ReadingRules,
  measure: Ruled,
  period: Period,
): RatingRule | null => {
  if (registers.ratingRules.size === 0) return null;
  const found = inPlanOf(registers, { measure, of: measure }, period);
  return found ?? (registers.plans.size === 0 ? null : inEarlierPlan(registers, measure, period));
};

/** `of` is the measure's row in an earlier plan, where that plan's rule goes on. */
type Looking = { readonly measure: Ruled; readonly of: Pick<Measure, 'key' | 'plan'> };

const inPlanOf = (registers: ReadingRules, { measure, of }: Looking, period: Period) => {
  const rules = registers.ratingRules.where('plan', of.plan);
  if (rules.length === 0) return null;
  const { own, general } = inOrder(rules);
  const at = { measure, period };
  return (
    (own.size === 0 ? null : newest(registers, own.get(fold(of.key)) ?? [], at)) ??
    newest(registers, general, at)
  );
};

const inEarlierPlan = (
  registers: ReadingRules,
  measure: Ruled,
  period: Period,
): RatingRule | null => {
  const seen = [measure.plan];
  let { continues } = measure;
  let plan = registers.plans.get(measure.plan)?.succeeds ?? null;
  while (plan !== null && !seen.includes(plan)) {
    const earlier = continues === null ? undefined : registers.measures.get(continues);
    const isOfIt = earlier !== undefined && sameKey(earlier.plan, plan);
    const of = { key: isOfIt ? earlier.key : '', plan };
    const found = inPlanOf(registers, { measure, of }, period);
    if (found !== null) return found;
    if (isOfIt) continues = earlier.continues;
    seen.push(plan);
    plan = registers.plans.get(plan)?.succeeds ?? null;
  }
  return null;
};

/** Days as whole numbers: asked for every measure and period, a date would be compared thousands of times. */
type Dated = { readonly rule: RatingRule; readonly from: number };
type InOrder = {
  /** By the measure's key without case. */
  readonly own: ReadonlyMap<string, readonly Dated[]>;
  readonly general: readonly Dated[];
};

/** A table answers with the same rows until one of them moves: what was put in order stays so till then. */
const known = new WeakMap<readonly RatingRule[], InOrder>();

/** Newest first, else by key: the order of the list says nothing. */
const inOrder = (rules: readonly RatingRule[]): InOrder => {
  const before = known.get(rules);
  if (before !== undefined) return before;
  const dated = rules
    .map((rule) => ({ rule, from: dayOf(rule.appliesFrom) }))
    .toSorted((one, other) => other.from - one.from || (one.rule.key < other.rule.key ? 1 : -1));
  const own = Map.groupBy(
    dated.filter(({ rule }) => rule.measure !== null),
    ({ rule }) => fold(rule.measure ?? ''),
  );
  const found = { own, general: dated.filter(({ rule }) => rule.measure === null) };
  known.set(rules, found);
  return found;
};

/** In order, as days are. */
const dayOf = (date: Temporal.PlainDate): number => monthOf(date) * 32 + date.day;

/** Null: neither it nor its decision says. */
const dayDecided = (registers: Pick<Registers, 'decisions'>, { setOn, decision }: RatingRule) =>
  setOn ?? registers.decisions.get(decision)?.decidedOn ?? null;

/** What of the rules cannot be read as it is meant, as somebody can put it right; a list edited by hand may hold anything. */
export const ratingRuleFaults = (
  registers: Pick<Registers, 'ratingRules' | 'decisions' | 'plans' | 'measures'>,
): readonly string[] =>
  [...registers.ratingRules.values()].flatMap((rule) => {
    const fault = faultOf(registers, rule);
    return fault === null
      ? []
      : [`The rating rule ${rule.key} ${fault}. Put it right in Rating rules.`];
  });

const faultOf = (
  registers: Pick<Registers, 'decisions' | 'plans' | 'measures'>,
  rule: RatingRule,
): string | null => {
  const { plan, measure, decision } = rule;
  if (registers.plans.get(plan) === undefined) return `rates nothing: there is no plan ${plan}`;
  if (measure !== null && registers.measures.get(measure) === undefined)
    return `rates nothing: there is no measure ${measure}`;
  if (registers.decisions.get(decision) === undefined)
    return `names a decision that is not in Decisions, ${decision}`;
  return dayDecided(registers, rule) === null
    ? 'rates no quarter that has closed: neither Set on nor its decision says on which day it was set'
    : null;
};

type At = { readonly measure: Ruled; readonly period: Period };

const newest = (
  registers: ReadingRules,
  rules: readonly Dated[],
  { measure, period }: At,
): RatingRule | null => {
  const end = lastMonth(period) * 32 + 31;
  let best: Dated | null = null;
  for (const each of rules) {
    // Of one day the one set last, which its decision may say, and decisions move by themselves.
    if (best !== null && each.from < best.from) break;
    if (each.from > end || isTooLate(registers, each.rule, { measure, period })) continue;
    if (best === null || decided(registers, each.rule) > decided(registers, best.rule)) best = each;
  }
  return best?.rule ?? null;
};

const decided = (registers: ReadingRules, rule: RatingRule): number => {
  const on = dayDecided(registers, rule);
  return on === null ? 0 : dayOf(on);
};

/**
 * Set by the period's end it was there in time: a period closes after it has ended. One of which neither the
 * day nor the decision is known rates nothing that has closed.
 */
const isTooLate = (registers: ReadingRules, rule: RatingRule, { measure, period }: At): boolean => {
  const setOn = dayDecided(registers, rule);
  if (setOn !== null && dayOf(setOn) <= lastMonth(period) * 32 + 31) return false;
  const closed = closedDayOf(registers, { plan: measure.plan, measure: measure.key }, period);
  return closed !== null && (setOn === null || Temporal.PlainDate.compare(setOn, closed) > 0);
};

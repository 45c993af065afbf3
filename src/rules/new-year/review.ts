// The yearly review of a plan's measures: each strategic one is kept, changed or retired, with a reason
// and a Decision. What follows from it is built in new-year.ts.
import type { Measure } from '../../registers/measures.ts';
import type { Registers } from '../../registers/registers.ts';
import { fold, sameKey } from '../../registers/same-key.ts';
import { inPlanOrder } from '../plan-order.ts';

export const verdicts = ['keep', 'change', 'retire'] as const;
export type Verdict = (typeof verdicts)[number];

/** What a review may change of a measure. */
export type Changed = Partial<
  Pick<Measure, 'title' | 'owner' | 'polarity' | 'team' | 'unit' | 'decimals' | 'definition'>
>;

export type Reviewed = {
  /** Its key in the plan that ends. */
  readonly measure: string;
  readonly verdict: Verdict;
  readonly because: string;
  /** A key of Decisions. */
  readonly decision: string;
  readonly changed: Changed;
};

/** `measure` is its key; what is wrong is worded where it is shown. */
export type ReviewFault = {
  readonly measure: string;
  readonly fault:
    | 'no verdict'
    | 'reviewed twice'
    | 'not a strategic measure of the plan'
    | 'no reason'
    | 'no decision'
    | 'decision not in the register'
    | 'changed, but nothing says how'
    | 'kept, but something says how it changes'
    | 'owner not in People';
};

/** Measures of a plan still in use, in its order. */
export const liveMeasures = (registers: Registers, plan: string): readonly Measure[] =>
  registers.measures
    .where('plan', plan)
    .filter((measure) => measure.retiredOn === null)
    .toSorted(inPlanOrder);

/** Only a measure marked operational goes on unreviewed: one without a level is not passed over. */
export const needsReview = (measure: Measure): boolean => measure.level !== 'operational';

/** Everything that stops a review, each measure named; empty: it can be done. */
export const reviewFaults = (
  registers: Registers,
  plan: string,
  review: readonly Reviewed[],
): readonly ReviewFault[] => {
  const asked = liveMeasures(registers, plan).filter(needsReview);
  const given = Map.groupBy(review, (each) => fold(each.measure));
  return [
    ...asked.flatMap((measure): ReviewFault[] => {
      const [first, second] = given.get(fold(measure.key)) ?? [];
      if (first === undefined) return [{ measure: measure.key, fault: 'no verdict' }];
      if (second !== undefined) return [{ measure: measure.key, fault: 'reviewed twice' }];
      return faultsOf(registers, first).map((fault) => ({ measure: measure.key, fault }));
    }),
    ...review
      .filter((each) => !asked.some((measure) => sameKey(measure.key, each.measure)))
      .map(
        (each): ReviewFault => ({
          measure: each.measure,
          fault: 'not a strategic measure of the plan',
        }),
      ),
  ];
};

const faultsOf = (registers: Registers, reviewed: Reviewed): ReviewFault['fault'][] => {
  const { because, decision, changed, verdict } = reviewed;
  const { owner, ...defining } = changed;
  const defines = Object.keys(defining).length > 0;
  const unknownOwner = owner !== undefined && owner !== null && !registers.people.get(owner);
  return [
    ...(because.trim() === '' ? (['no reason'] as const) : []),
    ...(decision.trim() === '' ? (['no decision'] as const) : []),
    ...(decision.trim() !== '' && !registers.decisions.get(decision.trim())
      ? (['decision not in the register'] as const)
      : []),
    ...(verdict === 'change' && !defines && owner === undefined
      ? (['changed, but nothing says how'] as const)
      : []),
    // A new owner changes who is asked, not what: a kept measure may have one.
    ...(verdict !== 'change' && defines
      ? (['kept, but something says how it changes'] as const)
      : []),
    ...(unknownOwner ? (['owner not in People'] as const) : []),
  ];
};

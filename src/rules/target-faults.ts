// What is wrong with a target that was changed within its year: it needs a decision on record.
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import type { Target } from '../registers/targets.ts';
import { yearOf } from './rating.ts';

export type TargetFault =
  | 'a decision is needed'
  | 'the decision is not in the register'
  | 'the decision came after the target was set';

/**
 * What is wrong with a target. One set after another of the same measure and financial year needs a
 * Decision that exists and is dated by the day it was set; targets set on one day are a profile, and
 * change nothing. Empty: nothing is wrong.
 */
export const targetFaults = (
  registers: Pick<Registers, 'targets' | 'decisions'>,
  target: Target,
): readonly TargetFault[] => {
  const { setOn } = target;
  const changes = registers.targets
    .where('measure', target.measure)
    .some((other) => !sameKey(other.key, target.key) && isChangedBy(other, target));
  if (!changes || setOn === null) return [];
  if (target.decision === null) return ['a decision is needed'];
  const decision = registers.decisions.get(target.decision);
  if (decision === undefined) return ['the decision is not in the register'];
  return Temporal.PlainDate.compare(decision.decidedOn, setOn) > 0
    ? ['the decision came after the target was set']
    : [];
};

/** A target with no day it was set was there from the start of its year. */
const isChangedBy = (before: Target, target: Target): boolean =>
  yearOf(before) === yearOf(target) &&
  target.setOn !== null &&
  (before.setOn === null || Temporal.PlainDate.compare(before.setOn, target.setOn) < 0);

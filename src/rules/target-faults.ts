// What is wrong with a target as it stands: changed within its year without a decision on record, a red
// line where none can be, a profile that cannot be read.
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import type { Target } from '../registers/targets.ts';
import { unreadLines } from './profile.ts';
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

/**
 * Sentences on what is written of a target and cannot be meant: a range that ends before it begins, a red line on the side that is good, or
 * none where amber goes to one; a line of its profile that says no period and figure. Empty: nothing.
 */
export const aimFaults = (
  measure: Pick<Measure, 'polarity'>,
  target: Target,
): readonly string[] => [
  ...rangeFaults(measure, target),
  ...redLineFaults(measure, target),
  ...unreadLines(target).map((line) => `A line of its profile cannot be read: "${line}".`),
];

const rangeFaults = (
  { polarity }: Pick<Measure, 'polarity'>,
  { rangeLow, rangeHigh }: Target,
): string[] =>
  polarity === 'stay in range' && rangeLow !== null && rangeHigh !== null && rangeLow > rangeHigh
    ? ['Its range ends below where it begins, so every figure is off target.']
    : [];

const redLineFaults = ({ polarity }: Pick<Measure, 'polarity'>, target: Target): string[] => {
  if (target.toleranceIs !== 'to the red line' || polarity === 'none') return [];
  const { redBelow, redAbove, rangeLow, rangeHigh } = target;
  const isRange = polarity === 'stay in range';
  const below = isRange ? rangeLow : polarity === 'maximise' ? target.target : null;
  const above = isRange ? rangeHigh : polarity === 'minimise' ? target.target : null;
  return [
    ...(below === null ? [] : lineFault('below', redBelow === null ? null : below - redBelow)),
    ...(above === null ? [] : lineFault('above', redAbove === null ? null : redAbove - above)),
  ];
};

const lineFault = (side: 'below' | 'above', room: number | null): string[] => {
  if (room === null) return [`It has no red line ${side} it, so every miss there is off target.`];
  return room < 0 ? [`Its red line lies on the wrong side of it: red ${side} was meant.`] : [];
};

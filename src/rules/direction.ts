// Direction of travel: whether a figure has got better or worse, never merely up or down.
// Which two figures are compared (short, long) is chosen in standings.ts.
import type { Measure } from '../registers/measures.ts';
import type { RatingRule } from '../registers/rating-rules.ts';
import type { Direction } from '../registers/words.ts';
import { type Aim, missedBy } from './rating.ts';
import { roundTo } from './rounding.ts';

/** How small a change still reads "same"; null, or nought, is equal as printed. */
type SameWithin = Pick<RatingRule, 'sameWithin' | 'sameIs'>;

/**
 * `range` is the target in force now; only stay in range needs it to say better or worse. `same` is the
 * rule in force now.
 */
export type Travelling = Pick<Measure, 'polarity' | 'decimals'> & {
  readonly range?: Aim | null;
  readonly same?: SameWithin | null;
};

/**
 * Compares two figures as printed: 'same' when equal at the measure's decimals, or no further apart than
 * the rule in force says, in the measure's unit or in percent of the figure before. A measure without
 * polarity reads higher or lower; so does one to stay in range, unless one figure lies further
 * outside the range than the other. Null: one of the two is not known, so nothing is compared.
 */
export const directionOfTravel = (
  measure: Travelling,
  now: number | null,
  before: number | null,
): Direction | null => {
  if (now === null || before === null) return null;
  const change = roundTo(now, measure.decimals) - roundTo(before, measure.decimals);
  if (change === 0 || isSame(measure, change, before)) return 'same';
  const gain = improvement(measure, now, before) ?? 0;
  if (gain !== 0) return gain > 0 ? 'better' : 'worse';
  return change > 0 ? 'higher' : 'lower';
};

const isSame = ({ decimals, same }: Travelling, change: number, before: number): boolean => {
  const within = Math.max(0, same?.sameWithin ?? 0);
  if (within === 0) return false;
  const most =
    same?.sameIs === 'percent' ? (Math.abs(roundTo(before, decimals)) * within) / 100 : within;
  return Math.abs(change) <= most + Math.max(10 ** -(decimals + 6), Math.abs(before) * 1e-12);
};

/** Above nought better, below worse; nought or null says neither. */
const improvement = (measure: Travelling, now: number, before: number): number | null => {
  if (measure.polarity === 'maximise') return now - before;
  if (measure.polarity === 'minimise') return before - now;
  if (measure.polarity === 'none') return null;
  const outside = (value: number) => missedBy(measure, value, measure.range ?? null);
  const [was, is] = [outside(before), outside(now)];
  if (was === null || is === null) return null;
  return roundTo(was, measure.decimals) - roundTo(is, measure.decimals);
};

/**
 * The threshold in words, "within 0.5", "within 2%"; points of a percentage, so that neither is taken for
 * the other. Null: equal as printed.
 */
export const sameWithinWords = (
  { unit }: Pick<Measure, 'unit'>,
  same: SameWithin | null,
): string | null => {
  const within = same?.sameWithin ?? 0;
  if (within <= 0) return null;
  if (same?.sameIs === 'percent') return `within ${within}%`;
  if (unit.trim().startsWith('%')) return `within ${within} ${within === 1 ? 'point' : 'points'}`;
  const [pounds, scale = ''] = /^£(m|bn|k)?(?!\w)/.exec(unit.trim()) ?? [];
  return pounds === undefined ? `within ${within}` : `within £${within}${scale}`;
};

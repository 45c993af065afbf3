// Direction of travel: whether a figure has got better or worse, never merely up or down.
// Which two figures are compared (short, long) is chosen in standings.ts.
import type { Measure } from '../registers/measures.ts';
import type { Direction } from '../registers/words.ts';
import { type Aim, missedBy } from './rating.ts';
import { roundTo } from './rounding.ts';

/** `range` is the target in force now; only stay in range needs it to say better or worse. */
export type Travelling = Pick<Measure, 'polarity' | 'decimals'> & { readonly range?: Aim | null };

/**
 * Compares two figures as printed: 'same' when equal at the measure's decimals. A measure without
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
  if (change === 0) return 'same';
  const gain = improvement(measure, now, before) ?? 0;
  if (gain !== 0) return gain > 0 ? 'better' : 'worse';
  return change > 0 ? 'higher' : 'lower';
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

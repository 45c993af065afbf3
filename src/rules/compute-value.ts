// A figure worked out from what was typed: numerator over denominator, or a number in another dress.
// What the typed text means is read in read-number.ts.
import type { Measure } from '../registers/measures.ts';
import type { Understood } from './read-number.ts';
import { roundTo } from './rounding.ts';

type Computed = Pick<Measure, 'per' | 'unit' | 'decimals'>;

/** What a ratio is multiplied by: the measure's own Per, else 100 for a percentage, else 1. */
const perOf = (measure: Computed): number =>
  measure.per ?? (measure.unit.trim().startsWith('%') ? 100 : 1);

/**
 * Numerator / denominator x per, rounded at the measure's decimals.
 * Throws on a denominator of nought: the use case refuses it before this is asked.
 */
export const computeValue = (measure: Computed, numerator: number, denominator: number): number => {
  if (denominator === 0) throw new RangeError('a denominator of nought has no result');
  return roundTo((numerator * perOf(measure)) / denominator, measure.decimals);
};

/**
 * A number as typed, in the measure's own unit: '1 in 8' is 12.5 of a percentage, '£3.2m' is 3.2
 * where the unit is £m. Null where what was typed cannot be in that unit (a percentage of days) or
 * does not say which pounds it counts ('£3.2' of £m).
 */
export const valueInUnit = (measure: Computed, typed: Understood): number | null => {
  const unit = measure.unit.trim();
  const percentage = unit.startsWith('%');
  if (typed.as === 'ratio') {
    return percentage || measure.per !== null
      ? roundTo(typed.value * perOf(measure), measure.decimals)
      : null;
  }
  if (typed.as === 'percent') return percentage ? typed.value : null;
  if (typed.as === 'money' && !unit.startsWith('£')) return null;
  const pounds = poundsIn(unit);
  // '£3.2' where the unit is £m may be millions or pounds: it is not guessed.
  if (typed.as === 'money' && pounds !== 1 && !typed.scaled) return null;
  return typed.scaled ? typed.value / pounds : typed.value;
};

/** How many pounds one of the unit is: a figure in £m that is typed £3.2m is 3.2. */
const poundsIn = (unit: string): number => {
  const [, scale] = /^£\s?(m|million|bn|billion|k|000s?|thousand)\b/i.exec(unit) ?? [];
  if (scale === undefined) return 1;
  if (/^m/i.test(scale)) return 1e6;
  return /^b/i.test(scale) ? 1e9 : 1e3;
};

// The limits that a figure just typed is held to before it is saved, and how they are printed.
// The sums are those of a control chart, in chart/process-limits.ts.
import type { Measure } from '../registers/measures.ts';
import { fewestForFirmLimits, limitsOf } from './chart/process-limits.ts';
import { heldWithin, naturalEnds } from './natural-ends.ts';
import { roundTo } from './rounding.ts';

export type Limits = { readonly low: number; readonly high: number };

/**
 * The limits of figures in the order of their periods, in their own unit; null with fewer than twelve.
 * Figures that never moved have both limits where they are: any other figure is outside.
 */
export const controlLimits = (figures: readonly number[]): Limits | null => {
  if (figures.length < fewestForFirmLimits) return null;
  const { low, high } = limitsOf(figures);
  return { low, high };
};

/**
 * The same limits as they are printed, outward, so that no figure reads the same as a limit and is
 * outside it. What was never below nought, or a percentage never over 100, has no limit there either.
 */
export const limitsInPrint = (
  figures: readonly number[],
  { decimals, unit }: Pick<Measure, 'decimals' | 'unit'>,
): Limits | null => {
  const limits = controlLimits(figures);
  if (limits === null) return null;
  const low = outward(limits.low, -1, decimals);
  const high = outward(limits.high, 1, decimals);
  const ends = naturalEnds(figures, unit);
  return { low: heldWithin(low, ends), high: heldWithin(high, ends) };
};

/** To the next figure that can be printed, up or down, and not past it for binary noise. */
const outward = (limit: number, towards: 1 | -1, decimals: number): number => {
  const near = roundTo(limit, decimals);
  const noise = Math.max(10 ** -(decimals + 6), Math.abs(limit) * 1e-12);
  return (limit - near) * towards > noise
    ? roundTo(near + towards * 10 ** -decimals, decimals)
    : near;
};

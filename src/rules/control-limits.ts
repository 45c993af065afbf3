// The natural process limits of a measure's figures (an XmR chart): how far they go of themselves.
// Source: NHS England, Making Data Count: the mean, and 2.66 times the mean moving range, either side.
import type { Measure } from '../registers/measures.ts';
import { roundTo } from './rounding.ts';

/** Fewer points give no limits worth the name: Making Data Count asks for twelve or more. */
const fewestPoints = 12;
/** 3 / d2 for ranges of two, d2 being 1.128. */
const rangesEitherSide = 2.66;

export type Limits = { readonly low: number; readonly high: number };

/**
 * The limits of figures in the order of their periods, in their own unit; null with fewer than twelve.
 * Figures that never moved have both limits where they are: any other figure is outside.
 */
export const controlLimits = (figures: readonly number[]): Limits | null => {
  if (figures.length < fewestPoints) return null;
  const ranges = figures.slice(1).map((each, at) => Math.abs(each - (figures[at] as number)));
  const reach = rangesEitherSide * mean(ranges);
  // The mean of figures that are all one and the same is that figure, whatever the sum rounds to.
  const middle = reach === 0 ? (figures[0] as number) : mean(figures);
  return { low: middle - reach, high: middle + reach };
};

const mean = (figures: readonly number[]): number =>
  figures.reduce((sum, each) => sum + each, 0) / figures.length;

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
  const neverBelow = figures.every((each) => each >= 0);
  const neverOver = unit.trim().startsWith('%') && figures.every((each) => each <= 100);
  return {
    low: neverBelow ? Math.max(0, low) : low,
    high: neverOver ? Math.min(100, high) : high,
  };
};

/** To the next figure that can be printed, up or down, and not past it for binary noise. */
const outward = (limit: number, towards: 1 | -1, decimals: number): number => {
  const near = roundTo(limit, decimals);
  const noise = Math.max(10 ** -(decimals + 6), Math.abs(limit) * 1e-12);
  return (limit - near) * towards > noise
    ? roundTo(near + towards * 10 ** -decimals, decimals)
    : near;
};

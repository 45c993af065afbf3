// How far a measure's figures go of themselves: the mean, and 2.66 mean moving ranges either side (XmR).
// Source: NHS England, Making Data Count; 2.66 is 3 / 1.128, as in the NIST/SEMATECH e-Handbook, 6.3.2.2.

export type ProcessLimits = { readonly low: number; readonly mean: number; readonly high: number };

/** With fewer figures no limits are drawn. */
export const fewestForLimits = 8;
/** With fewer they are trial limits: Making Data Count asks for twelve or more. */
export const fewestForFirmLimits = 12;

/** 3 / d2 for ranges of two, d2 being 1.128. */
const rangesEitherSide = 2.66;
/** What turns a mean range of two into a standard deviation. */
const d2 = 1.128;

/** Without a word on how many figures they are from; none give limits of nought about nought. */
export const limitsOf = (figures: readonly number[]): ProcessLimits => {
  const reach = rangesEitherSide * meanRange(figures);
  // The mean of figures that are all one and the same is that figure, whatever the sum rounds to.
  const mean = reach === 0 ? (figures[0] ?? 0) : meanOf(figures);
  return { low: mean - reach, mean, high: mean + reach };
};

/** In the order of their periods, in their own unit; null with fewer than eight. */
export const processLimits = (figures: readonly number[]): ProcessLimits | null =>
  figures.length < fewestForLimits ? null : limitsOf(figures);

export const meanOf = (figures: readonly number[]): number =>
  figures.reduce((sum, each) => sum + each, 0) / Math.max(1, figures.length);

/** How far one figure lies from the next, on the whole; 0 with fewer than two. */
const meanRange = (figures: readonly number[]): number =>
  meanOf(figures.slice(1).map((each, at) => Math.abs(each - (figures[at] as number))));

/** A standard deviation that a change of level leaves nearly alone: it is of neighbours. */
export const spreadOf = (figures: readonly number[]): number => meanRange(figures) / d2;

/** Far below any figure that is given, far above binary noise: two nearer than this are one. */
export const noiseOf = (figures: readonly number[]): number =>
  figures.reduce((most, each) => Math.max(most, Math.abs(each)), 0) * 1e-12;

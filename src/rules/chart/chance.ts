// How likely a figure is, by Student's t: few figures know their own spread badly, and say so in a wider
// interval. Wallace's approximation turns t into a normal deviate (Annals of Mathematical Statistics 30,
// 1959): right to three decimals from two degrees of freedom on.

/**
 * Degrees of freedom of a spread that rests on so many ranges of two figures: about 0.62 each, since
 * neighbouring ranges share a figure (Wheeler, Advanced Topics in SPC; Duncan's d2 table).
 */
export const freedomOf = (ranges: number): number => Math.max(1, 0.62 * ranges);

/** The chance of a figure no higher than so many spreads above the expected, 0 to 1. */
export const chanceBelow = (spreads: number, freedom: number): number => {
  const squeeze = (8 * freedom + 1) / (8 * freedom + 3);
  const deviate = squeeze * Math.sqrt(freedom * Math.log1p((spreads * spreads) / freedom));
  return normalBelow(Math.sign(spreads) * deviate);
};

/** Eight in ten lie within 1.2816 normal deviates. */
const eightInTen = 1.2816;

/** How many spreads either side of the expected hold eight figures in ten. */
export const spreadsForEightInTen = (freedom: number): number => {
  const stretch = (8 * freedom + 3) / (8 * freedom + 1);
  return Math.sqrt(freedom * Math.expm1((eightInTen * stretch) ** 2 / freedom));
};

/** Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17: within 0.0000001. */
const normalBelow = (deviate: number): number => {
  const from = Math.abs(deviate);
  const t = 1 / (1 + 0.2316419 * from);
  const series =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-from * from) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return deviate > 0 ? 1 - tail : tail;
};

// How a figure is rounded to a measure's decimals, so that what is compared is what is printed.

/** Fifteen digits are all a figure can carry exactly; what lies beyond is binary noise. */
const exactDigits = 15;

/** Rounds half away from zero, as printed tables do: 2.345 at two decimals is 2.35, -0.04 at one is 0. */
export const roundTo = (value: number, decimals: number): number => {
  const quick = roundedPlainly(value, decimals);
  if (quick !== null) return quick;
  const size = Number(Math.abs(value).toPrecision(exactDigits));
  const rounded = shift(Math.round(shift(size, decimals)), -decimals);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
};

/** Moves the decimal point in the digits themselves: multiplying by ten would add noise. */
const shift = (value: number, places: number): number => {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
};

const powersOfTen = [1, 10, 100, 1e3, 1e4, 1e5, 1e6] as const;
/** Noise of multiplying, at figures below a thousand million, is a hundred times less. */
const nearHalf = 1e-5;

/**
 * The same by arithmetic where no half is near enough for noise to decide: thousands of figures are
 * rounded in a roll-up, and one whole number over a power of ten is exact. Null: it is too near, or too large.
 */
const roundedPlainly = (value: number, decimals: number): number | null => {
  const power = powersOfTen[decimals];
  if (power === undefined) return null;
  const scaled = Math.abs(value) * power;
  if (!(scaled < 1e9)) return null;
  const below = Math.floor(scaled);
  const over = scaled - below;
  if (Math.abs(over - 0.5) < nearHalf) return null;
  const rounded = (over < 0.5 ? below : below + 1) / power;
  return value < 0 && rounded !== 0 ? -rounded : rounded;
};

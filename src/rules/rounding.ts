// How a figure is rounded to a measure's decimals, so that what is compared is what is printed.

/** Fifteen digits are all a figure can carry exactly; what lies beyond is binary noise. */
const exactDigits = 15;

/** Rounds half away from zero, as printed tables do: 2.345 at two decimals is 2.35, -0.04 at one is 0. */
export const roundTo = (value: number, decimals: number): number => {
  const size = Number(Math.abs(value).toPrecision(exactDigits));
  const rounded = shift(Math.round(shift(size, decimals)), -decimals);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
};

/** Moves the decimal point in the digits themselves: multiplying by ten would add noise. */
const shift = (value: number, places: number): number => {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
};

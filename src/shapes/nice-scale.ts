// Where the scale of a chart begins and ends, for the tab's charts and the papers' alike. Arithmetic alone:
// no Temporal, no imports, for the tab loads this file in any web view.

export type Scale = {
  readonly foot: number;
  readonly head: number;
  readonly ticks: readonly number[];
  /** As many as the ticks need. */
  readonly decimals: number;
};

/** Ticks at 1, 2, 2.5 or 5 times a power of ten. Starts at zero where zero is near enough to show. */
export const niceScale = (values: readonly (number | null)[]): Scale => {
  const given = values.filter((value) => value !== null).filter(Number.isFinite);
  const low = given.length > 0 ? Math.min(...given) : 0;
  const high = given.length > 0 ? Math.max(...given) : 1;
  const fromZero = low >= 0 && low <= (high - low) * 2;
  const span = spanOf(high - (fromZero ? 0 : low), Math.max(Math.abs(high), Math.abs(low)));
  const step = niceStep(span / 4);
  const foot = fromZero ? 0 : Math.floor((low - span * 0.1) / step) * step;
  const count = Math.max(1, Math.ceil((high + span * 0.05 - foot) / step));
  const ticks = Array.from({ length: count + 1 }, (_, nth) => cleaned(foot + nth * step));
  return { foot: cleaned(foot), head: ticks.at(-1) ?? high, ticks, decimals: decimalsOf(step) };
};

/** Figures all alike are shown on a scale of their own size; next to nothing, on one of 1. */
const spanOf = (spread: number, size: number): number => {
  if (spread > size * 1e-9 && spread > 1e-9) return spread;
  return size > 1e-9 ? size : 1;
};

const niceStep = (rough: number): number => {
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 2.5, 5].find((times) => times * power >= rough) ?? 10) * power;
};

/** Without binary noise. */
export const cleaned = (value: number): number => Number(value.toPrecision(12));

/** Of 0.25, 2; at most 6. */
const decimalsOf = (step: number): number =>
  Math.min(6, String(cleaned(step)).split('.')[1]?.length ?? 0);

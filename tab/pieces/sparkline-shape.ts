// Where a small trend's points fall, and what it says to someone who cannot see it.
import { type Standing, standingWords } from '../../src/registers/words.ts';
import type { TrendPoint } from '../../src/web/api.ts';

type Place = { readonly x: number; readonly y: number; readonly standing: Standing };

const edge = 6;

/** A period without a figure breaks the line; it is never drawn as zero. */
export const sparklineShape = (
  trend: readonly TrendPoint[],
  width: number,
  height: number,
): { readonly lines: readonly string[]; readonly last: Place | null } => {
  const values = trend.flatMap(({ value }) => (value === null ? [] : [value]));
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const places = trend.map((point, index): Place | null => {
    if (point.value === null) return null;
    const across = trend.length > 1 ? index / (trend.length - 1) : 1;
    const up = values.length > 1 ? (point.value - low) / span : 0.5;
    return {
      x: rounded(edge + across * (width - 2 * edge)),
      y: rounded(height - edge - up * (height - 2 * edge)),
      standing: point.standing,
    };
  });
  return { lines: unbroken(places), last: places.findLast((place) => place !== null) ?? null };
};

export const sparklineWords = (trend: readonly TrendPoint[]): string => {
  const given = trend.filter((point) => point.value !== null);
  const first = given[0];
  const last = given.at(-1);
  if (!first || !last) return 'No figures yet';
  const status = standingWords[last.standing].words.toLowerCase();
  const caveat = given.some((point) => point.illustrative) ? ', illustrative' : '';
  if (first === last) return `One figure, ${last.value} in ${last.words}, ${status}${caveat}`;
  return `${first.value} in ${first.words} to ${last.value} in ${last.words}, ${status}${caveat}`;
};

const unbroken = (places: readonly (Place | null)[]): readonly string[] => {
  const runs: Place[][] = [[]];
  for (const place of places) {
    if (place) runs.at(-1)?.push(place);
    else runs.push([]);
  }
  return runs
    .filter((run) => run.length > 1)
    .map((run) => run.map(({ x, y }) => `${x},${y}`).join(' '));
};

const rounded = (length: number): number => Math.round(length * 10) / 10;

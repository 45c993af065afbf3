// Whether a year to date builds up to its year's end, as its targets tell: of the whole year's bill a
// quarter is asked by June and all of it by March, where a share of what has passed is asked the same.
import { parsePeriod } from '../period.ts';
import type { ToChartOf } from './chart-of.ts';

export type Targets = Partial<Pick<ToChartOf, 'now' | 'before' | 'yearEnd'>>;

/**
 * By the newest year with two targets or more, its end's among them: they are all different, or there are
 * three. One that was changed once within its year is no profile: it is the same before and after.
 */
export const buildsUp = (of: Targets): boolean => {
  const years = targetsByYear(of);
  const newest = [...years.values()].findLast((asked) => asked.size > 1);
  if (newest === undefined) return false;
  const different = new Set(newest.values()).size;
  return different === newest.size || different >= 3;
};

/** Oldest year first; by period, and of those of the newest one's kind. What asks nothing is left out. */
const targetsByYear = ({ now, before = [], yearEnd }: Targets) => {
  const kind = now && parsePeriod(now.period)?.kind;
  const years = new Map<number, Map<string, string>>();
  for (const point of [...before, now, yearEnd]) {
    const period = point === undefined ? null : parsePeriod(point.period);
    if (point === undefined || period === null || period.kind !== kind) continue;
    const { target, rangeLow, rangeHigh } = point;
    if (target === null && rangeLow === null && rangeHigh === null) continue;
    const asked = years.get(period.year) ?? new Map<string, string>();
    years.set(period.year, asked.set(point.period, [target, rangeLow, rangeHigh].join('|')));
  }
  return years;
};

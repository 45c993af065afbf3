// The floor for the roll-up: the same counts from bare numbers, in one pass over typed arrays, with no
// rows, no keys, no periods to work out and no directions of travel.
import { roundTo } from '../../src/rules/rounding.ts';
import {
  committeeOf,
  committees,
  directorateOf,
  directorates,
  type Numbers,
  objectives,
  periodTexts,
  priorities,
  quarters,
  secondTargetFrom,
  teams,
  weightOf,
} from './given-returns.ts';
import type { Sums } from './sums.ts';

/**
 * Counts of a group: on target, within, off, not yet, data only; how many were returned; then the weight
 * of what is rated, and of what is on target.
 */
const [slots, returnedSlot, ratedSlot, reachedSlot] = [8, 5, 6, 7];
const scopes = { priority: priorities, committee: committees, objective: objectives, team: teams };
const groupNames = [
  ...Object.entries({ ...scopes, directorate: directorates }).flatMap(([scope, codes]) =>
    codes.map((code) => `${scope}|${code}`),
  ),
  'council|council',
];
const groups = groupNames.length;
const firstOf = {
  committee: priorities.length,
  objective: priorities.length + committees.length,
  team: priorities.length + committees.length + objectives.length,
  directorate: priorities.length + committees.length + objectives.length + teams.length,
};
/** Far below any real miss and far above binary noise, at one decimal. */
const slack = 1e-7;

export const countInOnePass = (numbers: Numbers): Int32Array => {
  const { measures, value, state, priority, objective, team } = numbers;
  const counts = new Int32Array(quarters * groups * slots);
  const places = new Int32Array(6);
  for (let m = 0, at = 0; m < measures; m += 1) {
    places[0] = priority[m] as number;
    places[1] = firstOf.committee + committeeOf(priority[m] as number);
    places[2] = firstOf.objective + (objective[m] as number);
    places[3] = firstOf.team + (team[m] as number);
    places[4] = firstOf.directorate + directorateOf(team[m] as number);
    places[5] = groups - 1;
    const weight = weightOf(m);
    for (let q = 0; q < quarters; q += 1, at += 1) {
      const standing = standingOf(numbers, m, { q, figure: value[at] as number });
      const returned = state[at] === 0 ? 1 : 0;
      const base = q * groups;
      for (let n = 0; n < places.length; n += 1)
        add(counts, (base + (places[n] as number)) * slots, { standing, returned, weight });
    }
  }
  return counts;
};

type Each = { readonly standing: number; readonly returned: number; readonly weight: number };

const add = (counts: Int32Array, at: number, { standing, returned, weight }: Each): void => {
  counts[at + standing] = (counts[at + standing] as number) + 1;
  counts[at + returnedSlot] = (counts[at + returnedSlot] as number) + returned;
  if (standing > 2) return;
  counts[at + ratedSlot] = (counts[at + ratedSlot] as number) + weight;
  if (standing === 0) counts[at + reachedSlot] = (counts[at + reachedSlot] as number) + weight;
};

const standingOf = (
  { low, high, tolerance, percent }: Numbers,
  m: number,
  { q, figure }: { q: number; figure: number },
): number => {
  if (Number.isNaN(figure)) return 3;
  const aim = m * 2 + (q >= secondTargetFrom ? 1 : 0);
  const [from, to] = [low[aim] as number, high[aim] as number];
  if (Number.isNaN(from)) return 4;
  const miss = Math.max(from - figure, figure - to, 0);
  if (miss <= slack) return 0;
  const allowed = tolerance[aim] as number;
  const tolerated =
    percent[m] === 1 ? (Math.abs(figure < from ? from : to) * allowed) / 100 : allowed;
  return miss <= tolerated + slack ? 1 : 2;
};

export const sumsOfOnePass = (counts: Int32Array): Sums => {
  const sums: Sums = new Map();
  for (const [q, period] of periodTexts.entries())
    for (const [group, name] of groupNames.entries()) {
      const at = (q * groups + group) * slots;
      const [
        onTarget = 0,
        within = 0,
        off = 0,
        notYet = 0,
        dataOnly = 0,
        returned = 0,
        ...weights
      ] = counts.subarray(at, at + slots);
      const [rated = 0, reached = 0] = weights;
      const weighted = rated === 0 ? 0 : roundTo((100 * reached) / rated, 1);
      const measures = onTarget + within + off + notYet + dataOnly;
      const found = { onTarget, within, off, notYet, dataOnly };
      sums.set(`${period}|${name}`, { ...found, measures, due: measures, returned, weighted });
    }
  return sums;
};

// The floor for the roll-up: the same counts from bare numbers, in one pass over typed arrays, with no
// rows, no keys, no periods to work out and no directions of travel.
import {
  directorates,
  type Numbers,
  periodTexts,
  priorities,
  quarters,
  secondTargetFrom,
} from './given-returns.ts';
import type { Sums } from './sums.ts';

/** Counts of a group: on target, within, off, not yet, data only; then how many were returned. */
const [slots, returnedSlot] = [6, 5];
const groupNames = [
  ...priorities.map((code) => `priority|${code}`),
  ...directorates.map((code) => `directorate|${code}`),
  'council|council',
];
const groups = groupNames.length;
/** Far below any real miss and far above binary noise, at one decimal. */
const slack = 1e-7;

export const countInOnePass = (numbers: Numbers): Int32Array => {
  const { measures, value, state, priority, directorate } = numbers;
  const counts = new Int32Array(quarters * groups * slots);
  for (let m = 0, at = 0; m < measures; m += 1) {
    const first = priority[m] as number;
    const second = priorities.length + (directorate[m] as number);
    for (let q = 0; q < quarters; q += 1, at += 1) {
      const standing = standingOf(numbers, m, { q, figure: value[at] as number });
      const returned = state[at] === 0 ? 1 : 0;
      const base = q * groups * slots;
      add(counts, base + first * slots, { standing, returned });
      add(counts, base + second * slots, { standing, returned });
      add(counts, base + (groups - 1) * slots, { standing, returned });
    }
  }
  return counts;
};

const add = (
  counts: Int32Array,
  at: number,
  { standing, returned }: { standing: number; returned: number },
): void => {
  counts[at + standing] = (counts[at + standing] as number) + 1;
  counts[at + returnedSlot] = (counts[at + returnedSlot] as number) + returned;
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
      const [onTarget = 0, within = 0, off = 0, notYet = 0, dataOnly = 0, returned = 0] =
        counts.subarray(at, at + slots);
      const measures = onTarget + within + off + notYet + dataOnly;
      const found = { onTarget, within, off, notYet, dataOnly };
      sums.set(`${period}|${name}`, { ...found, measures, due: measures, returned });
    }
  return sums;
};

// How standings are counted together, and weighted. Data only, not yet available and target not yet agreed
// are counted apart, so that a percentage leaves them out; one is never a zero.

import type { Standing } from '../registers/words.ts';
import type { Tally } from './dataset/dataset.ts';
import { roundTo } from './rounding.ts';

/** What of a measure is counted. `weight`: null is 1. */
export type Countable = {
  readonly standing: Standing;
  readonly due: boolean;
  readonly returned: boolean;
  readonly weight: number | null;
};

/** Counts as they grow, with the weight of what is rated and, of that, of what is on target or better. */
export type Tallying = { -readonly [Count in Exclude<keyof Tally, 'weighted'>]: number } & {
  rated: number;
  reached: number;
};

const countOf: { readonly [S in Standing]: Exclude<keyof Tally, 'weighted'> } = {
  'better than target': 'better',
  'on target': 'onTarget',
  'within tolerance': 'within',
  'off target': 'off',
  'not yet available': 'notYet',
  'target not yet agreed': 'notAgreed',
  'data only': 'dataOnly',
};

const isRated: { readonly [S in Standing]: boolean } = {
  'better than target': true,
  'on target': true,
  'within tolerance': true,
  'off target': true,
  'not yet available': false,
  'target not yet agreed': false,
  'data only': false,
};

export const beginTally = (): Tallying => ({
  measures: 0,
  due: 0,
  returned: 0,
  better: 0,
  onTarget: 0,
  within: 0,
  off: 0,
  notYet: 0,
  notAgreed: 0,
  dataOnly: 0,
  rated: 0,
  reached: 0,
});

export const count = (tally: Tallying, { standing, due, returned, weight }: Countable): void => {
  tally.measures += 1;
  tally[countOf[standing]] += 1;
  if (due) tally.due += 1;
  if (returned) tally.returned += 1;
  if (!isRated[standing]) return;
  const weighs = weightOf(weight);
  tally.rated += weighs;
  if (standing === 'on target' || standing === 'better than target') tally.reached += weighs;
};

/** Blank is 1; less than nought weighs nothing. */
const weightOf = (weight: number | null): number => Math.max(0, weight ?? 1);

/** The weighted share on target, or better, in percent to one decimal: null where nothing rated weighs. */
export const endTally = ({ rated, reached, ...counts }: Tallying): Tally => ({
  ...counts,
  weighted: rated > 0 ? roundTo((100 * reached) / rated, 1) : null,
});

/** Of several plans: each was counted by itself. */
export const together = (tallies: readonly Tallying[]): Tallying => {
  const all = beginTally();
  for (const tally of tallies)
    for (const name of Object.keys(all) as (keyof Tallying)[]) all[name] += tally[name];
  return all;
};

export const tallyOf = (measures: Iterable<Countable>): Tally => {
  const tally = beginTally();
  for (const each of measures) count(tally, each);
  return endTally(tally);
};

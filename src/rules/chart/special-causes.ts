// Which figures of one stretch are no chance: the four rules of a special cause, point by point.
// Source: NHS England, Making Data Count, as NHSRplotthedots 0.2.2 has them (ptd_spc_standard,
// ptd_special_cause_type).
import type { Polarity } from '../../registers/measures.ts';
import { noiseOf, type ProcessLimits } from './process-limits.ts';

/** In the order in which the first that holds names a figure. */
const causeRules = ['outside', 'trend', 'two of three', 'run'] as const;
export type CauseRule = (typeof causeRules)[number];

export type Cause = {
  readonly rule: CauseRule;
  /** Above the mean, or rising; below it, or falling. */
  readonly side: 'high' | 'low';
  /** Neither without a polarity, and where a range is to be kept. */
  readonly is: 'better' | 'worse' | 'neither';
};

/** So many in a row on one side of the mean, or each further on than the last: Making Data Count's seven. */
export const inARow = 7;

type Side = 1 | 0 | -1;

/**
 * One a figure, null where it is common cause: outside a limit; one of seven that each rise, or each
 * fall; of three in a row above the mean (or below) one of two that lie beyond two thirds of the way to
 * the limit and not outside it; one of seven in a row on one side of the mean. A figure on the mean breaks
 * a run, a figure equal to its neighbour a trend, and figures that never moved have no cause. A figure
 * outside is never one of the two, as it was by an older rule (Western Electric, 1956: "in zone A or
 * beyond"), though it may be the third. A trend is better or worse by where it goes: 0.1.0 of the package
 * went by its side of the mean, and 0.2.2 put that right.
 */
export const causesIn = (
  figures: readonly number[],
  limits: ProcessLimits,
  polarity: Polarity,
): readonly (Cause | null)[] => {
  const found = sidesByRule(figures, limits);
  return figures.map((_, at) => {
    const rule = causeRules.find((each) => found[each][at] !== 0);
    if (rule === undefined) return null;
    const side = found[rule][at] === 1 ? 'high' : 'low';
    return { rule, side, is: meaningOf(side, polarity) };
  });
};

const sidesByRule = (
  figures: readonly number[],
  { mean, high }: ProcessLimits,
): { readonly [Rule in CauseRule]: readonly Side[] } => {
  const noise = noiseOf(figures);
  const beyond = (share: number) =>
    figures.map((each) => sideOf(each - mean, share * (high - mean) + noise));
  const outside = beyond(1);
  const sides = beyond(0);
  const moves = figures.slice(1).map((each, at) => sideOf(each - (figures[at] as number), noise));
  return {
    outside,
    trend: trendsIn(figures, moves),
    'two of three': pairsIn(
      beyond(2 / 3).map((side, at) => (outside[at] === 0 ? side : 0)),
      sides,
    ),
    run: runsIn(sides, inARow),
  };
};

const sideOf = (from: number, further: number): Side => {
  if (from > further) return 1;
  return from < -further ? -1 : 0;
};

/** Those that stand in a row of so many of one side. */
const runsIn = (sides: readonly Side[], length: number): readonly Side[] => {
  const runs: Side[] = [];
  for (const side of sides) runs.push(side);
  let from = 0;
  for (let at = 1; at <= sides.length; at += 1) {
    if (at < sides.length && sides[at] === sides[from]) continue;
    if (at - from < length) runs.fill(0, from, at);
    from = at;
  }
  return runs;
};

/**
 * Seven figures are six moves. A figure that ends one trend and begins another is the later's. Where the
 * other begins with the next figure, it is its own trend's: 0.2.2 goes by the move between, part of neither.
 */
const trendsIn = (figures: readonly number[], moves: readonly Side[]): readonly Side[] => {
  const rows = runsIn(moves, inARow - 1);
  return figures.map((_, at) => rows[at] || rows[at - 1] || 0);
};

/** `near` has those close to a limit and not outside it. */
const pairsIn = (near: readonly Side[], sides: readonly Side[]): readonly Side[] =>
  near.map((side, at) => {
    const isOne = [at - 2, at - 1, at].some((first) => isPair(near, sides, { first, side }));
    return side !== 0 && isOne ? side : 0;
  });

const isPair = (
  near: readonly Side[],
  sides: readonly Side[],
  { first, side }: { readonly first: number; readonly side: Side },
): boolean => {
  const three = [first, first + 1, first + 2];
  return (
    three.every((at) => sides[at] === side) && three.filter((at) => near[at] === side).length >= 2
  );
};

const meaningOf = (side: Cause['side'], polarity: Polarity): Cause['is'] => {
  if (polarity === 'maximise') return side === 'high' ? 'better' : 'worse';
  if (polarity === 'minimise') return side === 'high' ? 'worse' : 'better';
  return 'neither';
};

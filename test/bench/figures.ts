// How a measured figure is put: what it is, what it is held against, the goal, and whether it was met.
// A figure that misses its goal is only said; what is wrong (lost, doubled, miscounted) is kept apart.

export type Figure = {
  readonly what: string;
  readonly value: number;
  readonly unit: 's' | 'ms' | 'MB' | 'messages' | 'changes' | 'requests' | 'units' | 'refusals';
  /** A floor nobody can go below, or a peer that does the same; in the same unit. */
  readonly against: { readonly what: string; readonly value: number } | null;
  /** The figure over what it is held against. */
  readonly ratio: number | null;
  readonly goal: string | null;
  readonly met: boolean | null;
};

export type BenchRow = {
  readonly row:
    | 'delivery'
    | 'delivery-faults'
    | 'submit'
    | 'burst'
    | 'roll-up'
    | 'start'
    | 'import'
    | 'provision'
    | 'lists-read'
    | 'lists-write'
    | 'day'
    | 'papers';
  readonly title: string;
  /** How it was measured, in sentences: processes, counts, what was sampled. */
  readonly how: readonly string[];
  readonly figures: readonly Figure[];
  /** What else was counted on the way. */
  readonly counted: Readonly<Record<string, number | string>>;
  /** Anything here means the run was wrong, however quick. */
  readonly wrong: readonly string[];
};

/** Tells whoever waits how far it is. */
export type Say = (words: string) => void;

export type Goal = { readonly most: number; readonly of: 'ratio' | 'value' };

type Said = Pick<Figure, 'what' | 'value' | 'unit'> & {
  readonly against?: NonNullable<Figure['against']>;
  readonly goal?: Goal;
};

export const figure = ({ what, value, unit, against, goal }: Said): Figure => {
  const ratio = against === undefined ? null : value / against.value;
  const judged = goal?.of === 'ratio' ? ratio : value;
  return {
    what,
    value: rounded(value),
    unit,
    against: against === undefined ? null : { ...against, value: rounded(against.value) },
    ratio: ratio === null ? null : rounded(ratio),
    goal: goal === undefined ? null : goalWords(goal, unit),
    met: goal === undefined || judged === null ? null : judged <= goal.most,
  };
};

const goalWords = ({ most, of }: Goal, unit: string): string =>
  of === 'ratio' ? `at most ${most} x` : `at most ${most} ${unit}`;

/** Four digits that count, so that a ratio near 1 and a minute in milliseconds both read well. */
const rounded = (value: number): number => Number(value.toPrecision(4));

/** Nearest rank: the smallest of the values that at least this share of them does not exceed. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Runs it a few times, the first not counted, and answers the median in milliseconds. */
export const timed = (times: number, work: () => unknown): number => {
  const taken = Array.from({ length: times + 1 }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return median(taken.slice(1));
};

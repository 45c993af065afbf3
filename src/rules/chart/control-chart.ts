// What the control chart of a measure's figures says (an XmR chart): its limits, its special causes and
// the two verdicts. Pure over plain values; the rules of a special cause are in special-causes.ts.
// Source: NHS England, Making Data Count (england.nhs.uk/publication/making-data-count), as its tools work
// it out; NHSRplotthedots 0.2.2 with screen_outliers off does the same sums. A measure's own chart is in
// chart-of.ts.
import type { Polarity } from '../../registers/measures.ts';
import { type Ends, heldWithin } from '../natural-ends.ts';
import { fewestForFirmLimits, type ProcessLimits, processLimits } from './process-limits.ts';
import { type Cause, causesIn } from './special-causes.ts';
import {
  type Assurance,
  assuranceOf,
  type ChartTarget,
  type Variation,
  variationOf,
} from './verdicts.ts';

/** From the figure at this place on, limits are worked out afresh. */
export type Rebased = { readonly at: number; readonly because: string };

type ToChart = {
  /** Oldest first, in one unit; a null is a gap. */
  readonly values: readonly (number | null)[];
  readonly polarity: Polarity;
  /** The newest; null where there is none, and then nothing is said of meeting it. */
  readonly target: ChartTarget | null;
  readonly rebasedAt: readonly Rebased[];
  /** How far a figure can go at all: limits end there too. Left out is no end. */
  readonly ends?: Ends;
};

/** `trial`: from fewer than twelve figures, so they may still move. */
export type PointLimits = ProcessLimits & { readonly trial: boolean };

export type ControlChart = {
  /** One a value; null where its stretch has fewer than eight figures: none are drawn. */
  readonly limits: readonly (PointLimits | null)[];
  /** One a value; null is common cause, a gap, or a stretch without limits. */
  readonly causes: readonly (Cause | null)[];
  /** Of the newest figure; null where its stretch has no limits yet. */
  readonly variation: Variation | null;
  /** Whether the process as it runs meets the target; null without a target, a polarity or limits. */
  readonly assurance: Assurance | null;
  /** How many figures the newest limits have to go by, or wait with. */
  readonly points: number;
  /** Where the newest limits began again; null where they never did. */
  readonly began: Rebased | null;
};

/**
 * Limits lie 2.66 mean moving ranges either side of the mean, for each stretch between rebasings. Gaps are
 * left out: a figure's neighbour is the last there was. Null: no stretch has the eight figures that limits
 * need.
 */
export const controlChart = (chart: ToChart): ControlChart | null => {
  const stretches = stretchesOf(chart).map((stretch) => charted(chart, stretch));
  const last = stretches.at(-1);
  if (last === undefined || stretches.every(({ limits }) => limits === null)) return null;
  return {
    limits: stretches.flatMap(({ limits, values }) => values.map(() => limits)),
    causes: stretches.flatMap(({ causes }) => causes),
    variation: last.limits && variationOf(newestCause(last)),
    assurance: last.limits && assuranceOf(last.limits, chart),
    points: last.figures.length,
    began: last.rebased,
  };
};

type Stretch = {
  readonly values: readonly (number | null)[];
  readonly figures: readonly number[];
  readonly rebased: Rebased | null;
};

/** From one rebasing to the next; what lies outside the values, or twice on one, is passed over. */
const stretchesOf = ({ values, rebasedAt }: ToChart): readonly Stretch[] => {
  const within = rebasedAt.filter(({ at }) => at > 0 && at < values.length);
  const starts = [...new Set([0, ...within.map(({ at }) => at)])].toSorted((one, two) => one - two);
  return starts.map((from, nth) => {
    const stretch = values.slice(from, starts[nth + 1]);
    return {
      values: stretch,
      figures: stretch.filter((each) => each !== null),
      rebased: rebasedAt.find(({ at }) => at === from) ?? null,
    };
  });
};

type Charted = Stretch & {
  readonly limits: PointLimits | null;
  readonly causes: readonly (Cause | null)[];
};

const noEnds: Ends = { low: null, high: null };

const charted = ({ polarity, ends = noEnds }: ToChart, stretch: Stretch): Charted => {
  const { values, figures } = stretch;
  const limits = processLimits(figures);
  if (limits === null) return { ...stretch, limits, causes: values.map(() => null) };
  const found = causesIn(figures, limits, polarity);
  let at = 0;
  return {
    ...stretch,
    limits: {
      low: heldWithin(limits.low, ends),
      mean: limits.mean,
      high: heldWithin(limits.high, ends),
      trial: figures.length < fewestForFirmLimits,
    },
    causes: values.map((each) => (each === null ? null : (found[at++] ?? null))),
  };
};

const newestCause = ({ values, causes }: Charted): Cause | null =>
  causes[values.findLastIndex((each) => each !== null)] ?? null;

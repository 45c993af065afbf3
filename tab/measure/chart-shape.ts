// Where a history's points, target, limits and ticks fall in a chart of a given size. Knows nothing of
// drawing.
import { niceScale } from '../../src/shapes/nice-scale.ts';
import type { HistoryRow } from '../../src/web/api.ts';

export type Point = { readonly x: number; readonly y: number; readonly row: HistoryRow };
/** A stretch of line between two neighbouring periods. Dashed where either end is illustrative. */
type Stretch = { readonly from: Point; readonly to: Point; readonly dashed: boolean };
type Tick = { readonly at: number; readonly words: string };
/** What a figure does of itself over some periods: the mean, and the limits either side. */
export type Band = {
  readonly x1: number;
  readonly x2: number;
  readonly low: number;
  readonly mean: number;
  readonly high: number;
  readonly trial: boolean;
};

export type ChartShape = {
  readonly points: readonly Point[];
  readonly stretches: readonly Stretch[];
  /** The target as it applied in each period; a changed target is a step, not a slope. */
  readonly targets: readonly { readonly x1: number; readonly x2: number; readonly y: number }[];
  /** The limits, stretch by stretch; none where none are drawn. */
  readonly bands: readonly Band[];
  /** Between two periods, where limits begin again, with the letter it is explained by. */
  readonly rebased: readonly { readonly x: number; readonly letter: string }[];
  readonly valueTicks: readonly Tick[];
  readonly periodTicks: readonly Tick[];
  /** The value at the foot of the chart, said in words where it is not zero. */
  readonly foot: number;
};

export const margins = { top: 24, right: 16, bottom: 32, left: 56 } as const;

export const chartShape = (
  history: readonly HistoryRow[],
  width: number,
  height: number,
): ChartShape => {
  const scale = niceScale(history.flatMap(drawnValues));
  const inner = width - margins.left - margins.right;
  const step = inner / Math.max(1, history.length);
  const x = (index: number) => margins.left + step * (index + 0.5);
  const y = (value: number) =>
    height -
    margins.bottom -
    ((value - scale.foot) / (scale.head - scale.foot)) * (height - margins.top - margins.bottom);
  const placed = history.map((row, at): Point | null =>
    row.value === null ? null : { x: x(at), y: y(row.value), row },
  );
  return {
    points: placed.filter((point) => point !== null),
    stretches: stretchesOf(placed),
    targets: history.flatMap(({ target }, at) =>
      target === null ? [] : [{ x1: x(at) - step / 2, x2: x(at) + step / 2, y: y(target) }],
    ),
    bands: bandsOf(history).map(({ from, to, limits }) => ({
      x1: x(from) - step / 2,
      x2: x(to) + step / 2,
      low: y(limits.low),
      mean: y(limits.mean),
      high: y(limits.high),
      trial: limits.trial,
    })),
    rebased: rebasedIn(history).map(({ at, letter }) => ({ x: x(at) - step / 2, letter })),
    valueTicks: scale.ticks.map((value) => ({ at: y(value), words: tickWords(value) })),
    periodTicks: spaced(history, inner).map((at) => ({
      at: x(at),
      words: history[at]?.words ?? '',
    })),
    foot: scale.foot,
  };
};

const drawnValues = ({ value, target, chart: { limits } }: HistoryRow) => [
  value,
  target,
  ...(limits ? [limits.low, limits.high] : []),
];

type Limits = NonNullable<HistoryRow['chart']['limits']>;

/** Neighbouring periods with the same limits are one stretch, until limits begin again. */
const bandsOf = (history: readonly HistoryRow[]) => {
  const bands: { from: number; to: number; limits: Limits }[] = [];
  history.forEach(({ chart }, at) => {
    const last = bands.at(-1);
    if (chart.limits === null) return;
    const goesOn = last?.to === at - 1 && chart.rebased === null;
    if (goesOn && last && isSame(last.limits, chart.limits)) last.to = at;
    else bands.push({ from: at, to: at, limits: chart.limits });
  });
  return bands;
};

const isSame = (one: Limits, other: Limits): boolean =>
  one.low === other.low && one.mean === other.mean && one.high === other.high;

/** Where limits begin again, oldest first: 'A', 'B'. */
export const rebasedIn = (history: readonly HistoryRow[]) =>
  history
    .flatMap(({ words, chart: { rebased } }, at) =>
      rebased === null ? [] : [{ at, words, because: rebased }],
    )
    .map((each, nth) => ({ ...each, letter: String.fromCharCode(65 + (nth % 26)) }));

/** The newest that fit with room between their marks; the table has them all. */
export const fittingIn = (history: readonly HistoryRow[], width: number): readonly HistoryRow[] => {
  const fit = Math.max(8, Math.floor((width - margins.left - margins.right) / roomForAMark));
  return history.slice(-fit);
};

const roomForAMark = 17;

/** A period without a figure is a gap. */
const stretchesOf = (placed: readonly (Point | null)[]): readonly Stretch[] =>
  placed.flatMap((to, at) => {
    const from = placed[at - 1];
    if (!from || !to) return [];
    return [{ from, to, dashed: from.row.illustrative || to.row.illustrative }];
  });

const tickWords = (value: number): string =>
  value.toLocaleString('en-GB', {
    maximumFractionDigits: 6,
    notation: Math.abs(value) >= 1e6 ? 'compact' : 'standard',
  });

/** As many period labels as fit, counted back from the newest. */
const spaced = (history: readonly HistoryRow[], inner: number): readonly number[] => {
  const longest = Math.max(1, ...history.map((row) => row.words.length));
  const fit = Math.max(1, Math.floor(inner / (longest * 6.5 + 16)));
  const every = Math.ceil(history.length / fit);
  return history.map((_, at) => at).filter((at) => (history.length - 1 - at) % every === 0);
};

// Where everything of a line chart falls: its figures, targets, limits, ticks and words. Draws nothing.
import type { Chart, ChartPoint } from '../../rules/papers/paper.ts';
import { niceScale } from '../../shapes/nice-scale.ts';
import { shortened, widthOf } from './fitting.ts';
import { fontSize } from './pen.ts';
import { tickWords } from './scale.ts';

export type LineChart = Extract<Chart, { readonly kind: 'line' }>;
export type Place = { readonly x: number; readonly y: number };
export type Figure = Place & { readonly point: ChartPoint };
/** A level line over one or more periods that share it. */
export type Level = { readonly from: number; readonly to: number; readonly y: number };
/** Where a stretch of limits is drawn, between which periods. */
export type Limits = {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly mean: number;
  readonly high: number;
  readonly trial: boolean;
};
/** `letter`: what it is called in the plot and in the legend. */
type Rebased = {
  readonly letter: string;
  readonly x: number;
  readonly because: string;
  readonly from: string;
};
type Tick = { readonly at: number; readonly words: string };

export type LinePlaces = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** How large a mark may be so as not to touch the next. */
  readonly size: number;
  /** One a point; null is a gap. */
  readonly figures: readonly (Figure | null)[];
  readonly targets: readonly Level[];
  readonly limits: readonly Limits[];
  readonly valueTicks: readonly Tick[];
  readonly periodTicks: readonly Tick[];
  /** Between which two points limits begin again, in order. */
  readonly rebased: readonly Rebased[];
  /** What the scale begins at, where zero is not on it. */
  readonly foot: string | null;
};

/** The plot alone; its words above and its legend beneath are not in it. */
const plotHeight = (width: number): number => (width < 400 ? 190 : 220);

export const linePlaces = (chart: LineChart, width: number): LinePlaces => {
  const { points, unit } = chart;
  const given = everyValue(chart);
  const scale = niceScale(given);
  const said = scale.ticks.map((value) => tickWords(unit, scale, value));
  const left = Math.min(width / 3, Math.ceil(Math.max(...said.map(widthOf))) + 10);
  const right = width - 8;
  const top =
    (unitWords(chart) === '' ? 14 : 34) +
    (chart.rebased.length > 0 ? fontSize + 6 : 0) +
    (isNewestProvisional(points) ? fontSize + 1 : 0);
  const bottom = top + plotHeight(width);
  const step = (right - left) / Math.max(1, points.length);
  const x = (nth: number) => left + step * (nth + 0.5);
  const y = (value: number) =>
    bottom - ((value - scale.foot) / (scale.head - scale.foot)) * (bottom - top);
  const span = ({ first, last }: Run<unknown>) => ({
    from: left + step * first,
    to: left + step * (last + 1),
  });
  return {
    left,
    right,
    top,
    bottom,
    size: Math.min(1, Math.max(0.45, step / 14)),
    figures: points.map((point, nth) =>
      point.value === null || !Number.isFinite(point.value)
        ? null
        : { x: x(nth), y: y(point.value), point },
    ),
    targets: runsOf(chart.targets, (one, other) => one === other).map((run) => ({
      ...span(run),
      y: y(run.value),
    })),
    limits: runsOf(chart.limits, isSameLimits).map((run) => ({
      ...span(run),
      low: y(run.value.low),
      mean: y(run.value.mean),
      high: y(run.value.high),
      trial: run.value.trial,
    })),
    // A scale of nothing would look like one of something.
    valueTicks: scale.ticks
      .slice(0, given.length === 0 ? 0 : undefined)
      .map((value, nth) => ({ at: y(value), words: said[nth] ?? '' })),
    periodTicks: periodTicks(points.map((point, nth) => tickAt(point, x(nth), width))),
    rebased: chart.rebased
      .filter(({ at }) => at > 0 && at < points.length)
      .map(({ at, because }, nth) => ({
        letter: String.fromCharCode(65 + (nth % 26)),
        x: left + step * at,
        because,
        from: points[at]?.words ?? '',
      })),
    foot: scale.foot > 0 ? (said[0] ?? null) : null,
  };
};

/** Its figure is written above the p at its mark, and needs that much more room. */
const isNewestProvisional = (points: readonly ChartPoint[]): boolean =>
  points.findLast(({ value }) => value !== null && Number.isFinite(value))?.provisional === true;

const everyValue = ({ points, targets, limits }: LineChart): number[] =>
  [
    ...points.map(({ value }) => value),
    ...targets,
    ...limits.flatMap((each) => (each === null ? [] : [each.low, each.mean, each.high])),
  ].filter((value) => value !== null);

type Run<Value> = { readonly first: number; last: number; readonly value: Value };

/** Neighbours that are the same are one. */
const runsOf = <Value>(
  values: readonly (Value | null)[],
  isSame: (one: Value, other: Value) => boolean,
): readonly Run<Value>[] => {
  const runs: Run<Value>[] = [];
  values.forEach((value, nth) => {
    if (value === null) return;
    const before = runs.at(-1);
    if (before?.last === nth - 1 && isSame(before.value, value)) before.last = nth;
    else runs.push({ first: nth, last: nth, value });
  });
  return runs;
};

type PointLimits = NonNullable<LineChart['limits'][number]>;

const isSameLimits = (one: PointLimits, other: PointLimits): boolean =>
  one.low === other.low &&
  one.mean === other.mean &&
  one.high === other.high &&
  one.trial === other.trial;

/** Its words stay inside the drawing, however near its edge the point is. */
const tickAt = (point: ChartPoint, x: number, width: number): Tick & { readonly half: number } => {
  const said = shortened(point.words, width / 2);
  const half = widthOf(said) / 2;
  return { at: Math.max(half, Math.min(x, width - half)), words: said, half };
};

/** As many periods as have room to be named, evenly, counted back from the newest. */
const periodTicks = (all: readonly ReturnType<typeof tickAt>[]): readonly Tick[] => {
  for (let every = 1; every < all.length; every += 1) {
    const named = all.filter((_, nth) => (all.length - 1 - nth) % every === 0);
    const apart = named.every((tick, nth) => {
      const before = named[nth - 1];
      return !before || tick.at - tick.half - (before.at + before.half) > 10;
    });
    if (apart) return named;
  }
  return all.slice(-1);
};

/** A percent or pound sign stands at every tick; any other unit is said once. '' is nothing to say. */
export const unitWords = ({ unit, points }: LineChart): string => {
  if (points.every(({ value }) => value === null)) return 'No figure to draw yet.';
  const said = unit.trim();
  return said === '' || said === '%' || said === '£' ? '' : `In ${said}`;
};

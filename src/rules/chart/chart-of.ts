// The control chart of a measure, by its periods: which of its figures are charted, from which period its
// limits begin again, and which measures have no limits, with the reason.
import type { Measure, Polarity } from '../../registers/measures.ts';
import type { Standing } from '../../registers/words.ts';
import { isShare, naturalEnds } from '../natural-ends.ts';
import { lastMonth, type Period, parsePeriod } from '../period.ts';
import { buildsUp, type Targets } from './builds-up.ts';
import { type ControlChart, controlChart, type Rebased } from './control-chart.ts';
import type { ChartTarget } from './verdicts.ts';

/** One period of a measure as a dataset has it. */
export type Charted = {
  readonly period: string;
  readonly value: number | null;
  readonly target: number | null;
  readonly rangeLow: number | null;
  readonly rangeHigh: number | null;
  readonly standing: Standing;
};

/** A measure as a dataset has it; `figureIs` left out is not said. */
export type ToChartOf = {
  readonly polarity: Polarity;
  readonly unit: string;
  readonly figureIs?: Measure['figureIs'];
  readonly now: Charted;
  /** Oldest first. */
  readonly before: readonly Charted[];
  readonly rebasings: readonly { readonly period: string; readonly because: string }[];
  /** What its year's last period is held to; left out: nothing tells. */
  readonly yearEnd?: Charted;
};

/**
 * Null where it has no limits by what it is, or has too few figures. Figures of another kind of period
 * than the newest, as of an earlier plan, are not charted with it: limits begin with its own.
 */
export const chartOf = (of: ToChartOf): ControlChart | null => {
  if (noLimitsBecause(of) !== null) return null;
  const { values, begins } = stretchesOf(of);
  return controlChart({
    values,
    polarity: of.polarity,
    target: targetOf(of.polarity, of.now),
    rebasedAt: begins,
    ends: naturalEnds(values, of.unit),
  });
};

/** How many figures there are since its limits last began: those that the next ones will go by. */
export const figuresSoFar = (of: ToChartOf): number => {
  const { values, begins } = stretchesOf(of);
  const from = begins.reduce((last, { at }) => Math.max(last, at), 0);
  return values.slice(from).filter((each) => each !== null).length;
};

const stretchesOf = (of: ToChartOf) => {
  const points = [...of.before, of.now];
  const isOwn = ({ period }: Charted) => kindOf(period) === kindOf(of.now.period);
  const own = { at: points.findLastIndex((point) => !isOwn(point)) + 1, because: ownKind };
  return {
    values: points.map((point) => (isOwn(point) ? point.value : null)),
    begins: [...rebasedAt(points, of.rebasings), ...(own.at > 0 ? [own] : [])],
  };
};

const ownKind = 'Its figures are for another kind of period from here on.';

export const kindOf = (period: string): Period['kind'] | null => parsePeriod(period)?.kind ?? null;

/**
 * Why a measure has no limits, in a sentence; null where it may have. Limits hold for figures that do not
 * share what they count (NIST/SEMATECH e-Handbook, 6.3.2: independent observations): a year to date
 * begins again each April and grows, and two rolling figures are mostly the same months. A share of the
 * year so far is charted; a share of the whole year builds up as a count does.
 */
export const noLimitsBecause = (
  of: Pick<ToChartOf, 'figureIs' | 'unit'> & Targets,
): string | null => {
  if (of.figureIs === 'year to date' && (!isShare(of.unit) || buildsUp(of)))
    return 'No limits are drawn: a year to date grows through its year and begins again each April.';
  if (of.figureIs === 'rolling')
    return 'No limits are drawn: each rolling figure shares most of its months with the one before.';
  return null;
};

/**
 * What a measure's figures cover: as it says, else rolling where its periods are and each covers more
 * months than there are from one to the next. Null is not said.
 */
export const coverOf = ({
  figureIs,
  periodBasis,
  rollingMonths,
  frequency,
}: Covering): Measure['figureIs'] => {
  if (figureIs !== null || periodBasis !== 'rolling') return figureIs;
  return (rollingMonths ?? 12) > monthsBetween[frequency] ? 'rolling' : null;
};

type Covering = Pick<Measure, 'figureIs' | 'periodBasis' | 'rollingMonths' | 'frequency'>;

const monthsBetween = { monthly: 1, quarterly: 3, annual: 12 } as const;

/** Where each rebasing begins among the figures; one before the first, or after the last, is left out. */
export const rebasedAt = (
  points: readonly { readonly period: string }[],
  rebasings: ToChartOf['rebasings'],
): readonly Rebased[] =>
  rebasings.flatMap(({ period, because }) => {
    const from = monthOf(period);
    const at = points.findIndex((point) => monthOf(point.period) >= from);
    return at > 0 || (at === 0 && points[0]?.period === period) ? [{ at, because }] : [];
  });

/** A period that cannot be read is after all others. */
const monthOf = (period: string): number => {
  const read = parsePeriod(period);
  return read ? lastMonth(read) : Infinity;
};

/** What is not agreed, or not rated, is held to nothing. */
export const targetOf = (polarity: Polarity, now: Charted): ChartTarget | null => {
  if (now.standing === 'target not yet agreed' || now.standing === 'data only') return null;
  if (polarity !== 'stay in range') return now.target;
  if (now.rangeLow === null && now.rangeHigh === null) return null;
  return { low: now.rangeLow ?? -Infinity, high: now.rangeHigh ?? Infinity };
};

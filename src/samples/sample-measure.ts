// The words a sample measure is written in: what the document prints, then what only an example
// could say (aim, tolerance, figures). It makes Measures rows; targets and history are made beside.
import type { Row } from '../registers/registers.ts';
import type { Cadence } from './cadence.ts';

type Measure = Row<'measures'>;

export type Aim = {
  /** What the year 2020-21 aims at; a range where good is staying inside one. */
  readonly target: number | { readonly low: number; readonly high: number };
  readonly tolerance: number;
  readonly toleranceIs: 'absolute' | 'percent of target';
  /** How much the aim moved each year. 0: one target throughout. */
  readonly step: number;
  /** What each quarter's target is, as a share of the year's; null where every quarter has the same. */
  readonly profile: Season | null;
};
/** One factor a quarter, April to June first. */
export type Season = readonly [number, number, number, number];

export type Figures = {
  /** The newest figure known on 30 June 2020, and how it moved over the twelve months before. */
  readonly latest: number;
  readonly change: number;
  readonly season: Season;
  /** How far a figure may stray from the line between those two. */
  readonly swing: number;
  readonly provisional: boolean;
};

/** A figure asked for as numerator and denominator. */
type Quotient = {
  readonly numerator: string;
  readonly denominator: string;
  /** About how large the denominator is. */
  readonly about: number;
  /** One denominator holds for the whole financial year, as a yearly bill does. */
  readonly allYear?: true;
};

type Told = {
  /** As printed beside a figure, with its decimals: '%.1' is a percentage to one place. */
  readonly unit: string;
  /** Benchmark position and trajectory, as printed. */
  readonly printed: readonly [Measure['benchmark'], Measure['trajectory']];
  readonly good: Measure['polarity'];
  readonly asked: Cadence;
  readonly owner: string;
  readonly means: string;
  readonly parent?: string;
  readonly figureIs?: NonNullable<Measure['figureIs']>;
  readonly asks?: Quotient & { readonly per: number };
  readonly aim?: Aim;
  readonly figures?: Figures;
};

export type SampleMeasure = Omit<Told, 'printed'> & {
  readonly code: string;
  readonly name: string;
  readonly decimals: number;
  readonly benchmark: Measure['benchmark'];
  readonly trajectory: Measure['trajectory'];
};

export const measure = (code: string, name: string, told: Told): SampleMeasure => {
  const { printed, ...kept } = told;
  const [benchmark, trajectory] = printed;
  const [, unit = told.unit, places = '0'] = /^(.*)\.(\d)$/.exec(told.unit) ?? [];
  return { ...kept, code, name, unit, decimals: Number(places), benchmark, trajectory };
};

/** A tolerance written '5%' is a percentage of the target; a number is in the measure's own unit. */
export const aim = (
  target: Aim['target'],
  tolerance: number | `${number}%`,
  more: { readonly step?: number; readonly profile?: Season } = {},
): Aim => ({
  target,
  tolerance: typeof tolerance === 'number' ? tolerance : Number(tolerance.slice(0, -1)),
  toleranceIs: typeof tolerance === 'number' ? 'absolute' : 'percent of target',
  step: more.step ?? 0,
  profile: more.profile ?? null,
});

export const figures = (
  latest: number,
  change: number,
  more: { season?: Season; swing?: number; provisional?: true } = {},
): Figures => ({
  latest,
  change,
  season: more.season ?? [1, 1, 1, 1],
  swing: more.swing ?? Math.abs(change) * 0.45,
  provisional: more.provisional ?? false,
});

export const asPercent = (asked: Quotient) => ({ ...asked, per: 100 });
export const asAverage = (asked: Quotient) => ({ ...asked, per: 1 });

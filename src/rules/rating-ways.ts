// What each way of rating makes of a figure, its miss already measured. Which way a council has chosen
// is decided in rating-rules.ts; how a miss is measured, in rating.ts.
// Sources: within a band: Maidstone Borough Council, first quarter performance monitoring 2023/24 (a target
// "slightly missed (within 10%)"). Improved on last year: London Borough of Havering, Cabinet, Corporate
// Performance Report Quarter 3 2014/15 (green on or within 10 %; amber further off, but improved or
// maintained on the same quarter of the year before; red further off and neither).
import type { RatingRule, RatingWay } from '../registers/rating-rules.ts';
import type { Standing } from '../registers/words.ts';

/** The rule in force, and what of the figure's surroundings it looks at. */
export type RatedBy = Pick<RatingRule, 'band' | 'blue' | 'betterBy'> & {
  readonly way: RatingWay;
  /** The figure of the same period last year; null where there is none. */
  readonly lastYear: number | null;
  /** Where it stands among those it is compared with: 1 is the best quarter, 4 the worst. */
  readonly quartile: number | null;
};

/** In percent of target, where a rule does not say. */
const usualBand = 10;

/** How far a figure is from its target. All but `slack` in the figure's own unit. */
type Off = {
  /** Above nought. */
  readonly miss: number;
  /** What the target itself tolerates. */
  readonly tolerated: number;
  /** The size of what a percentage is of: the target, or the end of the range that was passed. */
  readonly of: number;
  /** What the figure of a year before misses this same target by; null where there was none. */
  readonly lastYear: number | null;
  readonly slack: number;
};

export const bandOf = ({ band }: Pick<RatedBy, 'band'>): number => Math.max(0, band ?? usualBand);

/** Of a figure that misses its target. Nothing to be compared with is no improvement. */
export const standingOff = (by: RatedBy, off: Off): Standing => {
  const withinBand = off.miss <= (off.of * bandOf(by)) / 100 + off.slack;
  if (by.way === 'within a band') return withinBand ? 'within tolerance' : 'off target';
  if (by.way === 'improved on last year') {
    if (withinBand) return 'on target';
    const improved = off.lastYear !== null && off.miss <= off.lastYear + off.slack;
    return improved ? 'within tolerance' : 'off target';
  }
  return off.miss <= off.tolerated + off.slack ? 'within tolerance' : 'off target';
};

/** Of a figure that meets its target, and betters it by so much; nought in a range, which has no better. */
export const standingOn = (
  by: Pick<RatedBy, 'blue' | 'betterBy'>,
  { betters, of, slack }: Pick<Off, 'of' | 'slack'> & { readonly betters: number },
): Standing => {
  if (!by.blue) return 'on target';
  const enough = (of * Math.max(0, by.betterBy ?? 0)) / 100;
  return betters > enough + slack ? 'better than target' : 'on target';
};

const quarters: readonly Standing[] = [
  'better than target',
  'on target',
  'within tolerance',
  'off target',
];

/** Four colours for four quarters; without one it is data only, as a figure without a target is. */
export const standingByQuartile = (quartile: number | null): Standing =>
  (quartile === null ? undefined : quarters[quartile - 1]) ?? 'data only';

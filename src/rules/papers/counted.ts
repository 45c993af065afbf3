// How many of the measures a paper tells of stand how. Counted from what is told and never taken from the
// dataset's own counts: those hold exempt measures, and figures that are left out.
import { type Standing, standings } from '../../registers/words.ts';
import type { ToldMeasure } from './facts.ts';
import { missingIn } from './order-of-exceptions.ts';

export type Counts = {
  readonly measures: number;
  readonly by: { readonly [S in Standing]: number };
  /** With a figure that is not told, and so in none of `by`. */
  readonly leftOut: number;
  /** With a verdict: what percentages are of. */
  readonly rated: number;
  /** Better than target or on it. */
  readonly met: number;
  /** By weight, in percent of those rated; null where none is. */
  readonly weighted: number | null;
  readonly due: number;
  readonly returned: number;
};

const verdicts: readonly Standing[] = [
  'better than target',
  'on target',
  'within tolerance',
  'off target',
];
const meets: readonly Standing[] = ['better than target', 'on target'];

export const countsOf = (measures: readonly ToldMeasure[]): Counts => {
  const told = measures.filter(({ now }) => !now.leftOut);
  const by = noneYet();
  for (const { now } of told) by[now.standing] += 1;
  const rated = told.filter(({ now }) => verdicts.includes(now.standing));
  const met = rated.filter(({ now }) => meets.includes(now.standing));
  const weight = weightOf(rated);
  const asked = measures.filter(({ due }) => due);
  return {
    measures: measures.length,
    by,
    leftOut: measures.length - told.length,
    rated: rated.length,
    met: met.length,
    weighted: weight === 0 ? null : (100 * weightOf(met)) / weight,
    due: asked.length,
    returned: asked.filter(({ returned }) => returned).length,
  };
};

/** Of figures asked for: with more missing, a share of the rest says little of the whole. */
const mostMissing = 1 / 5;

export type Answers = {
  readonly asked: number;
  readonly missing: number;
  /** More than a fifth is missing: no share is told, and none is compared with another quarter's. */
  readonly isThin: boolean;
};

export const answersOf = (measures: readonly ToldMeasure[]): Answers => {
  const asked = measures.filter(({ due }) => due).length;
  const missing = missingIn(measures).length;
  return { asked, missing, isThin: missing > asked * mostMissing };
};

/** '55 of the 79 figures asked for are missing'. */
export const missingWords = ({ asked, missing }: Answers): string => {
  if (missing === asked)
    return asked === 1
      ? 'the one figure asked for is missing'
      : `none of the ${asked} figures asked for has come`;
  return `${missing} of the ${asked} figures asked for ${missing === 1 ? 'is' : 'are'} missing`;
};

/** '1 Homes (1 left out)': what is in none of a bar's counts is said beside it, never which measure it is. */
export const barLabel = (label: string, { leftOut }: Counts): string =>
  leftOut === 0 ? label : `${label} (${leftOut} left out)`;

const noneYet = (): Record<Standing, number> =>
  Object.fromEntries(standings.map((each) => [each, 0])) as Record<Standing, number>;

const weightOf = (measures: readonly ToldMeasure[]): number =>
  measures.reduce((sum, { weight }) => sum + weight, 0);

/** Whether the figures of a group weigh differently, so that a weighted share says more than a count. */
export const isWeighted = (measures: readonly ToldMeasure[]): boolean =>
  measures.some(({ weight }) => weight !== measures[0]?.weight);

/** '63%' of those rated, in whole percent; '–' where none is. */
export const shareWords = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${wholePercent((100 * part) / whole)}%`;

/** 0 and 100 are none and all, never nearly so. */
export const wholePercent = (percent: number): number => {
  if (percent <= 0 || percent >= 100) return percent;
  return Math.min(99, Math.max(1, Math.round(percent)));
};

// What a control chart comes to, in two verdicts and their words: whether the newest figure is chance, and
// whether the process as it runs meets its target. Said beside RAG, never in place of it.
// Source: NHS England, Making Data Count: the icons of variation and assurance.
import type { Polarity } from '../../registers/measures.ts';
import type { ProcessLimits } from './process-limits.ts';
import type { Cause } from './special-causes.ts';

export type Variation =
  | { readonly is: 'common cause' }
  | { readonly is: 'improving' | 'concerning' | 'neither'; readonly cause: Cause };

export type Assurance = 'consistently meets' | 'hit and miss' | 'consistently misses';

/** Of the newest figure: its special cause, improving or concerning by polarity; else common cause. */
export const variationOf = (cause: Cause | null | undefined): Variation => {
  if (!cause) return { is: 'common cause' };
  const is = { better: 'improving', worse: 'concerning', neither: 'neither' } as const;
  return { is: is[cause.is], cause };
};

/** What a figure is held to: one figure to reach, or a range to stay in, ends included. */
export type ChartTarget = number | { readonly low: number; readonly high: number };

/**
 * Whether all that lies between the limits meets the target, none of it does, or some: a limit on the
 * target meets it, as a figure does. Null without a target, or a polarity to hold it by.
 */
export const assuranceOf = (
  { low, high }: ProcessLimits,
  { polarity, target }: { readonly polarity: Polarity; readonly target: ChartTarget | null },
): Assurance | null => {
  const met = metBetween(polarity, target);
  if (met === null) return null;
  if (low >= met.low && high <= met.high) return 'consistently meets';
  return high < met.low || low > met.high ? 'consistently misses' : 'hit and miss';
};

/** The figures that meet a target; null where nothing says. */
export const metBetween = (
  polarity: Polarity,
  target: ChartTarget | null,
): { readonly low: number; readonly high: number } | null => {
  if (target === null || polarity === 'none') return null;
  if (typeof target !== 'number') return polarity === 'stay in range' ? target : null;
  if (polarity === 'maximise') return { low: target, high: Infinity };
  return polarity === 'minimise' ? { low: -Infinity, high: target } : null;
};

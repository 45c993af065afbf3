// A figure worked out from the numerator and denominator that stand beside it, and how it is said that
// they make another than the one given.
import type { Measure } from '../../registers/measures.ts';
import { computeValue } from '../compute-value.ts';

export type Parts = { readonly numerator: number | null; readonly denominator: number | null };

/** Null: one of the two is not there, or the denominator is nought. */
export const workedOut = (measure: Measure, { numerator, denominator }: Parts): number | null =>
  numerator !== null && denominator !== null && denominator !== 0
    ? computeValue(measure, numerator, denominator)
    : null;

/** Null where they agree, as finely as the measure prints. */
export const disagreement = (measure: Measure, value: number, parts: Parts): string | null => {
  const worked = workedOut(measure, parts);
  return worked !== null && Math.abs(worked - value) > 10 ** -measure.decimals
    ? `${parts.numerator} over ${parts.denominator} makes ${worked}, not ${value}: the figure is taken as it stands.`
    : null;
};

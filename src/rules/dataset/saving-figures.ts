// What of a saving is at risk, and which year's lines a cycle reads.
import type { Cycle } from '../../registers/cycles.ts';
import type { Saving } from '../../registers/savings.ts';
import { yearOf } from '../lines-due.ts';
import { parsePeriod } from '../period.ts';

/** A line of no year is of every year. */
export const isOfYear = (year: string | null, { period }: Pick<Cycle, 'period'>): boolean => {
  const of = parsePeriod(period);
  return year === null || of === null || year === yearOf(of);
};

/**
 * In pounds: what is required less the larger of what is achieved and what is forecast, never below nought.
 * Null: what is required is not known, or nobody has said what was or will be achieved.
 */
export const atRisk = ({
  required,
  achieved,
  forecast,
}: Pick<Saving, 'required' | 'achieved' | 'forecast'>): number | null =>
  required === null || (achieved === null && forecast === null)
    ? null
    : Math.max(0, required - Math.max(achieved ?? -Infinity, forecast ?? -Infinity));

// What kind of period a measure's figures are for. Which of them a cycle asks for is what-is-due.ts's.
import type { Measure } from '../registers/measures.ts';
import type { PeriodKind } from './period.ts';

export type Timing = Pick<Measure, 'frequency' | 'periodBasis' | 'publicationLag'>;

/** The kind of period a measure's figures are for; a rolling figure is known by where it ends. */
export const periodKindOf = (measure: Omit<Timing, 'publicationLag'>): PeriodKind => {
  if (measure.frequency === 'monthly') return 'month';
  if (measure.frequency === 'quarterly') return 'quarter';
  if (measure.periodBasis === 'financial') return 'financial year';
  return measure.periodBasis === 'academic' ? 'academic year' : 'calendar year';
};

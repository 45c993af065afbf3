// What a cycle is called wherever it is named: its quarter, or its month.
import type { Cycle } from '../registers/cycles.ts';
import { parsePeriod, periodWords } from './period.ts';

type Named = Pick<Cycle, 'period' | 'title'>;

/** "Quarter 2", "August 2020"; its title where its period is neither. */
export const cycleName = ({ period: text, title }: Named): string => {
  const period = parsePeriod(text);
  if (period?.kind === 'quarter') return `Quarter ${period.number}`;
  return period?.kind === 'month' ? periodWords(period) : title;
};

/** The same within a sentence: "quarter 2", and a month as ever. */
export const cycleNameWithin = (cycle: Named): string =>
  parsePeriod(cycle.period)?.kind === 'quarter' ? cycleName(cycle).toLowerCase() : cycleName(cycle);

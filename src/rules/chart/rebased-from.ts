// From which periods a measure's limits begin again, by the register, and from which they may.
import type { Measure } from '../../registers/measures.ts';
import type { Rebasing } from '../../registers/rebasings.ts';
import type { Registers } from '../../registers/registers.ts';
import { lineage, newestReturn, returnFor, valueOf } from '../history.ts';
import { type Period, previousPeriod } from '../period.ts';

/** Those of the measure and of the rows it goes on from. */
export const rebasingsOf = (registers: Registers, measure: Measure): readonly Rebasing[] =>
  lineage(registers, measure).flatMap((key) => registers.rebasings.where('measure', key));

/** Where it has a figure for that very period, and one for an earlier: there is something to begin again. */
export const mayBeginAgain = (registers: Registers, measure: Measure, period: Period): boolean =>
  valueOf(returnFor(registers, measure, period)) !== null &&
  newestReturn(registers, measure, previousPeriod(period)) !== null;

// What a measure's figures are counted from, where the registers themselves answer it, and whether any of
// that is exempt. How it is counted is decided in worked-out.ts.
import type { Measure } from '../../registers/measures.ts';
import type { Registers } from '../../registers/registers.ts';
import { markedAs } from '../access.ts';
import type { OfRegister } from '../hangs-on.ts';
import { lineage } from '../history.ts';
import { isPromise, plansOf } from '../lines-due.ts';
import type { MeasureFact } from './dataset.ts';

/** Of all years, since its figures of earlier ones are printed beside what was public then. */
export const countedFrom = (
  registers: Registers,
  measure: Measure,
): Pick<MeasureFact, 'workedOutFrom' | 'countsExempt'> => {
  const countsExempt = isAnyExempt(registers, measure);
  return { workedOutFrom: measure.workedOutFrom, ...(countsExempt && { countsExempt }) };
};

/** The same of a measure that was frozen, as what it is counted from is marked today. */
export const countsExemptNow = (
  registers: Registers,
  { key, workedOutFrom }: MeasureFact,
): boolean => {
  const row = registers.measures.get(key);
  // It may be worked out otherwise by now: its figures were not.
  return (
    row !== undefined &&
    isAnyExempt(registers, { ...row, workedOutFrom: workedOutFrom ?? row.workedOutFrom })
  );
};

const isAnyExempt = (registers: Registers, measure: Measure): boolean =>
  lineage(registers, measure)
    .flatMap((key, nth) => (nth === 0 ? measure : (registers.measures.get(key) ?? [])))
    .flatMap((each) => counted(registers, each))
    .some((of) => markedAs(registers, of).access === 'exempt');

const counted = (registers: Registers, { workedOutFrom, plan }: Measure): readonly OfRegister[] => {
  if (workedOutFrom === null) return [];
  const plans = plansOf(registers, plan);
  if (workedOutFrom === 'savings achieved')
    return plans
      .flatMap((each) => registers.savings.where('plan', each))
      .filter(({ stage, required }) => stage !== 'pipeline' && (required ?? 0) > 0)
      .map((row) => ({ register: 'savings', row }));
  return plans
    .flatMap((each) => registers.actions.where('plan', each))
    .filter((row) => !isPromise(row))
    .map((row) => ({ register: 'actions', row }));
};

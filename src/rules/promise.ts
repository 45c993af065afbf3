// What was promised for a measure before: the corrective action of an earlier period that is still open.
import type { Action } from '../registers/actions.ts';
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { lineage } from './history.ts';
import { lastMonth, type Period, parsePeriod } from './period.ts';

/**
 * The newest corrective action that a return of an earlier period promised, by the measure or its
 * rows in earlier plans, and that is neither complete nor stopped. Null: nothing is open.
 */
export const promiseBefore = (
  registers: Pick<Registers, 'measures' | 'returns' | 'actions'>,
  measure: Measure,
  period: Period,
): Action | null => {
  const open = lineage(registers, measure)
    .flatMap((key) => registers.returns.where('measure', key))
    .flatMap((row) => {
      const ended = parsePeriod(row.period);
      const promised = row.action === null ? undefined : registers.actions.get(row.action);
      if (ended === null || promised === undefined) return [];
      const action = carriedInto(registers, measure.plan, promised);
      return isOpen(action) ? [{ month: lastMonth(ended), action }] : [];
    })
    .filter(({ month }) => month < lastMonth(period))
    .toSorted((one, other) => other.month - one.month);
  return open[0]?.action ?? null;
};

/** An action that went forward into a later plan is followed up there. */
const carriedInto = (
  registers: Pick<Registers, 'actions'>,
  plan: string,
  promised: Action,
): Action =>
  sameKey(promised.plan, plan)
    ? promised
    : (registers.actions
        .where('plan', plan)
        .find((row) => goesOnFrom(registers, row, promised.key)) ?? promised);

const goesOnFrom = (
  registers: Pick<Registers, 'actions'>,
  row: Action,
  earlier: string,
): boolean => {
  const seen = new Set<string>();
  let next: Action | undefined = row;
  while (next && next.continues !== null && !seen.has(next.key)) {
    if (sameKey(next.continues, earlier)) return true;
    seen.add(next.key);
    next = registers.actions.get(next.continues);
  }
  return false;
};

/** Not complete, and not stopped. */
export const isOpen = ({ status, completedOn }: Action): boolean =>
  status !== 'complete' && status !== 'stopped' && !(status === null && completedOn !== null);

// The rows of a plan besides its measures, those of its sections too, in the plan's order.
import type { Line } from '../../registers/line-name.ts';
import type { Registers, Row, Table } from '../../registers/registers.ts';
import { plansOf } from '../lines-due.ts';
import { inPlanOrder } from '../plan-order.ts';

type Planned = 'actions' | 'projects' | 'savings' | 'risks' | 'budgets';

export const rowsOfPlan = <N extends Planned>(
  registers: Registers,
  name: N,
  plan: string,
): readonly Row<N>[] => {
  const table: Pick<Table<Planned>, 'where'> = registers[name];
  const rows = plansOf(registers, plan).flatMap((each) => table.where('plan', each));
  return rows.toSorted(inPlanOrder) as unknown as readonly Row<N>[];
};

export type WorkLine = { readonly line: Line; readonly team: string | null };

/** Every line of work, risk and money of a plan, with the team that answers for it. */
export const workOf = (registers: Registers, plan: string): readonly WorkLine[] =>
  (['actions', 'projects', 'savings', 'risks', 'budgets'] as const).flatMap((register) =>
    rowsOfPlan(registers, register, plan).map((row) => ({
      line: { register, key: row.key },
      team: 'team' in row ? row.team : null,
    })),
  );

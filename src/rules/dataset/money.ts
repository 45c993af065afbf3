// What a cycle's dataset says of its plan's money, beside its performance.
import type { Budget } from '../../registers/budgets.ts';
import type { Cycle } from '../../registers/cycles.ts';
import type { Registers } from '../../registers/registers.ts';
import { accessOf } from '../access.ts';
import type { MoneyFact } from './dataset.ts';
import { groupsOfLine } from './groups.ts';
import { rowsOfPlan } from './plan-rows.ts';
import { isOfYear } from './saving-figures.ts';

/**
 * The plan's budget lines in its order: revenue and capital of the cycle's year or of none; reserves and
 * known gaps of any year, since they look ahead. In pounds; totals as printed, marked so.
 */
export const gatherMoney = (registers: Registers, cycle: Cycle): readonly MoneyFact[] => {
  const groupsOf = groupsOfLine(registers, cycle.plan);
  return rowsOfPlan(registers, 'budgets', cycle.plan)
    .filter(({ kind, year }) => isOfAnyYear(kind) || isOfYear(year, cycle))
    .map((row) => ({
      key: row.key,
      code: row.code,
      title: row.title,
      kind: row.kind,
      year: row.year,
      groups: groupsOf({ register: 'budgets', key: row.key }, null),
      budget: row.amount,
      forecast: expected(row),
      variance: variance(row),
      savingsRequired: row.savingsRequired,
      savingsAchieved: row.savingsAchieved,
      isTotal: row.isTotal,
      access: accessOf(row),
      exemptUnder: row.exemptUnder,
    }));
};

const isOfAnyYear = (kind: Budget['kind']): boolean => kind === 'reserves' || kind === 'known gap';

/** What the year is expected to come to; what it came to, once that is known. */
const expected = ({ forecast, outturn }: Budget): number | null => outturn ?? forecast;

/** Worked out from the two figures printed beside it; as given where one of them is not known. */
const variance = (row: Budget): number | null => {
  const forecast = expected(row);
  return forecast === null || row.amount === null ? row.variance : forecast - row.amount;
};

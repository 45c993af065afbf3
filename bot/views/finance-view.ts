// What the Report card shows of a plan's money: the lines of its budget a page at a time, each with its
// budget, what was last forecast, and what the forecast being typed comes to.
import type { Budget } from '../../src/registers/budgets.ts';
import type { Plan } from '../../src/registers/plans.ts';
import type { Registers } from '../../src/registers/registers.ts';
import type { Return } from '../../src/registers/returns.ts';
import { valueInUnit } from '../../src/rules/compute-value.ts';
import { readNumber } from '../../src/rules/read-number.ts';
import type { Asks, BudgetLine, LineTyped } from '../cards/report.ts';
import { moneyField, typedIn } from '../cards/report.ts';
import { linesOf, pounds, varianceWords } from './report-words.ts';

/** More would push a card past 28 KB, and its button off the screen for ever. */
export const linesOnAPage = 12;

type Finance = {
  readonly registers: Registers;
  readonly return: Return;
  readonly refusal: { readonly field: string | null } | null;
  readonly page?: number;
};

/** A refusal brings back the page its line is on. */
export const financeAsks = (
  { registers, return: asked, refusal, page = 1 }: Finance,
  plan: Plan,
  typed: LineTyped,
): Extract<Asks, { of: 'finance' }> => {
  const lines = linesOf(registers, plan.key, asked);
  const of = Math.max(1, Math.ceil(lines.length / linesOnAPage));
  const field = refusal?.field ?? null;
  const at = field === null ? -1 : lines.findIndex((each) => isOf(each, field));
  const wanted = at === -1 ? page : Math.floor(at / linesOnAPage) + 1;
  const number = Math.min(Math.max(1, wanted), of);
  const from = (number - 1) * linesOnAPage;
  return {
    of: 'finance',
    lines: lines.slice(from, from + linesOnAPage).map((each) => budgetLine(each, typed)),
    page: { number, of },
  };
};

const isOf = ({ key }: Budget, field: string): boolean =>
  field === moneyField('forecast', key) || field === moneyField('savingsAchieved', key);

const budgetLine = (line: Budget, typed: LineTyped): BudgetLine => ({
  key: line.key,
  name: line.title,
  facts: [
    line.amount === null ? 'Its budget is not in the register' : `Budget ${pounds(line.amount)}`,
    line.forecast === null ? 'no forecast yet' : `last forecast ${pounds(line.forecast)}`,
  ],
  variance: comesTo(line, typedIn(typed, moneyField('forecast', line.key))),
  savingsRequired: line.savingsRequired === null ? null : pounds(line.savingsRequired),
});

const inPounds = { unit: '£', decimals: 0, per: null };

/** "£425,000 over budget"; null where the forecast cannot be read, or there is no budget to hold it to. */
const comesTo = ({ amount }: Budget, typed: string): string | null => {
  const read = readNumber(typed);
  const forecast = 'value' in read ? valueInUnit(inPounds, read) : null;
  if (forecast === null || amount === null) return null;
  return varianceWords(forecast - amount);
};

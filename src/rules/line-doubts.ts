// What is asked once more before a report of a line is saved: what cannot well be, or can hardly be. Each
// is a sentence. Figures of measures are doubted in doubts.ts.
import type { Budget } from '../registers/budgets.ts';
import type { Risk } from '../registers/risks.ts';
import type { Saving } from '../registers/savings.ts';
import { farFromLast } from './doubts.ts';
import { pounds } from './line-fault.ts';

/** Work seldom goes backwards; a percentage that does is more often a slip. */
export const percentDoubts = (last: number | null, percent: number | null): readonly string[] =>
  last !== null && percent !== null && percent < last
    ? [`${percent}% complete is less than the ${last}% reported before.`]
    : [];

/** One that was closed since it was asked about may still be reviewed a last time; it stays closed. */
export const riskDoubts = ({ state }: Pick<Risk, 'state'>): readonly string[] =>
  state === 'closed' ? ['This risk was closed in the register since you were asked.'] : [];

type Money = { readonly achieved: number; readonly forecast: number };

/**
 * More than five times what is required, less than was achieved before in the year, or a year that is to
 * bring less than is achieved already.
 */
export const savingDoubts = (
  before: Pick<Saving, 'required' | 'achieved'>,
  { achieved, forecast }: Money,
): readonly string[] => [
  ...farOver('Achieved', achieved, before.required),
  ...farOver('Forecast', forecast, before.required),
  ...(achieved < 0 ? [`Achieved is ${pounds(achieved)}, less than nothing.`] : []),
  ...(before.achieved !== null && achieved >= 0 && achieved < before.achieved
    ? [`Achieved is ${pounds(achieved)}, less than the ${pounds(before.achieved)} reported before.`]
    : []),
  ...(forecast < achieved && achieved > 0
    ? [`The forecast of ${pounds(forecast)} is less than the ${pounds(achieved)} achieved already.`]
    : []),
];

const farOver = (what: string, value: number, required: number | null): readonly string[] =>
  required !== null && required > 0 && value > required * farFromLast
    ? [
        `${what} is ${pounds(value)}: more than ${farFromLast} times the ${pounds(required)} required.`,
      ]
    : [];

/** A forecast five times its budget or more, or with the other sign: income for spending. */
export const forecastDoubts = (
  { title, amount }: Pick<Budget, 'title' | 'amount'>,
  forecast: number,
): readonly string[] => {
  if (amount === null || amount === 0 || forecast === 0) return [];
  if (Math.sign(forecast) !== Math.sign(amount))
    return [
      `${title}: a forecast of ${pounds(forecast)} has not the sign of its budget, ${pounds(amount)}.`,
    ];
  return Math.abs(forecast) >= Math.abs(amount) * farFromLast
    ? [
        `${title}: a forecast of ${pounds(forecast)} is ${farFromLast} times its budget of ${pounds(amount)}, or more.`,
      ]
    : [];
};

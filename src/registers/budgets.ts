// Budgets: money by priority and year, in pounds. Blank is not known, never nought; totals are kept as
// printed beside the lines they should add up to.
import { choice, date, number, type RowOf, register, text, title, yesNo } from './register.ts';
import { query } from './shared-columns.ts';

export const budgets = register({
  list: 'Budgets',
  row: 'a line of a budget',
  keyIs: 'plan|code',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    code: text('Code', { required: true }),
    kind: choice('Kind', ['revenue', 'capital', 'reserves', 'known gap'], { required: true }),
    priority: text('Priority', { indexed: true, pointsAt: 'Priorities' }),
    owner: text('Owner', { indexed: true, pointsAt: 'People', note: 'Who forecasts it.' }),
    year: text('Year', { note: 'Financial year: 2020-21.' }),
    asAt: date('As at', { note: 'The day of a balance. Blank for a year.' }),
    amount: number('Budget (£)', { note: 'Income is negative; reserves are a balance.' }),
    savingsRequired: number('Savings required (£)'),
    savingsAchieved: number('Savings achieved (£)'),
    forecast: number('Forecast outturn (£)'),
    outturn: number('Outturn (£)'),
    variance: number('Variance (£)', { note: 'Forecast less budget: over is positive.' }),
    isTotal: yesNo('Total', { note: 'A total as printed, not to be added again.' }),
    position: number('Position'),
    query,
  },
});
export type Budget = RowOf<typeof budgets>;

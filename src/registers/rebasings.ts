// Rebasings: from which period on a control chart's limits are worked out afresh, and why. How they are is
// decided in rules/chart.
import { date, longText, type RowOf, register, text, title } from './register.ts';

export const rebasings = register({
  list: 'Rebased limits',
  row: 'a period from which control limits begin again',
  keyIs: 'measure|period',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    measure: text('Measure', { required: true, indexed: true, pointsAt: 'Measures' }),
    period: text('From period', { required: true }),
    on: date('Decided on', { required: true }),
    by: text('Decided by', { pointsAt: 'People' }),
    because: longText('Because', { required: true }),
  },
});
export type Rebasing = RowOf<typeof rebasings>;

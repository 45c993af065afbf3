// Restatements: a figure that was corrected after its dataset was frozen. The dataset stays as it was; a
// report says the correction beside the figure, with its date.
import { date, longText, number, type RowOf, register, text, title } from './register.ts';

export const restatements = register({
  list: 'Restatements',
  row: 'a correction of a frozen figure',
  keyIs: 'dataset|measure|period|revision',
  appendOnly: true,
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    dataset: text('Dataset', { required: true, indexed: true, pointsAt: 'Frozen datasets' }),
    line: text('About', { required: true, note: 'A line of a register: "Measures: plan|code".' }),
    period: text('Period', { required: true }),
    was: number('Was', { note: 'As frozen. Blank was not yet returned.' }),
    is: number('Is'),
    numerator: number('Numerator is', { note: 'Of the figure as it is; blank where it has none.' }),
    denominator: number('Denominator is'),
    on: date('Restated on', { required: true }),
    by: text('Restated by', { pointsAt: 'People' }),
    because: longText('Because'),
  },
});
export type Restatement = RowOf<typeof restatements>;

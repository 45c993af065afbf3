// Frozen datasets: what a cycle's reports are made from, for ever, as it stood at the close. Its contents
// are in Frozen figures, in parts; the hash is of those parts together.
import { instant, number, type RowOf, register, text, title } from './register.ts';

export const datasets = register({
  list: 'Frozen datasets',
  row: "a closed cycle's figures, as one dataset",
  keyIs: 'cycle',
  appendOnly: true,
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    cycle: text('Cycle', { required: true, indexed: true, pointsAt: 'Cycles' }),
    frozenAt: instant('Frozen at', { required: true }),
    hash: text('SHA-256', { required: true, note: 'Of all its parts joined, in hexadecimal.' }),
    parts: number('Parts', { required: true }),
    measures: number('Measures'),
  },
});
export type FrozenDataset = RowOf<typeof datasets>;

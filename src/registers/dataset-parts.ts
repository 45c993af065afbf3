// Frozen figures: the contents of a frozen dataset, in parts that a list's cell can hold.
import { longText, number, type RowOf, register, text, title } from './register.ts';

export const datasetParts = register({
  list: 'Frozen figures',
  row: 'a part of a frozen dataset',
  keyIs: 'cycle|start of its hash|number',
  appendOnly: true,
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    dataset: text('Dataset', { required: true, indexed: true, pointsAt: 'Frozen datasets' }),
    part: number('Part', { required: true }),
    content: longText('Contents', {
      required: true,
      note: 'JSON, cut where the cell is full: joined in order, the parts are the dataset.',
    }),
  },
});
export type DatasetPart = RowOf<typeof datasetParts>;

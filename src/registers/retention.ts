// Retention: for how long the council keeps the rows of a list. A list that has no row here is kept for good.
// Which rows are of an age, and which lists can be given one, is decided in rules/retention.
import { longText, number, type RowOf, register, title } from './register.ts';

export const retention = register({
  list: 'Retention',
  row: 'for how long the rows of a list are kept',
  keyIs: 'list',
  columns: {
    title: title('List'),
    months: number('Kept for (months)', {
      required: true,
      note: 'A whole number, 6 at the least. Of People: after Left on, and then names are taken out, the row stays.',
    }),
    because: longText('Because', { note: 'The schedule or law it comes of.' }),
  },
});
export type Retention = RowOf<typeof retention>;

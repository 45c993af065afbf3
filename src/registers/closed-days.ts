// Closed days: bank holidays and the council's own closures; working days are counted round them.
import { choice, date, type RowOf, register, title } from './register.ts';

export const closedDays = register({
  list: 'Closed days',
  row: 'a day the council is closed',
  keyIs: 'date',
  columns: {
    title: title('Name'),
    date: date('Date', { required: true }),
    kind: choice('Kind', ['bank holiday', 'council closure'], { required: true }),
  },
});
export type ClosedDay = RowOf<typeof closedDays>;

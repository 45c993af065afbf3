// Reports: one roll-up of one cycle; its figures are in Report lines.
import { choice, instant, number, type RowOf, register, text, title } from './register.ts';

export const reports = register({
  list: 'Reports',
  row: "a cycle's roll-up",
  keyIs: 'cycle',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    cycle: text('Cycle', { required: true, indexed: true, pointsAt: 'Cycles' }),
    state: choice('State', ['Live', 'Closed', 'Withdrawn'], { required: true }),
    build: number('Build', { note: 'How many times its figures have been written.' }),
    builtAt: instant('Built at'),
  },
});
export type Report = RowOf<typeof reports>;

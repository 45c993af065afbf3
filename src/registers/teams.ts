// Teams: who owns measures together, under which directorate, led by whom.
import { type RowOf, register, text, title } from './register.ts';

export const teams = register({
  list: 'Teams',
  row: 'a team',
  keyIs: 'team code',
  columns: {
    title: title('Name'),
    plan: text('Plan', { indexed: true, pointsAt: 'Plans' }),
    directorate: text('Directorate', { required: true, indexed: true }),
    manager: text('Manager', { pointsAt: 'People' }),
  },
});
export type Team = RowOf<typeof teams>;

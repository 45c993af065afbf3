// Priorities: what the council has said matters most, by the plan's own codes.
import { number, type RowOf, register, text, title } from './register.ts';

export const priorities = register({
  list: 'Priorities',
  row: 'a priority of a plan',
  keyIs: 'plan|code',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    code: text('Code', { required: true }),
    position: number('Position', { note: 'Order in which the plan prints it.' }),
  },
});
export type Priority = RowOf<typeof priorities>;

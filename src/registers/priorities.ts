// Priorities: what the council has said matters most, by the plan's own codes.
import {
  choice,
  keys,
  lines,
  longText,
  number,
  type RowOf,
  register,
  text,
  title,
} from './register.ts';
import { query } from './shared-columns.ts';

/** Whether the document says so, or we read it that way. */
export const linkGrounds = ['printed', 'our judgement'] as const;

export const priorities = register({
  list: 'Priorities',
  row: 'a priority or mission of a plan',
  keyIs: 'plan|code',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    code: text('Code', { required: true }),
    kind: choice('Kind', ['priority', 'mission', 'workforce priority']),
    serves: lines('Serves'),
    succeeds: keys('Succeeds', {
      pointsAt: 'Priorities',
      note: 'The priorities of an earlier plan that it took the place of.',
    }),
    succeedsBy: choice('Succeeds by', linkGrounds),
    challenges: longText('Key challenges', { note: 'One to a line.' }),
    position: number('Position', { note: 'Order in which the plan prints it.' }),
    query,
  },
});
export type Priority = RowOf<typeof priorities>;

// Outcomes: what should be different for people once an objective is met.
import { lines, number, type RowOf, register, text, title } from './register.ts';

export const outcomes = register({
  list: 'Outcomes',
  row: 'a target outcome of an objective',
  keyIs: 'plan|code',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    code: text('Code', { required: true }),
    objective: text('Objective', { indexed: true, pointsAt: 'Objectives' }),
    serves: lines('Serves'),
    position: number('Position'),
  },
});
export type Outcome = RowOf<typeof outcomes>;

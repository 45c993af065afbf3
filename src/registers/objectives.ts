// Objectives: what a section of a plan sets out to do, and the priorities it serves.
import { keys, number, type RowOf, register, text, title } from './register.ts';

export const objectives = register({
  list: 'Objectives',
  row: 'an objective of a section',
  keyIs: 'plan|section code.number',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    section: text('Section', { required: true, indexed: true, pointsAt: 'Plans' }),
    code: text('Code', { required: true }),
    serves: keys('Serves', {
      pointsAt: 'Priorities',
      note: 'Blank where the plan prints no code, as for enabling functions.',
    }),
    position: number('Position'),
  },
});
export type Objective = RowOf<typeof objectives>;

// Objectives: what a plan, or a section of it, sets out to do, and what that serves.

import { linkGrounds } from './priorities.ts';
import { choice, keys, lines, number, type RowOf, register, text, title } from './register.ts';

export const objectives = register({
  list: 'Objectives',
  row: 'an objective of a plan',
  keyIs: 'plan|code',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    section: text('Section', { indexed: true, pointsAt: 'Plans' }),
    code: text('Code', { required: true }),
    kind: choice('Kind', ['objective', 'workstream']),
    serves: lines('Serves', {
      note: 'Blank where the plan prints no code, as for enabling functions.',
    }),
    succeeds: keys('Succeeds', { pointsAt: 'Objectives' }),
    succeedsBy: choice('Succeeds by', linkGrounds),
    position: number('Position'),
  },
  migrations: [{ noLongerRequired: 'section' }, { nowLines: 'serves', wereKeysOf: 'Priorities' }],
});
export type Objective = RowOf<typeof objectives>;

// Actions: the key activities of a plan and their milestones, each with an owner, a date and how far
// it has come. How often they are reported is decided in rules/action-reporting.ts.
import {
  choice,
  date,
  lines,
  longText,
  number,
  type RowOf,
  register,
  text,
  title,
} from './register.ts';
import { percent, status } from './shared-columns.ts';

export const actions = register({
  list: 'Actions',
  row: 'a key activity, or a milestone of one',
  keyIs: 'plan|code',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    code: text('Code', { required: true }),
    kind: choice('Kind', ['activity', 'milestone', 'corrective action', 'recovery plan'], {
      required: true,
    }),
    section: text('Section', { indexed: true, pointsAt: 'Plans' }),
    parent: text('Parent', {
      indexed: true,
      pointsAt: 'Actions',
      note: 'The activity a milestone belongs to.',
    }),
    continues: text('Continues', { pointsAt: 'Actions', note: 'Its row in an earlier plan.' }),
    serves: lines('Serves'),
    team: text('Team', { indexed: true, pointsAt: 'Teams' }),
    owner: text('Owner', { indexed: true, pointsAt: 'People' }),
    startsOn: date('Starts on'),
    dueOn: date('Due on'),
    completedOn: date('Completed on'),
    percent,
    status,
    commentary: longText('Commentary'),
    position: number('Position'),
  },
  views: [
    {
      name: 'By due date',
      columns: ['dueOn', 'title', 'code', 'team', 'owner', 'percent', 'status'],
      sort: [{ by: 'dueOn' }],
    },
    {
      name: 'Not done, by due date',
      columns: ['dueOn', 'title', 'code', 'team', 'owner', 'percent', 'status'],
      where: [{ column: 'status', isNot: ['complete', 'stopped'] }],
      sort: [{ by: 'dueOn' }],
    },
  ],
});
export type Action = RowOf<typeof actions>;

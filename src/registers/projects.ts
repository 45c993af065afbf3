// Projects: improvement projects, rapid improvements and transformation reviews, with what each leans
// on. How many may be live at once is decided in rules/live-projects.ts.
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
  yesNo,
} from './register.ts';
import { percent, query, stage, status } from './shared-columns.ts';

export const projects = register({
  list: 'Projects',
  row: 'an improvement project, a rapid improvement or a transformation review',
  keyIs: 'plan|code',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    code: text('Code', { required: true }),
    kind: choice('Kind', ['improvement project', 'rapid improvement', 'transformation review'], {
      required: true,
    }),
    section: text('Section', { indexed: true, pointsAt: 'Plans' }),
    continues: text('Continues', { pointsAt: 'Projects', note: 'Its row in an earlier plan.' }),
    serves: lines('Serves'),
    team: text('Team', { indexed: true, pointsAt: 'Teams' }),
    owner: text('Lead', { indexed: true, pointsAt: 'People' }),
    agreedWith: text('Agreed with', {
      note: 'The portfolio holder who agreed a rapid improvement.',
    }),
    agreedOn: date('Agreed on'),
    phase: text('Phase'),
    stage,
    challenge: longText('Challenge'),
    inScope: longText('In scope'),
    outOfScope: longText('Out of scope'),
    constraints: longText('Constraints'),
    outcomes: longText('Outcomes to be achieved'),
    impactAssessment: longText('Impact assessment'),
    dependsOn: lines('Depends on', { note: 'Other projects and lines of plans that it leans on.' }),
    dependsOnAll: yesNo('Depends on all', {
      note: 'Every other project of its plan and phase, those added later too.',
    }),
    alsoDependsOn: longText('Also depends on', {
      note: 'Work that no register holds, one to a line.',
    }),
    startsOn: date('Starts on'),
    dueOn: date('Due on'),
    completedOn: date('Completed on'),
    percent,
    status,
    commentary: longText('Commentary'),
    position: number('Position'),
    query,
  },
  views: [
    {
      name: 'Live',
      columns: ['title', 'code', 'kind', 'team', 'owner', 'dueOn', 'percent', 'status'],
      where: [{ column: 'stage', is: 'live' }],
      sort: [{ by: 'dueOn' }],
    },
  ],
});
export type Project = RowOf<typeof projects>;

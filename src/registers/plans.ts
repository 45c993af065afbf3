// Plans: the council's plans, whose child each is, and the sections (themes, functions) that make them
// up. A whole plan's Key is its Plan; its settings for collecting returns are kept with it.
import {
  choice,
  date,
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

export const planKinds = [
  'strategic',
  'delivery',
  'operating',
  'divisional',
  'thematic',
  'team',
  'policy framework',
  'programme',
] as const;
export type PlanKind = (typeof planKinds)[number];

export const plans = register({
  list: 'Plans',
  row: 'a plan, or a section of one',
  keyIs: 'plan code, or plan|section code',
  columns: {
    title: title('Name'),
    plan: text('Plan', {
      required: true,
      indexed: true,
      note: 'The whole plan this row is part of.',
    }),
    parent: text('Parent', {
      pointsAt: 'Plans',
      note: 'The plan a section is of, or the plan a whole plan hangs from.',
    }),
    succeeds: text('Succeeds', { pointsAt: 'Plans', note: 'The plan it took the place of.' }),
    code: text('Code', { required: true }),
    kind: choice('Kind', planKinds),
    year: text('Year', { note: 'Financial year, 2020-21. Blank where a plan spans several.' }),
    serves: lines('Serves'),
    vision: longText('Vision'),
    lead: text('Lead', { pointsAt: 'People' }),
    team: text('Team', { indexed: true, pointsAt: 'Teams', note: 'Whose plan a team plan is.' }),
    portfolioHolder: text('Portfolio holder', { note: 'A post, never a name.' }),
    partners: keys('Partners'),
    approvingBody: text('Approved by', { pointsAt: 'Boards' }),
    approvedOn: date('Approved on'),
    startsOn: date('Starts on'),
    endsOn: date('Ends on'),
    reviewOn: date('Review on'),
    quarterlyDueDay: number('Quarterly returns due on working day'),
    monthlyDueDay: number('Monthly returns due on working day'),
    targetsSetIn: number('Targets are set in quarter'),
    mostMeasures: number('Strategic measures at most'),
    liveAtOnce: number('Savings projects live at once', { note: 'A guide, never a limit.' }),
    query,
  },
});
export type Plan = RowOf<typeof plans>;

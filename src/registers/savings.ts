// Savings: efficiency and productivity commitments, in pounds. Blank is not known, never nought.
import { choice, lines, longText, number, type RowOf, register, text, title } from './register.ts';
import { query, stage, status } from './shared-columns.ts';

/** The eight kinds of opportunity the rolling programme looks for, under short names of our own. */
export const savingCategories = [
  'trading',
  'commissioning and contracts',
  'less third-party cost',
  'high cost against peers',
  'digital',
  'process removal',
  'voluntary sector delivery',
  'workforce cost',
] as const;
export type SavingCategory = (typeof savingCategories)[number];

export const savings = register({
  list: 'Savings',
  row: 'an efficiency and productivity commitment',
  keyIs: 'plan|code',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    code: text('Code', { required: true }),
    category: choice('Category', savingCategories),
    section: text('Section', { indexed: true, pointsAt: 'Plans' }),
    project: text('Project', { pointsAt: 'Projects', note: 'The project that is to deliver it.' }),
    serves: lines('Serves'),
    team: text('Team', { indexed: true, pointsAt: 'Teams' }),
    owner: text('Owner', { indexed: true, pointsAt: 'People' }),
    year: text('Year', { note: 'Financial year: 2020-21.' }),
    stage,
    required: number('Required (£)'),
    achieved: number('Achieved (£)'),
    forecast: number('Forecast (£)', { note: 'What the year is expected to bring.' }),
    fullYearEffect: number('Full-year effect (£)'),
    status,
    commentary: longText('Commentary'),
    position: number('Position'),
    query,
  },
  views: [
    {
      name: 'By category',
      columns: ['title', 'code', 'required', 'achieved', 'forecast', 'fullYearEffect', 'status'],
      group: 'category',
      sort: [{ by: 'code' }],
    },
  ],
});
export type Saving = RowOf<typeof savings>;

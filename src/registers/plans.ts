// Plans: the council's plans and the sections (themes, functions) that make them up.
import { choice, type RowOf, register, text, title } from './register.ts';

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
    parent: text('Parent', { pointsAt: 'Plans', note: 'Blank for a whole plan.' }),
    code: text('Code', { required: true }),
    kind: choice('Kind', [
      'strategic',
      'delivery',
      'operating',
      'divisional',
      'thematic',
      'team',
      'policy framework',
      'programme',
    ]),
    year: text('Year', { note: 'Financial year, 2020-21. Blank where a plan spans several.' }),
  },
});
export type Plan = RowOf<typeof plans>;

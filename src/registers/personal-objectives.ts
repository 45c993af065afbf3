// Personal objectives: the last length of the thread, from a team plan to one person's own aims. Kept
// apart and off by default: the product shows them to the person and their manager alone
// (rules/personal-objectives.ts), but whoever owns the list in SharePoint can open it.
import { date, lines, longText, type RowOf, register, text, title } from './register.ts';
import { percent, status } from './shared-columns.ts';

export const personalObjectives = register({
  list: 'Personal objectives',
  row: "an objective of a person's own",
  keyIs: 'person|year|number',
  apart: true,
  columns: {
    title: title('Name'),
    plan: text('Team plan', { indexed: true, pointsAt: 'Plans' }),
    person: text('Person', { required: true, indexed: true, pointsAt: 'People' }),
    manager: text('Agreed with', { indexed: true, pointsAt: 'People' }),
    year: text('Year', { required: true, note: 'Financial year: 2020-21.' }),
    serves: lines('Serves', { note: 'Lines of the team plan.' }),
    targets: longText('Targets', { note: 'One to a line.' }),
    dueOn: date('Due on'),
    percent,
    status,
    agreedOn: date('Agreed on'),
    commentary: longText('Commentary'),
  },
});
export type PersonalObjective = RowOf<typeof personalObjectives>;

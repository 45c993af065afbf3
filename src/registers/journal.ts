// Journal: who changed what, when, from what, to what, and why. Nothing in it is ever changed.
import { choice, instant, longText, type RowOf, register, text, title } from './register.ts';

export const journalSources = [
  'card',
  'tab',
  'command',
  'import',
  'list edited by hand',
  'product',
] as const;
export type JournalSource = (typeof journalSources)[number];

export const journal = register({
  list: 'Journal',
  row: 'a change to a row',
  keyIs: 'what was accepted|number',
  appendOnly: true,
  columns: {
    title: title('What'),
    plan: text('Plan', { indexed: true, pointsAt: 'Plans' }),
    register: text('Register', { required: true }),
    row: text('Row', { required: true, indexed: true, note: 'The list and the Key of the row.' }),
    by: text('Who', {
      indexed: true,
      pointsAt: 'People',
      note: 'Blank is the product itself or the command line.',
    }),
    at: instant('When', { required: true }),
    from: longText('From', { note: 'Column: value, one to a line.' }),
    to: longText('To', { note: 'Column: value, one to a line.' }),
    why: longText('Why'),
    source: choice('Source', journalSources, { required: true }),
  },
  views: [
    {
      name: 'Newest first',
      columns: ['at', 'title', 'row', 'by', 'from', 'to', 'why', 'source'],
      sort: 'newest',
    },
  ],
});
export type JournalEntry = RowOf<typeof journal>;

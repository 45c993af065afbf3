// Papers: a report of a cycle for one audience, from its dataset: how far its words are cleared, when they
// freeze, and when it was issued. What a paper says is in Paper lines.
import {
  choice,
  date,
  instant,
  keys,
  longText,
  number,
  type RowOf,
  register,
  text,
  title,
} from './register.ts';

/** Which report it is; what each holds is decided in rules/papers. */
export const paperKinds = [
  "directors' board",
  'portfolio briefing',
  'Cabinet',
  'scrutiny',
  'public',
  'delivery plan',
  'annual',
  'council tax',
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Held: it may not be published now (Publication holds). */
export const paperStates = ['Draft', 'In clearance', 'Cleared', 'Held', 'Issued'] as const;
export type PaperState = (typeof paperStates)[number];

const upToIs = 'The last change of Paper words that is in it.';

export const papers = register({
  list: 'Papers',
  row: 'a report of a cycle for one audience',
  keyIs: 'cycle|kind, or cycle|kind|board',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    cycle: text('Cycle', { required: true, indexed: true, pointsAt: 'Cycles' }),
    kind: choice('Kind', paperKinds, { required: true }),
    board: text('For', { indexed: true, pointsAt: 'Boards' }),
    meeting: text('Meeting', { pointsAt: 'Meetings' }),
    meetsOn: date('Meets on', { note: 'As it was to be when the paper was issued.' }),
    state: choice('State', paperStates, { required: true }),
    dataset: text('Dataset', { pointsAt: 'Frozen datasets' }),
    hash: text('SHA-256', { note: 'Of the dataset it was made from.' }),
    finance: instant('Cleared by finance at'),
    financeBy: text('Cleared for finance by', { pointsAt: 'People' }),
    financeUpTo: number('Words as cleared by finance', { note: upToIs }),
    legal: instant('Cleared by legal at'),
    legalBy: text('Cleared for legal by', { pointsAt: 'People' }),
    legalUpTo: number('Words as cleared by legal', { note: upToIs }),
    portfolio: instant('Cleared by the portfolio holder at'),
    portfolioBy: text('Portfolio clearance recorded by', { pointsAt: 'People' }),
    portfolioUpTo: number('Words as cleared by the portfolio holder', { note: upToIs }),
    wordsFrozenAt: instant('Words frozen at'),
    wordsUpTo: number('Words frozen as', { note: upToIs }),
    corrections: keys('Corrections in it', { pointsAt: 'Restatements' }),
    marked: keys('Kept back in it', {
      note: 'What was marked between the close and the issue: exempt measures plan|code.',
    }),
    issuedAt: instant('Issued at'),
    issuedBy: text('Issued by', { pointsAt: 'People' }),
    lines: number('Lines', { note: 'Rows of Paper lines, once it is issued.' }),
    note: longText('Note'),
    revision: number('Revision', { note: 'How many times the product has changed it.' }),
  },
  views: [
    {
      name: 'By quarter',
      columns: ['title', 'kind', 'board', 'meeting', 'state', 'issuedAt'],
      group: 'cycle',
    },
  ],
});
export type Paper = RowOf<typeof papers>;

// Returns: one row a line and period, what was asked of whom and what was answered. The line is a measure,
// or whatever else a cycle asks about (rules/about.ts).
// What a row held before an answer replaced it is not kept here.
import {
  choice,
  date,
  instant,
  longText,
  number,
  type RowOf,
  register,
  text,
  title,
  yesNo,
} from './register.ts';
import { workStatuses } from './shared-columns.ts';
import { returnStates } from './words.ts';

export const returnKinds = [
  'figure',
  'target',
  'final',
  'progress',
  'saving',
  'risk',
  'assurance',
  'finance',
] as const;
export type ReturnKind = (typeof returnKinds)[number];

/** Where a return that needs another's word stands; blank where it needs none. */
export const approvals = ['awaiting', 'approved', 'sent back', 'not in time'] as const;
export type Approval = (typeof approvals)[number];

export const returns = register({
  list: 'Returns',
  row: 'a return',
  keyIs: 'measure|period, or the line it is about|period',
  busy: true,
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    measure: text('Measure', {
      indexed: true,
      pointsAt: 'Measures',
      note: 'Blank where it is about something else.',
    }),
    about: text('About', {
      indexed: true,
      note: 'What it is about where that is not a measure: "Actions: plan|code".',
    }),
    period: text('Period', { required: true, indexed: true }),
    cycle: text('Cycle', {
      indexed: true,
      pointsAt: 'Cycles',
      note: 'Blank for history loaded from before.',
    }),
    kind: choice('Kind', returnKinds, {
      note: 'Blank is a figure. A target is asked for the year that is its period; a final asks for the final figure where a provisional one was given; progress is of an action, a milestone or a project.',
    }),
    state: choice('State', returnStates, { required: true, indexed: true }),
    owner: text('Owner', { indexed: true, pointsAt: 'People', note: 'Who was asked.' }),
    dueOn: date('Due on'),
    value: number('Value', { note: 'Blank is not yet returned, never zero.' }),
    numerator: number('Numerator'),
    denominator: number('Denominator'),
    finality: choice('Provisional or final', ['provisional', 'final']),
    provisionalValue: number('Provisional value', { note: 'What was first given, once restated.' }),
    restatedOn: date('Restated on'),
    commentary: longText('Commentary'),
    forecast: number('Year-end forecast', { note: 'What the owner expects for the whole year.' }),
    source: text('Source of the figure', { note: 'Where the owner says it comes from.' }),
    status: choice('Status', workStatuses, { note: 'How work goes, as its owner says.' }),
    expectedOn: date('Now expected on', { note: 'When work that is behind will be done.' }),
    likelihood: number('Likelihood', { note: 'Of a risk, with its controls: 1 to 5.' }),
    impact: number('Impact', { note: 'Of a risk, with its controls: 1 to 5.' }),
    limits: longText('Known limits', {
      note: 'What a reader must know of how good the figure is.',
    }),
    doubted: longText('Doubted', {
      note: 'What was asked before it was saved: "175 times last quarter (420)".',
    }),
    confirmedBecause: longText('Right all the same because'),
    action: text('Corrective action', {
      pointsAt: 'Actions',
      note: 'What was promised where it is off target.',
    }),
    noActionBecause: longText('No further action because'),
    noActionAcceptedBy: text('No further action accepted by', { pointsAt: 'People' }),
    noActionAcceptedOn: date('No further action accepted on'),
    approval: choice('Approval', approvals, { note: 'Blank: it needs nobody to approve it.' }),
    approver: text('Approved or sent back by', { pointsAt: 'People' }),
    approvedAt: instant('Approved or sent back at'),
    sentBackBecause: longText('Sent back because'),
    changedBecause: longText('Changed after the close because'),
    noDataUntil: date('No data until'),
    noDataReason: longText('No data because'),
    returnedBy: text('Returned by', { pointsAt: 'People' }),
    returnedAt: instant('Returned at'),
    revision: number('Revision', { note: 'How many times this return has been answered.' }),
    illustrative: yesNo('Illustrative'),
  },
  views: [
    {
      name: 'Outstanding',
      columns: ['title', 'measure', 'period', 'owner', 'dueOn'],
      where: [{ column: 'state', is: 'Due' }],
      sort: [{ by: 'dueOn' }],
    },
  ],
});
export type Return = RowOf<typeof returns>;

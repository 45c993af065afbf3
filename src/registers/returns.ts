// Returns: one row a measure and period, what was asked of whom and what was answered.
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
import { returnStates } from './words.ts';

export const returnKinds = ['figure', 'target', 'final'] as const;

export const returns = register({
  list: 'Returns',
  row: 'a return',
  keyIs: 'measure|period',
  busy: true,
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    measure: text('Measure', { required: true, indexed: true, pointsAt: 'Measures' }),
    period: text('Period', { required: true, indexed: true }),
    cycle: text('Cycle', {
      indexed: true,
      pointsAt: 'Cycles',
      note: 'Blank for history loaded from before.',
    }),
    kind: choice('Kind', returnKinds, {
      note: 'Blank is a figure. A target is asked for the year that is its period; a final asks for the final figure where a provisional one was given.',
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

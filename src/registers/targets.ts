// Targets: what a measure should reach from a date on, and how far off is still tolerable.
import {
  choice,
  date,
  longText,
  number,
  type RowOf,
  register,
  text,
  title,
  yesNo,
} from './register.ts';

export const targets = register({
  list: 'Targets',
  row: 'a target of a measure, from a date on',
  keyIs: 'measure|applies from',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    measure: text('Measure', { required: true, indexed: true, pointsAt: 'Measures' }),
    appliesFrom: date('Applies from', { required: true }),
    target: number('Target', { note: 'Blank for stay in range, which has a range instead.' }),
    rangeLow: number('Range from'),
    rangeHigh: number('Range to'),
    tolerance: number('Tolerance', {
      required: true,
      note: 'How far off target still reads amber.',
    }),
    toleranceIs: choice('Tolerance is', ['absolute', 'percent of target'], { required: true }),
    setOn: date('Set on', { note: 'It never re-rates a quarter that had closed by then.' }),
    setBy: text('Set by', { pointsAt: 'People' }),
    decision: text('Decision', {
      pointsAt: 'Decisions',
      note: 'Needed where it changes a target within its year.',
    }),
    because: longText('Because'),
    illustrative: yesNo('Illustrative'),
  },
});
export type Target = RowOf<typeof targets>;

// Targets: what a measure should reach from a date on, and how far off is still tolerable.
import {
  choice,
  date,
  keys,
  longText,
  number,
  type RowOf,
  register,
  text,
  title,
  yesNo,
} from './register.ts';

/**
 * How far a target has come: its owner proposes, the director endorses it or sends it back, Cabinet or
 * its delegate agrees.
 */
export const targetStates = ['proposed', 'sent back', 'endorsed', 'agreed'] as const;
export type TargetState = (typeof targetStates)[number];

/** What a year may have: a figure to reach, figures that set the next one's, or none, with its reason. */
export const targetKinds = ['target', 'baseline year', 'no target'] as const;
export type TargetKind = (typeof targetKinds)[number];

export const targets = register({
  list: 'Targets',
  row: 'a target of a measure, from a date on',
  keyIs: 'measure|applies from',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    measure: text('Measure', { required: true, indexed: true, pointsAt: 'Measures' }),
    appliesFrom: date('Applies from', { required: true }),
    state: choice('State', targetStates, { note: 'Blank is agreed. Only an agreed one rates.' }),
    isA: choice('Is a', targetKinds, {
      note: 'Blank is a target. A baseline year has none yet, because its first figures set it.',
    }),
    target: number('Target', { note: 'Blank for stay in range, which has a range instead.' }),
    rangeLow: number('Range from'),
    rangeHigh: number('Range to'),
    tolerance: number('Tolerance', {
      required: true,
      note: 'How far off target still reads amber.',
    }),
    toleranceIs: choice('Tolerance is', ['absolute', 'percent of target', 'to the red line'], {
      required: true,
      note: 'To the red line: what lies between target and Red below or Red above reads amber.',
    }),
    redBelow: number('Red below', { note: 'The red line on the low side.' }),
    redAbove: number('Red above', { note: 'The red line on the high side.' }),
    through: choice('Through the year', ['the same', 'evenly', 'as profiled'], {
      note: 'Blank is the same all year. Evenly: of a year to date, the share of the year that has passed. A red line, and a tolerance in the measure’s own unit, go in proportion.',
    }),
    profile: keys('Profile', {
      note: 'What should be reached by each period: 2020-21 Q1: 25, one to a line; of a range 2020-21 Q1: 3 to 5. A year without a line goes evenly.',
    }),
    setOn: date('Set on', { note: 'It never re-rates a quarter that had closed by then.' }),
    setBy: text('Set by', { pointsAt: 'People' }),
    decision: text('Decision', {
      pointsAt: 'Decisions',
      note: 'Needed where it changes a target within its year.',
    }),
    sentBackBecause: longText('Sent back because'),
    endorsedBy: text('Endorsed by', { pointsAt: 'People' }),
    endorsedOn: date('Endorsed on'),
    agreedBy: text('Agreed by', { pointsAt: 'People', note: 'Who recorded that it was agreed.' }),
    agreedOn: date('Agreed on', {
      note: 'It never re-rates a quarter that had closed by then.',
    }),
    because: longText('Because'),
    revision: number('Revision', { note: 'How many times the product has changed it.' }),
    illustrative: yesNo('Illustrative'),
  },
});
export type Target = RowOf<typeof targets>;

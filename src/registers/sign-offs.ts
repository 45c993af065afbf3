// Sign-offs: what a director, or whoever holds the section 151 officer's post, puts their name to for a
// quarter: a directorate's returns, a plan's finance.
import { choice, instant, longText, type RowOf, register, text, title } from './register.ts';

export const signOffs = register({
  list: 'Sign-offs',
  row: 'what somebody puts their name to for a quarter',
  keyIs: 'cycle|directorate, or cycle|finance',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    cycle: text('Cycle', { required: true, indexed: true, pointsAt: 'Cycles' }),
    of: choice('Of', ['directorate', 'finance'], { required: true }),
    directorate: text('Directorate', { note: 'Blank for finance.' }),
    state: choice('State', ['Waiting', 'Signed', 'Not in time'], { required: true }),
    by: text('Signed by', { pointsAt: 'People' }),
    at: instant('Signed at'),
    remarks: longText('Remarks'),
    stood: longText('Signed as it stood', {
      note: 'How many returns there were that day, how many approved, how many missing.',
    }),
  },
});
export type SignOff = RowOf<typeof signOffs>;

// Verifications: the returns picked each quarter to be checked against their evidence, and what came of it.
import { choice, date, longText, type RowOf, register, text, title } from './register.ts';

export const verificationOutcomes = [
  'borne out',
  'corrected',
  'not borne out',
  'no evidence kept',
] as const;

export const verifications = register({
  list: 'Verifications',
  row: 'a return picked to be checked against its evidence',
  keyIs: 'cycle|return',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    cycle: text('Cycle', { required: true, indexed: true, pointsAt: 'Cycles' }),
    return: text('Return', { required: true, indexed: true, pointsAt: 'Returns' }),
    why: text('Picked because', { note: 'By lot, or for what marks it out.' }),
    pickedOn: date('Picked on', { required: true }),
    outcome: choice('Outcome', verificationOutcomes, { note: 'Blank: not yet checked.' }),
    evidence: longText('Evidence seen'),
    remarks: longText('Remarks'),
    by: text('Checked by', { pointsAt: 'People' }),
    on: date('Checked on'),
  },
});
export type Verification = RowOf<typeof verifications>;

// The one decision the Operating Plan dates: the money behind it. The strategic measures, agreed by
// Cabinet in July 2020, are printed without a day and so are not a row.
import { newRow } from '../../../registers/new-row.ts';
import type { Row } from '../../../registers/registers.ts';
import { keyed, plan } from '../plan.ts';

const day = Temporal.PlainDate.from('2020-03-06');
const meeting = `council|${day}`;

export const operatingPlanMeetings: readonly Row<'meetings'>[] = [
  newRow('meetings', {
    key: meeting,
    title: 'Council, 6 March 2020',
    board: 'council',
    meetsOn: day,
    state: 'held',
  }),
];

export const operatingPlanDecisions: readonly Row<'decisions'>[] = [
  newRow('decisions', {
    key: 'medium-term-financial-strategy-2020',
    title: 'Medium-term financial strategy agreed',
    plan,
    board: 'council',
    meeting,
    decidedOn: day,
    about: ['Revenue net', 'Revenue total', 'Capital total 2020-21', 'Reserves total 2020'].map(
      (code) => `Budgets: ${keyed(code)}`,
    ),
  }),
];

// Cycles: one quarter's asking, its calendar and its reminder ladder, all of it settings.
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
} from './register.ts';

export const cycleStates = ['Planned', 'Open', 'Suspended', 'Closed', 'Withdrawn'] as const;
export type CycleState = (typeof cycleStates)[number];

export const cycles = register({
  list: 'Cycles',
  row: "a quarter's collection",
  keyIs: 'plan|quarter',
  busy: true,
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    period: text('Quarter', { required: true }),
    state: choice('State', cycleStates, { required: true }),
    opensOn: date('Opens on', { required: true }),
    sendAt: text('Cards go out at', { required: true, note: 'Local time, 24 hours: 09:30.' }),
    quietFrom: text('Nothing is sent from', { note: 'Local time; blank is 18:00.' }),
    quietUntil: text('Nothing is sent until', { note: 'Local time; blank is 08:00.' }),
    dueWorkingDay: number('Due on working day', {
      required: true,
      note: 'Working days after the quarter ends; the framework says ten.',
    }),
    remindBefore: number('Remind (working days before)', { required: true }),
    managerAfter: number('Tell the manager (working days after)', { required: true }),
    smtAfter: number('Tell SMT (working days after)', { required: true }),
    closeAfter: number('Close (working days after)', { required: true }),
    openedAt: instant('Opened at'),
    closedAt: instant('Closed at'),
    withdrawnAt: instant('Withdrawn at'),
    withdrawnReason: longText('Withdrawn because'),
    suspendedBy: text('Suspended by', {
      pointsAt: 'Decisions',
      note: 'The decision that suspended it; nothing is asked or chased until it goes on.',
    }),
    revision: number('Revision', { note: 'How many times the product has changed its state.' }),
    changedBy: text('Changed by', { pointsAt: 'People' }),
  },
});
export type Cycle = RowOf<typeof cycles>;

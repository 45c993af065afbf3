// Notifications: every step of every person's ladder, in exactly one state.
import {
  choice,
  date,
  instant,
  number,
  type RowOf,
  register,
  text,
  title,
  yesNo,
} from './register.ts';
import { notificationStates, steps } from './words.ts';

export const notifications = register({
  list: 'Notifications',
  row: 'a message to a person, or the reason there was none',
  keyIs:
    'person|cycle|step, then |about where it is about someone else, |on where it may come again',
  busy: true,
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    person: text('Person', { required: true, indexed: true, pointsAt: 'People' }),
    cycle: text('Cycle', { required: true, indexed: true, pointsAt: 'Cycles' }),
    step: choice('Step', steps, { required: true }),
    about: text('About', { note: 'Whom or what it is about: a person, an escalation, a return.' }),
    on: date('On', { note: 'Which day, of a step that may come more than once.' }),
    state: choice('State', notificationStates, { required: true, indexed: true }),
    fellDueAt: instant('Fell due at', { required: true }),
    settledAt: instant('Settled at'),
    reason: text('Reason'),
    attempts: number('Attempts'),
    possiblyRepeated: yesNo('Possibly repeated', {
      note: 'The app stopped, or the reply was lost, between sending and recording.',
    }),
    activity: text('Teams message id'),
    conversation: text('Teams conversation'),
  },
});
export type Notification = RowOf<typeof notifications>;

// Decisions: what a body with the power to decide has decided, when, and where it is minuted.
import { date, lines, longText, type RowOf, register, text, title } from './register.ts';

export const decisions = register({
  list: 'Decisions',
  row: 'a decision',
  keyIs: 'decision code',
  columns: {
    title: title('Name'),
    plan: text('Plan', { indexed: true, pointsAt: 'Plans' }),
    board: text('Body', { required: true, indexed: true, pointsAt: 'Boards' }),
    meeting: text('Meeting', { pointsAt: 'Meetings' }),
    decidedOn: date('Decided on', { required: true }),
    minute: text('Minute'),
    about: lines('About'),
    decision: longText('Decision'),
  },
  views: [
    {
      name: 'Newest first',
      columns: ['decidedOn', 'title', 'board', 'minute', 'decision'],
      sort: [{ by: 'decidedOn', descending: true }],
    },
  ],
});
export type Decision = RowOf<typeof decisions>;

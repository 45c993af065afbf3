// Meetings: when a board meets, when its agenda goes out and by when a paper must be cleared.
import { choice, date, type RowOf, register, text, title } from './register.ts';

export const meetings = register({
  list: 'Meetings',
  row: 'a meeting of a board',
  keyIs: 'board|date',
  columns: {
    title: title('Name'),
    board: text('Board', { required: true, indexed: true, pointsAt: 'Boards' }),
    meetsOn: date('Meets on', { required: true }),
    clearanceOn: date('Papers cleared by', {
      note: 'Finance, legal and the portfolio holder have agreed the words.',
    }),
    dispatchOn: date('Agenda sent on'),
    cycle: text('Cycle', { indexed: true, pointsAt: 'Cycles', note: 'The quarter it hears of.' }),
    state: choice('State', ['planned', 'held', 'cancelled']),
  },
});
export type Meeting = RowOf<typeof meetings>;

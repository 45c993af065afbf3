// Questions: what scrutiny asks and recommends, what was answered, and the actions that came of it.
import {
  choice,
  date,
  keys,
  lines,
  longText,
  type RowOf,
  register,
  text,
  title,
} from './register.ts';

export const questions = register({
  list: 'Questions',
  row: 'a question, a piece of scrutiny work or a recommendation',
  keyIs: 'question code',
  columns: {
    title: title('Name'),
    plan: text('Plan', { indexed: true, pointsAt: 'Plans' }),
    kind: choice('Kind', ['question', 'spotlight', 'task and finish', 'recommendation'], {
      required: true,
    }),
    board: text('Asked by', { indexed: true, pointsAt: 'Boards' }),
    meeting: text('Meeting', { pointsAt: 'Meetings' }),
    parent: text('Came from', {
      indexed: true,
      pointsAt: 'Questions',
      note: 'The piece of work a recommendation came from.',
    }),
    about: lines('About'),
    askedOn: date('Asked on'),
    question: longText('Question'),
    answerDueOn: date('Answer due on'),
    answer: longText('Answer in writing'),
    answeredBy: text('Answered by', { pointsAt: 'People' }),
    answeredOn: date('Answered on'),
    response: choice('Response', ['accepted', 'part-accepted', 'rejected']),
    respondedBy: text('Response by', { pointsAt: 'Boards' }),
    respondedOn: date('Response on'),
    because: longText('Because'),
    actions: keys('Actions', { pointsAt: 'Actions', note: 'What was begun because of it.' }),
  },
  views: [
    {
      name: 'Awaiting an answer',
      columns: ['title', 'kind', 'board', 'askedOn', 'answerDueOn'],
      where: [
        { column: 'kind', is: 'question' },
        { column: 'answeredOn', blank: true },
      ],
      sort: [{ by: 'answerDueOn' }],
    },
  ],
});
export type Question = RowOf<typeof questions>;

// Partnerships: a charter with what it is for and its criteria for entering into one, and each
// partnership held against them, met or not, with the evidence.
import {
  choice,
  date,
  lines,
  longText,
  number,
  type RowOf,
  register,
  text,
  title,
} from './register.ts';

export const partnerships = register({
  list: 'Partnerships',
  row: 'a charter, a partnership, or a line of either',
  keyIs: 'plan|code',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    code: text('Code', { required: true }),
    kind: choice('Kind', ['charter', 'partnership', 'objective', 'deliverable', 'criterion'], {
      required: true,
    }),
    parent: text('Parent', {
      indexed: true,
      pointsAt: 'Partnerships',
      note: 'The charter or partnership this line is of.',
    }),
    answers: text('Answers', {
      pointsAt: 'Partnerships',
      note: "The charter's line that a partnership's line is held against.",
    }),
    serves: lines('Serves'),
    partners: longText('Partners', { note: 'One to a line.' }),
    met: choice('Met', ['met', 'not met'], { note: 'Blank is not yet assessed.' }),
    evidence: longText('Evidence'),
    assessedBy: text('Assessed by', { pointsAt: 'People' }),
    assessedOn: date('Assessed on'),
    position: number('Position'),
  },
});
export type Partnership = RowOf<typeof partnerships>;

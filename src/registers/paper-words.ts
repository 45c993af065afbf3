// Paper words: commentary, and whatever else somebody typed, as papers print it, where clearance changed what
// its owner wrote. Each change is a row of its own, so that a paper whose words have frozen keeps those of its day. The owner's own words
// stay in the return and in the dataset.
import { instant, keys, longText, number, type RowOf, register, text, title } from './register.ts';

export const paperWords = register({
  list: 'Paper words',
  row: 'words as cleared for print',
  keyIs: 'cycle|line|revision, or cycle|line (part)|revision',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    cycle: text('Cycle', { required: true, indexed: true, pointsAt: 'Cycles' }),
    line: text('About', { required: true, note: 'A line of a register: "Measures: plan|code".' }),
    part: text('What of it', { note: 'Blank is its commentary.' }),
    words: longText('Words', { note: 'Blank prints nothing.' }),
    by: text('Changed by', { pointsAt: 'People' }),
    at: instant('Changed at', { required: true }),
    because: longText('Because'),
    revision: number('Revision', { required: true, note: 'Of the words of this line.' }),
    change: number('Change', {
      required: true,
      note: 'Counted through the cycle: the newest of a line stands, in every paper whose words had not frozen by then.',
    }),
    papers: keys('Papers told of it', {
      note: 'Each of them is to be cleared again. Blank, as before this was kept, is all of the quarter.',
    }),
  },
});
export type PaperWording = RowOf<typeof paperWords>;

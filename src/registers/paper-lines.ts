// Paper lines: what a paper says, a row a table row or paragraph, so that the report can be read and
// counted in its list. The figures are those of its HTML, Word and spreadsheet.
import { choice, longText, number, type RowOf, register, text, title } from './register.ts';

/** A chart is what it shows, in words. */
export const paperLineKinds = ['paragraph', 'list item', 'quote', 'row', 'chart'] as const;

export const paperLines = register({
  list: 'Paper lines',
  row: 'a line of a paper',
  keyIs: 'paper|number',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    paper: text('Paper', { required: true, indexed: true, pointsAt: 'Papers' }),
    position: number('Position', { required: true }),
    section: text('Section'),
    table: text('Table'),
    kind: choice('Kind', paperLineKinds, { required: true }),
    cells: longText('Cells', {
      note: 'Of a row: "Heading: what it says", one to a line; a line within what it says begins with two spaces.',
    }),
    words: longText('Words'),
  },
});
export type PaperLine = RowOf<typeof paperLines>;

// What a paper says, line by line as Paper lines holds it: each row of a table, each paragraph, in order. The
// words and figures are those that every other form of the paper prints.
import type { PaperLine } from '../registers/paper-lines.ts';
import type { Block, Paper, PaperSection, Table } from './papers/paper.ts';

/** A line before it has a number. `isExempt`: it is of the confidential appendix. */
export type PaperRow = Pick<PaperLine, 'section' | 'table' | 'kind' | 'cells' | 'words'> & {
  readonly isExempt: boolean;
};

/** Notices first, what it was made from last before the appendix; headings are in `section`. */
export const paperRows = (paper: Paper): readonly PaperRow[] => [
  ...paper.notices.map((words) => said('Read first', words)),
  ...paper.sections.flatMap((each) => sectionRows(each, false)),
  ...paper.madeFrom.map((words) => said('What this paper was made from', words)),
  ...paper.confidential.flatMap((each) => sectionRows(each, true)),
];

const nothing = { table: null, cells: null, words: null, isExempt: false } as const;

const said = (section: string, words: string): PaperRow => ({
  ...nothing,
  section,
  kind: 'paragraph',
  words,
});

const sectionRows = (section: PaperSection, isExempt: boolean): readonly PaperRow[] => [
  ...section.blocks
    .flatMap(blockRows)
    .map((row) => ({ ...row, section: asLineOfText(section.heading), isExempt })),
  ...section.sections.flatMap((each) => sectionRows(each, isExempt)),
];

const blockRows = (block: Block): readonly Omit<PaperRow, 'section'>[] => {
  switch (block.kind) {
    case 'paragraph':
      return [{ ...nothing, kind: 'paragraph', words: block.text }];
    case 'list':
      return block.items.map((words) => ({ ...nothing, kind: 'list item', words }));
    case 'quote':
      return [{ ...nothing, kind: 'quote', words: `${block.text}\n${block.by}` }];
    case 'chart':
      return [
        {
          ...nothing,
          kind: 'chart',
          table: asLineOfText(block.chart.title),
          words: block.chart.alt,
        },
      ];
    case 'table':
      return [
        ...tableRows(block.table),
        ...block.table.notes.map(
          (words) =>
            ({
              ...nothing,
              kind: 'paragraph',
              table: asLineOfText(block.table.caption),
              words,
            }) as const,
        ),
      ];
  }
};

const tableRows = ({ caption, columns, rows }: Table): readonly Omit<PaperRow, 'section'>[] =>
  rows.map((cells) => ({
    ...nothing,
    kind: 'row',
    table: asLineOfText(caption),
    cells: columns
      .map(({ heading }, at) => `${asLineOfText(heading)}: ${asCell(cells[at]?.text ?? '')}`)
      .join('\n'),
  }));

/** Lines within a cell begin with two spaces, so that the next heading is known. */
const asCell = (text: string): string => text.replace(/\r\n?|\n/g, '\n  ');

/** 255 characters, not cut within a pair. */
const asLineOfText = (text: string): string =>
  text.replace(/\s+/g, ' ').slice(0, 255).toWellFormed();

// Papers of a few blocks, and the pages they become.
import { paperHtml } from '../../../src/documents/papers/html.ts';
import type { Block, Cell, Paper } from '../../../src/rules/papers/paper.ts';
import { givenPaper } from './given-paper.ts';
import { type Node, treeOf } from './xml-tree.ts';

/** One section of the blocks given, and nothing else but what is said. */
export const only = (blocks: readonly Block[], said: Partial<Paper> = {}): Paper => ({
  ...givenPaper,
  notices: [],
  sections: [{ id: 'only', heading: 'Only', blocks, sections: [] }],
  confidential: [],
  madeFrom: [],
  ...said,
});

export const pageOf = (blocks: readonly Block[], said?: Partial<Paper>): Node =>
  treeOf(paperHtml(only(blocks, said)));

/** Of one row. */
export const tableOf = (...cells: readonly Cell[]): Block => ({
  kind: 'table',
  table: {
    id: 'one',
    caption: 'One',
    columns: cells.map((_, nth) => ({ heading: `Column ${nth}`, kind: 'text' })),
    rows: [cells],
    notes: [],
  },
});

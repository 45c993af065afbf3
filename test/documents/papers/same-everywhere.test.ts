// The same numbers in all of them: each cell of each table of a paper, as a page, as Word, as a spreadsheet,
// and as the lines that its list holds.
import { expect, test } from 'vitest';
import { chartFigures } from '../../../src/documents/charts/chart-figures.ts';
import { shapeOf } from '../../../src/documents/papers/cell-shape.ts';
import { paperDocx } from '../../../src/documents/papers/docx.ts';
import { paperHtml } from '../../../src/documents/papers/html.ts';
import { printable } from '../../../src/documents/papers/printable.ts';
import { paperXlsx } from '../../../src/documents/papers/xlsx.ts';
import { type PaperKind, paperKinds } from '../../../src/registers/papers.ts';
import { cellsIn, paperRows } from '../../../src/rules/paper-rows.ts';
import { composePaper } from '../../../src/rules/papers/compose-paper.ts';
import type { Block, Cell, Paper, PaperSection, Table } from '../../../src/rules/papers/paper.ts';
import { smallDataset } from '../../rules/papers/given-dataset.ts';
import { sheetsIn } from '../given-files.ts';
import { givenPaper } from './given-paper.ts';
import { tablesOfPage } from './read-page.ts';
import { tablesIn } from './read-word.ts';

const blocksIn = ({ blocks, sections }: PaperSection): readonly Block[] => [
  ...blocks,
  ...sections.flatMap(blocksIn),
];
const blocksOf = ({ sections, confidential }: Paper): readonly Block[] =>
  [...sections, ...confidential].flatMap(blocksIn);
const tablesOf = (paper: Paper): readonly Table[] =>
  blocksOf(paper).flatMap((block) => (block.kind === 'table' ? [block.table] : []));

/** A shape, and what it stands beside. */
const printed = (cell: Cell): string => {
  const look = shapeOf(cell);
  return `${look === null ? '' : `${look.shape}\u00a0`}${printable(cell.text)}`;
};
const asPrinted = ({ columns, rows }: Table) => ({
  headings: columns.map(({ heading }) => printable(heading)),
  rows: rows.map((cells) => cells.map(printed)),
});

/** Of a number: its digits as the text rounds them. */
const digitsOf = (text: string): string => /\d[\d,]*(?:\.\d+)?/.exec(text)?.[0] ?? '';
const inDigits = (value: number, text: string): string => {
  const digits = digitsOf(text);
  const places = digits.split('.')[1]?.length ?? 0;
  return Math.abs(value).toLocaleString('en-GB', {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
    useGrouping: digits.includes(','),
  });
};
const inSheet = (value: unknown, { text }: Cell): unknown =>
  typeof value === 'number' && inDigits(value, text) === digitsOf(text) ? printable(text) : value;

const composed = (kind: PaperKind): Paper =>
  composePaper(smallDataset(), {
    kind,
    key: `plan|2020-21 Q2|${kind}`,
    board: null,
    meeting: null,
    words: new Map(),
    restatements: [],
    previous: null,
    hash: 'abc',
    mayReadExempt: true,
    notices: [],
  });

const papers: readonly (readonly [string, Paper])[] = [
  ['a paper with everything', givenPaper],
  ...paperKinds.map((kind) => [kind, composed(kind)] as const),
];

test('the papers compared have tables with hundreds of cells, numbers among them', () => {
  const cells = papers.flatMap(([, paper]) => tablesOf(paper).flatMap(({ rows }) => rows.flat()));
  expect(cells.length).toBeGreaterThan(500);
  expect(cells.filter(({ value }) => value !== undefined).length).toBeGreaterThan(100);
});

test.each(papers)('%s: each line of the list is a row of the paper, in its order', (_, paper) => {
  const rows = paperRows(paper).filter(({ kind }) => kind === 'row');
  const said = rows.map(({ cells }) => cellsIn(cells ?? '').map(([, text]) => printable(text)));
  const wanted = tablesOf(paper).flatMap((table) =>
    table.rows.map((cells) => table.columns.map((__, at) => printable(cells[at]?.text ?? ''))),
  );
  expect(said).toEqual(wanted);
});

test.each(papers)('%s: each cell of the page is the paper’s', (_, paper) => {
  const tables = tablesOfPage(paperHtml(paper));
  const own = tables.filter(({ ofChart }) => !ofChart);
  expect(own.map(({ caption }) => caption)).toEqual(tablesOf(paper).map(({ caption }) => caption));
  expect(own).toMatchObject(tablesOf(paper).map(asPrinted));
  const charts = blocksOf(paper).flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
  expect(tables.filter(({ ofChart }) => ofChart)).toMatchObject(
    charts.map((chart) => asPrinted(chartFigures(chart))),
  );
});

test.each(papers)('%s: each cell of the Word file is the paper’s', async (_, paper) => {
  const blank = new Uint8Array();
  const file = await paperDocx(paper, () => Promise.resolve({ png: blank, width: 1, height: 1 }));
  expect(tablesIn(file)).toMatchObject(tablesOf(paper).map(asPrinted));
});

/** The tables a part of a paper has sheets for, in order; null for the one of all its line charts. */
const sheetTables = (sections: readonly PaperSection[]): readonly (Table | null)[] => {
  const blocks = sections.flatMap(blocksIn);
  const own = blocks.flatMap((block) => {
    if (block.kind === 'table') return [block.table];
    return block.kind === 'chart' && block.chart.kind !== 'line' ? [chartFigures(block.chart)] : [];
  });
  const hasLines = blocks.some((block) => block.kind === 'chart' && block.chart.kind === 'line');
  return hasLines ? [...own, null] : own;
};

test.each(papers)(
  '%s: each cell of the spreadsheet is the paper’s, and counts',
  async (_, paper) => {
    const [, , ...sheets] = await sheetsIn(await paperXlsx(paper));
    const tables = [...sheetTables(paper.sections), ...sheetTables(paper.confidential)];
    expect(sheets).toHaveLength(tables.length);
    for (const [at, table] of tables.entries()) {
      if (table === null) continue;
      const rows = sheets[at]?.rows ?? [];
      expect(rows[0]).toEqual(table.columns.map(({ heading }) => printable(heading)));
      const shown = table.rows.map((cells, row) =>
        cells.map((cell, column) => inSheet(rows[row + 1]?.[column] ?? '', cell)),
      );
      expect(shown).toEqual(table.rows.map((cells) => cells.map(({ text }) => printable(text))));
      const numbers = table.rows.flat().filter(({ value }) => value !== undefined).length;
      const counting = rows.slice(1).flat();
      expect(counting.filter((cell) => typeof cell === 'number')).toHaveLength(numbers);
    }
  },
);

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
import { paperRows } from '../../../src/rules/paper-rows.ts';
import { composePaper } from '../../../src/rules/papers/compose-paper.ts';
import type { Ordered } from '../../../src/rules/papers/ordered.ts';
import type {
  Block,
  Cell,
  Chart,
  Paper,
  PaperSection,
  Table,
} from '../../../src/rules/papers/paper.ts';
import { allOf, cellsIn, ordered } from '../../rules/papers/composed.ts';
import { smallDataset } from '../../rules/papers/given-dataset.ts';
import { measuresOfEveryCase } from '../../rules/papers/given-measures.ts';
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

const composed = (kind: PaperKind, said: Partial<Ordered> = {}, dataset = smallDataset()): Paper =>
  composePaper(dataset, ordered(kind, { hash: 'abc', mayReadExempt: true, ...said }));

const cleared = 'Cleared: demand rose, and a second adviser starts in November.';
const counted = 'A ward was counted twice.';
const on = Temporal.PlainDate.from('2020-11-12');
const restated = { line: 'Measures: plan|3', on, because: counted };
const quarter = { ...restated, period: '2020-21 Q2', was: 97, is: 94.25 };
const earlier = { ...restated, period: '2020-21 Q1', was: 96.5, is: 96 };

/** Reworded through clearance, corrected since, and beside the quarter before. */
const moved: Partial<Ordered> = {
  words: new Map([['Measures: plan|1', cleared]]),
  restatements: [quarter, earlier],
  previous: smallDataset({
    period: '2020-21 Q1',
    periodWords: 'Q1 2020-21',
    measures: measuresOfEveryCase.map((measure) => {
      const [now = measure.now, ...before] = measure.before.toReversed();
      const standing = measure.code === '1' ? 'on target' : 'off target';
      return { ...measure, now: { ...now, standing }, before: before.toReversed() };
    }),
  }),
};

/** With what each measure came to in the year, and one figure of it corrected since. */
const ofYear = smallDataset({
  measures: measuresOfEveryCase.map((measure, nth) => ({
    ...measure,
    years: ['2020-21', '2019-20'].map((year, back) => ({
      year,
      value: nth === 4 ? null : 1000.5 + nth - back,
      from: 'the sum of its figures',
      of: ['2020-21 Q1', '2020-21 Q2'],
      missing: nth === 4 ? ['Q1 2020-21'] : [],
      provisional: nth === 2,
      illustrative: false,
    })),
  })),
});

const papers: readonly (readonly [string, Paper])[] = [
  ['a paper with everything', givenPaper],
  ...paperKinds.map((kind) => [kind, composed(kind)] as const),
  ...(["directors' board", 'Cabinet'] as const).map(
    (kind) => [`${kind}, reworded and corrected`, composed(kind, moved)] as const,
  ),
  ['annual, with its year corrected', composed('annual', moved, ofYear)],
];

test('papers that were reworded, corrected and set beside a quarter before are among them', () => {
  const say = (name: string, words: string) =>
    allOf(papers.find(([each]) => each === name)?.[1]).includes(words);
  const marked = 'corrected since: 94.3% on Thu 12 November 2020';
  for (const kind of ["directors' board", 'Cabinet'])
    for (const words of [cleared, counted, marked, 'What has moved since Q1 2020-21'])
      expect([words, say(kind, words), say(`${kind}, reworded and corrected`, words)]).toEqual([
        words,
        false,
        true,
      ]);
  const ofBoth = 'corrected since: Q1 2020-21 on Thu 12 November 2020 and Q2 2020-21 on';
  expect(say('annual, with its year corrected', ofBoth)).toBe(true);
});

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

type LineChart = Extract<Chart, { readonly kind: 'line' }>;

/** A figure's unit stands in a column of its own: one sheet has charts of many. */
const lineHeadings = 'Period, Figure, Target, Status, Lower limit, Mean, Upper limit, Notes'.split(
  ', ',
);

/** One sheet of all line charts: each row its chart's, and blank where that chart has no such column. */
const linesOf = (charts: readonly LineChart[]): Table => ({
  id: 'lines',
  caption: 'Line charts',
  notes: [],
  columns: ['Chart', 'Unit', ...lineHeadings].map((heading) => ({ heading, kind: 'text' })),
  rows: charts.flatMap((chart) => {
    const { columns, rows } = chartFigures(chart);
    const names = columns.map(({ heading }, at) => (at === 1 ? 'Figure' : heading));
    expect(lineHeadings).toEqual(expect.arrayContaining(names));
    return rows.map((cells) => [
      { text: chart.title },
      { text: chart.unit },
      ...lineHeadings.map((heading) => cells[names.indexOf(heading)] ?? { text: '' }),
    ]);
  }),
});

/** The tables a part of a paper has sheets for, in order; that of its line charts last. */
const sheetTables = (sections: readonly PaperSection[]): readonly Table[] => {
  const blocks = sections.flatMap(blocksIn);
  const own = blocks.flatMap((block) => {
    if (block.kind === 'table') return [block.table];
    return block.kind === 'chart' && block.chart.kind !== 'line' ? [chartFigures(block.chart)] : [];
  });
  const lines = blocks.flatMap((block) =>
    block.kind === 'chart' && block.chart.kind === 'line' ? [block.chart] : [],
  );
  return lines.length === 0 ? own : [...own, linesOf(lines)];
};

test('the sheets of line charts compared have limits, targets, causes and more than one unit', () => {
  const sheets = papers.flatMap(([, paper]) =>
    sheetTables(paper.sections).filter(({ id }) => id === 'lines'),
  );
  const rows = sheets.flatMap((sheet) => sheet.rows);
  const counts = (at: number) => rows.filter((cells) => cells[at]?.value !== undefined).length;
  expect(sheets.length).toBeGreaterThan(3);
  expect([3, 4, 6, 7, 8].map(counts).every((count) => count > 20)).toBe(true);
  expect(new Set(rows.map((cells) => cells[1]?.text)).size).toBeGreaterThan(2);
  expect(rows.some((cells) => cells[9]?.text.includes('Special cause, concerning.'))).toBe(true);
});

test.each(papers)(
  '%s: each cell of the spreadsheet is the paper’s, and counts',
  async (_, paper) => {
    const [, , ...sheets] = await sheetsIn(await paperXlsx(paper));
    const tables = [...sheetTables(paper.sections), ...sheetTables(paper.confidential)];
    expect(sheets).toHaveLength(tables.length);
    for (const [at, table] of tables.entries()) {
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

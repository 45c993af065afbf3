// The sheets of a paper's spreadsheet that hold figures: one for each table, one for the figures of all its
// line charts, one for those of each other chart. Numbers read as they are printed; text is never a formula.
import type { Cell, Chart, Paper, PaperSection, Table } from '../../rules/papers/paper.ts';
import type { Cell as SheetCell } from '../../rules/workbook.ts';
import { chartFigures } from '../charts/chart-figures.ts';
import { inks } from '../charts/ink.ts';
import { longestText } from '../xlsx-out.ts';
import { shapeOf } from './cell-shape.ts';
import { shownNumber } from './number-format.ts';
import { printable } from './printable.ts';

export type FigureSheet = {
  /** As it would be called, were there no limits to that. */
  readonly name: string;
  /** Where in the paper it is from, and what it shows. */
  readonly from: string;
  readonly notes: readonly string[];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
};

export const figureSheets = ({ sections, confidential }: Paper): readonly FigureSheet[] => [
  ...partSheets(sections),
  ...partSheets(confidential).map((sheet) => ({
    ...sheet,
    name: `Exempt ${sheet.name}`,
    from: `Not for publication. ${sheet.from}`,
  })),
];

const partSheets = (sections: readonly PaperSection[]): readonly FigureSheet[] => {
  const found = sections.flatMap(figuresIn);
  const lines = found.flatMap(({ chart }) => (chart?.kind === 'line' ? [chart] : []));
  return [
    ...found
      .filter(({ chart }) => chart?.kind !== 'line')
      .map(({ section, table }) => sheetOf(table, `${section}: ${table.caption}`)),
    ...(lines.length === 0 ? [] : [sheetOf(linesTable(lines), 'The figures of each line chart')]),
  ];
};

type Found = { readonly section: string; readonly table: Table; readonly chart: Chart | null };

const figuresIn = ({ heading: section, blocks, sections }: PaperSection): readonly Found[] => [
  ...blocks.flatMap((block): readonly Found[] => {
    if (block.kind === 'table') return [{ section, table: block.table, chart: null }];
    if (block.kind !== 'chart') return [];
    const { chart } = block;
    return [{ section, table: chartFigures(chart), chart }];
  }),
  ...sections.flatMap(figuresIn),
];

const sheetOf = ({ caption, columns, rows, notes }: Table, from: string): FigureSheet => ({
  name: printable(caption),
  from,
  notes,
  headings: columns.map(({ heading }) => textOf(heading)),
  rows: rows.map((cells) => columns.map((_, at) => sheetCell(cells[at] ?? { text: '' }))),
});

const lineColumns = [
  'Period',
  'Figure',
  'Target',
  'Status',
  'Lower limit',
  'Mean',
  'Upper limit',
  'Notes',
];

/** A sheet a chart would be a hundred of them. */
const linesTable = (charts: readonly Extract<Chart, { kind: 'line' }>[]): Table => ({
  id: 'line-charts',
  caption: 'Line charts',
  columns: ['Chart', 'Unit', ...lineColumns].map((heading) => ({ heading, kind: 'text' })),
  rows: charts.flatMap((chart) => {
    const { columns, rows } = chartFigures(chart);
    const places = lineColumns.map((wanted) =>
      columns.findIndex(({ heading }) => heading === wanted || heading.startsWith(`${wanted},`)),
    );
    const known = [chart.title, chart.unit].map((text): Cell => ({ text }));
    return rows.map((cells) => [...known, ...places.map((at) => cells[at] ?? { text: '' })]);
  }),
  notes: [],
});

const sheetCell = (cell: Cell): SheetCell => {
  const number = shownNumber(cell);
  if (number !== null) return number;
  const text = textOf(cell.text);
  const look = shapeOf(cell);
  if (look === null || text === '') return text;
  return { value: text, format: shapeFormat(look.shape), ink: inks[look.colour].light };
};

/** Shown before the words and no part of them, so that the words can be filtered and counted. */
const shapeFormat = (shape: string): string => `"${shape} "@`;

const goesOn = ' … (goes on in the page and the Word file)';

/** What no file can hold is U+FFFD; what one cell cannot hold is in the other formats. */
export const textOf = (text: string): string => {
  const words = printable(text);
  if (words.length <= longestText) return words;
  const cut = words.slice(0, longestText - goesOn.length).replace(/[\ud800-\udbff]$/, '');
  return `${cut}${goesOn}`;
};

// A paper as a spreadsheet: a sheet that says what it is and what the others hold, one of its words, and
// those of its figures (xlsx-sheets.ts).
import type { Block, Paper, PaperSection } from '../../rules/papers/paper.ts';
import { xlsxOf } from '../xlsx-out.ts';
import { sheetNames } from './sheet-names.ts';
import { type FigureSheet, figureSheets, textOf } from './xlsx-sheets.ts';

export const paperXlsx = (paper: Paper): Promise<Uint8Array> => {
  const figures = figureSheets(paper);
  const [about = '', words = '', ...named] = sheetNames([
    'About',
    'Words',
    ...figures.map(({ name }) => name),
  ]);
  const sheets = figures.map((sheet, at) => ({ ...sheet, name: named[at] ?? '' }));
  return xlsxOf([
    { name: about, headings: ['About', 'What it says'], rows: aboutRows(paper, sheets) },
    { name: words, headings: ['Section', 'What it is', 'Words', 'By'], rows: wordRows(paper) },
    ...sheets,
  ]);
};

type Rows = readonly (readonly string[])[];

const aboutRows = (paper: Paper, sheets: readonly FigureSheet[]): Rows => {
  const { title, audience, plan, period, notices, madeFrom } = paper;
  const rows = [
    ['Paper', title],
    ...(audience === null ? [] : [['For', audience]]),
    ['Plan', plan],
    ['Period', period],
    ...notices.map((notice) => ['Notice', notice]),
    ...madeFrom.map((line) => ['Made from', line]),
    ...sheets.flatMap(({ name, from, notes }) => [
      [`Sheet "${name}"`, from],
      ...notes.map((note) => [`Note on "${name}"`, note]),
    ]),
  ];
  return rows.map((row) => row.map(textOf));
};

const wordRows = ({ sections, confidential }: Paper): Rows => [
  ...sections.flatMap((section) => wordsIn(section, '')),
  ...confidential.flatMap((section) => wordsIn(section, 'Not for publication. ')),
];

const wordsIn = (section: PaperSection, before: string): Rows => [
  ...section.blocks
    .flatMap(wordsOf)
    .map((row) => [`${before}${section.heading}`, ...row].map(textOf)),
  ...section.sections.flatMap((each) => wordsIn(each, before)),
];

const wordsOf = (block: Block): Rows => {
  switch (block.kind) {
    case 'paragraph':
      return [['Paragraph', block.text]];
    case 'list':
      return block.items.map((item) => ['Line of a list', item]);
    case 'quote':
      return [['Quoted', block.text, block.by]];
    case 'chart':
      return [
        ['Chart', block.chart.title],
        ['What the chart shows', block.chart.alt],
      ];
    case 'table':
      return [];
  }
};

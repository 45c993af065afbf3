// A paper with every kind of block, cell and chart, three levels of section, a confidential appendix, and
// the worst text in each place where a person's words may stand. All of it is made up.

import {
  directions,
  directionWords,
  standings,
  standingWords,
} from '../../../src/registers/words.ts';
import { workStatuses, workStatusWords } from '../../../src/registers/work-words.ts';
import type { Cell, Column, Paper, PaperSection, Table } from '../../../src/rules/papers/paper.ts';
import {
  controlChart,
  emptyLine,
  everyStanding,
  riskMatrix,
  savingsChart,
  standingsChart,
} from './given-charts.ts';
import {
  emoji,
  formulaLike,
  hostileTexts,
  markupLike,
  rightToLeft,
  severalLines,
  unbroken,
} from './hostile-text.ts';

const text = (words: string): Cell => ({ text: words });
const column = (heading: string, kind: Column['kind'] = 'text'): Column => ({ heading, kind });

/** Each standing and each direction once, and a figure that is suppressed. */
const exceptions: Table = {
  id: 'table-exceptions',
  caption: 'Measures off target first',
  columns: [
    column('Measure'),
    column('Status', 'status'),
    column('Figure, %', 'number'),
    column('Target, %', 'number'),
    column('On last quarter', 'status'),
  ],
  rows: standings.map((standing, at) => [
    text(at === 0 ? markupLike : `M${at + 1} Measure of ${standing}`),
    { text: standingWords[standing].words, standing },
    at === 4 ? text('–') : { text: (90.1 + at).toFixed(1), value: 90.1 + at, decimals: 1 },
    at === 3 ? text('1 to 4, not shown') : { text: '95', value: 95, decimals: 0 },
    directionCell(at),
  ]),
  notes: ['p: provisional.', `A dash: not yet available. ${rightToLeft}`],
};

function directionCell(at: number): Cell {
  const direction = directions[at];
  return direction === undefined
    ? text('No earlier figure')
    : { text: `${directionWords[direction].words}: last quarter 92.4`, direction };
}

const work: Table = {
  id: 'table-work',
  caption: 'Actions & projects',
  columns: [column('Action'), column('Status', 'status'), column('Done, %', 'number')],
  rows: workStatuses.map((status, at) => [
    text(`Action ${at + 1}`),
    { text: workStatusWords[status].words, status },
    { text: `${at * 20}`, value: at * 20, decimals: 0 },
  ]),
  notes: [],
};

const hostile: Table = {
  id: 'table-hostile',
  caption: 'What people type',
  columns: [column('Row'), column(`Commentary ${markupLike}`)],
  rows: hostileTexts.map((words, at) => [text(`${at + 1}`), text(words)]),
  notes: [formulaLike],
};

const money: Table = {
  id: 'table-money',
  caption: 'Net revenue budget',
  columns: [
    column('Directorate'),
    column('Budget, £', 'number'),
    column('Forecast, £', 'number'),
    column('Variance, £', 'number'),
  ],
  rows: [
    [text('Place'), amount(12_345_678), amount(12_500_000.5), amount(154_322.5)],
    [text('Children and family services'), amount(60_250_000), text('–'), text('–')],
    [text('Total'), amount(72_595_678), amount(-0.1), amount(-1_250)],
  ],
  notes: ['In whole pounds. An overspend is positive.'],
};

function amount(value: number): Cell {
  // Never minus nought.
  const whole = Math.round(value) || 0;
  return { text: whole.toLocaleString('en-GB').replace('-', '−'), value, decimals: 0 };
}

const nothing: Table = {
  id: 'table-nothing',
  caption: 'Recommendations outstanding',
  columns: [column('Recommendation'), column('Answer')],
  rows: [],
  notes: ['None is outstanding.'],
};

const section = (
  id: string,
  heading: string,
  rest: Partial<Pick<PaperSection, 'blocks' | 'sections'>>,
): PaperSection => ({ id, heading, blocks: rest.blocks ?? [], sections: rest.sections ?? [] });

export const givenPaper: Paper = {
  key: 'given|2020-21 Q2|Cabinet',
  kind: 'Cabinet',
  title: 'Strategic performance and financial monitoring, quarter 2 2020-21',
  audience: 'Cabinet, 24 November 2020',
  plan: `Stronger Together ${emoji}`,
  period: 'Q2 2020-21',
  notices: [
    'Illustrative: the figures of this paper are made up.',
    `A draft. ${markupLike}`,
    'One figure is provisional.',
  ],
  sections: [
    section('exceptions', 'What needs attention', {
      blocks: [
        { kind: 'paragraph', lead: true, text: 'Four of 31 measures are off target.' },
        { kind: 'table', table: exceptions },
      ],
      sections: [
        section('exceptions-bins', `1.1 Bins emptied on the day ${rightToLeft}`, {
          blocks: [
            {
              kind: 'paragraph',
              text: 'Amber: 93.1% against 95%, worse than last quarter, better than a year ago.',
            },
            { kind: 'quote', text: severalLines, by: 'Head of waste' },
            { kind: 'quote', text: markupLike, by: markupLike },
            { kind: 'chart', chart: controlChart },
          ],
          sections: [
            section('exceptions-bins-promised', 'Promised last time', {
              blocks: [{ kind: 'list', items: ['A second crew from October', ...hostileTexts] }],
            }),
          ],
        }),
        section('exceptions-homes', unbroken, {
          blocks: [
            { kind: 'paragraph', text: unbroken },
            { kind: 'chart', chart: everyStanding },
            { kind: 'chart', chart: emptyLine },
          ],
        }),
      ],
    }),
    section('priorities', 'By priority', { blocks: [{ kind: 'chart', chart: standingsChart }] }),
    section('finance', 'Finance & savings', {
      blocks: [
        { kind: 'table', table: money },
        { kind: 'chart', chart: savingsChart },
        { kind: 'table', table: nothing },
      ],
    }),
    section('work', 'Delivery', { blocks: [{ kind: 'table', table: work }] }),
    section('risks', 'Risks', { blocks: [{ kind: 'chart', chart: riskMatrix }] }),
    section('typed', 'What people type', {
      blocks: [
        ...hostileTexts.map((words) => ({ kind: 'paragraph' as const, text: words })),
        { kind: 'table', table: hostile },
        { kind: 'list', items: [] },
      ],
    }),
  ],
  confidential: [
    section('exempt', 'Exempt under paragraph 3', {
      blocks: [{ kind: 'paragraph', text: 'A contract is disputed. Not for publication.' }],
    }),
  ],
  madeFrom: [
    'Figures as at 30 October 2020, dataset 3fa1c0de.',
    'Restated since: M2, 92.1 to 92.4, on 5 November 2020.',
  ],
};

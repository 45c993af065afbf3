// The figures of a chart as a table: what the drawing shows, for whoever does not see it, and for the
// spreadsheet. Every number is printed as its measure is.

import { standings, standingWords, wordsOfStanding } from '../../registers/words.ts';
import { figure } from '../../rules/number-words.ts';
import type { Cell, Chart, ChartPoint, Column, Table } from '../../rules/papers/paper.ts';

type Of<Kind extends Chart['kind']> = Extract<Chart, { readonly kind: Kind }>;

/** Its id is the chart's own with '-figures' after it. */
export const chartFigures = (chart: Chart): Table => ({
  id: `${chart.id}-figures`,
  caption: `Figures: ${chart.title}`,
  notes: [],
  ...columnsAndRows(chart),
});

type Figures = Pick<Table, 'columns' | 'rows'>;

const columnsAndRows = (chart: Chart): Figures => {
  switch (chart.kind) {
    case 'line':
      return lineFigures(chart);
    case 'standings':
      return standingFigures(chart);
    case 'bars':
      return barFigures(chart);
    case 'matrix':
      return riskFigures(chart);
  }
};

const text = (words: string): Cell => ({ text: words });
const column = (heading: string, kind: Column['kind'] = 'text'): Column => ({ heading, kind });

type Unit = { readonly unit: string; readonly decimals: number };

/** A figure that is not there, or not shown, is a dash and no number. */
const amount = ({ unit, decimals }: Unit, value: number | null): Cell => {
  if (value === null || !Number.isFinite(value)) return text('–');
  return { text: figure({ unit, decimals }, value), value, decimals };
};

const withUnit = (words: string, unit: string): string =>
  unit.trim() === '' ? words : `${words}, ${unit.trim()}`;

const lineFigures = (chart: Of<'line'>): Figures => {
  const hasLimits = chart.limits.some((each) => each !== null);
  const notes = chart.points.map((point, nth) => notesOf(chart, point, nth));
  const hasNotes = notes.some((each) => each !== '');
  return {
    columns: [
      column('Period'),
      column(withUnit('Figure', chart.unit), 'number'),
      column('Target', 'number'),
      column('Status', 'status'),
      ...(hasLimits
        ? ['Lower limit', 'Mean', 'Upper limit'].map((it) => column(it, 'number'))
        : []),
      ...(hasNotes ? [column('Notes')] : []),
    ],
    rows: chart.points.map((point, nth) => {
      const limits = chart.limits[nth] ?? null;
      return [
        text(point.words),
        amount(chart, point.value),
        targetOf(chart, nth),
        {
          text: wordsOfStanding(point.standing, point.against).words,
          standing: point.standing,
        },
        ...(hasLimits
          ? [limits?.low, limits?.mean, limits?.high].map((each) => amount(chart, each ?? null))
          : []),
        ...(hasNotes ? [text(notes[nth] ?? '')] : []),
      ];
    }),
  };
};

/** A range is words. */
const targetOf = (chart: Of<'line'>, nth: number): Cell => {
  const range = chart.ranges?.[nth] ?? null;
  return range === null ? amount(chart, chart.targets[nth] ?? null) : text(range);
};

/** What the drawing says by how a mark is drawn. */
const notesOf = (chart: Of<'line'>, point: ChartPoint, nth: number): string => {
  const rebased = chart.rebased.filter(({ at }) => at === nth);
  return [
    point.provisional ? 'Provisional.' : '',
    point.illustrative ? 'Illustrative.' : '',
    point.cause ? causeWords[point.cause] : '',
    chart.limits[nth]?.trial ? 'Trial limits.' : '',
    ...rebased.map(({ because }) => `Limits begin again. ${because}`),
  ]
    .filter((each) => each !== '')
    .join(' ');
};

const causeWords = {
  better: 'Special cause, improving.',
  worse: 'Special cause, concerning.',
  neither: 'Special cause.',
} as const;

const standingFigures = ({ rows }: Of<'standings'>): Figures => ({
  columns: [
    column('Name'),
    ...standings.map((each) => column(standingWords[each].words, 'number')),
  ],
  rows: rows.map(({ label, counts }) => [
    text(label),
    ...standings.map((each) => amount({ unit: '', decimals: 0 }, counts[each])),
  ]),
});

const barFigures = ({ series, rows, unit }: Of<'bars'>): Figures => {
  const isWhole = rows.every(({ values }) => values.every((each) => Number.isInteger(each ?? 0)));
  const printed = { unit, decimals: isWhole ? 0 : 2 };
  return {
    columns: [column('Name'), ...series.map((each) => column(withUnit(each, unit), 'number'))],
    rows: rows.map(({ label, values }) => [
      text(label),
      ...series.map((_, nth) => amount(printed, values[nth] ?? null)),
    ]),
  };
};

const riskFigures = ({ risks }: Of<'matrix'>): Figures => ({
  columns: [
    column('Risk'),
    column('Likelihood', 'number'),
    column('Impact', 'number'),
    column('Score', 'number'),
    column('Above appetite'),
  ],
  rows: risks.map(({ label, likelihood, impact, above }) => [
    text(label),
    ...[likelihood, impact, likelihood * impact].map((each) =>
      amount({ unit: '', decimals: 0 }, each),
    ),
    text(above ? 'Yes' : 'No'),
  ]),
});

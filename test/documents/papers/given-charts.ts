// Charts of every kind with every mark that can be in one. All figures are made up.

import type { Standing } from '../../../src/registers/words.ts';
import type { Chart, ChartPoint } from '../../../src/rules/papers/paper.ts';
import { markupLike } from './hostile-text.ts';

export type LineChart = Extract<Chart, { readonly kind: 'line' }>;

export const point = (
  words: string,
  value: number | null,
  more: Partial<ChartPoint> = {},
): ChartPoint => ({
  words,
  value,
  standing: value === null ? 'not yet available' : 'on target',
  provisional: false,
  illustrative: false,
  ...more,
});

const quarters = (count: number): readonly string[] =>
  Array.from(
    { length: count },
    (_, at) => `Q${(at % 4) + 1} ${2015 + Math.floor(at / 4)}-${16 + Math.floor(at / 4)}`,
  );

const bins = [
  94.2,
  94.8,
  93.9,
  94.1,
  95.2,
  94.4,
  93.8,
  null,
  94.6,
  95.1,
  91.2,
  92.4,
  92.8,
  92.1,
  93.4,
  95.6,
  95.9,
  96.4,
  93.1,
];
const standingOf = (value: number | null): Standing => {
  if (value === null) return 'not yet available';
  if (value >= 96) return 'better than target';
  if (value >= 95) return 'on target';
  return value >= 93 ? 'within tolerance' : 'off target';
};

/** With a gap, limits that begin again, special causes of each kind, and a target that was raised. */
export const controlChart: LineChart = {
  kind: 'line',
  id: 'chart-bins',
  title: 'Bins emptied on the day',
  alt: 'Bins emptied on the day, Q1 2015-16 to Q3 2019-20. The newest is 93.1%, against a target of 95%. Limits begin again in Q3 2017-18.',
  unit: '%',
  decimals: 1,
  points: quarters(19).map((words, at) => {
    const value = bins[at] ?? null;
    return point(words, value, {
      standing: standingOf(value),
      provisional: at === 18,
      illustrative: at < 3,
      ...(at === 10 && { cause: 'worse' as const }),
      ...(at === 17 && { cause: 'better' as const }),
      ...(at === 15 && { cause: 'neither' as const }),
    });
  }),
  targets: quarters(19).map((_, at) => (at < 4 ? null : at < 12 ? 94 : 95)),
  limits: quarters(19).map((_, at) => {
    if (at < 10) return { low: 92.6, mean: 94.456, high: 96.3, trial: false };
    return { low: 89.1, mean: 93.6, high: 98.2, trial: true };
  }),
  rebased: [{ at: 10, because: 'Rounds were redrawn' }],
};

/** Its title and unit are as bad as a title can be; nothing of it has come. */
export const emptyLine: LineChart = {
  kind: 'line',
  id: 'chart-empty',
  title: markupLike,
  alt: 'No figure yet.',
  unit: markupLike,
  decimals: 0,
  points: quarters(3).map((words) => point(words, null)),
  targets: [null, null, null],
  limits: [null, null, null],
  rebased: [],
};

/** Every standing once, below and above nought. */
export const everyStanding: LineChart = {
  kind: 'line',
  id: 'chart-every-standing',
  title: 'Net change in households helped',
  alt: 'Net change in households helped over six quarters, from 12 fewer to 15 more.',
  unit: 'households',
  decimals: 0,
  points: [
    point('Q1 2019-20', -12, { standing: 'off target' }),
    point('Q2 2019-20', -3, { standing: 'within tolerance' }),
    point('Q3 2019-20', 0, { standing: 'on target' }),
    point('Q4 2019-20', 15, { standing: 'better than target', illustrative: true }),
    point('Q1 2020-21', 4, { standing: 'target not yet agreed', provisional: true }),
    point('Q2 2020-21', 6, { standing: 'data only' }),
  ],
  targets: [0, 0, 0, 2, null, null],
  limits: [null, null, null, null, null, null],
  rebased: [],
};

export const standingsChart: Chart = {
  kind: 'standings',
  id: 'chart-priorities',
  title: 'Measures by priority',
  alt: 'Of 31 measures 2 are better than target, 13 on target, 6 within tolerance, 4 off target and 6 not rated.',
  rows: [
    {
      label: 'Support our residents to fulfil their potential',
      counts: counts([1, 5, 2, 1, 2, 0, 1]),
    },
    { label: 'A commercial council', counts: counts([0, 6, 1, 0, 0, 1, 0]) },
    { label: markupLike, counts: counts([1, 2, 3, 3, 1, 1, 0]) },
    { label: 'Nothing rated yet', counts: counts([0, 0, 0, 0, 0, 0, 0]) },
  ],
};

function counts(of: readonly [number, number, number, number, number, number, number]) {
  return {
    'better than target': of[0],
    'on target': of[1],
    'within tolerance': of[2],
    'off target': of[3],
    'not yet available': of[4],
    'target not yet agreed': of[5],
    'data only': of[6],
  };
}

export const savingsChart: Chart = {
  kind: 'bars',
  id: 'chart-savings',
  title: 'Savings required, forecast and achieved',
  alt: 'Of £2,450,000 required this year £2,100,000 is forecast and £1,320,000 achieved.',
  unit: '£',
  series: ['Required', 'Forecast', 'Achieved'],
  rows: [
    { label: 'Place and regeneration', values: [1_250_000, 1_100_000, 820_000] },
    {
      label: 'Adult social care, health integration and wellbeing',
      values: [1_200_000, 1_000_000, 500_000],
    },
    { label: 'Not yet forecast', values: [0, null, -40_000] },
  ],
};

/** Two in one cell, one above appetite; more labels than a cell could hold. */
export const riskMatrix: Chart = {
  kind: 'matrix',
  id: 'chart-risks',
  title: 'Risks by likelihood and impact',
  alt: 'Five risks; two are above what the council accepts.',
  risks: [
    { label: 'R1', likelihood: 5, impact: 4, above: true },
    { label: 'R2', likelihood: 2, impact: 3, above: false },
    { label: 'R3', likelihood: 2, impact: 3, above: true },
    { label: 'R4', likelihood: 1, impact: 1, above: false },
    { label: 'RISK-2020-0005', likelihood: 3, impact: 5, above: false },
  ],
};

export const everyChart: readonly Chart[] = [
  controlChart,
  emptyLine,
  everyStanding,
  standingsChart,
  savingsChart,
  riskMatrix,
];

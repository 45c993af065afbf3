// A chart's figures as a table: all that the drawing shows, as words and numbers.
import { expect, test } from 'vitest';
import { chartFigures } from '../../../src/documents/charts/chart-figures.ts';
import { standingWords } from '../../../src/registers/words.ts';
import {
  controlChart,
  everyChart,
  everyStanding,
  riskMatrix,
  savingsChart,
  standingsChart,
} from '../papers/given-charts.ts';

const textsIn = (chart: Parameters<typeof chartFigures>[0]) =>
  chartFigures(chart).rows.map((row) => row.map(({ text }) => text));

test('every row has a cell for every column', () => {
  for (const chart of everyChart) {
    const { columns, rows } = chartFigures(chart);
    expect(rows.map(({ length }) => length)).toEqual(rows.map(() => columns.length));
  }
});

test('each period has its figure, target, status and limits, and what its mark says', () => {
  const { columns, rows } = chartFigures(controlChart);
  expect(columns.map(({ heading }) => heading)).toEqual([
    'Period',
    'Figure, %',
    'Target',
    'Status',
    'Lower limit',
    'Mean',
    'Upper limit',
    'Notes',
  ]);
  expect(rows.map(([, figure]) => figure?.value)).toEqual(
    controlChart.points.map(({ value }) => value ?? undefined),
  );
  expect(rows.map(([, , , status]) => status)).toEqual(
    controlChart.points.map(({ standing }) => ({ text: standingWords[standing].words, standing })),
  );
  expect(textsIn(controlChart)[18]).toEqual([
    'Q3 2019-20',
    '93.1%',
    '95.0%',
    'Within tolerance',
    '89.1%',
    '93.6%',
    '98.2%',
    'Provisional. Trial limits.',
  ]);
  expect(textsIn(controlChart)[10]?.at(-1)).toBe(
    'Special cause, concerning. Trial limits. Limits begin again. Rounds were redrawn',
  );
  expect(textsIn(controlChart)[0]?.at(-1)).toBe('Illustrative.');
});

test('a figure that has not come, or is not shown, is a dash and no number', () => {
  const gap = chartFigures(controlChart).rows[7]?.[1];
  expect(gap).toEqual({ text: '–' });
  expect(chartFigures(savingsChart).rows[2]?.[2]).toEqual({ text: '–' });
});

test('nought is a figure', () => {
  expect(chartFigures(everyStanding).rows[2]?.[1]).toEqual({ text: '0', value: 0, decimals: 0 });
});

test('columns that would be empty are left out', () => {
  const headings = chartFigures({
    ...everyStanding,
    points: everyStanding.points.map((each) => ({
      ...each,
      provisional: false,
      illustrative: false,
    })),
  }).columns.map(({ heading }) => heading);
  expect(headings).toEqual(['Period', 'Figure, households', 'Target', 'Status']);
});

test('standings, amounts and risks are as they are drawn', () => {
  expect(textsIn(standingsChart)[0]).toEqual([
    'Support our residents to fulfil their potential',
    '1',
    '5',
    '2',
    '1',
    '2',
    '0',
    '1',
  ]);
  expect(textsIn(savingsChart)[2]).toEqual(['Not yet forecast', '£0', '–', '-£40,000']);
  expect(textsIn(riskMatrix)[2]).toEqual(['R3', '2', '3', '6', 'Yes']);
});

test('a target that is a range is printed in words', () => {
  const ranges = controlChart.points.map((_, nth) => (nth === 0 ? '4 to 9' : null));
  const targets = textsIn({ ...controlChart, ranges }).map((row) => row[2]);
  expect(targets.slice(0, 2)).toEqual(['4 to 9', textsIn(controlChart)[1]?.[2]]);
});

// Draws a chart as SVG: the same drawing for a page, where it follows the reader's colours, and for a
// picture, which is printed on white. A text of what it shows is in it.
import type { Chart } from '../../rules/papers/paper.ts';
import { escaped } from '../papers/printable.ts';
import { barsChart } from './bars-chart.ts';
import { lineChart } from './line-chart.ts';
import { matrixChart } from './matrix-chart.ts';
import { at, type Drawn, fontSize, type Pen } from './pen.ts';
import { standingsChart } from './standings-chart.ts';

export type Drawing = {
  /** A page needs `chartStyle` for the dark and for colours of the reader's own. */
  readonly for: 'page' | 'picture';
  /** In CSS pixels: words are of a readable size where it is shown no narrower. 640 unless said. */
  readonly width?: number;
};

/** As wide as a phone of 320 pixels shows between its margins. */
export const narrowest = 288;
const usual = 640;

/** Ids in it are made of the chart's own and its width, so that both widths may stand on one page. */
export const chartSvg = (chart: Chart, drawing: Drawing): string => {
  const width = Math.max(narrowest, drawing.width ?? usual);
  const pen: Pen = { for: drawing.for, width, id: `${idOf(chart)}_${width}` };
  const { svg, height } = margined(drawn(pen, chart));
  const size = `width="${width + 2 * margin}" height="${at(height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${width + 2 * margin} ${at(height)}"`,
    ` role="img" aria-labelledby="${pen.id}_title" aria-describedby="${pen.id}_desc" font-size="${fontSize}"`,
    drawing.for === 'picture' ? ' font-family="DejaVu Sans, Arial, sans-serif">' : '>',
    `<title id="${pen.id}_title">${escaped(chart.title)}</title>`,
    `<desc id="${pen.id}_desc">${escaped(chart.alt)}</desc>`,
    drawing.for === 'picture' ? '<rect width="100%" height="100%" fill="#ffffff"/>' : '',
    svg,
    '</svg>',
  ].join('');
};

/** Only what an id may hold, whatever was given. */
const idOf = ({ id }: Chart): string => `chart_${id.replace(/[^A-Za-z0-9-]/g, '')}`;

const margin = 4;

const margined = ({ svg, height }: Drawn): Drawn => ({
  svg: `<g transform="translate(${margin} ${margin})">${svg}</g>`,
  height: Math.ceil(height) + 2 * margin,
});

const drawn = (pen: Pen, chart: Chart): Drawn => {
  switch (chart.kind) {
    case 'line':
      return lineChart(pen, chart);
    case 'standings':
      return standingsChart(pen, chart);
    case 'bars':
      return barsChart(pen, chart);
    case 'matrix':
      return matrixChart(pen, chart);
  }
};

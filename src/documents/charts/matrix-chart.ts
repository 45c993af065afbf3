// Risks on the five by five: impact across, likelihood up as in the tab, the deeper the shade the higher the score. What is
// above appetite has a triangle before it. A risk that was never scored has no place and is left to the table.
import type { Chart } from '../../rules/papers/paper.ts';
import { widthOf } from './fitting.ts';
import { legend } from './legend.ts';
import { at, type Drawn, fontSize, lowered, type Pen, paint, words } from './pen.ts';

type MatrixChart = Extract<Chart, { readonly kind: 'matrix' }>;
type Risk = MatrixChart['risks'][number];

const steps = [1, 2, 3, 4, 5] as const;
const left = 38;
const lineHeight = fontSize + 4;

export const matrixChart = (pen: Pen, { risks }: MatrixChart): Drawn => {
  const wide = (pen.width - left - 2) / 5;
  const high = Math.min(64, Math.max(46, wide * 0.6));
  const cells = steps.flatMap((impact) =>
    steps.map((likelihood) => {
      const here = risks.filter((risk) => risk.likelihood === likelihood && risk.impact === impact);
      const place = { x: left + (impact - 1) * wide, y: (5 - likelihood) * high };
      return cell(pen, { ...place, wide, high, score: likelihood * impact, risks: here });
    }),
  );
  const body = cells.map(({ svg }) => svg).join('') + axes(pen, wide, high);
  const height = 5 * high + 2 * lineHeight + 8;
  const key = legend(
    pen,
    entries(
      risks,
      cells.some(({ counts }) => counts),
    ),
  );
  return { svg: body + lowered(key.svg, height), height: height + key.height };
};

const entries = (risks: readonly Risk[], isCounted: boolean) => [
  { words: 'The deeper the shade, the higher the score.' },
  ...(risks.some(({ above }) => above) ? [{ words: '▲ above what the council accepts' }] : []),
  ...(isCounted ? [{ words: 'A number alone: so many risks, named in the table.' }] : []),
];

const axes = (pen: Pen, wide: number, high: number): string => {
  const foot = 5 * high + lineHeight;
  const middle = 2.5 * high;
  return [
    ...steps.map((step) =>
      words(pen, {
        x: left + (step - 0.5) * wide,
        y: foot,
        words: String(step),
        anchor: 'middle',
        fill: 'quiet',
      }),
    ),
    ...steps.map((step) =>
      words(pen, {
        x: left - 8,
        y: (5.5 - step) * high + 4,
        words: String(step),
        anchor: 'end',
        fill: 'quiet',
      }),
    ),
    words(pen, {
      x: left + 2.5 * wide,
      y: foot + lineHeight,
      words: 'Impact',
      anchor: 'middle',
      fill: 'quiet',
    }),
    `<g transform="translate(${fontSize} ${at(middle)}) rotate(-90)">${words(pen, { x: 0, y: 0, words: 'Likelihood', anchor: 'middle', fill: 'quiet' })}</g>`,
  ].join('');
};

type Cell = {
  readonly x: number;
  readonly y: number;
  readonly wide: number;
  readonly high: number;
  readonly score: number;
  readonly risks: readonly Risk[];
};

/** `counts`: its risks did not fit by name, and are counted. */
const cell = (pen: Pen, { x, y, wide, high, score, risks }: Cell) => {
  const opacity = Math.round((0.03 + (score / 25) * 0.27) * 100) / 100;
  const ground = `<rect x="${at(x + 1)}" y="${at(y + 1)}" width="${at(wide - 2)}" height="${at(high - 2)}" fill-opacity="${opacity}" ${paint(pen, { fill: 'ink' })}/>`;
  const names = risks.map(({ label, above }) => `${above ? '▲ ' : ''}${label}`);
  const fit =
    names.length * lineHeight <= high - 6 && names.every((name) => widthOf(name) <= wide - 8);
  const lines = fit ? names : counted(risks);
  const top = y + high / 2 - ((lines.length - 1) * lineHeight) / 2 + 4;
  const said = lines.map((each, nth) =>
    words(pen, {
      x: x + wide / 2,
      y: top + nth * lineHeight,
      words: each,
      anchor: 'middle',
      bold: !fit,
    }),
  );
  return { svg: ground + said.join(''), counts: !fit };
};

const counted = (risks: readonly Risk[]): readonly string[] => {
  const above = risks.filter((risk) => risk.above).length;
  return above === 0 ? [String(risks.length)] : [String(risks.length), `▲ ${above}`];
};

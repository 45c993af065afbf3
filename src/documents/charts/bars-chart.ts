// Amounts beside one another, a bar a series, told apart by how they are filled and never by colour: hollow,
// striped, solid, dotted. Each amount is written at its bar's end.
import { figure } from '../../rules/number-words.ts';
import type { Chart } from '../../rules/papers/paper.ts';
import { shortened, widthOf } from './fitting.ts';
import { legend } from './legend.ts';
import { at, type Drawn, fontSize, type Pen, paint, stacked, words } from './pen.ts';

type BarsChart = Extract<Chart, { readonly kind: 'bars' }>;
type Row = BarsChart['rows'][number];

const barHeight = 13;
const barStep = barHeight + 5;

export const barsChart = (pen: Pen, chart: BarsChart): Drawn => {
  const scale = scaleOf(chart, pen.width);
  const samples = chart.series.map((name, nth) => ({
    sample: `<rect x="-12" y="-5" width="24" height="10" stroke-width="1.5" ${filled(pen, nth)}/>`,
    words: name,
  }));
  const drawn = stacked([
    unitLine(pen, chart),
    ...chart.rows.map((row) => rowOf(pen, row, scale)),
    legend(pen, samples),
  ]);
  return { ...drawn, svg: patterns(pen) + drawn.svg };
};

/** A pound or percent sign stands at every amount; any other unit is said once. */
const unitLine = (pen: Pen, { unit }: BarsChart): Drawn =>
  /^(|%|£)$/.test(unit.trim())
    ? { svg: '', height: 0 }
    : {
        svg: words(pen, {
          x: 0,
          y: fontSize,
          words: shortened(`In ${unit.trim()}`, pen.width),
          fill: 'quiet',
        }),
        height: fontSize + 10,
      };

type Scale = {
  readonly x: (value: number) => number;
  readonly say: (value: number | null) => string;
};

/** Room is kept at the right for the longest amount. */
const scaleOf = ({ rows, unit }: BarsChart, width: number): Scale => {
  const values = rows
    .flatMap((row) => row.values)
    .filter((value) => value !== null)
    .filter(Number.isFinite);
  const decimals = values.every(Number.isInteger) ? 0 : 2;
  const say = (value: number | null) => figure({ unit, decimals }, value);
  const low = Math.min(0, ...values);
  const high = Math.max(low === 0 ? 1 : 0, ...values);
  const room = Math.max(40, width - 14 - Math.max(0, ...values.map((each) => widthOf(say(each)))));
  return { x: (value) => 1 + ((value - low) / (high - low)) * room, say };
};

const rowOf = (pen: Pen, row: Row, scale: Scale): Drawn => {
  const head = words(pen, { x: 0, y: fontSize, words: shortened(row.label, pen.width) });
  const bars = row.values.map((value, nth) =>
    barOf(pen, { scale, value, nth, y: fontSize + 8 + nth * barStep }),
  );
  return {
    svg: head + bars.join(''),
    height: fontSize + 8 + row.values.length * barStep + 12,
  };
};

type Bar = {
  readonly scale: Scale;
  readonly value: number | null;
  readonly nth: number;
  readonly y: number;
};

/** What is not known is a dash and no bar; nought is a line. */
const barOf = (pen: Pen, { scale, value, nth, y }: Bar): string => {
  const said = scale.say(value);
  const zero = scale.x(0);
  const baseline = y + barHeight - 2;
  if (value === null || !Number.isFinite(value))
    return words(pen, { x: zero + 6, y: baseline, words: said, fill: 'quiet' });
  const from = Math.min(zero, scale.x(value));
  const to = Math.max(zero, scale.x(value));
  return `<rect x="${at(from)}" y="${at(y)}" width="${at(Math.max(1, to - from))}" height="${barHeight}" stroke-width="1.5" ${filled(pen, nth)}/>${words(pen, { x: to + 6, y: baseline, words: said })}`;
};

const fills = ['hollow', 'stripes', 'solid', 'dots', 'cross'] as const;

const filled = (pen: Pen, nth: number): string => {
  const fill = fills[nth % fills.length] ?? 'solid';
  if (fill === 'hollow') return paint(pen, { fill: 'paper', stroke: 'accent' });
  if (fill === 'solid') return paint(pen, { fill: 'accent', stroke: 'accent' });
  return paint(pen, { stroke: 'accent' }).replace('fill="none"', `fill="url(#${pen.id}-${fill})"`);
};

const patterns = (pen: Pen): string => {
  const accent = paint(pen, { fill: 'accent' });
  return `<defs>${pattern(pen, 'stripes', `<path d="M0 0H2V6H0Z" ${accent}/>`)}${pattern(
    pen,
    'dots',
    `<path d="M1 1H3V3H1Z" ${accent}/>`,
  )}${pattern(pen, 'cross', `<path d="M0 0H6V1.5H1.5V6H0Z" ${accent}/>`)}</defs>`;
};

const pattern = (pen: Pen, name: string, inside: string): string =>
  `<pattern id="${pen.id}-${name}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">${inside}</pattern>`;

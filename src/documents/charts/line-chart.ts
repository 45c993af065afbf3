// A measure's figures as one honest line: its target as it was in each period, each figure's status by shape
// and colour, control limits where there are any, and gaps where there is no figure.
import { figure } from '../../rules/number-words.ts';
import { shortened, widthOf } from './fitting.ts';
import { legend } from './legend.ts';
import { lineLegend } from './line-legend.ts';
import {
  type Figure,
  type Level,
  type LineChart,
  type LinePlaces,
  linePlaces,
  unitWords,
} from './line-places.ts';
import { mark, ring } from './marks.ts';
import { at, type Drawn, fontSize, lines, lowered, type Pen, paint, words } from './pen.ts';

export const lineChart = (pen: Pen, chart: LineChart): Drawn => {
  const places = linePlaces(chart, pen.width);
  const plot = [
    words(pen, { x: 0, y: fontSize, words: shortened(unitWords(chart), pen.width), fill: 'quiet' }),
    axes(pen, places),
    limits(pen, places),
    lines(pen, places.targets.map(level), { stroke: 'accent', thick: 2, dashes: '2 3' }),
    rebasings(pen, places),
    stretches(pen, places),
    ...places.figures.map((each) => (each ? figureMark(pen, places, each) : '')),
    newest(pen, places, chart),
  ];
  const height = places.bottom + fontSize + 16;
  const key = legend(pen, lineLegend(pen, chart, places));
  return { svg: plot.join('') + lowered(key.svg, height), height: height + key.height };
};

const axes = (pen: Pen, { valueTicks, periodTicks, ...places }: LinePlaces): string => {
  const { left, right, bottom } = places;
  return [
    lines(
      pen,
      valueTicks.map((tick) => [
        [left, tick.at],
        [right, tick.at],
      ]),
      { stroke: 'faint' },
    ),
    ...valueTicks.map((tick) =>
      words(pen, {
        x: left - 6,
        y: tick.at + 4,
        words: shortened(tick.words, left - 6),
        anchor: 'end',
        fill: 'quiet',
      }),
    ),
    ...periodTicks.map((tick) =>
      words(pen, {
        x: tick.at,
        y: bottom + fontSize + 6,
        words: tick.words,
        anchor: 'middle',
        fill: 'quiet',
      }),
    ),
  ].join('');
};

const level = ({ from, to, y }: Level) => [[from, y] as const, [to, y] as const] as const;

/** The mean is thin and solid, limits dashed, and trial limits more finely. */
const limits = (pen: Pen, { limits: stretches }: LinePlaces): string => {
  if (stretches.length === 0) return '';
  const bands = stretches.map(
    ({ from, to, low, high }) => `M${at(from)} ${at(high)}H${at(to)}V${at(low)}H${at(from)}Z`,
  );
  const edges = (isTrial: boolean) =>
    stretches
      .filter(({ trial }) => trial === isTrial)
      .flatMap(({ low, high, ...span }) => [low, high].map((y) => level({ ...span, y })));
  return [
    `<path d="${bands.join('')}" fill-opacity="0.06" ${paint(pen, { fill: 'ink' })}/>`,
    lines(pen, edges(false), { stroke: 'quiet', dashes: '8 5' }),
    lines(pen, edges(true), { stroke: 'quiet', dashes: '3 4' }),
    lines(
      pen,
      stretches.map(({ mean, ...span }) => level({ ...span, y: mean })),
      { stroke: 'quiet' },
    ),
  ].join('');
};

/** A letter for each, which the legend explains. */
const rebasings = (pen: Pen, { rebased, top, bottom }: LinePlaces): string =>
  lines(
    pen,
    rebased.map(({ x }) => [
      [x, top - 14],
      [x, bottom],
    ]),
    { stroke: 'ink', dashes: '1 3' },
  ) +
  rebased
    .map(({ x, letter }) =>
      words(pen, { x, y: top - 18, words: letter, anchor: 'middle', bold: true }),
    )
    .join('');

/** Between neighbouring periods alone; dashed where either end is illustrative. */
const stretches = (pen: Pen, { figures }: LinePlaces): string => {
  const all = figures.flatMap((to, nth) => {
    const from = figures[nth - 1];
    if (!from || !to) return [];
    const isDashed = from.point.illustrative || to.point.illustrative;
    return [{ isDashed, line: [[from.x, from.y] as const, [to.x, to.y] as const] as const }];
  });
  const drawn = (dashed: boolean) =>
    all.filter(({ isDashed }) => isDashed === dashed).map(({ line }) => line);
  return (
    lines(pen, drawn(false), { stroke: 'quiet', thick: 2 }) +
    lines(pen, drawn(true), { stroke: 'quiet', thick: 2, dashes: '6 5' })
  );
};

/** Hollow where illustrative, with a p where provisional, ringed where it is a special cause. */
const figureMark = (pen: Pen, { size, bottom }: LinePlaces, { x, y, point }: Figure): string =>
  [
    point.cause &&
      ring(pen, { cause: point.cause, x, y, size, arrow: y > bottom - 24 ? 'over' : 'under' }),
    mark(pen, { standing: point.standing, x, y, hollow: point.illustrative, size }),
    point.provisional && words(pen, { x, y: y - 12, words: 'p', anchor: 'middle', halo: true }),
  ]
    .filter(Boolean)
    .join('');

/** The newest figure is said at its mark, on the side that its line does not come from. */
const newest = (pen: Pen, places: LinePlaces, { unit, decimals }: LineChart): string => {
  const drawn = places.figures.filter((each) => each !== null);
  const last = drawn.at(-1);
  if (!last) return '';
  const said = figure({ unit, decimals }, last.point.value);
  const half = widthOf(said) / 2;
  const falls = (drawn.at(-2)?.y ?? last.y) < last.y - 8;
  const isUnder = falls && !last.point.cause && last.y < places.bottom - 26;
  return words(pen, {
    x: Math.max(half, Math.min(last.x, pen.width - half)),
    y: last.y + (isUnder ? 24 : last.point.provisional ? -26 : -13),
    words: said,
    anchor: 'middle',
    bold: true,
    halo: true,
  });
};

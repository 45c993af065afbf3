// How many measures stand how, a bar a row on one scale. Beneath each bar the same is said by shape and
// number, so that nobody has to tell colours or lengths apart.

import { type Standing, standings, standingWords } from '../../registers/words.ts';
import type { Chart } from '../../rules/papers/paper.ts';
import { shortened, widthOf } from './fitting.ts';
import { legend } from './legend.ts';
import { mark } from './marks.ts';
import { at, type Drawn, fontSize, type Pen, paint, stacked, words } from './pen.ts';

type StandingsChart = Extract<Chart, { readonly kind: 'standings' }>;
type Row = StandingsChart['rows'][number];

const barHeight = 14;

export const standingsChart = (pen: Pen, { rows }: StandingsChart): Drawn => {
  const most = Math.max(1, ...rows.map(totalOf));
  const key = standings.filter((standing) => rows.some(({ counts }) => counts[standing] > 0));
  return stacked([
    ...rows.map((row) => barOf(pen, row, (pen.width - 2) / most)),
    legend(
      pen,
      key.map((standing) => ({
        sample: mark(pen, { standing, x: 0, y: 0 }),
        words: standingWords[standing].words,
      })),
    ),
  ]);
};

const totalOf = ({ counts }: Row): number =>
  standings.reduce((sum, standing) => sum + counts[standing], 0);

/** `perMeasure`: how wide one measure is drawn. */
const barOf = (pen: Pen, row: Row, perMeasure: number): Drawn => {
  const total = totalOf(row);
  const said = String(total);
  const room = pen.width - widthOf(said) - 16;
  const head =
    words(pen, { x: 0, y: fontSize, words: shortened(row.label, room) }) +
    words(pen, { x: pen.width, y: fontSize, words: said, anchor: 'end', bold: true });
  let x = 1;
  let under = 0;
  let bar = '';
  for (const standing of standings) {
    const count = row.counts[standing];
    if (count === 0) continue;
    bar += segment(pen, { standing, x, width: count * perMeasure });
    x += count * perMeasure;
    bar += counted(pen, { standing, count, x: under });
    under += 24 + widthOf(String(count));
  }
  if (total === 0) {
    const none = words(pen, { x: 0, y: barTop + fontSize, words: 'None', fill: 'quiet' });
    return { svg: head + none, height: barTop + fontSize + 22 };
  }
  return { svg: head + bar, height: lineUnder + 22 };
};

const barTop = fontSize + 7;
const lineUnder = barTop + barHeight + fontSize + 6;

type Segment = { readonly standing: Standing; readonly x: number; readonly width: number };

/** Set apart from the next by the ground; what is no verdict is hollow. */
const segment = (pen: Pen, { standing, x, width }: Segment): string => {
  const { colour } = standingWords[standing];
  const fill = colour === 'grey' ? 'paper' : colour === 'amber' ? 'marigold' : colour;
  const gap = Math.min(2, width / 4);
  return `<rect x="${at(x)}" y="${barTop}" width="${at(width - gap)}" height="${barHeight}" stroke-width="1.5" ${paint(pen, { fill, stroke: colour })}/>`;
};

type Counted = { readonly standing: Standing; readonly count: number; readonly x: number };

const counted = (pen: Pen, { standing, count, x }: Counted): string =>
  mark(pen, { standing, x: x + 6, y: lineUnder - 4 }) +
  words(pen, { x: x + 15, y: lineUnder, words: String(count) });

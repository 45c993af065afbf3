// The shapes of a status, drawn round a point and some twelve units across: the same as the glyphs that
// stand in words, in any font.
import { type Standing, standingWords } from '../../registers/words.ts';
import { at, type Pen, paint } from './pen.ts';

type Glyph = (typeof standingWords)[Standing]['glyph'];

export type Marked = {
  readonly standing: Standing;
  readonly x: number;
  readonly y: number;
  /** Illustrative figures are hollow. */
  readonly hollow?: boolean;
  /** 1 unless said. */
  readonly size?: number;
};

export const mark = (pen: Pen, { standing, x, y, hollow = false, size = 1 }: Marked): string => {
  const { glyph, colour } = standingWords[standing];
  const place = `transform="translate(${at(x)} ${at(y)})${size === 1 ? '' : ` scale(${size})`}"`;
  if (glyph === '–')
    return `<path d="M-5-1.25H5v2.5H-5Z" ${place} ${paint(pen, { fill: colour })}/>`;
  const isOutline = hollow || glyph === '○' || glyph === '◇';
  const fill = isOutline ? 'paper' : glyph === '▲' ? 'marigold' : colour;
  return `<path d="${outlines[glyph]}" stroke-width="1.75" stroke-linejoin="round" ${place} ${paint(pen, { fill, stroke: colour })}/>`;
};

const outlines: { readonly [G in Exclude<Glyph, '–'>]: string } = {
  '★': 'M0-5.6 1.5-1.9 5.5-1.7 2.4.8 3.4 4.7 0 2.5-3.4 4.7-2.4.8-5.5-1.7-1.5-1.9Z',
  '●': 'M-4.4 0a4.4 4.4 0 1 0 8.8 0a4.4 4.4 0 1 0-8.8 0Z',
  '▲': 'M0-4.8 5 4H-5Z',
  '■': 'M-4.2-4.2H4.2V4.2H-4.2Z',
  '○': 'M-4.4 0a4.4 4.4 0 1 0 8.8 0a4.4 4.4 0 1 0-8.8 0Z',
  '◇': 'M0-5 5 0 0 5-5 0Z',
};

type Ringed = {
  readonly cause: 'better' | 'worse' | 'neither';
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Where its arrow stands; under it unless said. */
  readonly arrow?: 'under' | 'over' | 'beside';
};

/** A special cause: a ring, with an arrow where it is for the better or the worse. */
export const ring = (pen: Pen, { cause, x, y, size = 1, arrow = 'under' }: Ringed): string => {
  const round = `<circle cx="${at(x)}" cy="${at(y)}" r="${at(9 * size)}" stroke-width="1.5" ${paint(pen, { stroke: 'ink' })}/>`;
  const drawn = arrows[cause];
  if (drawn === null) return round;
  const [right, down] = aways[arrow];
  const place = `translate(${at(x + right * size)} ${at(y + down * size)})`;
  return `${round}<path d="${drawn}" stroke-width="1.75" transform="${place}" ${paint(pen, { stroke: 'ink' })}/>`;
};

const aways = { under: [0, 17], over: [0, -17], beside: [17, 0] } as const;

/** As '↗' and '↘' of the words. */
const arrows = {
  better: 'M-3.5 3.5 3.5-3.5M-1.5-3.5H3.5V1.5',
  worse: 'M-3.5-3.5 3.5 3.5M-1.5 3.5H3.5V-1.5',
  neither: null,
} as const;

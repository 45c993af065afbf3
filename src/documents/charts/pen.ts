// How a chart's elements are written: plain attributes always, and on a page a class beside each colour.
import { escaped } from '../papers/printable.ts';
import { inks, type Paint } from './ink.ts';

export type Pen = {
  readonly for: 'page' | 'picture';
  /** In units of the drawing, which are CSS pixels where it is shown at its own width. */
  readonly width: number;
  /** What ids within the drawing begin with. */
  readonly id: string;
};

/** A part of a drawing from its top left, and how far down it reaches. */
export type Drawn = { readonly svg: string; readonly height: number };

export const fontSize = 13;

/** A tenth of a unit is finer than any screen or printer shows. */
export const at = (place: number): string => String(Math.round(place * 10) / 10 || 0);

type Painted = { readonly fill?: Paint; readonly stroke?: Paint };

/** What is not said is not painted. */
export const paint = (pen: Pen, { fill, stroke }: Painted): string => {
  const attributes = `fill="${fill ? inks[fill].light : 'none'}"${
    stroke ? ` stroke="${inks[stroke].light}"` : ''
  }`;
  if (pen.for === 'picture') return attributes;
  const classes = [fill && `f-${fill}`, stroke && `s-${stroke}`].filter(Boolean).join(' ');
  return `${attributes} class="${classes}"`;
};

type Words = {
  readonly x: number;
  readonly y: number;
  readonly words: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill?: Paint;
  readonly bold?: boolean;
  /** Kept apart from the lines it stands over. */
  readonly halo?: boolean;
};

/** One line of words, on the line y. */
export const words = (pen: Pen, { x, y, anchor, fill = 'ink', ...more }: Words): string => {
  const ends = anchor === undefined || anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  const weight = more.bold ? ' font-weight="700"' : '';
  const halo = more.halo ? ' stroke-width="4" stroke-linejoin="round" paint-order="stroke"' : '';
  const colours = paint(pen, more.halo ? { fill, stroke: 'paper' } : { fill });
  return `<text x="${at(x)}" y="${at(y)}"${ends}${weight}${halo} ${colours}>${escaped(more.words)}</text>`;
};

type Place = readonly [x: number, y: number];

type Stroke = {
  readonly stroke: Paint;
  readonly thick?: number;
  /** As of stroke-dasharray; none is solid. */
  readonly dashes?: string;
};

/** Straight lines that look alike, as one path; none is nothing. */
export const lines = (
  pen: Pen,
  places: readonly (readonly [from: Place, to: Place])[],
  { stroke, thick = 1, dashes }: Stroke,
): string => {
  if (places.length === 0) return '';
  const path = places.map(
    ([from, to]) => `M${at(from[0])} ${at(from[1])}L${at(to[0])} ${at(to[1])}`,
  );
  const dashed = dashes ? ` stroke-dasharray="${dashes}"` : '';
  return `<path d="${path.join('')}" stroke-width="${thick}"${dashed} ${paint(pen, { stroke })}/>`;
};

/** Further down by so much. */
export const lowered = (svg: string, by: number): string =>
  svg === '' ? '' : `<g transform="translate(0 ${at(by)})">${svg}</g>`;

/** One under the other. */
export const stacked = (parts: readonly Drawn[]): Drawn => {
  let height = 0;
  const svg = parts.map((part) => {
    const placed = lowered(part.svg, height);
    height += part.height;
    return placed;
  });
  return { svg: svg.join(''), height };
};

// The colours of a chart and of a page: as printed, and in the dark. Every one that words or shapes are drawn
// in has at least 4.5 to 1 on its ground (WCAG 2.2, 1.4.3); a status has its shape and word beside it.

type Ink = { readonly light: string; readonly dark: string };

export const inks = {
  ink: { light: '#242424', dark: '#f2f2f2' },
  quiet: { light: '#4f4f4f', dark: '#c9c9c9' },
  faint: { light: '#d4d4d4', dark: '#4d4d4d' },
  paper: { light: '#ffffff', dark: '#1b1b1b' },
  accent: { light: '#4b4fb5', dark: '#b3b8ff' },
  blue: { light: '#00539b', dark: '#85c4ff' },
  green: { light: '#0b6a0b', dark: '#6ccb6c' },
  amber: { light: '#7a4f00', dark: '#ffc83d' },
  /** What an amber shape is filled with; its outline is amber. */
  marigold: { light: '#f2a900', dark: '#b37d00' },
  red: { light: '#b10e1c', dark: '#ff9d94' },
  grey: { light: '#5c5c5c', dark: '#b8b8b8' },
} as const satisfies { readonly [name: string]: Ink };

export type Paint = keyof typeof inks;

const names = Object.keys(inks) as Paint[];

/**
 * The style that a page with charts needs: their colours stand in attributes, so that a drawing is whole
 * without it, and this changes them on a dark screen and where the reader chose the colours.
 */
export const chartStyle = [
  '@media screen and (prefers-color-scheme:dark){',
  ...names.map(
    (name) => `.f-${name}{fill:${inks[name].dark}}.s-${name}{stroke:${inks[name].dark}}`,
  ),
  '}',
  '@media (forced-colors:active){',
  `${names.map((name) => `.f-${name}`).join(',')}{fill:CanvasText}`,
  `${names.map((name) => `.s-${name}`).join(',')}{stroke:CanvasText}`,
  '.f-paper,.f-marigold{fill:Canvas}.s-paper{stroke:Canvas}.s-faint{stroke-opacity:.3}',
  '}',
].join('');

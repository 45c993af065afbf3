// How much room words take in a chart, and how they are shortened to what there is. Which font a reader has
// is not known, so the widths are those of DejaVu Sans, as wide as any that is likely.
import { printable } from '../papers/printable.ts';
import { fontSize } from './pen.ts';

const signs = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/** In units of the drawing. */
export const widthOf = (words: string): number => {
  let taken = 0;
  if (/^[ -~£–]*$/.test(words)) for (const sign of words) taken += shareOf(sign);
  else for (const { segment } of signs.segment(words)) taken += shareOf(segment);
  return (taken * fontSize) / 100;
};

/** In hundredths of the letters' size: whole numbers add up without noise. */
const groups: readonly (readonly [string, number])[] = [
  [' ', 33],
  ["ijl.,:;'|!()[]ftI-", 40],
  ['abcdeghknopqrsuvxyz0123456789£–', 63],
  ['▲', 80],
  ['mwMW%@…', 100],
];
const known = new Map(
  groups.flatMap(([all, share]) => [...all].map((sign) => [sign, share] as const)),
);

/** Letters of other scripts, signs and pictures are taken to be wide. */
const shareOf = (sign: string): number => known.get(sign) ?? (sign < 'ɏ' ? 75 : 120);

/** On one line, whole or ended with '…'; a sign of several code points is never cut. */
export const shortened = (text: string, room: number): string => {
  const words = printable(text).replace(/\s+/g, ' ').trim();
  // A line of a chart never holds so much: the rest need not be measured.
  const enough = words.slice(0, 400);
  if (words === enough && widthOf(words) <= room) return words;
  let kept = '';
  let taken = shareOf('…');
  for (const { segment } of signs.segment(enough)) {
    taken += shareOf(segment);
    if ((taken * fontSize) / 100 > room) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
};

/** Over as many lines as are allowed, broken between words; the last ends with '…' where there is more. */
export const overLines = (text: string, room: number, most: number): readonly string[] => {
  const lines: string[] = [];
  let rest = printable(text).replace(/\s+/g, ' ').trim();
  while (lines.length < most - 1 && widthOf(rest.slice(0, 400)) > room) {
    const first = firstLine(rest, room);
    if (first === '') break;
    lines.push(first);
    rest = rest.slice(first.length).trimStart();
  }
  return [...lines, shortened(rest, room)];
};

/** As many whole words as fit; '' where not even the first does. */
const firstLine = (words: string, room: number): string => {
  let fits = '';
  for (let space = words.indexOf(' '); space > 0; space = words.indexOf(' ', space + 1)) {
    const longer = words.slice(0, space);
    if (widthOf(longer) > room) break;
    fits = longer;
  }
  return fits;
};

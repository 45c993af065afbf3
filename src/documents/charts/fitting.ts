// How much room words take in a chart, and how they are shortened to what there is. Which font a reader has
// is not known, so the widths are those of DejaVu Sans, as wide as any that is likely.
import { printable } from '../papers/printable.ts';
import { fontSize } from './pen.ts';

const signs = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/** In units of the drawing. */
export const widthOf = (words: string): number => {
  let ems = 0;
  if (/^[ -~£–]*$/.test(words)) {
    for (const sign of words) ems += emsOf(sign);
    return ems * fontSize;
  }
  for (const { segment } of signs.segment(words)) ems += emsOf(segment);
  return ems * fontSize;
};

const groups: readonly (readonly [string, number])[] = [
  [' ', 0.33],
  ["ijl.,:;'|!()[]ftI-", 0.4],
  ['abcdeghknopqrsuvxyz0123456789£–', 0.63],
  ['▲', 0.8],
  ['mwMW%@…', 1],
];
const known = new Map(groups.flatMap(([all, ems]) => [...all].map((sign) => [sign, ems] as const)));

/** Letters of other scripts, signs and pictures are taken to be wide. */
const emsOf = (sign: string): number => known.get(sign) ?? (sign < 'ɏ' ? 0.75 : 1.2);

/** On one line, whole or ended with '…'; a sign of several code points is never cut. */
export const shortened = (text: string, room: number): string => {
  const words = printable(text).replace(/\s+/g, ' ').trim();
  // A line of a chart never holds so much: the rest need not be measured.
  const enough = words.slice(0, 400);
  if (words === enough && widthOf(words) <= room) return words;
  let kept = '';
  let left = room - widthOf('…');
  for (const { segment } of signs.segment(enough)) {
    left -= emsOf(segment) * fontSize;
    if (left < 0) break;
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

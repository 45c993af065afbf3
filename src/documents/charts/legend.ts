// What the marks of a chart mean, only those that are in it, as many to a line as there is room for.
import { overLines, widthOf } from './fitting.ts';
import { type Drawn, fontSize, lowered, type Pen, words } from './pen.ts';

/** `sample` is drawn round the middle of a space 28 wide; without one the words begin at the edge. */
export type LegendEntry = { readonly sample?: string; readonly words: string };

const sampleWidth = 34;
const lineHeight = fontSize + 8;

export const legend = (pen: Pen, entries: readonly LegendEntry[]): Drawn => {
  let svg = '';
  let x = 0;
  let y = lineHeight;
  for (const entry of entries) {
    const indent = entry.sample === undefined ? 0 : sampleWidth;
    const width = indent + widthOf(entry.words);
    if (x > 0 && x + width > pen.width) {
      x = 0;
      y += lineHeight;
    }
    const lines = overLines(entry.words, pen.width - x - indent, 3);
    if (entry.sample) svg += `<g transform="translate(${x + 14} ${y - 4})">${entry.sample}</g>`;
    svg += lines
      .map((each, nth) =>
        words(pen, { x: x + indent, y: y + nth * (fontSize + 4), words: each, fill: 'quiet' }),
      )
      .join('');
    y += (lines.length - 1) * (fontSize + 4);
    x = lines.length > 1 ? pen.width : x + width + 20;
  }
  return { svg: lowered(svg, 4), height: entries.length === 0 ? 0 : y + 10 };
};

// A table of a paper as Word has it: its headings marked and repeated on each page, its columns as wide as
// what is in them asks for. Written as XML: docx takes half a second over the cells of one long paper.
import type { Cell, Column, Table } from '../../rules/papers/paper.ts';
import { inks } from '../charts/ink.ts';
import { shapeOf } from './cell-shape.ts';
import { textWidth } from './docx-styles.ts';
import { isSetFromTheRight, runsXml } from './docx-text.ts';
import { escaped } from './printable.ts';

/** The first row and the first column are headings: so screen readers and the PDF made from it know. */
export const tableXml = ({ caption, columns, rows }: Table): string => {
  const widths = widthsOf(columns, rows);
  const width = (at: number): string => `<w:tcW w:w="${widths[at]}" w:type="dxa"/>`;
  const body = rows.map((cells) => {
    const inside = columns.map((column, at) =>
      bodyCell(cells[at] ?? { text: '' }, column, width(at)),
    );
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${inside.join('')}</w:tr>`;
  });
  return [
    `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblLayout w:type="fixed"/>`,
    '<w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>',
    `<w:tblCaption w:val="${escaped(caption).replace(/\s+/g, ' ')}"/></w:tblPr>`,
    `<w:tblGrid>${widths.map((each) => `<w:gridCol w:w="${each}"/>`).join('')}</w:tblGrid>`,
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${columns.map((column, at) => headingCell(column, width(at))).join('')}</w:tr>`,
    ...body,
    '</w:tbl>',
  ].join('');
};

const headingCell = ({ heading, kind }: Column, width: string): string =>
  `<w:tc><w:tcPr>${width}<w:shd w:val="clear" w:color="auto" w:fill="E7ECF1"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="NoSpacing"/><w:keepNext/>${sideOf(kind)}</w:pPr>${runsXml(heading, { bold: true })}</w:p></w:tc>`;

const bodyCell = (cell: Cell, { kind }: Column, width: string): string => {
  const look = shapeOf(cell);
  const shape =
    look === null
      ? ''
      : runsXml(`${look.shape}\u00a0`, { color: inks[look.colour].light.slice(1) });
  const bidi = isSetFromTheRight(cell.text) ? '<w:bidi/>' : '';
  return `<w:tc><w:tcPr>${width}</w:tcPr><w:p><w:pPr><w:pStyle w:val="NoSpacing"/>${bidi}${sideOf(kind)}</w:pPr>${shape}${runsXml(cell.text)}</w:p></w:tc>`;
};

const sideOf = (kind: Column['kind']): string => (kind === 'number' ? '<w:jc w:val="right"/>' : '');

/**
 * Of a letter of this size, of a heading's where there is no Arial and a wider font stands in for it, and of
 * what lies beside a cell's text; in twentieths of a point.
 */
const [letter, boldLetter, beside] = [118, 135, 200];
/**
 * Letters: the longest word that is kept whole, the longest text that is given a line of its own, and what
 * the first column, and any other with more to say than a word, has at least.
 */
const [longestWord, longestLine, leastFirst, leastText] = [16, 44, 24, 12];

/**
 * In twentieths of a point, ever more: no word of its heading is broken (and no number), there is room to
 * read, no word at all is broken, all of it is on one line.
 */
type AskedBy = readonly [heading: number, room: number, words: number, line: number];

/**
 * In twentieths of a point, together as wide as the text. A number, or a word, is broken only where there
 * is no room for all of them, and then not a heading's; what is left over goes to the columns with more
 * to say.
 */
const widthsOf = (columns: readonly Column[], rows: Table['rows']): readonly number[] => {
  const asked = columns.map((column, at) =>
    askedBy(
      column,
      rows.map((cells) => cells[at]),
      at === 0,
    ),
  );
  const sum = (step: number) => asked.reduce((total, each) => total + (each[step] ?? 0), 0);
  const has = [2, 1, 0].find((step) => sum(step) <= textWidth);
  if (has === undefined)
    return asked.map(([heading]) => Math.floor((heading / sum(0)) * textWidth));
  return sharedOut(asked.map((each) => [each[has] ?? 0, each[has + 1] ?? 0]));
};

/** What is left of the page beyond what each has already, by how much more each asks. */
const sharedOut = (asked: readonly (readonly [number, number])[]): readonly number[] => {
  const left = asked.reduce((sum, [has]) => sum - has, textWidth);
  const more = asked.reduce((sum, [has, wants]) => sum + wants - has, 0);
  return asked.map(([has, wants]) => {
    const share = more === 0 ? 1 / asked.length : (wants - has) / more;
    return Math.floor(has + left * share);
  });
};

const askedBy = (
  { heading, kind }: Column,
  cells: readonly (Cell | undefined)[],
  isFirst: boolean,
): AskedBy => {
  const isArrow = cells.some((cell) => cell?.direction !== undefined);
  const ofHeading = Math.min(longestWordOf(heading), longestWord);
  let shape = 0;
  let whole = 0;
  let word = heading.length > 12 || isArrow ? ofHeading : heading.length;
  for (const cell of cells) {
    if (cell === undefined) continue;
    if (shapeOf(cell) !== null) shape = 3;
    whole = Math.max(whole, Math.min(cell.text.length, longestLine));
    if (word < longestWord && cell.text.length > word)
      word = Math.max(word, longestWordOf(cell.text.slice(0, 200)));
  }
  const ofText =
    kind === 'text' && !isArrow ? Math.min(whole, isFirst ? leastFirst : leastText) : 0;
  const least = Math.max(Math.min(word, longestWord) + shape, ofText);
  const ofRow = kind === 'text' ? ofHeading : least;
  const asked = [ofRow, Math.max(ofRow, Math.min(ofText, leastText)), least, whole + shape];
  const bold = ofHeading * boldLetter;
  const [row = 0, room = 0, words = 0, line = 0] = asked.map((each) =>
    Math.max(each * letter, bold),
  );
  return [row + beside, room + beside, words + beside, Math.max(words, line) + beside];
};

const longestWordOf = (text: string): number =>
  text.split(/\s/).reduce((sum, { length }) => Math.max(sum, length), 0);

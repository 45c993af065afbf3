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

/** Of a letter of this size, and of what lies beside a cell's text; in twentieths of a point. */
const [letter, beside] = [118, 200];
/** Letters: the longest word that is kept whole, and the longest text that is given a line of its own. */
const [longestWord, longestLine] = [16, 44];

/**
 * In twentieths of a point, together as wide as the text. A number, or a word of a heading, is broken only
 * where there is no room for all of them; what is left over goes to the columns with more to say.
 */
const widthsOf = (columns: readonly Column[], rows: Table['rows']): readonly number[] => {
  const asked = columns.map((column, at) =>
    askedBy(
      column,
      rows.map((cells) => cells[at]),
    ),
  );
  const least = asked.reduce((sum, each) => sum + each.least, 0);
  const more = asked.reduce((sum, each) => sum + each.most - each.least, 0);
  const left = textWidth - least;
  return asked.map((each) => {
    if (left < 0) return Math.floor((each.least / least) * textWidth);
    const share = more === 0 ? 1 / asked.length : (each.most - each.least) / more;
    return Math.floor(each.least + left * share);
  });
};

const askedBy = ({ heading }: Column, cells: readonly (Cell | undefined)[]) => {
  let shape = 0;
  let whole = 0;
  let word = heading.length > 12 ? longestWordOf(heading) : heading.length;
  for (const cell of cells) {
    if (cell === undefined) continue;
    if (shapeOf(cell) !== null) shape = 3;
    whole = Math.max(whole, Math.min(cell.text.length, longestLine));
    if (word < longestWord && cell.text.length > word)
      word = Math.max(word, longestWordOf(cell.text.slice(0, 200)));
  }
  const least = Math.min(word, longestWord) + shape;
  return {
    least: least * letter + beside,
    most: Math.max(least, whole + shape) * letter + beside,
  };
};

const longestWordOf = (text: string): number =>
  text.split(/\s/).reduce((sum, { length }) => Math.max(sum, length), 0);

// A table of a paper on a page: caption, headings of columns and rows, and its notes beneath. On a narrow
// screen it scrolls by itself, by keyboard too.
import { directionWords, standingWords } from '../../registers/words.ts';
import { workStatusWords } from '../../registers/work-words.ts';
import type { Cell, Column, Table } from '../../rules/papers/paper.ts';
import { shapeOf } from './cell-shape.ts';
import { directionOf, element, prose } from './html-text.ts';
import { escaped } from './printable.ts';

/** `id` is unique on its page. */
export const tableHtml = (table: Table, id: string): string =>
  [
    `<div class="scroll" role="group" aria-labelledby="${id}" tabindex="0"><table>`,
    `<caption id="${id}">${element('span', table.caption)}</caption>`,
    `<thead><tr>${table.columns.map(headingCell).join('')}</tr></thead>`,
    `<tbody>${table.rows.map((row) => rowHtml(row, table.columns)).join('\n')}</tbody>`,
    '</table></div>',
    ...table.notes.map((note) => element('p', note, { attributes: 'class="note"' })),
  ].join('');

const headingCell = ({ heading, kind }: Column): string =>
  element('th', heading, { attributes: `scope="col"${classOf(kind)}` });

const rowHtml = (cells: readonly Cell[], columns: readonly Column[]): string =>
  `<tr>${columns.map((column, nth) => cellHtml(cells[nth] ?? { text: '' }, column, nth)).join('')}</tr>`;

const cellHtml = (cell: Cell, { kind }: Column, nth: number): string => {
  const tag = nth === 0 ? 'th' : 'td';
  const scope = nth === 0 ? ' scope="row"' : '';
  return `<${tag}${scope}${classOf(kind)}${directionOf(cell.text)}>${shapeHtml(cell)}${prose(cell.text)}</${tag}>`;
};

const classOf = (kind: Column['kind']): string => (kind === 'text' ? '' : ` class="${kind}"`);

/** A shape beside its words adds nothing to hear; without them, it is named. */
const shapeHtml = (cell: Cell): string => {
  const look = shapeOf(cell);
  if (look === null) return '';
  const name = nameOf(cell);
  const heard = cell.text.toLowerCase().includes(name.toLowerCase())
    ? 'aria-hidden="true"'
    : `role="img" aria-label="${escaped(name)}"`;
  return `<span class="shape ${look.colour}" ${heard}>${look.shape}\u00a0</span>`;
};

const nameOf = ({ standing, status, direction }: Cell): string => {
  if (standing !== undefined) return standingWords[standing].words;
  if (status !== undefined) return workStatusWords[status].words;
  return direction === undefined ? '' : directionWords[direction].words;
};

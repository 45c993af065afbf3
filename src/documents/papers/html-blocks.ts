// The sections of a paper on a page, and each kind of block in them.
import type { Block, Chart, PaperSection } from '../../rules/papers/paper.ts';
import { chartFigures } from '../charts/chart-figures.ts';
import { chartSvg, narrowest } from '../charts/chart-svg.ts';
import { tableHtml } from './html-table.ts';
import { element, prose } from './html-text.ts';
import { escaped } from './printable.ts';

/** Gives 'table_1', 'table_2' ...: ids of a paper have no underline, so none of these is one of them. */
export type Numbered = (what: string) => string;

export type Within = {
  /** Of the section's own heading, from 2. */
  readonly level: number;
  /** Before the ids of its sections: 'exempt_' in the appendix, where the same ids may come again. */
  readonly prefix: string;
  readonly numbered: Numbered;
};

export const sectionHtml = (section: PaperSection, within: Within): string => {
  const id = escaped(`${within.prefix}${section.id}`);
  const inner = { ...within, level: Math.min(6, within.level + 1) };
  return [
    `<section aria-labelledby="${id}">`,
    element(`h${within.level}`, section.heading, { attributes: `id="${id}"` }),
    ...section.blocks.map((block) => blockHtml(block, within.numbered)),
    ...section.sections.map((each) => sectionHtml(each, inner)),
    '</section>',
  ].join('\n');
};

const blockHtml = (block: Block, numbered: Numbered): string => {
  switch (block.kind) {
    case 'paragraph':
      return element('p', block.text, block.lead ? { attributes: 'class="lead"' } : {});
    case 'list':
      return block.items.length === 0
        ? ''
        : `<ul>${block.items.map((item) => element('li', item)).join('')}</ul>`;
    case 'quote':
      return `<figure class="quote">${element('blockquote', block.text)}${element('figcaption', block.by)}</figure>`;
    case 'table':
      return tableHtml(block.table, numbered('table'));
    case 'chart':
      return chartHtml(block.chart, numbered);
  }
};

const wide = 680;
/** In characters. What is longer tells every figure, and is opened with them; a screen reader has it anyway. */
const longestAlt = 280;

/** Word, which draws Outlook's mail, knows no drawings and would print the words in them one after another. */
const notInWord = '<!--[if !mso]><!-->';
const againInWord = '<!--<![endif]-->';

/** Drawn for a desk and for a phone, one of them shown; what it shows in words; and its figures. */
const chartHtml = (chart: Chart, numbered: Numbered): string => {
  const own = { ...chart, id: numbered('chart').replace('_', '-') };
  const alt = element('p', chart.alt);
  const isShort = chart.alt.length <= longestAlt;
  const narrow = chartSvg(own, { for: 'page', width: narrowest });
  return [
    '<figure class="chart">',
    element('figcaption', chart.title),
    notInWord,
    chartSvg(own, { for: 'page', width: wide }),
    // Where the page's style does not come along, one drawing is enough.
    narrow.replace('<svg ', '<svg class="narrow" style="display:none" '),
    againInWord,
    isShort ? alt : '',
    `<details><summary>${prose(`Figures as a table: ${chart.title}`)}</summary>`,
    isShort ? '' : alt,
    tableHtml(chartFigures(chart), numbered('table')),
    '</details></figure>',
  ].join('');
};

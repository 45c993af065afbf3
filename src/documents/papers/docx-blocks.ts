// The sections of a paper and the blocks in them, as Word has them: real headings, lists and pictures.
import { type FileChild, HeadingLevel, ImageRun, Paragraph } from 'docx';
import type { Block, Chart, PaperSection } from '../../rules/papers/paper.ts';
import type { KeptApart } from './docx-kept-apart.ts';
import { textWidth } from './docx-styles.ts';
import { isSetFromTheRight, runsOf } from './docx-text.ts';
import { printable } from './printable.ts';

/** A chart as a picture; width and height in pixels of 1/96 inch, as it is to be seen. */
export type Drawn = { readonly png: Uint8Array; readonly width: number; readonly height: number };

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

/** What a paper's blocks need beside themselves. */
export type Within = {
  readonly drawn: ReadonlyMap<Chart, Drawn>;
  readonly apart: KeptApart;
};

/** `depth` from 0; a paper goes no deeper than three. */
export const sectionBlocks = (section: PaperSection, within: Within, depth = 0): FileChild[] => [
  headingOf(section.heading, levels[Math.min(depth, 2)] ?? HeadingLevel.HEADING_3),
  ...section.blocks.flatMap((block) => blocksOf(block, within)),
  ...section.sections.flatMap((each) => sectionBlocks(each, within, depth + 1)),
];

/** Kept with what follows by itself: a template's own style need not say so. */
export const headingOf = (
  text: string,
  heading: (typeof HeadingLevel)[keyof typeof HeadingLevel],
): Paragraph =>
  new Paragraph({ heading, keepNext: true, ...fromTheRight(text), children: runsOf(text) });

const blocksOf = (block: Block, within: Within): FileChild[] => {
  switch (block.kind) {
    case 'paragraph':
      return [paragraphOf(block.text, { bold: block.lead === true })];
    case 'list':
      return block.items.map((item) => bulletOf(item));
    case 'quote':
      return [
        paragraphOf(block.text, { style: 'Quote', keepNext: true }),
        paragraphOf(block.by, { style: 'Quote', bold: true }),
      ];
    case 'table':
      return [
        captionOf(block.table.caption),
        within.apart.placeForTable(block.table),
        ...block.table.notes.map((note) => paragraphOf(note, { style: 'NoSpacing' })),
      ];
    case 'chart':
      return chartBlocks(block.chart, within);
  }
};

type Look = { readonly style?: string; readonly bold?: boolean; readonly keepNext?: boolean };

export const paragraphOf = (text: string, { bold = false, ...look }: Look = {}): Paragraph =>
  new Paragraph({
    ...look,
    ...fromTheRight(text),
    children: runsOf(text, bold ? { bold } : {}),
  });

const captionOf = (text: string): Paragraph =>
  paragraphOf(text, { style: 'Caption', keepNext: true });

const bulletOf = (text: string): Paragraph =>
  new Paragraph({
    style: 'ListBullet',
    numbering: { reference: 'bullets', level: 0 },
    ...fromTheRight(text),
    children: runsOf(text),
  });

const fromTheRight = (text: string) => (isSetFromTheRight(text) ? { bidirectional: true } : {});

/** 96 to the inch, and 1,440 twentieths of a point. */
const widest = textWidth / 15;

const chartBlocks = (chart: Chart, { drawn, apart }: Within): Paragraph[] => {
  const caption = captionOf(chart.title);
  const found = drawn.get(chart);
  if (found === undefined) return [caption, paragraphOf(chart.alt)];
  const scale = Math.min(1, widest / found.width);
  const picture = new ImageRun({
    type: 'png',
    data: apart.placeForPicture(found.png),
    transformation: { width: found.width * scale, height: found.height * scale },
    altText: { name: chart.id, description: inOneLine(chart.alt), title: inOneLine(chart.title) },
  });
  return [caption, new Paragraph({ children: [picture] })];
};

/** An attribute holds one line. */
const inOneLine = (text: string): string => printable(text).replace(/\s+/g, ' ');

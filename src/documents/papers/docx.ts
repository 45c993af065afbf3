// A paper as a Word file: title, what to know first, contents, sections, and what it was made from; exempt
// rows after all of it, on pages that say they are not for publication.
import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  TableOfContents,
  TextRun,
} from 'docx';
import type { Chart, Paper, PaperSection } from '../../rules/papers/paper.ts';
import { type Drawn, headingOf, paragraphOf, sectionBlocks, type Within } from './docx-blocks.ts';
import { openApart } from './docx-kept-apart.ts';
import { margin, page, paperStyles, tableStyles } from './docx-styles.ts';
import { titleRunsOf } from './docx-text.ts';
import { printable } from './printable.ts';

export type Draw = (chart: Chart) => Promise<Drawn>;

/** Whole or not at all; the same paper gives the same words whoever asks. */
export const paperDocx = async (paper: Paper, draw: Draw): Promise<Uint8Array> => {
  const drawn = await drawAll([...paper.sections, ...paper.confidential], draw);
  const apart = openApart();
  const within = { drawn, apart };
  const document = new Document({
    title: printable(paper.title),
    creator: printable(paper.plan),
    lastModifiedBy: printable(paper.plan),
    styles: paperStyles(),
    externalStyles: tableStyles,
    pageNumbers: noneYet,
    numbering: { config: [bullets] },
    sections: [
      { ...pageOf(paper.title), children: openPart(paper, within) },
      ...confidentialPart(paper, within),
    ],
  });
  return apart.putIn(new Uint8Array(await Packer.toArrayBuffer(document)));
};

const drawAll = async (
  sections: readonly PaperSection[],
  draw: Draw,
): Promise<ReadonlyMap<Chart, Drawn>> => {
  const charts = sections.flatMap(chartsIn);
  const drawn = await Promise.all(charts.map((chart) => draw(chart)));
  return new Map(charts.map((chart, at) => [chart, drawn[at] as Drawn]));
};

const chartsIn = ({ blocks, sections }: PaperSection): readonly Chart[] => [
  ...blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : [])),
  ...sections.flatMap(chartsIn),
];

const openPart = (paper: Paper, within: Within): FileChild[] => [
  new Paragraph({
    heading: HeadingLevel.TITLE,
    keepNext: true,
    children: titleRunsOf(paper.title),
  }),
  ...[paper.audience, `${paper.plan}, ${paper.period}`]
    .map((line) => (line === null ? [] : [paragraphOf(line, { style: 'Subtitle' })]))
    .flat(),
  ...paper.notices.map((notice) => paragraphOf(notice, { style: 'IntenseQuote' })),
  paragraphOf('Contents', { style: 'TOCHeading', keepNext: true }),
  new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-2', tabLeader: 'none' }),
  ...paper.sections.flatMap((section) => sectionBlocks(section, within)),
  ...(paper.madeFrom.length === 0
    ? []
    : [
        headingOf('What this paper was made from', HeadingLevel.HEADING_1),
        ...paper.madeFrom.map((line) => paragraphOf(line)),
      ]),
];

const bullets = {
  reference: 'bullets',
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: '•',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 400, hanging: 260 } } },
    },
  ],
};

const notForPublication = 'Confidential appendix: not for publication';

const confidentialPart = ({ confidential, title }: Paper, within: Within): ISectionOptions[] =>
  confidential.length === 0
    ? []
    : [
        {
          ...pageOf(`${title}. ${notForPublication}`),
          children: [
            headingOf(notForPublication, HeadingLevel.HEADING_1),
            ...confidential.flatMap((section) => sectionBlocks(section, within, 1)),
          ],
        },
      ];

const pageOf = (header: string): Omit<ISectionOptions, 'children'> => ({
  properties: {
    type: SectionType.NEXT_PAGE,
    page: {
      size: page,
      margin: { top: margin, right: margin, bottom: margin, left: margin },
    },
  },
  headers: { default: new Header({ children: [paragraphOf(header, { style: 'Header' })] }) },
  footers: { default: new Footer({ children: [pageNumbers()] }) },
});

const pageNumbers = (): Paragraph =>
  new Paragraph({
    style: 'Footer',
    alignment: AlignmentType.RIGHT,
    children: [
      new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
    ],
  });

/**
 * Contents are written whole, linked, and without page numbers: Word fills those in when the table is
 * updated, and does not ask to at every opening. docx can lay pages out itself, at ten seconds a paper.
 */
const noneYet = () => ({ bookmarks: new Map<string, string>() });

// How a paper looks in Word: built-in style names alone, so that pasted into a council's template it takes
// the template's own look.
import { convertMillimetersToTwip, type IParagraphStyleOptions, type IStylesOptions } from 'docx';

/** A4 with margins of 20 mm; what is left between them, in twentieths of a point. */
export const margin = convertMillimetersToTwip(20);
export const page = { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) };
export const textWidth = page.width - 2 * margin;

const ink = '1F3A54';

const heading = (level: 1 | 2 | 3, size: number) => ({
  name: `heading ${level}`,
  next: 'Normal',
  uiPriority: 9,
  run: { bold: true, size, color: ink },
  // Without its level a heading is only large text to other programs.
  paragraph: {
    outlineLevel: level - 1,
    keepNext: true,
    keepLines: true,
    spacing: { before: 280 - level * 40, after: 80 },
  },
});

export const paperStyles = (): IStylesOptions => ({
  default: {
    document: {
      run: { font: 'Arial', size: 22, language: { value: 'en-GB', bidirectional: 'ar-SA' } },
      paragraph: { spacing: { after: 120, line: 264, lineRule: 'auto' } },
    },
    title: {
      next: 'Normal',
      run: { bold: true, size: 40, color: ink },
      paragraph: { keepNext: true, spacing: { after: 60, line: 240, lineRule: 'auto' } },
    },
    heading1: heading(1, 32),
    heading2: heading(2, 27),
    heading3: heading(3, 23),
    caption: {
      semiHidden: false,
      run: { bold: true, size: 20, color: ink },
      paragraph: { keepNext: true, spacing: { before: 160, after: 60 } },
    },
  },
  paragraphStyles: beside,
});

/** By the ids and names that Word itself gives them. */
const beside: readonly IParagraphStyleOptions[] = [
  { id: 'Normal', name: 'Normal', quickFormat: true },
  { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', next: 'Normal', run: { size: 24 } },
  {
    id: 'IntenseQuote',
    name: 'Intense Quote',
    basedOn: 'Normal',
    run: { bold: true },
    paragraph: {
      border: { left: { style: 'single', size: 24, space: 8, color: ink } },
      indent: { left: 160 },
      spacing: { before: 60, after: 60 },
    },
  },
  {
    id: 'Quote',
    name: 'Quote',
    basedOn: 'Normal',
    paragraph: {
      border: { left: { style: 'single', size: 12, space: 8, color: '8A9BAB' } },
      indent: { left: 340, right: 340 },
    },
  },
  {
    id: 'ListBullet',
    name: 'List Bullet',
    basedOn: 'Normal',
    paragraph: { contextualSpacing: true },
  },
  {
    id: 'TOCHeading',
    name: 'TOC Heading',
    basedOn: 'Normal',
    run: { bold: true, size: 27, color: ink },
  },
  { id: 'Header', name: 'header', basedOn: 'Normal', run: { size: 18 } },
  { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { size: 18 } },
  {
    id: 'NoSpacing',
    name: 'No Spacing',
    basedOn: 'Normal',
    run: { size: 19 },
    paragraph: { spacing: { before: 20, after: 20, line: 240, lineRule: 'auto' } },
  },
];

const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="8A9BAB"/>`)
  .join('');

/** Beside those above: docx has no words for a style of tables. */
export const tableStyles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:uiPriority w:val="39"/><w:tblPr><w:tblBorders>${edges}</w:tblBorders><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`;

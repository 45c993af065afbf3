// A paper as a Word file: what a screen reader, a template and a hostile commentary make of it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paperDocx } from '../../../src/documents/papers/docx.ts';
import { openDrawing } from '../../../src/documents/papers/png.ts';
import { printable } from '../../../src/documents/papers/printable.ts';
import type { Paper, PaperSection } from '../../../src/rules/papers/paper.ts';
import { times } from '../../counts.ts';
import { controlChart } from './given-charts.ts';
import { givenPaper } from './given-paper.ts';
import { hostileTexts } from './hostile-text.ts';
import { contentsIn, paragraphsIn, partsOf, picturesIn, tablesIn, wordText } from './read-word.ts';
import { all, first, treeOf } from './xml-tree.ts';

const nothingDrawn = () => {
  throw new Error('There is no chart in it.');
};
const given = await paperDocx(givenPaper, openDrawing());

const paperOf = (sections: readonly PaperSection[], more: Partial<Paper> = {}): Paper => ({
  ...givenPaper,
  notices: [],
  confidential: [],
  madeFrom: [],
  sections,
  ...more,
});
const sectionOf = (heading: string, blocks: PaperSection['blocks'] = []): PaperSection => ({
  id: 'one',
  heading,
  blocks,
  sections: [],
});

const headings = (section: PaperSection, depth = 1): readonly (readonly [string, string])[] => [
  [`Heading${depth}`, section.heading],
  ...section.sections.flatMap((each) => headings(each, depth + 1)),
];

test('each section has a real heading of its depth, the appendix after all of them', () => {
  const found = paragraphsIn(given)
    .filter(({ style }) => style.startsWith('Heading'))
    .map(({ style, text }) => [style, text]);
  expect(found).toEqual([
    ...givenPaper.sections.flatMap((each) => headings(each)),
    ['Heading1', 'What this paper was made from'],
    ['Heading1', 'Confidential appendix: not for publication'],
    ...givenPaper.confidential.flatMap((each) => headings(each, 2)),
  ]);
  const styles = all(treeOf(partsOf(given)['word/styles.xml'] ?? ''), 'w:style');
  for (const level of [1, 2, 3]) {
    const style = styles.find(({ attributes }) => attributes['w:styleId'] === `Heading${level}`);
    expect(style && first(style, 'w:outlineLvl')?.attributes['w:val']).toBe(String(level - 1));
  }
});

test('its contents are whole when it is opened, and Word asks nothing before it shows them', () => {
  expect(contentsIn(given)).toEqual([
    ...givenPaper.sections.flatMap((each) =>
      [each.heading, ...each.sections.map(({ heading }) => heading)].map((it) => it.trim()),
    ),
    'What this paper was made from',
    'Confidential appendix: not for publication',
    ...givenPaper.confidential.map(({ heading }) => heading),
  ]);
  const parts = partsOf(given);
  expect(parts['word/document.xml']).not.toContain('w:dirty="true"');
  expect(parts['word/settings.xml']).not.toContain('updateFields');
});

test('it names built-in styles alone, so that a template gives it its own look', () => {
  const parts = partsOf(given);
  const named = all(treeOf(parts['word/styles.xml'] ?? ''), 'w:style').map(
    (style) =>
      [style.attributes['w:styleId'], first(style, 'w:name')?.attributes['w:val']] as const,
  );
  const used = ['w:pStyle', 'w:rStyle', 'w:tblStyle'].flatMap((name) =>
    all(treeOf(parts['word/document.xml'] ?? ''), name).map(
      ({ attributes }) => attributes['w:val'],
    ),
  );
  const names = new Map(named);
  expect(new Set(used.map((id) => names.get(id)?.toLowerCase()))).toEqual(
    new Set([
      'title',
      'subtitle',
      'intense quote',
      'toc heading',
      'toc 1',
      'toc 2',
      'heading 1',
      'heading 2',
      'heading 3',
      'caption',
      'quote',
      'list bullet',
      'no spacing',
      'table grid',
    ]),
  );
});

test('a table has its headings marked, repeated on each page, and no row is broken over two', () => {
  const tables = tablesIn(given);
  expect(tables.length).toBeGreaterThan(3);
  for (const { node } of tables) {
    const [heading, ...rows] = all(node, 'w:tr');
    expect(heading && first(heading, 'w:tblHeader')).toBeDefined();
    for (const row of rows) {
      expect(first(row, 'w:tblHeader')).toBeUndefined();
      expect(first(row, 'w:cantSplit')).toBeDefined();
    }
    expect(first(node, 'w:tblLook')?.attributes).toMatchObject({
      'w:firstRow': '1',
      'w:firstColumn': '1',
    });
  }
});

test('a chart is a picture that says in words what it shows', () => {
  const pictures = picturesIn(given);
  expect(pictures.map(({ descr }) => descr)).toContain(controlChart.alt);
  expect(pictures).toHaveLength(6);
  const ids = pictures.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('it is in British English, has its title, and numbers its pages', () => {
  const parts = partsOf(given);
  expect(parts['word/styles.xml']).toContain('w:lang w:val="en-GB"');
  expect(first(treeOf(parts['docProps/core.xml'] ?? ''), 'dc:title')?.children).toEqual([
    givenPaper.title,
  ]);
  const fields = all(treeOf(parts['word/footer1.xml'] ?? ''), 'w:instrText').map(({ children }) =>
    children.join(''),
  );
  expect(fields).toEqual(['PAGE', 'NUMPAGES']);
});

test('exempt rows begin a page of their own, and each page of theirs says so', () => {
  const parts = partsOf(given);
  const sections = all(treeOf(parts['word/document.xml'] ?? ''), 'w:sectPr');
  expect(sections).toHaveLength(2);
  expect(parts['word/header2.xml']).toContain('not for publication');
  expect(parts['word/header1.xml']).not.toContain('not for publication');
  const [, appendix] = sections;
  expect(appendix && first(appendix, 'w:type')?.attributes['w:val']).toBe('nextPage');
});

test('a paper without exempt rows has no word of an appendix', async () => {
  const parts = partsOf(await paperDocx(paperOf([sectionOf('One')]), nothingDrawn));
  expect(Object.values(parts).join('')).not.toMatch(/exempt|confidential|not for publication/i);
});

test.each(['SECTION', 'CURRENT', 'TOTAL_PAGES', 'TOTAL_PAGES_IN_SECTION'])(
  'the word "%s" is a word and no field',
  async (word) => {
    const cells = [[{ text: word }]];
    const table = {
      id: 't',
      caption: word,
      columns: [{ heading: word, kind: 'text' as const }],
      rows: cells,
      notes: [],
    };
    const section = sectionOf(word, [
      { kind: 'paragraph', text: word },
      { kind: 'table', table },
    ]);
    const file = await paperDocx(paperOf([section]), nothingDrawn);
    // The heading, the paragraph and the caption.
    expect(paragraphsIn(file).filter(({ text }) => text === word)).toHaveLength(3);
    expect(tablesIn(file)).toMatchObject([{ headings: [word], rows: [[word]] }]);
  },
);

test('what people type is carried as it is, in a paragraph, a list, a quotation and a cell', () => {
  const texts = paragraphsIn(given).map(({ text }) => text);
  for (const words of hostileTexts) expect(texts).toContain(printable(words));
  expect(tablesIn(given).flatMap(({ rows }) => rows.flat())).toEqual(
    expect.arrayContaining(hostileTexts.map(printable)),
  );
});

test('a line and a tab are Word’s own, where within a text they would be spaces', () => {
  const texts = all(treeOf(partsOf(given)['word/document.xml'] ?? ''), 'w:t').map(wordText);
  expect(texts.filter((text) => /[\n\t]/.test(text))).toEqual([]);
});

/** Any of UTF-16's units: halves of pairs and control characters among them. */
const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));

test('any text at all comes back as it was typed, but for what no file can hold', async () => {
  const typed = fc.oneof(
    fc.string({ unit: anyUnit, maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom(
        'א',
        'ب',
        ' ',
        '\n',
        '\t',
        'a',
        '1',
        '\u0301',
        '😀',
        '\ud83d',
        '\u0000',
      ),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(typed, { minLength: 20, maxLength: 60 }), async (texts) => {
      const table = {
        id: 't',
        caption: 'Typed',
        columns: [{ heading: 'Typed', kind: 'text' as const }],
        rows: texts.map((text) => [{ text }]),
        notes: [],
      };
      const file = await paperDocx(
        paperOf([sectionOf('One', [{ kind: 'table', table }])]),
        nothingDrawn,
      );
      expect(tablesIn(file)[0]?.rows).toEqual(texts.map((text) => [printable(text)]));
    }),
    { numRuns: times({ reduced: 4, full: 200 }) },
  );
});

test('a commentary in Hebrew or Arabic is set from the right, and English is not', () => {
  const bidi = (text: string) =>
    paragraphsIn(given)
      .filter((each) => each.text === text && each.style === 'ListBullet')
      .map(({ node }) => first(node, 'w:bidi') !== undefined);
  expect(bidi(printable(hostileTexts[2] ?? ''))).toEqual([true]);
  expect(bidi('A second crew from October')).toEqual([false]);
  const runs = all(treeOf(partsOf(given)['word/document.xml'] ?? ''), 'w:r');
  const turned = runs.filter((run) => first(run, 'w:rtl')).map(wordText);
  expect(turned).toEqual(expect.arrayContaining(['שלום עולם', 'مرحبا']));
  expect(turned.join('')).not.toMatch(/[a-z0-9]/i);
});

test('a column is as wide as its longest number, and all of them as wide as the page', () => {
  for (const { node } of tablesIn(given)) {
    const widths = all(node, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
    const sum = widths.reduce((total, each) => total + each, 0);
    expect(sum).toBeGreaterThan(9_600);
    expect(sum).toBeLessThanOrEqual(9_639);
  }
  const money = tablesIn(given).find(({ headings: [heading] }) => heading === 'Directorate');
  const [, budget = 0] = all(money?.node ?? treeOf('<a/>'), 'w:gridCol').map(({ attributes }) =>
    Number(attributes['w:w']),
  );
  // '12,345,678' in 9.5 point Arial, with what lies beside it.
  expect(budget).toBeGreaterThan(10 * 106 + 160);
});

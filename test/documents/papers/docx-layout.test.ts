// How a paper is laid out in Word: what keeps together, and how wide the columns of a table are.
import { expect, test } from 'vitest';
import { paperDocx } from '../../../src/documents/papers/docx.ts';
import { openDrawing } from '../../../src/documents/papers/png.ts';
import type { Paper, PaperSection, Table } from '../../../src/rules/papers/paper.ts';
import { givenPaper } from './given-paper.ts';
import { paragraphsIn, tablesIn } from './read-word.ts';
import { all, first } from './xml-tree.ts';

const nothingDrawn = () => {
  throw new Error('There is no chart in it.');
};
const given = await paperDocx(givenPaper, openDrawing());

const paperOf = (blocks: PaperSection['blocks'], more: Partial<Paper> = {}): Paper => ({
  ...givenPaper,
  confidential: [],
  sections: [{ id: 'one', heading: 'One', blocks, sections: [] }],
  ...more,
});

const widthsOf = async (table: Omit<Table, 'id' | 'caption' | 'notes'>) => {
  const whole = { id: 't', caption: 'Wide', notes: [], ...table };
  const file = await paperDocx(paperOf([{ kind: 'table', table: whole }]), nothingDrawn);
  return tablesIn(file).flatMap(({ node }) =>
    all(node, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w'])),
  );
};
/** Of a bold letter of 9.5 points about 0.7 in a font wider than Arial; 160 lie beside it. */
const roomFor = (word: string) => word.length * 0.7 * 190 + 160;

test('where a table asks for more than the page has, no word of a heading is broken', async () => {
  const long = { text: 'Unbreakably-long-words-abound' };
  const columns = ['Measures', ...Array.from({ length: 8 }, () => 'What it is')];
  const widths = await widthsOf({
    columns: columns.map((heading) => ({ heading, kind: 'text' as const })),
    rows: [columns.map((_, at) => (at === 0 ? { text: '19' } : long))],
  });
  expect(widths[0]).toBeGreaterThanOrEqual(roomFor('Measures'));
  expect(widths.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(9_639);
});

test('the first column has room to read, and an arrow no more than it needs', async () => {
  const travels = { text: 'Worse', direction: 'worse' as const };
  const name = { text: 'Share of pupils who attend a school rated good or outstanding' };
  const [first = 0, , , , period = 0, year = 0] = await widthsOf({
    columns: [
      { heading: 'Measure', kind: 'text' },
      { heading: 'Figure', kind: 'number' },
      { heading: 'Target', kind: 'number' },
      { heading: 'Status', kind: 'status' },
      { heading: 'On last period', kind: 'text' },
      { heading: 'On last year', kind: 'text' },
    ],
    rows: [
      [name, { text: '93.1%' }, { text: '95.0%' }, { text: 'Within tolerance' }, travels, travels],
    ],
  });
  expect(year).toBeLessThanOrEqual(period);
  expect(first).toBeGreaterThan(2.5 * year);
});

test('a heading and a caption keep with what follows, whatever the template says of their style', () => {
  const kept = paragraphsIn(given).filter(({ style }) => /^(Heading\d|Caption|Title)$/.test(style));
  expect(kept.length).toBeGreaterThan(10);
  expect(kept.filter(({ node }) => !first(node, 'w:keepNext')).map(({ text }) => text)).toEqual([]);
});

test('the title reads as it was given, and is not broken within a year', async () => {
  const title = 'Performance and finance, Q2 2020-21: low-carbon';
  const file = await paperDocx(paperOf([], { title }), nothingDrawn);
  const [found] = paragraphsIn(file).filter(({ style }) => style === 'Title');
  expect(found?.text).toBe(title);
  expect(found && all(found.node, 'w:noBreakHyphen')).toHaveLength(1);
});

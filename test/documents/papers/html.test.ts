// A paper as a page: its headings, contents and tables as a screen reader needs them. What is typed into it
// and its charts are in html-words.test.ts, what it looks like in test/browser/papers.test.ts.
import { describe, expect, test } from 'vitest';
import { chartFigures } from '../../../src/documents/charts/chart-figures.ts';
import { paperHtml } from '../../../src/documents/papers/html.ts';
import { paperStyle } from '../../../src/documents/papers/html-style.ts';
import { printable } from '../../../src/documents/papers/printable.ts';
import type { Block, Cell, PaperSection, Table } from '../../../src/rules/papers/paper.ts';
import { savingsChart } from './given-charts.ts';
import { only, pageOf, tableOf } from './given-page.ts';
import { givenPaper } from './given-paper.ts';
import { elementsIn, named, wordsIn } from './read-markup.ts';
import { type Node, treeOf } from './xml-tree.ts';

const page = treeOf(paperHtml(givenPaper));

const sectionsIn = (sections: readonly PaperSection[]): readonly PaperSection[] =>
  sections.flatMap((each) => [each, ...sectionsIn(each.sections)]);
const blocks = sectionsIn([...givenPaper.sections, ...givenPaper.confidential]).flatMap(
  (section) => section.blocks,
);
const tablesOf = (block: Block): readonly Table[] => {
  if (block.kind === 'table') return [block.table];
  return block.kind === 'chart' ? [chartFigures(block.chart)] : [];
};

describe('Headings and places', () => {
  test('there is one title, and no heading skips a level', () => {
    const levels = named(page, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').map(({ name }) =>
      Number(name[1]),
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels
      .slice(1)
      .forEach((level, nth) => expect(level - (levels[nth] ?? 0)).toBeLessThanOrEqual(1));
    expect(Math.max(...levels)).toBe(4);
  });

  test('every section’s heading is printed, in the order of the paper', () => {
    const headings = sectionsIn([...givenPaper.sections]).map(({ heading }) => printable(heading));
    const printed = named(page, 'h2', 'h3', 'h4').map(wordsIn);
    expect(printed.filter((each) => headings.includes(each))).toEqual(headings);
  });

  test('ids are unique, and every link and every name leads to one', () => {
    const ids = elementsIn(page).flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = elementsIn(page).flatMap(({ attributes }) => [
      ...(attributes['href'] === undefined ? [] : [attributes['href'].replace(/^#/, '')]),
      ...(attributes['aria-labelledby'] ?? '').split(' ').filter(Boolean),
      ...(attributes['aria-describedby'] ?? '').split(' ').filter(Boolean),
    ]);
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('a chart or a table that comes twice breaks no id, nor does an appendix with the same sections', () => {
    const twice: readonly Block[] = [
      { kind: 'chart', chart: savingsChart },
      { kind: 'chart', chart: savingsChart },
      tableOf({ text: 'a' }),
      tableOf({ text: 'a' }),
    ];
    const paper = only(twice);
    const ids = elementsIn(treeOf(paperHtml({ ...paper, confidential: paper.sections }))).flatMap(
      ({ attributes }) => attributes['id'] ?? [],
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('an id that is not one is text in it and no markup', () => {
    const odd = '"><script>x</script>';
    const read = pageOf([], { sections: [{ id: odd, heading: 'Odd', blocks: [], sections: [] }] });
    expect(named(read, 'script')).toEqual([]);
    expect(named(read, 'h2').map(({ attributes }) => attributes['id'])).toContain(odd);
  });

  test('contents lead to the sections and those within them', () => {
    const links = named(page, 'nav').flatMap((nav) => named(nav, 'a'));
    expect(links.map(wordsIn)).toEqual([
      ...givenPaper.sections
        .flatMap((each) => [each, ...each.sections])
        .map(({ heading }) => printable(heading)),
      'What this paper was made from',
      'Confidential appendix: not for publication',
      'Exempt under paragraph 3',
    ]);
  });

  test('what must be known first stands before the contents and all else', () => {
    const words = wordsIn(page);
    const places = [...givenPaper.notices, 'Contents', 'Four of 31'].map((each) =>
      words.indexOf(printable(each)),
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((one, two) => one - two));
  });
});

describe('Tables', () => {
  test('every cell, heading, caption and note reads as the paper has it', () => {
    const tables = blocks.flatMap(tablesOf);
    const printed = named(page, 'table');
    expect(printed).toHaveLength(tables.length);
    tables.forEach((table, nth) => {
      const found = printed[nth] as Node;
      expect(named(found, 'caption').map(wordsIn)).toEqual([printable(table.caption)]);
      const [head = [], ...rows] = named(found, 'tr').map((row) =>
        named(row, 'th', 'td').map(wordsIn),
      );
      expect(head).toEqual(table.columns.map(({ heading }) => printable(heading)));
      expect(rows).toEqual(table.rows.map((row) => row.map(({ text }) => printable(text))));
    });
    const notes = named(page, 'p')
      .filter(({ attributes }) => attributes['class'] === 'note')
      .map(wordsIn);
    expect(notes).toEqual(tables.flatMap(({ notes: each }) => each.map(printable)));
  });

  test('each heading says whether it is of a column or of a row', () => {
    for (const table of named(page, 'table')) {
      const [head, ...rows] = named(table, 'tr').map((row) =>
        named(row, 'th', 'td').map(
          ({ name, attributes }) => `${name} ${attributes['scope'] ?? ''}`,
        ),
      );
      expect(new Set(head)).toEqual(new Set(['th col']));
      for (const row of rows) {
        expect(row[0]).toBe('th row');
        expect(new Set(row.slice(1))).toEqual(new Set(['td ']));
      }
    }
  });

  test('a table too wide for the screen is reached by keyboard and has a name', () => {
    const around = named(page, 'div').filter(({ attributes }) => attributes['class'] === 'scroll');
    expect(around).toHaveLength(named(page, 'table').length);
    for (const { attributes } of around) {
      expect(attributes['tabindex']).toBe('0');
      expect(attributes['role']).toBe('group');
    }
  });
});

describe('A status and a direction', () => {
  const cellOf = (cell: Cell) => named(pageOf([tableOf({ text: 'row' }, cell)]), 'td')[0] as Node;
  const shapeOf = (cell: Cell) => named(cellOf(cell), 'span')[0];

  test('are a shape, a word and a colour; the shape beside its word is not read out', () => {
    const shape = shapeOf({ text: 'Off target', standing: 'off target' });
    expect(shape?.attributes).toMatchObject({ class: 'shape red', 'aria-hidden': 'true' });
    expect(shape?.children).toEqual(['■\u00a0']);
    expect(shapeOf({ text: 'Delayed', status: 'delayed' })?.children).toEqual(['■\u00a0']);
    expect(shapeOf({ text: 'Better than last quarter', direction: 'better' })?.children).toEqual([
      '↗\u00a0',
    ]);
  });

  test('where a shape stands without its word, it has it as its name', () => {
    expect(shapeOf({ text: '93.1%', standing: 'within tolerance' })?.attributes).toMatchObject({
      role: 'img',
      'aria-label': 'Within tolerance',
    });
  });

  test('are not printed twice where the words bring the shape along', () => {
    expect(wordsIn(cellOf({ text: '■ Off target', standing: 'off target' }))).toBe('■ Off target');
    expect(shapeOf({ text: '■ Off target', standing: 'off target' })).toBeUndefined();
  });
});

describe('The page as a whole', () => {
  test('says its language and its title, and may run and fetch nothing', () => {
    expect(named(page, 'html')[0]?.attributes['lang']).toBe('en-GB');
    expect(named(named(page, 'head')[0] as Node, 'title').map(wordsIn)).toEqual([
      `${givenPaper.title} – Cabinet, 24 November 2020`,
    ]);
    const policy = named(page, 'meta').find(
      ({ attributes }) => attributes['http-equiv'] !== undefined,
    );
    expect(policy?.attributes['content']).toMatch(/^default-src 'none'; style-src 'unsafe-inline'/);
  });

  test('where nothing is confidential, not a word says that anything could be', () => {
    expect(paperHtml({ ...givenPaper, confidential: [] }).toLowerCase()).not.toMatch(
      /confidential|exempt"/,
    );
  });

  test('an appendix comes after all else, said to be not for publication', () => {
    const words = wordsIn(named(page, 'main')[0] as Node);
    expect(words.indexOf('Confidential appendix: not for publication')).toBeGreaterThan(
      words.indexOf('Figures as at 30 October 2020'),
    );
    expect(words.trimEnd().endsWith('Not for publication.')).toBe(true);
  });

  test('the same paper gives the same page, and a paper with nothing in it is a page', () => {
    expect(paperHtml(givenPaper)).toBe(paperHtml(structuredClone(givenPaper)));
    const bare = treeOf(paperHtml(only([], { sections: [], audience: null })));
    expect(named(bare, 'h1').map(wordsIn)).toEqual([givenPaper.title]);
  });

  test('its style is whole where a mail client reads no more than 8,192 characters', () => {
    expect(paperStyle.length).toBeLessThan(8_192);
    expect(paperStyle).not.toMatch(/[<&]|url\(|@import/);
    expect((paperStyle.match(/\{/g) ?? []).length).toBe((paperStyle.match(/\}/g) ?? []).length);
  });
});

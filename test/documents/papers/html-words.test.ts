// What people type, and what charts show, on a paper's page: as it was, wherever it stands, and never
// anything that runs.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartFigures } from '../../../src/documents/charts/chart-figures.ts';
import { paperHtml } from '../../../src/documents/papers/html.ts';
import { printable } from '../../../src/documents/papers/printable.ts';
import type { Block, Paper } from '../../../src/rules/papers/paper.ts';
import { times } from '../../counts.ts';
import { controlChart, everyChart } from './given-charts.ts';
import { only, pageOf } from './given-page.ts';
import { givenPaper } from './given-paper.ts';
import { emoji, hostileTexts, markupLike, rightToLeft, unprintable } from './hostile-text.ts';
import { elementsIn, named, wordsIn } from './read-markup.ts';
import { treeOf } from './xml-tree.ts';

describe('What people type', () => {
  const texts = (text: string): readonly Block[] => [
    { kind: 'paragraph', text },
    { kind: 'list', items: [text] },
    { kind: 'quote', text, by: text },
    {
      kind: 'table',
      table: {
        id: 'a',
        caption: text,
        columns: [{ heading: text, kind: 'text' }],
        rows: [[{ text }]],
        notes: [text],
      },
    },
    { kind: 'chart', chart: { ...controlChart, title: text, alt: text, unit: text } },
  ];
  const whole = (text: string): Paper =>
    only(texts(text), {
      title: text,
      audience: text,
      plan: text,
      period: text,
      notices: [text],
      madeFrom: [text],
      confidential: [{ id: 'exempt', heading: text, blocks: texts(text), sections: [] }],
    });
  const allowed = new Set(
    (
      'html head meta title style body a header main nav section h1 h2 h3 h4 p ol ul li blockquote ' +
      'figure figcaption div table caption thead tbody tr th td span br details summary ' +
      'svg g desc defs pattern path rect circle text'
    ).split(' '),
  );
  const isRisky = (key: string, value: string): boolean =>
    /^on|^src|^action|^ping|^xlink/i.test(key) ||
    (key === 'href' && !value.startsWith('#')) ||
    (key === 'style' && value !== 'display:none');

  test('is words wherever it stands: nothing in the page runs, and nothing is fetched', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary', maxLength: 60 })),
        (text) => {
          const read = elementsIn(treeOf(paperHtml(whole(text))));
          const odd = read.filter(({ name }) => !allowed.has(name));
          const risky = read.flatMap(({ name, attributes }) =>
            Object.entries(attributes)
              .filter(([key, value]) => isRisky(key, value))
              .map(([key, value]) => `${name} ${key}=${value}`),
          );
          expect([odd, risky]).toEqual([[], []]);
        },
      ),
      { numRuns: times({ reduced: 15, full: 1_000 }) },
    );
  });

  test('comes out as it went in, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        const read = pageOf(texts(text).slice(0, 4));
        expect(named(read, 'blockquote').map(wordsIn)).toEqual([printable(text)]);
        expect(named(read, 'td', 'tbody').map(wordsIn)).toContain(printable(text));
        expect(named(read, 'li').map(wordsIn)).toContain(printable(text));
      }),
      { numRuns: times({ reduced: 200, full: 5_000 }) },
    );
  });

  test('keeps its lines where a page’s style does not come along', () => {
    const [said] = named(
      pageOf([{ kind: 'quote', text: 'One\r\nTwo', by: 'A post' }]),
      'blockquote',
    );
    expect(said?.children).toMatchObject(['One', { name: 'br' }, 'Two']);
  });

  test('is changed only where no page could hold it', () => {
    expect(printable(emoji)).toBe(emoji);
    expect(printable(rightToLeft)).toBe(rightToLeft);
    expect(printable(markupLike)).toBe(markupLike);
    expect(printable(unprintable)).toBe('Bell\ufffd null\ufffd feed\ufffd half\ufffd end\ufffd');
    expect(printable('a\r\nb\rc')).toBe('a\nb\nc');
  });

  test('runs from the right where it is written so, and turns nothing else', () => {
    const read = pageOf([
      { kind: 'paragraph', text: rightToLeft },
      { kind: 'paragraph', text: 'Plain' },
    ]);
    const [first, second] = named(read, 'main').flatMap((main) => named(main, 'p'));
    expect(first?.attributes['dir']).toBe('auto');
    expect(second?.attributes['dir']).toBeUndefined();
    expect(first?.children).toHaveLength(1);
  });
});

describe('Charts', () => {
  test('each is drawn for a desk and for a phone, said in words, and its figures are beneath', () => {
    const read = pageOf([{ kind: 'chart', chart: controlChart }]);
    const [figure] = named(read, 'figure');
    expect(figure && named(figure, 'svg').map(({ attributes }) => attributes['width'])).toEqual([
      '688',
      '296',
    ]);
    expect(figure && named(figure, 'p').map(wordsIn)).toEqual([controlChart.alt]);
    expect(figure && named(figure, 'details').flatMap((each) => named(each, 'tr'))).toHaveLength(
      20,
    );
  });

  test('one that is told figure by figure keeps its words with its figures, and with its drawing', () => {
    const alt = 'Q1 2020-21, 93.1%; '.repeat(20).trim();
    const [figure] = named(pageOf([{ kind: 'chart', chart: { ...controlChart, alt } }]), 'figure');
    const within = (name: string) => (figure ? named(figure, name).flatMap(elementsIn) : []);
    expect(within('details').map(wordsIn)).toContain(alt);
    expect(within('svg').map(wordsIn)).toContain(alt);
    expect(
      figure?.children.map((each) => (typeof each === 'string' ? each : each.name)),
    ).not.toContain('p');
  });

  test('where Word draws an e-mail, the words within a drawing are not printed as text', () => {
    const inWord = paperHtml(givenPaper).replaceAll(
      /<!--\[if !mso\]><!-->.*?<!--<!\[endif\]-->/gs,
      '',
    );
    expect(named(treeOf(inWord), 'svg', 'text')).toEqual([]);
    expect(named(treeOf(inWord), 'table')).toHaveLength(
      named(treeOf(paperHtml(givenPaper)), 'table').length,
    );
  });

  test('without its drawings and its style, as in an e-mail, the page still says it all', () => {
    const mail = paperHtml(givenPaper)
      .replace(/<style>.*?<\/style>/s, '')
      .replaceAll(/<svg .*?<\/svg>/gs, '');
    const words = wordsIn(treeOf(mail));
    for (const chart of everyChart) {
      expect(words).toContain(printable(chart.alt));
      for (const { text } of chartFigures(chart).rows.flat())
        expect(words).toContain(printable(text));
    }
  });
});

// What holds of a drawing of any kind, whatever is in it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartSvg, type Drawing, narrowest } from '../../../src/documents/charts/chart-svg.ts';
import { widthOf } from '../../../src/documents/charts/fitting.ts';
import { chartStyle, inks } from '../../../src/documents/charts/ink.ts';
import { printable } from '../../../src/documents/papers/printable.ts';
import type { Chart } from '../../../src/rules/papers/paper.ts';
import { times } from '../../counts.ts';
import { everyChart, riskMatrix, savingsChart, standingsChart } from '../papers/given-charts.ts';
import { hostileTexts } from '../papers/hostile-text.ts';
import { elementsIn, named, wordsIn } from '../papers/read-markup.ts';
import { treeOf } from '../papers/xml-tree.ts';
import { sizeOf, wordsOf } from './drawn.ts';
import { anyLineChart } from './given-figures.ts';

const drawings: readonly Drawing[] = [
  { for: 'picture' },
  { for: 'picture', width: narrowest },
  { for: 'page', width: 680 },
  { for: 'page', width: narrowest },
];
const everyDrawing = everyChart.flatMap((chart) =>
  drawings.map((drawing) => ({ chart, drawing, svg: chartSvg(chart, drawing) })),
);

/** The chart with every text of it made the one given. */
const saying = (chart: Chart, text: string): Chart =>
  JSON.parse(JSON.stringify(chart), (key, value: unknown) =>
    ['title', 'alt', 'unit', 'words', 'because', 'label'].includes(key)
      ? text
      : key === 'series'
        ? (value as unknown[]).map(() => text)
        : value,
  ) as Chart;

const elements = 'svg g title desc defs pattern path rect circle text'.split(' ');

describe.each(hostileTexts)('A chart in which every text is %j', (text) => {
  test('is drawn, and the text is words in it and nothing else', () => {
    for (const chart of everyChart)
      for (const drawing of drawings) {
        const svg = treeOf(chartSvg(saying(chart, text), drawing));
        const found = elementsIn(svg);
        expect(found.filter(({ name }) => !elements.includes(name))).toEqual([]);
        const risky = found
          .flatMap(({ attributes }) => Object.entries(attributes))
          .filter(([name, value]) => /^on|href|^style$/i.test(name) || /url\((?!#)/.test(value));
        expect(risky).toEqual([]);
        expect(named(svg, 'desc').map(wordsIn)).toEqual([printable(text)]);
      }
  });
});

test('a drawing has a title and says what it shows, and its ids are its own', () => {
  for (const { chart, svg } of everyDrawing) {
    const [root, ...rest] = elementsIn(treeOf(svg));
    const byId = new Map(rest.map((node) => [node.attributes['id'], wordsIn(node)]));
    expect(root?.attributes['role']).toBe('img');
    expect(byId.get(root?.attributes['aria-labelledby'])).toBe(chart.title);
    expect(byId.get(root?.attributes['aria-describedby'])).toBe(chart.alt);
  }
  const ids = everyDrawing
    .filter(({ drawing }) => drawing.for === 'page')
    .flatMap(({ svg }) =>
      elementsIn(treeOf(svg)).flatMap(({ attributes }) => attributes['id'] ?? []),
    );
  expect(ids.length).toBeGreaterThan(2 * everyChart.length);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a picture is white with the letters that come with the product, and takes nothing from a page', () => {
  for (const { drawing, svg } of everyDrawing) {
    const [root, ...rest] = elementsIn(treeOf(svg));
    if (drawing.for === 'page') continue;
    expect(root?.attributes['font-family']).toMatch(/^DejaVu Sans,/);
    expect(rest.find(({ name }) => name === 'rect')?.attributes).toMatchObject({
      width: '100%',
      height: '100%',
      fill: '#ffffff',
    });
    expect(svg).not.toMatch(/class=|currentColor|var\(/i);
  }
});

test('on a page every colour can be changed for the dark and for the reader’s own', () => {
  for (const { drawing, svg } of everyDrawing) {
    if (drawing.for === 'picture') continue;
    for (const { attributes } of elementsIn(treeOf(svg))) {
      const classes = (attributes['class'] ?? '').split(' ');
      for (const [way, letter] of [
        ['fill', 'f'],
        ['stroke', 's'],
      ] as const) {
        const colour = attributes[way];
        if (!colour?.startsWith('#')) continue;
        const name = classes.find((each) => each.startsWith(`${letter}-`)) ?? 'none';
        expect(Object.entries(inks).find(([ink]) => `${letter}-${ink}` === name)?.[1].light).toBe(
          colour,
        );
        expect(chartStyle.split('forced-colors')).toEqual([
          expect.stringContaining(`.${name}{`),
          expect.stringContaining(`.${name}`),
        ]);
      }
    }
  }
});

/** As of WCAG 2.2, relative luminance and contrast ratio. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const part = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

test.each(['ink', 'quiet', 'accent', 'blue', 'green', 'amber', 'red', 'grey'] as const)(
  'words and shapes in %s can be read on paper and in the dark',
  (name) => {
    expect(contrast(inks[name].light, inks.paper.light)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(inks[name].dark, inks.paper.dark)).toBeGreaterThanOrEqual(4.5);
  },
);

/** How far outside its drawing a line of words reaches, by the widths it was laid out with. */
const outside = (svg: string): readonly string[] => {
  const { width, height } = sizeOf(svg);
  return wordsOf(svg)
    .filter(({ words, x, y, anchor, turned }) => {
      if (turned) return false;
      const wide = widthOf(words);
      const from = anchor === 'end' ? x - wide : anchor === 'middle' ? x - wide / 2 : x;
      return from < -0.5 || from + wide > width + 0.5 || y < 8 || y > height;
    })
    .map(({ words, x, y, anchor }) => `${words} at ${x} ${y} ${anchor}`);
};

test('no words reach outside their drawing, in whatever is drawn', () => {
  for (const { svg } of everyDrawing) expect(outside(svg)).toEqual([]);
  for (const text of hostileTexts)
    for (const chart of [savingsChart, standingsChart, riskMatrix])
      expect(outside(chartSvg(saying(chart, text), { for: 'page', width: narrowest }))).toEqual([]);
  fc.assert(
    fc.property(anyLineChart, fc.constantFrom(narrowest, 640), (chart, width) => {
      expect(outside(chartSvg(chart, { for: 'picture', width }))).toEqual([]);
    }),
    { numRuns: times({ reduced: 60, full: 5_000 }) },
  );
});

// Bars of how many stand how, bars of amounts, and risks on the five by five.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartSvg, narrowest } from '../../../src/documents/charts/chart-svg.ts';
import { overLines, shortened, widthOf } from '../../../src/documents/charts/fitting.ts';
import { standings } from '../../../src/registers/words.ts';
import type { Chart } from '../../../src/rules/papers/paper.ts';
import { riskMatrix, savingsChart, standingsChart } from '../papers/given-charts.ts';
import { inkOf, placedIn, saidIn } from './drawn.ts';
import { anyWords } from './given-figures.ts';

type Of<K extends Chart['kind']> = Extract<Chart, { readonly kind: K }>;
const picture = (chart: Chart, width = 640) => chartSvg(chart, { for: 'picture', width });

/** Bars as drawn: what they are filled with, where they begin, and how wide they are. */
const barsIn = (svg: string) =>
  placedIn(svg)
    .filter(({ node }) => node.name === 'rect' && node.attributes['stroke-width'] === '1.5')
    .map(({ node: { attributes }, x, y }) => ({
      fill: attributes['fill'] ?? '',
      x: x + Number(attributes['x']),
      y: y + Number(attributes['y']),
      width: Number(attributes['width']),
    }));

describe('How many stand how', () => {
  const chart = standingsChart as Of<'standings'>;
  const [first] = chart.rows;
  const one = { ...chart, rows: first ? [first] : [] };

  test('each bar is as wide as its measures are many, in the order of the standings', () => {
    const bars = barsIn(picture(one));
    const counts = standings.map((each) => first?.counts[each] ?? 0).filter((count) => count > 0);
    expect(bars).toHaveLength(counts.length);
    const perMeasure = (bars[1]?.width ?? 0) / (counts[1] ?? 1);
    bars.forEach(({ width }, nth) =>
      expect(width / (counts[nth] ?? 1)).toBeCloseTo(perMeasure, -1),
    );
    expect(inkOf(bars[0]?.fill ?? '')).toBe('blue');
    expect(bars.map(({ x }) => x)).toEqual(bars.map(({ x }) => x).toSorted((a, b) => a - b));
  });

  test('beneath it every number is written, and its sum at the end', () => {
    const said = saidIn(picture(one));
    expect(said.slice(0, 2)).toEqual([first?.label, '12']);
    expect(said.slice(2, 8)).toEqual(['1', '5', '2', '1', '2', '1']);
  });

  test('rows share one scale, and a row with none says None', () => {
    const bars = barsIn(picture(chart));
    const widest = (row: number) => {
      const ys = [...new Set(bars.map(({ y }) => y))];
      return bars.filter(({ y }) => y === ys[row]).reduce((sum, { width }) => sum + width, 0);
    };
    expect(widest(0) / 12).toBeCloseTo(widest(1) / 8, 0);
    expect(saidIn(picture(chart))).toContain('None');
  });
});

describe('Amounts beside one another', () => {
  const chart = savingsChart as Of<'bars'>;
  const rowOf = (values: readonly (number | null)[]): Chart => ({
    ...chart,
    rows: [{ label: 'Place', values }],
  });

  test('bars are as long as their amounts, each with its amount written', () => {
    const [required, forecast, achieved] = barsIn(picture(rowOf([1_000, 500, 250])));
    expect((forecast?.width ?? 0) / (required?.width ?? 1)).toBeCloseTo(0.5, 2);
    expect((achieved?.width ?? 0) / (required?.width ?? 1)).toBeCloseTo(0.25, 2);
    expect(saidIn(picture(rowOf([1_000, 500, 250])))).toEqual(
      expect.arrayContaining(['£1,000', '£500', '£250']),
    );
  });

  test('series are told apart by how they are filled', () => {
    const fills = barsIn(picture(rowOf([3, 2, 1]))).map(({ fill }) => fill);
    expect(new Set(fills.slice(0, 3)).size).toBe(3);
    // The legend's samples are filled as the bars are.
    expect(fills.slice(3)).toEqual(fills.slice(0, 3));
  });

  test('what is not known is a dash and no bar; nought is a line; below nought goes left', () => {
    const svg = picture(rowOf([0, null, -40]));
    const [nought, below, ...samples] = barsIn(svg);
    expect(samples).toHaveLength(3);
    expect(nought?.width).toBe(1);
    expect((below?.x ?? 0) + (below?.width ?? 0)).toBeCloseTo(nought?.x ?? 0, 0);
    expect(below?.width).toBeGreaterThan(100);
    expect(saidIn(svg)).toEqual(expect.arrayContaining(['£0', '–', '-£40']));
  });
});

describe('Risks by likelihood and impact', () => {
  const risk = (label: string, likelihood: number, impact: number, above = false) => ({
    label,
    likelihood,
    impact,
    above,
  });
  const matrix = (risks: Of<'matrix'>['risks']): Chart => ({
    ...(riskMatrix as Of<'matrix'>),
    risks,
  });

  test('impact goes across and likelihood up, as in the tab', () => {
    const svg = picture(matrix([risk('low', 1, 1), risk('likely', 5, 1), risk('grave', 1, 5)]));
    const place = (label: string) => {
      const found = placedIn(svg).find(({ node }) => node.children[0] === label);
      return { x: Number(found?.node.attributes['x']), y: Number(found?.node.attributes['y']) };
    };
    expect(place('likely').y).toBeLessThan(place('low').y);
    expect(place('likely').x).toBe(place('low').x);
    expect(place('grave').x).toBeGreaterThan(place('low').x);
    expect(place('grave').y).toBe(place('low').y);
  });

  test('what is above appetite has a triangle, and the legend says what it means', () => {
    const said = saidIn(picture(riskMatrix));
    expect(said).toEqual(expect.arrayContaining(['▲ R1', 'R2', '▲ R3', 'R4']));
    expect(said.join(' ')).toContain('▲ above what the council accepts');
    expect(saidIn(picture(matrix([risk('R4', 1, 1)]))).join(' ')).not.toContain('▲');
  });

  test('what does not fit a cell by name is counted, and said to be', () => {
    const many = Array.from({ length: 9 }, (_, nth) => risk(`R${nth}`, 2, 2, nth < 2));
    const said = saidIn(picture(matrix(many), narrowest));
    expect(said).toEqual(expect.arrayContaining(['9', '▲ 2']));
    expect(said.join(' ')).toContain('A number alone');
  });

  test('a risk without a score has no place on it', () => {
    const said = saidIn(picture(matrix([risk('unscored', 0, 3), risk('odd', 6, Number.NaN)])));
    expect(said.filter((each) => /unscored|odd/.test(each))).toEqual([]);
  });
});

describe('Words that have to fit', () => {
  test('never take more room than there is, and never half a sign', () => {
    const signs = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });
    fc.assert(
      fc.property(anyWords, fc.integer({ min: 20, max: 300 }), (text, room) => {
        const short = shortened(text, room);
        expect(widthOf(short)).toBeLessThanOrEqual(room);
        if (!short.endsWith('…')) return;
        const whole = [...signs.segment(text.replace(/\s+/g, ' ').trim())].map(
          ({ segment }) => segment,
        );
        for (const { segment } of signs.segment(short.slice(0, -1)))
          if (
            !/[\ufffd\ud800-\udfff]/.test(segment) &&
            !/[\0-\x1f\x7f-\x9f\ufffe\uffff]|[\ud800-\udfff]/.test(text)
          )
            expect(whole).toContain(segment);
      }),
    );
  });

  test('go on to the next line between words, and end with … where there is still more', () => {
    const lines = overLines(
      'Rounds were redrawn after the second depot was closed for good and all',
      165,
      3,
    );
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe('Rounds were redrawn');
    expect(lines.at(-1)).toMatch(/…$/);
    expect(overLines('Short', 150, 3)).toEqual(['Short']);
    expect(overLines('x'.repeat(500), 150, 3)).toHaveLength(1);
  });
});

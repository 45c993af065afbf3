// What is made up for the sample is marked so, and a real figure whose target alone is made up is not.
import { describe, expect, it } from 'vitest';
import type { FigureFact } from '../../../src/rules/dataset/dataset.ts';
import { allOf, blocksIn, composed, tablesIn } from './composed.ts';
import { givenDataset } from './given-dataset.ts';
import { givenBefore, givenMeasure } from './given-facts.ts';

type Which = FigureFact['illustrativeIs'];

const paperOf = (which: Which, said: Partial<FigureFact> = {}) => {
  const made = { illustrative: true, ...(which && { illustrativeIs: which }), ...said };
  const [now, ...before] = givenBefore([94, 96, 92, 94, 93.1], () => made).toReversed();
  if (now === undefined) throw new Error('There are five figures.');
  const measures = [givenMeasure({ now, before: before.toReversed() })];
  return composed(givenDataset({ measures }), 'Cabinet');
};

const shown = (which: Which) => {
  const paper = paperOf(which);
  const [chart] = blocksIn(paper.sections).flatMap((block) =>
    block.kind === 'chart' && block.chart.kind === 'line' ? [block.chart] : [],
  );
  const names = tablesIn(paper.sections).map(({ rows }) => rows[0]?.[0]?.text);
  return { hollow: chart?.points.map(({ illustrative }) => illustrative), alt: chart?.alt, names };
};

describe('of a target that is made up', () => {
  it('a real figure has a full mark, and its row and its chart in words say so of the target', () => {
    const { hollow, alt, names } = shown('target');
    expect(hollow).toEqual([false, false, false, false, false]);
    expect(alt).toContain('; target 95%, illustrative');
    expect(names).toEqual(['1 Measure 1 (target illustrative), Q1 2020-21']);
  });
  it('nothing is said where the target is not told', () => {
    const untold = { target: null, targetWords: '–', standing: 'data only' } as const;
    const { sections } = paperOf('target', untold);
    expect(allOf(sections)).not.toContain('illustrative');
  });
});

describe('a figure that is made up', () => {
  it.each<Which>(['figure', 'both', undefined])('is hollow and marked: %s', (which) => {
    const { hollow, alt, names } = shown(which);
    expect(hollow).toEqual([true, true, true, true, true]);
    expect(alt).not.toContain('illustrative');
    expect(names).toEqual(['1 Measure 1 (illustrative), Q1 2020-21']);
  });
});

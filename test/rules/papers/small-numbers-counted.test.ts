import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FigureFact } from '../../../src/rules/dataset/dataset.ts';
import { allOf, blocksIn, composed } from './composed.ts';
import { children, count, inPublic, small, told } from './given-children.ts';
import { givenDataset } from './given-dataset.ts';
import { givenBefore, givenMeasure, quarterBefore } from './given-facts.ts';

describe('what is counted and charted', () => {
  it('a figure that is left out is in no count of red, amber and green', () => {
    const [red, amber] = [told(4), told(3)].map((each) => allOf(composed(each, 'public')));
    expect(red).toBe(amber);
    expect(red).toContain('1 number cannot be printed');
  });
  it('whatever the history, no small number is printed of a measure that counts people', () => {
    const history = fc.array(fc.option(fc.integer({ min: 0, max: 12 })), {
      minLength: 1,
      maxLength: 19,
    });
    fc.assert(
      fc.property(history, fc.constantFrom(...inPublic), (values, kind) => {
        const before = givenBefore(values, (value) => count(value ?? 0, 2, quarterBefore(0)));
        const paper = composed(
          givenDataset({
            measures: [
              givenMeasure({ ...children, now: count(7), before: renumbered(before, values) }),
            ],
          }),
          kind,
        );
        const points = blocksIn(paper.sections).flatMap((block) =>
          block.kind === 'chart' && block.chart.kind === 'line' ? block.chart.points : [],
        );
        expect(points.filter(({ value }) => value !== null && small.includes(value))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

const renumbered = (
  figures: readonly FigureFact[],
  values: readonly (number | null)[],
): readonly FigureFact[] =>
  figures.map((figure, at) => ({
    ...figure,
    ...quarterBefore(values.length - at),
    value: values[at] ?? null,
  }));

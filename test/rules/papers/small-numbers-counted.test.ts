import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset, FigureFact } from '../../../src/rules/dataset/dataset.ts';
import { allOf, blocksIn, composed, tablesIn } from './composed.ts';
import { children, count, inPublic, small, told } from './given-children.ts';
import { givenDataset } from './given-dataset.ts';
import { givenBefore, givenGroup, givenMeasure, quarterBefore } from './given-facts.ts';

describe('what is counted and charted', () => {
  it('a figure that is left out is in no count of red, amber and green', () => {
    const [red, amber] = [told(4), told(3)].map((each) => allOf(composed(each, 'public')));
    expect(red).toBe(amber);
    expect(red).toContain('1 number cannot be printed');
  });
  it('a priority with a figure left out says how many in its chart and in its row, not which', () => {
    const of = (value: number): Dataset => ({
      ...told(value),
      groups: ['1', '2'].map((code) => givenGroup({ scope: 'priority', code, title: `P${code}` })),
      measures: [
        ...told(value).measures,
        givenMeasure({ code: '7', groups: ['priority|1'] }),
        givenMeasure({ code: '8', groups: ['priority|2'] }),
      ],
    });
    for (const kind of ['Cabinet', 'public'] as const) {
      const paper = composed(of(3), kind);
      expect(paper).toEqual(composed(of(4), kind));
      const [bars] = blocksIn(paper.sections).flatMap((block) =>
        block.kind === 'chart' && block.chart.kind === 'standings' ? [block.chart] : [],
      );
      const labels = bars?.rows.map(({ label }) => label.replace(/^\d /, ''));
      expect(labels).toEqual(['P1 (1 left out)', 'P2']);
    }
    const table = tablesIn(composed(of(3), 'Cabinet').sections).find(
      ({ id }) => id === 'table-priorities',
    );
    const at = table?.columns.findIndex(({ heading }) => heading === 'Left out') ?? -1;
    expect(table?.rows.map((row) => [row[1]?.value, row[at]?.value])).toEqual([
      [2, 1],
      [1, 0],
    ]);
    const whole = tablesIn(composed(of(7), 'Cabinet').sections).flatMap(({ columns }) => columns);
    expect(whole.map(({ heading }) => heading)).not.toContain('Left out');
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

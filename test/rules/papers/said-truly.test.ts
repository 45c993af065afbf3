// Sentences that were true of most councils and false of one.
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../src/rules/dataset/dataset.ts';
import { allOf, composed, tablesIn } from './composed.ts';
import { givenDataset } from './given-dataset.ts';
import { givenFigure, givenGroup, givenMeasure } from './given-facts.ts';

const many = (met: number, missed: number): Dataset =>
  givenDataset({
    groups: [givenGroup({ scope: 'priority', code: '1', title: 'Homes' })],
    measures: Array.from({ length: met + missed }, (_, at) =>
      givenMeasure({
        code: `${at + 1000}`,
        groups: ['priority|1'],
        now: givenFigure({ standing: at < met ? 'on target' : 'off target' }),
      }),
    ),
  });

describe('a share in whole percent', () => {
  const shareIn = (dataset: Dataset) =>
    tablesIn(composed(dataset, 'Cabinet').sections).find(({ id }) => id === 'table-priorities')
      ?.rows[0]?.[5]?.text;
  it('is all or none where it is all or none alone', () => {
    expect(allOf(composed(many(399, 1), 'public'))).toContain('(99%), and missed 1.');
    expect(allOf(composed(many(1, 399), 'public'))).toContain('(1%), and missed 399.');
    expect(shareIn(many(399, 1))).toBe('99');
    expect(shareIn(many(1, 399))).toBe('1');
    expect(shareIn(many(3, 0))).toBe('100');
    expect(shareIn(many(0, 3))).toBe('0');
  });
});

it('a number that counts nobody is not said to tell of single people alone', () => {
  const of = (code: string, value: number, access: 'public' | 'exempt' = 'public') =>
    givenMeasure({ code, access, unit: '£', decimals: 0, now: givenFigure({ value }) });
  const paper = allOf(
    composed(
      givenDataset({ measures: [of('7', 90), of('7a', 60), of('7b', 30, 'exempt')] }),
      'public',
    ),
  );
  expect(paper).toContain('or give back another that is not told');
});

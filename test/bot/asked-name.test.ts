// What a return goes by in a list: of when it is, where that is not the quarter that asks.
import { expect, it } from 'vitest';
import { aboutMeasure } from '../../src/rules/about.ts';
import { askedName } from '../../src/rules/asked-name.ts';
import { rowOf } from '../rules/table-of.ts';

const measure = rowOf('measures', {
  key: 'plan|1',
  title: 'Households helped',
  frequency: 'quarterly',
  periodBasis: 'financial',
});
const named = (said: object): string =>
  askedName(
    rowOf('returns', { key: 'r', cycle: 'plan|2020-21 Q3', ...said }),
    aboutMeasure(measure),
  );

it.each([
  ['the quarter’s own figure', { period: '2020-21 Q3' }, 'Households helped'],
  ['one that came back from before', { period: '2020-21 Q2' }, 'Q2 2020-21: Households helped'],
  ['history that no cycle asked for', { cycle: null, period: '2019-20 Q1' }, 'Households helped'],
  [
    'a final figure',
    { kind: 'final', period: '2020-21 Q2' },
    'Final figure for Q2 2020-21: Households helped',
  ],
])('%s', (_which, said, words) => {
  expect(named(said)).toBe(words);
});

import { describe, expect, test } from 'vitest';
import { targetFigure, targetWords } from '../../bot/views/cycle-words.ts';
import type { Measure } from '../../src/registers/measures.ts';
import type { Target } from '../../src/registers/targets.ts';

const measure = (unit: string, polarity: Measure['polarity'] = 'minimise'): Measure =>
  ({ unit, polarity, decimals: 0, dataOnly: false }) as Measure;
const target = { target: 90, rangeLow: 14, rangeHigh: 18, illustrative: false } as Target;

describe('a target that is better the lower', () => {
  test.each([
    ['households', '90 households or fewer'],
    ['days', '90 days or fewer'],
    ['days lost', '90 days lost or fewer'],
    ['incidents', '90 incidents or fewer'],
    ['people', '90 people or fewer'],
    ['%', '90% or less'],
    ['% of households', '90% or less'],
    ['£m', '£90m or less'],
    ['cases per 1,000', '90 cases per 1,000 or less'],
    ['per 100,000', '90 per 100,000 or less'],
    ['years', '90 years or less'],
    ['hectares', '90 hectares or less'],
    ['score', '90 score or less'],
  ])('in %s is "%s"', (unit, words) => {
    expect(targetWords(measure(unit), target)).toBe(words);
  });
});

test('the figure of a target stands alone, both ends of a range named', () => {
  expect(targetFigure(measure('households'), target)).toBe('90');
  expect(targetFigure(measure('cases', 'stay in range'), target)).toBe('between 14 and 18');
  expect(targetFigure(measure('cases', 'none'), target)).toBeNull();
});

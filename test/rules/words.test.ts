// Figures, days and moments as people read them (shared/ux.md, rule 5).
import { describe, expect, it } from 'vitest';
import { dateWords, momentWords } from '../../src/rules/date-words.ts';
import { figure } from '../../src/rules/number-words.ts';
import { day } from './arbitrary.ts';

describe('a figure', () => {
  it.each([
    [83.2, '%', 1, '83.2%'],
    [83, '%', 1, '83.0%'],
    [83.25, '% of pupils', 1, '83.3%'],
    [1234, 'households', 0, '1,234'],
    [1234567.891, 'cases', 2, '1,234,567.89'],
    [3200000, '£', 0, '£3,200,000'],
    [-3200000, '£', 0, '-£3,200,000'],
    [512.4, '£ a week', 2, '£512.40'],
    [3.2, '£m', 1, '£3.2m'],
    [450, '£000', 0, '450'],
    [17.8, 'rate per 1,000', 1, '17.8'],
    [-1.5, '%', 1, '-1.5%'],
    [0, 'days', 1, '0.0'],
    [-0.04, 'days', 1, '0.0'],
    [1.005, 'days', 2, '1.01'],
  ])('%d in %s at %i decimals prints %s', (value, unit, decimals, printed) => {
    expect(figure({ unit, decimals }, value)).toBe(printed);
  });
  it('that is missing prints a dash and never 0', () => {
    expect(figure({ unit: '%', decimals: 1 }, null)).toBe('–');
    expect(figure({ unit: '£', decimals: 0 }, null)).toBe('–');
  });
});

describe('a day', () => {
  it.each([
    ['2020-10-14', 'Wed 14 October 2020'],
    ['2021-01-04', 'Mon 4 January 2021'],
    ['2020-02-29', 'Sat 29 February 2020'],
    ['2021-08-01', 'Sun 1 August 2021'],
  ])('%s reads "%s"', (iso, words) => {
    expect(dateWords(day(iso))).toBe(words);
  });
  it('and a moment reads in its own zone, to the minute', () => {
    const opening = Temporal.ZonedDateTime.from('2020-10-01T09:00:30+01:00[Europe/London]');
    expect(momentWords(opening)).toBe('Thu 1 October 2020, 09:00');
    expect(momentWords(opening.withTimeZone('UTC'))).toBe('Thu 1 October 2020, 08:00');
  });
});

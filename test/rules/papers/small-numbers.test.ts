import { describe, expect, it } from 'vitest';
import type { FigureFact, MeasureFact } from '../../../src/rules/dataset/dataset.ts';
import { allOf, blocksIn, composed } from './composed.ts';
import { children, count, inPublic, small, tellsApart, told } from './given-children.ts';
import { givenDataset } from './given-dataset.ts';
import { givenFigure, givenMeasure, quarterBefore } from './given-facts.ts';

describe('a number of people from 1 to 4', () => {
  it.each(inPublic)('cannot be told from another in a paper that anybody may read: %s', (kind) => {
    expect(
      tellsApart(
        small.map((each) => told(each)),
        kind,
      ),
    ).toBe(false);
    expect(
      tellsApart(
        small.map((each) => told(each, 0)),
        kind,
      ),
    ).toBe(false);
  });
  it('nought and 5 are printed, and boards that meet inside are told all', () => {
    expect(allOf(composed(told(5), 'Cabinet'))).toContain('5 children against 2');
    expect(allOf(composed(told(0), 'Cabinet'))).not.toContain('Left out');
    expect(allOf(composed(told(3), "directors' board"))).toContain('3 children against 2');
  });
  it('that missed its target whatever it is says so, and is among what needs attention', () => {
    const of = (value: number) =>
      givenDataset({ measures: [givenMeasure({ ...children, now: count(value, 0) })] });
    expect(tellsApart(small.map(of), 'scrutiny')).toBe(false);
    expect(allOf(composed(told(1, 2), 'scrutiny'))).not.toContain('missed its target');
    expect(allOf(composed(of(3), 'scrutiny'))).toContain('It missed its target of 0.');
  });
  it('is not worked back from its history in the papers of later quarters', () => {
    const later = (value: number) =>
      givenDataset({
        measures: [
          givenMeasure({
            ...children,
            now: count(12),
            before: [9, 11, 8, 10, 9, 12, 10, 11, 9, value].map((each, at) =>
              count(each, 2, quarterBefore(10 - at)),
            ),
            short: 'worse',
            long: 'worse',
            running: value > 3 ? 11 : 1,
            commentary: `Up ${12 - value} on last quarter.`,
          }),
          givenMeasure({ code: '2', now: givenFigure({ standing: 'off target' }), running: 5 }),
        ],
      });
    for (const kind of inPublic) expect(tellsApart(small.map(later), kind)).toBe(false);
    const chart = blocksIn(composed(later(3), 'Cabinet').sections).find(
      (block) => block.kind === 'chart' && block.chart.kind === 'line',
    );
    expect(JSON.stringify(chart)).toContain('"value":null');
  });
  it('is not worked back from a share, its denominator, or those not counted', () => {
    const share = (numerator: number) =>
      givenDataset({
        measures: [
          givenMeasure({
            countsPeople: true,
            now: givenFigure({
              numerator,
              denominator: 60,
              value: (100 * numerator) / 60,
              standing: numerator > 30 ? 'on target' : 'off target',
            }),
          }),
        ],
      });
    expect(tellsApart(small.map(share), 'Cabinet')).toBe(false);
    expect(tellsApart([56, 57, 58, 59].map(share), 'Cabinet')).toBe(false);
    expect(tellsApart([5, 6].map(share), 'Cabinet')).toBe(true);
  });
  it('is not worked back from whether the next figure is better, the same or worse', () => {
    const share = (numerator: number, denominator: number): Partial<FigureFact> => ({
      numerator,
      denominator,
      value: (100 * numerator) / denominator,
    });
    const direction = (was: number) => (was < 3 ? 'better' : was === 3 ? 'same' : 'worse');
    const since = (back: number, travel: (was: number) => Partial<MeasureFact>) => (was: number) =>
      givenDataset({
        measures: [
          givenMeasure({
            countsPeople: true,
            now: givenFigure(share(5, 100)),
            before: [4, 3, 2, 1].map((each) =>
              givenFigure({
                ...quarterBefore(each),
                ...(each === back ? share(was, 60) : share(6, 100)),
              }),
            ),
            ...travel(was),
          }),
        ],
      });
    const lastQuarter = since(1, (was) => ({ short: direction(was) }));
    const lastYear = since(4, (was) => ({ long: direction(was) }));
    for (const kind of inPublic) {
      expect(tellsApart(small.map(lastQuarter), kind)).toBe(false);
      expect(tellsApart(small.map(lastYear), kind)).toBe(false);
    }
  });
  it('is not worked back from a total and the other parts, whoever hears of which', () => {
    const family = (part: number) => {
      const of = (code: string, value: number, said: Partial<MeasureFact> = {}) =>
        givenMeasure({ ...children, code, now: count(value, 50), ...said });
      return givenDataset({
        measures: [
          of('21', 30 + part, { groups: ['priority|1'] }),
          of('21a', 20, { parent: 'plan|21', groups: ['priority|2'] }),
          of('21b', part, { parent: 'plan|21', groups: ['priority|1'] }),
          of('21c', 10, { parent: 'plan|21' }),
          of('22', 17),
        ],
      });
    };
    for (const kind of inPublic) expect(tellsApart(small.map(family), kind)).toBe(false);
    const paper = allOf(composed(family(3), 'Cabinet'));
    expect(paper).toContain('17');
    expect(paper).not.toContain('33');
  });
  it('is not worked back from a year that its quarters add up to', () => {
    const year = (part: number) =>
      givenDataset({
        measures: [
          givenMeasure({
            ...children,
            code: '30',
            frequency: 'annual',
            now: count(20 + part, 50, { period: '2020-21', words: '2020-21' }),
          }),
          givenMeasure({ ...children, code: '30a', now: count(part, 50) }),
        ],
      });
    expect(tellsApart(small.map(year), 'Cabinet')).toBe(false);
  });
  it('is not worked back from a year to date, less what it was the quarter before', () => {
    const soFar = (step: number) =>
      givenDataset({
        measures: [
          givenMeasure({
            ...children,
            figureIs: 'year to date',
            now: count(6 + step, 50),
            before: [count(6, 50, quarterBefore(1))],
            short: 'worse',
          }),
        ],
      });
    expect(tellsApart(small.map(soFar), 'Cabinet')).toBe(false);
    expect(tellsApart([5, 6].map(soFar), 'Cabinet')).toBe(true);
  });
  it('is not given back by a correction', () => {
    const restated = (was: number) =>
      JSON.stringify(
        composed(
          givenDataset({ measures: [givenMeasure({ ...children, now: count(9, 50) })] }),
          'Cabinet',
          {
            restatements: [
              {
                line: 'Measures: plan|1',
                period: '2020-21 Q2',
                was,
                is: 9,
                on: Temporal.PlainDate.from('2020-11-03'),
                because: `${was} was a slip.`,
              },
            ],
          },
        ),
      );
    expect(new Set(small.map(restated)).size).toBe(1);
    expect(restated(3)).toContain('the figures are left out');
    expect(restated(20)).toContain('20 was corrected to 9');
  });
  it('is not given back by the words that clearance put in place of its commentary', () => {
    const cleared = new Map([['Measures: plan|6', 'Only three children this time.']]);
    const paper = allOf(composed(told(3, 0), 'Cabinet', { words: cleared }));
    expect(paper).not.toContain('three children');
    expect(paper).toContain('repeats a number that is left out');
  });
  it('is not given back by the reason why the next figure is late', () => {
    const late = (value: number) =>
      givenDataset({
        measures: [
          givenMeasure({
            ...children,
            now: count(9, 50, {
              value: null,
              standing: 'not yet available',
              noDataReason: `The ${value} of last quarter are being checked.`,
            }),
            before: [count(value, 50, quarterBefore(1))],
          }),
        ],
      });
    for (const kind of inPublic) expect(tellsApart(small.map(late), kind)).toBe(false);
    expect(allOf(composed(late(3), "directors' board"))).toContain('The 3 of last quarter');
  });
  it('words that say no number are printed', () => {
    const words = new Map([['Measures: plan|6', 'Every child came home the same day.']]);
    const paper = allOf(composed(told(3, 0), 'Cabinet', { words }));
    expect(paper).toContain('Every child came home the same day.');
  });
});

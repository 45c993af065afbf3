// Measures that count children, with a number of them that may not be told, and what tells two such datasets
// apart.
import { type PaperKind, paperKinds } from '../../../src/registers/papers.ts';
import type { Standing } from '../../../src/registers/words.ts';
import type { Dataset, FigureFact, MeasureFact } from '../../../src/rules/dataset/dataset.ts';
import { composed } from './composed.ts';
import { givenDataset, smallDataset } from './given-dataset.ts';
import { asTarget, givenFigure, givenMeasure, quarterBefore } from './given-facts.ts';

export const inPublic: readonly PaperKind[] = paperKinds.filter(
  (kind) => kind !== "directors' board" && kind !== 'portfolio briefing',
);
export const small = [1, 2, 3, 4];

/** Amber at one over its target: by its colour alone a small number could be told. */
const countStands = (value: number, target: number): Standing => {
  if (value <= target) return 'on target';
  return value === target + 1 ? 'within tolerance' : 'off target';
};

export const count = (value: number, target = 2, said: Partial<FigureFact> = {}): FigureFact =>
  givenFigure({
    value,
    ...asTarget(target, 'children'),
    standing: countStands(value, target),
    ...said,
  });

export const children: Partial<MeasureFact> = {
  unit: 'children',
  decimals: 0,
  polarity: 'minimise',
  countsPeople: true,
};

export const told = (value: number, target = 2): Dataset =>
  givenDataset({
    ...smallDataset(),
    measures: [
      givenMeasure({
        ...children,
        code: '6',
        groups: ['priority|1'],
        now: count(value, target),
        before: [6, 5, 8, 7].map((each, at) => count(each, target, quarterBefore(4 - at))),
        short: value > 7 ? 'worse' : 'better',
        long: value > 5 ? 'worse' : 'better',
        running: value > 3 ? 5 : 1,
        forecast: value,
        commentary: `It is ${value}, ${7 - value} fewer than last quarter.`,
        noActionBecause: `All ${value} are home.`,
        limits: `Counted by hand: ${value}.`,
        benchmark: [`Neighbours: 12; here ${value}`],
        promises: [
          {
            title: `Find the ${value} children`,
            promisedIn: 'Q1 2020-21',
            dueOn: null,
            status: 'complete',
            completedOn: '2020-08-01',
            worked: value < 3,
          },
          {
            title: 'A second worker',
            promisedIn: 'Q1 2020-21',
            dueOn: null,
            status: 'complete',
            completedOn: '2020-08-01',
            worked: value < 3,
          },
        ],
      }),
    ],
  });

/** Two datasets that differ in what is left out alone must give one and the same paper. */
export const tellsApart = (datasets: readonly Dataset[], kind: PaperKind): boolean => {
  const papers = datasets.map((each) => JSON.stringify(composed(each, kind)));
  return new Set(papers).size > 1;
};

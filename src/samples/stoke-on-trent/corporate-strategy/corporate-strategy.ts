// Every row the sample takes from the Corporate Strategy 2024-28. What is printed, what is mended and
// what is our reading is told in the samples' README.
import type { Row } from '../../../registers/registers.ts';
import { cleaner } from './cleaner.ts';
import { fairer } from './fairer.ts';
import { greener } from './greener.ts';
import { headlineGaps } from './headline-gaps.ts';
import { healthier } from './healthier.ts';
import { crossCuttingIssues, values } from './issues-and-values.ts';
import { plans } from './plan.ts';
import { safer } from './safer.ts';
import { skilled } from './skilled.ts';
import type { Theme } from './theme.ts';
import {
  actionsOf,
  measuresOf,
  objectivesOf,
  outcomesOf,
  prioritiesOf,
  supportingOf,
} from './theme-rows.ts';
import { wealthier } from './wealthier.ts';

const themes: readonly Theme[] = [healthier, wealthier, safer, greener, cleaner, fairer, skilled];

const benchmarks: readonly Row<'benchmarks'>[] = [...headlineGaps, ...supportingOf(themes)].map(
  (row, index) => ({ ...row, position: index + 1 }),
);

export const corporateStrategy = {
  plans,
  priorities: prioritiesOf(themes),
  objectives: objectivesOf(themes),
  outcomes: outcomesOf(themes),
  measures: measuresOf(themes),
  actions: actionsOf(themes),
  benchmarks,
  crossCuttingIssues,
  values,
};

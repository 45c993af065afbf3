// A council of four measures, and what is gathered of it, for tests of what a dataset holds.
import type { Row } from '../../../src/registers/registers.ts';
import type { MeasureFact } from '../../../src/rules/dataset/dataset.ts';
import { gatherDataset } from '../../../src/rules/dataset/gather.ts';
import { day } from '../arbitrary.ts';
import { type Rows, registersOf, rowOf } from '../table-of.ts';

export const cycle = rowOf('cycles', { title: 'Quarter 2 2020-21' });
export const gathered = (rows: Rows, of: Row<'cycles'> = cycle) =>
  gatherDataset(registersOf(rows), of, { asAt: day('2020-10-21'), isFrozen: false });

export const council: Rows = {
  plans: [{ key: 'plan', title: 'Operating plan', code: 'plan' }],
  teams: [{ key: 'team', title: 'Housing needs', directorate: 'Housing' }],
  measures: [
    { code: 'R1', position: 1, title: 'Prevented', countsPeople: true, weight: 2 },
    { code: 'R2', position: 2, title: 'Days to let', polarity: 'stay in range', unit: 'days' },
    { code: 'R3', position: 3, title: 'Population', frequency: 'annual', publicationLag: 400 },
    { code: 'R4', position: 4, title: 'Gone', retiredOn: day('2020-07-01') },
  ],
  targets: [
    { measure: 'plan|R1', appliesFrom: day('2019-04-01'), target: 95, tolerance: 2 },
    { measure: 'plan|R2', appliesFrom: day('2019-04-01'), rangeLow: 3, rangeHigh: 5 },
  ],
  actions: [
    {
      key: 'plan|CA1',
      code: 'CA1',
      title: 'Two more officers',
      kind: 'corrective action',
      plan: 'plan',
      status: 'complete',
      dueOn: day('2020-08-31'),
      completedOn: day('2020-08-20'),
    },
  ],
  benchmarks: [
    {
      key: 'plan|B1',
      plan: 'plan',
      code: 'B1',
      kind: 'comparison',
      measure: 'plan|R1',
      comparator: 'nearest neighbours',
      period: '2019-20',
      quartile: 2,
    },
  ],
  returns: [
    { measure: 'plan|R1', period: '2019-20 Q3', value: 90 },
    { measure: 'plan|R1', period: '2020-21 Q1', value: 89, action: 'plan|CA1' },
    {
      measure: 'plan|R1',
      period: '2020-21 Q2',
      value: 93.1,
      numerator: 54,
      denominator: 58,
      finality: 'provisional',
      commentary: 'Two officers joined.',
      source: 'Case system',
      forecast: 95,
      approval: 'not in time',
    },
    { measure: 'plan|R2', period: '2020-21 Q1', value: 6 },
    {
      measure: 'plan|R2',
      period: '2020-21 Q2',
      state: 'No data until',
      noDataUntil: day('2020-11-30'),
      noDataReason: 'The system is being replaced.',
    },
    { measure: 'plan|R3', period: '2018', value: 0 },
  ],
};

export const measureOf = (code: string, rows: Rows = council): MeasureFact => {
  const found = gathered(rows).measures.find((each) => each.code === code);
  if (!found) throw new Error(`${code} is not in this dataset`);
  return found;
};

// What the report prints of money, of risk, and of how the borough stands beside others.
import type { Row } from '../../registers/registers.ts';
import {
  inProgramme,
  inStrategy,
  mission,
  points,
  printed,
  programme,
  reviewLine,
  strategy,
  workforcePriority,
} from './plan.ts';

export const budgets: readonly Row<'budgets'>[] = [
  printed('budgets', {
    key: inProgramme('GAP'),
    title: 'Budget gap forecast by 2026/27',
    plan: programme,
    code: 'GAP',
    kind: 'known gap',
    year: '2026-27',
    amount: 9_000_000,
    position: 1,
  }),
  printed('budgets', {
    key: inProgramme('LUF'),
    title: 'Levelling Up Funding, Billingham and Yarm',
    plan: programme,
    code: 'LUF',
    kind: 'capital',
    priority: inProgramme('REG'),
    amount: 20_000_000,
    position: 2,
    query: '£20m is printed as awarded to Billingham, and again as paying for Yarm High Street.',
  }),
  printed('budgets', {
    key: inProgramme('TOWN'),
    title: 'Town Deal for Thornaby',
    plan: programme,
    code: 'TOWN',
    kind: 'capital',
    priority: inProgramme('REG'),
    amount: 23_900_000,
    position: 3,
  }),
];

const controls = points(
  'Senior managers oversee it',
  'A steering group for every strand',
  'Projects defined; programme and project management in place',
  'Regular reports to Cabinet',
  'Extra officers to deliver it',
);

const threatened: readonly (readonly [title: string, serves: readonly string[], says?: string])[] =
  [
    ['Savings too small for lasting finances', [mission('TRA'), `Budgets: ${inProgramme('GAP')}`]],
    ['Outcomes for communities do not improve', [mission('COM')]],
    ['Reputation suffers from either', [`Plans: ${programme}`], 'Could follow from R1 or R2.'],
  ];

/** The report scores none of them. */
export const risks: readonly Row<'risks'>[] = threatened.map(([title, serves, says], index) => {
  const code = `R${index + 1}`;
  return printed('risks', {
    key: inProgramme(code),
    title,
    plan: programme,
    code,
    serves,
    state: 'open',
    controls,
    commentary: says ?? null,
    position: index + 1,
  });
});

type Compared = Partial<Row<'benchmarks'>> & Pick<Row<'benchmarks'>, 'code' | 'title'>;

const recycling: Partial<Row<'benchmarks'>> = {
  serves: [reviewLine('MT01')],
  period: '2022-23',
  unit: '%',
  localValue: 25.2,
};

const compared: readonly Compared[] = [
  {
    ...recycling,
    code: 'B1',
    title: 'Recycling rate beside Tees Valley',
    comparator: 'Tees Valley',
    value: 30.58,
  },
  {
    ...recycling,
    code: 'B2',
    title: 'Recycling rate beside the nation',
    comparator: 'National',
    value: 42,
    printed: '328th of 338',
  },
  {
    code: 'B3',
    title: 'Residual waste per household',
    serves: [reviewLine('MT01')],
    comparator: 'National',
    unit: 'kg per household',
    localValue: 783,
    printed: 'Highest of all; 783 Kilogram/Hectogram',
    query: 'The unit is misprinted: kg per household is meant.',
  },
  {
    code: 'B4',
    title: 'Children looked after, per 10,000',
    serves: [reviewLine('MT13')],
    comparator: 'Statistical neighbours',
    unit: 'per 10,000',
    localValue: 133,
    value: 82,
    printed: 'About 82',
  },
];

export const benchmarks: readonly Row<'benchmarks'>[] = [
  ...compared.map((each, index) =>
    printed('benchmarks', {
      ...each,
      key: inProgramme(each.code),
      plan: programme,
      kind: 'comparison',
      position: index + 1,
    }),
  ),
  printed('benchmarks', {
    key: inStrategy('B1'),
    title: 'Investors in People indicators, top quartile',
    plan: strategy,
    code: 'B1',
    kind: 'comparison',
    measure: inStrategy('WF 13'),
    serves: [workforcePriority('1')],
    comparator: 'Similar organisations',
    period: '2023',
    unit: 'of 9 indicators',
    localValue: 5,
    quartile: 1,
    printed: '5 of the 9 in the top quartile',
    source: 'Investors in People survey and assessment (2023)',
    position: 1,
  }),
];

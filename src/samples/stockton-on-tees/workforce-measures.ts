// What each workforce measure is: what the strategy prints of it, and what only an example could say
// (owner, aim, and eight quarters of figures where none is printed).
import type { Row } from '../../registers/registers.ts';

type Measure = Row<'measures'>;
type Pair = readonly [numerator: number, denominator: number];

export type Asked = {
  readonly code: string;
  readonly name: string;
  /** The workforce priority it is read under: our judgement. */
  readonly priority: string;
  readonly parent?: string;
  readonly kind: 'outcome' | 'process';
  readonly unit: string;
  readonly decimals: number;
  readonly owner: string;
  readonly means: string;
  readonly timing: Pick<Measure, 'frequency' | 'periodBasis' | 'rollingMonths' | 'source'>;
  readonly printed?: { readonly period: string; readonly value: number; readonly says: string };
  /** Illustrative; none where good cannot be said. */
  readonly aim?: {
    readonly good: 'maximise' | 'minimise' | 'stay in range';
    readonly target: number | readonly [low: number, high: number];
    readonly tolerance: number;
  };
  readonly asks?: {
    readonly numerator: string;
    readonly denominator: string;
    /** 2022-23 Q1 to 2023-24 Q4. */
    readonly illustrative: readonly Pair[];
  };
  readonly query?: string;
};

const quarterEnd = {
  frequency: 'quarterly',
  periodBasis: 'financial',
  rollingMonths: null,
  source: 'own',
} as const;
const twelveMonths = { ...quarterEnd, periodBasis: 'rolling', rollingMonths: 12 } as const;
const survey = {
  frequency: 'annual',
  periodBasis: 'calendar',
  rollingMonths: null,
  source: 'survey',
} as const;

const onTheDay = (value: number) => ({
  period: '2023-24 Q2',
  value,
  says: 'As printed, at 30th September 2023.',
});
const inTheYear = (value: number) => ({
  period: '2022-23 Q4',
  value,
  says: 'As printed, for April 2022 to March 2023.',
});

const profile = {
  priority: '6',
  kind: 'process',
  owner: 'p-workforce-information',
  timing: quarterEnd,
} as const;
const absence = {
  priority: '5',
  owner: 'p-wellbeing',
  timing: twelveMonths,
} as const;

export const asked: readonly Asked[] = [
  {
    ...profile,
    code: 'WF 1',
    name: 'Employees',
    unit: 'employees',
    decimals: 0,
    means: 'People employed on the last day of the quarter.',
    printed: onTheDay(3204),
  },
  {
    ...profile,
    code: 'WF 2',
    name: 'Full time equivalent employees',
    parent: 'WF 1',
    unit: 'FTE',
    decimals: 1,
    means: 'The same people by the hours they are contracted for.',
    printed: onTheDay(2621.5),
  },
  {
    ...profile,
    code: 'WF 3',
    name: 'Male employees',
    parent: 'WF 1',
    unit: '%',
    decimals: 1,
    means: 'Men, of all employees on the last day of the quarter.',
    printed: onTheDay(31.8),
  },
  {
    ...profile,
    code: 'WF 4',
    name: 'Female employees',
    parent: 'WF 1',
    unit: '%',
    decimals: 1,
    means: 'Women, of all employees on the last day of the quarter.',
    printed: onTheDay(68.2),
  },
  {
    ...absence,
    code: 'WF 5',
    name: 'Days lost to sickness per FTE',
    kind: 'outcome',
    unit: 'days',
    decimals: 1,
    means: 'Working days lost to sickness in twelve months, for each full time equivalent.',
    printed: inTheYear(10.1),
    aim: { good: 'minimise', target: 9.5, tolerance: 0.5 },
    query:
      '26,154 days over the 2,621.5 FTE printed is 10.0, not 10.1; the FTE is of a day after the year.',
  },
  {
    ...absence,
    code: 'WF 6',
    name: 'Days lost to sickness',
    parent: 'WF 5',
    kind: 'process',
    unit: 'days',
    decimals: 0,
    means: 'All working days lost to sickness in twelve months.',
    printed: inTheYear(26_154),
  },
  {
    ...absence,
    code: 'WF 7',
    name: 'Occurrences of sickness',
    parent: 'WF 5',
    kind: 'process',
    unit: 'occurrences',
    decimals: 0,
    means: 'Spells of sickness absence that began in twelve months.',
    printed: inTheYear(2911),
  },
  {
    code: 'WF 8',
    name: 'Turnover',
    priority: '4',
    kind: 'outcome',
    owner: 'p-retention',
    timing: twelveMonths,
    unit: '%',
    decimals: 1,
    means: 'Employees who left in twelve months, of the average employed.',
    printed: inTheYear(12.6),
    aim: { good: 'stay in range', target: [8, 12], tolerance: 1 },
  },
  {
    code: 'WF 9',
    name: 'Turnover under 1 year of service',
    parent: 'WF 8',
    priority: '4',
    kind: 'outcome',
    owner: 'p-retention',
    timing: twelveMonths,
    unit: '%',
    decimals: 1,
    means: 'Employees who left within a year of joining, of the average employed.',
    printed: inTheYear(2.2),
    aim: { good: 'minimise', target: 2, tolerance: 0.3 },
  },
  {
    code: 'WF 10',
    name: 'Vacancy rate',
    priority: '4',
    kind: 'process',
    owner: 'p-recruitment',
    timing: quarterEnd,
    unit: '%',
    decimals: 1,
    means: 'Posts without a holder on the last day of the quarter, of all posts.',
    aim: { good: 'minimise', target: 7, tolerance: 1 },
    asks: {
      numerator: 'Posts vacant',
      denominator: 'Posts in all',
      illustrative: [
        [291, 3395],
        [284, 3398],
        [276, 3401],
        [268, 3410],
        [271, 3418],
        [262, 3422],
        [249, 3425],
        [246, 3431],
      ],
    },
  },
  {
    code: 'WF 11',
    name: 'Agency worker rate',
    priority: '6',
    kind: 'process',
    owner: 'p-agency',
    timing: quarterEnd,
    unit: '%',
    decimals: 1,
    means: 'Agency workers by full time equivalent, of the whole workforce with them.',
    aim: { good: 'minimise', target: 3.5, tolerance: 0.5 },
    asks: {
      numerator: 'Agency workers (FTE)',
      denominator: 'Whole workforce (FTE)',
      illustrative: [
        [88, 2690],
        [92, 2694],
        [101, 2702],
        [97, 2705],
        [103, 2711],
        [109, 2716],
        [116, 2722],
        [113, 2726],
      ],
    },
  },
  {
    code: 'WF 12',
    name: 'Apprenticeship rate',
    priority: '7',
    kind: 'outcome',
    owner: 'p-apprenticeships',
    timing: quarterEnd,
    unit: '%',
    decimals: 1,
    means: 'Employees on an apprenticeship on the last day of the quarter, of all employees.',
    aim: { good: 'maximise', target: 2.3, tolerance: 0.3 },
    asks: {
      numerator: 'Employees on an apprenticeship',
      denominator: 'All employees',
      illustrative: [
        [54, 3168],
        [57, 3172],
        [66, 3181],
        [64, 3190],
        [61, 3196],
        [68, 3204],
        [77, 3209],
        [75, 3212],
      ],
    },
  },
  {
    code: 'WF 13',
    name: 'Investors in People indicators in top quartile',
    priority: '1',
    kind: 'outcome',
    owner: 'p-engagement',
    timing: survey,
    unit: 'of 9 indicators',
    decimals: 0,
    means:
      'How many of the nine put the council among the best quarter of its kind. Found strong in 2023: leadership, managing performance and work, continuous improvement. To build on: staff and managers, learning, people processes, and plans joined to people.',
    printed: {
      period: '2023',
      value: 5,
      says: 'As printed: survey and assessment of 2023.',
    },
    aim: { good: 'maximise', target: 6, tolerance: 1 },
  },
];

// The eight gaps the strategy opens with (2023): between the city and the United Kingdom, or the
// councils most like it. Fewer or lower here is below zero. Each was set against the supporting data.
import { newRow } from '../../../registers/new-row.ts';
import type { Row } from '../../../registers/registers.ts';
import { keyed, plan } from './plan.ts';

type Benchmark = Row<'benchmarks'>;
type Gap = {
  /** Null where two are printed. */
  readonly gap: number | null;
  readonly unit: string;
  readonly printed: string;
  readonly measure?: string;
  readonly comparator?: Benchmark['comparator'];
  readonly query?: string;
};

const gaps: readonly (readonly [name: string, said: Gap])[] = [
  [
    'Healthy life expectancy',
    {
      gap: null,
      unit: 'years',
      printed: 'Men 6.9 shorter; women 8.5 shorter',
      query:
        'The supporting data make it 7.2 years for men (55.9, 63.1) and 8.8 for women (55.1, 63.9).',
    },
  ],
  [
    'Health-related unemployment',
    {
      gap: 24.8,
      unit: '%',
      printed: '24.8 % higher; 4,530 more adults',
      query:
        'The supporting data put long-term sickness at 39.6 % of inactive adults against 25.4 %: 14.2 points, or 55.9 %, higher.',
    },
  ],
  [
    'Educational attainment at GCSE',
    { gap: -7.7, unit: 'points', printed: '7.7 points fewer', measure: '7.I2' },
  ],
  [
    'Adults who achieve Level 3 qualifications',
    { gap: -22000, unit: 'adults', printed: '22,000 fewer' },
  ],
  [
    'Children who are school ready at five years old',
    {
      gap: -3.9,
      unit: '%',
      printed: '3.9 % fewer',
      measure: '6.I7',
      query:
        'Printed as per cent: 61.3 % against 65.2 % is 3.9 percentage points, or 6.0 %, fewer.',
    },
  ],
  [
    'Economic productivity',
    {
      gap: -4888,
      unit: '£ per head',
      printed: '£4,888 less per head; £1.263bn for the city',
      measure: '2.I1',
      query: 'The supporting data (£24,175, £31,138) make it £6,963.',
    },
  ],
  [
    'Gross full-time pay (by place of residence)',
    { gap: -90.2, unit: '£ per week', printed: '£90.20 less', measure: '2.I11' },
  ],
  [
    'Children in care',
    {
      gap: 365,
      unit: 'children',
      printed: '365 more than the statistical neighbour average',
      comparator: 'statistical neighbours',
      query: "The table's heading says UK average; this row says statistical neighbours.",
    },
  ],
];

export const headlineGaps: readonly Benchmark[] = gaps.map(([title, said], index) => {
  const { measure, comparator = 'UK average', ...figures } = said;
  const code = `G${index + 1}`;
  return newRow('benchmarks', {
    key: keyed(code),
    title,
    plan,
    code,
    kind: 'headline gap',
    measure: measure === undefined ? null : keyed(measure),
    comparator,
    period: '2023',
    ...figures,
  });
});

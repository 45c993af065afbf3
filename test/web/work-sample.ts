// The rows the tests of a plan's work are about: one team's actions, projects, savings and risks, the
// plan's money, and a measure's benchmarks.
import type { Rows } from '../rules/table-of.ts';
import { sample } from './sample.ts';

const date = Temporal.PlainDate.from;
export const keyed = <T extends { readonly code: string }>(row: T) => ({
  plan: 'plan',
  key: `plan|${row.code}`,
  title: `Line ${row.code}`,
  team: 'housing',
  owner: 'officer',
  ...row,
});

const benchmark = <T extends { readonly code: string }>(row: T) => ({
  ...keyed(row),
  kind: 'comparison' as const,
  owner: undefined,
});

export const work: Rows = {
  ...sample,
  plans: [
    {
      key: 'plan',
      code: 'plan',
      title: 'Operating Plan 2020-21',
      kind: 'delivery',
      year: '2020-21',
      liveAtOnce: 2,
    },
    { key: 'old', plan: 'old', code: 'old', title: 'Strategic Plan', kind: 'strategic' },
  ],
  actions: [
    keyed({ code: 'A1', kind: 'activity', title: 'No day' }),
    keyed({ code: 'A2', kind: 'activity', dueOn: date('2020-12-31') }),
    keyed({ code: 'A3', kind: 'activity', dueOn: date('2020-09-30'), status: 'complete' }),
    keyed({ code: 'A4', kind: 'activity', dueOn: date('2021-03-31'), percent: 40 }),
    keyed({
      code: 'A4.1',
      kind: 'milestone',
      parent: 'plan|A4',
      team: null,
      owner: null,
      dueOn: date('2020-10-15'),
    }),
    keyed({ code: 'A5', kind: 'activity', dueOn: date('2020-10-16'), team: 'waste' }),
    keyed({
      code: 'A6',
      kind: 'activity',
      title: 'A tenant’s case',
      access: 'exempt',
      owner: 'officer',
    }),
  ],
  projects: [
    keyed({
      code: 'P1',
      kind: 'rapid improvement',
      stage: 'live',
      agreedWith: 'the portfolio holder for housing',
    }),
    keyed({ code: 'P2', kind: 'rapid improvement', stage: 'live', access: 'exempt' }),
    keyed({ code: 'P3', kind: 'rapid improvement', stage: 'pipeline' }),
    keyed({
      code: 'P4',
      kind: 'improvement project',
      stage: 'live',
      phase: 'Phase 1',
      dueOn: date('2020-10-01'),
    }),
    keyed({
      code: 'P5',
      kind: 'improvement project',
      stage: 'live',
      phase: 'Phase 1',
      dependsOn: ['Projects: plan|P4', 'Actions: plan|A2', 'Actions: plan|A6', 'Projects: gone'],
      alsoDependsOn: 'A national decision\n',
    }),
    keyed({
      code: 'P6',
      kind: 'improvement project',
      stage: 'live',
      phase: 'Phase 1',
      dependsOnAll: true,
    }),
  ],
  savings: [
    keyed({ code: 'S1', stage: 'live', category: 'digital' }),
    keyed({ code: 'S2', stage: 'live', required: 100_000, forecast: 0 }),
    keyed({ code: 'S3', stage: 'live', team: 'waste', required: 250_000 }),
  ],
  risks: [
    keyed({ code: 'R1', serves: ['Measures: plan|1', 'Measures: plan|gone'] }),
    keyed({
      code: 'R2',
      grossLikelihood: 5,
      grossImpact: 4,
      residualLikelihood: 3,
      residualImpact: 4,
      targetLikelihood: 2,
      targetImpact: 4,
      appetite: 8,
      reviewOn: date('2020-09-01'),
    }),
    keyed({ code: 'R3', residualLikelihood: 3 }),
    keyed({ code: 'R4', residualLikelihood: 0, residualImpact: 9 }),
    keyed({ code: 'R5', state: 'closed' }),
  ],
  budgets: [
    {
      ...keyed({ code: 'B1', kind: 'revenue', priority: 'plan|1' }),
      year: '2020-21',
      amount: -1_159_000,
      savingsRequired: 2_000_000,
    },
    {
      ...keyed({ code: 'B2', kind: 'revenue', title: 'All priorities', isTotal: true }),
      amount: 229_180_000,
      query: 'Printed elsewhere as £212 more.',
    },
    ...['2020-21', '2021-22'].flatMap((year) => [
      { ...keyed({ code: `C ${year}`, kind: 'capital', title: `Fund ${year}` }), year, amount: 1 },
      {
        ...keyed({ code: `T ${year}`, kind: 'capital', title: `All capital ${year}` }),
        year,
        amount: 2,
        isTotal: true,
      },
    ]),
  ] as Rows['budgets'] & object,
  benchmarks: [
    benchmark({
      code: 'N1',
      measure: 'plan|1',
      comparator: 'Nearest neighbours',
      unit: '%',
      value: 82.5,
      localValue: 90,
      period: '2019-20',
    }),
    benchmark({ code: 'N2', serves: ['Measures: plan|1'], comparator: 'England' }),
    benchmark({ code: 'N3', measure: 'plan|2', comparator: 'England' }),
    benchmark({ code: 'N4', measure: 'plan|1', access: 'exempt' }),
  ] as Rows['benchmarks'] & object,
} as Rows;

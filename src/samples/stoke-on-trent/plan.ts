// The Operating Plan 2020-21 as it is laid out: its priorities for 2020-24 and its 18 sections.
import { cycleAsks } from '../../registers/cycles.ts';
import { newRow } from '../../registers/new-row.ts';
import type { Row } from '../../registers/registers.ts';
import { plannedQuarter } from '../planned-quarter.ts';
import { operatingPlanFacts } from './operating-plan/plan-facts.ts';
import { strategicKeyed } from './strategic-plan/plan.ts';

export const plan = 'operating-plan-2020-21';
/** Any row of this plan that is known by a code. */
export const keyed = (code: string): string => `${plan}|${code}`;

const sections: readonly (readonly [code: string, name: string])[] = [
  ['1', 'Children & Young People'],
  ['2', 'Adult Care and Welfare'],
  ['3', 'Population Health and Wellbeing'],
  ['4', 'Housing'],
  ['5', 'Community Development Safety & Public Protection'],
  ['6', 'Customer Services'],
  ['7', 'Environmental and Regulatory Services'],
  ['8', 'Planning, Regeneration and Economic Development'],
  ['9', 'Culture, Tourism, Libraries and Museums'],
  ['10', 'Citizenship and Governance'],
  ['A', 'Finance, Audit and Assurance'],
  ['B', 'Workforce and Organisational Development'],
  ['C', 'Digital'],
  ['D', 'Assets'],
  ['E', 'Performance & Analytics'],
  ['F', 'Commissioning and Contract Management'],
  ['G', 'Commercial Development'],
  ['H', 'Communications'],
];

export const plans: readonly Row<'plans'>[] = [
  newRow('plans', {
    key: plan,
    title: 'Operating Plan 2020-21',
    plan,
    code: plan,
    kind: 'operating',
    year: '2020-21',
    ...operatingPlanFacts,
    serves: ['1', '2', '3', '4', '5'].map((code) => `Priorities: ${keyed(code)}`),
  }),
  ...sections.map(([code, name]): Row<'plans'> => {
    return newRow('plans', {
      key: keyed(code),
      title: name,
      plan,
      parent: plan,
      code,
      kind: 'thematic',
      year: '2020-21',
    });
  }),
];

/**
 * Each with the priority of 2016-20 that we take it to succeed, known by its number there. Neither
 * plan prints the link.
 */
const printedPriorities: readonly (readonly [title: string, succeeds: string])[] = [
  ['Supporting vulnerable people in our communities to live well', '5'],
  ['Enabling our residents to fulfil their potential', '1'],
  ['Helping businesses to thrive and make our city more prosperous', '2'],
  ['Working with our communities to make them healthier, safer and more sustainable', '3'],
  [
    'Being an innovative and commercial council, providing effective leadership to help transform outcomes',
    '4',
  ],
];

export const priorities: readonly Row<'priorities'>[] = printedPriorities.map(
  ([title, succeeds], index) => {
    const code = String(index + 1);
    return newRow('priorities', {
      key: keyed(code),
      title,
      plan,
      code,
      succeeds: [strategicKeyed(succeeds)],
      succeedsBy: 'our judgement',
      position: index + 1,
    });
  },
);

/** The two quarters are planned, and open on their own days; the second asks about all of the plan. */
export const cycles: readonly Row<'cycles'>[] = [
  plannedQuarter({ plan, year: '2020-21', number: 2, opensOn: '2020-10-01' }),
  plannedQuarter({ plan, year: '2020-21', number: 3, opensOn: '2021-01-04', asks: cycleAsks }),
];

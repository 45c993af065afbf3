// The Strategic Plan 2016-20 as a whole, and its five priorities in the order printed. No codes are
// printed: they are numbered. How returns are run under it is the Performance Framework's.
import { newRow } from '../../../registers/new-row.ts';
import type { Row } from '../../../registers/registers.ts';
import { frameworkSettings } from '../framework.ts';

export const strategicPlan = 'strategic-plan-2016-20';
/** Any row of this plan that is known by a code. */
export const strategicKeyed = (code: string): string => `${strategicPlan}|${code}`;

export const strategicPlans: readonly Row<'plans'>[] = [
  newRow('plans', {
    key: strategicPlan,
    title: 'Strategic Plan 2016-20',
    plan: strategicPlan,
    code: strategicPlan,
    kind: 'strategic',
    vision: 'Everybody working as one for a stronger city and taking pride in it.',
    partners: [
      'Residents',
      'Public sector',
      'Voluntary sector',
      'Faith sector',
      'Business and industry',
      'National government',
    ],
    // Four years of delivery plans, each April to March, of which the first begins in April 2016.
    startsOn: Temporal.PlainDate.from('2016-04-01'),
    endsOn: Temporal.PlainDate.from('2020-03-31'),
    ...frameworkSettings,
  }),
];

export const strategicPriorities: readonly Row<'priorities'>[] = [
  'Support our residents to fulfil their potential',
  'Support our businesses to thrive, delivering investment in our towns and communities',
  'Work with residents to make our towns and communities great places to live',
  'A commercial council, well governed and fit for purpose, driving efficiency in everything we do',
  'Support vulnerable people in our communities to live their lives well',
].map((title, index) => {
  const code = String(index + 1);
  return newRow('priorities', {
    key: strategicKeyed(code),
    title,
    plan: strategicPlan,
    code,
    kind: 'priority',
    position: index + 1,
  });
});

// What the Operating Plan's own row says of the whole plan; what it serves is said in plan.ts. The lead
// is made up. Returns keep the Performance Framework's calendar until the new one the plan speaks of.
import type { Row } from '../../../registers/registers.ts';
import { returnCalendar } from '../framework.ts';
import { strategicPlan } from '../strategic-plan/plan.ts';

export const operatingPlanFacts: Partial<Row<'plans'>> = {
  // Not its parent: the plan hangs from its own priorities for 2020-24.
  succeeds: strategicPlan,
  vision: 'Every team knows what it owes residents, so that the five priorities are met.',
  lead: 'p-chief-executive',
  partners: ['Private sector', 'Public sector', 'Voluntary sector', 'Community sector'],
  // The financial year it is printed for.
  startsOn: Temporal.PlainDate.from('2020-04-01'),
  endsOn: Temporal.PlainDate.from('2021-03-31'),
  ...returnCalendar,
  liveAtOnce: 30,
};

// Stoke-on-Trent as local mode opens it: its plans of 2016-20, 2020-21 and 2024-28, on the first
// morning of the quarter 2 cycle of 2020-21. What is the documents' and what is made up is told in
// README.md beside this.
import { bankHolidays } from './bank-holidays.ts';
import { sampleEscalationRules } from './escalation-rules.ts';
import type { SampleCouncil } from './sample-council.ts';
import { corporateStrategy } from './stoke-on-trent/corporate-strategy/corporate-strategy.ts';
import { frameworkBoards } from './stoke-on-trent/framework.ts';
import { measures, returns, targets } from './stoke-on-trent/measures.ts';
import { illustrativeMeetings } from './stoke-on-trent/meetings.ts';
import { objectives } from './stoke-on-trent/objectives.ts';
import {
  operatingPlanDecisions,
  operatingPlanMeetings,
} from './stoke-on-trent/operating-plan/decisions.ts';
import { operatingPlanBudgets } from './stoke-on-trent/operating-plan/finance.ts';
import { operatingPlanFunctions } from './stoke-on-trent/operating-plan/functions.ts';
import { operatingPlanThemes } from './stoke-on-trent/operating-plan/themes.ts';
import { directory, people, teams } from './stoke-on-trent/people.ts';
import { cycles, plan, plans, priorities } from './stoke-on-trent/plan.ts';
import { illustrativeDecisions, ratingRules } from './stoke-on-trent/rating-rules.ts';
import { strategicObjectives } from './stoke-on-trent/strategic-plan/objectives.ts';
import {
  strategicPlan,
  strategicPlans,
  strategicPriorities,
} from './stoke-on-trent/strategic-plan/plan.ts';
import { valuesOf } from './stoke-on-trent/values.ts';

/** What the published documents carry is public; what the sample makes up is left internal. */
const printed = (): SampleCouncil['rows'] => ({
  plans: [...plans, ...strategicPlans, ...corporateStrategy.plans],
  priorities: [...priorities, ...strategicPriorities, ...corporateStrategy.priorities],
  objectives: [...objectives, ...strategicObjectives, ...corporateStrategy.objectives],
  outcomes: corporateStrategy.outcomes,
  measures: [...measures, ...corporateStrategy.measures],
  actions: [
    ...operatingPlanThemes.actions,
    ...operatingPlanFunctions.actions,
    ...corporateStrategy.actions,
  ],
  projects: [...operatingPlanThemes.projects, ...operatingPlanFunctions.projects],
  savings: [...operatingPlanThemes.savings, ...operatingPlanFunctions.savings],
  risks: [...operatingPlanThemes.risks, ...operatingPlanFunctions.risks],
  benchmarks: corporateStrategy.benchmarks,
  budgets: operatingPlanBudgets,
  crossCuttingIssues: corporateStrategy.crossCuttingIssues,
  values: [...valuesOf(strategicPlan), ...valuesOf(plan), ...corporateStrategy.values],
  boards: frameworkBoards,
  meetings: operatingPlanMeetings,
  decisions: operatingPlanDecisions,
});

const asPublic = (rows: SampleCouncil['rows']): SampleCouncil['rows'] =>
  Object.fromEntries(
    Object.entries(rows).map(([name, some]) => [
      name,
      some.map((row) => ({ ...row, access: 'public' as const })),
    ]),
  );

const registers = (): SampleCouncil['rows'] => {
  const published = asPublic(printed());
  return {
    ...published,
    decisions: [...(published.decisions ?? []), ...illustrativeDecisions],
    meetings: [...(published.meetings ?? []), ...illustrativeMeetings],
    ratingRules,
    targets,
    returns,
    teams,
    people,
    cycles,
    escalationRules: sampleEscalationRules('p-performance'),
    closedDays: bankHolidays(2018, 2027),
  };
};

export const stokeOnTrent = (): SampleCouncil => ({
  site: 'stoke-on-trent',
  name: 'Stoke-on-Trent City Council (sample)',
  startsAt: '2020-10-01T09:00',
  rows: registers(),
  directory,
});

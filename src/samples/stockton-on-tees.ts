// Stockton-on-Tees as local mode opens it: the Powering Our Future report of 18 April 2024, on the first
// morning of the quarter 1 cycle. What is the document's and what is made up is told in README.md.
import { bankHolidays } from './bank-holidays.ts';
import { sampleEscalationRules } from './escalation-rules.ts';
import type { SampleCouncil } from './sample-council.ts';
import { boards, decisions, meetings, questions } from './stockton-on-tees/governance.ts';
import { measures, returns, targets } from './stockton-on-tees/measures.ts';
import { programmeMilestones } from './stockton-on-tees/milestones.ts';
import { missionPriorities, workstreams } from './stockton-on-tees/missions.ts';
import { benchmarks, budgets, risks } from './stockton-on-tees/money-and-risk.ts';
import { partnerships } from './stockton-on-tees/partnerships.ts';
import { directory, people, teams } from './stockton-on-tees/people.ts';
import { cycles, plans, values } from './stockton-on-tees/plan.ts';
import { reviews } from './stockton-on-tees/reviews.ts';
import {
  outcomes,
  wellbeingAims,
  workforceActions,
  workforcePriorities,
} from './stockton-on-tees/workforce.ts';

export const stocktonOnTees = (): SampleCouncil => ({
  site: 'stockton-on-tees',
  name: 'Stockton-on-Tees Borough Council (sample)',
  startsAt: '2024-07-01T09:00',
  rows: {
    plans,
    priorities: [...missionPriorities, ...workforcePriorities],
    objectives: [...workstreams, ...wellbeingAims],
    outcomes,
    actions: [...programmeMilestones, ...workforceActions],
    projects: reviews,
    risks,
    budgets,
    benchmarks,
    partnerships,
    boards,
    meetings,
    decisions,
    questions,
    values,
    measures,
    targets,
    returns,
    teams,
    people,
    cycles,
    escalationRules: sampleEscalationRules('p-performance'),
    closedDays: bankHolidays(2022, 2027),
  },
  directory,
});

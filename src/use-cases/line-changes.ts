// What a report of a line puts in the registers, all in one entry: its return, and the register's own row.
// What of it was typed how is read in read-line-answer.ts.
import type { Action } from '../registers/actions.ts';
import type { Project } from '../registers/projects.ts';
import type { Change } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import type { Risk } from '../registers/risks.ts';
import type { Saving } from '../registers/savings.ts';
import type { WorkStatus } from '../registers/shared-columns.ts';
import type { Team } from '../registers/teams.ts';
import { score } from '../rules/risk-score.ts';
import { asExempt } from './as-exempt.ts';
import { change } from './change.ts';
import type {
  AssuranceRead,
  FinanceRead,
  ProgressRead,
  RiskRead,
  SavingRead,
} from './read-line-answer.ts';

/** `said` goes on the return; `changes` are of the register's own rows. */
export type LineReported = {
  readonly said: Partial<Return>;
  readonly changes: readonly Change[];
  readonly doubts: readonly string[];
};

/** A row keeps the last word said of it until another is. */
const orAsItWas = (commentary: string | null) => (commentary === null ? {} : { commentary });

const completedOn = (
  { status, completedOn: on }: Pick<Action, 'status' | 'completedOn'>,
  now: WorkStatus,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null => {
  if (now !== 'complete') return null;
  return status === 'complete' && on !== null ? on : today;
};

/** Work that is over is live no more; one that goes on after all is live again. */
const stageFor = <S extends Project['stage']>(stage: S, status: WorkStatus) => {
  if (status === 'complete' || status === 'stopped') return status;
  return stage === 'complete' || stage === 'stopped' ? ('live' as const) : stage;
};

export const progressOf = (
  about:
    | { readonly of: 'action'; readonly row: Action }
    | { readonly of: 'project'; readonly row: Project },
  { status, percent, expectedOn, commentary, doubts }: ProgressRead,
  today: Temporal.PlainDate,
): LineReported => {
  const { row } = about;
  const reported = {
    status,
    percent,
    completedOn: completedOn(row, status, today),
    ...orAsItWas(commentary),
  };
  return {
    said: { status, expectedOn, value: percent, commentary },
    changes: [
      about.of === 'action'
        ? change('actions', row.key, reported)
        : change('projects', row.key, { ...reported, stage: stageFor(about.row.stage, status) }),
    ],
    doubts,
  };
};

export const savingOf = (
  row: Saving,
  { achieved, forecast, status, commentary, doubts }: SavingRead,
): LineReported => ({
  said: { status, value: achieved, forecast, commentary },
  changes: [
    change('savings', row.key, {
      achieved,
      forecast,
      status,
      stage: stageFor(row.stage, status),
      ...orAsItWas(commentary),
    }),
  ],
  doubts,
});

/** A day of review that is past was for this review: it does not stay. */
export const riskOf = (
  row: Risk,
  { likelihood, impact, reviewOn, commentary, doubts }: RiskRead,
  today: Temporal.PlainDate,
): LineReported => {
  const stands =
    row.reviewOn !== null && Temporal.PlainDate.compare(row.reviewOn, today) > 0
      ? row.reviewOn
      : null;
  return {
    said: { likelihood, impact, value: score(likelihood, impact), commentary },
    changes: [
      change('risks', row.key, {
        residualLikelihood: likelihood,
        residualImpact: impact,
        reviewedOn: today,
        reviewOn: reviewOn ?? stands,
        ...orAsItWas(commentary),
      }),
    ],
    doubts,
  };
};

type Giving = {
  readonly return: Pick<Return, 'plan' | 'period' | 'access' | 'exemptUnder'>;
  readonly at: Temporal.Instant;
};

/** A row of Assurance for the team and quarter: given for the team's manager, whoever gave it. */
export const assuranceOf = (
  team: Team,
  { answers, statement }: AssuranceRead,
  { return: asked, at }: Giving,
): LineReported => ({
  said: { commentary: statement },
  changes: [
    change('assurance', `${asked.plan}|${team.key}|${asked.period}`, {
      title: `${team.title}, ${asked.period}`.slice(0, 255),
      plan: asked.plan,
      team: team.key,
      period: asked.period,
      manager: team.manager,
      state: 'Given',
      ...answers,
      statement,
      givenAt: at,
      ...asExempt([team, asked]),
    }),
  ],
  doubts: [],
});

/** `all`: every line that is forecast, as it stood. A budget that is not known has no variance. */
export const financeOf = (
  all: readonly FinanceRead['lines'][number]['budget'][],
  { lines, commentary, doubts }: FinanceRead,
): LineReported => {
  const given = new Map(lines.map((each) => [each.budget.key, each.forecast]));
  const forecasts = all.map(({ key, forecast }) => given.get(key) ?? forecast ?? 0);
  return {
    said: { value: forecasts.reduce((sum, each) => sum + each, 0), commentary },
    changes: lines.map(({ budget, forecast, savingsAchieved }) =>
      change('budgets', budget.key, {
        forecast,
        variance: budget.amount === null ? null : forecast - budget.amount,
        ...(savingsAchieved !== null && { savingsAchieved }),
      }),
    ),
    doubts,
  };
};

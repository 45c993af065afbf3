// What a cycle asks for besides its measures: actions, projects, savings, risks, each manager's assurance
// and the plan's money. Which of them are asked at all is the cycle's own setting; who is asked is asked.ts's.
import type { Action } from '../registers/actions.ts';
import type { Budget } from '../registers/budgets.ts';
import type { Cycle, CycleAsks } from '../registers/cycles.ts';
import { lineName } from '../registers/line-name.ts';
import type { Plan } from '../registers/plans.ts';
import type { RegisterName, Registers } from '../registers/registers.ts';
import type { ReturnKind } from '../registers/returns.ts';
import { fold, sameKey } from '../registers/same-key.ts';
import { type About, aboutOf } from './about.ts';
import { reportsActionsIn } from './action-reporting.ts';
import { asksOf } from './cycle-asks.ts';
import {
  lastMonth,
  type Period,
  parsePeriod,
  periodEnd,
  periodHolding,
  periodText,
} from './period.ts';
import { inPlanOrder, linesInOrder } from './plan-order.ts';
import { promiseBefore } from './promise.ts';
import { managersOf } from './roles.ts';
import { isAskedElsewhere, returnsDue } from './what-is-due.ts';

type LineKind = Exclude<ReturnKind, 'figure' | 'target' | 'final'>;

export type LineDue = {
  /** The return's key: the line's name and the cycle's period. */
  readonly key: string;
  readonly title: string;
  readonly about: Exclude<About, { of: 'measure' }>;
  /** 'Actions: plan|code', as a return holds it. */
  readonly line: string;
  readonly period: string;
  readonly kind: LineKind;
  /** Null where the row has none: its team's manager is asked. */
  readonly owner: string | null;
};

/** A cycle with nothing said asks about measures alone; so does any month's. */
export const asksAbout = (cycle: Pick<Cycle, 'asks' | 'period'>, what: CycleAsks): boolean => {
  if (parsePeriod(cycle.period)?.kind === 'month') return what === 'measures';
  return asksOf(cycle).includes(what);
};

/**
 * In the order they are read. What has been returned for the period is not asked for again, nor what
 * another cycle that goes on asks for. None of a month.
 */
export const linesDue = (registers: Registers, cycle: Cycle): readonly LineDue[] => {
  const quarter = parsePeriod(cycle.period);
  if (quarter?.kind !== 'quarter') return [];
  const asking: Asking = { registers, cycle, quarter, plans: plansOf(registers, cycle.plan) };
  return [
    ...(asksAbout(cycle, 'actions') ? actionsDue(asking) : []),
    ...(asksAbout(cycle, 'projects') ? projectsDue(asking) : []),
    ...(asksAbout(cycle, 'savings') ? savingsDue(asking) : []),
    ...(asksAbout(cycle, 'risks') ? risksDue(asking) : []),
    ...(asksAbout(cycle, 'assurance') ? assuranceDue(asking) : []),
    ...(asksAbout(cycle, 'finance') ? financeDue(asking) : []),
  ]
    .flatMap((each) => asDue(asking, each))
    .toSorted((one, other) => linesInOrder(one.about, other.about));
};

type Asking = {
  readonly registers: Registers;
  readonly cycle: Cycle;
  readonly quarter: Period;
  /** The plan's own key and those of its sections. */
  readonly plans: readonly string[];
};

type Line = {
  readonly register: RegisterName;
  readonly key: string;
  readonly owner: string | null;
};

/** A row that names a section as its plan counts with the plan the section is of. */
export const plansOf = (registers: Pick<Registers, 'plans'>, plan: string): readonly string[] => {
  const keys = [plan, ...registers.plans.where('plan', plan).map(({ key }) => key)];
  return [...new Map(keys.map((key) => [fold(key), key])).values()];
};

const asDue = (
  { registers, cycle, quarter }: Asking,
  { register, key: row, owner }: Line,
): readonly LineDue[] => {
  const kind = kindOf[register];
  const line = lineName({ register, key: row });
  const about = aboutOf(registers, { measure: null, about: line, kind: kind ?? null });
  if (kind === undefined || about === null || about.of === 'measure') return [];
  const period = periodText(quarter);
  const key = `${line}|${period}`;
  const known = registers.returns.get(key);
  // A team is asked once a quarter, whichever of several plans it works to asks first.
  if (known?.state === 'Returned' || (known && isAskedElsewhere(registers, cycle, known)))
    return [];
  const title = `${about.code ?? about.title.slice(0, 200)}, ${period}`;
  return [{ key, title, about, line, period, kind, owner }];
};

const kindOf: { readonly [N in RegisterName]?: LineKind } = {
  actions: 'progress',
  projects: 'progress',
  savings: 'saving',
  risks: 'risk',
  teams: 'assurance',
  plans: 'finance',
};

type Worked = 'actions' | 'projects' | 'savings' | 'risks';

const linesOf = (
  register: Worked,
  rows: readonly { readonly key: string; readonly owner: string | null }[],
): readonly Line[] => rows.map(({ key, owner }) => ({ register, key, owner }));

export const isStopped = ({ status }: { readonly status: Action['status'] }): boolean =>
  status === 'stopped';

export const isFinished = ({ status }: { readonly status: Action['status'] }): boolean =>
  status === 'complete' || status === 'stopped';

/** Work that begins after the period is over has nothing to report yet. */
const hasBegun = (startsOn: Temporal.PlainDate | null, period: Period): boolean =>
  startsOn === null || Temporal.PlainDate.compare(startsOn, periodEnd(period)) <= 0;

/** What was promised at a poor figure, or required by SMT, is followed each quarter until it is done. */
export const isPromise = ({ kind }: Pick<Action, 'kind'>): boolean =>
  kind === 'corrective action' || kind === 'recovery plan';

const actionsDue = (asking: Asking): readonly Line[] => {
  const { registers, cycle, quarter } = asking;
  const plan: Pick<Plan, 'kind'> = registers.plans.get(cycle.plan) ?? { kind: null };
  const isReported = reportsActionsIn(plan, quarter);
  const followedUp = promisesFollowedUp(registers, cycle);
  const rows = asking.plans
    .flatMap((plan) => registers.actions.where('plan', plan))
    .filter((row) => isReported || isPromise(row))
    .filter(({ key }) => !followedUp.has(key))
    .filter((row) => !isFinished(row) && hasBegun(row.startsOn, quarter));
  return linesOf('actions', rows);
};

/**
 * Corrective actions that the question for their measure's next figure asks about anyway, of the same
 * person: nobody is asked twice for one thing.
 */
const promisesFollowedUp = (registers: Registers, cycle: Cycle): ReadonlySet<string> =>
  new Set(
    asksAbout(cycle, 'measures')
      ? returnsDue(registers, cycle).flatMap(({ measure, period: text }) => {
          const period = parsePeriod(text);
          const promise = period && promiseBefore(registers, measure, period);
          return promise && sameKey(promise.owner, measure.owner) ? [promise.key] : [];
        })
      : [],
  );

/** Blank is live: nobody has said that it waits, or is over. */
export const isLive = ({ stage }: { readonly stage: string | null }): boolean =>
  stage === null || stage === 'live';

const projectsDue = (asking: Asking): readonly Line[] =>
  linesOf(
    'projects',
    asking.plans
      .flatMap((plan) => asking.registers.projects.where('plan', plan))
      .filter((row) => isLive(row) && !isFinished(row) && hasBegun(row.startsOn, asking.quarter)),
  );

/** The financial year a period ends in. */
export const yearOf = (period: Period): string =>
  periodText(periodHolding('financial year', lastMonth(period)));

const savingsDue = (asking: Asking): readonly Line[] =>
  linesOf(
    'savings',
    asking.plans
      .flatMap((plan) => asking.registers.savings.where('plan', plan))
      .filter(
        (row) =>
          isLive(row) &&
          !isFinished(row) &&
          (row.year === null || row.year === yearOf(asking.quarter)),
      ),
  );

const risksDue = (asking: Asking): readonly Line[] =>
  linesOf(
    'risks',
    asking.plans
      .flatMap((plan) => asking.registers.risks.where('plan', plan))
      .filter(({ state }) => state !== 'closed'),
  );

/** Each team of the plan that somebody leads; a team of no plan where the plan's measures are its work. */
const assuranceDue = ({ registers, cycle, plans }: Asking): readonly Line[] => {
  const ofPlan = plans.flatMap((plan) => registers.teams.where('plan', plan));
  const measuring = new Set(
    registers.measures.where('plan', cycle.plan).map(({ team }) => fold(team)),
  );
  const ofNone = [...registers.teams.values()].filter(
    ({ plan, key }) => plan === null && measuring.has(fold(key)),
  );
  return [...ofPlan, ...ofNone]
    .filter(({ key }) => managersOf(registers, key).length > 0)
    .map(({ key, manager }) => ({ register: 'teams', key, owner: manager }));
};

/**
 * The lines of a plan's budget that are forecast in a period, in the plan's order: revenue and capital of
 * its year. Totals add up what is there; reserves and gaps are no outturn.
 */
export const forecastLines = (
  registers: Pick<Registers, 'budgets' | 'plans'>,
  plan: string,
  period: Period,
): readonly Budget[] =>
  plansOf(registers, plan)
    .flatMap((each) => registers.budgets.where('plan', each))
    .filter(({ kind, isTotal }) => !isTotal && (kind === 'revenue' || kind === 'capital'))
    .filter(({ year }) => year === null || year === yearOf(period))
    .toSorted(inPlanOrder);

/** Asked of whoever owns all the lines, else of the plan's lead. */
const financeDue = ({ registers, cycle, quarter }: Asking): readonly Line[] => {
  const budget = forecastLines(registers, cycle.plan, quarter);
  if (budget.length === 0) return [];
  const plan = registers.plans.get(cycle.plan);
  const owners = new Set(budget.map(({ owner }) => owner && fold(owner)));
  const [first] = budget;
  const common = owners.size === 1 ? (first?.owner ?? null) : null;
  return [{ register: 'plans', key: plan?.key ?? cycle.plan, owner: common ?? plan?.lead ?? null }];
};

// Which plan, teams and quarter a person is looking at, and what else they could choose.
// Anyone signed in may read the whole plan; their place in it decides only what opens first.
import type { Measure } from '../registers/measures.ts';
import type { Person } from '../registers/people.ts';
import type { Registers, Row } from '../registers/registers.ts';
import { mayRead } from '../rules/access.ts';
import {
  type Period,
  parsePeriod,
  periodText,
  periodWords,
  previousPeriod,
  quarterOf,
} from '../rules/period.ts';
import { inPlanOrder } from '../rules/plan-order.ts';
import { isPerformanceTeam, isSmt, managesTeam } from '../rules/roles.ts';
import type { Choice } from './api.ts';

export type Asked = {
  readonly plan?: string | undefined;
  readonly team?: string | undefined;
  readonly quarter?: string | undefined;
};

export type Chosen = {
  readonly plan: Row<'plans'>;
  readonly team: string;
  readonly quarter: Period;
  readonly plans: readonly Choice[];
  readonly teams: readonly Choice[];
  readonly quarters: readonly Choice[];
  /** In plan order. */
  readonly measures: readonly Measure[];
  readonly cycle: Row<'cycles'> | null;
};

const everyone = 'all';
const mine = 'mine';
const directorate = 'directorate:';
const quartersBack = 7;

/** Null where no plan has been loaded. A choice that no longer exists falls back to the first. */
export const chosenBy = (
  registers: Registers,
  asked: Asked,
  { person, today }: { readonly person: Person; readonly today: Temporal.PlainDate },
): Chosen | null => {
  const whole = [...registers.plans.values()].filter((plan) => plan.plan === plan.key);
  const plan = whole.find((each) => each.key === asked.plan) ?? currentPlan(registers, whole);
  if (!plan) return null;
  const all = measuresOf(registers, plan.key);
  const teams = teamChoices(registers, person, teamsWorkingOn(registers, plan.key));
  const team = pick(teams, asked.team) ?? firstTeam(registers, person, teams);
  const latest = latestQuarter(registers, plan.key, today);
  const quarters = quarterChoices(latest);
  const quarter = parsePeriod(pick(quarters, asked.quarter) ?? '') ?? latest;
  return {
    plan,
    team,
    quarter,
    plans: whole.map((each) => ({ key: each.key, words: each.title, group: '' })),
    teams,
    quarters,
    measures: all
      .filter(isIn(registers, person, team))
      .filter((row) => mayRead(registers, person, { register: 'measures', row })),
    cycle: registers.cycles.get(`${plan.key}|${periodText(quarter)}`) ?? null,
  };
};

const pick = (choices: readonly Choice[], key: string | undefined): string | undefined =>
  choices.find((choice) => choice.key === key)?.key;

/** The plan whose cycle is open; else the newest by its year. */
const currentPlan = (
  registers: Registers,
  plans: readonly Row<'plans'>[],
): Row<'plans'> | undefined => {
  const open = [...registers.cycles.values()].find((cycle) => cycle.state === 'Open');
  const measured = plans.filter((plan) => registers.measures.where('plan', plan.key).length > 0);
  return (
    plans.find((plan) => plan.key === open?.plan) ??
    measured.toSorted((a, b) => (b.year ?? '').localeCompare(a.year ?? ''))[0] ??
    plans[0]
  );
};

const measuresOf = (registers: Registers, plan: string): readonly Measure[] =>
  registers.measures.where('plan', plan).toSorted(inPlanOrder);

const worked = ['measures', 'actions', 'projects', 'savings', 'risks'] as const;

/** Every team that has a line of the plan, whatever it is a line of. */
const teamsWorkingOn = (registers: Registers, plan: string): ReadonlySet<string> =>
  new Set(
    worked.flatMap((name) =>
      registers[name].where('plan', plan).flatMap(({ team }) => (team === null ? [] : [team])),
    ),
  );

const teamChoices = (
  registers: Registers,
  person: Person,
  keys: ReadonlySet<string>,
): readonly Choice[] => {
  const teams = [...registers.teams.values()]
    .filter((team) => keys.has(team.key))
    .toSorted((a, b) => a.title.localeCompare(b.title));
  const managed = teams.filter((team) => managesTeam(registers, person, team.key));
  const directorates = [...new Set(teams.map((team) => team.directorate))].toSorted();
  return [
    { key: everyone, words: 'Whole council', group: '' },
    ...(managed.length > 1 ? [{ key: mine, words: 'All my teams', group: '' }] : []),
    ...directorates.map((name) => ({
      key: directorate + name,
      words: name,
      group: 'Directorates',
    })),
    ...teams.map((team) => ({ key: team.key, words: team.title, group: 'Teams' })),
  ];
};

/** SMT and the performance team start with the council, a manager with their teams. */
const firstTeam = (registers: Registers, person: Person, teams: readonly Choice[]): string => {
  if (isSmt(person) || isPerformanceTeam(person)) return everyone;
  if (pick(teams, mine)) return mine;
  const managed = teams.find((team) => managesTeam(registers, person, team.key));
  return managed?.key ?? pick(teams, person.team ?? undefined) ?? everyone;
};

type Of = { readonly team: string | null };

/** Whether a line belongs to the choice of team looked at; one of no team belongs to the whole alone. */
export const isIn =
  (registers: Registers, person: Person, chosen: string) =>
  ({ team }: Of): boolean => {
    if (chosen === everyone) return true;
    if (team === null) return false;
    if (chosen === mine) return managesTeam(registers, person, team);
    if (!chosen.startsWith(directorate)) return team === chosen;
    return registers.teams.get(team)?.directorate === chosen.slice(directorate.length);
  };

/** The open cycle's quarter; else the last one asked for; else the last that has ended. */
export const latestQuarter = (
  registers: Registers,
  plan: string,
  today: Temporal.PlainDate,
): Period => {
  const cycles = registers.cycles
    .where('plan', plan)
    .filter((cycle) => cycle.state === 'Open' || cycle.state === 'Closed')
    .toSorted((a, b) => b.period.localeCompare(a.period));
  const cycle = cycles.find((each) => each.state === 'Open') ?? cycles[0];
  return parsePeriod(cycle?.period ?? '') ?? previousPeriod(quarterOf(today));
};

const quarterChoices = (latest: Period): readonly Choice[] => {
  const quarters = [latest];
  for (let back = 0; back < quartersBack; back += 1)
    quarters.push(previousPeriod(quarters.at(-1) ?? latest));
  return quarters.map((each) => ({ key: periodText(each), words: periodWords(each), group: '' }));
};

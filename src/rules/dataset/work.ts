// What a cycle's dataset says of the work of its plan: actions, projects and what they hold up, savings,
// and risks as they have moved. Which groups they lie in is decided in groups.ts.
import type { Cycle } from '../../registers/cycles.ts';
import type { Line } from '../../registers/line-name.ts';
import type { Registers, Row } from '../../registers/registers.ts';
import type { WorkStatus } from '../../registers/shared-columns.ts';
import { markedAs } from '../access.ts';
import { isFinished } from '../lines-due.ts';
import { type Closed, closedDates, workingDaysBetween } from '../working-days.ts';
import type { ActionFact, Dataset, ProjectFact, RiskFact, SavingFact } from './dataset.ts';
import { groupsOfLine } from './groups.ts';
import { holdsUpIn } from './holds-up.ts';
import { rowsOfPlan } from './plan-rows.ts';
import { riskFigures } from './risk-figures.ts';
import { atRisk, isOfYear } from './saving-figures.ts';

type Work = Pick<Dataset, 'actions' | 'projects' | 'savings' | 'risks'>;

/**
 * The plan's rows, those of its sections too, in the plan's order. Of savings those of the cycle's year,
 * or of none, that have left the pipeline; of risks those not closed. `asAt` is the day on which something
 * is or is not late.
 */
export const gatherWork = (registers: Registers, cycle: Cycle, asAt: Temporal.PlainDate): Work => {
  const gathering: Gathering = {
    registers,
    cycle,
    asAt,
    closed: closedDates(registers),
    groupsOf: groupsOfLine(registers, cycle.plan),
  };
  return {
    actions: actionsOf(gathering),
    projects: projectsOf(gathering),
    savings: savingsOf(gathering),
    risks: risksOf(gathering),
  };
};

type Gathering = {
  readonly registers: Registers;
  readonly cycle: Cycle;
  readonly asAt: Temporal.PlainDate;
  readonly closed: Closed;
  readonly groupsOf: (line: Line, team: string | null) => readonly string[];
};

type Worked = Row<'actions' | 'projects' | 'savings' | 'risks'> & {
  readonly status?: WorkStatus | null;
};

const factOf = ({ registers, groupsOf }: Gathering, register: Line['register'], row: Worked) => ({
  key: row.key,
  code: row.code,
  title: row.title,
  team: row.team,
  directorate: (row.team === null ? undefined : registers.teams.get(row.team))?.directorate ?? null,
  groups: groupsOf({ register, key: row.key }, row.team),
  status: row.status ?? null,
  commentary: row.commentary,
  ...markedAs(registers, { register, row }),
});

const actionsOf = (gathering: Gathering): readonly ActionFact[] =>
  rowsOfPlan(gathering.registers, 'actions', gathering.cycle.plan).map((row) => ({
    ...factOf(gathering, 'actions', row),
    kind: row.kind,
    dueOn: isoOf(row.dueOn),
    completedOn: isoOf(row.completedOn),
    percent: row.percent,
    overdueBy: isDone(row) ? 0 : overdueBy(gathering, row.dueOn),
  }));

/** Complete or stopped, or done on a day though nobody said how it goes. */
const isDone = (row: {
  readonly status: WorkStatus | null;
  readonly completedOn: Temporal.PlainDate | null;
}): boolean => isFinished(row) || (row.status === null && row.completedOn !== null);

/** Working days past a day; 0 where it has not passed, or is not known. */
const overdueBy = ({ asAt, closed }: Gathering, dueOn: Temporal.PlainDate | null): number =>
  dueOn === null || Temporal.PlainDate.compare(dueOn, asAt) >= 0
    ? 0
    : workingDaysBetween(dueOn, asAt, closed);

/** Late: not done and past its day, or said to be delayed. */
const projectsOf = (gathering: Gathering): readonly ProjectFact[] => {
  const { registers, cycle, asAt } = gathering;
  const holdsUp = holdsUpIn(registers);
  return rowsOfPlan(registers, 'projects', cycle.plan).map((row) => ({
    ...factOf(gathering, 'projects', row),
    kind: row.kind,
    stage: row.stage,
    dueOn: isoOf(row.dueOn),
    percent: row.percent,
    ...holdsUp(row),
    late:
      !isDone(row) &&
      row.stage !== 'complete' &&
      row.stage !== 'stopped' &&
      (row.status === 'delayed' ||
        (row.dueOn !== null && Temporal.PlainDate.compare(row.dueOn, asAt) < 0)),
  }));
};

const savingsOf = (gathering: Gathering): readonly SavingFact[] =>
  rowsOfPlan(gathering.registers, 'savings', gathering.cycle.plan)
    .filter((row) => row.stage !== 'pipeline' && isOfYear(row.year, gathering.cycle))
    .map((row) => ({
      ...factOf(gathering, 'savings', row),
      category: row.category,
      required: row.required,
      achieved: row.achieved,
      forecast: row.forecast,
      atRisk: atRisk(row),
    }));

const risksOf = (gathering: Gathering): readonly RiskFact[] =>
  rowsOfPlan(gathering.registers, 'risks', gathering.cycle.plan)
    .filter(({ state }) => state !== 'closed')
    .map((row) => ({
      ...factOf(gathering, 'risks', row),
      ...riskFigures(gathering.registers, gathering.cycle, row),
      reviewedOn: isoOf(row.reviewedOn),
    }));

const isoOf = (day: Temporal.PlainDate | null): string | null => day?.toString() ?? null;

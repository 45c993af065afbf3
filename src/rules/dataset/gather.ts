// Gathers what a cycle's reports are made from, out of the registers as they are: for a draft now, or to be
// frozen at the close. What becomes of it is use-cases/freeze-cycle.ts's.
import type { Cycle } from '../../registers/cycles.ts';
import type { Registers } from '../../registers/registers.ts';
import { parsePeriod, periodWords } from '../period.ts';
import { ratedHow, ratedHowInPublic } from '../rated-how.ts';
import { gatherBoards } from './boards.ts';
import { type Dataset, datasetVersion } from './dataset.ts';
import { gatherGroups } from './groups.ts';
import { gatherMeasures } from './measures.ts';
import { gatherMoney } from './money.ts';
import { gatherQuestions } from './questions.ts';
import { gatherWork } from './work.ts';

type Gathered = { readonly asAt: Temporal.PlainDate; readonly isFrozen: boolean };

/** The same registers give the same dataset, in whatever order their rows come. */
export const gatherDataset = (
  registers: Registers,
  cycle: Cycle,
  { asAt, isFrozen }: Gathered,
): Dataset => {
  const period = parsePeriod(cycle.period);
  return {
    version: datasetVersion,
    cycle: cycle.key,
    plan: cycle.plan,
    planTitle: registers.plans.get(cycle.plan)?.title ?? cycle.plan,
    period: cycle.period,
    periodWords: period === null ? cycle.period : periodWords(period),
    asAt: asAt.toString(),
    isFrozen,
    measures: gatherMeasures(registers, cycle),
    groups: gatherGroups(registers, cycle),
    ...gatherWork(registers, cycle, asAt),
    money: gatherMoney(registers, cycle),
    questions: gatherQuestions(registers, cycle),
    boards: gatherBoards(registers, cycle.plan),
    ratedHow: period === null ? [] : ratedHow(registers, cycle.plan, period),
    ratedHowInPublic: period === null ? [] : ratedHowInPublic(registers, cycle.plan, period),
  };
};

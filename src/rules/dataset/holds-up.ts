// What leans on a project, and waits with it where it is late: other projects, and savings it is to deliver.
import { foldLine } from '../../registers/line-name.ts';
import type { Project } from '../../registers/projects.ts';
import type { Registers } from '../../registers/registers.ts';
import { accessOf } from '../access.ts';
import { dependenciesOf } from '../dependencies.ts';
import { isFinished } from '../lines-due.ts';
import { inPlanOrder } from '../plan-order.ts';
import type { ProjectFact } from './dataset.ts';

type HoldsUp = Required<Pick<ProjectFact, 'holdsUp' | 'holdsUpInPublic'>>;
type Leaning = Pick<Project, 'key' | 'title' | 'access' | 'status' | 'stage'>;

/**
 * Titles of what leans on a project of any plan and is not itself done, in order of their plans. What is
 * exempt is named beside an exempt project alone.
 */
export const holdsUpIn = (registers: Registers): ((project: Project) => HoldsUp) => {
  const leaning = new Map<string, Leaning[]>();
  const add = (on: string, row: Leaning) => {
    const known = leaning.get(on);
    if (known) known.push(row);
    else leaning.set(on, [row]);
  };
  for (const row of [...registers.projects.values()].toSorted(inPlanOrder))
    for (const line of dependenciesOf(registers, row)) add(foldLine(line), row);
  // Nobody has proposed one that is in the pipeline: no dataset holds it.
  for (const row of [...registers.savings.values()].toSorted(inPlanOrder))
    if (row.project !== null && row.stage !== 'pipeline')
      add(foldLine({ register: 'projects', key: row.project }), row);
  return (project) => {
    const held = (leaning.get(foldLine({ register: 'projects', key: project.key })) ?? [])
      .filter((row) => !isOver(row))
      .filter((row) => accessOf(row) !== 'exempt' || accessOf(project) === 'exempt');
    const open = held.filter((row) => accessOf(row) === 'public');
    return {
      holdsUp: held.map(({ title }) => title),
      holdsUpInPublic: open.map(({ title }) => title),
    };
  };
};

const isOver = (row: Leaning): boolean =>
  isFinished(row) || row.stage === 'complete' || row.stage === 'stopped';

// Projects: every one that is not over, and what the late ones hold up.
import type { ProjectFact } from '../dataset/dataset.ts';
import { dayCell, numberCell, statusCell, textCell } from './cells.ts';
import { capital, listed, nameOf } from './measure-words.ts';
import type { Cell, PaperSection } from './paper.ts';
import { filledTableBlock, number, status, text } from './tables.ts';
import type { Told } from './told.ts';

/** Every project that is not over, the late ones first. */
export const everyProjectSection = ({ facts }: Told): PaperSection | null => {
  const projects = facts.projects
    .filter(({ stage }) => stage !== 'complete' && stage !== 'stopped')
    .toSorted((one, other) => Number(other.late) - Number(one.late));
  if (projects.length === 0) return null;
  return {
    id: 'projects',
    heading: 'Every project',
    blocks: filledTableBlock({
      id: 'table projects',
      caption: projects.some(({ late }) => late)
        ? 'Projects, the late ones first'
        : 'Every project that is not over',
      dash: 'not said',
      columns: [text('Project'), text('Stage'), text('Due'), number('Done (%)'), status('Status')],
      rows: projects.map((project) => [
        textCell(nameOf(project)),
        textCell(project.stage === null ? null : capital(project.stage)),
        dayCell(project.dueOn),
        numberCell(project.percent),
        statusCell(project.status),
      ]),
    }),
    sections: [],
  };
};

/** Projects that are late, and what leans on each. Null where none is. */
export const interdependenciesSection = ({ facts }: Told): PaperSection | null => {
  const late = facts.projects
    .filter((project) => project.late)
    .toSorted((one, other) => other.holdsUp.length - one.holdsUp.length);
  if (late.length === 0) return null;
  return {
    id: 'holds-up',
    heading: 'What late projects hold up',
    blocks: filledTableBlock({
      id: 'table holds up',
      caption: 'Late projects, those that hold up most first',
      columns: [
        text('Project'),
        text('Due'),
        number('Done (%)'),
        status('Status'),
        text('Holds up'),
      ],
      rows: late.map((project) => projectRow(project)),
      notes: [],
    }),
    sections: [],
  };
};

const projectRow = (project: ProjectFact): readonly Cell[] => [
  textCell(nameOf(project)),
  dayCell(project.dueOn),
  numberCell(project.percent),
  statusCell(project.status),
  textCell(project.holdsUp.length === 0 ? 'Nothing named' : listed(project.holdsUp)),
];

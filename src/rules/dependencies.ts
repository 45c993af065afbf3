// What a project leans on, and which projects it would hold up. What no register holds (Also depends
// on) is left to those who print it.
import { foldLine, type Line, readLine } from '../registers/line-name.ts';
import type { Project } from '../registers/projects.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';

/**
 * The lines a project depends on, each once and never itself; only rows that exist. Where it depends
 * on all, that is every other project of its plan and phase, those added since it was written too.
 */
export const dependenciesOf = (registers: Registers, project: Project): readonly Line[] => {
  const found = new Map<string, Line>();
  const add = ({ register, key }: Line) => {
    const row = registers[register].get(key);
    if (row) found.set(foldLine({ register, key }), { register, key: row.key });
  };
  for (const text of project.dependsOn) {
    const line = readLine(text);
    if (line) add(line);
  }
  if (project.dependsOnAll)
    for (const other of registers.projects.where('plan', project.plan))
      if (samePhase(other, project)) add(lineOf(other));
  found.delete(foldLine(lineOf(project)));
  return [...found.values()];
};

/** The projects that depend on each. Turned round once for all: asked one by one it would be the square. */
export const heldUpIn = (registers: Registers): ((project: Project) => readonly Line[]) => {
  const leaning = new Map<string, Line[]>();
  for (const project of registers.projects.values())
    for (const line of dependenciesOf(registers, project)) {
      const folded = foldLine(line);
      leaning.set(folded, [...(leaning.get(folded) ?? []), lineOf(project)]);
    }
  return (project) => leaning.get(foldLine(lineOf(project))) ?? [];
};

const lineOf = ({ key }: Project): Line => ({ register: 'projects', key });

const samePhase = (one: Project, other: Project): boolean =>
  one.phase === null || other.phase === null
    ? one.phase === other.phase
    : sameKey(one.phase.trim(), other.phase.trim());

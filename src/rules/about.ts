// What a return is about: a measure; a line of work that is reported on; a team a manager gives assurance
// of; a plan whose money is forecast. Everything that asks, chases or shows a return reads it here.
import type { Action } from '../registers/actions.ts';
import { readLine } from '../registers/line-name.ts';
import type { Measure } from '../registers/measures.ts';
import type { Plan } from '../registers/plans.ts';
import type { Project } from '../registers/projects.ts';
import type { RegisterName, Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import type { Risk } from '../registers/risks.ts';
import type { Saving } from '../registers/savings.ts';
import type { Team } from '../registers/teams.ts';

/** The row itself, and what all of them have: null where a row has none of it. */
export type About = {
  readonly title: string;
  readonly code: string | null;
  readonly plan: string | null;
  readonly team: string | null;
  readonly position: number | null;
} & (
  | { readonly of: 'measure'; readonly row: Measure }
  | { readonly of: 'action'; readonly row: Action }
  | { readonly of: 'project'; readonly row: Project }
  | { readonly of: 'saving'; readonly row: Saving }
  | { readonly of: 'risk'; readonly row: Risk }
  | { readonly of: 'assurance'; readonly row: Team }
  | { readonly of: 'finance'; readonly row: Plan }
);
export type AboutOf = About['of'];

/** The measure a return is of; undefined where it is about something else, or its measure is not kept. */
export const measureOf = (
  registers: Pick<Registers, 'measures'>,
  asked: Pick<Return, 'measure'>,
): Measure | undefined =>
  asked.measure === null ? undefined : registers.measures.get(asked.measure);

/** Null where the line it is about is in no register: it asks nothing that anybody could answer. */
export const aboutOf = (
  registers: Registers,
  asked: Pick<Return, 'measure' | 'about' | 'kind'>,
): About | null => {
  const measure = measureOf(registers, asked);
  if (measure !== undefined) return aboutMeasure(measure);
  const line = asked.about === null ? null : readLine(asked.about);
  if (line === null) return null;
  const { key } = line;
  const found: { readonly [N in RegisterName]?: () => About | null } = {
    actions: () => work('action', registers.actions.get(key)),
    projects: () => work('project', registers.projects.get(key)),
    savings: () => work('saving', registers.savings.get(key)),
    risks: () => work('risk', registers.risks.get(key)),
    teams: () => aboutTeam(registers.teams.get(key)),
    plans: () => aboutPlan(registers.plans.get(key)),
  };
  return found[line.register]?.() ?? null;
};

export const aboutMeasure = (row: Measure): About => ({ of: 'measure', row, ...shared(row) });

/** The team whose people and managers answer for a return; null where nobody's is named. */
export const teamOf = (
  registers: Registers,
  asked: Pick<Return, 'measure' | 'about' | 'kind'>,
): string | null => aboutOf(registers, asked)?.team ?? null;

type Shared = Pick<About, 'title' | 'code' | 'plan' | 'team' | 'position'>;

const shared = ({ title, code, plan, team, position }: Shared): Shared => ({
  title,
  code,
  plan,
  team,
  position,
});

type Work = { action: Action; project: Project; saving: Saving; risk: Risk };

const work = <K extends keyof Work>(of: K, row: Work[K] | undefined): About | null =>
  row === undefined ? null : ({ of, row, ...shared(row) } as About);

const aboutTeam = (row: Team | undefined): About | null =>
  row === undefined
    ? null
    : {
        of: 'assurance',
        row,
        title: row.title,
        code: null,
        plan: row.plan,
        team: row.key,
        position: null,
      };

const aboutPlan = (row: Plan | undefined): About | null =>
  row === undefined
    ? null
    : {
        of: 'finance',
        row,
        title: row.title,
        code: null,
        plan: row.key,
        team: null,
        position: null,
      };

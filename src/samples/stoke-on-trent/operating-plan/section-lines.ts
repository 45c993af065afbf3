// How a section of the Operating Plan becomes rows: its lines as written, in order, give codes, keys,
// the team and its manager. What the lines are is in the files beside this.
import { newRow } from '../../../registers/new-row.ts';
import type { Row } from '../../../registers/registers.ts';
import type { SavingCategory } from '../../../registers/savings.ts';
import { teams } from '../people.ts';
import { keyed, plan, plans } from '../plan.ts';

/** What a line may say beyond its title. Codes in a string are parted by a blank. */
type Said = {
  /**
   * Lines of this plan above it (for a risk, those it threatens): '1.2' is an objective, '1.A2' an
   * activity, '1.P2' a project, '1.S2' a commitment, '1.R2' a risk.
   */
  readonly serves?: string;
  /** A team's key without its 't-', where it is not the section's. */
  readonly team?: string;
};
/** A title alone, or a title and what more the line says. */
type Line<More = unknown> = string | readonly [title: string, said: Said & More];

type Dated = {
  /** What is printed of when: a month alone is no due date. */
  readonly says?: string;
};
type Leaning = { /** Codes as in `serves`. */ readonly dependsOn?: string };
type Controlled = {
  /** Only where the document says what is done about it. */ readonly controls?: string;
};
type Saved = {
  readonly category?: SavingCategory;
  /** The code of the project that is to deliver it: '1.P2'. */
  readonly project?: string;
};

type Section = {
  /** A team's key without its 't-'; its manager owns the lines. */
  readonly team: string;
  readonly activities: readonly Line<Dated>[];
  readonly projects: readonly Line<Leaning>[];
  readonly commitments?: readonly Line<Saved>[];
  readonly risks: readonly Line<Controlled>[];
};

export type SectionRows = {
  readonly actions: readonly Row<'actions'>[];
  readonly projects: readonly Row<'projects'>[];
  readonly savings: readonly Row<'savings'>[];
  readonly risks: readonly Row<'risks'>[];
};

const listOf = { A: 'Actions', P: 'Projects', S: 'Savings', R: 'Risks' } as const;
type Letter = keyof typeof listOf;

/** '1.2' is 'Objectives: operating-plan-2020-21|1.2'; '1.A2' names an action, and so on. */
const lineNamed = (code: string): string => {
  const [, letter] = /^\w+\.([APSR])\d+$/.exec(code) ?? [];
  return `${letter ? listOf[letter as Letter] : 'Objectives'}: ${keyed(code)}`;
};
const linesNamed = (codes = ''): readonly string[] =>
  codes.split(' ').filter(Boolean).map(lineNamed);

const teamOf = (code: string): { readonly team: string; readonly owner: string | null } => {
  const team = teams.find(({ key }) => key === `t-${code}`);
  if (!team) throw new Error(`No team ${code} in the sample.`);
  return { team: team.key, owner: team.manager };
};

const sections = plans.filter(({ parent }) => parent === plan);
/** A section's place in the plan, from 1, so that lines keep the plan's order. */
const placeOf = (code: string): number => {
  const place = sections.findIndex(({ key }) => key === keyed(code)) + 1;
  if (place === 0) throw new Error(`No section ${code} in the plan.`);
  return place;
};

/** Every line is coded by section, register's letter and place: '1.A2'. */
const linesOf = <More>(
  { code, team }: { readonly code: string; readonly team: string },
  letter: Letter,
  lines: readonly Line<More>[],
) =>
  lines.map((line, index) => {
    const [title, more] = typeof line === 'string' ? [line, {} as Said & Partial<More>] : line;
    const own = `${code}.${letter}${index + 1}`;
    const common = {
      key: keyed(own),
      title,
      plan,
      code: own,
      section: keyed(code),
      serves: linesNamed(more.serves),
      ...teamOf(more.team ?? team),
      position: placeOf(code) * 100 + index + 1,
    };
    return { common, more };
  });

/** The rows of one section. Amounts, scores, status and progress stay blank: none is printed. */
export const section = (code: string, said: Section): SectionRows => {
  const { team, activities, projects, commitments = [], risks } = said;
  const of = { code, team };
  return {
    actions: linesOf(of, 'A', activities).map(({ common, more }) =>
      newRow('actions', { ...common, kind: 'activity', commentary: more.says ?? null }),
    ),
    projects: linesOf(of, 'P', projects).map(({ common, more }) =>
      newRow('projects', {
        ...common,
        kind: 'improvement project',
        stage: 'live',
        dependsOn: linesNamed(more.dependsOn),
      }),
    ),
    savings: linesOf(of, 'S', commitments).map(({ common, more }) =>
      newRow('savings', {
        ...common,
        year: '2020-21',
        stage: 'live',
        category: more.category ?? null,
        project: more.project === undefined ? null : keyed(more.project),
      }),
    ),
    risks: linesOf(of, 'R', risks).map(({ common, more }) =>
      newRow('risks', { ...common, state: 'open', controls: more.controls ?? null }),
    ),
  };
};

/** Several sections' rows, in their order. */
export const joined = (sections: readonly SectionRows[]): SectionRows => ({
  actions: sections.flatMap(({ actions }) => actions),
  projects: sections.flatMap(({ projects }) => projects),
  savings: sections.flatMap(({ savings }) => savings),
  risks: sections.flatMap(({ risks }) => risks),
});

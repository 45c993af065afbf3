// The ten strategic themes of the Operating Plan: how many lines of each kind the document prints,
// and that every line stands in its section and names only what is there.
import { describe, expect, test } from 'vitest';
import { readLine } from '../../src/registers/line-name.ts';
import { objectives } from '../../src/samples/stoke-on-trent/objectives.ts';
import { operatingPlanThemes as themes } from '../../src/samples/stoke-on-trent/operating-plan/themes.ts';
import { people, teams } from '../../src/samples/stoke-on-trent/people.ts';
import { plans } from '../../src/samples/stoke-on-trent/plan.ts';

const plan = 'operating-plan-2020-21';
const { actions, projects, savings, risks } = themes;
const lines = [...actions, ...projects, ...savings, ...risks];

/** Counted in the document: top-level bullets only, a list torn by a page break being one list. */
const printed = [
  { section: '1', activities: 10, projects: 4, commitments: 5, risks: 4 },
  { section: '2', activities: 12, projects: 4, commitments: 6, risks: 3 },
  { section: '3', activities: 9, projects: 3, commitments: 4, risks: 3 },
  { section: '4', activities: 15, projects: 3, commitments: 3, risks: 5 },
  { section: '5', activities: 9, projects: 3, commitments: 1, risks: 8 },
  { section: '6', activities: 9, projects: 6, commitments: 3, risks: 4 },
  { section: '7', activities: 10, projects: 7, commitments: 4, risks: 5 },
  { section: '8', activities: 17, projects: 3, commitments: 2, risks: 3 },
  { section: '9', activities: 15, projects: 4, commitments: 4, risks: 3 },
  { section: '10', activities: 16, projects: 4, commitments: 3, risks: 4 },
];

const countIn = (rows: readonly { readonly section: string | null }[], section: string) =>
  rows.filter((row) => row.section === `${plan}|${section}`).length;

describe('the ten themes of the Operating Plan', () => {
  test.each(printed)('section $section has every line that is printed', (said) => {
    expect({
      section: said.section,
      activities: countIn(actions, said.section),
      projects: countIn(projects, said.section),
      commitments: countIn(savings, said.section),
      risks: countIn(risks, said.section),
    }).toEqual(said);
  });

  test('come to 122 activities, 41 projects, all 35 commitments and 42 risks', () => {
    expect([actions, projects, savings, risks].map((rows) => rows.length)).toEqual([
      122, 41, 35, 42,
    ]);
  });

  test.each([
    ['A', actions],
    ['P', projects],
    ['S', savings],
    ['R', risks],
  ] as const)(
    '%s: lines are numbered from 1 in their section, and keep its order',
    (letter, rows) => {
      for (const { section } of printed) {
        const own = rows.filter((row) => row.section === `${plan}|${section}`);
        expect(own.map(({ code }) => code)).toEqual(
          own.map((_, index) => `${section}.${letter}${index + 1}`),
        );
      }
      const positions = rows.map(({ position }) => position ?? 0);
      expect(positions).toEqual([...new Set(positions)].toSorted((a, b) => a - b));
    },
  );

  test('have one key and one code to a line', () => {
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
    expect(lines.filter(({ key, code }) => key !== `${plan}|${code}`)).toEqual([]);
    expect(lines.filter((row) => row.plan !== plan)).toEqual([]);
  });

  test('have short titles, and no two alike in a register', () => {
    const words = ({ title }: { readonly title: string }) => title.split(' ').length;
    expect(lines.filter(({ title }) => title.length > 90)).toEqual([]);
    expect(lines.filter((row) => words(row) < 3 || words(row) > 8)).toEqual([]);
    for (const rows of [actions, projects, savings, risks])
      expect(new Set(rows.map(({ title }) => title.toLowerCase())).size).toBe(rows.length);
  });
});

describe('what the lines point at', () => {
  const there = {
    objectives: new Set(objectives.map(({ key }) => key)),
    actions: new Set(actions.map(({ key }) => key)),
    projects: new Set(projects.map(({ key }) => key)),
    savings: new Set(savings.map(({ key }) => key)),
  };
  const isThere = (name: string): boolean => {
    const line = readLine(name);
    return line !== null && line.register in there
      ? there[line.register as keyof typeof there].has(line.key)
      : false;
  };

  test('every line served, threatened or leaned on is there', () => {
    const named = [
      ...lines.flatMap(({ serves }) => serves),
      ...projects.flatMap(({ dependsOn }) => dependsOn),
    ];
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !isThere(name))).toEqual([]);
  });

  test('an objective served is one of the line’s own section', () => {
    const strays = lines.filter(({ section, serves }) =>
      serves.some((name) => {
        const line = readLine(name);
        const objective = objectives.find(({ key }) => key === line?.key);
        return line?.register === 'objectives' && objective?.section !== section;
      }),
    );
    expect(strays).toEqual([]);
  });

  test('no line names itself, and a commitment’s project is of its own section', () => {
    const named = (row: (typeof lines)[number]) =>
      'dependsOn' in row ? [...row.serves, ...row.dependsOn] : row.serves;
    expect(
      lines.filter((row) => named(row).some((name) => readLine(name)?.key === row.key)),
    ).toEqual([]);
    const sectionOf = (key: string) => projects.find((row) => row.key === key)?.section;
    const delivered = savings.filter(({ project }) => project !== null);
    expect(delivered.map(({ code }) => code)).toEqual(['1.S2', '2.S6', '7.S2']);
    expect(
      delivered.filter(({ project, section }) => sectionOf(project ?? '') !== section),
    ).toEqual([]);
  });

  test('the section is of the plan, and the owner is the team’s manager', () => {
    const sections = new Set(plans.filter(({ parent }) => parent === plan).map(({ key }) => key));
    expect(lines.filter(({ section }) => !sections.has(section ?? ''))).toEqual([]);
    const managerOf = new Map(teams.map(({ key, manager }) => [key, manager]));
    expect(lines.filter(({ team, owner }) => managerOf.get(team ?? '') !== owner)).toEqual([]);
    const posts = new Set(people.map(({ key }) => key));
    expect(lines.filter(({ owner }) => !posts.has(owner ?? ''))).toEqual([]);
  });
});

describe('what the document does not print stays blank', () => {
  test('no status, percent, day or amount; one month, October 2020, in words', () => {
    const work = [...actions, ...projects];
    expect(work.filter(({ status, percent }) => status !== null || percent !== null)).toEqual([]);
    expect(work.filter(({ dueOn }) => dueOn !== null)).toEqual([]);
    const told = work.filter(({ commentary }) => commentary !== null);
    expect(told.map(({ code, commentary }) => `${code} ${commentary}`)).toEqual([
      '9.A2 October 2020. Only the month is printed.',
    ]);
    const amounts = savings.flatMap(({ required, achieved, forecast, fullYearEffect }) => [
      required,
      achieved,
      forecast,
      fullYearEffect,
    ]);
    expect(amounts.filter((amount) => amount !== null)).toEqual([]);
  });

  test('no risk is scored, and three say what is done about them', () => {
    const scored = risks.filter(
      (risk) => risk.grossLikelihood !== null || risk.residualImpact !== null || risk.appetite,
    );
    expect(scored).toEqual([]);
    expect(risks.filter(({ controls }) => controls !== null).map(({ code }) => code)).toEqual([
      '4.R2',
      '9.R1',
      '9.R2',
    ]);
  });

  test('activities are activities, projects are live and commitments are of the year', () => {
    expect(new Set(actions.map(({ kind }) => kind))).toEqual(new Set(['activity']));
    expect(new Set(projects.map(({ kind, stage }) => `${kind}, ${stage}`))).toEqual(
      new Set(['improvement project, live']),
    );
    expect(new Set(savings.map(({ year }) => year))).toEqual(new Set(['2020-21']));
    expect(new Set(risks.map(({ state }) => state))).toEqual(new Set(['open']));
  });
});

// Sections A to H of the Operating Plan: every line of the enabling functions, under a title of our own.
import { describe, expect, test } from 'vitest';
import { registerNames, registers } from '../../src/registers/registers.ts';
import { objectives } from '../../src/samples/stoke-on-trent/objectives.ts';
import { operatingPlanFunctions as functions } from '../../src/samples/stoke-on-trent/operating-plan/functions.ts';
import { operatingPlanThemes as themes } from '../../src/samples/stoke-on-trent/operating-plan/themes.ts';

const { actions, projects, savings, risks } = functions;
const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
const perSection = (rows: readonly { readonly section: string | null }[]) =>
  letters.map((letter) => rows.filter((row) => row.section?.endsWith(`|${letter}`)).length);

test('as many lines to a section as are printed', () => {
  expect(perSection(actions)).toEqual([10, 15, 10, 8, 8, 14, 6, 6]);
  expect(perSection(projects)).toEqual([3, 2, 3, 3, 3, 3, 4, 3]);
  expect(perSection(risks)).toEqual([4, 3, 4, 5, 4, 4, 2, 4]);
  expect([actions.length, projects.length, risks.length]).toEqual([77, 24, 30]);
});

test('enabling functions print no efficiency commitments', () => {
  expect(savings).toEqual([]);
});

test('with the ten themes, the plan has every line it prints', () => {
  const all = (['actions', 'projects', 'savings', 'risks'] as const).map((name) => {
    const rows = [...themes[name], ...functions[name]];
    return [name, rows.length, new Set(rows.map((row) => row.key)).size];
  });
  expect(all).toEqual([
    ['actions', 199, 199],
    ['projects', 65, 65],
    ['savings', 35, 35],
    ['risks', 72, 72],
  ]);
});

describe.each([
  ['actions', actions, /^[A-H]\.A\d+$/],
  ['projects', projects, /^[A-H]\.P\d+$/],
  ['risks', risks, /^[A-H]\.R\d+$/],
] as const)('%s', (_name, rows, form) => {
  test('have one code each, of one form', () => {
    expect(rows.filter((row) => !form.test(row.code))).toEqual([]);
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
  });

  test('have a short title of their own', () => {
    const long = rows.filter((row) => row.title.length > 90 || row.title.split(' ').length > 8);
    expect(long).toEqual([]);
    expect(new Set(rows.map((row) => row.title)).size).toBe(rows.length);
  });

  test('belong to a team, whose manager answers for them', () => {
    expect(rows.filter((row) => row.team === null || row.owner === null)).toEqual([]);
  });

  test('serve only lines that are there', () => {
    const there = new Set([...objectives, ...actions, ...projects].map((row) => row.key));
    const lists = registerNames.map((name) => registers[name].list as string);
    const dangling = rows
      .flatMap((row) => row.serves)
      .filter((line) => {
        const [list = '', key = ''] = line.split(': ');
        return !lists.includes(list) || !there.has(key);
      });
    expect(dangling).toEqual([]);
  });
});

test('nothing that is not printed is filled in: no status, no percentage, no date', () => {
  const blanks = [...actions, ...projects].map((row) => [row.status, row.percent, row.dueOn]);
  expect(blanks.flat().filter((value) => value !== null)).toEqual([]);
  const scores = risks.map((row) => [row.grossLikelihood, row.residualImpact, row.appetite]);
  expect(scores.flat().filter((value) => value !== null)).toEqual([]);
});

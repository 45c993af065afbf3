// What the sample carries from the Corporate Strategy 2024-28 is all of it, in words of our own, with
// torn and repeated tables merged.
import { describe, expect, test } from 'vitest';
import { readLine } from '../../src/registers/line-name.ts';
import { type Column, type Columns, holdsMany } from '../../src/registers/register.ts';
import {
  type RegisterName,
  type Row,
  registerNames,
  registers,
} from '../../src/registers/registers.ts';
import { corporateStrategy } from '../../src/samples/stoke-on-trent/corporate-strategy/corporate-strategy.ts';
import { measures as operatingPlanMeasures } from '../../src/samples/stoke-on-trent/measures.ts';
import { people, teams } from '../../src/samples/stoke-on-trent/people.ts';

const { plans, priorities, objectives, outcomes, measures, actions, benchmarks } =
  corporateStrategy;
const { crossCuttingIssues, values } = corporateStrategy;
const supporting = benchmarks.filter((row) => row.kind === 'supporting indicator');
const headlines = benchmarks.filter((row) => row.kind === 'headline gap');
const [whole] = plans;

type AnyRow = { readonly key: string; readonly [column: string]: unknown };
const names = registerNames.filter((name) => name in corporateStrategy);
const rowsOf = (name: RegisterName): readonly AnyRow[] =>
  corporateStrategy[name as keyof typeof corporateStrategy] as readonly AnyRow[];
const titleOf = (row: AnyRow): string => String(row['title']);
const columnsOf = (name: RegisterName): Columns => registers[name].columns;

/** How many rows a priority has, by the first figure of their code. */
const byPriority = (rows: readonly { readonly code: string }[]) =>
  ['1', '2', '3', '4', '5', '6', '7'].map(
    (code) => rows.filter((row) => row.code.startsWith(`${code}.`)).length,
  );

describe('the strategy', () => {
  test('has a vision, four years and the parts that deliver it', () => {
    expect(whole).toMatchObject({ key: 'corporate-strategy-2024-28', kind: 'strategic' });
    expect([String(whole?.startsOn), String(whole?.endsOn)]).toEqual(['2024-04-01', '2028-03-31']);
    expect(whole?.vision).not.toBeNull();
    expect(plans.filter((row) => row.parent === whole?.key).map((row) => row.title)).toEqual([
      'Supporting strategies and plans',
      'The Operating Framework',
      'Developing our organisation to deliver',
    ]);
    expect(plans).toHaveLength(27);
  });

  test('has 7 priorities with 42 key challenges, 5 issues across them and 6 values', () => {
    expect(priorities.map((row) => row.code)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    const challenges = priorities.map((row) => row.challenges?.split('\n').length);
    expect(challenges).toEqual([7, 8, 5, 8, 4, 3, 7]);
    expect(crossCuttingIssues.map((row) => row.title)).toEqual([
      'Supporting Family Life',
      'Reclaiming our Streets',
      'Addressing Hardship and Poverty',
      'Ensuring Decent Homes for All',
      'Supporting People to Live Independently',
    ]);
    expect(crossCuttingIssues.filter((row) => row.serves.length < 2)).toEqual([]);
    expect(values).toHaveLength(6);
  });

  test('has 39 objectives, 51 outcomes and 79 actions', () => {
    expect(byPriority(objectives)).toEqual([7, 5, 6, 7, 5, 6, 3]);
    expect(byPriority(outcomes)).toEqual([11, 9, 6, 9, 4, 8, 4]);
    expect(byPriority(actions)).toEqual([12, 12, 12, 12, 8, 16, 7]);
    expect([objectives.length, outcomes.length, actions.length]).toEqual([39, 51, 79]);
  });

  test('prints one objective under two priorities', () => {
    const shared = objectives.filter((row) => row.serves.length > 1);
    expect(shared.map((row) => [row.code, row.serves])).toEqual([
      [
        '2.5',
        ['Priorities: corporate-strategy-2024-28|2', 'Priorities: corporate-strategy-2024-28|7'],
      ],
    ]);
  });

  test('says all of it in short words', () => {
    const long = names.flatMap((name) => rowsOf(name)).filter((row) => titleOf(row).length > 120);
    expect(long).toEqual([]);
    const wordy = [...objectives, ...outcomes, ...actions, ...crossCuttingIssues].filter(
      (row) => row.title.split(' ').length > 9,
    );
    expect(wordy).toEqual([]);
  });
});

describe('the performance indicators', () => {
  test('are 61, each once', () => {
    expect(byPriority(measures)).toEqual([16, 13, 8, 7, 0, 10, 7]);
    expect(new Set(measures.map((row) => row.title.toLowerCase())).size).toBe(61);
  });

  test('serve something, and name every priority they are printed under', () => {
    expect(measures.filter((row) => row.serves.length === 0)).toEqual([]);
    const printedUnder = (row: Row<'measures'>) =>
      [...new Set(row.serves.map((line) => readLine(line)?.key.split('|')[1]?.charAt(0)))]
        .toSorted()
        .join(' ');
    const shared = measures.map((row) => [row.code, printedUnder(row)] as const);
    expect(Object.fromEntries(shared.filter(([, under]) => under.length > 1))).toEqual({
      '1.I12': '1 3',
      '1.I14': '1 6',
      '2.I3': '2 6',
      '2.I4': '2 5',
      '2.I5': '2 4',
      '3.I8': '3 6',
      // Under 7 as well: what it serves of 2 is objective 2.5, which is printed there too.
      '4.I2': '2 4 6',
      '4.I7': '4 5',
      '6.I4': '2 6',
    });
  });

  test('continue 12 measures of the Operating Plan, asked for in the same way', () => {
    const continued = measures.filter((row) => row.continues !== null);
    expect(continued).toHaveLength(12);
    const asked = (row: Row<'measures'> | undefined) =>
      row && [
        row.unit,
        row.decimals,
        row.polarity,
        row.frequency,
        row.periodBasis,
        row.rollingMonths,
        row.asksFor,
        row.definition,
      ];
    const before = (row: Row<'measures'>) =>
      operatingPlanMeasures.find((each) => each.key === row.continues);
    expect(continued.map(asked)).toEqual(continued.map((row) => asked(before(row))));
  });

  test('have a unit, and a sentence on what each counts', () => {
    expect(measures.filter((row) => row.unit.trim() === '')).toEqual([]);
    expect(measures.filter((row) => !/^[A-Z].{20,}\.$/.test(row.definition ?? ''))).toEqual([]);
    expect(measures.map((row) => row.position)).toEqual(measures.map((_, index) => index + 1));
  });
});

describe('the figures beside them', () => {
  test('are 43 of supporting data, 42 with a national value', () => {
    expect(byPriority(supporting)).toEqual([13, 7, 9, 5, 0, 3, 6]);
    expect(supporting.filter((row) => row.localValue === null)).toEqual([]);
    expect(supporting.filter((row) => row.value === null).map((row) => row.code)).toEqual(['2.S5']);
    expect(supporting.filter((row) => row.unit === null).map((row) => row.code)).toEqual([
      '3.S8',
      '4.S2',
    ]);
  });

  test('are 8 headline gaps, one of them with statistical neighbours', () => {
    expect(headlines.map((row) => row.gap)).toEqual([
      null,
      24.8,
      -7.7,
      -22000,
      -3.9,
      -4888,
      -90.2,
      365,
    ]);
    expect(headlines.map((row) => row.comparator).lastIndexOf('statistical neighbours')).toBe(7);
    expect(headlines.filter((row) => row.comparator === 'UK average')).toHaveLength(7);
    expect(headlines.filter((row) => row.period !== '2023' || !row.printed)).toEqual([]);
  });

  test('that disagree with the supporting data are flagged on both sides', () => {
    const gapOf = (measure: string) => {
      const row = supporting.find((each) => each.measure?.endsWith(`|${measure}`));
      return Number(((row?.localValue ?? 0) - (row?.value ?? 0)).toFixed(2));
    };
    const compared = headlines.filter((row) => row.measure !== null);
    const differing = compared.filter((row) => row.gap !== gapOf(row.measure?.split('|')[1] ?? ''));
    expect(differing.map((row) => row.title)).toEqual(['Economic productivity']);
    expect(differing.filter((row) => row.query === null)).toEqual([]);
    const flagged = benchmarks.filter((row) => row.query !== null).map((row) => row.code);
    expect(flagged.join(' ')).toBe('G1 G2 G5 G6 G8 1.S3 1.S4 1.S13 2.S7 3.S1 3.S2 3.S8 4.S2');
  });
});

describe('what the rows point at', () => {
  const keysIn: { readonly [list: string]: ReadonlySet<string> } = Object.fromEntries(
    registerNames.map((name) => [
      registers[name].list,
      new Set([
        ...(names.includes(name) ? rowsOf(name).map((row) => row.key) : []),
        ...(name === 'measures' ? operatingPlanMeasures.map((row) => row.key) : []),
        ...(name === 'teams' ? teams.map((row) => row.key) : []),
        ...(name === 'people' ? people.map((row) => row.key) : []),
      ]),
    ]),
  );

  const isThere = (column: Column, value: string): boolean => {
    if (column.kind !== 'lines') return keysIn[column.pointsAt ?? '']?.has(value) ?? false;
    const line = readLine(value);
    return line !== null && (keysIn[registers[line.register].list]?.has(line.key) ?? false);
  };

  test.each(names)('%s: is there', (name) => {
    const dangling = rowsOf(name).flatMap((row) =>
      Object.entries(columnsOf(name))
        .filter(([, column]) => column.pointsAt !== undefined || column.kind === 'lines')
        .flatMap(([words, column]) => {
          const held = holdsMany(column) ? (row[words] as readonly string[]) : [row[words]];
          return held
            .filter((value) => value !== null && !isThere(column, String(value)))
            .map((value) => `${row.key} ${words}: ${value}`);
        }),
    );
    expect(dangling).toEqual([]);
  });

  test.each(names)('%s: keys are one to a row, and begin with the plan', (name) => {
    const keys = rowsOf(name).map((row) => row.key.toLowerCase());
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !key.startsWith('corporate-strategy-2024-28'))).toEqual([]);
  });

  test('every objective and outcome has something done about it', () => {
    const served = new Set([...actions, ...measures].flatMap((row) => row.serves));
    expect(outcomes.filter((row) => !served.has(`Outcomes: ${row.key}`))).toEqual([]);
    const reached = new Set([
      ...outcomes.flatMap((row) => [`Objectives: ${row.objective}`, ...row.serves]),
      ...served,
    ]);
    expect(objectives.filter((row) => !reached.has(`Objectives: ${row.key}`))).toEqual([]);
    expect(actions.filter((row) => row.serves.length === 0)).toEqual([]);
  });
});

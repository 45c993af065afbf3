// What the Stockton sample carries from the report of 18 April 2024 is all of it, and as printed.
import { describe, expect, test } from 'vitest';
import { parsePeriod } from '../../src/rules/period.ts';
import { targetFor } from '../../src/rules/rating.ts';
import { stocktonOnTees } from '../../src/samples/stockton-on-tees.ts';
import { registersOf, rowsOf } from './sample-registers.ts';

const council = stocktonOnTees();
const held = registersOf(council);
const programme = 'powering-our-future';
const strategy = 'workforce-strategy';
const ofPlan = <N extends 'priorities' | 'objectives' | 'actions' | 'benchmarks'>(
  name: N,
  plan: string,
) => rowsOf(council, name).filter((row) => row.plan === plan);

describe('the programme', () => {
  test('has five missions, each with workstreams or reviews that serve it', () => {
    const missions = ofPlan('priorities', programme);
    expect(missions.map((row) => row.title)).toEqual([
      'Communities Powering Our Future',
      'Partnerships Powering Our Future',
      'Transformation Powering Our Future',
      'Colleagues Powering Our Future',
      'Regeneration Powering Our Future',
    ]);
    expect(new Set(missions.map((row) => row.kind))).toEqual(new Set(['mission']));
    const streams = ofPlan('objectives', programme).flatMap((row) => row.serves);
    const idle = missions.filter((row) => !streams.includes(`Priorities: ${row.key}`));
    expect(idle).toEqual([]);
  });

  test('has what is printed under them: three, five, six and four', () => {
    const under = (line: string) =>
      ofPlan('objectives', programme).filter((row) => row.serves.includes(line)).length;
    expect({
      communities: under(`Priorities: ${programme}|COM`),
      placeLeadershipBoard: under(`Objectives: ${programme}|PAR 2`),
      colleagues: under(`Priorities: ${programme}|COL`),
      towns: under(`Objectives: ${programme}|REG 1`),
      inclusiveGrowth: under(`Objectives: ${programme}|REG 3`),
    }).toEqual({
      communities: 3,
      placeLeadershipBoard: 5,
      colleagues: 7,
      towns: 6,
      inclusiveGrowth: 4,
    });
  });

  test('gives every town its works', () => {
    const served = new Set(ofPlan('actions', programme).flatMap((row) => row.serves));
    for (const town of [1, 2, 3, 4, 5, 6])
      expect(served).toContain(`Objectives: ${programme}|REG 1.${town}`);
  });

  test('has a due date only where a day, or the end of a month, is printed', () => {
    const dated = rowsOf(council, 'actions').filter((row) => row.dueOn !== null);
    expect(dated.map((row) => `${row.title}: ${row.dueOn?.toString()}`)).toEqual([
      'Partnership Charter before Cabinet: 2024-04-18',
      'Scopes of 14 reviews before Cabinet: 2024-04-18',
      'New care frameworks commissioned: 2024-10-01',
      'Fees and charges recommendations approved: 2024-10-31',
      'Workforce Strategy before Cabinet: 2024-04-18',
    ]);
  });

  test('keeps money as printed, the gap of £9m by 2026/27 with it', () => {
    expect(rowsOf(council, 'budgets').map((row) => [row.kind, row.year, row.amount])).toEqual([
      ['known gap', '2026-27', 9_000_000],
      ['capital', null, 20_000_000],
      ['capital', null, 23_900_000],
    ]);
  });

  test('has two main risks and one that follows, unscored, all controlled', () => {
    const risks = rowsOf(council, 'risks');
    expect(risks).toHaveLength(3);
    expect(risks.filter((row) => row.grossLikelihood !== null || !row.controls)).toEqual([]);
  });

  test('has five recommendations to the one meeting with a printed day', () => {
    const decisions = rowsOf(council, 'decisions');
    expect(decisions).toHaveLength(5);
    expect(new Set(decisions.map((row) => row.decidedOn.toString()))).toEqual(
      new Set(['2024-04-18']),
    );
    expect(new Set(decisions.map((row) => row.minute))).toEqual(new Set([null]));
  });
});

describe('the transformation reviews', () => {
  const reviews = rowsOf(council, 'projects');
  const others = (code: string) => {
    const row = reviews.find((each) => each.code === code);
    return (row?.dependsOn ?? []).map((line) => line.split('|')[1]).join(' ');
  };

  test('are 14, MT01 to MT14, with the one printed M13 mended', () => {
    expect(reviews.map((row) => row.code)).toEqual(
      Array.from({ length: 14 }, (_, n) => `MT${String(n + 1).padStart(2, '0')}`),
    );
    expect(reviews.find((row) => row.code === 'MT13')?.query).toContain('M13');
    const unlike = reviews.filter(
      (row) =>
        row.kind !== 'transformation review' ||
        row.phase !== 'Phase 1' ||
        row.stage !== 'live' ||
        !row.serves.includes(`Priorities: ${programme}|TRA`),
    );
    expect(unlike).toEqual([]);
    expect(reviews.filter((row) => row.title.includes('Xentrall'))).toEqual([]);
  });

  test('are each told whole: challenge, scope, constraints, outcomes, impact', () => {
    const untold = reviews.filter(
      (row) =>
        !row.challenge ||
        !row.inScope ||
        !row.outOfScope ||
        !row.constraints ||
        !row.outcomes ||
        !row.impactAssessment,
    );
    expect(untold.map((row) => row.code)).toEqual([]);
  });

  test('lean on one another as printed', () => {
    expect(Object.fromEntries(reviews.map(({ code }) => [code, others(code)]))).toEqual({
      MT01: 'MT02 MT08 COM 1 COM 2',
      MT02: 'MT01 MT08 MT07',
      MT03: 'MT11 MT10 MT04',
      MT04: '',
      MT05: 'MT04 MT10 MT11 MT12',
      MT06: 'MT10 MT04 MT05 MT12 PAR COM',
      MT07: 'MT02',
      MT08: 'SHARED',
      MT09: 'MT13 MT11 MT07 MT14',
      MT10: 'MT11 MT04 MT08',
      MT11: 'MT13 MT14 MT10 COM COL',
      MT12: 'MT05 MT04 MT10 MT06',
      MT13: 'MT10 MT04 MT07 MT14 MT11 COL COL 4 COL 6',
      MT14: 'MT07 MT11 MT13 MT09',
    });
  });

  test('lean on all where all is printed', () => {
    expect(reviews.filter((row) => row.dependsOnAll).map((row) => row.code)).toEqual([
      'MT04',
      'MT11',
    ]);
  });

  test('keep in words what no register holds', () => {
    const inWords = reviews.map((row) => [row.code, row.alsoDependsOn?.split('\n').length ?? 0]);
    expect(Object.fromEntries(inWords)).toEqual({
      MT01: 1,
      MT02: 0,
      MT03: 4,
      MT04: 0,
      MT05: 0,
      MT06: 2,
      MT07: 4,
      MT08: 1,
      MT09: 3,
      MT10: 2,
      MT11: 1,
      MT12: 0,
      MT13: 5,
      MT14: 1,
    });
    const frameworks = reviews.find((row) => row.code === 'MT03')?.alsoDependsOn;
    expect(frameworks).toContain('Better Care Fund');
  });
});

describe('the partnership charter', () => {
  const lines = rowsOf(council, 'partnerships');
  const criteriaOf = (parent: string) =>
    lines.filter((row) => row.kind === 'criterion' && row.parent === `${programme}|${parent}`);

  test('has eight criteria, the cost benefit analysis the eighth, none assessed', () => {
    const criteria = criteriaOf('CHARTER');
    expect(criteria).toHaveLength(8);
    expect(criteria.at(-1)?.title).toMatch(/^Cost benefit analysis/);
    expect(lines.filter((row) => row.met !== null)).toEqual([]);
  });

  test('is held against the shared services with Darlington, criterion by criterion', () => {
    expect(criteriaOf('SHARED').map((row) => row.answers)).toEqual(
      criteriaOf('CHARTER').map((row) => row.key),
    );
    const partnership = lines.filter((row) => row.kind === 'partnership');
    expect(partnership.map((row) => row.partners)).toEqual(['Darlington Borough Council']);
  });
});

describe('the workforce strategy', () => {
  test('has seven priorities, each serving the Colleagues mission', () => {
    const priorities = ofPlan('priorities', strategy);
    expect(priorities).toHaveLength(7);
    const astray = priorities.filter(
      (row) =>
        row.kind !== 'workforce priority' || !row.serves.includes(`Priorities: ${programme}|COL`),
    );
    expect(astray).toEqual([]);
    expect(rowsOf(council, 'outcomes')).toHaveLength(3);
  });

  test('has the workforce profile as printed, and only that is not illustrative', () => {
    const printed = rowsOf(council, 'returns').filter((row) => !row.illustrative);
    expect(printed.map((row) => [row.title, row.value])).toEqual([
      ['WF 1, 2023-24 Q2', 3204],
      ['WF 2, 2023-24 Q2', 2621.5],
      ['WF 3, 2023-24 Q2', 31.8],
      ['WF 4, 2023-24 Q2', 68.2],
      ['WF 5, 2022-23 Q4', 10.1],
      ['WF 6, 2022-23 Q4', 26_154],
      ['WF 7, 2022-23 Q4', 2911],
      ['WF 8, 2022-23 Q4', 12.6],
      ['WF 9, 2022-23 Q4', 2.2],
      ['WF 13, 2023', 5],
    ]);
    expect(rowsOf(council, 'targets').filter((row) => !row.illustrative)).toEqual([]);
  });

  test('never rates a printed figure by a target that is made up', () => {
    const rated = rowsOf(council, 'returns').filter((row) => {
      const period = parsePeriod(row.period);
      return !row.illustrative && period && row.measure && targetFor(held, row.measure, period);
    });
    expect(rated).toEqual([]);
  });
});

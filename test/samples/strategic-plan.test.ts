// The Strategic Plan 2016-20 and the Performance Framework: all of what they list, and how the 2020-24
// priorities follow on from them.
import { expect, test } from 'vitest';
import { frameworkBoards } from '../../src/samples/stoke-on-trent/framework.ts';
import {
  priorities as newPriorities,
  plan as operatingPlan,
  plans as operatingPlans,
} from '../../src/samples/stoke-on-trent/plan.ts';
import { strategicObjectives } from '../../src/samples/stoke-on-trent/strategic-plan/objectives.ts';
import {
  strategicPlan,
  strategicPlans,
  strategicPriorities,
} from '../../src/samples/stoke-on-trent/strategic-plan/plan.ts';
import { valuesOf } from '../../src/samples/stoke-on-trent/values.ts';

test('five priorities and 29 objectives, as many to a priority as printed', () => {
  expect(strategicPriorities.map((row) => row.code)).toEqual(['1', '2', '3', '4', '5']);
  expect(strategicObjectives).toHaveLength(29);
  const served = Object.groupBy(strategicObjectives, (row) => row.serves.join());
  expect(Object.entries(served).map(([line, rows]) => [line, rows?.length])).toEqual([
    ['Priorities: strategic-plan-2016-20|1', 6],
    ['Priorities: strategic-plan-2016-20|2', 6],
    ['Priorities: strategic-plan-2016-20|3', 6],
    ['Priorities: strategic-plan-2016-20|4', 5],
    ['Priorities: strategic-plan-2016-20|5', 6],
  ]);
});

test('objectives have one code and a short title each', () => {
  expect(new Set(strategicObjectives.map((row) => row.key)).size).toBe(29);
  expect(new Set(strategicObjectives.map((row) => row.title)).size).toBe(29);
  expect(strategicObjectives.filter((row) => row.title.length > 90)).toEqual([]);
  expect(strategicObjectives.map((row) => row.position)).toEqual(
    strategicObjectives.map((_, index) => index + 1),
  );
});

test('both plans hold the same five values, in sentences of our own', () => {
  const before = valuesOf(strategicPlan);
  const now = valuesOf(operatingPlan);
  expect(before).toHaveLength(5);
  expect(now.map((row) => row.title)).toEqual(before.map((row) => row.title));
  expect(before.filter((row) => !/^[A-Z].{20,}\.$/.test(row.about ?? ''))).toEqual([]);
  expect(new Set([...before, ...now].map((row) => row.key)).size).toBe(10);
});

test('each 2020-24 priority succeeds one of 2016-20, by our judgement', () => {
  expect(newPriorities.map((row) => row.succeeds)).toEqual([
    ['strategic-plan-2016-20|5'],
    ['strategic-plan-2016-20|1'],
    ['strategic-plan-2016-20|2'],
    ['strategic-plan-2016-20|3'],
    ['strategic-plan-2016-20|4'],
  ]);
  const held = strategicPriorities.map((row) => row.key);
  expect(newPriorities.flatMap((row) => row.succeeds).toSorted()).toEqual(held);
  expect(new Set(newPriorities.map((row) => row.succeedsBy))).toEqual(new Set(['our judgement']));
});

test('the Operating Plan hangs from its own priorities, not from the plan before', () => {
  const whole = operatingPlans.find((row) => row.key === operatingPlan);
  expect(whole?.parent).toBeNull();
  expect(whole?.succeeds).toBe(strategicPlan);
  expect(whole?.serves).toEqual(newPriorities.map((row) => `Priorities: ${row.key}`));
  expect(whole?.liveAtOnce).toBe(30);
});

test('the framework says when returns are due and how many measures are too many', () => {
  const [strategic] = strategicPlans;
  expect(strategic).toMatchObject({
    kind: 'strategic',
    quarterlyDueDay: 10,
    monthlyDueDay: 5,
    targetsSetIn: 1,
    mostMeasures: 60,
  });
  const whole = operatingPlans.find((row) => row.key === operatingPlan);
  // It carries 79 measures, strategic and operational together, so the most does not fit it.
  expect([whole?.quarterlyDueDay, whole?.mostMeasures]).toEqual([10, null]);
});

test('the reporting matrix: measures quarterly, the delivery plan six-monthly', () => {
  const matrix = frameworkBoards.map((row) => [row.key, row.measuresAndFinance, row.deliveryPlan]);
  expect(matrix).toEqual([
    ['directors-board', 'quarterly', 'six-monthly'],
    ['portfolio-briefings', 'quarterly', 'six-monthly'],
    ['cabinet', 'quarterly', 'six-monthly'],
    ['overview-and-scrutiny', 'quarterly', 'six-monthly'],
    ['council', null, null],
    ['public', 'quarterly', 'six-monthly'],
  ]);
});

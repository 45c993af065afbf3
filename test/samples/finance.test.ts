// The Operating Plan's money: every table adds up to what it prints, or says where it does not.
import { expect, test } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import {
  operatingPlanDecisions,
  operatingPlanMeetings,
} from '../../src/samples/stoke-on-trent/operating-plan/decisions.ts';
import { operatingPlanBudgets as budgets } from '../../src/samples/stoke-on-trent/operating-plan/finance.ts';

type Budget = Row<'budgets'>;
const amount = (code: string): number | null | undefined =>
  budgets.find((row) => row.code === code)?.amount;
const sum = (rows: readonly Budget[], column: 'amount' | 'savingsRequired'): number =>
  rows.reduce((added, row) => added + (row[column] ?? 0), 0);
const byPriority = budgets.filter((row) => row.priority !== null);

test('expenditure less income is the net budget', () => {
  expect(amount('Revenue expenditure')).toBe(610_639_013);
  expect(amount('Revenue income')).toBe(-381_458_801);
  expect(610_639_013 - 381_458_801).toBe(amount('Revenue net'));
});

test('the five priorities add up to the printed net budget and savings', () => {
  expect(byPriority.map((row) => row.amount)).toEqual([
    142_575_000, -1_159_000, 6_840_000, 24_166_000, 56_758_000,
  ]);
  expect(sum(byPriority, 'amount')).toBe(amount('Revenue total'));
  expect(amount('Revenue total')).toBe(229_180_000);
  expect(sum(byPriority, 'savingsRequired')).toBe(9_200_000);
  expect(budgets.find((row) => row.code === 'Revenue total')?.savingsRequired).toBe(9_200_000);
});

test('the net budget is printed twice, £212 apart, and the rounded one says so', () => {
  expect((amount('Revenue net') ?? 0) - (amount('Revenue total') ?? 0)).toBe(212);
  const queried = budgets.filter((row) => row.query !== null);
  expect(queried.map((row) => row.code)).toEqual(['Revenue total']);
  expect(queried[0]?.query).toContain('£212');
});

test('capital adds up in each of its five years', () => {
  const capital = budgets.filter((row) => row.kind === 'capital');
  const years = Object.entries(Object.groupBy(capital, (row) => row.year ?? ''));
  const added = years.map(([year, rows = []]) => [
    year,
    sum(
      rows.filter((row) => !row.isTotal),
      'amount',
    ),
  ]);
  expect(added).toEqual([
    ['2020-21', 226_958_000],
    ['2021-22', 133_733_000],
    ['2022-23', 101_095_000],
    ['2023-24', 89_524_000],
    ['2024-25', 69_404_000],
  ]);
  for (const [year, all] of added) expect(amount(`Capital total ${year}`)).toBe(all);
});

test('reserves add up on each of their four days', () => {
  const reserves = budgets.filter((row) => row.kind === 'reserves');
  const days = Object.entries(Object.groupBy(reserves, (row) => String(row.asAt)));
  expect(
    days.map(([day, rows = []]) => [
      day,
      sum(
        rows.filter((row) => !row.isTotal),
        'amount',
      ),
      sum(
        rows.filter((row) => row.isTotal),
        'amount',
      ),
    ]),
  ).toEqual([
    ['2020-03-31', 54_000_000, 54_000_000],
    ['2021-03-31', 39_300_000, 39_300_000],
    ['2022-03-31', 39_500_000, 39_500_000],
    ['2023-03-31', 44_300_000, 44_300_000],
  ]);
});

test('36 lines, each with one code, a short title and a whole number of pounds', () => {
  expect(budgets).toHaveLength(36);
  expect(budgets.filter((row) => row.isTotal)).toHaveLength(11);
  expect(new Set(budgets.map((row) => row.code)).size).toBe(36);
  expect(budgets.filter((row) => row.title.length > 90)).toEqual([]);
  expect(budgets.filter((row) => !Number.isInteger(row.amount))).toEqual([]);
  // A balance has a day, and money of a year has a year: never both, never neither.
  expect(budgets.filter((row) => (row.year === null) === (row.asAt === null))).toEqual([]);
});

test('Council agreed the money on 6 March 2020, and the decision names lines that are there', () => {
  const [decision] = operatingPlanDecisions;
  expect(String(decision?.decidedOn)).toBe('2020-03-06');
  expect(operatingPlanMeetings.map((row) => row.key)).toEqual([decision?.meeting]);
  const lines = budgets.map((row) => `Budgets: ${row.key}`);
  expect(decision?.about.filter((line) => !lines.includes(line))).toEqual([]);
  expect(decision?.about).toHaveLength(4);
});

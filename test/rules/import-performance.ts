// A small council and its performance sheets, for tests of what a sheet says.
import type { Cell } from '../../src/rules/workbook.ts';
import { type Grid, type Options, preview, sheet } from './import-given.ts';
import { type Rows, registersOf } from './table-of.ts';

export const rows: Rows = {
  plans: [{ key: 'plan', title: 'Plan', plan: 'plan', code: 'plan' }],
  teams: [{ key: 't-1', title: 'Housing' }],
  people: [{ key: 'p-1', title: 'Head of Housing', objectId: 'o-1', team: 't-1' }],
  priorities: [{ title: 'Jobs and homes', plan: 'plan', code: '1' }],
  measures: [
    { title: 'Rent collected', code: 'H 1', team: 't-1', priority: 'plan|1' },
    {
      title: 'Days to re-let',
      code: 'H 2',
      team: 't-1',
      priority: 'plan|1',
      unit: 'days',
      polarity: 'minimise',
    },
    {
      title: 'Homes built',
      code: 'H 3',
      team: 't-1',
      unit: 'homes',
      decimals: 0,
      frequency: 'annual',
    },
  ],
  returns: [
    { title: 'H 1', measure: 'plan|H 1', period: '2019-20 Q4', value: 98.1 },
    { title: 'H 2', measure: 'plan|H 2', period: '2019-20 Q4', value: 25 },
  ],
};
export const given = registersOf(rows);
export const read = (grid: Grid, options: Options = {}, more: Parameters<typeof sheet>[2] = {}) =>
  preview(given, [sheet('KPIs', grid, more)], options);
export const figuresOf = (of: ReturnType<typeof read>) =>
  Object.fromEntries(
    of.changesToTake
      .filter(({ register }) => register === 'returns')
      .map(({ key, set }) => [key.slice(5), set['value']]),
  );

export const one = (cell: Cell, code = 'H 1') =>
  read([
    ['Ref', 'Q1 2020/21'],
    [code, cell],
  ]);

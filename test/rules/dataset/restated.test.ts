// Which figures of a frozen dataset are watched for a correction: those its papers print, and those the years
// they print are made of.
import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/registers/registers.ts';
import { gatherDataset } from '../../../src/rules/dataset/gather.ts';
import { frozenFigures } from '../../../src/rules/dataset/restated.ts';
import { day } from '../arbitrary.ts';
import { registersOf, rowOf } from '../table-of.ts';

const at = (period: string, value: number, said: Partial<Row<'returns'>> = {}) => ({
  measure: 'plan|1',
  period,
  value,
  ...said,
});

const watched = (
  returns: readonly Partial<Row<'returns'>>[],
  measure: Partial<Row<'measures'>> = {},
  period = '2020-21 Q4',
) => {
  const registers = registersOf({
    measures: [{ code: '1', unit: 'visits', figureIs: 'for its period', ...measure }],
    returns,
  });
  const cycle = rowOf('cycles', { period, state: 'Closed' });
  const dataset = gatherDataset(registers, cycle, { asAt: day('2021-04-20'), isFrozen: true });
  return frozenFigures(dataset).map(({ period: of, value }) => [of, value]);
};

const year = (name: string, values: readonly number[]) =>
  values.map((value, n) => at(`${name} Q${n + 1}`, value));

describe('of a dataset are watched', () => {
  it('of a quarter that ends no year: the figure it shows, and none before', () => {
    const given = year('2020-21', [10, 20, 30]);
    expect(watched(given, {}, '2020-21 Q3')).toEqual([['2020-21 Q3', 30]]);
  });
  it('of one that ends a year: each quarter of it and of the year before, once', () => {
    const given = [...year('2019-20', [5, 6, 7, 8]), ...year('2020-21', [10, 20, 30, 40])];
    expect(watched(given)).toEqual([
      ['2020-21 Q4', 40],
      ['2020-21 Q1', 10],
      ['2020-21 Q2', 20],
      ['2020-21 Q3', 30],
      ['2019-20 Q1', 5],
      ['2019-20 Q2', 6],
      ['2019-20 Q3', 7],
      ['2019-20 Q4', 8],
    ]);
  });
  it('where the last figure is the year, that of each year and no other', () => {
    const given = [...year('2019-20', [5, 6, 7, 8]), ...year('2020-21', [10, 20, 30, 40])];
    expect(watched(given, { figureIs: 'year to date' })).toEqual([
      ['2020-21 Q4', 40],
      ['2019-20 Q4', 8],
    ]);
  });
  it('a quarter that was missing, before the first figure and after it: the year may become known', () => {
    const given = [at('2020-21 Q2', 20), at('2020-21 Q4', 40)];
    expect(watched(given).slice(0, 4)).toEqual([
      ['2020-21 Q4', 40],
      ['2020-21 Q1', null],
      ['2020-21 Q2', 20],
      ['2020-21 Q3', null],
    ]);
  });
  it('a year of which nothing was known is not: its history may be loaded later', () => {
    const periods = watched(year('2020-21', [10, 20, 30, 40])).map(([of]) => of);
    expect(periods).toEqual(['2020-21 Q4', '2020-21 Q1', '2020-21 Q2', '2020-21 Q3']);
  });
  it('of months, those it has figures of: what was frozen before them is not known', () => {
    const months = (name: string) =>
      Array.from({ length: 12 }, (_, n) => at(`${name} M${String(n + 1).padStart(2, '0')}`, n));
    const given = [...months('2019-20'), ...months('2020-21')];
    const periods = watched(given, { frequency: 'monthly' }).map(([of]) => of);
    expect(periods).toHaveLength(20);
    expect(periods).toContain('2019-20 M05');
    expect(periods).not.toContain('2019-20 M04');
  });
});

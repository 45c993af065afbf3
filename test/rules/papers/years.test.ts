// The year's figures in the annual report: worked out when the year's last quarter closes, told of where no
// small number could be worked back from them.
import { describe, expect, it } from 'vitest';
import type { RegisterName, Row } from '../../../src/registers/registers.ts';
import { gatherDataset } from '../../../src/rules/dataset/gather.ts';
import type { Ordered } from '../../../src/rules/papers/ordered.ts';
import { day } from '../arbitrary.ts';
import { registersOf, rowOf } from '../table-of.ts';
import { composed, sectionOf, tablesIn } from './composed.ts';

type Given = {
  readonly measure: Partial<Row<'measures'>>;
  /** Of Q1 on, 2020-21; null: not yet available. */
  readonly figures: readonly (number | null)[];
  readonly before?: readonly number[];
  readonly returned?: Partial<Row<'returns'>>;
};

const cycleOf = (period: string) =>
  rowOf('cycles', { key: `plan|${period}`, plan: 'plan', period, state: 'Open' });

const datasetOf = (given: readonly Given[], period = '2020-21 Q4') => {
  const returns = given.flatMap(({ measure: { code }, figures, before = [], returned = {} }) => {
    const of = (year: string, values: readonly (number | null)[]) =>
      values.flatMap((value, at) =>
        value === null
          ? []
          : [{ measure: `plan|${code}`, period: `${year} Q${at + 1}`, value, ...returned }],
      );
    return [...of('2020-21', figures), ...of('2019-20', before)];
  });
  const measures = given.map(({ measure }) => ({
    title: `Measure ${measure.code}`,
    unit: 'visits',
    decimals: 0,
    access: 'public' as const,
    figureIs: 'for its period' as const,
    ...measure,
  }));
  const registers = registersOf({ measures, returns } satisfies { [N in RegisterName]?: object });
  return gatherDataset(registers, cycleOf(period), { asAt: day('2021-04-20'), isFrozen: true });
};

/** The rows of the table of years: every cell's text. */
const yearsTold = (given: readonly Given[], period?: string, said: Partial<Ordered> = {}) => {
  const section = sectionOf(composed(datasetOf(given, period), 'annual', said), 'years');
  return tablesIn(section === undefined ? [] : [section]).flatMap(({ rows }) =>
    rows.map((row) => row.map(({ text }) => text)),
  );
};

describe('the year in figures', () => {
  it('is the sum of what each quarter counted, beside the year before', () => {
    expect(
      yearsTold([{ measure: { code: '1' }, figures: [10, 20, 30, 40], before: [5, 6, 7, 8] }]),
    ).toEqual([['1 Measure 1 (visits)', '100', '26', 'The sum of its figures']]);
  });
  it('is the last quarter’s of what was counted so far, and the mean of an average', () => {
    const told = yearsTold([
      { measure: { code: '1', figureIs: 'year to date' }, figures: [10, 20, 30, 41] },
      { measure: { code: '2', figureIs: 'average' }, figures: [10, null, 20, 30] },
    ]);
    expect(told.map((row) => [row[1], row.at(-1)])).toEqual([
      ['41', 'Its last figure'],
      ['20', 'The mean of its figures, without Q2 2020-21'],
    ]);
  });
  it('is not known where a quarter it needs has no figure: never a sum of the rest', () => {
    const [row] = yearsTold([{ measure: { code: '1' }, figures: [10, null, 30, 40] }]);
    expect(row?.[1]).toBe('–');
    expect(row?.at(-1)).toBe('The sum of its figures, without Q2 2020-21');
  });
  it('says where a figure of it is provisional or made up', () => {
    const [row] = yearsTold([
      {
        measure: { code: '1' },
        figures: [10, 20, 30, 40],
        returned: { finality: 'provisional', illustrative: true },
      },
    ]);
    expect(row?.[0]).toBe('1 Measure 1 (visits, provisional, illustrative)');
  });
  it('is in no paper of a quarter that ends no year', () => {
    expect(yearsTold([{ measure: { code: '1' }, figures: [10, 20, 30] }], '2020-21 Q3')).toEqual(
      [],
    );
    expect(
      datasetOf([{ measure: { code: '1' }, figures: [10, 20, 30] }], '2020-21 Q3').measures[0],
    ).not.toHaveProperty('years');
  });
  it('stays as it was printed where a quarter of it was corrected since, and says which and when', () => {
    const of = { line: 'Measures: plan|1', because: null };
    const restatements = [
      { ...of, period: '2020-21 Q2', was: 95, is: 97, on: day('2021-05-04') },
      { ...of, period: '2020-21 Q4', was: 110, is: 111, on: day('2021-05-05') },
      { ...of, period: '2020-21 Q2', was: 95, is: 98, on: day('2021-06-01') },
      { ...of, period: '2018-19 Q2', was: 1, is: 2, on: day('2021-06-02') },
    ];
    const measures = [
      { measure: { code: '1' }, figures: [100, 95, 101, 110] },
      { measure: { code: '2' }, figures: [1, 2, 3, 4] },
    ];
    expect(yearsTold(measures, undefined, { restatements }).map((row) => row.slice(0, 2))).toEqual([
      [
        '1 Measure 1 (visits, corrected since: Q2 2020-21 on Tue 1 June 2021 and Q4 2020-21 on Wed 5 May 2021)',
        '406',
      ],
      ['2 Measure 2 (visits)', '10'],
    ]);
  });
  it('says so too where its last figure is the year, and of a quarter that came late', () => {
    const on = day('2021-05-04');
    const of = { line: 'Measures: plan|1', because: null, on };
    const told = (figureIs: 'year to date' | 'average', period: string) =>
      yearsTold([{ measure: { code: '1', figureIs }, figures: [10, null, 30, 41] }], undefined, {
        restatements: [{ ...of, period, was: null, is: 20 }],
      })[0]?.[0];
    expect(told('average', '2020-21 Q2')).toContain('corrected since: Q2 2020-21 on');
    expect(told('year to date', '2020-21 Q4')).toContain('corrected since: Q4 2020-21 on');
    // The year to date at its end is not made of this one.
    expect(told('year to date', '2020-21 Q2')).toBe('1 Measure 1 (visits)');
  });
  it('is left out where one of its quarters is: less the others it would give it back', () => {
    const people = { unit: 'children', countsPeople: true } as const;
    const told = yearsTold([
      { measure: { code: '1', ...people }, figures: [10, 3, 30, 40], before: [9, 9, 9, 9] },
      { measure: { code: '2', ...people }, figures: [10, 0, 30, 40] },
    ]);
    expect(told.map((row) => row.slice(1, 3))).toEqual([
      ['Left out', '36'],
      ['80', '–'],
    ]);
  });
  it('is left out of measures that add up where one of them counts people', () => {
    const told = yearsTold([
      { measure: { code: '1', countsPeople: true }, figures: [10, 20, 30, 40] },
      { measure: { code: '1a' }, figures: [5, 6, 7, 8] },
    ]);
    expect(told.map((row) => row[1])).toEqual(['Left out', 'Left out']);
  });
  it('is left out of a month’s count whose small numbers lie before what the paper holds', () => {
    const months = (from: number, values: readonly number[]) =>
      values.map((value, at) => ({
        measure: 'plan|1',
        period: `${from}-${String((from + 1) % 100)} M${String(at + 1).padStart(2, '0')}`,
        value,
      }));
    const registers = registersOf({
      measures: [
        {
          code: '1',
          title: 'Children',
          unit: 'children',
          frequency: 'monthly',
          access: 'public',
          figureIs: 'for its period',
          countsPeople: true,
        },
      ],
      returns: [
        ...months(2019, [3, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9]),
        ...months(
          2020,
          Array.from({ length: 12 }, () => 8),
        ),
      ],
    });
    const dataset = gatherDataset(registers, cycleOf('2020-21 Q4'), {
      asAt: day('2021-04-20'),
      isFrozen: true,
    });
    const section = sectionOf(composed(dataset, 'annual'), 'years');
    const [table] = tablesIn(section === undefined ? [] : [section]);
    expect(table?.rows[0]?.map(({ text }) => text).slice(1, 3)).toEqual(['96.0', 'Left out']);
  });
});

import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { asExemptNow, keptBack, marksSince } from '../../src/rules/dataset-access.ts';
import { givenDataset } from './papers/given-dataset.ts';
import { givenMeasure, givenRisk } from './papers/given-facts.ts';
import { registersOf } from './table-of.ts';

type Marked = Partial<Pick<Row<'measures'>, 'access' | 'countsPeople'>>;

const told = (then: Marked, now: Marked) => {
  const { access = 'public', countsPeople = false } = then;
  const dataset = givenDataset({
    measures: [givenMeasure({ code: '1', access: access ?? 'internal', countsPeople })],
    risks: [givenRisk({ code: 'R1' })],
  });
  const registers = registersOf({ measures: [{ code: '1', access, countsPeople, ...now }] });
  const after = asExemptNow(dataset, registers);
  return { fact: after.measures[0], dataset, after };
};

describe('a row that was marked otherwise after the close', () => {
  it('and is inside now, is in no paper that anybody may read', () => {
    expect(told({}, { access: 'internal' }).fact?.access).toBe('internal');
    expect(told({}, { access: null }).fact?.access).toBe('internal');
    expect(told({}, { access: 'exempt' }).fact?.access).toBe('exempt');
  });
  it('and counts people now, has its small numbers left out', () => {
    expect(told({}, { countsPeople: true }).fact?.countsPeople).toBe(true);
  });
  it('is never told to more readers than at the close', () => {
    expect(told({ access: 'exempt' }, { access: 'public' }).fact?.access).toBe('exempt');
    expect(told({ access: null }, { access: 'public' }).fact?.access).toBe('internal');
    expect(told({ countsPeople: true }, { countsPeople: false }).fact?.countsPeople).toBe(true);
  });
  it.each([{ access: 'internal' }, { access: 'exempt' }, { countsPeople: true }] as const)(
    'makes another paper of it: %o',
    (now) => {
      const { dataset, after } = told({}, now);
      expect(keptBack(after)).not.toEqual(keptBack(dataset));
    },
  );
  it('is marked too where the dataset was frozen before returns and targets could be', () => {
    const dataset = givenDataset({ measures: [givenMeasure({ code: '1', access: 'public' })] });
    const [
      {
        key,
        now: { period },
      } = givenMeasure({ code: '1' }),
    ] = dataset.measures;
    const registers = registersOf({
      measures: [{ key, code: '1', access: 'public' }],
      returns: [{ measure: key, period, value: 1, access: 'exempt', exemptUnder: '3' }],
    });
    const [after] = asExemptNow(dataset, registers).measures;
    expect(after?.marked).toEqual([
      { register: 'returns', key: `${key}|${period}`, period, access: 'exempt', exemptUnder: '3' },
    ]);
  });
  it('by itself in some of its periods is kept back in those and in no other', () => {
    const periods = ['2018-19 Q4', '2019-20 Q1', '2019-20 Q2', '2019-20 Q3', '2019-20 Q4'];
    const { key, now, ...measure } = givenMeasure({ code: '1', access: 'public' });
    const before = periods.map((period) => ({ ...now, period }));
    const dataset = givenDataset({ measures: [{ ...measure, key, now, before }] });
    const registers = registersOf({
      measures: [{ key, code: '1', access: 'public' }],
      returns: [...periods, now.period].map((period, n) => ({
        measure: key,
        period,
        value: n,
        ...((n === 0 || n === 1 || n === 3) && { access: 'exempt' as const }),
        ...(n === 4 && { access: 'internal' as const }),
      })),
    });
    expect(marksSince(dataset, registers)).toEqual([
      `exempt returns ${key}|2018-19 Q4 to 2019-20 Q1`,
      `exempt returns ${key}|2019-20 Q3`,
      `internal returns ${key}|2019-20 Q4`,
    ]);
    const [after] = asExemptNow(dataset, registers).measures;
    expect(after?.marked?.map(({ period, access }) => `${period} ${access}`)).toEqual([
      '2018-19 Q4 exempt',
      '2019-20 Q1 exempt',
      '2019-20 Q3 exempt',
      '2019-20 Q4 internal',
    ]);
  });
  it('is the same dataset where nothing has been marked since, or the row has gone', () => {
    const { dataset, after } = told({}, {});
    expect(after).toBe(dataset);
    expect(asExemptNow(dataset, registersOf({}))).toBe(dataset);
  });
});

import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { asExemptNow, keptBack } from '../../src/rules/dataset-access.ts';
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
  it('is the same dataset where nothing has been marked since, or the row has gone', () => {
    const { dataset, after } = told({}, {});
    expect(after).toBe(dataset);
    expect(asExemptNow(dataset, registersOf({}))).toBe(dataset);
  });
});

import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { rollUp } from '../../src/rules/roll-up.ts';
import type { RollUpLine } from '../../src/rules/roll-up-line.ts';
import { day } from './arbitrary.ts';
import { type Rows, registersOf, rowOf } from './table-of.ts';

const cycle = rowOf('cycles', {});
const lineOf = (lines: readonly RollUpLine[], scope: string, code: string): RollUpLine => {
  const line = lines.find((each) => each.scope === scope && each.code === code);
  if (!line) throw new Error(`There should be a ${scope} line ${code}`);
  return line;
};
const returned = (code: string, period: string, said: Partial<Row<'returns'>> = {}) => ({
  measure: `plan|${code}`,
  period,
  ...said,
});

const council: Rows = {
  priorities: [
    { code: '1', title: 'Residents', position: 1 },
    { code: '2', title: 'Businesses', position: 2 },
    { code: '3', title: 'Communities', position: 3 },
  ],
  teams: [
    { key: 'needs', directorate: 'Housing & Customer Services' },
    { key: 'streets', directorate: 'Place' },
  ],
  measures: [
    { code: 'R1', position: 1, priority: 'plan|1', team: 'needs', title: 'Prevented' },
    { code: 'R2', position: 2, priority: 'plan|1', team: 'needs', polarity: 'minimise' },
    { code: 'R3', position: 3, priority: 'plan|1', team: 'streets', dataOnly: true },
    { code: 'R3a', position: 4, priority: 'plan|1', team: 'streets', parent: 'plan|R3' },
    { code: 'B1', position: 5, priority: 'plan|2', team: 'streets', frequency: 'annual' },
    { code: 'B2', position: 6, priority: 'plan|2', team: 'streets' },
    { code: 'E1', position: 7, priority: null, team: 'needs' },
    { code: 'X', plan: 'another-plan', team: 'needs' },
  ],
  targets: ['R1', 'R2', 'R3a', 'B1', 'E1'].map((code) => ({
    measure: `plan|${code}`,
    appliesFrom: day('2018-04-01'),
    target: 10,
    tolerance: 1,
  })),
  returns: [
    returned('R1', '2019-20 Q2', { value: 11 }),
    returned('R1', '2020-21 Q1', { value: 9 }),
    returned('R1', '2020-21 Q2', { value: 10, finality: 'provisional' }),
    returned('R2', '2020-21 Q1', { value: 8 }),
    returned('R2', '2020-21 Q2', { value: 10.5 }),
    returned('R3', '2020-21 Q2', { value: 400 }),
    returned('R3a', '2020-21 Q1', { value: 12 }),
    returned('R3a', '2020-21 Q2', { state: 'Due' }),
    returned('B1', '2018-19', { value: 4 }),
    returned('B1', '2019-20', { value: 5, illustrative: true }),
    returned('B1', '2020-21', { value: 50 }),
    returned('B2', '2020-21 Q1', { value: 3 }),
    returned('B2', '2020-21 Q2', { state: 'No data until' }),
  ],
};
const lines = rollUp(registersOf(council), cycle);

describe('the line of a measure', () => {
  it('shows the quarter’s figure where it was due and returned, with both directions', () => {
    expect(lineOf(lines, 'measure', 'R1')).toMatchObject({
      key: 'plan|2020-21 Q2|measure|R1',
      title: 'Prevented',
      plan: 'plan',
      report: 'plan|2020-21 Q2',
      measure: 'plan|R1',
      period: '2020-21 Q2',
      value: 10,
      target: 10,
      standing: 'on target',
      short: 'better',
      long: 'worse',
      provisional: true,
      illustrative: false,
    });
  });
  it('shows not yet available where it was due and is missing: last quarter’s figure hides nothing', () => {
    for (const code of ['R3a', 'B2', 'E1']) {
      expect(lineOf(lines, 'measure', code)).toMatchObject({
        period: '2020-21 Q2',
        value: null,
        standing: 'not yet available',
        short: null,
      });
    }
  });
  it('shows the latest figure with its own period where none was due, never one of a later year', () => {
    expect(lineOf(lines, 'measure', 'B1')).toMatchObject({
      period: '2019-20',
      value: 5,
      standing: 'off target',
      short: 'better',
      illustrative: true,
    });
  });
  it('shows a figure that came before it was due, once its period has ended and not before', () => {
    const early = { code: 'E', frequency: 'annual', publicationLag: 40 } as const;
    const registers = registersOf({
      measures: [early],
      returns: [returned('E', '2018-19', { value: 1 }), returned('E', '2019-20', { value: 2 })],
    });
    const inQuarter = (period: string) =>
      lineOf(rollUp(registers, rowOf('cycles', { period })), 'measure', 'E');
    expect(inQuarter('2019-20 Q3')).toMatchObject({ period: '2018-19', value: 1 });
    expect(inQuarter('2019-20 Q4')).toMatchObject({ period: '2019-20', value: 2 });
  });
  it('has no period where there has never been a figure and none was due', () => {
    const registers = registersOf({ measures: [{ code: 'N', frequency: 'annual' }] });
    expect(lineOf(rollUp(registers, cycle), 'measure', 'N')).toMatchObject({
      period: null,
      value: null,
      standing: 'not yet available',
    });
  });
  it('carries no counts, and a count no figure', () => {
    expect(lineOf(lines, 'measure', 'R1')).toMatchObject({ measures: null, due: null, off: null });
    expect(lineOf(lines, 'council', 'council')).toMatchObject({
      value: null,
      standing: null,
      measure: null,
    });
  });
  it('comes in the plan’s order, for its own plan alone', () => {
    const codes = lines.filter((line) => line.scope === 'measure').map((line) => line.code);
    expect(codes).toEqual(['R1', 'R2', 'R3', 'R3a', 'B1', 'B2', 'E1']);
  });
});

describe('the counts', () => {
  it('of the council keep data only and not yet available apart from every colour', () => {
    expect(lineOf(lines, 'council', 'council')).toMatchObject({
      key: 'plan|2020-21 Q2|council|council',
      period: '2020-21 Q2',
      measures: 7,
      due: 6,
      returned: 3,
      better: 0,
      onTarget: 1,
      within: 1,
      off: 1,
      notYet: 3,
      dataOnly: 1,
    });
  });
  it('of a priority count its own measures, a part of another as itself', () => {
    expect(lineOf(lines, 'priority', '1')).toMatchObject({
      title: 'Residents',
      measures: 4,
      due: 4,
      returned: 3,
      onTarget: 1,
      within: 1,
      notYet: 1,
      dataOnly: 1,
    });
  });
  it('of a priority without measures are nought, and the priority is still there', () => {
    expect(lineOf(lines, 'priority', '3')).toMatchObject({ measures: 0, due: 0, notYet: 0 });
  });
  it('of a directorate go by the team that owns the measure', () => {
    expect(lineOf(lines, 'directorate', 'housing-customer-services')).toMatchObject({
      title: 'Housing & Customer Services',
      measures: 3,
      onTarget: 1,
      within: 1,
      notYet: 1,
    });
    expect(lineOf(lines, 'directorate', 'place')).toMatchObject({
      measures: 4,
      dataOnly: 1,
      off: 1,
    });
  });
  it('of a directorate spelt two ways are one line', () => {
    const registers = registersOf({
      teams: [
        { key: 'a', directorate: 'Adults & Health' },
        { key: 'b', directorate: 'ADULTS and  health' },
        { key: 'c', directorate: 'adults &  Health' },
      ],
      measures: ['a', 'b', 'c', 'gone'].map((team) => ({ code: team, team })),
    });
    const found = rollUp(registers, cycle).filter((line) => line.scope === 'directorate');
    expect(found.map((line) => [line.code, line.title, line.measures])).toEqual([
      ['adults-and-health', 'ADULTS and  health', 1],
      ['adults-health', 'Adults & Health', 2],
    ]);
  });
  it('leave a return withdrawn out of what was due', () => {
    const withdrawn = registersOf({
      measures: [{ code: 'R1' }],
      returns: [
        returned('R1', '2020-21 Q1', { value: 9 }),
        returned('R1', '2020-21 Q2', { state: 'Withdrawn' }),
      ],
    });
    const counted = rollUp(withdrawn, cycle);
    expect(lineOf(counted, 'council', 'council')).toMatchObject({ due: 0, notYet: 0, dataOnly: 1 });
    expect(lineOf(counted, 'measure', 'R1')).toMatchObject({ period: '2020-21 Q1', value: 9 });
  });
  it('of an empty plan are all nought', () => {
    const noughts = { measures: 0, due: 0, onTarget: 0 };
    expect(rollUp(registersOf({}), cycle)).toMatchObject([
      { scope: 'plan', ...noughts },
      { scope: 'council', ...noughts },
    ]);
  });
});

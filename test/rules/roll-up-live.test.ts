// What a roll-up remembers of the registers is never older than they are.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rollUp } from '../../src/rules/roll-up.ts';
import { day } from './arbitrary.ts';
import { liveTables } from './live-tables.ts';
import { type Rows, registersOf, rowOf } from './table-of.ts';

const cycle = rowOf('cycles', {});
const board = rowOf('boards', { key: 'b', title: 'B', kind: 'scrutiny' });
const team = rowOf('teams', { key: 'team', directorate: 'Housing' });
const measure = rowOf('measures', { code: 'A', priority: 'plan|1' });
const target = rowOf('targets', { measure: 'plan|A', appliesFrom: day('2018-04-01'), target: 10 });
const returned = rowOf('returns', { measure: 'plan|A', period: '2020-21 Q2', value: 9 });
const rows: Rows = {
  priorities: [{ code: '1' }, { code: '2' }],
  boards: [board],
  teams: [team],
  measures: [measure, { code: 'B' }],
  targets: [target],
  returns: [returned, { measure: 'plan|A', period: '2020-21 Q1', value: 9 }],
};

describe('a roll-up made again after', () => {
  const { registers, put, drop } = liveTables(rows);
  const of = (scope: string) => rollUp(registers, cycle).filter((line) => line.scope === scope);
  it('a figure was given anew has the new one, rated and compared anew', () => {
    expect(of('measure')[0]).toMatchObject({ value: 9, standing: 'off target', short: 'same' });
    put('returns', { ...returned, value: 11 });
    expect(of('measure')[0]).toMatchObject({ value: 11, standing: 'on target', short: 'better' });
  });
  it('a figure before it was taken away is compared with nothing', () => {
    drop('returns', 'plan|A|2020-21 Q1');
    expect(of('measure')[0]).toMatchObject({ value: 11, short: null });
  });
  it('a target was changed rates by it', () => {
    put('targets', { ...target, target: 12 });
    expect(of('measure')[0]).toMatchObject({ target: 12, standing: 'off target' });
  });
  it('a board hears of something else counts that alone', () => {
    expect(of('committee')[0]?.measures).toBe(2);
    put('boards', { ...board, hearsOf: ['Priorities: plan|1'] });
    expect(of('committee')[0]?.measures).toBe(1);
  });
  it('a measure moved to another priority counts it there', () => {
    put('measures', { ...measure, priority: 'plan|2' });
    expect(of('priority').map(({ measures }) => measures)).toEqual([0, 1]);
    expect(of('committee')).toEqual([]);
  });
  it('a team moved to another directorate counts its measures there', () => {
    put('teams', { ...team, directorate: 'Place' });
    expect(of('directorate').map(({ code, measures }) => [code, measures])).toEqual([['place', 2]]);
  });
});

describe('what a closed report says of a figure', () => {
  const line = rowOf('reportLines', {
    key: `${cycle.key}|measure|A`,
    report: cycle.key,
    scope: 'measure',
    code: 'A',
    measure: 'plan|A',
    period: '2020-21 Q2',
    value: 9,
    target: 8,
    standing: 'on target',
  });
  const closed = liveTables({
    ...rows,
    cycles: [{ ...cycle, state: 'Closed' }],
    reports: [{ cycle: cycle.key, state: 'Closed' }],
    reportLines: [line],
    returns: [{ ...returned, cycle: cycle.key }],
  });
  const standing = () => rollUp(closed.registers, cycle)[0]?.standing;
  it('stands while the line is there, and as the line is now', () => {
    expect(standing()).toBe('on target');
    closed.put('reportLines', { ...line, standing: 'within tolerance' });
    expect(standing()).toBe('within tolerance');
  });
  it('stands though the line’s Measure was changed by hand, and not once the line is gone', () => {
    closed.put('reportLines', { ...line, measure: null });
    expect(standing()).toBe('on target');
    closed.drop('reportLines', line.key);
    expect(standing()).toBe('off target');
  });
});

it('a return whose Measure was changed by hand is still the measure’s its key names', () => {
  const byHand = liveTables({
    ...rows,
    returns: [{ ...returned, key: 'plan|A|2020-21 Q2', measure: 'plan|B' }],
  });
  expect(rollUp(byHand.registers, cycle)[0]).toMatchObject({ code: 'A', value: 9 });
});

it('whatever is changed, it comes to what it would have from the start', () => {
  const periods = ['2019-20 Q2', '2020-21 Q1', '2020-21 Q2'] as const;
  const edit = fc.record({
    code: fc.constantFrom('A', 'B'),
    period: fc.constantFrom(...periods),
    value: fc.option(fc.integer({ min: 5, max: 15 })),
    target: fc.option(fc.integer({ min: 5, max: 15 })),
    team: fc.constantFrom('team', 'other'),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
      const live = liveTables(rows);
      for (const { code, period, value, target: aim, team: of } of edits) {
        rollUp(live.registers, cycle);
        const key = `plan|${code}`;
        live.put('returns', rowOf('returns', { measure: key, period, value }));
        if (aim !== null)
          live.put(
            'targets',
            rowOf('targets', { ...target, key: `${key}|2018-04-01`, measure: key, target: aim }),
          );
        live.put('measures', rowOf('measures', { ...live.registers.measures.get(key), team: of }));
      }
      const { registers } = live;
      const afresh = registersOf({
        priorities: [...registers.priorities.values()],
        boards: [...registers.boards.values()],
        teams: [...registers.teams.values()],
        measures: [...registers.measures.values()],
        targets: [...registers.targets.values()],
        returns: [...registers.returns.values()],
      });
      expect(rollUp(registers, cycle)).toEqual(rollUp(afresh, cycle));
    }),
  );
});

// The groups of a dataset: what they come to now, what they came to before, and whose papers they are for.
import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/registers/registers.ts';
import { gatherGroups, groupsOfMeasure } from '../../../src/rules/dataset/groups.ts';
import { day } from '../arbitrary.ts';
import { type Rows, registersOf, rowOf } from '../table-of.ts';

const cycle = rowOf('cycles', {});
const q1 = 'plan|2020-21 Q1';
const council: Rows = {
  priorities: [{ code: '1', title: 'Residents', access: 'public' }, { code: '2' }],
  objectives: [
    { key: 'plan|1.1', code: '1.1', serves: ['Priorities: plan|2', 'Priorities: plan|1'] },
    { key: 'plan|1.2', code: '1.2', access: 'exempt', exemptUnder: '3' },
    { key: 'plan|1.3', code: '1.3' },
  ],
  teams: [
    { key: 'needs', title: 'Needs', directorate: 'Housing' },
    { key: 'idle', title: 'Idle', directorate: 'Elsewhere' },
  ],
  measures: [{ code: 'A', priority: 'plan|1', team: 'needs', serves: ['Objectives: plan|1.1'] }],
  targets: [{ measure: 'plan|A', appliesFrom: day('2018-04-01'), target: 10 }],
  returns: [
    { measure: 'plan|A', period: '2020-21 Q1', cycle: q1, value: 9 },
    { measure: 'plan|A', period: '2020-21 Q2', value: 11 },
  ],
  actions: [
    { key: 'plan|X', code: 'X', plan: 'plan', kind: 'activity', serves: ['Objectives: plan|1.2'] },
  ],
};
const groups = (rows: Rows = {}) => gatherGroups(registersOf({ ...council, ...rows }), cycle);
const of = (key: string, rows: Rows = {}) => groups(rows).find((group) => group.key === key);

describe('the groups of a dataset', () => {
  it('are those that hold a measure or a line of work, and every priority', () => {
    expect(groups().map(({ key }) => key)).toEqual([
      'objective|1.1',
      'objective|1.2',
      'priority|1',
      'priority|2',
      'directorate|housing',
      'team|needs',
      'council|council',
    ]);
  });
  it('lie in one another: an objective in the first priority it names, a team in its directorate', () => {
    const parents = groups().map(({ code, parent }) => [code, parent]);
    expect(Object.fromEntries(parents)).toMatchObject({
      '1.1': 'priority|2',
      '1.2': 'council|council',
      needs: 'directorate|housing',
      council: null,
    });
  });
  it('may be read as their rows say; what has no row is internal', () => {
    expect(of('objective|1.2')).toMatchObject({ access: 'exempt', exemptUnder: '3' });
    expect(of('priority|1')).toMatchObject({ access: 'public', exemptUnder: null });
    expect(of('directorate|housing')).toMatchObject({ access: 'internal' });
  });
  it('are all that a measure names', () => {
    const registers = registersOf(council);
    const measure = registers.measures.get('plan|A') as Row<'measures'>;
    const keys = new Set(groups().map(({ key }) => key));
    const named = groupsOfMeasure(registers, measure.plan)(measure);
    expect(named).toHaveLength(5);
    expect(named.filter((key) => !keys.has(key))).toEqual([]);
  });
});

describe('what a group came to before', () => {
  const closed = { period: '2020-21 Q1', state: 'Closed' as const };
  it('is not known where no cycle was held, or it has not closed', () => {
    expect(of('priority|1')?.before).toBeNull();
    expect(of('priority|1', { cycles: [{ ...closed, state: 'Open' }] })?.before).toBeNull();
    expect(of('priority|1', { cycles: [{ ...closed, state: 'Withdrawn' }] })?.before).toBeNull();
  });
  it('is what the closed report says, though a figure was corrected since', () => {
    const rows: Rows = {
      cycles: [closed],
      reports: [{ cycle: q1, state: 'Closed' }],
      reportLines: [
        {
          key: `${q1}|priority|1`,
          report: q1,
          scope: 'priority',
          code: '1',
          measures: 3,
          onTarget: 2,
          off: 1,
          weighted: 66.7,
        },
      ],
    };
    expect(of('priority|1', rows)?.before).toMatchObject({
      measures: 3,
      onTarget: 2,
      weighted: 66.7,
    });
  });
  it('is worked out for a group that the closed report had no line of', () => {
    const rows: Rows = { cycles: [closed], reports: [{ cycle: q1, state: 'Closed' }] };
    expect(of('team|needs', rows)).toMatchObject({
      before: { measures: 1, off: 1, onTarget: 0, weighted: 0 },
      now: { measures: 1, off: 0, onTarget: 1, weighted: 100 },
    });
  });
});

// Which measures are counted together, and what they come to by weight.
import { describe, expect, it } from 'vitest';
import { groupsOfMeasure } from '../../src/rules/dataset/groups.ts';
import { rollUp } from '../../src/rules/roll-up.ts';
import { day } from './arbitrary.ts';
import { type Rows, registersOf, rowOf } from './table-of.ts';

const cycle = rowOf('cycles', {});

const council: Rows = {
  plans: [
    {
      key: 'plan',
      code: 'plan',
      title: 'Corporate plan',
      serves: ['Priorities: plan|1', 'Priorities: plan|2'],
    },
    { key: 'plan|homes', plan: 'plan', parent: 'plan', code: 'homes', title: 'Homes' },
  ],
  priorities: [
    { code: '1', title: 'Residents', position: 1 },
    { code: '2', title: 'Businesses', position: 2 },
  ],
  objectives: [
    {
      key: 'plan|1.1',
      code: '1.1',
      title: 'More homes',
      section: 'plan|homes',
      serves: ['Priorities: plan|1', 'Priorities: plan|2'],
    },
    { key: 'plan|2.1', code: '2.1', title: 'More jobs', serves: ['Priorities: plan|2'] },
  ],
  outcomes: [{ key: 'plan|o1', code: 'o1', plan: 'plan', objective: 'plan|2.1' }],
  crossCuttingIssues: [
    { key: 'plan|c', plan: 'plan', code: 'c', title: 'Hardship', serves: ['Objectives: plan|1.1'] },
  ],
  teams: [
    { key: 'lettings', title: 'Lettings', directorate: 'Housing' },
    { key: 'repairs', title: 'Repairs', directorate: 'Housing' },
    { key: 'growth', title: 'Growth', directorate: 'Place' },
  ],
  boards: [
    { key: 'holders', title: 'Portfolio briefings', kind: 'portfolio' },
    { key: 'by-priority', kind: 'scrutiny', hearsOf: ['Priorities: plan|1'] },
    { key: 'by-objective', kind: 'scrutiny', hearsOf: ['objectives: PLAN|2.1'] },
    { key: 'by-section', kind: 'scrutiny', hearsOf: ['Plans: plan|homes'] },
    { key: 'by-measure', kind: 'scrutiny', hearsOf: ['Measures: plan|D'] },
    { key: 'by-team', kind: 'scrutiny', hearsOf: ['Teams: repairs'] },
    { key: 'of-plan', kind: 'scrutiny', hearsOf: ['Plans: plan'] },
    { key: 'slip', kind: 'scrutiny', hearsOf: ['Priorites: plan|1'] },
    { key: 'elsewhere', kind: 'scrutiny', plan: 'other' },
    { key: 'cabinet', kind: 'Cabinet' },
  ],
  measures: [
    {
      code: 'A',
      priority: 'plan|1',
      team: 'lettings',
      serves: ['Objectives: plan|1.1'],
      weight: 3,
    },
    { code: 'B', priority: 'plan|2', team: 'growth', serves: ['Outcomes: plan|o1'] },
    { code: 'C', priority: 'plan|2', team: 'repairs', serves: ['Objectives: plan|1.1'] },
    { code: 'D', priority: null, team: 'growth', serves: ['Objectives: plan|2.1'] },
  ],
  targets: ['A', 'B', 'C', 'D'].map((code) => ({
    measure: `plan|${code}`,
    appliesFrom: day('2018-04-01'),
    target: 10,
  })),
  returns: [
    { measure: 'plan|A', period: '2020-21 Q2', value: 11 },
    { measure: 'plan|B', period: '2020-21 Q2', value: 9 },
    { measure: 'plan|C', period: '2020-21 Q2', value: 9 },
    { measure: 'plan|D', period: '2020-21 Q2', state: 'Due' as const },
  ],
};
const registers = registersOf(council);
const holds = (group: string): string =>
  ['A', 'B', 'C', 'D']
    .filter((code) => {
      const measure = registers.measures.get(`plan|${code}`);
      return measure && groupsOfMeasure(registers, measure.plan)(measure).includes(group);
    })
    .join('');

describe('a measure is counted', () => {
  it('in the objectives it serves, itself or by an outcome', () => {
    expect([holds('objective|1.1'), holds('objective|2.1')]).toEqual(['AC', 'BD']);
  });
  it('in its own priority alone, whatever its objectives serve, and in none without its own', () => {
    expect([holds('priority|1'), holds('priority|2')]).toEqual(['A', 'BC']);
  });
  it('in its team and that team’s directorate', () => {
    expect([holds('team|repairs'), holds('directorate|housing')]).toEqual(['C', 'AC']);
  });
  it('in a portfolio or committee by its priority, objective, section, team or plan, or itself', () => {
    const heard = ['by-priority', 'by-objective', 'by-section', 'by-measure', 'by-team', 'of-plan'];
    expect(heard.map((key) => holds(`committee|${key}`))).toEqual([
      'A',
      'BD',
      'AC',
      'D',
      'C',
      'ABCD',
    ]);
  });
  it('by a board that says nothing of what it hears, whatever it is of', () => {
    expect(holds('portfolio|holders')).toBe('ABCD');
  });
  it('by no board that names nothing we keep, nor one of another plan', () => {
    expect([holds('committee|slip'), holds('committee|elsewhere')]).toEqual(['', '']);
  });
  it('in the cross-cutting issues that name what it serves', () => {
    expect(holds('cross-cutting issue|c')).toBe('AC');
  });
});

describe('the lines of a report', () => {
  const lines = rollUp(registers, cycle).filter(({ scope }) => scope !== 'measure');
  const of = (scope: string, code: string) =>
    lines.find((line) => line.scope === scope && line.code === code);
  it('are one a group that holds a measure, the plan’s and the council’s last, and none of a Cabinet', () => {
    expect(lines.map(({ scope, code }) => `${scope} ${code}`)).toEqual([
      'objective 1.1',
      'objective 2.1',
      'priority 1',
      'priority 2',
      'team lettings',
      'team growth',
      'team repairs',
      'directorate housing',
      'directorate place',
      'portfolio holders',
      'committee by-measure',
      'committee by-objective',
      'committee by-priority',
      'committee by-section',
      'committee by-team',
      'committee of-plan',
      'cross-cutting issue c',
      'plan plan',
      'council council',
    ]);
  });
  it('weigh what is rated: 3 of 4 on target, though it is one measure of two', () => {
    expect(of('objective', '1.1')).toMatchObject({ onTarget: 1, off: 1, weighted: 75 });
    expect(of('council', 'council')).toMatchObject({ measures: 4, notYet: 1, weighted: 60 });
  });
  it('have no weighted share where nothing is rated: not nought', () => {
    expect(of('committee', 'by-measure')).toMatchObject({ notYet: 1, weighted: null });
  });
  it('read a weight of nought as none, and a blank as one', () => {
    const weightless = registersOf({
      ...council,
      measures: (council.measures ?? []).map((each) => ({
        ...each,
        weight: each.code === 'A' ? 0 : null,
      })),
    });
    const all = rollUp(weightless, cycle).at(-1);
    expect(all).toMatchObject({ onTarget: 1, off: 2, weighted: 0 });
  });
});

// Which lines a quarter asks about besides its measures, and which it leaves in peace.
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { linesDue } from '../../src/rules/lines-due.ts';
import { day } from './arbitrary.ts';
import { type Rows, registersOf } from './table-of.ts';

const period = '2020-21 Q2';
const keyed = <R extends { readonly code?: string | null }>(rows: readonly R[]) =>
  rows.map((row) => ({ plan: 'plan', key: `plan|${row.code}`, ...row }));

const asks = (what: string, rows: Rows, cycle: Partial<Row<'cycles'>> = {}) => {
  const registers = registersOf({
    plans: [{ key: 'plan', code: 'plan', kind: 'operating' }],
    ...rows,
    cycles: [{ asks: [what], period, ...cycle }, ...(rows.cycles ?? [])],
  });
  const asking = registers.cycles.get(`plan|${cycle.period ?? period}`);
  return asking ? linesDue(registers, asking).map(({ line, owner }) => `${line} of ${owner}`) : [];
};

describe('actions', () => {
  const actions = (rows: readonly Partial<Row<'actions'>>[]) => ({ actions: keyed(rows) });
  it('are asked about until they are complete or stopped, once they have begun', () => {
    const rows = actions([
      { code: '1', kind: 'activity', owner: 'ann' },
      { code: '2', kind: 'milestone', status: 'complete' },
      { code: '3', kind: 'activity', status: 'stopped' },
      { code: '4', kind: 'activity', startsOn: day('2020-10-01') },
      { code: '5', kind: 'activity', startsOn: day('2020-09-30') },
      { code: '6', kind: 'activity', plan: 'other' },
    ]);
    expect(asks('actions', rows)).toEqual(['Actions: plan|1 of ann', 'Actions: plan|5 of null']);
  });
  it('of a plan’s sections are the plan’s', () => {
    const plans = [
      { key: 'plan', code: 'plan' },
      { key: 'plan|4', plan: 'plan', code: '4' },
    ];
    const rows = actions([{ code: '1', kind: 'activity', plan: 'PLAN|4' }]);
    expect(asks('actions', { plans, ...rows })).toEqual(['Actions: plan|1 of null']);
  });
  it('of a delivery plan are asked about half-yearly, promises each quarter', () => {
    const plans = [{ key: 'plan', code: 'plan', kind: 'delivery' as const }];
    const rows = actions([
      { code: '1', kind: 'activity' },
      { code: '2', kind: 'corrective action' },
      { code: '3', kind: 'recovery plan' },
    ]);
    const inQuarter = (quarter: string) =>
      asks('actions', { plans, ...rows }, { period: quarter }).length;
    expect(inQuarter('2020-21 Q2')).toBe(3);
    expect(inQuarter('2020-21 Q3')).toBe(2);
  });
  it('that a figure’s own question follows up are not asked about twice', () => {
    const rows = (owner: string) => ({
      ...actions([{ code: 'C', kind: 'corrective action', owner }]),
      measures: [{ code: '1', owner: 'ann' }],
      returns: [{ measure: 'plan|1', period: '2020-21 Q1', value: 1, action: 'plan|C' }],
    });
    const both = { asks: ['measures', 'actions'] };
    expect(asks('actions', rows('ann'), both)).toEqual([]);
    expect(asks('actions', rows('bob'), both)).toEqual(['Actions: plan|C of bob']);
    expect(asks('actions', rows('ann'))).toEqual(['Actions: plan|C of ann']);
  });
});

describe('projects, savings and risks', () => {
  it('are asked about while they are live, and where nobody has said', () => {
    const stages = [null, 'live', 'pipeline', 'complete', 'stopped'] as const;
    const projects = keyed(stages.map((stage, n) => ({ code: String(n), stage })));
    expect(asks('projects', { projects })).toHaveLength(2);
    const done = keyed([{ code: '1', stage: 'live' as const, status: 'complete' as const }]);
    expect(asks('projects', { projects: done })).toEqual([]);
  });
  it('are asked about in the year they are of', () => {
    const years = [null, '2020-21', '2019-20', '2021-22'];
    const savings = keyed(years.map((year, n) => ({ code: String(n), year })));
    expect(asks('savings', { savings })).toEqual([
      'Savings: plan|0 of null',
      'Savings: plan|1 of null',
    ]);
  });
  it('are asked about unless they are closed', () => {
    const states = [null, 'open', 'closed'] as const;
    const risks = keyed(states.map((state, n) => ({ code: String(n), state })));
    expect(asks('risks', { risks })).toHaveLength(2);
  });
});

describe('assurance', () => {
  const teams = [
    { key: 'led', plan: 'plan', manager: 'head' },
    { key: 'unled', plan: 'plan' },
    { key: 'other', plan: 'other', manager: 'head' },
    { key: 'shared', manager: 'head' },
    { key: 'elsewhere', manager: 'head' },
  ];
  const people = [{ key: 'head' }];
  const measures = [{ code: '1', team: 'shared' }];
  it('is asked of each team that somebody leads and that works to the plan', () => {
    expect(asks('assurance', { teams, people, measures })).toEqual([
      'Teams: led of head',
      'Teams: shared of head',
    ]);
  });
  it('is asked once a quarter, where two plans are collected at once', () => {
    const cycles = [{ key: 'second|2020-21 Q2', plan: 'second', period, state: 'Open' as const }];
    const asked = {
      key: `Teams: led|${period}`,
      measure: null,
      about: 'Teams: led',
      kind: 'assurance' as const,
      period,
      state: 'Due' as const,
      cycle: 'second|2020-21 Q2',
    };
    const rows = { teams, people, measures, cycles };
    expect(asks('assurance', { ...rows, returns: [asked] })).toEqual(['Teams: shared of head']);
    const given = { ...asked, state: 'Returned' as const };
    expect(asks('assurance', { ...rows, returns: [given] })).toEqual(['Teams: shared of head']);
  });
});

describe('a plan’s money', () => {
  const line = (code: string, owner: string | null, said: Partial<Row<'budgets'>> = {}) => ({
    code,
    owner,
    kind: 'revenue' as const,
    year: '2020-21',
    ...said,
  });
  const plans = [{ key: 'plan', code: 'plan', lead: 'chief' }];
  const asked = (rows: readonly Partial<Row<'budgets'>>[]) =>
    asks('finance', { plans, budgets: keyed(rows as never) as never });
  it('is asked for once, of whoever forecasts all of it', () => {
    expect(asked([line('1', 'ann'), line('2', 'ANN')])).toEqual(['Plans: plan of ann']);
  });
  it('is asked of the plan’s lead where several forecast it, or nobody is said to', () => {
    expect(asked([line('1', 'ann'), line('2', 'bob')])).toEqual(['Plans: plan of chief']);
    expect(asked([line('1', 'ann'), line('2', null)])).toEqual(['Plans: plan of chief']);
  });
  it('is not asked for where there is no line of its year to forecast', () => {
    expect(
      asked([
        line('1', 'ann', { year: '2021-22' }),
        line('2', 'ann', { kind: 'reserves' }),
        line('3', 'ann', { isTotal: true }),
      ]),
    ).toEqual([]);
  });
});

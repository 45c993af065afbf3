// The work of a plan as its dataset has it: what is late and holds others up, what is at risk.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/registers/registers.ts';
import { atRisk } from '../../../src/rules/dataset/saving-figures.ts';
import { gatherWork } from '../../../src/rules/dataset/work.ts';
import { day } from '../arbitrary.ts';
import { liveTables } from '../live-tables.ts';
import { type Rows, registersOf, rowOf } from '../table-of.ts';

const cycle = rowOf('cycles', {});
/** A Friday; the Monday before it was a bank holiday in this council. */
const asAt = day('2020-11-06');
const gather = (rows: Rows) =>
  gatherWork(
    registersOf({ closedDays: [{ key: '2020-11-02', date: day('2020-11-02') }], ...rows }),
    cycle,
    asAt,
  );

describe('an action', () => {
  const action = (said: Partial<Row<'actions'>>) =>
    gather({ actions: [{ key: 'plan|a', plan: 'plan', code: 'a', kind: 'activity', ...said }] })
      .actions[0];
  it('is overdue by the working days since its day, and not on that day', () => {
    expect(action({ dueOn: asAt })?.overdueBy).toBe(0);
    expect(action({ dueOn: day('2020-10-30') })?.overdueBy).toBe(4);
    expect(action({ dueOn: day('2020-11-09') })?.overdueBy).toBe(0);
    expect(action({ dueOn: null })?.overdueBy).toBe(0);
  });
  it('is not overdue once it is done or stopped, whatever its day', () => {
    for (const said of [
      { status: 'complete' as const },
      { status: 'stopped' as const },
      { completedOn: day('2020-11-05') },
    ])
      expect(action({ dueOn: day('2020-10-01'), ...said })?.overdueBy).toBe(0);
  });
  it('lies in the groups of what it serves, its team’s and the council', () => {
    const { actions } = gather({
      // What a whole plan serves, not every line of it does.
      plans: [{ key: 'plan', code: 'plan', serves: ['Priorities: plan|2'] }],
      priorities: [{ code: '1' }, { code: '2' }],
      objectives: [{ key: 'plan|1.1', code: '1.1', serves: ['Priorities: plan|1'] }],
      teams: [{ key: 'needs', directorate: 'Housing' }],
      boards: [{ key: 'homes', kind: 'scrutiny', hearsOf: ['Priorities: plan|1'] }],
      actions: [
        {
          key: 'plan|a',
          plan: 'plan',
          code: 'a',
          kind: 'milestone',
          parent: 'plan|b',
          team: 'needs',
        },
        {
          key: 'plan|b',
          plan: 'plan',
          code: 'b',
          kind: 'activity',
          serves: ['Objectives: plan|1.1'],
        },
      ],
    });
    expect(
      actions.map(({ code, groups, directorate }) => [code, groups.join(), directorate]),
    ).toEqual([
      [
        'a',
        'objective|1.1,priority|1,directorate|housing,team|needs,committee|homes,council|council',
        'Housing',
      ],
      ['b', 'objective|1.1,priority|1,committee|homes,council|council', null],
    ]);
  });
  it('that serves something else now lies there, though nothing but the action changed', () => {
    const action = rowOf('actions', {
      key: 'plan|a',
      plan: 'plan',
      code: 'a',
      kind: 'activity',
      serves: ['Priorities: plan|1'],
    });
    const { registers, put } = liveTables({
      priorities: [{ code: '1' }, { code: '2' }],
      actions: [action],
    });
    const groups = () => gatherWork(registers, cycle, asAt).actions[0]?.groups;
    expect(groups()).toEqual(['priority|1', 'council|council']);
    put('actions', { ...action, serves: ['Priorities: plan|2'] });
    expect(groups()).toEqual(['priority|2', 'council|council']);
  });
  it('of a section of the plan is among them, and one of another plan is not', () => {
    const { actions } = gather({
      plans: [{ key: 'plan|homes', plan: 'plan', code: 'homes' }],
      actions: [
        { key: 's', plan: 'plan|homes', code: 's', kind: 'activity' },
        { key: 'o', plan: 'other', code: 'o', kind: 'activity' },
      ],
    });
    expect(actions.map(({ code }) => code)).toEqual(['s']);
  });
});

describe('a project', () => {
  const project = (code: string, said: Partial<Row<'projects'>> = {}) => ({
    key: `plan|${code}`,
    plan: 'plan',
    code,
    title: `Project ${code}`,
    kind: 'improvement project' as const,
    ...said,
  });
  const leans = { dependsOn: ['Projects: plan|A'] };
  const of = (rows: Rows) => gather(rows).projects[0];
  it('is late past its day or said to be delayed, and not once it is over', () => {
    const late = (said: Partial<Row<'projects'>>) => of({ projects: [project('A', said)] })?.late;
    const past = { dueOn: day('2020-11-05') };
    expect([late({ dueOn: asAt }), late(past), late({ status: 'delayed' })]).toEqual([
      false,
      true,
      true,
    ]);
    expect([late({ ...past, status: 'complete' }), late({ ...past, stage: 'stopped' })]).toEqual([
      false,
      false,
    ]);
  });
  it('holds up the projects that lean on it and the savings it is to deliver, not what is over', () => {
    const found = of({
      projects: [
        project('A'),
        project('B', leans),
        project('C', { ...leans, status: 'complete' }),
        project('D', { dependsOnAll: true }),
        project('E'),
      ],
      savings: [{ key: 'plan|S', plan: 'plan', code: 'S', title: 'Fewer vans', project: 'plan|A' }],
    });
    expect(found?.holdsUp).toEqual(['Project B', 'Project D', 'Fewer vans']);
  });
  it('names what is exempt beside nothing that is not', () => {
    const rows = (access: 'exempt' | null) => ({
      projects: [project('A', { access }), project('B', { ...leans, access: 'exempt' })],
    });
    expect(of(rows(null))?.holdsUp).toEqual([]);
    expect(of(rows('exempt'))?.holdsUp).toEqual(['Project B']);
  });
});

describe('a saving', () => {
  it('has at risk what neither is achieved nor forecast, and never less than nought', () => {
    expect(atRisk({ required: 100, achieved: 30, forecast: 80 })).toBe(20);
    expect(atRisk({ required: 100, achieved: 90, forecast: 80 })).toBe(10);
    expect(atRisk({ required: 100, achieved: null, forecast: 120 })).toBe(0);
  });
  it('has nothing known at risk where nobody has said, which is not nought', () => {
    expect(atRisk({ required: 100, achieved: null, forecast: null })).toBeNull();
    expect(atRisk({ required: null, achieved: 5, forecast: 5 })).toBeNull();
    expect(atRisk({ required: 100, achieved: 0, forecast: null })).toBe(100);
  });
  it('has no less at risk the less of it comes', () => {
    const pounds = fc.integer({ min: 0, max: 1_000 });
    fc.assert(
      fc.property(pounds, pounds, pounds, pounds, (required, achieved, forecast, less) => {
        const all = atRisk({ required, achieved, forecast }) as number;
        const fewer = atRisk({ required, achieved: achieved - less, forecast: forecast - less });
        expect(fewer as number).toBeGreaterThanOrEqual(all);
        expect(all).toBeLessThanOrEqual(required);
      }),
    );
  });
  it('is of the cycle’s year or of none, and out of the pipeline', () => {
    const saving = (code: string, said: Partial<Row<'savings'>>) => ({
      key: `plan|${code}`,
      plan: 'plan',
      code,
      ...said,
    });
    const { savings } = gather({
      savings: [
        saving('a', { year: '2020-21' }),
        saving('b', { year: '2021-22' }),
        saving('c', { year: null, stage: 'live' }),
        saving('d', { stage: 'pipeline' }),
      ],
    });
    expect(savings.map(({ code }) => code)).toEqual(['a', 'c']);
  });
});

describe('a risk', () => {
  const risk: Partial<Row<'risks'>> = {
    key: 'plan|r',
    plan: 'plan',
    code: 'r',
    grossLikelihood: 5,
    grossImpact: 4,
    residualLikelihood: 3,
    residualImpact: 4,
    appetite: 11,
  };
  const returned = (period: string, said: Partial<Row<'returns'>> = {}) => ({
    key: `Risks: plan|r|${period}`,
    about: 'Risks: plan|r',
    kind: 'risk' as const,
    period,
    likelihood: 2,
    impact: 4,
    ...said,
  });
  const of = (returns: Rows['returns'] = []) => gather({ risks: [risk], returns }).risks[0];
  it('has its scores, and is above what the council accepts', () => {
    expect(of()).toMatchObject({ gross: 20, residual: 12, target: null, aboveAppetite: true });
  });
  it('has moved since it was last returned before, not since its own return of the quarter', () => {
    expect(of([returned('2020-21 Q1'), returned('2020-21 Q2', { likelihood: 3 })])?.movement).toBe(
      'worse',
    );
    expect(of([returned('2020-21 Q1'), returned('2019-20 Q4', { likelihood: 5 })])?.movement).toBe(
      'worse',
    );
    expect(of([returned('2020-21 Q1', { likelihood: 3 })])?.movement).toBe('same');
  });
  it('has not been seen to move where it was never returned, or not assessed then', () => {
    expect(of()?.movement).toBeNull();
    expect(of([returned('2020-21 Q1', { state: 'Due' })])?.movement).toBeNull();
    expect(of([returned('2020-21 Q1', { impact: null })])?.movement).toBeNull();
  });
  it('once closed is not among them', () => {
    expect(gather({ risks: [{ ...risk, state: 'closed' }] }).risks).toEqual([]);
  });
});

// The rules of actions, projects, savings, risks and who may read a row.
import { describe, expect, it } from 'vitest';
import { lineName } from '../../src/registers/line-name.ts';
import type { Row } from '../../src/registers/registers.ts';
import { mayRead } from '../../src/rules/access.ts';
import { reportsActionsIn } from '../../src/rules/action-reporting.ts';
import { dependenciesOf, heldUpIn } from '../../src/rules/dependencies.ts';
import { liveRapidImprovements, mayGoLive, savingsLive } from '../../src/rules/live-projects.ts';
import { type Period, parsePeriod } from '../../src/rules/period.ts';
import { personalObjectivesFor } from '../../src/rules/personal-objectives.ts';
import { aboveAppetite, movement, riskScores, score } from '../../src/rules/risk-score.ts';
import { registersOf, rowOf } from './table-of.ts';

describe('when actions are reported', () => {
  const quarters = (kind: Row<'plans'>['kind']) =>
    [1, 2, 3, 4].filter((n) => reportsActionsIn({ kind }, parsePeriod(`2020-21 Q${n}`) as Period));
  it('a delivery plan at quarters 2 and 4, any other every quarter', () => {
    expect(quarters('delivery')).toEqual([2, 4]);
    expect(quarters('operating')).toEqual([1, 2, 3, 4]);
    expect(quarters(null)).toEqual([1, 2, 3, 4]);
  });
  it('in no month and no year', () => {
    expect(reportsActionsIn({ kind: 'team' }, parsePeriod('2020-21') as Period)).toBe(false);
  });
});

describe('rapid improvements', () => {
  const rapid = { kind: 'rapid improvement', team: 'needs', stage: 'live' } as const;
  const registers = registersOf({
    projects: [
      { ...rapid, key: 'p|1' },
      { ...rapid, key: 'p|2' },
      { ...rapid, key: 'p|3' },
      { ...rapid, key: 'p|4', stage: 'complete' },
      { ...rapid, key: 'p|5', team: 'streets' },
      { ...rapid, key: 'p|6', kind: 'improvement project' },
    ],
  });
  const asked = (said: Partial<Row<'projects'>>) =>
    mayGoLive(
      registers,
      rowOf('projects', { ...rapid, key: 'p|7', stage: 'pipeline', agreedWith: 'Cllr', ...said }),
    );
  it('three may be live for a team; the fourth waits', () => {
    expect(liveRapidImprovements(registers, 'needs')).toHaveLength(3);
    expect(asked({})).toEqual({ may: false, because: 'three are live already' });
    expect(asked({ team: 'streets' })).toEqual({ may: true });
  });
  it('one that is live already counts once, not against itself', () => {
    expect(asked({ key: 'p|3' })).toEqual({ may: true });
  });
  it('needs its portfolio holder’s agreement and a team', () => {
    expect(asked({ team: 'streets', agreedWith: ' ' })).toMatchObject({ because: 'not agreed' });
    expect(asked({ team: null })).toMatchObject({ because: 'no team' });
  });
  it('no other project is capped', () => {
    expect(asked({ kind: 'transformation review', agreedWith: null })).toEqual({ may: true });
  });
});

describe('savings live at once', () => {
  it('are counted beside a guide that limits nothing, with the pipeline that feeds them', () => {
    const saving = (n: number, stage: Row<'savings'>['stage']) => ({
      key: `p|${n}`,
      plan: 'p',
      stage,
    });
    const registers = registersOf({
      plans: [{ key: 'p', plan: 'p', liveAtOnce: 1 }],
      savings: [
        saving(1, 'live'),
        saving(2, 'live'),
        saving(3, 'pipeline'),
        saving(4, null),
        { key: 'q|1', plan: 'q', stage: 'live' },
      ],
    });
    expect(savingsLive(registers, 'p')).toEqual({ live: 2, guide: 1, pipeline: 1 });
    expect(savingsLive(registers, 'q')).toEqual({ live: 1, guide: null, pipeline: 0 });
  });
});

describe('a risk', () => {
  const risk = rowOf('risks', {
    key: 'p|1',
    grossLikelihood: 5,
    grossImpact: 4,
    residualLikelihood: 3,
    residualImpact: 4,
    appetite: 10,
  });
  it('scores likelihood by impact; what is not assessed has no score', () => {
    expect(riskScores(risk)).toEqual({ gross: 20, residual: 12, target: null });
    expect([score(0, 3), score(6, 1), score(2.5, 2), score(null, 2)]).toEqual(Array(4).fill(null));
  });
  it('is above appetite by its residual score, and not by a score equal to it', () => {
    expect(aboveAppetite(risk)).toBe(true);
    expect(aboveAppetite({ ...risk, appetite: 12 })).toBe(false);
    expect(aboveAppetite({ ...risk, appetite: null })).toBeNull();
    expect(aboveAppetite({ ...risk, residualImpact: null })).toBeNull();
  });
  it('moves for the better when its score falls', () => {
    expect([movement(12, 8), movement(8, 12), movement(8, 8), movement(null, 8)]).toEqual([
      'better',
      'worse',
      'same',
      null,
    ]);
  });
});

describe('what a project depends on', () => {
  const registers = registersOf({
    projects: [
      {
        key: 'p|1',
        plan: 'p',
        phase: '1',
        dependsOn: ['Projects: p|3', 'Projects: P|3', 'Projects: p|1'],
      },
      { key: 'p|2', plan: 'p', phase: '1', dependsOnAll: true, dependsOn: ['Projects: q|1'] },
      { key: 'p|3', plan: 'p', phase: '2' },
      { key: 'q|1', plan: 'q', phase: '1', dependsOn: ['Projects: gone'] },
    ],
  });
  const names = (key: string, of = dependenciesOf) =>
    of(registers, registers.projects.get(key) as Row<'projects'>).map(lineName);
  it('is each named once, never itself, and only what exists', () => {
    expect(names('p|1')).toEqual(['Projects: p|3']);
    expect(names('q|1')).toEqual([]);
  });
  it('"all" is every other of its plan and phase, besides those named', () => {
    expect(names('p|2')).toEqual(['Projects: q|1', 'Projects: p|1']);
  });
  it('can be read the other way: which projects it would hold up', () => {
    const heldUpBy: typeof dependenciesOf = (of, project) => heldUpIn(of)(project);
    expect(names('p|1', heldUpBy)).toEqual(['Projects: p|2']);
    expect(names('p|3', heldUpBy)).toEqual(['Projects: p|1']);
  });
});

describe('who may read what', () => {
  const registers = registersOf({
    teams: [{ key: 'needs', manager: 'head' }],
    people: [
      { key: 'ann', team: 'needs' },
      { key: 'cat', team: 'needs', manager: 'bob' },
      { key: 'head', team: 'needs', roles: ['manager'] },
      { key: 'bob' },
      { key: 'dir', roles: ['SMT'] },
      { key: 'perf', roles: ['performance team'] },
    ],
    personalObjectives: [
      { key: 'ann|2020-21|1', person: 'ann', year: '2020-21', access: 'public' },
      { key: 'cat|2020-21|1', person: 'cat', year: '2020-21' },
    ],
  });
  const everyone = ['ann', 'cat', 'head', 'bob', 'dir', 'perf'];
  const readersOf = (
    register: 'risks' | 'personalObjectives' | 'drafts',
    row: Row<'risks'> | Row<'personalObjectives'> | Row<'drafts'>,
  ) =>
    everyone.filter((key) =>
      mayRead(registers, registers.people.get(key) ?? null, { register, row }),
    );
  const risk = (said: Partial<Row<'risks'>>) => rowOf('risks', { key: 'p|1', ...said });

  it('public and internal rows everyone in People, and nobody else', () => {
    expect(readersOf('risks', risk({}))).toEqual(everyone);
    const stranger = rowOf('people', { key: 'stranger' });
    const row = risk({ access: 'public' });
    expect(mayRead(registers, stranger, { register: 'risks', row })).toBe(false);
    expect(mayRead(registers, null, { register: 'risks', row })).toBe(false);
  });
  it('an exempt row its owner and their manager, SMT and the performance team', () => {
    const exempt = { access: 'exempt', exemptUnder: '3' } as const;
    expect(readersOf('risks', risk({ ...exempt, owner: 'ann' }))).toEqual([
      'ann',
      'head',
      'dir',
      'perf',
    ]);
    expect(readersOf('risks', risk({ ...exempt, owner: 'cat' }))).toEqual([
      'cat',
      'bob',
      'dir',
      'perf',
    ]);
    expect(readersOf('risks', risk(exempt))).toEqual(['dir', 'perf']);
  });
  it('a personal objective its person and their manager alone, however it is marked', () => {
    const of = (key: string) => registers.personalObjectives.get(key) as Row<'personalObjectives'>;
    expect(readersOf('personalObjectives', of('ann|2020-21|1'))).toEqual(['ann', 'head']);
    expect(readersOf('personalObjectives', of('cat|2020-21|1'))).toEqual(['cat', 'bob']);
    const perf = registers.people.get('perf') as Row<'people'>;
    expect(personalObjectivesFor(registers, perf)).toEqual([]);
  });
  it('a draft whoever typed it alone, however it is marked', () => {
    const draft = rowOf('drafts', { key: 'ann|p|1|2020-21 Q2', person: 'ann', access: 'public' });
    expect(readersOf('drafts', draft)).toEqual(['ann']);
  });
});

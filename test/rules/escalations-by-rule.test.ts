// What rules raise and close: once for a person and the same evidence, to whom the route names, closed with
// why, raised anew on new evidence alone.
import { describe, expect, it, test } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { escalationsByRule } from '../../src/rules/escalations-by-rule.ts';
import { type Rows, registersOf } from './table-of.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2020-10-20');

const people: readonly Partial<Row<'people'>>[] = [
  { key: 'needs-head', roles: ['manager'], team: 'needs' },
  { key: 'housing', roles: ['SMT'], team: 'housing-lead' },
  { key: 'place', roles: ['SMT'], team: 'streets' },
  { key: 'chief', roles: ['SMT'] },
];
const risk = { key: 'plan|R', plan: 'plan', title: 'Flood', team: 'needs', appetite: 6 };
const high = { ...risk, residualLikelihood: 4, residualImpact: 4, reviewedOn: day('2020-10-05') };

const council = (rows: Rows, rule: Partial<Row<'escalationRules'>> = {}) =>
  registersOf({
    people,
    teams: [
      { key: 'needs', directorate: 'Housing', manager: 'needs-head' },
      { key: 'housing-lead', directorate: 'Housing' },
      { key: 'streets', directorate: 'Place' },
    ],
    plans: [{ key: 'plan' }],
    escalationRules: [{ key: 'risk', kind: 'risk above appetite', route: 'SMT', ...rule }],
    risks: [high],
    ...rows,
  });

const by = (rows: Rows, rule?: Partial<Row<'escalationRules'>>, on = today) =>
  escalationsByRule(council(rows, rule), 'plan', on);
const kept = (
  raised: readonly Partial<Row<'escalations'>>[],
  said: Partial<Row<'escalations'>> = {},
) => raised.map((row) => ({ ...row, ...said }));

describe('a case is taken', () => {
  const people = (route: Row<'escalationRules'>['route'], team: string | null = 'needs') =>
    by({ risks: [{ ...high, team }] }, { route })
      .raise.map(({ person, level }) => `${person} ${level}`)
      .toSorted();
  it('by its route: the team’s manager; its director; or SMT, with whoever answers for all', () => {
    expect(people('manager')).toEqual(['needs-head manager']);
    expect(people('director')).toEqual(['housing SMT']);
    expect(people('SMT')).toEqual(['chief SMT', 'housing SMT']);
  });
  it('of no team, to whoever answers for all, and never to nobody', () => {
    expect(people('manager', null)).toEqual(['chief manager']);
    expect(people('director', null)).toEqual(['chief SMT']);
  });
  it('not to who has left', () => {
    const left = {
      key: 'housing',
      roles: ['SMT'],
      team: 'housing-lead',
      leftOn: day('2020-10-20'),
    };
    const some = [left, { key: 'chief', roles: ['SMT'] }];
    expect(by({ people: some }).raise.map(({ person }) => person)).toEqual(['chief']);
  });
  it('under its rule, line, evidence and person, with the evidence in words', () => {
    const [first] = by({}).raise;
    expect(first).toMatchObject({
      key: 'risk|Risks: plan|R|2020-10-05, 16|housing',
      title: 'Flood',
      evidence:
        'Scores 16 with its controls, and the council accepts 6.\nHow long: Last reviewed on Mon 5 October 2020.',
    });
  });
  it('under a key that leaves room for its history, however long its line’s', () => {
    const long = { ...high, key: `plan|${'R'.repeat(230)}` };
    const longer = { ...high, key: `plan|${'R'.repeat(229)}S` };
    const keys = by({ risks: [long, longer] }).raise.map(({ key }) => key);
    expect(Math.max(...keys.map((key) => key.length))).toBeLessThanOrEqual(225);
    expect(new Set(keys).size).toBe(4);
  });
});

describe('the same evidence', () => {
  it('is raised once, whatever became of it', () => {
    for (const state of ['Open', 'Acknowledged', 'Answered', 'Closed'] as const)
      expect(by({ escalations: kept(by({}).raise, { state }) }).raise).toEqual([]);
  });
  it('closed, is raised anew where its figures are others now, or it has nobody’s any more', () => {
    const first = kept(by({}).raise, { state: 'Closed' });
    const others = first.map((each) => ({ ...each, evidence: 'Scores 20 with its controls.' }));
    const again = by({ escalations: others }).raise;
    expect(again.map(({ key }) => key)).toEqual(first.map(({ key }) => `${key}|2`));
    expect(by({ escalations: [...others, ...kept(again, { state: 'Closed' })] }).raise).toEqual([]);
    for (const closedBecause of ['it is not for this person any more', 'its rule was switched off'])
      expect(by({ escalations: kept(first, { closedBecause }) }).raise).toHaveLength(first.length);
    const closedBecause = 'raised anew on 2021-01-05, 20';
    expect(by({ escalations: kept(others, { closedBecause }) }).raise).toEqual([]);
  });
  it('new evidence is raised anew in its place, and a plan that was required goes on with it', () => {
    const required = { planDueOn: day('2020-11-01'), recovery: 'plan|Recovery', state: 'Answered' };
    const escalations = kept(by({}).raise, required as Partial<Row<'escalations'>>);
    const again = by({ escalations, risks: [{ ...high, reviewedOn: day('2021-01-05') }] });
    expect(again.raise.map(({ planDueOn }) => planDueOn?.toString())).toEqual(
      Array(2).fill('2020-11-01'),
    );
    expect(again.raise.map(({ key, recovery }) => `${key} ${recovery}`)).toEqual([
      'risk|Risks: plan|R|2021-01-05, 16|housing plan|Recovery',
      'risk|Risks: plan|R|2021-01-05, 16|chief plan|Recovery',
    ]);
    expect(again.close.map(({ because }) => because)).toEqual([
      'raised anew on 2021-01-05, 16',
      'raised anew on 2021-01-05, 16',
    ]);
  });
});

describe('an escalation is closed, with why', () => {
  const escalations = kept(by({}).raise, { state: 'Acknowledged' });
  const ends = (rows: Rows, rule?: Partial<Row<'escalationRules'>>) => [
    ...new Set(by({ escalations, ...rows }, rule).close.map(({ because }) => because)),
  ];
  it('when it holds no more, when its rule is off or gone, and when it is not for this person', () => {
    expect(ends({})).toEqual([]);
    expect(ends({ risks: [{ ...high, residualImpact: 1 }] })).toEqual([
      'the risk is within appetite, closed or not scored any more',
    ]);
    expect(ends({}, { off: true })).toEqual(['its rule was switched off']);
    expect(ends({ escalationRules: [] })).toEqual(['its rule was taken off the register']);
    expect(ends({}, { route: 'director' })).toEqual(['it is not for this person any more']);
  });
  it('but not while its rule cannot be read: whether it holds is not known then', () => {
    expect(ends({ risks: [] }, { threshold: -1 })).toEqual([]);
  });
  test('a missing return is none of the rules’: its ladder closes it', () => {
    const missing = { return: 'plan|M|2020-21 Q2', level: 'SMT', person: 'chief' } as const;
    expect(by({ risks: [], escalations: [missing] }).close).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import {
  answererOf,
  isPerformanceTeam,
  isSmt,
  managesTeam,
  personByObjectId,
} from '../../src/rules/roles.ts';
import { day } from './arbitrary.ts';
import { council, person } from './given-council.ts';
import { registersOf, rowOf } from './table-of.ts';

describe('who answers for an owner', () => {
  const answerer = (away: Record<string, string>, today: string) =>
    answererOf(council({ away }), 'ann', day(today))?.key ?? null;

  it('the owner; the deputy until the date in Away until; the owner again on it', () => {
    expect(answerer({}, '2020-10-01')).toBe('ann');
    expect(answerer({ ann: '2020-10-12' }, '2020-10-09')).toBe('dee');
    expect(answerer({ ann: '2020-10-12' }, '2020-10-12')).toBe('ann');
  });
  it('their manager where the deputy is away too, or there is none', () => {
    expect(answerer({ ann: '2020-10-12', dee: '2020-10-12' }, '2020-10-09')).toBe('needs-head');
    expect(
      answererOf(council({ away: { bob: '2020-10-12' } }), 'bob', day('2020-10-01'))?.key,
    ).toBe('repairs-head');
  });
  it('the deputy’s deputy where the deputy is away, and no circle runs for ever', () => {
    const people = [
      { key: 'a', deputy: 'b', awayUntil: day('2021-01-01') },
      { key: 'b', deputy: 'c', awayUntil: day('2021-01-01') },
      { key: 'c', deputy: 'a' },
    ];
    expect(answererOf(registersOf({ people }), 'a', day('2020-10-01'))?.key).toBe('c');
    const allAway = people.map((each) => ({ ...each, awayUntil: day('2021-01-01') }));
    expect(answererOf(registersOf({ people: allAway }), 'a', day('2020-10-01'))?.key).toBe('a');
  });
  it('nobody, for somebody who is not in the register', () => {
    expect(answererOf(council(), 'left-last-year', day('2020-10-01'))).toBeNull();
  });
});

describe('roles', () => {
  const registers = council();
  it('are read without case, and a part of one is not one', () => {
    const roles = (...held: string[]) => rowOf('people', { key: 'p', roles: held });
    expect(isSmt(roles('smt'))).toBe(true);
    expect(isSmt(roles('not SMT'))).toBe(false);
    expect(isPerformanceTeam(roles('Performance team '))).toBe(true);
    expect(isPerformanceTeam(roles())).toBe(false);
  });
  it('a team is managed by its Manager, else by its people with that role', () => {
    expect(managesTeam(registers, person(registers, 'needs-head'), 'needs')).toBe(true);
    expect(managesTeam(registers, person(registers, 'needs-head'), 'repairs')).toBe(false);
    const unnamed = registersOf({
      teams: [{ key: 'team' }],
      people: [
        { key: 'lead', roles: ['manager'], team: 'team' },
        { key: 'officer', roles: ['owner'], team: 'team' },
      ],
    });
    expect(managesTeam(unnamed, rowOf('people', { key: 'lead' }), 'team')).toBe(true);
    expect(managesTeam(unnamed, rowOf('people', { key: 'officer' }), 'team')).toBe(false);
  });
  it('a person is known by object id alone', () => {
    expect(personByObjectId(registers, 'oid-ann')?.key).toBe('ann');
    expect(personByObjectId(registers, 'ann')).toBeNull();
    expect(personByObjectId(registers, '')).toBeNull();
  });
});

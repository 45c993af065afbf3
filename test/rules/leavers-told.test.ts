// Somebody who has left is told nothing more, and whoever leads in their place is.
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { escalationsToRaise } from '../../src/rules/escalations.ts';
import { ladder, stillWanted } from '../../src/rules/ladder.ts';
import { performanceTeamBut } from '../../src/rules/unreachable.ts';
import { day } from './arbitrary.ts';
import { clock, cycleKey } from './given-council.ts';
import { registersOf } from './table-of.ts';

const gone = { leftOn: day('2020-10-05') };
const council = (people: readonly Partial<Row<'people'>>[] = []) =>
  registersOf({
    people: [
      { key: 'ann', roles: ['owner'], team: 'team', deputy: 'dee', awayUntil: day('2020-10-12') },
      { key: 'dee', roles: ['owner'], team: 'team' },
      { key: 'head', roles: ['manager'], team: 'team', ...gone },
      { key: 'new-head', roles: ['manager'], team: 'team' },
      { key: 'director', roles: ['SMT'], ...gone },
      { key: 'new-director', roles: ['SMT'] },
      { key: 'analyst', roles: ['performance team'], ...gone },
      { key: 'new-analyst', roles: ['performance team'] },
      ...people,
    ],
    teams: [{ key: 'team', title: 'Team', manager: 'head' }],
    cycles: [{ title: 'Quarter 2' }],
    measures: [{ code: '1', owner: 'ann' }],
    returns: [
      { measure: 'plan|1', period: '2020-21 Q2', cycle: cycleKey, owner: 'ann', state: 'Due' },
    ],
  });
const registers = council();
const cycle = registers.cycles.get(cycleKey) as Row<'cycles'>;
const asked = (person: string, step: Row<'notifications'>['step']) => ({
  person,
  step,
  cycle: cycleKey,
});

describe('after a manager and a director have left', () => {
  const told = ladder(registers, cycle, clock('2020-10-19')).filter(({ step }) =>
    ['Manager', 'SMT'].includes(step),
  );
  it('what is missing is told to whoever leads in their place, and not to them', () => {
    expect(told.map(({ person, step }) => `${person}: ${step}`).sort()).toEqual([
      'new-director: SMT',
      'new-head: Manager',
    ]);
  });
  it('it is taken to the same people', () => {
    const raised = escalationsToRaise(registers, cycle, clock('2020-10-19'));
    expect(raised.map(({ person, level }) => `${person}: ${level}`).sort()).toEqual([
      'new-director: SMT',
      'new-head: manager',
    ]);
  });
  it('a message of theirs that waits is not sent', () => {
    expect(stillWanted(registers, asked('head', 'Manager'), day('2020-10-04'))).toBe(true);
    expect(stillWanted(registers, asked('head', 'Manager'), day('2020-10-05'))).toBe(false);
    expect(stillWanted(registers, asked('director', 'SMT'), day('2020-10-05'))).toBe(false);
    expect(stillWanted(registers, asked('new-head', 'Manager'), day('2020-10-05'))).toBe(true);
    expect(stillWanted(registers, asked('head', 'Unreachable'), day('2020-10-05'))).toBe(false);
    expect(stillWanted(registers, asked('head', 'Hand-over'), day('2020-10-05'))).toBe(false);
  });
});

describe('a card that waits for somebody who stands in', () => {
  it('is wanted until the one they stand in for is back', () => {
    expect(stillWanted(registers, asked('dee', 'Reminder'), day('2020-10-11'))).toBe(true);
    expect(stillWanted(registers, asked('dee', 'Reminder'), day('2020-10-12'))).toBe(false);
    expect(stillWanted(registers, asked('ann', 'Reminder'), day('2020-10-12'))).toBe(true);
  });
});

describe('who could not be reached', () => {
  it('is told to those of the performance team who are still there', () => {
    const told = (date: string) =>
      performanceTeamBut(registers, 'ann', day(date)).map(({ key }) => key);
    expect(told('2020-10-05')).toEqual(['new-analyst']);
    expect(told('2020-10-04')).toEqual(['analyst', 'new-analyst']);
  });
});

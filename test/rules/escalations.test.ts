import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { escalationsToClose, escalationsToRaise } from '../../src/rules/escalations.ts';
import { type Council, clock, council, cycleKey, returnKey } from './given-council.ts';

const cycleOf = (registers: ReturnType<typeof council>) =>
  registers.cycles.get(cycleKey) as Row<'cycles'>;
const raised = (said: Council, date: string, time?: string) => {
  const registers = council(said);
  return escalationsToRaise(registers, cycleOf(registers), clock(date, time));
};
const lines = (said: Council, date: string) =>
  raised(said, date).map(({ return: asked, level, person }) => `${asked} ${level} ${person}`);
const taken = (code: string, level: 'manager' | 'SMT', person: string) => ({
  return: returnKey(code),
  level,
  person,
  cycle: cycleKey,
});

describe('a return still missing', () => {
  it('is taken to its team’s manager one working day after the deadline, not before', () => {
    expect(raised({}, '2020-10-15', '08:59')).toEqual([]);
    expect(lines({ answered: { 1: 'Returned', 2: 'No data until' } }, '2020-10-15')).toEqual([
      `${returnKey('3')} manager repairs-head`,
      `${returnKey('4')} manager repairs-head`,
      `${returnKey('5')} manager streets-head`,
    ]);
  });
  it('is taken to SMT two working days later: their own directorate’s, and all to the chief executive', () => {
    const answered = { 1: 'Returned', 2: 'Returned', 3: 'Returned', 4: 'Returned' } as const;
    expect(lines({ answered }, '2020-10-19')).toEqual([
      `${returnKey('5')} manager streets-head`,
      `${returnKey('5')} SMT chief-executive`,
      `${returnKey('5')} SMT place-director`,
    ]);
  });
  it('is raised once with each of them, under its key', () => {
    const [first] = raised({}, '2020-10-15');
    expect(first).toEqual({
      key: `${returnKey('1')}|manager|needs-head`,
      title: 'Measure 1, Q2 2020-21',
      plan: 'plan',
      cycle: cycleKey,
      return: returnKey('1'),
      level: 'manager',
      person: 'needs-head',
    });
    const escalations = raised({}, '2020-10-19').map((each) => ({
      ...each,
      state: 'Closed' as const,
    }));
    expect(raised({ escalations }, '2020-10-20')).toEqual([]);
  });
  it.each(['Planned', 'Closed', 'Withdrawn'] as const)(
    'is not raised in a cycle that is %s',
    (state) => {
      expect(raised({ cycle: { state } }, '2020-10-19')).toEqual([]);
    },
  );
});

describe('an escalation is closed', () => {
  const closed = (said: Council) => {
    const registers = council({
      escalations: [
        taken('1', 'manager', 'needs-head'),
        { ...taken('3', 'manager', 'repairs-head'), state: 'Acknowledged' },
        { ...taken('5', 'SMT', 'place-director'), state: 'Closed' },
      ],
      ...said,
    });
    return escalationsToClose(registers, cycleOf(registers)).map(
      ({ key, because }) => `${key}: ${because}`,
    );
  };
  const one = `${returnKey('1')}|manager|needs-head`;
  const three = `${returnKey('3')}|manager|repairs-head`;

  it('as soon as its return is answered, acknowledged or not, with a figure or a dated reason', () => {
    expect(closed({ answered: { 1: 'Returned', 3: 'No data until', 5: 'Returned' } })).toEqual([
      `${one}: answered`,
      `${three}: answered`,
    ]);
  });
  it('not while its return is missing from an open cycle', () => {
    expect(closed({})).toEqual([]);
  });
  it('when its cycle is withdrawn or closed, or its return is withdrawn', () => {
    expect(closed({ cycle: { state: 'Withdrawn' } })).toEqual([
      `${one}: cycle withdrawn`,
      `${three}: cycle withdrawn`,
    ]);
    expect(closed({ cycle: { state: 'Closed' }, answered: { 1: 'Returned' } })).toEqual([
      `${one}: answered`,
      `${three}: cycle closed`,
    ]);
    expect(closed({ answered: { 1: 'Withdrawn' } })).toEqual([`${one}: return withdrawn`]);
  });
});

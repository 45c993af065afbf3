import { describe, expect, it, test } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { escalationsToClose, escalationsToRaise } from '../../src/rules/escalations.ts';
import { stillWanted } from '../../src/rules/ladder.ts';
import { laddersOf } from '../../src/rules/rungs.ts';
import { type Council, clock, council, cycleKey, returnKey } from './given-council.ts';
import { type Rows, registersOf } from './table-of.ts';

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
  it('is raised once with each of them, under its key, and called by its measure’s name', () => {
    const [first] = raised({}, '2020-10-15');
    expect(first).toEqual({
      key: `${returnKey('1')}|manager|needs-head`,
      title: 'Households helped',
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

describe('a return that was escalated, answered, and sent back', () => {
  const sent = (on: string, said: Partial<Row<'returns'>> = {}) => ({
    state: 'Due' as const,
    approval: 'sent back' as const,
    approvedAt: clock(on, '16:00').toInstant(),
    revision: 2,
    ...said,
  });
  const before = [
    { ...taken('1', 'manager', 'needs-head'), state: 'Closed' as const },
    { ...taken('1', 'SMT', 'housing-director'), state: 'Closed' as const },
  ];
  /** All else is answered. */
  const given = (row: Partial<Row<'returns'>>, escalations: Rows['escalations'] = before) => {
    const registers = council({
      answered: { 2: 'Returned', 3: 'Returned', 4: 'Returned', 5: 'Returned' },
      escalations,
    });
    const returns = [...registers.returns.values()].map((each) =>
      each.key === returnKey('1') ? { ...each, ...row } : each,
    );
    return registersOf({
      ...Object.fromEntries(
        Object.entries(registers).map(([name, table]) => [name, [...table.values()]]),
      ),
      returns,
    });
  };
  const keys = (registers: ReturnType<typeof given>, date: string) =>
    escalationsToRaise(registers, cycleOf(registers), clock(date)).map(({ key }) => key);
  const anew = `${returnKey('1')}|manager|needs-head|sent back 2`;

  it('is escalated anew a working day after it was sent back, then to SMT', () => {
    const registers = given(sent('2020-10-15'));
    expect(keys(registers, '2020-10-15')).toEqual([]);
    expect(keys(registers, '2020-10-16')).toEqual([anew]);
    expect(keys(registers, '2020-10-20')).toEqual([
      anew,
      `${returnKey('1')}|SMT|housing-director|sent back 2`,
      `${returnKey('1')}|SMT|chief-executive`,
    ]);
  });
  it('once for each time it is sent back, and not beside one that is open still', () => {
    const raised = { ...taken('1', 'manager', 'needs-head'), key: anew, state: 'Closed' as const };
    expect(keys(given(sent('2020-10-15'), [...before, raised]), '2020-10-16')).toEqual([]);
    const again = sent('2020-10-15', { revision: 4 });
    expect(keys(given(again, [...before, raised]), '2020-10-16')).toEqual([
      `${returnKey('1')}|manager|needs-head|sent back 4`,
    ]);
    const open = [taken('1', 'manager', 'needs-head')];
    expect(keys(given(sent('2020-10-15'), open), '2020-10-16')).toEqual([]);
  });
  it('though the answer that was sent back promised it for a later day', () => {
    const noDataUntil = Temporal.PlainDate.from('2020-11-20');
    const registers = given(sent('2020-10-15', { noDataUntil }));
    expect(keys(registers, '2020-10-16')).toEqual([anew]);
    const on = (step: string) =>
      laddersOf(registers, cycleOf(registers), clock('2020-10-16'))
        .flat()
        .flatMap((each) => (each.step === step && each.on !== null ? [each.on] : []));
    expect(on('Back')).toEqual([]);
    expect(on('Manager')).toEqual(['2020-10-16']);
    expect(on('SMT')).toEqual(['2020-10-20']);
  });
  it('under a key that leaves room for its history, however long the person’s', () => {
    const long = 'p'.repeat(240);
    const registers = registersOf({
      people: [{ key: long, roles: ['manager'], team: 'needs' }],
      teams: [{ key: 'needs', directorate: 'Housing', manager: long }],
      measures: [{ code: '1', team: 'needs', owner: long }],
      cycles: [{ period: '2020-21 Q2' }],
      returns: [
        { measure: 'plan|1', period: '2020-21 Q2', cycle: cycleKey, owner: long, state: 'Due' },
      ],
    });
    const [only] = keys(registers, '2020-10-15');
    expect(only?.length).toBeLessThanOrEqual(225);
  });
});

test('a plan’s money, which is no team’s, is worth telling SMT of, and no manager', () => {
  const registers = registersOf({
    people: [
      { key: 'chief', roles: ['SMT'] },
      { key: 'place', roles: ['SMT'], team: 'streets' },
      { key: 'head', roles: ['manager'], team: 'streets' },
    ],
    teams: [{ key: 'streets', directorate: 'Place', manager: 'head' }],
    plans: [{ key: 'plan' }],
    cycles: [{ key: cycleKey }],
    returns: [
      {
        key: 'f',
        about: 'Plans: plan',
        measure: null,
        kind: 'finance',
        cycle: cycleKey,
        state: 'Due',
      },
    ],
  });
  const isWanted = (person: string, step: 'SMT' | 'Manager') =>
    stillWanted(registers, { person, cycle: cycleKey, step }, clock('2020-10-19').toPlainDate());
  expect([isWanted('chief', 'SMT'), isWanted('place', 'SMT'), isWanted('head', 'Manager')]).toEqual(
    [true, true, false],
  );
});

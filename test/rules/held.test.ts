// Steps that have come and may not go: in the quiet hours, on days that are not theirs, while suspended.
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { isPassedBy, ladder, stillWanted } from '../../src/rules/ladder.ts';
import { day } from './arbitrary.ts';
import { type Council, clock, council, cycleKey } from './given-council.ts';

const told = (said: Council, now: Temporal.ZonedDateTime): string[] => {
  const registers = council(said);
  return ladder(registers, registers.cycles.get(cycleKey) as Row<'cycles'>, now)
    .map(({ person, step, verdict }) => `${person}: ${step} ${verdict}`)
    .sort();
};
const row = (person: string, step: Row<'notifications'>['step'], date = '2020-10-01') => ({
  person,
  step,
  cycle: cycleKey,
  fellDueAt: clock(date).toInstant(),
});
const openingSent = ['ann', 'bob', 'repairs-head', 'streets-head'].map((each) =>
  row(each, 'Opening'),
);

describe('in the quiet hours and on days that are not theirs', () => {
  it('nothing is decided for those who have something outstanding, and the others need nothing', () => {
    const answered = { 1: 'Returned', 2: 'Returned' } as const;
    const notifications = openingSent;
    expect(told({ answered, notifications }, clock('2020-10-09', '19:00'))).toEqual([
      'ann: Reminder not needed',
    ]);
  });
  it('what fell due on a weekend, or meanwhile, is one step on the Monday', () => {
    const opened = { cycle: { opensOn: day('2020-10-03') } };
    expect(told(opened, clock('2020-10-04', '12:00'))).toEqual([]);
    expect(told(opened, clock('2020-10-05', '08:00'))).toContain('bob: Opening send');
  });
  it('the close decides what still waits: passed over, and nobody is left without a state', () => {
    const lines = told({ cycle: { closeAfter: 3 } }, clock('2020-10-20', '22:00'));
    expect(lines).toContain('bob: Deadline passed over');
    expect(lines).toContain('housing-director: SMT passed over');
    expect(lines.join()).not.toMatch(/send/);
  });
});

describe('a cycle that is suspended', () => {
  const suspended = { cycle: { state: 'Suspended' } } as const;
  it('asks nobody, and keeps what is on its way for when it goes on', () => {
    expect(told(suspended, clock('2020-10-19'))).toEqual([]);
    expect(stillWanted(council(suspended), row('ann', 'Opening'))).toBe(true);
  });
});

describe('a message that has waited in the queue', () => {
  const passed = (
    step: 'Opening' | 'Reminder',
    ...others: readonly Row<'notifications'>['step'][]
  ) => {
    const dates = {
      Opening: '2020-10-01',
      Reminder: '2020-10-09',
      Deadline: '2020-10-14',
    } as const;
    const steps = [step, ...others].map((each) =>
      row('bob', each, each in dates ? dates[each as keyof typeof dates] : '2020-10-15'),
    );
    return isPassedBy(council({ notifications: steps }), { person: 'bob', cycle: cycleKey, step });
  };
  it('is passed over once a later step of asking has come', () => {
    expect(passed('Reminder', 'Deadline')).toBe(true);
    expect(passed('Opening', 'Reminder')).toBe(true);
  });
  it('and not for an earlier one, or one of another ladder', () => {
    expect(passed('Reminder')).toBe(false);
    expect(passed('Reminder', 'Opening', 'Manager', 'Nudge', 'Back')).toBe(false);
  });
});

describe.each(['Planned', 'Closed', 'Withdrawn'] as const)('a cycle that is %s', (state) => {
  it('asks nobody, and what was about to go is no longer wanted', () => {
    expect(told({ cycle: { state } }, clock('2020-10-19'))).toEqual([]);
    const registers = council({ cycle: { state } });
    expect(stillWanted(registers, row('ann', 'Opening'))).toBe(false);
    expect(stillWanted(registers, row('needs-head', 'Unreachable'))).toBe(false);
  });
});

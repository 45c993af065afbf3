import { describe, expect, it } from 'vitest';
import { gatheredInto, inOneCardWith } from '../../src/rules/gathered.ts';
import { ladder, stillWanted, type Verdict } from '../../src/rules/ladder.ts';
import { gather, isFirstToday } from '../../src/rules/one-a-day.ts';
import { day } from './arbitrary.ts';
import { type Council, clock, council, cycleKey } from './given-council.ts';
import { registersOf } from './table-of.ts';

const gathered = (said: Council, now: Temporal.ZonedDateTime) => {
  const registers = council(said);
  const verdicts = [...registers.cycles.values()].flatMap((each) => ladder(registers, each, now));
  return gather(registers, verdicts, now);
};
const lines = (verdicts: readonly Verdict[]) =>
  verdicts.map(({ person, step, verdict }) => `${person}: ${step} ${verdict}`).sort();
const nudged = (over: object) => ({
  person: 'bob',
  cycle: cycleKey,
  step: 'Nudge' as const,
  fellDueAt: clock('2020-10-14', '08:30').toInstant(),
  settledAt: clock('2020-10-14', '08:31').toInstant(),
  ...over,
});

describe('a manager who owes a return of their own', () => {
  it('after downtime has one card, which carries both', () => {
    const { verdicts } = gathered({}, clock('2020-10-16'));
    const theirs = verdicts.filter(({ person }) => person === 'repairs-head');
    expect(lines(theirs)).toEqual([
      'repairs-head: Deadline passed over',
      'repairs-head: Manager send',
      'repairs-head: Opening passed over',
      'repairs-head: Reminder passed over',
    ]);
    const [deadline] = theirs.filter(({ step }) => step === 'Deadline');
    expect(deadline?.because).toBe(inOneCardWith({ cycle: cycleKey, step: 'Manager' }));
  });
  it('while the card waits to go, it is wanted as long as either has something to tell', () => {
    const row = {
      person: 'repairs-head',
      cycle: cycleKey,
      step: 'Deadline' as const,
      state: 'Passed over' as const,
      reason: inOneCardWith({ cycle: cycleKey, step: 'Manager' }),
    };
    const message = { person: 'repairs-head', cycle: cycleKey, step: 'Manager' as const };
    const wanted = (
      answered: Council['answered'] = {},
      notifications: Council['notifications'] = [],
    ) => stillWanted(council({ answered, notifications }), message);
    expect(gatheredInto(council({ notifications: [row] }), message)).toHaveLength(1);
    expect(wanted()).toBe(true);
    expect(wanted({ 3: 'Returned' }, [row])).toBe(true);
    expect(wanted({ 3: 'Returned', 4: 'Returned' }, [row])).toBe(false);
  });
});

describe('somebody who has had a reminder today', () => {
  it('gets no second: what falls due waits, and they are known to wait', () => {
    const { verdicts, held } = gathered({ notifications: [nudged({})] }, clock('2020-10-14'));
    expect(lines(verdicts)).not.toContain('bob: Deadline send');
    expect(lines(verdicts)).toContain('repairs-head: Deadline send');
    expect(held).toEqual(['bob']);
  });
  it('has it the next day', () => {
    const { verdicts } = gathered({ notifications: [nudged({})] }, clock('2020-10-15'));
    expect(lines(verdicts)).toContain('bob: Deadline send');
  });
  it.each(['Failed', 'Unreachable', 'Withdrawn', 'Not needed', 'Passed over'] as const)(
    'is not one whose reminder came to nothing: %s',
    (state) => {
      const { verdicts } = gathered({ notifications: [nudged({ state })] }, clock('2020-10-14'));
      expect(lines(verdicts)).toContain('bob: Deadline send');
    },
  );
  it('may still get the card of an opening', () => {
    const today = { settledAt: clock('2020-10-12', '08:31').toInstant() };
    const { verdicts } = gathered(
      { cycle: { opensOn: day('2020-10-12') }, notifications: [nudged(today)] },
      clock('2020-10-12'),
    );
    expect(lines(verdicts)).toContain('bob: Opening send');
  });
});

const plans = ['one', 'two'] as const;
const inTwoCycles = (
  states: { readonly one?: 'Returned'; readonly two?: 'Suspended' } = {},
  notifications: Council['notifications'] = [],
) =>
  registersOf({
    people: [{ key: 'ann', roles: ['owner'] }],
    measures: plans.map((plan) => ({ plan, code: '1', owner: 'ann' })),
    cycles: plans.map((plan) => ({
      plan,
      state: plan === 'two' ? (states.two ?? 'Open') : ('Open' as const),
    })),
    returns: plans.map((plan) => ({
      measure: `${plan}|1`,
      plan,
      period: '2020-21 Q2',
      cycle: `${plan}|2020-21 Q2`,
      owner: 'ann',
      state: plan === 'one' ? (states.one ?? 'Due') : ('Due' as const),
    })),
    notifications,
  });

describe('two cycles open at once', () => {
  const carrier = { cycle: 'one|2020-21 Q2', step: 'Deadline' as const };
  it.each([
    ['Opening', '2020-10-01'],
    ['Deadline', '2020-10-14'],
  ])('are one card at the %s, and the other’s step is told in it', (step, date) => {
    const registers = inTwoCycles();
    const verdicts = [...registers.cycles.values()].flatMap((cycle) =>
      ladder(registers, cycle, clock(date)),
    );
    const sent = gather(registers, verdicts, clock(date)).verdicts;
    expect(sent.filter(({ verdict }) => verdict === 'send').map((each) => each.cycle)).toEqual([
      'one|2020-21 Q2',
    ]);
    expect(sent.filter(({ because }) => because !== undefined)).toMatchObject([
      { step, cycle: 'two|2020-21 Q2', verdict: 'passed over' },
    ]);
  });
  it('the card goes though its own cycle has been answered, for what else it tells', () => {
    const other = {
      person: 'ann',
      cycle: 'two|2020-21 Q2',
      step: 'Deadline' as const,
      state: 'Passed over' as const,
      reason: inOneCardWith(carrier),
    };
    const wanted = (notifications: Council['notifications']) =>
      stillWanted(inTwoCycles({ one: 'Returned' }, notifications), { person: 'ann', ...carrier });
    expect([wanted([]), wanted([other])]).toEqual([false, true]);
  });
});

describe('two reminders in the queue for one person', () => {
  const queued = (step: 'Nudge' | 'Deadline', time: string) =>
    nudged({
      key: `bob|${step}`,
      step,
      state: 'Queued',
      settledAt: null,
      fellDueAt: clock('2020-10-14', time).toInstant(),
    });
  const both = { notifications: [queued('Nudge', '08:30'), queued('Deadline', '09:00')] };
  const mayGo = (step: 'Nudge' | 'Deadline', said: Council = both) =>
    isFirstToday(council(said), { person: 'bob', step, key: `bob|${step}` }, clock('2020-10-14'));

  it('the first goes, the second waits', () => {
    expect([mayGo('Nudge'), mayGo('Deadline')]).toEqual([true, false]);
  });
  it('unless the first waits in a cycle that is suspended', () => {
    const waiting = plans.toReversed().map((plan) => ({
      ...queued('Nudge', plan === 'two' ? '08:30' : '08:45'),
      key: plan,
      person: 'ann',
      cycle: `${plan}|2020-21 Q2`,
    }));
    const mayGo = (two: 'Suspended' | undefined) =>
      isFirstToday(
        inTwoCycles(two ? { two } : {}, waiting),
        { person: 'ann', step: 'Nudge', key: 'one' },
        clock('2020-10-14'),
      );
    expect([mayGo(undefined), mayGo('Suspended')]).toEqual([false, true]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { askedFor } from '../../src/rules/asked.ts';
import { ladder, stillWanted, type Verdict } from '../../src/rules/ladder.ts';
import { owedBy } from '../../src/rules/owed.ts';
import { may } from '../../src/rules/rights.ts';
import { day } from './arbitrary.ts';
import { type Council, clock, council, cycleKey } from './given-council.ts';
import { registersOf } from './table-of.ts';

const climb = (said: Council, now: Temporal.ZonedDateTime): readonly Verdict[] => {
  const registers = council(said);
  return ladder(registers, registers.cycles.get(cycleKey) as Row<'cycles'>, now);
};
const told = (said: Council, now: Temporal.ZonedDateTime): string[] =>
  climb(said, now)
    .map(({ person, step, verdict }) => `${person}: ${step} ${verdict}`)
    .sort();
const row = (person: string, step: Row<'notifications'>['step']) => ({
  person,
  step,
  cycle: cycleKey,
});
const asked = ['ann', 'bob', 'repairs-head', 'streets-head'];
const openingSent = asked.map((person) => row(person, 'Opening'));

describe('on opening day', () => {
  it('nobody is asked before nine', () => {
    expect(told({}, clock('2020-10-01', '08:59'))).toEqual([]);
  });
  it('every owner is asked once, however many returns they owe, and the manager of what nobody owns', () => {
    expect(told({}, clock('2020-10-01'))).toEqual(asked.map((person) => `${person}: Opening send`));
  });
  it('the deputy is asked in place of an owner who is away', () => {
    expect(told({ away: { ann: '2020-10-12' } }, clock('2020-10-01'))).toContain(
      'dee: Opening send',
    );
    expect(told({ away: { ann: '2020-10-12' } }, clock('2020-10-01'))).not.toContain(
      'ann: Opening send',
    );
  });
  it('a step already in the ledger, in whatever state, is not decided again', () => {
    expect(told({ notifications: openingSent }, clock('2020-10-02'))).toEqual([]);
    const failed = openingSent.map((each) => ({ ...each, state: 'Failed' as const }));
    expect(told({ notifications: failed }, clock('2020-10-02'))).toEqual([]);
  });
  it('a verdict carries its key, its cycle and the moment it fell due', () => {
    expect(climb({}, clock('2020-10-05'))[0]).toEqual({
      key: 'ann|plan|2020-21 Q2|Opening',
      person: 'ann',
      cycle: cycleKey,
      step: 'Opening',
      on: null,
      fellDueAt: clock('2020-10-01').toInstant(),
      verdict: 'send',
    });
  });
});

describe('at the reminder', () => {
  const said = {
    notifications: openingSent,
    answered: { 1: 'Returned', 2: 'No data until' },
  } as const;
  it('those who have answered all need none, those who have not are reminded', () => {
    expect(told(said, clock('2020-10-09'))).toEqual([
      'ann: Reminder not needed',
      'bob: Reminder send',
      'repairs-head: Reminder send',
      'streets-head: Reminder send',
    ]);
  });
  it('one return left out of two is enough to be reminded', () => {
    expect(told({ ...said, answered: { 1: 'Returned' } }, clock('2020-10-09'))).toContain(
      'ann: Reminder send',
    );
  });
  it('a return withdrawn asks nobody for anything', () => {
    expect(told({ answered: { 3: 'Withdrawn' } }, clock('2020-10-01')).join()).not.toMatch(/bob/);
  });
  it('a deputy who was asked, and whose owner is back, is settled as not needed', () => {
    const notifications = [...openingSent, row('dee', 'Opening')];
    expect(told({ notifications }, clock('2020-10-09'))).toContain('dee: Reminder not needed');
  });
});

describe('keys written by hand in another case', () => {
  it('name the same person and team: nobody is asked or told twice', () => {
    const people = ['ann', 'head'].map((key) => ({
      key,
      roles: key === 'head' ? ['SMT'] : [],
      team: 'TEAM',
    }));
    const registers = registersOf({
      people,
      teams: [{ key: 'team', manager: 'HEAD' }],
      measures: [
        { code: '1', team: 'Team' },
        { code: '2', team: 'team' },
      ],
      cycles: [{}],
      returns: ['1', '2'].map((code) => ({
        measure: `PLAN|${code}`,
        period: '2020-21 Q2',
        cycle: cycleKey.toUpperCase(),
        owner: code === '1' ? 'Ann' : 'ANN',
        state: 'Due' as const,
      })),
      notifications: [{ person: 'ANN', cycle: cycleKey.toUpperCase(), step: 'Opening' }],
    });
    const cycle = registers.cycles.get(cycleKey) as Row<'cycles'>;
    expect(ladder(registers, cycle, clock('2020-10-20')).map(({ key }) => key)).toEqual([
      `ann|${cycleKey}|Reminder`,
      `ann|${cycleKey}|Deadline`,
      `head|${cycleKey}|Manager`,
      `head|${cycleKey}|SMT`,
    ]);
  });
});

describe('after downtime', () => {
  it('only the latest step goes out, earlier ones are passed over', () => {
    expect(told({}, clock('2020-10-14')).filter((line) => line.startsWith('bob'))).toEqual([
      'bob: Deadline send',
      'bob: Opening passed over',
      'bob: Reminder passed over',
    ]);
  });
  it('a cycle opened after its own reminder opens, and does not remind', () => {
    const late = { cycle: { opensOn: day('2020-10-12') } };
    expect(told(late, clock('2020-10-12')).filter((line) => line.startsWith('bob'))).toEqual([
      'bob: Opening send',
      'bob: Reminder passed over',
    ]);
  });
  it('a step not yet in the ledger is passed over once a later one is', () => {
    const notifications = [row('bob', 'Reminder')];
    expect(
      told({ notifications }, clock('2020-10-09')).filter((line) => line.startsWith('bob')),
    ).toEqual(['bob: Opening passed over']);
  });
  it('a manager’s and SMT’s steps stand on ladders of their own', () => {
    const lines = told({}, clock('2020-10-19'));
    expect(lines.filter((line) => line.startsWith('repairs-head'))).toEqual([
      'repairs-head: Deadline send',
      'repairs-head: Manager send',
      'repairs-head: Opening passed over',
      'repairs-head: Reminder passed over',
    ]);
    expect(lines).toContain('housing-director: SMT send');
  });
});

describe('what is missing after the deadline', () => {
  const only = (step: string, lines: readonly string[]) =>
    lines.filter((line) => line.includes(step));

  it('the managers of the teams it is missing from are told, the others need not be', () => {
    const answered = { 1: 'Returned', 2: 'Returned' } as const;
    expect(only('Manager', told({ answered }, clock('2020-10-15')))).toEqual([
      'needs-head: Manager not needed',
      'repairs-head: Manager send',
      'streets-head: Manager send',
    ]);
  });
  it('SMT hear of their own directorate, and the chief executive of all', () => {
    const answered = { 5: 'Returned' } as const;
    expect(only('SMT', told({ answered }, clock('2020-10-19')))).toEqual([
      'chief-executive: SMT send',
      'housing-director: SMT send',
      'place-director: SMT not needed',
    ]);
  });
  it('nobody is told before the day', () => {
    expect(only('Manager', told({}, clock('2020-10-14', '23:59')))).toEqual([]);
    expect(only('SMT', told({}, clock('2020-10-18')))).toEqual([]);
  });
});

describe('just before it is sent', () => {
  const wanted = (person: string, step: Row<'notifications'>['step'], said: Council = {}) =>
    stillWanted(council(said), row(person, step));

  it('a reminder to somebody who has just answered all is no longer wanted', () => {
    expect(wanted('bob', 'Reminder')).toBe(true);
    expect(wanted('bob', 'Reminder', { answered: { 3: 'Returned' } })).toBe(false);
  });
  it('a manager’s step is wanted while their own team has something missing', () => {
    expect(wanted('repairs-head', 'Manager', { answered: { 3: 'Returned' } })).toBe(true);
    const answered = { 3: 'Returned', 4: 'Returned' } as const;
    expect(wanted('repairs-head', 'Manager', { answered })).toBe(false);
    expect(wanted('bob', 'Manager')).toBe(false);
  });
  it('SMT’s is wanted while their directorate has', () => {
    expect(wanted('place-director', 'SMT')).toBe(true);
    expect(wanted('place-director', 'SMT', { answered: { 5: 'No data until' } })).toBe(false);
    expect(wanted('chief-executive', 'SMT', { answered: { 5: 'Returned' } })).toBe(true);
    expect(wanted('ann', 'SMT')).toBe(false);
  });
  it('that somebody cannot be reached is worth saying while the cycle is open', () => {
    expect(wanted('needs-head', 'Unreachable')).toBe(true);
    expect(wanted('nobody', 'Unreachable')).toBe(false);
  });
});

const codes = ['1', '2', '3', '4', '5'];
const anyAnswers = fc
  .array(fc.constantFrom('Due', 'Returned', 'No data until', 'Withdrawn'), {
    minLength: 5,
    maxLength: 5,
  })
  .map((states) => Object.fromEntries(codes.map((code, n) => [code, states[n] ?? 'Due'])));
const anyAway = fc.dictionary(
  fc.constantFrom('ann', 'bob', 'dee', 'streets-head'),
  fc.constantFrom('2020-10-05', '2020-10-12', '2020-12-01'),
);
const anyMoment = fc
  .integer({ min: -24, max: 24 * 24 })
  .map((hours) => clock('2020-10-01').add({ hours }));

describe('whatever has been answered, whoever is away, whenever it is', () => {
  it('each person and step is decided once, and nobody is sent two steps of one ladder', () => {
    fc.assert(
      fc.property(anyAnswers, anyAway, anyMoment, (answered, away, now) => {
        const verdicts = climb({ answered, away }, now);
        expect(new Set(verdicts.map(({ key }) => key)).size).toBe(verdicts.length);
        const sent = verdicts
          .filter(({ verdict }) => verdict === 'send')
          .map(
            ({ person, step }) => `${person} ${['Manager', 'SMT'].includes(step) ? step : 'asked'}`,
          );
        expect(new Set(sent).size).toBe(sent.length);
      }),
    );
  });
  it('once decided, nothing is left to decide at that moment', () => {
    fc.assert(
      fc.property(anyAnswers, anyAway, anyMoment, (answered, away, now) => {
        const notifications = climb({ answered, away }, now).map(({ person, step }) =>
          row(person, step),
        );
        expect(told({ answered, away, notifications }, now)).toEqual([]);
      }),
    );
  });
  it('whatever is to be sent is still wanted at that moment, and its person may answer', () => {
    fc.assert(
      fc.property(anyAnswers, anyAway, anyMoment, (answered, away, now) => {
        const registers = council({ answered, away });
        for (const verdict of climb({ answered, away }, now)) {
          if (verdict.verdict === 'send') expect(stillWanted(registers, verdict)).toBe(true);
        }
        for (const asked of registers.returns.values()) {
          for (const person of askedFor(registers, asked, now.toPlainDate())) {
            expect(may({ registers, person, today: null }, 'answer a return', asked)).toBe(true);
          }
        }
      }),
    );
  });
  it('asks exactly those who owe something, by the other way of asking', () => {
    fc.assert(
      fc.property(anyAnswers, anyAway, (answered, away) => {
        const now = clock('2020-10-08');
        const registers = council({ answered, away });
        const sent = climb({ answered, away }, now)
          .filter(({ verdict }) => verdict === 'send')
          .map(({ person }) => person);
        const today = now.toPlainDate();
        const owing = [...registers.people.values()]
          .filter((each) => owedBy(registers, each, today).length > 0)
          .filter((each) => !hasStandIn(each.key, away, today));
        expect(sent.sort()).toEqual(owing.map(({ key }) => key).sort());
      }),
    );
  });
});

/** Somebody away whose deputy is here, or where none is whose manager is: they are asked instead. */
const hasStandIn = (
  person: string,
  away: Readonly<Record<string, string>>,
  today: Temporal.PlainDate,
): boolean => {
  const isAway = (who: string) => (away[who] ?? '') > today.toString();
  const covers: Readonly<Record<string, readonly string[]>> = {
    ann: ['dee', 'needs-head'],
    bob: ['repairs-head'],
    'streets-head': ['dee'],
  };
  return isAway(person) && (covers[person] ?? []).some((each) => !isAway(each));
};

// Rules on lines: risks, overdue actions, assurance and savings, each at its threshold; rules that cannot be
// read; and evidence as it is written and read again.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { EscalationKind } from '../../src/registers/escalation-rules.ts';
import { evidenceText, readEvidence } from '../../src/rules/escalation-evidence-words.ts';
import { ruleFaults, rulesInForce } from '../../src/rules/escalation-rules.ts';
import { closedDates, workingDaysBetween } from '../../src/rules/working-days.ts';
import { closedDayRows } from './bank-holidays.ts';
import { day, look, today } from './given-rule.ts';
import { registersOf } from './table-of.ts';

describe('a risk above appetite', () => {
  const risk = (said: object, threshold: number | null = 1) =>
    look('risk above appetite', threshold, {
      risks: [
        {
          key: 'plan|R',
          plan: 'plan',
          residualLikelihood: 4,
          residualImpact: 4,
          appetite: 15,
          ...said,
        },
      ],
    });
  it('holds from the threshold on, and not where a score or an appetite is not known', () => {
    expect(risk({})?.length).toBe(1);
    expect(risk({ appetite: 16 })?.length).toBe(0);
    expect(risk({}, 2)?.length).toBe(0);
    expect(risk({ appetite: null })?.length).toBe(0);
    expect(risk({ residualImpact: null })?.length).toBe(0);
    expect(risk({ state: 'closed' })?.length).toBe(0);
  });
  it('another review is new evidence, and so is another score', () => {
    const periods = [{}, { reviewedOn: day('2020-10-05') }, { residualImpact: 5 }].map(
      (said) => risk(said)?.[0]?.period,
    );
    expect(new Set(periods).size).toBe(3);
  });
});

describe('an action more than 20 working days overdue', () => {
  const overdue = (dueOn: string, said: object = {}, on = today) =>
    look(
      'action overdue',
      20,
      { actions: [{ key: 'plan|A', plan: 'plan', kind: 'activity', dueOn: day(dueOn), ...said }] },
      { on },
    );
  it('holds the day after the twentieth, and not on it', () => {
    expect(overdue('2020-09-22')?.length).toBe(0);
    expect(overdue('2020-09-21')?.[0]?.evidence().howBad).toBe(
      'Activity due on Mon 21 September 2020: 21 working days overdue.',
    );
  });
  it('not once it is complete, stopped, or has gone forward into a later plan', () => {
    expect(overdue('2020-01-01', { status: 'complete' })?.length).toBe(0);
    expect(overdue('2020-01-01', { status: 'stopped' })?.length).toBe(0);
    const forward = look('action overdue', 20, {
      actions: [
        { key: 'plan|A', plan: 'plan', dueOn: day('2020-01-01') },
        { key: 'next|A', plan: 'next', continues: 'plan|A' },
      ],
    });
    expect(forward?.length).toBe(0);
  });
  test('on any day, as many working days as there are between', () => {
    const closed = closedDates(registersOf({ closedDays: closedDayRows }));
    fc.assert(
      fc.property(fc.nat(90), fc.nat(40), (ago, ahead) => {
        const on = today.add({ days: ahead });
        const due = on.subtract({ days: ago });
        const isOver = workingDaysBetween(due, on, closed) > 20 && ago > 0;
        expect(overdue(due.toString(), {}, on)?.length).toBe(isOver ? 1 : 0);
      }),
      { numRuns: 80 },
    );
  });
});

describe('a service not assured', () => {
  const given = (period: string, said: object) => ({
    key: `plan|team|${period}`,
    plan: 'plan',
    team: 'team',
    period,
    state: 'Given' as const,
    manager: 'ann',
    ...said,
  });
  it('goes by the newest statement alone, and names what is not assured', () => {
    const one = given('2020-21 Q1', { audit: 'not assured', risk: 'partly assured' });
    const found = look('not assured', null, { assurance: [one] }) ?? [];
    expect(found.map((each) => [each.title, each.evidence().howBad])).toEqual([
      ['Assurance: Housing Needs', 'Not assured for 2020-21 Q1: audit. Partly assured: risk.'],
    ]);
    const next = given('2020-21 Q2', { audit: 'assured' });
    expect(look('not assured', null, { assurance: [one, next] })).toEqual([]);
    const due = given('2020-21 Q2', { state: 'Due' });
    expect(look('not assured', null, { assurance: [one, due] })?.length).toBe(1);
  });
});

describe('a saving at risk', () => {
  const saving = (said: object) =>
    look('savings at risk', 10, {
      savings: [{ key: 'plan|S', plan: 'plan', year: '2020-21', required: 200_000, ...said }],
    });
  it('is one whose forecast is short by more than the threshold; not known is not short', () => {
    expect(saving({ forecast: 180_000 })?.length).toBe(0);
    expect(saving({ forecast: 150_000 })?.[0]?.evidence().howBad).toBe(
      'Forecast £150,000 of the £200,000 required in 2020-21: 25% short.',
    );
    expect(saving({ forecast: null })?.length).toBe(0);
    expect(saving({ forecast: 1, year: '2019-20' })?.length).toBe(0);
    expect(saving({ forecast: 1, stage: 'complete' })?.length).toBe(0);
  });
});

describe('a rule that cannot be read', () => {
  const rules = registersOf({
    escalationRules: [
      { key: 'good', kind: 'action overdue', route: 'SMT' },
      { key: 'off', kind: 'nonsense' as EscalationKind, route: 'SMT', off: true },
      { key: 'kind', kind: 'nonsense' as EscalationKind, route: 'SMT' },
      { key: 'route', kind: 'not assured', route: 'everybody' as 'SMT' },
      { key: 'half', kind: 'not assured', route: 'SMT', threshold: 1.5 },
      { key: 'none', kind: 'red on new figures running', route: 'SMT', threshold: 0 },
      { key: 'plan', kind: 'not assured', route: 'SMT', plan: 'elsewhere' },
    ],
  });
  it('is told of by its code, and keeps no other from its work', () => {
    expect(rulesInForce(rules).map(({ rule }) => rule.key)).toEqual(['good']);
    expect(ruleFaults(rules)).toHaveLength(5);
    expect(ruleFaults(rules)[0]).toBe(
      'The escalation rule kind is not applied: its Kind is none that is known. Put it right in Escalation rules.',
    );
  });
});

test('evidence is read as it was written, and what somebody wrote by hand is shown', () => {
  const evidence = {
    howBad: 'Off target.',
    howLong: null,
    said: 'Why: two left',
    promised: 'Recruit',
    became: 'Complete',
    caveat: null,
  };
  expect(readEvidence(evidenceText(evidence))).toEqual(evidence);
  expect(readEvidence('Anything\nSaid of it: x')).toMatchObject({ howBad: 'Anything', said: 'x' });
});

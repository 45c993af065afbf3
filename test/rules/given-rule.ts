// A plan's rows with one rule over them, for tests of for which lines a rule holds.
import type { EscalationKind } from '../../src/registers/escalation-rules.ts';
import { casesOf } from '../../src/rules/escalation-evidence.ts';
import { rulesInForce } from '../../src/rules/escalation-rules.ts';
import { closedDayRows } from './bank-holidays.ts';
import { type Rows, registersOf } from './table-of.ts';

export const day = (text: string) => Temporal.PlainDate.from(text);
export const today = day('2020-10-20');

export const look = (
  kind: EscalationKind,
  threshold: number | null,
  rows: Rows,
  { on = today, plan = 'plan' } = {},
) => {
  const registers = registersOf({
    closedDays: closedDayRows,
    teams: [{ key: 'team', title: 'Housing Needs' }],
    people: [{ key: 'ann', objectId: 'a', title: 'Head of Lettings' }],
    escalationRules: [{ key: 'r', kind, threshold, route: 'SMT' }],
    ...rows,
  });
  const [rule] = rulesInForce(registers);
  return rule ? casesOf({ registers, plan, rule, today: on }) : null;
};

// An owner gives the recovery plan that was required: what, who and by when, as a row of Actions that is
// reported on like any other until it is done.
import type { Escalation } from '../registers/escalations.ts';
import { lineName } from '../registers/line-name.ts';
import type { Change, Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { hasLeft } from '../rules/away.ts';
import { lineOf, teamOfLine } from '../rules/escalations-about.ts';
import { lastOf } from '../rules/escalations-history.ts';
import { mayAnswerIt } from '../rules/escalations-may.ts';
import { asExempt } from './as-exempt.ts';
import { change } from './change.ts';
import {
  type Acted,
  type Acting,
  mayAct,
  readDayAhead,
  readSaying,
  takeAct,
} from './escalation-act.ts';
import { answerMessage, queuedChange } from './escalation-messages.ts';
import type { Ports } from './ports.ts';
import { type Refused, refused } from './refused.ts';

export type GivingPlan = Acting & {
  readonly what: string;
  /** Who does it: a person key; blank is whoever gives the plan. */
  readonly owner: string;
  /** ISO date, as typed. */
  readonly dueOn: string;
  /** How many had been required when the card was drawn: a plan answers the last of them. */
  readonly required: number;
};

/** An action is read as one line of a list, by its name. */
const longestPlan = 255;

/** Of whoever answers for the line today. It comes back to who required it, as an answer does. */
export const givePlan = async (ports: Ports, giving: GivingPlan): Promise<Acted | Refused> => {
  const may = mayAct(ports, giving, 'give plan');
  if (may.outcome === 'refused') return may;
  const said = readSaying(giving.what.replace(/\s+/g, ' '), 'plan', longestPlan);
  if ('outcome' in said) return said;
  const registers = ports.replica.registers();
  const now = ports.clock.now();
  const today = now.toPlainDate();
  const by = readDayAhead(giving.dueOn, today);
  if ('outcome' in by) return by;
  const owner = registers.people.get(giving.owner.trim() || giving.by);
  if (owner === undefined || hasLeft(owner, today))
    return refused({ reason: 'nobody by that name' });
  const { escalation } = may;
  const number = Math.max(1, giving.required);
  const key = planKey(registers, escalation, number);
  const question = lastOf(registers, escalation.key, 'plan required');
  if (!mayAnswerIt(registers, may, { asked: question, today }))
    return refused({ reason: 'not yours' });
  const message = question && answerMessage(registers, { escalation, question }, now);
  return takeAct(ports, {
    acting: giving,
    may,
    act: 'give plan',
    happened: {
      event: 'plan given',
      number,
      words: `${said.words} (${owner.title})`,
      to: question?.by ?? null,
      dueOn: by.day,
      answers: question?.key ?? null,
    },
    set: { state: 'Answered', recovery: key },
    besides: [
      planRow(registers, escalation, {
        key,
        what: said.words,
        owner: owner.key,
        by: by.day,
        today,
      }),
      ...(message ? [queuedChange(registers, message, now)] : []),
    ],
    message: message ?? null,
  });
};

/** Under a code of its own, beside any other of the plan's actions. */
const planKey = (registers: Registers, escalation: Escalation, number: number): string => {
  const { plan, line, period } = escalation;
  const of = (line ?? '').split('|').at(-1) ?? '';
  const room = 200 - plan.length;
  const plain = `${plan}|Recovery ${of} ${period ?? ''}`
    .trim()
    .slice(0, plan.length + Math.max(20, room));
  const first = Math.max(number, placeOf(registers, escalation));
  let key = first === 1 ? plain : `${plain} (${first})`;
  for (let nth = first + 1; registers.actions.get(key) !== undefined; nth += 1)
    key = `${plain} (${nth})`;
  return key;
};

/** Among those of the same line and figures that wait for a plan: two given at one moment are two rows. */
const placeOf = (registers: Registers, { key, plan, line, period }: Escalation): number =>
  registers.escalations
    .where('line', line ?? '')
    .filter((each) => sameKey(each.plan, plan) && each.period === period)
    .filter(({ planDueOn, recovery }) => planDueOn !== null && recovery === null)
    .map((each) => each.key)
    .toSorted()
    .indexOf(key) + 1;

type Row = {
  readonly key: string;
  readonly what: string;
  readonly owner: string;
  readonly by: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
};

const planRow = (
  registers: Registers,
  escalation: Escalation,
  { key, what, owner, by, today }: Row,
): Change => {
  const line = lineOf(registers, escalation);
  return change('actions', key, {
    ...asExempt([escalation]),
    title: what,
    plan: escalation.plan,
    code: key.slice(escalation.plan.length + 1),
    kind: 'recovery plan',
    serves: line === null ? [] : [lineName(line)],
    team: teamOfLine(registers, line),
    owner,
    startsOn: today,
    dueOn: by,
    status: 'not started',
    percent: 0,
  });
};

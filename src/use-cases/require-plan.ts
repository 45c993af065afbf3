// A director requires a recovery plan by a day: the owner is asked for it on a card, and it is followed
// until it is done.
import { ownersOf } from '../rules/escalations-about.ts';
import {
  type Acted,
  type Acting,
  eventKey,
  faulty,
  mayAct,
  readDayAhead,
  readSaying,
  seenSet,
  takeAct,
} from './escalation-act.ts';
import { questionMessage, queuedChange } from './escalation-messages.ts';
import type { Ports } from './ports.ts';
import type { Refused } from './refused.ts';

export type RequiringPlan = Acting & {
  /** ISO date, as typed: the day by which the plan is to be there. */
  readonly dueOn: string;
  /** What it is to put right. */
  readonly because: string;
  /** How many had been required when this was written. */
  readonly required: number;
};

export const longestBecause = 500;

/** Of those it was taken to; not while a plan that was required before is still to come or to be done. */
export const requirePlan = async (
  ports: Ports,
  requiring: RequiringPlan,
): Promise<Acted | Refused> => {
  const may = mayAct(ports, requiring, 'require plan');
  if (may.outcome === 'refused') return may;
  const now = ports.clock.now();
  const today = now.toPlainDate();
  const by = readDayAhead(requiring.dueOn, today);
  if ('outcome' in by) return by;
  const said = readSaying(requiring.because, 'reason', longestBecause);
  if ('outcome' in said) return said;
  const { escalation } = may;
  const registers = ports.replica.registers();
  const [to] = ownersOf(registers, escalation, today);
  if (to === undefined) return faulty({ is: 'nobody to ask' });
  const number = requiring.required + 1;
  const question = eventKey(escalation.key, 'plan required', number);
  const message = questionMessage(registers, { escalation, to: to.key, question });
  return takeAct(ports, {
    acting: requiring,
    may,
    act: 'require plan',
    happened: {
      event: 'plan required',
      number,
      words: said.words,
      to: to.key,
      dueOn: by.day,
    },
    set: { ...seenSet(escalation, now.toInstant()), planDueOn: by.day, recovery: null },
    besides: message === null ? [] : [queuedChange(registers, message, now)],
    message,
  });
};

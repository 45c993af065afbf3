// A director asks about an escalation: the question goes to whoever answers for the line today as a card,
// and waits on the escalation until it is answered.
import type { EscalationEvent } from '../registers/escalation-history.ts';
import { ownersOf } from '../rules/escalations-about.ts';
import {
  type Acted,
  type Acting,
  eventKey,
  faulty,
  mayAct,
  readSaying,
  seenSet,
  takeAct,
} from './escalation-act.ts';
import { questionMessage, queuedChange } from './escalation-messages.ts';
import type { Ports } from './ports.ts';
import type { Refused } from './refused.ts';

export type Asking = Acting & {
  readonly question: string;
  /** How many had been asked when the question was written: of two at once one is told of the other. */
  readonly asked: number;
};
export type Asked = Acted & { readonly question: EscalationEvent | null };

export const longestQuestion = 500;

/** Of those it was taken to, and who stands in for them. A question counts as having seen it. */
export const askAbout = async (ports: Ports, asking: Asking): Promise<Asked | Refused> => {
  const may = mayAct(ports, asking, 'ask');
  if (may.outcome === 'refused') return may;
  const said = readSaying(asking.question, 'question', longestQuestion);
  if ('outcome' in said) return said;
  const { escalation } = may;
  const registers = ports.replica.registers();
  const now = ports.clock.now();
  const [to] = ownersOf(registers, escalation, now.toPlainDate());
  if (to === undefined) return faulty({ is: 'nobody to ask' });
  const key = eventKey(escalation.key, 'asked', asking.asked + 1);
  const message = questionMessage(registers, { escalation, to: to.key, question: key });
  const done = await takeAct(ports, {
    acting: asking,
    may,
    act: 'ask',
    happened: { event: 'asked', number: asking.asked + 1, words: said.words, to: to.key },
    set: seenSet(escalation, now.toInstant()),
    besides: message === null ? [] : [queuedChange(registers, message, now)],
    message,
  });
  if (done.outcome === 'refused') return done;
  return { ...done, question: ports.replica.registers().escalationHistory.get(key) ?? null };
};

// The messages of escalations: a question to an owner, the answer to who asked, and their rows in the ledger.
// What is sent when is decided where it is asked or answered.
import type { EscalationEvent } from '../registers/escalation-history.ts';
import type { Escalation } from '../registers/escalations.ts';
import type { Change, Registers } from '../registers/registers.ts';
import { hasLeft } from '../rules/away.ts';
import { cycleToWriteIn } from '../rules/escalations-cycle.ts';
import { markOf } from '../rules/escalations-wanted.ts';
import { change } from './change.ts';
import { messageKey } from './message-key.ts';
import type { Message, Ports } from './ports.ts';

type Now = ReturnType<Ports['clock']['now']>;

/** Null where no cycle of the plan has opened: it waits in the tab. */
export const questionMessage = (
  registers: Registers,
  {
    escalation,
    to,
    question,
  }: { readonly escalation: Escalation; readonly to: string; readonly question: string },
): Message | null =>
  escalationMessage(registers, escalation, { person: to, step: 'Question', about: question });

/** To who asked, while they are still there, else to who the escalation was taken to. */
export const answerMessage = (
  registers: Registers,
  { escalation, question }: { readonly escalation: Escalation; readonly question: EscalationEvent },
  now: Now,
): Message | null => {
  const person = [question.by, escalation.person].find((key) => {
    const found = key === null ? undefined : registers.people.get(key);
    return found !== undefined && !hasLeft(found, now.toPlainDate());
  });
  if (!person) return null;
  return escalationMessage(registers, escalation, { person, step: 'Answer', about: question.key });
};

type Saying = {
  readonly person: string;
  readonly step: 'Question' | 'Answer';
  /** The key of the question in Escalation history. */
  readonly about: string;
};

const escalationMessage = (
  registers: Registers,
  { plan }: Escalation,
  { person, step, about }: Saying,
): Message | null => {
  const cycle = cycleToWriteIn(registers, plan);
  if (cycle === null) return null;
  return { person, cycle: cycle.key, step, about: markOf(about), on: null, replaces: null };
};

/** Its row in the ledger, queued; written in the entry that carries the message. */
export const queuedChange = (registers: Registers, message: Message, now: Now): Change => {
  const cycle = registers.cycles.get(message.cycle);
  return change('notifications', messageKey(message), {
    title: `${message.step} ${cycle?.period ?? ''}`.trim(),
    plan: cycle?.plan ?? '',
    person: message.person,
    cycle: message.cycle,
    step: message.step,
    about: message.about,
    on: message.on ? Temporal.PlainDate.from(message.on) : null,
    state: 'Queued',
    fellDueAt: now.toInstant(),
    attempts: 0,
  });
};

// Whether a message about an escalation is still worth sending, asked again just before it goes.
import type { EscalationEvent } from '../registers/escalation-history.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import type { Step } from '../registers/words.ts';
import { hasLeft } from './away.ts';
import { digestLines } from './digest.ts';
import { historyOfEscalation, openQuestions } from './escalations-history.ts';
import { fingerprintOfLines } from './fingerprint.ts';

export const escalationSteps = ['Digest', 'Urgent', 'Question', 'Answer'] as const;
export type EscalationStep = (typeof escalationSteps)[number];

/** The steps that go by no cycle's course: they are worth sending after it has closed, too. */
export const isEscalationStep = (step: Step): step is EscalationStep =>
  (escalationSteps as readonly string[]).includes(step);

/** What a message is known by that is about a row whose key is too long to be part of its own. */
export const markOf = (key: string): string => fingerprintOfLines([key.toLowerCase()]);

/** The question, or the plan that was required, which a message is about; null where there is none. */
export const eventOfMark = (registers: Registers, mark: string | null): EscalationEvent | null => {
  if (mark === null) return null;
  for (const event of registers.escalationHistory.values())
    if ((event.event === 'asked' || event.event === 'plan required') && markOf(event.key) === mark)
      return event;
  return null;
};

type Asked = { readonly step: EscalationStep; readonly about?: string | null };

/** `today` null: on any day, whoever is away, back or gone by then. */
export const escalationWanted = (
  registers: Registers,
  person: Person,
  { step, about = null, today }: Asked & { readonly today: Temporal.PlainDate | null },
): boolean => {
  if (today !== null && hasLeft(person, today)) return false;
  if (step === 'Answer') return true;
  if (step === 'Question') return stillAsked(registers, eventOfMark(registers, about));
  if (today === null) return true;
  return digestLines(registers, person, today).some((each) => step === 'Digest' || each.urgent);
};

/** A question without an answer, or a plan that has not been given, of what is not closed. */
const stillAsked = (registers: Registers, asked: EscalationEvent | null): boolean => {
  const escalation = asked === null ? undefined : registers.escalations.get(asked.escalation);
  if (asked === null || escalation === undefined || escalation.state === 'Closed') return false;
  if (asked.event === 'asked')
    return openQuestions(registers, escalation.key).some(({ key }) => key === asked.key);
  const last = historyOfEscalation(registers, escalation.key).findLast(
    ({ event }) => event === 'plan required',
  );
  return escalation.recovery === null && last?.key === asked.key;
};

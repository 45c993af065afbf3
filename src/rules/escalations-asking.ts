// What escalations ask of a person: the recovery plans required of them, the first due first, and the questions
// put to them. Who may answer which is decided in escalations-may.ts; how it is said, by card and tab.
import type { EscalationEvent } from '../registers/escalation-history.ts';
import type { Escalation } from '../registers/escalations.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import type { EscalationShown } from './escalations-for.ts';
import { lastOf } from './escalations-history.ts';
import { mayAnswerIt } from './escalations-may.ts';

type Reading = {
  readonly registers: Registers;
  readonly person: Person;
  readonly today: Temporal.PlainDate;
};

/** A question, by the row of the history that asked it. */
export type QuestionAsked = { readonly escalation: Escalation; readonly asked: EscalationEvent };
/** A plan is due by what its escalation says, whether or not its history still tells who required it. */
export type PlanAsked = {
  readonly escalation: Escalation;
  readonly asked: EscalationEvent | undefined;
  readonly dueOn: Temporal.PlainDate;
};

export type AskedOfPerson = {
  readonly plans: readonly PlanAsked[];
  readonly questions: readonly QuestionAsked[];
};

/** Of those `shown` to the person, what waits for their answer: nobody else's, and nothing answered. */
export const askedByEscalations = (
  reading: Reading,
  shown: readonly EscalationShown[],
): AskedOfPerson => ({
  plans: shown
    .flatMap((each) => planOf(reading, each))
    .toSorted((one, other) => Temporal.PlainDate.compare(one.dueOn, other.dueOn)),
  questions: shown.flatMap((each) => questionsOf(reading, each)),
});

const planOf = (reading: Reading, { escalation, may }: EscalationShown): readonly PlanAsked[] => {
  const { key, planDueOn } = escalation;
  const asked = lastOf(reading.registers, key, 'plan required');
  if (planDueOn === null || !may.includes('give plan')) return [];
  return isTheirs(reading, { escalation, asked }) ? [{ escalation, asked, dueOn: planDueOn }] : [];
};

const questionsOf = (
  reading: Reading,
  { escalation, may, questions }: EscalationShown,
): readonly QuestionAsked[] =>
  may.includes('reply')
    ? questions
        .filter(({ answered }) => answered === null)
        .map(({ asked }) => ({ escalation, asked }))
        .filter((each) => isTheirs(reading, each))
    : [];

const isTheirs = (
  { registers, person, today }: Reading,
  { escalation, asked }: Pick<PlanAsked, 'escalation' | 'asked'>,
): boolean => mayAnswerIt(registers, { person, escalation }, { asked, today });

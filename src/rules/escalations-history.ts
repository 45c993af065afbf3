// What was said and done about an escalation, in order, and which of its questions wait for an answer.
import type { EscalationEvent, EscalationEventKind } from '../registers/escalation-history.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';

type Reading = Pick<Registers, 'escalationHistory'>;

/** Oldest first; of one moment, in the order things are done. */
export const historyOfEscalation = (registers: Reading, key: string): readonly EscalationEvent[] =>
  registers.escalationHistory
    .where('escalation', key)
    .toSorted(
      (one, other) =>
        Temporal.Instant.compare(one.at, other.at) ||
        order.indexOf(one.event) - order.indexOf(other.event) ||
        numberOf(one) - numberOf(other),
    );

const order: readonly EscalationEventKind[] = [
  'raised',
  'told',
  'acknowledged',
  'asked',
  'answered',
  'plan required',
  'plan given',
  'support offered',
  'accepted',
  'closed',
];

/** An event's key ends with which of its kind it is. */
const numberOf = ({ key }: EscalationEvent): number => Number(key.split('|').at(-1)) || 0;

/** How many there are of a kind: the next is one more, and of two at once only one is. */
export const countOf = (registers: Reading, key: string, event: EscalationEventKind): number =>
  registers.escalationHistory.where('escalation', key).filter((each) => each.event === event)
    .length;

export type QuestionAsked = {
  readonly asked: EscalationEvent;
  /** Null while it waits. */
  readonly answered: EscalationEvent | null;
};

export const questionsOf = (registers: Reading, key: string): readonly QuestionAsked[] => {
  const events = historyOfEscalation(registers, key);
  return events
    .filter(({ event }) => event === 'asked')
    .map((asked) => ({
      asked,
      answered: events.find((each) => sameKey(each.answers, asked.key)) ?? null,
    }));
};

export const openQuestions = (registers: Reading, key: string): readonly EscalationEvent[] =>
  questionsOf(registers, key).flatMap(({ asked, answered }) => (answered === null ? [asked] : []));

/** The newest of a kind; undefined where there is none. */
export const lastOf = (
  registers: Reading,
  key: string,
  event: EscalationEventKind,
): EscalationEvent | undefined =>
  historyOfEscalation(registers, key).findLast((each) => each.event === event);

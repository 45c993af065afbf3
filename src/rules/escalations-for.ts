// The escalations a person has before them: what was taken to them or to whom they stand in for, what they
// are asked about, and for the performance team all there are.
import type { EscalationRule } from '../registers/escalation-rules.ts';
import type { Escalation } from '../registers/escalations.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { capacitiesIn, type EscalationAs } from './escalation-capacities.ts';
import { type EscalationEvidence, readEvidence } from './escalation-evidence-words.ts';
import { type Kind, kindOf, ownersOf, ruleOf } from './escalations-about.ts';
import { type QuestionAsked, questionsOf } from './escalations-history.ts';
import { actsOn, type EscalationAct } from './escalations-may.ts';
import { mostSeriousFirst } from './escalations-order.ts';
import { may } from './rights.ts';

export { historyOfEscalation } from './escalations-history.ts';

export type EscalationShown = {
  readonly escalation: Escalation;
  readonly kind: Kind;
  /** Null of a missing return, and of a rule that is on the register no more. */
  readonly rule: EscalationRule | null;
  /** Every capacity this person has in it, the weightiest first. */
  readonly as: readonly EscalationAs[];
  /** What they may do about it now; the use case asks again. */
  readonly may: readonly EscalationAct[];
  /** Who is asked about it today: the owner, or who covers for them. */
  readonly askedOf: readonly Person[];
  /** As it stood when it was raised. */
  readonly evidence: EscalationEvidence;
  readonly questions: readonly QuestionAsked[];
};

/**
 * What needs this person first, most serious first; then what waits for others; what is closed last,
 * newest first.
 */
export const escalationsFor = (
  registers: Registers,
  person: Person,
  today: Temporal.PlainDate,
): readonly EscalationShown[] => {
  const asking = { registers, person, today };
  const shown = [...registers.escalations.values()].flatMap((escalation) =>
    may(asking, 'see an escalation', escalation)
      ? [{ escalation, as: capacitiesIn(registers, { person, escalation }, today) }]
      : [],
  );
  const inOrder = mostSeriousFirst(
    registers,
    shown.map(({ escalation }) => escalation),
  );
  const capacities = new Map(shown.map(({ escalation, as }) => [escalation.key, as]));
  return inOrder
    .map((escalation) => ({
      escalation,
      kind: kindOf(registers, escalation),
      rule: ruleOf(registers, escalation),
      as: capacities.get(escalation.key) ?? [],
      may: actsOn(registers, { person, escalation }, today),
      askedOf: ownersOf(registers, escalation, today),
      evidence: readEvidence(escalation.evidence),
      questions: questionsOf(registers, escalation.key),
    }))
    .toSorted((one, other) => turnOf(one) - turnOf(other));
};

/** Whose turn it is: theirs, somebody else's, nobody's. */
const turnOf = ({ escalation, may }: EscalationShown): number => {
  if (escalation.state === 'Closed') return 2;
  return may.some((act) => act === 'acknowledge' || act === 'reply' || act === 'give plan') ? 0 : 1;
};

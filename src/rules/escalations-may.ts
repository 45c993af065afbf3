// What a person may do about an escalation now: what is theirs to do by the table of rights, and what it waits
// for as it stands. Worked out afresh at every action; a card or a page never carries it.
import type { EscalationEvent } from '../registers/escalation-history.ts';
import type { Escalation } from '../registers/escalations.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import type { Concerning } from './escalation-capacities.ts';
import { kindOf, ownerOf, ownersOf, supportNamed } from './escalations-about.ts';
import { openQuestions } from './escalations-history.ts';
import { isOpen } from './promise.ts';
import { may } from './rights.ts';
import { escalating } from './rights-of.ts';

export const escalationActs = [
  'acknowledge',
  'ask',
  'reply',
  'require plan',
  'give plan',
  'accept',
  'offer support',
] as const;
export type EscalationAct = (typeof escalationActs)[number];

/** What they may do about it now; none once it is closed. */
export const actsOn = (
  registers: Registers,
  concerning: Concerning,
  today: Temporal.PlainDate,
): readonly EscalationAct[] => {
  const { person, escalation } = concerning;
  if (escalation.state === 'Closed') return [];
  const kind = kindOf(registers, escalation);
  const waits: { readonly [A in EscalationAct]: () => boolean } = {
    acknowledge: () => escalation.state === 'Open',
    ask: () => true,
    reply: () => openQuestions(registers, escalation.key).length > 0,
    'require plan': () => kind !== 'missing return' && !planStands(registers, escalation),
    'give plan': () => escalation.planDueOn !== null && escalation.recovery === null,
    accept: () => kind === 'no further action',
    'offer support': () => kind === 'not assured' && supportNamed(registers, escalation) === null,
  };
  return escalationActs.filter(
    (act) => waits[act]() && may({ registers, person, today }, escalating[act], escalation),
  );
};

/** Whether it is theirs to answer: they are asked about the line today, or it was put to them. */
export const mayAnswerIt = (
  registers: Registers,
  { person, escalation }: Concerning,
  {
    asked,
    today,
  }: { readonly asked: EscalationEvent | undefined; readonly today: Temporal.PlainDate },
): boolean =>
  sameKey(asked?.to ?? null, person.key) ||
  sameKey(ownerOf(registers, escalation), person.key) ||
  ownersOf(registers, escalation, today).some(({ key }) => key === person.key);

/** A plan that was required is still to come, or to be done. */
const planStands = (registers: Registers, { planDueOn, recovery }: Escalation): boolean => {
  if (planDueOn === null) return false;
  const action = recovery === null ? undefined : registers.actions.get(recovery);
  return action === undefined || isOpen(action);
};

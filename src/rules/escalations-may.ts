// What a person may do about an escalation now: those it was taken to, those who stand in for them, and
// whoever is asked about it. Worked out afresh at every action; a card or a page never carries it.
import type { EscalationEvent } from '../registers/escalation-history.ts';
import type { Escalation } from '../registers/escalations.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { mayRead } from './access.ts';
import { hasLeft } from './away.ts';
import { kindOf, ownerOf, ownersOf, supportNamed } from './escalations-about.ts';
import { openQuestions } from './escalations-history.ts';
import { isOpen } from './promise.ts';
import { isPerformanceTeam, standsInFor } from './roles.ts';

/** `told`: it was taken to them; `owner`: they, or whoever they stand in for, are asked about it. */
export type EscalationAs = 'told' | 'deputy' | 'owner' | 'performance team';

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

/** Every capacity a person has in it, the weightiest first; none: it is nothing to them. */
export const capacitiesIn = (
  registers: Registers,
  { person, escalation }: Concerning,
  today: Temporal.PlainDate,
): readonly EscalationAs[] => {
  if (hasLeft(person, today)) return [];
  const told = registers.people.get(escalation.person);
  const isTold = sameKey(escalation.person, person.key);
  const isDeputy =
    told !== undefined &&
    standsInFor(registers, { person, principal: told }, today) &&
    mayRead(registers, person, { register: 'escalations', row: escalation });
  const isAsked =
    ownersOf(registers, escalation, today).some(({ key }) => key === person.key) ||
    sameKey(ownerOf(registers, escalation), person.key) ||
    wasAsked(registers, { person, escalation });
  return [
    ...(isTold ? ['told' as const] : []),
    ...(isDeputy ? ['deputy' as const] : []),
    ...(isAsked ? ['owner' as const] : []),
    ...(isPerformanceTeam(person) ? ['performance team' as const] : []),
  ];
};

export type Concerning = { readonly person: Person; readonly escalation: Escalation };

/** What they may do about it now; none once it is closed. */
export const actsOn = (
  registers: Registers,
  concerning: Concerning,
  today: Temporal.PlainDate,
): readonly EscalationAct[] => {
  const { escalation } = concerning;
  if (escalation.state === 'Closed') return [];
  const as = capacitiesIn(registers, concerning, today);
  const answersFor = as.includes('told') || as.includes('deputy');
  const kind = kindOf(registers, escalation);
  const holds: { readonly [A in EscalationAct]: boolean } = {
    acknowledge: answersFor && escalation.state === 'Open',
    ask: answersFor,
    reply: as.includes('owner') && openQuestions(registers, escalation.key).length > 0,
    'require plan': answersFor && kind !== 'missing return' && !planStands(registers, escalation),
    'give plan':
      as.includes('owner') && escalation.planDueOn !== null && escalation.recovery === null,
    accept: answersFor && kind === 'no further action' && !saidIt(registers, concerning),
    'offer support':
      (answersFor || as.includes('performance team')) &&
      kind === 'not assured' &&
      supportNamed(registers, escalation) === null,
  };
  return escalationActs.filter((act) => holds[act]);
};

/** Whoever was sent a question may answer it, though they stand in for nobody by then. */
const wasAsked = (registers: Registers, { person, escalation }: Concerning): boolean =>
  registers.escalationHistory
    .where('to', person.key)
    .some(
      (each) =>
        sameKey(each.escalation, escalation.key) &&
        (each.event === 'asked' || each.event === 'plan required'),
    );

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

/** Nobody accepts their own reason for doing nothing further. */
const saidIt = (registers: Registers, { person, escalation }: Concerning): boolean => {
  const answered =
    escalation.return === null ? undefined : registers.returns.get(escalation.return);
  return answered !== undefined && sameKey(answered.returnedBy, person.key);
};

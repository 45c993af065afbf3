// What an escalation is to a person: taken to them, to somebody they stand in for, or asked of them. What
// each of these may do is in the table of rights.
import type { Escalation } from '../registers/escalations.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { mayRead } from './access.ts';
import { hasLeft } from './away.ts';
import { ownerOf, ownersOf } from './escalations-about.ts';
import { isPerformanceTeam, standsInFor } from './roles.ts';

/** `told`: it was taken to them; `owner`: they, or whoever they stand in for, are asked about it. */
export type EscalationAs = 'told' | 'deputy' | 'owner' | 'performance team';

export type Concerning = { readonly person: Person; readonly escalation: Escalation };

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

/** Whoever was sent a question may answer it, though they stand in for nobody by then. */
const wasAsked = (registers: Registers, { person, escalation }: Concerning): boolean =>
  registers.escalationHistory
    .where('to', person.key)
    .some(
      (each) =>
        sameKey(each.escalation, escalation.key) &&
        (each.event === 'asked' || each.event === 'plan required'),
    );

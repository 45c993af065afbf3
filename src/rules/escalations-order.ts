// Which escalation comes first where a person has several: urgent ones, then what has not been seen, then
// by what the rule is about, then the longest standing.
import type { EscalationKind } from '../registers/escalation-rules.ts';
import type { Escalation } from '../registers/escalations.ts';
import type { Registers } from '../registers/registers.ts';
import { kindOf } from './escalations-about.ts';

const gravest: readonly EscalationKind[] = [
  'not assured',
  'risk above appetite',
  'red on new figures running',
  'fall of RAG steps',
  'savings at risk',
  'missing return',
  'action overdue',
  'no further action',
];

/** Closed ones last, the newest closed first. */
export const mostSeriousFirst = (
  registers: Pick<Registers, 'escalationRules'>,
  escalations: readonly Escalation[],
): readonly Escalation[] =>
  escalations
    .map((each) => ({ each, weight: weightOf(registers, each) }))
    .toSorted(
      (one, other) => compare(one.weight, other.weight) || (one.each.key < other.each.key ? -1 : 1),
    )
    .map(({ each }) => each);

const weightOf = (
  registers: Pick<Registers, 'escalationRules'>,
  escalation: Escalation,
): readonly number[] => {
  if (escalation.state === 'Closed')
    return [1, -(escalation.closedAt ?? escalation.raisedAt).epochMilliseconds];
  const kind = kindOf(registers, escalation);
  return [
    0,
    escalation.urgent ? 0 : 1,
    escalation.state === 'Open' ? 0 : 1,
    kind === null ? gravest.length : gravest.indexOf(kind),
    escalation.raisedAt.epochMilliseconds,
  ];
};

const compare = (one: readonly number[], other: readonly number[]): number => {
  for (const [at, weight] of one.entries()) {
    const by = weight - (other[at] ?? 0);
    if (by !== 0) return by;
  }
  return 0;
};

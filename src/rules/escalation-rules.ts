// Which rules of Escalation rules are in force, and what keeps one from being read. A rule that cannot be
// read is told of, and keeps no other from its work.
import {
  type EscalationKind,
  type EscalationRule,
  escalationKinds,
  escalationRoutes,
} from '../registers/escalation-rules.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';

export type RuleInForce = {
  readonly rule: EscalationRule;
  readonly kind: EscalationKind;
  readonly route: (typeof escalationRoutes)[number];
  /** As the kind counts: figures, steps, points, working days, per cent, statements. */
  readonly threshold: number;
};

/** What a blank threshold means, and what one may be; a missing return and no action have none. */
const thresholds: {
  readonly [K in EscalationKind]: {
    readonly usual: number;
    readonly least: number;
    readonly whole: boolean;
  };
} = {
  'missing return': { usual: 0, least: 0, whole: true },
  'red on new figures running': { usual: 2, least: 1, whole: true },
  'fall of RAG steps': { usual: 2, least: 1, whole: true },
  'risk above appetite': { usual: 1, least: 1, whole: true },
  'action overdue': { usual: 20, least: 0, whole: true },
  'not assured': { usual: 1, least: 1, whole: true },
  'savings at risk': { usual: 10, least: 0, whole: false },
  'no further action': { usual: 0, least: 0, whole: true },
};

export const rulesInForce = (
  registers: Pick<Registers, 'escalationRules' | 'plans'>,
): readonly RuleInForce[] =>
  [...registers.escalationRules.values()].flatMap((rule) => {
    if (rule.off || faultOf(registers, rule) !== null) return [];
    const { kind, route } = rule;
    return [{ rule, kind, route, threshold: rule.threshold ?? thresholds[kind].usual }];
  });

/** In sentences an administrator can act on; none where every rule that is not off can be read. */
export const ruleFaults = (
  registers: Pick<Registers, 'escalationRules' | 'plans'>,
): readonly string[] =>
  [...registers.escalationRules.values()].flatMap((rule) => {
    const fault = rule.off ? null : faultOf(registers, rule);
    return fault === null
      ? []
      : [
          `The escalation rule ${rule.key} is not applied: ${fault}. Put it right in Escalation rules.`,
        ];
  });

/** A list edited by hand may hold anything. */
const faultOf = (
  registers: Pick<Registers, 'plans'>,
  { kind, route, plan, threshold }: EscalationRule,
): string | null => {
  if (!escalationKinds.includes(kind)) return 'its Kind is none that is known';
  if (!escalationRoutes.includes(route)) return 'Goes to is none that is known';
  if (plan !== null && registers.plans.get(plan) === undefined) return `there is no plan ${plan}`;
  const { least, whole } = thresholds[kind];
  if (threshold === null) return null;
  if (!Number.isFinite(threshold) || threshold < least)
    return `its Threshold has to be ${least} or more`;
  return whole && !Number.isInteger(threshold) ? 'its Threshold has to be a whole number' : null;
};

/** A rule without a plan is every plan's. */
export const appliesTo = ({ rule }: RuleInForce, plan: string): boolean =>
  rule.plan === null || sameKey(rule.plan, plan);

/** Whether missing returns of a plan are not to be taken anywhere: every rule that says so is off. */
export const missingReturnsAreOff = (
  registers: Pick<Registers, 'escalationRules'>,
  plan: string,
): boolean => {
  const said = [...registers.escalationRules.values()].filter(
    (rule) => rule.kind === 'missing return' && (rule.plan === null || sameKey(rule.plan, plan)),
  );
  return said.length > 0 && said.every(({ off }) => off);
};

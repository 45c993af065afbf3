// For which lines of a plan a rule holds today, by its kind.
import type { EscalationKind } from '../registers/escalation-rules.ts';
import type { Case, Looking } from './escalation-case.ts';
import { fallsOfSteps, nothingFurther, redRunning } from './escalation-evidence-figures.ts';
import {
  actionsOverdue,
  notAssured,
  risksAboveAppetite,
  savingsAtRisk,
} from './escalation-evidence-lines.ts';

/** The ladder raises missing returns (escalations.ts). */
const looked: { readonly [K in EscalationKind]: (looking: Looking) => readonly Case[] } = {
  'missing return': () => [],
  'red on new figures running': redRunning,
  'fall of RAG steps': fallsOfSteps,
  'risk above appetite': risksAboveAppetite,
  'action overdue': actionsOverdue,
  'not assured': notAssured,
  'savings at risk': savingsAtRisk,
  'no further action': nothingFurther,
};

export const casesOf = (looking: Looking): readonly Case[] => looked[looking.rule.kind](looking);

// A case: a line of a register for which a rule holds, with the evidence it holds on. What holds is worked
// out by kind (escalation-evidence-figures.ts, escalation-evidence-lines.ts).
import type { Access } from '../registers/register.ts';
import type { Registers } from '../registers/registers.ts';
import type { EscalationEvidence } from './escalation-evidence-words.ts';
import type { RuleInForce } from './escalation-rules.ts';

type Classified = { readonly access: Access | null; readonly exemptUnder: string | null };

export type Case = {
  /** "Measures: plan|code" */
  readonly line: string;
  readonly title: string;
  /** On which figures, scores or dates it holds: new ones are new evidence. */
  readonly period: string;
  readonly return: string | null;
  readonly owner: string | null;
  /** Null where it is no team's. */
  readonly team: string | null;
  /** Written only where it is raised. */
  readonly evidence: () => EscalationEvidence;
  /** The rows it is about: what is said of an exempt one is exempt. */
  readonly about: readonly Classified[];
};

export type Looking = {
  readonly registers: Registers;
  readonly plan: string;
  readonly rule: RuleInForce;
  readonly today: Temporal.PlainDate;
};

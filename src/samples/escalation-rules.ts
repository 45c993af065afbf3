// The rules both sample councils begin with: what is taken to whom, and from which threshold on. They are
// ours, in our own words; a council changes them in its list.
import type { EscalationKind, EscalationRule } from '../registers/escalation-rules.ts';
import { newRow } from '../registers/new-row.ts';

type Rule = {
  readonly code: string;
  readonly title: string;
  readonly kind: EscalationKind;
  readonly threshold: number | null;
  readonly route: EscalationRule['route'];
  readonly urgent?: true;
  readonly because: string;
};

const rules: readonly Rule[] = [
  {
    code: 'missing-return',
    title: 'Return missing after its day',
    kind: 'missing return',
    threshold: null,
    route: 'SMT',
    because: 'Its manager hears first, then SMT, on the working days the cycle says.',
  },
  {
    code: 'red-twice',
    title: 'Off target on two new figures running',
    kind: 'red on new figures running',
    threshold: 2,
    route: 'SMT',
    because: 'One figure off target may be chance. Two running want a decision.',
  },
  {
    code: 'fall-of-two',
    title: 'Fall of two RAG steps',
    kind: 'fall of RAG steps',
    threshold: 2,
    route: 'director',
    because: 'From on target to off target in one step is sudden enough to be asked about.',
  },
  {
    code: 'above-appetite',
    title: 'Risk above what the council accepts',
    kind: 'risk above appetite',
    threshold: 1,
    route: 'SMT',
    because: 'A risk may stay above appetite only where SMT knows of it.',
  },
  {
    code: 'overdue',
    title: 'Action long overdue',
    kind: 'action overdue',
    threshold: 20,
    route: 'director',
    because: 'An action not done a month after its day is late, or was done and not reported.',
  },
  {
    code: 'not-assured',
    title: 'Service not assured',
    kind: 'not assured',
    threshold: 1,
    route: 'director',
    urgent: true,
    because: 'Early support is of use while it is early: somebody is named to give it.',
  },
  {
    code: 'savings-short',
    title: 'Saving at risk',
    kind: 'savings at risk',
    threshold: 10,
    route: 'SMT',
    because: 'More than a tenth short of what the budget counts on has to be found elsewhere.',
  },
  {
    code: 'no-action',
    title: 'No further action, to be accepted',
    kind: 'no further action',
    threshold: null,
    route: 'director',
    because: 'Doing nothing about a figure off target is a decision, and a director takes it.',
  },
];

/** Of every plan; `owner`: the post that keeps them. */
export const sampleEscalationRules = (owner: string): readonly EscalationRule[] =>
  rules.map(({ code, ...rule }) => newRow('escalationRules', { key: code, ...rule, owner }));

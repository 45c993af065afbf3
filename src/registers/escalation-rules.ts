// Escalation rules: what is taken to whom, from which threshold on, and who answers for the rule. Rules are
// rows, so that a council sets its own; what each kind measures is decided in rules/escalation-evidence.ts.
import { choice, longText, number, type RowOf, register, text, title, yesNo } from './register.ts';

export const escalationKinds = [
  'missing return',
  'red on new figures running',
  'fall of RAG steps',
  'risk above appetite',
  'action overdue',
  'not assured',
  'savings at risk',
  'no further action',
] as const;
export type EscalationKind = (typeof escalationKinds)[number];

export const escalationRoutes = ['manager', 'director', 'SMT'] as const;

export const escalationRules = register({
  list: 'Escalation rules',
  row: 'a rule of what is taken to whom',
  keyIs: 'rule code',
  columns: {
    title: title('Name'),
    plan: text('Plan', { indexed: true, pointsAt: 'Plans', note: 'Blank is every plan.' }),
    kind: choice('Kind', escalationKinds, { required: true }),
    threshold: number('Threshold', {
      note: 'Figures running, RAG steps, points above appetite, working days, or per cent of what was required: as the kind counts.',
    }),
    route: choice('Goes to', escalationRoutes, { required: true }),
    owner: text('Owner', { pointsAt: 'People', note: 'Who keeps the rule.' }),
    urgent: yesNo('Urgent', { note: 'Told at once, and not with the week.' }),
    off: yesNo('Off'),
    because: longText('Because', { note: 'Who asked for it, and why.' }),
  },
});
export type EscalationRule = RowOf<typeof escalationRules>;

// Escalations: a missing return taken to a manager, then to SMT, and what became of it.
import { choice, instant, type RowOf, register, text, title } from './register.ts';

export const escalationLevels = ['manager', 'SMT'] as const;
export type EscalationLevel = (typeof escalationLevels)[number];

export const escalations = register({
  list: 'Escalations',
  row: 'an escalation',
  keyIs: 'return|level|person, then |date or |quarter where it is raised anew',
  busy: true,
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    cycle: text('Cycle', { required: true, indexed: true, pointsAt: 'Cycles' }),
    return: text('Return', { required: true, indexed: true, pointsAt: 'Returns' }),
    level: choice('Level', escalationLevels, { required: true }),
    person: text('To', { required: true, indexed: true, pointsAt: 'People' }),
    state: choice('State', ['Open', 'Acknowledged', 'Closed'], { required: true, indexed: true }),
    raisedAt: instant('Raised at', { required: true }),
    acknowledgedAt: instant('Acknowledged at'),
    closedAt: instant('Closed at'),
    closedBecause: text('Closed because'),
  },
});
export type Escalation = RowOf<typeof escalations>;

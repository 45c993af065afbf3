// Escalations: what is taken to a manager or to SMT by a rule of Escalation rules, with its evidence as it
// stood that day, and what became of it. What was said of it is in Escalation history.
import {
  choice,
  date,
  instant,
  longText,
  type RowOf,
  register,
  text,
  title,
  yesNo,
} from './register.ts';

export const escalationLevels = ['manager', 'SMT'] as const;
export type EscalationLevel = (typeof escalationLevels)[number];

export const escalations = register({
  list: 'Escalations',
  row: 'an escalation',
  keyIs:
    'return|level|person, then |date or |quarter where it is raised anew; by a rule: rule|line|period|person',
  busy: true,
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    cycle: text('Cycle', { required: true, indexed: true, pointsAt: 'Cycles' }),
    return: text('Return', { indexed: true, pointsAt: 'Returns' }),
    rule: text('Rule', {
      indexed: true,
      pointsAt: 'Escalation rules',
      note: 'Blank is a missing return.',
    }),
    line: text('About', { indexed: true, note: 'A line of a register: "Measures: plan|code".' }),
    period: text('Period', { note: 'Which figures it was raised on.' }),
    evidence: longText('Evidence', { note: 'As it stood when it was raised.' }),
    urgent: yesNo('Urgent', { note: 'Told at once, and not with the week.' }),
    owner: text('Owner', { indexed: true, pointsAt: 'People', note: 'Who is asked about it.' }),
    level: choice('Level', escalationLevels, { required: true }),
    person: text('To', { required: true, indexed: true, pointsAt: 'People' }),
    state: choice('State', ['Open', 'Acknowledged', 'Answered', 'Closed'], {
      required: true,
      indexed: true,
    }),
    raisedAt: instant('Raised at', { required: true }),
    toldAt: instant('Told at', { note: 'When the message that carries it went.' }),
    acknowledgedAt: instant('Acknowledged at'),
    planDueOn: date('Recovery plan due on'),
    recovery: text('Recovery plan', { pointsAt: 'Actions' }),
    closedAt: instant('Closed at'),
    closedBecause: text('Closed because'),
  },
});
export type Escalation = RowOf<typeof escalations>;
